/* Legends of symbols: one entry for each value or class. */
#include <math.h>

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

static double mapped_number(const SymbolSketch *sketch, Channel channel,
                            Value value, double fallback) {
  const ViewScale *scale = scale_for(sketch, channel);
  if (!scale) return fallback;
  Value mapped = scale_map(sketch->drawing->arena, &scale->scale, value);
  return mapped.kind == VALUE_NUMBER ? mapped.number : fallback;
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

static ValueList stated_values(const SymbolSketch *sketch) {
  ValueList values = {0};
  const json_t *json = cascade_find(&sketch->legend->properties, "values");
  for (size_t i = 0; i < json_array_size(json); i++)
    list_add(sketch->drawing->arena, &values,
             def_value(sketch->drawing, sketch->legend->def,
                       json_array_get(json, i)));
  return values;
}

static Str label_by_expr(const SymbolSketch *sketch, const Expr *expr,
                         Value value, Str label, int index) {
  ValueMember *members = arena_array(sketch->drawing->arena, ValueMember, 3);
  members[0] = (ValueMember){S("value"), value};
  members[1] = (ValueMember){S("label"), value_str(label)};
  members[2] = (ValueMember){S("index"), value_number(index)};
  Value datum = {.kind = VALUE_OBJECT, .len = 3, .members = members};
  return value_to_str(sketch->drawing->arena,
                      drawing_eval(sketch->drawing, expr, datum));
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
  ValueList values = stated_values(sketch);
  bool classes = has_classes(sketch) && !values.count;
  if (!values.count)
    values = scale_label_values(drawing->arena, scale, count, &upper);
  const json_t *expr_text = cascade_find(&legend->properties, "labelExpr");
  const Expr *expr =
      json_is_string(expr_text)
          ? expr_parse(drawing->arena, json_str(expr_text),
                       drawing_place(drawing, legend->def->json, "legend"),
                       drawing->diags)
          : NULL;
  int limit = (int)property(sketch, "symbolLimit", 30);
  int shown = limit > 0 && values.count > limit ? limit - 1 : values.count;
  for (int i = 0; i < shown; i++) {
    double next =
        i + 1 < values.count ? value_to_number(values.items[i + 1]) : upper;
    Entry entry = {.value = values.items[i]};
    entry.label = classes ? class_label(sketch, &format, entry.value, next)
                          : value_format_text(drawing, &format, entry.value);
    if (expr)
      entry.label = label_by_expr(sketch, expr, entry.value, entry.label, i);
    list_add(drawing->arena, &sketch->entries, entry);
  }
  if (shown < values.count) {
    Entry rest = {.label = str_format(drawing->arena, "\u2026%d entries",
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
  double stroke = property(sketch, "symbolStrokeWidth", 1.5);
  for (int i = 0; i < sketch->entries.count; i++) {
    Entry *entry = &sketch->entries.items[i];
    entry->size = mapped_number(sketch, CHANNEL_SIZE, entry->value,
                                property(sketch, "symbolSize", 100));
    double width =
        mapped_number(sketch, CHANNEL_STROKE_WIDTH, entry->value, stroke);
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

static Str symbol_type(const SymbolSketch *sketch, Value value) {
  const View *view = sketch->legend->view;
  const ViewScale *shape = scale_for(sketch, CHANNEL_SHAPE);
  if (shape) {
    Value mapped = scale_map(sketch->drawing->arena, &shape->scale, value);
    if (mapped.kind == VALUE_STRING) return value_text(&mapped);
  }
  const json_t *given = json_object_get(sketch->legend->given, "symbolType");
  if (!given) given = mark_property(view, "shape");
  if (given && view->mark == MARK_POINT && json_is_string(given))
    return json_str(given);
  if (json_is_string(given) &&
      given == json_object_get(sketch->legend->given, "symbolType"))
    return json_str(given);
  for (int i = 0; i < sketch->legend->views.count; i++)
    if (str_is(mark_symbol(sketch->legend->views.items[i]->mark), "circle"))
      return S("circle");
  return mark_symbol(view->mark);
}

/* The opacity that symbols share with the marks. */
static double unit_opacity(Drawing *drawing, const View *view) {
  const ChannelDef *def = &view->encoding[CHANNEL_OPACITY];
  if (json_is_number(def->value)) return json_number_value(def->value);
  bool light = view->mark == MARK_POINT || view->mark == MARK_TICK ||
               view->mark == MARK_CIRCLE || view->mark == MARK_SQUARE;
  const json_t *opacity = json_object_get(view->mark_json, "opacity");
  if (!mark_property(view, "opacity") && light && !view->is_aggregated &&
      !mark_property(view, "fillOpacity"))
    return .7;
  return style_number(drawing, opacity, NAN);
}

double legend_mark_opacity(Drawing *drawing, const Legend *legend) {
  for (int i = 0; i < legend->views.count; i++) {
    double opacity = unit_opacity(drawing, legend->views.items[i]);
    if (!isnan(opacity)) return opacity;
  }
  return 1;
}

static double mark_opacity(const SymbolSketch *sketch) {
  double own = property(sketch, "symbolOpacity", NAN);
  return isnan(own) ? legend_mark_opacity(sketch->drawing, sketch->legend)
                    : own;
}

static Paint scaled_paint(const SymbolSketch *sketch, Channel channel,
                          Value value, Paint otherwise) {
  const ViewScale *scale = scale_for(sketch, channel);
  Color color;
  if (!scale) return otherwise;
  return scale_color(&scale->scale, value, &color) ? paint_color(color)
                                                   : (Paint){0};
}

static void set_colors(const SymbolSketch *sketch, Value value,
                       Paints *paints) {
  const View *view = sketch->legend->view;
  bool filled = view->is_filled && view->mark != MARK_TRAIL;
  Paint color = scaled_paint(sketch, CHANNEL_COLOR, value, (Paint){0});
  Paint fill = scaled_paint(sketch, CHANNEL_FILL, value, (Paint){0});
  Paint stroke = scaled_paint(sketch, CHANNEL_STROKE, value, (Paint){0});
  MarkSketch mark = {.drawing = sketch->drawing,
                     .view = sketch->legend->view,
                     .rows = sketch->legend->view->rows};
  Paints own = mark_paints_plain(&mark);
  if (filled) {
    paints->fill = scale_for(sketch, CHANNEL_COLOR) ? color : own.fill;
    paints->stroke = own.stroke;
    bool encoded = def_has_field_or_datum(&view->encoding[CHANNEL_COLOR]);
    if (!scale_for(sketch, CHANNEL_COLOR) && encoded)
      paints->fill = paint_color(color_rgb(0));
  } else {
    paints->fill = own.fill;
    paints->stroke = scale_for(sketch, CHANNEL_COLOR) ? color : own.stroke;
    if (!scale_for(sketch, CHANNEL_COLOR) &&
        def_has_field_or_datum(&view->encoding[CHANNEL_COLOR]))
      paints->stroke = paint_color(color_rgb(0x888888));
  }
  if (sketch->legend->colors_fill) paints->fill = color;
  if (sketch->legend->colors_stroke) paints->stroke = color;
  if (scale_for(sketch, CHANNEL_FILL)) paints->fill = fill;
  if (scale_for(sketch, CHANNEL_STROKE)) paints->stroke = stroke;
  const json_t *given_fill =
      cascade_find(&sketch->legend->properties, "symbolFillColor");
  const json_t *given_stroke =
      cascade_find(&sketch->legend->properties, "symbolStrokeColor");
  if (given_fill) paints->fill = style_paint(sketch->drawing, given_fill);
  if (given_stroke) paints->stroke = style_paint(sketch->drawing, given_stroke);
}

static Paints symbol_paints(const SymbolSketch *sketch, const Entry *entry) {
  Paints paints = paints_new();
  Value value = entry->value;
  set_colors(sketch, value, &paints);
  double stroke = property(sketch, "symbolStrokeWidth", 1.5);
  const View *view = sketch->legend->view;
  double own_stroke = style_number(
      sketch->drawing, json_object_get(view->mark_json, "strokeWidth"), NAN);
  if (!isnan(own_stroke) && view->mark != MARK_GEOSHAPE &&
      !json_object_get(sketch->legend->given, "symbolStrokeWidth"))
    stroke = own_stroke;
  paints.stroke_width =
      mapped_number(sketch, CHANNEL_STROKE_WIDTH, value, stroke);
  paints.opacity =
      mapped_number(sketch, CHANNEL_OPACITY, value, mark_opacity(sketch));
  paints.fill_opacity = mapped_number(sketch, CHANNEL_FILL_OPACITY, value, 1);
  paints.stroke_opacity =
      mapped_number(sketch, CHANNEL_STROKE_OPACITY, value, 1);
  const ViewScale *dash = scale_for(sketch, CHANNEL_STROKE_DASH);
  if (dash) {
    Value mapped = scale_map(sketch->drawing->arena, &dash->scale, value);
    json_t *list = drawing_keep(sketch->drawing, value_to_json(mapped));
    if (json_number_value(json_array_get(list, 1)) > 0)
      style_dashes(sketch->drawing, list, &paints);
  } else {
    style_dashes(sketch->drawing,
                 json_object_get(sketch->legend->view->mark_json, "strokeDash"),
                 &paints);
  }
  return paints;
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
  Paints paints = symbol_paints(sketch, entry);
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
      path_rect(clip, (Rect){0, 0, room, height});
      item->group.clip = clip;
      group->bounds = bounds_of(0, 0, room, height);
    }
  }
  Label label = {.lines = &entry->label, .line_count = 1};
  GuideText text = {drawing, &sketch->legend->properties, "label",
                    "guide-label"};
  guide_label_style(&text, &label);
  label.baseline = BASELINE_MIDDLE;
  label_align_read(
      cascade_str(&sketch->legend->properties, drawing, "labelAlign", "left"),
      &label.align);
  label.at = (Point){room + offset + property(sketch, "labelOffset", 4), at.y};
  record_role(group, "legend-label");
  group_label(group, &lettering, &label);
  return group;
}

/* Columns of entries: all in one row where horizontal, else one. */
static int column_count(const SymbolSketch *sketch) {
  double columns = property(sketch, "columns", NAN);
  if (!isnan(columns)) return (int)columns;
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
