/* Points, circles and squares: stamps, of one look for all rows whose channels
 * say the same. */
#include <glib.h>
#include <math.h>

#include "chart/mark/mark.h"
#include "chart/scale/key_index.h"
#include "chart/scene/record.h"
#include "chart/spec/read_view.h"

/* The channels that decide on a symbol's look. */
static const Channel look_channels[] = {
    CHANNEL_COLOR,        CHANNEL_FILL,         CHANNEL_STROKE,
    CHANNEL_OPACITY,      CHANNEL_FILL_OPACITY, CHANNEL_STROKE_OPACITY,
    CHANNEL_STROKE_WIDTH, CHANNEL_STROKE_DASH,  CHANNEL_SIZE,
    CHANNEL_SHAPE,        CHANNEL_ANGLE};

/* The mark's properties that do, which may be expressions. */
static const char *const look_properties[] = {
    "color",         "fill",        "stroke",
    "opacity",       "fillOpacity", "strokeWidth",
    "strokeOpacity", "strokeDash",  "size",
    "shape",         "angle",       "strokeDashOffset",
    "strokeCap",     "strokeJoin",  "strokeMiterLimit",
    "filled"};

typedef struct SymbolLook {
  Paints paints;
  Str shape;
  double size, angle;
  const Path *path; /* around the origin */
  Imprint imprint;
} SymbolLook;

typedef struct Symbols {
  MarkSketch *sketch;
  Stamps *stamps;
  Channel varying[G_N_ELEMENTS(look_channels)];
  int varying_count;
  bool is_each; /* expressions may say something else for each row */
  KeyIndex keys;
  List(SymbolLook) looks; /* numbered as the keys are */
} Symbols;

/* ---- Looks ---- */

static Str shape_of(MarkSketch *sketch, int row) {
  if (sketch->view->mark == MARK_CIRCLE) return S("circle");
  if (sketch->view->mark == MARK_SQUARE) return S("square");
  Value shape = channel_value(sketch, CHANNEL_SHAPE, row);
  if (shape.kind != VALUE_STRING) shape = property_value(sketch, "shape", row);
  return shape.kind == VALUE_STRING ? value_text(&shape) : S("circle");
}

static const Path *outline_new(MarkSketch *sketch, const SymbolLook *look) {
  Path *path = path_new(sketch->drawing->arena);
  symbol_add(path, look->shape, (Point){0, 0}, look->size);
  if (look->angle != 0) path_transform(path, matrix_rotate(look->angle));
  return path;
}

/* Looks that differ in colour alone share their outline. */
static const Path *outline_of(const Symbols *symbols, const SymbolLook *look) {
  enum { LOOKED_BACK = 64 };
  int count = symbols->looks.count;
  for (int i = count - 1; i >= MAX(0, count - LOOKED_BACK); i--) {
    const SymbolLook *other = &symbols->looks.items[i];
    if (other->path && other->size == look->size &&
        other->angle == look->angle && str_equal(other->shape, look->shape))
      return other->path;
  }
  return outline_new(symbols->sketch, look);
}

static int add_look(Symbols *symbols, int row) {
  MarkSketch *sketch = symbols->sketch;
  Arena *arena = sketch->drawing->arena;
  SymbolLook look = {
      .paints = item_paints(sketch, row),
      .shape = shape_of(sketch, row),
      .size = channel_number(sketch, CHANNEL_SIZE, row, "size", 30),
      .angle = channel_number(sketch, CHANNEL_ANGLE, row, "angle", 0)};
  if (look.size > 0) {
    look.path = outline_of(symbols, &look);
    look.imprint = imprint_new(arena, symbols->stamps, look.path, &look.paints);
  }
  list_add(arena, &symbols->looks, look);
  return symbols->looks.count - 1;
}

static int look_of(Symbols *symbols, int row) {
  Value key[G_N_ELEMENTS(look_channels)];
  if (symbols->is_each) return add_look(symbols, row);
  if (!symbols->varying_count)
    return symbols->looks.count ? 0 : add_look(symbols, row);
  for (int i = 0; i < symbols->varying_count; i++)
    key[i] = channel_value(symbols->sketch, symbols->varying[i], row);
  int index = key_index_add(&symbols->keys, key);
  return index < symbols->looks.count ? index : add_look(symbols, row);
}

static Symbols symbols_new(MarkSketch *sketch) {
  Arena *arena = sketch->drawing->arena;
  Symbols symbols = {.sketch = sketch, .stamps = arena_new(arena, Stamps)};
  for (size_t i = 0; i < G_N_ELEMENTS(look_channels); i++)
    if (sketch->view->encoding[look_channels[i]].json)
      symbols.varying[symbols.varying_count++] = look_channels[i];
  for (size_t i = 0; i < G_N_ELEMENTS(look_properties); i++)
    if (json_is_expression(mark_property(sketch->view, look_properties[i])))
      symbols.is_each = true;
  symbols.keys = key_index_new(arena, MAX(1, symbols.varying_count));
  return symbols;
}

/* ---- Drawing ---- */

static void keep_record(MarkSketch *sketch, const SymbolLook *look, Point at) {
  json_t *record = record_item(sketch->group, "symbol", at, &look->paints);
  record_number(record, "size", look->size);
  record_text(record, "shape", look->shape);
  if (look->angle != 0) record_number(record, "angle", look->angle);
}

static void draw_linked(MarkSketch *sketch, const SymbolLook *look, Point at,
                        Str link) {
  Path *path = path_new(sketch->drawing->arena);
  for (int i = 0; i < look->path->segments.count; i++)
    list_add(path->arena, &path->segments, look->path->segments.items[i]);
  path_transform(path, matrix_move(at.x, at.y));
  Group *inner = group_new(sketch->drawing->arena);
  group_path(inner, path, &look->paints);
  FrameItem *item = group_add(sketch->group, inner, "point");
  if (item) item->group.link = link;
}

static bool has_links(const View *view) {
  return view->encoding[CHANNEL_HREF].json || mark_property(view, "href");
}

void points_draw(MarkSketch *sketch) {
  Symbols symbols = symbols_new(sketch);
  bool linked = has_links(sketch->view);
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Point at = {point_place(sketch, CHANNEL_X, i),
                point_place(sketch, CHANNEL_Y, i)};
    if (!isfinite(at.x + at.y)) continue;
    int index = look_of(&symbols, i);
    const SymbolLook *look = &symbols.looks.items[index];
    if (!look->path) continue;
    keep_record(sketch, look, at);
    Str link = linked ? item_link(sketch, i) : (Str){0};
    if (link.len)
      draw_linked(sketch, look, at, link);
    else
      group_stamp(sketch->group, symbols.stamps, &look->imprint, at);
  }
  if (symbols.stamps->list.count)
    frame_add_stamps(sketch->group->frame, symbols.stamps);
}
