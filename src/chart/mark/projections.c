/* Which views share a projection, and what it is fitted to. */
#include <math.h>

#include "chart/mark/project.h"
#include "chart/spec/read_view.h"

static const double RADIANS = 3.14159265358979323846 / 180;

typedef List(View *) UnitList;

/* One projection of several units. Views agree on one where all of them say the
 * same, or the only one that says anything is followed. */
typedef struct SharedProjection {
  const json_t *definition; /* with config's; an object */
  bool is_shared;           /* by a composed view's kids */
  UnitList units;           /* empty: there is no map */
} SharedProjection;

static bool is_map(const View *view) {
  return view->mark == MARK_GEOSHAPE || view_has_geo_places(view);
}

/* ---- Definitions ---- */

/* The unit's own definition, or its nearest parent's, over config's. */
static const json_t *definition_of(Drawing *drawing, const View *view) {
  const json_t *own = NULL;
  for (; view && !own; view = view->parent)
    own = json_object_get(view->spec, "projection");
  const json_t *config = json_object_get(drawing->config, "projection");
  json_t *merged = drawing_copy(drawing, own);
  if (json_is_object(config))
    json_object_update_missing(merged, (json_t *)config);
  return drawing_keep(drawing, merged);
}

static bool type_is_known(Str type) {
  return !type.len || str_is(type, "albersUsa") || str_is(type, "identity") ||
         raw_projection_find(type);
}

static void check_type(Drawing *drawing, const json_t *definition,
                       json_t *plain) {
  Str type = json_str(json_object_get(plain, "type"));
  if (type_is_known(type)) return;
  int count;
  const char *const *names = raw_projection_names(&count);
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, definition, "type"), "'%.*s' is no projection",
       STR(type));
  diag_hint_nearest(drawing->diags, type, names, count);
  json_object_del(plain, "type");
}

/* The definition with its expressions worked out. */
static json_t *evaluated(Drawing *drawing, const json_t *definition) {
  json_t *plain = drawing_keep(drawing, drawing_copy(drawing, definition));
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)definition, name, member) {
    if (json_is_expression(member))
      json_object_set_new(
          plain, name, value_to_json(drawing_value(drawing, member, NULL, 0)));
  }
  check_type(drawing, definition, plain);
  return plain;
}

/* ---- Fitting ---- */

static void add_place(MarkSketch *sketch, GeoShape *shape, Channel x, Channel y,
                      int row) {
  GeoPoint point = {channel_number(sketch, x, row, NULL, NAN) * RADIANS,
                    channel_number(sketch, y, row, NULL, NAN) * RADIANS};
  if (isfinite(point.longitude + point.latitude))
    list_add(sketch->drawing->arena, &shape->points, point);
}

/* All that a unit draws, for fitting. */
static void add_unit(Drawing *drawing, View *view, GeoShape *shape) {
  MarkSketch sketch = {.drawing = drawing, .view = view, .rows = view->rows};
  bool draws_shapes = view->mark == MARK_GEOSHAPE;
  for (int i = 0; i < view->rows->row_count; i++) {
    if (draws_shapes)
      geo_shape_add(drawing->arena, shape, geo_object(&sketch, i));
    if (!view_has_geo_places(view)) continue;
    add_place(&sketch, shape, CHANNEL_LONGITUDE, CHANNEL_LATITUDE, i);
    add_place(&sketch, shape, CHANNEL_LONGITUDE2, CHANNEL_LATITUDE2, i);
  }
}

static void fit(Drawing *drawing, const UnitList *units,
                Projection *projection) {
  GeoShape shape = {0};
  for (int i = 0; i < units->count; i++)
    add_unit(drawing, units->items[i], &shape);
  const View *first = units->items[0];
  projection_fit(projection, (Rect){0, 0, first->width, first->height}, &shape);
}

/* A view alone gets equalEarth where it states no type; of shared projections
 * Vega-Lite forgets that, so they get Vega's mercator. */
static void settle(Drawing *drawing, const SharedProjection *shared) {
  const UnitList *units = &shared->units;
  if (!units->count) return;
  json_t *plain = evaluated(drawing, shared->definition);
  if (!shared->is_shared && !json_object_get(plain, "type"))
    json_object_set_new(plain, "type", json_string("equalEarth"));
  Projection *projection = arena_new(drawing->arena, Projection);
  *projection = projection_read(plain);
  const View *first = units->items[0];
  if (!projection->is_fixed)
    fit(drawing, units, projection);
  else if (!json_object_get(plain, "translate"))
    projection->translate = (Point){first->width / 2, first->height / 2};
  for (int i = 0; i < units->count; i++)
    units->items[i]->projection = projection;
}

/* ---- Sharing ---- */

static bool same_size(const View *a, const View *b) {
  return a->width == b->width && a->height == b->height;
}

/* Lets `other` join, where the two can agree. */
static bool join(Drawing *drawing, SharedProjection *shared,
                 const SharedProjection *other) {
  const json_t *ours = shared->definition, *theirs = other->definition;
  if (!shared->units.count) ours = shared->definition = theirs;
  if (shared->units.count &&
      !same_size(shared->units.items[0], other->units.items[0]))
    return false;
  if (!json_equal(ours, theirs)) {
    if (json_object_size(ours) && json_object_size(theirs)) return false;
    if (!json_object_size(ours)) shared->definition = theirs;
  }
  for (int i = 0; i < other->units.count; i++)
    list_add(drawing->arena, &shared->units, other->units.items[i]);
  return true;
}

/* What the view's parent may share; views that cannot agree are settled here.
 */
static SharedProjection share(Drawing *drawing, View *view) {
  SharedProjection shared = {0};
  if (view->kind == VIEW_UNIT) {
    if (!is_map(view)) return shared;
    shared.definition = definition_of(drawing, view);
    list_add(drawing->arena, &shared.units, view);
    return shared;
  }
  int count = view->kids.count;
  SharedProjection *kids = arena_array(drawing->arena, SharedProjection, count);
  bool agree = true;
  for (int i = 0; i < count; i++) {
    kids[i] = share(drawing, view->kids.items[i]);
    if (kids[i].units.count && agree) agree = join(drawing, &shared, &kids[i]);
  }
  shared.is_shared = true;
  if (agree) return shared;
  for (int i = 0; i < count; i++)
    settle(drawing, &kids[i]);
  return (SharedProjection){0};
}

void projections_set(Drawing *drawing, View *view) {
  SharedProjection shared = share(drawing, view);
  settle(drawing, &shared);
}
