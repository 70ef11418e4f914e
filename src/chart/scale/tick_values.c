/* The values that axes and legends show. */
#include <math.h>
#include <stdlib.h>

#include "chart/scale/kind.h"

static double domain_low(const Scale *scale) {
  return fmin(scale->points.items[0], *list_last(&scale->points));
}

static double domain_high(const Scale *scale) {
  return fmax(scale->points.items[0], *list_last(&scale->points));
}

/* No more ticks than `minstep` leaves room for. */
static double limited_count(const Scale *scale, double count, double minstep) {
  double low = domain_low(scale), high = domain_high(scale);
  double room = (high - low) / minstep;
  if (!(room != 0)) room = 1;
  count = fmin(count, floor(room) + 1);
  bool stepped = !scale->has_bins && scale->type != SCALE_LOG &&
                 !scale_type_is_temporal(scale->type) && low < high;
  while (stepped && count > 1 && tick_step(low, high, count) < minstep)
    count--;
  return count;
}

TickCount scale_tick_count(const Scale *scale, TickCount wish, double minstep) {
  if (wish.wish == TICKS_INTERVAL) {
    if (scale_type_is_temporal(scale->type)) return wish;
    wish.wish = TICKS_DEFAULT;
  }
  double count = tick_count_number(wish);
  if (scale->has_bins) count = fmax(count, scale->bins.count);
  if (!isnan(minstep) && minstep > 0 && scale->points.count)
    count = limited_count(scale, count, minstep);
  return (TickCount){.wish = TICKS_COUNT, .count = count};
}

/* ---- Ticks within the range ---- */

typedef struct PlacedTick {
  Value value;
  double place;
  int order;
} PlacedTick;

static int by_place(const void *a, const void *b) {
  const PlacedTick *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  return x->order - y->order;
}

/* Every other value until few enough are left; the ends where none would be. */
static void thin_out(ValueList *ticks, double count) {
  Value first = ticks->items[0], last = *list_last(ticks);
  while (ticks->count > count && ticks->count >= 3) {
    int kept = 0;
    for (int i = 0; i < ticks->count; i += 2)
      ticks->items[kept++] = ticks->items[i];
    ticks->count = kept;
  }
  if (ticks->count >= 3) return;
  ticks->items[0] = first;
  ticks->items[1] = last;
  ticks->count = 2;
}

ValueList scale_valid_ticks(Arena *arena, const Scale *scale,
                            const Value *values, int value_count,
                            TickCount count) {
  double from = scale->numbers.count ? scale->numbers.items[0] : NAN;
  double to = scale->numbers.count ? *list_last(&scale->numbers) : NAN;
  double low = floor(fmin(from, to)), high = ceil(fmax(from, to));
  PlacedTick *placed = arena_array(arena, PlacedTick, value_count);
  int kept = 0;
  for (int i = 0; i < value_count; i++) {
    double place = scale_position(scale, values[i]);
    if (!(low <= place && place <= high)) continue;
    placed[kept++] = (PlacedTick){values[i], to < from ? -place : place, i};
  }
  if (kept) qsort(placed, (size_t)kept, sizeof *placed, by_place);
  ValueList ticks = {0};
  for (int i = 0; i < kept; i++)
    list_add(arena, &ticks, placed[i].value);
  if (count.wish == TICKS_COUNT && count.count > 0 && kept > 1)
    thin_out(&ticks, count.count);
  return ticks;
}

static ValueList bin_values(Arena *arena, const Scale *scale) {
  ValueList values = {0};
  for (int i = 0; i < scale->bins.count; i++)
    list_add(arena, &values, value_number(scale->bins.items[i]));
  return values;
}

ValueList scale_ticks(Arena *arena, const Scale *scale, TickCount count) {
  if (scale->has_bins) {
    ValueList bins = bin_values(arena, scale);
    if (scale_type_is_discrete(scale->type)) return bins;
    return scale_valid_ticks(arena, scale, bins.items, bins.count, count);
  }
  ValueList ticks = {0};
  if (!scale->kind->ticks) {
    for (int i = 0; i < scale->domain.count; i++)
      list_add(arena, &ticks, scale->domain.items[i]);
    return ticks;
  }
  bool temporal = scale_type_is_temporal(scale->type);
  NumberList numbers = scale->kind->ticks(arena, scale, count);
  for (int i = 0; i < numbers.count; i++) {
    double tick = numbers.items[i];
    list_add(arena, &ticks, temporal ? value_time(tick) : value_number(tick));
  }
  return ticks;
}

/* ---- Legends ---- */

static ValueList class_starts(Arena *arena, const double *cuts, int count) {
  ValueList values = {0};
  list_add(arena, &values, value_number(-INFINITY));
  for (int i = 0; i < count; i++)
    list_add(arena, &values, value_number(cuts[i]));
  return values;
}

static ValueList shown_log_ticks(Arena *arena, const Scale *scale,
                                 TickCount count) {
  ValueList all = scale_ticks(arena, scale, count), shown = {0};
  double limit = log_tick_limit(scale, count, all.count);
  for (int i = 0; i < all.count; i++)
    if (log_tick_is_shown(scale, limit, all.items[i].number))
      list_add(arena, &shown, all.items[i]);
  return shown;
}

ValueList scale_label_values(Arena *arena, const Scale *scale, TickCount count,
                             double *upper) {
  *upper = NAN;
  if (scale->has_bins) {
    ValueList values = bin_values(arena, scale);
    if (values.count) *upper = values.items[--values.count].number;
    return values;
  }
  if (scale->type == SCALE_LOG && !scale_blends_colors(scale))
    return shown_log_ticks(arena, scale, count);
  if (scale->type == SCALE_THRESHOLD) {
    *upper = INFINITY;
    return class_starts(arena, scale->points.items, scale->points.count);
  }
  if (scale->type == SCALE_QUANTILE || scale->type == SCALE_QUANTIZE) {
    *upper = INFINITY;
    return class_starts(arena, scale->cuts.items, scale->cuts.count);
  }
  return scale_ticks(arena, scale, count);
}
