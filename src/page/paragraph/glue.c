/* How the glues of a line share the room that is left, or lacking: word spaces
 * and the gaps between syllables give alike up to their limits, which is a
 * ratio of 1, and some way beyond; then only spaces grow. */
#include <math.h>

#include "page/paragraph/breaking.h"

static const double emergency_stretch = 1; /* of a space, in PASS_ANYWHERE */
static const double greatest_ratio = 50;

static GlueLimits glue_limits(BreakUnit unit) {
  if (unit == BREAK_SYLLABLES)
    return (GlueLimits){.space_stretch = .0275,
                        .space_shrink = .0275,
                        .syllable_stretch = .02,
                        .syllable_shrink = .02,
                        .stretch_reach = 4,
                        .shrink_reach = 2};
  return (GlueLimits){.space_stretch = .49,
                      .space_shrink = .33,
                      .syllable_stretch = .05,
                      .syllable_shrink = .035,
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
  double space =
      pass == PASS_ANYWHERE ? emergency_stretch : glue->space_stretch;
  double syllable = glue->syllable_stretch;
  double alike = line->spaces * space + line->syllables * syllable;
  if (rest <= alike * glue->stretch_reach) {
    double ratio = rest / alike;
    return (GlueShare){ratio, ratio * space, ratio * syllable};
  }
  if (line->spaces <= 0 || space <= 0)
    return (GlueShare){greatest_ratio, 0, syllable};
  syllable *= glue->stretch_reach;
  space *= glue->stretch_reach;
  double added = (rest - line->syllables * syllable) / line->spaces;
  double ratio = glue->stretch_reach * (1 + (added - space) / space);
  return (GlueShare){fmin(ratio, greatest_ratio), added, syllable};
}

/* `over` is what the line is too long by. */
static GlueShare shrink(const GlueLimits *glue, const LineMeasure *line,
                        double over) {
  double alike = line->spaces * glue->space_shrink +
                 line->syllables * glue->syllable_shrink;
  double ratio = alike > 0 ? over / alike : greatest_ratio;
  double taken = fmin(ratio, glue->shrink_reach);
  return (GlueShare){-fmin(ratio, greatest_ratio), -taken * glue->space_shrink,
                     -taken * glue->syllable_shrink};
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
