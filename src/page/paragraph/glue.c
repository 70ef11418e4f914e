/* How the glues of a line share the room that is left, or lacking. Up to a
 * ratio of 1 word spaces and the gaps between syllables give alike, by half and
 * by a third of a space, by .025 and .015 em; then the syllables go on alone to
 * their limit, .04 and .03 em; then only spaces grow. */
#include <math.h>

#include "page/paragraph/paragraph_parts.h"

static const double space_stretch = .5, emergency_stretch = 1,
                    space_shrink = .33;
static const double syllable_stretch = .025, most_stretch = .04;
static const double syllable_shrink = .015, most_shrink = .03;

static const double greatest_ratio = 50;

/* Room to fill. */
static GlueShare stretch(const LineMeasure *line, double rest, int pass) {
  double space = pass == 3 ? emergency_stretch : space_stretch;
  double alike = line->spaces * space + line->syllables * syllable_stretch;
  double alone = line->syllables * (most_stretch - syllable_stretch);
  if (rest <= alike) {
    double ratio = rest / alike;
    return (GlueShare){ratio, ratio * space, ratio * syllable_stretch};
  }
  if (rest <= alike + alone) {
    double part = (rest - alike) / alone;
    return (GlueShare){1 + part * (GLUE_RATIO_LIMIT - 1), space,
                       syllable_stretch +
                           part * (most_stretch - syllable_stretch)};
  }
  if (line->spaces <= 0) return (GlueShare){greatest_ratio, 0, most_stretch};
  double added = (rest - line->syllables * most_stretch) / line->spaces;
  double ratio = GLUE_RATIO_LIMIT + (added - space) / space;
  return (GlueShare){fmin(ratio, greatest_ratio), added, most_stretch};
}

/* `over` is what the line is too long by. */
static GlueShare shrink(const LineMeasure *line, double over) {
  double alike =
      line->spaces * space_shrink + line->syllables * syllable_shrink;
  double alone = line->syllables * (most_shrink - syllable_shrink);
  if (over <= alike) {
    double ratio = over / alike;
    return (GlueShare){-ratio, -ratio * space_shrink, -ratio * syllable_shrink};
  }
  double part = alone > 0 ? (over - alike) / alone : greatest_ratio;
  double taken = fmin(part, 1) * (most_shrink - syllable_shrink);
  double ratio = 1 + part * (GLUE_RATIO_LIMIT - 1);
  return (GlueShare){-fmin(ratio, greatest_ratio), -space_shrink,
                     -syllable_shrink - taken};
}

GlueShare line_share(const LineMeasure *line, const BreakPoint *point,
                     int pass) {
  enum { TINY_PER_POINT = 1000000 };
  double rest = line->available - line->natural;
  if (fabs(rest) < 1. / TINY_PER_POINT) return (GlueShare){0};
  if (rest < 0) return shrink(line, -rest);
  return point_ends_short(point) ? (GlueShare){0} : stretch(line, rest, pass);
}
