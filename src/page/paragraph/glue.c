/* How the parts of a line share the room that is left, or lacking: word spaces,
 * the gaps between letters and the letters themselves give alike up to their
 * limits, which is a ratio of 1, and some way beyond; then only spaces grow.
 * Letters that widen or narrow by a fiftieth are not seen (Thanh, "Micro-
 * typographic extensions to the TeX typesetting system", 2000). */
#include <math.h>

#include "page/paragraph/breaking.h"

static const double emergency_stretch = 1; /* of a space, in PASS_ANYWHERE */
static const double greatest_ratio = 50;
static const double glyph_step = .01;
/* What a step may ask of the gaps and spaces, as a share of their limits. */
static const double most_rest = .5;

/* By syllable a line ends near where it should, so that every part gives
 * little: a space three hundredths, what a syllable takes two. Where words stay
 * whole the spaces give most; letters as much as is not seen, three to four
 * hundredths of an em between them and a fiftieth of themselves. */
static GlueLimits glue_limits(BreakUnit unit) {
  if (unit == BREAK_SYLLABLES)
    return (GlueLimits){.space_stretch = .03,
                        .space_shrink = .03,
                        .gap_stretch = .012,
                        .gap_shrink = .012,
                        .glyph_stretch = .01,
                        .glyph_shrink = .01,
                        .stretch_reach = 3,
                        .shrink_reach = 2};
  return (GlueLimits){.space_stretch = .49,
                      .space_shrink = .33,
                      .gap_stretch = .045,
                      .gap_shrink = .04,
                      .glyph_stretch = .02,
                      .glyph_shrink = .02,
                      .stretch_reach = 1,
                      .shrink_reach = 1};
}

ParagraphForm paragraph_form(BreakUnit unit) {
  return (ParagraphForm){.break_unit = unit,
                         .glue = glue_limits(unit),
                         .narrow = 25,
                         .hyphenates = unit != BREAK_WORDS};
}

/* Room to fill. */
static GlueShare stretch(const GlueLimits *glue, const LineMeasure *line,
                         double rest, BreakPass pass) {
  double reach = glue->stretch_reach;
  double space =
      pass == PASS_ANYWHERE ? emergency_stretch : glue->space_stretch;
  double letters =
      line->gaps * glue->gap_stretch + line->boxes * glue->glyph_stretch;
  double ratio = rest / (line->spaces * space + letters);
  if (ratio <= reach)
    return (GlueShare){ratio, ratio * space, ratio * glue->gap_stretch,
                       ratio * glue->glyph_stretch};
  GlueShare share = {greatest_ratio, 0, reach * glue->gap_stretch,
                     reach * glue->glyph_stretch};
  if (line->spaces <= 0 || space <= 0) return share;
  share.space = (rest - reach * letters) / line->spaces;
  share.ratio = fmin(share.space / space, greatest_ratio);
  return share;
}

/* `over` is what the line is too long by. */
static GlueShare shrink(const GlueLimits *glue, const LineMeasure *line,
                        double over) {
  double alike = line->spaces * glue->space_shrink +
                 line->gaps * glue->gap_shrink +
                 line->boxes * glue->glyph_shrink;
  double ratio = alike > 0 ? over / alike : greatest_ratio;
  double taken = fmin(ratio, glue->shrink_reach);
  return (GlueShare){-fmin(ratio, greatest_ratio), -taken * glue->space_shrink,
                     -taken * glue->gap_shrink, -taken * glue->glyph_shrink};
}

GlueShare line_share(const GlueLimits *glue, const LineMeasure *line,
                     const BreakPoint *point, BreakPass pass) {
  enum { TINY_PER_POINT = 1000000 };
  double rest = line->available - line->natural;
  if (fabs(rest) < 1. / TINY_PER_POINT) return (GlueShare){0};
  if (rest < 0) return shrink(glue, line, -rest);
  if (point_ends_short(point)) return (GlueShare){0};
  return stretch(glue, line, rest, pass);
}

GlueShare line_set_share(const GlueLimits *glue, const LineMeasure *line,
                         const BreakPoint *point, BreakPass pass) {
  GlueShare share = line_share(glue, line, point, pass);
  double in_steps = glyph_step * round(share.glyph / glyph_step);
  double rest = line->boxes * (share.glyph - in_steps);
  double given = line->spaces * share.space + line->gaps * share.gap;
  if (given == 0 || fabs(rest * share.ratio) > most_rest * fabs(given))
    return share;
  share.glyph = in_steps;
  share.space *= 1 + rest / given;
  share.gap *= 1 + rest / given;
  return share;
}
