/* Data made from nothing: sequences of numbers, the globe, and its net of
 * meridians and parallels. */
#include "chart/data/generate.h"

#include <math.h>

#include "base/limits.h"
#include "chart/config/cascade.h"
#include "chart/scale/scale.h"

static const double EPSILON = 1e-6;

static const Table *refuse_length(Drawing *drawing, const json_t *data,
                                  const char *what) {
  diag(drawing->diags, DIAG_CHART_LIMIT, drawing_place(drawing, data, NULL),
       "%s has at most %d rows", what, LIMIT_TABLE_ROWS);
  return NULL;
}

/* How many steps lead from start to before stop; -1: too many. */
static int step_count(double start, double stop, double step) {
  double count = step != 0 ? ceil((stop - start) / step) : 0;
  if (!(count > 0)) return 0;
  return count > LIMIT_TABLE_ROWS ? -1 : (int)count;
}

static const Table *sequence_make(Drawing *drawing, const json_t *data) {
  Cascade from = {0};
  cascade_add(&from, json_object_get(data, "sequence"));
  double start = cascade_number(&from, drawing, "start", 0);
  double stop = cascade_number(&from, drawing, "stop", 0);
  double step = cascade_number(&from, drawing, "step", 1);
  int rows = step_count(start, stop, step);
  if (rows < 0) return refuse_length(drawing, data, "a sequence");
  Table *table = table_new(drawing->arena, rows);
  Str name = cascade_str(&from, drawing, "as", "data");
  Column *column = table_add(drawing->arena, table, name);
  for (int i = 0; i < rows; i++)
    column->cells[i] = value_number(start + i * step);
  return table;
}

static void set_cell(Drawing *drawing, Table *table, Str name, Value value) {
  table_add(drawing->arena, table, name)->cells[0] = value;
}

/* "sphere": true or {}: the whole globe as one shape. */
static const Table *sphere_make(Drawing *drawing, const json_t *data) {
  (void)data;
  Table *table = table_new(drawing->arena, 1);
  set_cell(drawing, table, S("type"), value_str(S("Sphere")));
  return table;
}

/* ---- The net of meridians and parallels ---- */

/* From west to east, from south to north; degrees. */
typedef struct GeoExtent {
  double west, south, east, north;
} GeoExtent;

/* Every how many degrees of longitude and latitude a line runs. */
typedef struct NetStep {
  double x, y;
} NetStep;

/* Major lines run from pole to pole, minor ones between the polar circles,
 * except where a major one runs. */
typedef struct Net {
  GeoExtent major, minor;
  NetStep major_step, minor_step;
  double precision; /* of the parallels */
  Arena *arena;
  ValueList lines;
} Net;

static void read_extent(const json_t *json, GeoExtent *extent) {
  const json_t *low = json_array_get(json, 0), *high = json_array_get(json, 1);
  if (json_array_size(low) < 2 || json_array_size(high) < 2) return;
  extent->west = json_number_value(json_array_get(low, 0));
  extent->south = json_number_value(json_array_get(low, 1));
  extent->east = json_number_value(json_array_get(high, 0));
  extent->north = json_number_value(json_array_get(high, 1));
}

static void read_step(const json_t *json, NetStep *step) {
  if (json_array_size(json) < 2) return;
  step->x = json_number_value(json_array_get(json, 0));
  step->y = json_number_value(json_array_get(json, 1));
}

static Net net_read(Drawing *drawing, const json_t *json) {
  Net net = {.major = {-180, -90 + EPSILON, 180, 90 - EPSILON},
             .minor = {-180, -80 - EPSILON, 180, 80 + EPSILON},
             .major_step = {90, 360},
             .minor_step = {10, 10},
             .precision = 2.5,
             .arena = drawing->arena};
  const json_t *extent = json_object_get(json, "extent");
  const json_t *step = json_object_get(json, "step");
  const json_t *precision = json_object_get(json, "precision");
  read_extent(extent, &net.major);
  read_extent(json_object_get(json, "extentMajor"), &net.major);
  read_extent(extent, &net.minor);
  read_extent(json_object_get(json, "extentMinor"), &net.minor);
  read_step(step, &net.major_step);
  read_step(json_object_get(json, "stepMajor"), &net.major_step);
  read_step(step, &net.minor_step);
  read_step(json_object_get(json, "stepMinor"), &net.minor_step);
  if (json_is_number(precision)) net.precision = json_number_value(precision);
  return net;
}

static Value position(Arena *arena, double x, double y) {
  Value *pair = arena_array(arena, Value, 2);
  pair[0] = value_number(x);
  pair[1] = value_number(y);
  return (Value){.kind = VALUE_ARRAY, .len = 2, .items = pair};
}

static Value list_value(const ValueList *list) {
  return (Value){.kind = VALUE_ARRAY, .len = list->count, .items = list->items};
}

/* A line at `at`, with a point every `step` degrees from `from` to `to`. */
static void add_line(Net *net, double at, double from, double to, double step,
                     bool is_meridian) {
  ValueList points = {0};
  int count = step_count(from, to - EPSILON, step);
  for (int i = 0; i <= count; i++) {
    double along = i < count ? from + i * step : to;
    list_add(net->arena, &points,
             is_meridian ? position(net->arena, at, along)
                         : position(net->arena, along, at));
  }
  list_add(net->arena, &net->lines, list_value(&points));
}

static bool is_multiple(double value, double step) {
  return fabs(fmod(value, step)) <= EPSILON;
}

/* Lines of one kind; those that `skip` divides are left to the other kind. */
static void add_lines(Net *net, const GeoExtent *extent, NetStep step,
                      const NetStep *skip) {
  double first = ceil(extent->west / step.x) * step.x;
  int count = step_count(first, extent->east, step.x);
  for (int i = 0; i < count; i++) {
    double x = first + i * step.x;
    if (!skip || !is_multiple(x, skip->x))
      add_line(net, x, extent->south, extent->north, 90, true);
  }
  first = ceil(extent->south / step.y) * step.y;
  count = step_count(first, extent->north, step.y);
  for (int i = 0; i < count; i++) {
    double y = first + i * step.y;
    if (!skip || !is_multiple(y, skip->y))
      add_line(net, y, extent->west, extent->east, net->precision, false);
  }
}

/* How many points the lines of one kind have, about. */
static double point_count(const GeoExtent *extent, NetStep step,
                          double precision) {
  double width = fabs(extent->east - extent->west);
  double height = fabs(extent->north - extent->south);
  return (width / step.x + 1) * (height / 90 + 2) +
         (height / step.y + 1) * (width / precision + 2);
}

static bool is_drawable(const Net *net) {
  const double MOST = 1e6;
  bool has_steps = net->major_step.x > 0 && net->major_step.y > 0 &&
                   net->minor_step.x > 0 && net->minor_step.y > 0 &&
                   net->precision > 0;
  return has_steps &&
         point_count(&net->major, net->major_step, net->precision) < MOST &&
         point_count(&net->minor, net->minor_step, net->precision) < MOST;
}

static const Table *graticule_make(Drawing *drawing, const json_t *data) {
  const json_t *json = json_object_get(data, "graticule");
  Net net = net_read(drawing, json);
  if (!is_drawable(&net)) {
    diag(drawing->diags, DIAG_CHART_LIMIT,
         drawing_place(drawing, data, "graticule"),
         "the steps and the precision of this graticule are too small");
    return NULL;
  }
  add_lines(&net, &net.major, net.major_step, NULL);
  add_lines(&net, &net.minor, net.minor_step, &net.major_step);
  Table *table = table_new(drawing->arena, 1);
  set_cell(drawing, table, S("type"), value_str(S("MultiLineString")));
  set_cell(drawing, table, S("coordinates"), list_value(&net.lines));
  return table;
}

static const struct {
  const char *name;
  const Table *(*make)(Drawing *drawing, const json_t *data);
} generators[] = {{"sequence", sequence_make},
                  {"sphere", sphere_make},
                  {"graticule", graticule_make}};

bool data_generate(Drawing *drawing, const json_t *data, const Table **table) {
  for (size_t i = 0; i < sizeof generators / sizeof *generators; i++) {
    const json_t *json = json_object_get(data, generators[i].name);
    if (!json || json_is_false(json)) continue;
    *table = generators[i].make(drawing, data);
    return true;
  }
  return false;
}
