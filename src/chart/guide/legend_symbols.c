/* Legends of symbols: one entry for each value or class. */
#include <math.h>

#include "base/number.h"
#include "chart/extension/extension.h"
#include "chart/guide/format.h"
#include "chart/guide/legend.h"
#include "chart/guide/style.h"
#include "chart/layout/layout.h"
#include "chart/mark/mark.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

typedef struct Entry {
  Value value;
  Str label;
  double size;  /* of the symbol, in square units */
  double width; /* that the symbol takes: its size with its stroke */
} Entry;

typedef List(Entry) EntryList;

typedef struct SymbolSketch {
  Drawing *drawing;
  const Legend *legend;
  EntryList entries;
  double widest;
  bool horizontal;
} SymbolSketch;

static double property(const SymbolSketch *sketch, const char *name,
                       double fallback) {
  return cascade_number(&sketch->legend->properties, sketch->drawing, name,
                        fallback);
}

static const ViewScale *scale_for(const SymbolSketch *sketch, Channel channel) {
  return sketch->legend->scales[channel];
}

static bool has_classes(const SymbolSketch *sketch) {
  const ViewScale *scale = sketch->legend->scale;
  return scale_type_is_discretizing(scale->type) || scale->scale.has_bins;
}

static Str class_label(const SymbolSketch *sketch, const ValueFormat *format,
                       Value value, double upper) {
  if (format->kind != VALUE_BY_SCALE)
    return value_format_text(sketch->drawing, format, value);
  return tick_format_range(sketch->drawing->arena, &format->by_scale,
                           value_to_number(value), upper);
}

/* A first value that the scale maps to nothing has no entry. */
static void drop_first_of_zero(const Scale *scale, ValueList *values) {
  if (scale->is_color || !values->count ||
      scale_type_is_discrete(scale->type) ||
      scale_position(scale, values->items[0]) != 0)
    return;
  values->items++;
  values->count--;
}

static void add_entries(SymbolSketch *sketch) {
  Drawing *drawing = sketch->drawing;
  const Legend *legend = sketch->legend;
  const Scale *scale = &legend->scale->scale;
  const json_t *wanted = cascade_find(&legend->properties, "tickCount");
  TickCount count = wanted ? tick_count_read(drawing, wanted)
                           : (TickCount){.wish = TICKS_COUNT, .count = 5};
  double upper = NAN;
  TickFormatRequest request = {
      .count = count, .all_labels = true, .is_legend = true};
  ValueFormat format =
      guide_format(drawing, legend->scale, legend->def,
                   format_wish(drawing, &legend->properties), &request);
  if (json_is_null(legend->title))
    value_format_keep_unit(drawing->arena, &format);
  ValueList values = legend_stated_values(drawing, legend);
  bool classes = has_classes(sketch) && !values.count;
  if (!values.count)
    values = scale_label_values(drawing->arena, scale, count, &upper);
  if (!legend_stated_values(drawing, legend).count)
    drop_first_of_zero(scale, &values);
  int limit = number_whole(property(sketch, "symbolLimit", 30));
  int shown = limit > 0 && values.count > limit ? limit - 1 : values.count;
  for (int i = 0; i < shown; i++) {
    double next =
        i + 1 < values.count ? value_to_number(values.items[i + 1]) : upper;
    Entry entry = {.value = values.items[i]};
    entry.label = classes ? class_label(sketch, &format, entry.value, next)
                          : value_format_text(drawing, &format, entry.value);
    entry.label = legend_label(drawing, legend, entry.value, entry.label, i);
    list_add(drawing->arena, &sketch->entries, entry);
  }
  if (shown < values.count) {
    Entry rest = {.value = values.items[shown],
                  .label = str_format(drawing->arena, "\u2026%d entries",
                                      values.count - shown)};
    list_add(drawing->arena, &sketch->entries, rest);
  }
}

static void set_sizes(SymbolSketch *sketch) {
  Label label = {0};
  GuideText text = {sketch->drawing, &sketch->legend->properties, "label",
                    "guide-label"};
  guide_label_style(&text, &label);
  double type_size = label.style.size;
  double size = property(sketch, "symbolSize", 100);
  for (int i = 0; i < sketch->entries.count; i++) {
    Entry *entry = &sketch->entries.items[i];
    entry->size = legend_mapped_number(sketch->drawing, sketch->legend,
                                       CHANNEL_SIZE, entry->value, size);
    double width =
        legend_stroke_width(sketch->drawing, sketch->legend, entry->value);
    entry->width = fmax(ceil(sqrt(fmax(0, entry->size)) + width), type_size);
    sketch->widest = fmax(sketch->widest, entry->width);
  }
}

/* What stands for a mark in a legend. */
static Str mark_symbol(MarkType mark) {
  switch (mark) {
  case MARK_BAR:
  case MARK_RECT:
  case MARK_IMAGE:
  case MARK_SQUARE:
    return S("square");
  case MARK_LINE:
  case MARK_TRAIL:
  case MARK_RULE:
    return S("stroke");
  default:
    return S("circle");
  }
}

/* A view's symbol: the shape of its points, else by its mark. */
static Str view_symbol(const View *view) {
  const json_t *shape = mark_property(view, "shape");
  const json_t *value = view->encoding[CHANNEL_SHAPE].value;
  if (json_is_string(value)) shape = value;
  if (view->mark == MARK_POINT && json_is_string(shape)) return json_str(shape);
  return mark_symbol(view->mark);
}

/* Of several marks the first one's symbol, unless a later one's is a circle. */
static Str symbol_type(const SymbolSketch *sketch, Value value) {
  const Legend *legend = sketch->legend;
  const ViewScale *shape = scale_for(sketch, CHANNEL_SHAPE);
  if (shape) {
    Value mapped = scale_map(sketch->drawing->arena, &shape->scale, value);
    if (mapped.kind == VALUE_STRING) return value_text(&mapped);
  }
  const json_t *given = cascade_find(&legend->properties, "symbolType");
  if (json_is_string(given)) return json_str(given);
  Str symbol = view_symbol(legend->view);
  for (int i = 0; i < legend->views.count; i++)
    if (str_is(view_symbol(legend->views.items[i]), "circle"))
      symbol = S("circle");
  return symbol;
}

static Group *entry_draw(const SymbolSketch *sketch, const Entry *entry) {
  Drawing *drawing = sketch->drawing;
  Group *group = drawing_group(drawing);
  Lettering lettering = drawing_lettering(drawing);
  double offset = property(sketch, "symbolOffset", 0);
  double room = sketch->horizontal ? entry->width : sketch->widest;
  double height = property(sketch, "clipHeight", entry->width);
  bool has_clip = !isnan(property(sketch, "clipHeight", NAN));
  Point at = {room / 2 + offset, height / 2};
  Paints paints = legend_symbol_paints(drawing, sketch->legend, entry->value);
  bool fills = sketch->legend->colors_fill || scale_for(sketch, CHANNEL_FILL);
  if (paints.stroke.kind == PAINT_NONE && !fills)
    paints.stroke = paint_color((Color){0}); /* unseen, but it takes room */
  if (entry->value.kind != VALUE_UNDEFINED) {
    Path *path = path_new(drawing->arena);
    Str shape = symbol_type(sketch, entry->value);
    symbol_add(path, shape, at, entry->size);
    Group *symbol = drawing_group(drawing);
    record_role(symbol, "legend-symbol");
    group_path(symbol, path, &paints);
    json_t *record = record_item(symbol, "symbol", at, &paints);
    record_number(record, "size", entry->size);
    record_text(record, "shape", shape);
    FrameItem *item = group_add(group, symbol, "symbol");
    if (item && has_clip) {
      Path *clip = path_new(drawing->arena);
      double width = room + fmax(0, offset);
      path_rect(clip, (Rect){0, 0, width, height});
      item->group.clip = clip;
      group->bounds = bounds_of(0, 0, width, height);
    }
  }
  Label label = {0};
  label.lines = str_lines(drawing->arena, entry->label, &label.line_count);
  GuideText text = {drawing, &sketch->legend->properties, "label",
                    "guide-label"};
  guide_label_style(&text, &label);
  const Cascade *properties = &sketch->legend->properties;
  label_baseline_read(
      cascade_str(properties, drawing, "labelBaseline", "middle"),
      &label.baseline);
  label_align_read(cascade_str(properties, drawing, "labelAlign", "left"),
                   &label.align);
  label.at = (Point){room + offset + property(sketch, "labelOffset", 4), at.y};
  if (extension_wraps(drawing, "legend") && label.limit > 0)
    label_wrap(&lettering, &label, label.limit);
  record_role(group, "legend-label");
  group_label(group, &lettering, &label);
  return group;
}

/* Columns of entries: all in one row where horizontal, else one. */
static int column_count(const SymbolSketch *sketch) {
  double columns = property(sketch, "columns", NAN);
  if (!isnan(columns)) return number_whole(columns);
  return sketch->horizontal ? 0 : 1;
}

/* Entries read down the columns where the legend is vertical. */
static void order_by_column(Group **groups, int count, int columns,
                            Group **sorted) {
  int rows = (count + columns - 1) / columns, at = 0;
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < columns; c++)
      if (c * rows + r < count) sorted[at++] = groups[c * rows + r];
}

Group *symbol_legend_draw(Drawing *drawing, const Legend *legend) {
  SymbolSketch sketch = {.drawing = drawing, .legend = legend};
  sketch.horizontal = legend_is_horizontal(drawing, legend, false);
  add_entries(&sketch);
  set_sizes(&sketch);
  int count = sketch.entries.count, columns = column_count(&sketch);
  Group **groups = arena_array(drawing->arena, Group *, count);
  Group **sorted = arena_array(drawing->arena, Group *, count);
  for (int i = 0; i < count; i++)
    sorted[i] = groups[i] = entry_draw(&sketch, &sketch.entries.items[i]);
  if (!sketch.horizontal && columns > 1)
    order_by_column(groups, count, columns, sorted);
  Str align = cascade_str(&legend->properties, drawing, "gridAlign", "each");
  GridAlign grid = str_is(align, "all")    ? GRID_ALL
                   : str_is(align, "none") ? GRID_NONE
                                           : GRID_EACH;
  GridOptions options = {.columns = columns,
                         .align_columns = grid,
                         .align_rows = grid,
                         .row_padding = property(&sketch, "rowPadding", 2),
                         .column_padding =
                             property(&sketch, "columnPadding", 10),
                         .center_rows = true};
  Group *entries = drawing_group(drawing);
  grid_arrange(drawing, sorted, count, &options);
  for (int i = 0; i < count; i++)
    group_add(entries, sorted[i], "entry");
  Group *group = drawing_group(drawing);
  legend_finish(drawing, legend, entries, group);
  return group;
}
