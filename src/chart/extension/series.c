#include "chart/extension/series.h"

#include "chart/spec/read_view.h"

const ChannelDef *series_def(const View *unit) {
  static const Channel looks[] = {CHANNEL_COLOR, CHANNEL_STROKE, CHANNEL_FILL,
                                  CHANNEL_STROKE_DASH, CHANNEL_SHAPE};
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
    const ChannelDef *def = &unit->encoding[looks[i]];
    if (def->has_field && !def->aggregate.len && def_is_discrete(def))
      return def;
  }
  return unit->details.count ? &unit->details.items[0] : NULL;
}

static void add_units(Arena *arena, View *view, UnitList *units) {
  if (view->kind == VIEW_UNIT) list_add(arena, units, view);
  for (int i = 0; i < view->kids.count; i++)
    add_units(arena, view->kids.items[i], units);
}

UnitList plot_units(Arena *arena, View *plot) {
  UnitList units = {0};
  add_units(arena, plot, &units);
  return units;
}

/* The layer of the plot that a unit stands in, from 1. */
static int branch_of(const View *plot, const View *unit) {
  while (unit != plot && unit->parent != plot)
    unit = unit->parent;
  for (int i = 0; i < plot->kids.count; i++)
    if (plot->kids.items[i] == unit) return i + 1;
  return 1;
}

static void add_domain(SeriesIndex *index, const View *view) {
  const ChannelDef *def = view->kind == VIEW_UNIT ? series_def(view) : NULL;
  const ViewScale *scale = def ? view->scales[def->channel] : NULL;
  for (int i = 0; scale && i < scale->scale.domain.count; i++) {
    Value key[] = {value_number(0), scale->scale.domain.items[i]};
    key_index_add(&index->keys, key);
  }
  for (int i = 0; i < view->kids.count; i++)
    add_domain(index, view->kids.items[i]);
}

SeriesIndex series_index(Arena *arena, const View *plot) {
  SeriesIndex index = {.plot = plot, .keys = key_index_new(arena, 2)};
  add_domain(&index, plot);
  return index;
}

int series_number(SeriesIndex *index, const MarkSketch *sketch, int row) {
  const ChannelDef *def = series_def(sketch->view);
  Value key[] = {value_number(0), {0}};
  if (def)
    key[1] = def_cell(sketch, def, row);
  else
    key[0] = value_number(branch_of(index->plot, sketch->view));
  return key_index_add(&index->keys, key);
}
