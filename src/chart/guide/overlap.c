/* Labels that would overlap are hidden: every second one as often as needed, or
 * greedily all that touch the one before. Vega's overlap transform. */
#include <math.h>

#include "chart/guide/axis.h"

static bool touch(Bounds a, Bounds b, double separation) {
  double gap =
      fmax(fmax(b.x1 - a.x2, a.x1 - b.x2), fmax(b.y1 - a.y2, a.y1 - b.y2));
  return separation > gap;
}

/* Labels without a letter stand in nobody's way. */
static bool has_size(Bounds box) {
  return box.x2 - box.x1 > 1 && box.y2 - box.y1 > 1;
}

static bool any_overlap(const Bounds *bounds, const int *kept, int count,
                        double separation) {
  for (int i = 1; i < count; i++)
    if (touch(bounds[kept[i - 1]], bounds[kept[i]], separation)) return true;
  return false;
}

static int keep_every_second(AxisTick *ticks, int *kept, int count) {
  int left = 0;
  for (int i = 0; i < count; i++) {
    if (i % 2)
      ticks[kept[i]].is_shown = false;
    else
      kept[left++] = kept[i];
  }
  return left;
}

static int keep_apart(AxisTick *ticks, const Bounds *bounds, int *kept,
                      int count, double separation) {
  int left = 0;
  for (int i = 0; i < count; i++) {
    if (left && touch(bounds[kept[left - 1]], bounds[kept[i]], separation))
      ticks[kept[i]].is_shown = false;
    else
      kept[left++] = kept[i];
  }
  return left;
}

void labels_thin(AxisTick *ticks, int count, const Bounds *bounds, bool greedy,
                 double separation) {
  int kept[4096], total = 0;
  for (int i = 0; i < count && total < 4096; i++)
    if (ticks[i].is_shown && has_size(bounds[i])) kept[total++] = i;
  if (!total) return;
  int last = kept[total - 1], left = total;
  while (left >= 3 && any_overlap(bounds, kept, left, separation))
    left = greedy ? keep_apart(ticks, bounds, kept, left, separation)
                  : keep_every_second(ticks, kept, left);
  if (left < 3 && !ticks[last].is_shown) {
    if (left > 1) ticks[kept[left - 1]].is_shown = false;
    ticks[last].is_shown = true;
  }
}
