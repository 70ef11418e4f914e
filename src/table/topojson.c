/* Arcs shared by borders -> the coordinates of each feature. */
#include "table/topojson.h"

#include <glib.h>

#include "base/limits.h"
#include "base/tree.h"
#include "table/rows.h"

typedef struct Topology {
  Arena *arena;
  const Tree *tree;
  const json_t *arcs;
  double scale[2], shift[2];
  bool is_quantized;
  Diags *diags;
  bool is_broken;
} Topology;

static double number_at(const json_t *array, size_t index) {
  return json_number_value(json_array_get(array, index));
}

static json_t *position(double x, double y) {
  return json_pack("[f,f]", x, y);
}

static void read_transform(Topology *topology) {
  const json_t *transform = json_object_get(topology->tree->root, "transform");
  topology->is_quantized = json_is_object(transform);
  for (size_t i = 0; i < 2; i++) {
    topology->scale[i] = number_at(json_object_get(transform, "scale"), i);
    topology->shift[i] = number_at(json_object_get(transform, "translate"), i);
  }
}

/* The points of an arc; quantized ones are steps from the one before. */
static json_t *decode_arc(const Topology *topology, const json_t *arc) {
  json_t *points = json_array();
  double x = 0, y = 0;
  size_t i;
  json_t *step;
  json_array_foreach(arc, i, step) {
    if (!topology->is_quantized) {
      json_array_append_new(points,
                            position(number_at(step, 0), number_at(step, 1)));
      continue;
    }
    x += number_at(step, 0);
    y += number_at(step, 1);
    json_array_append_new(
        points, position(x * topology->scale[0] + topology->shift[0],
                         y * topology->scale[1] + topology->shift[1]));
  }
  return points;
}

/* Adds an arc's points to a line, backwards where its index is negative; the
 * point that two arcs share stands once. */
static void add_arc(Topology *topology, json_int_t index, json_t *line) {
  json_int_t which = index < 0 ? ~index : index;
  if (which < 0 || which >= (json_int_t)json_array_size(topology->arcs)) {
    topology->is_broken = true;
    return;
  }
  json_t *points =
      decode_arc(topology, json_array_get(topology->arcs, (size_t)which));
  size_t count = json_array_size(points);
  size_t first = json_array_size(line) ? 1 : 0;
  for (size_t i = first; i < count; i++)
    json_array_append(line,
                      json_array_get(points, index < 0 ? count - 1 - i : i));
  json_decref(points);
}

static json_t *read_line(Topology *topology, const json_t *indices) {
  json_t *line = json_array();
  size_t i;
  json_t *index;
  json_array_foreach(indices, i, index)
      add_arc(topology, json_integer_value(index), line);
  return line;
}

/* A ring has at least four points, its first again at the end. */
static json_t *read_ring(Topology *topology, const json_t *indices) {
  json_t *ring = read_line(topology, indices);
  while (json_array_size(ring) && json_array_size(ring) < 4)
    json_array_append(ring, json_array_get(ring, 0));
  return ring;
}

typedef json_t *ReadArcs(Topology *topology, const json_t *arcs);

static json_t *read_each(Topology *topology, const json_t *list,
                         ReadArcs *read) {
  json_t *result = json_array();
  size_t i;
  json_t *item;
  json_array_foreach(list, i, item)
      json_array_append_new(result, read(topology, item));
  return result;
}

static json_t *read_lines(Topology *topology, const json_t *arcs) {
  return read_each(topology, arcs, read_line);
}

static json_t *read_polygon(Topology *topology, const json_t *arcs) {
  return read_each(topology, arcs, read_ring);
}

static json_t *read_polygons(Topology *topology, const json_t *arcs) {
  return read_each(topology, arcs, read_polygon);
}

static json_t *place_point(Topology *topology, const json_t *point) {
  double x = number_at(point, 0), y = number_at(point, 1);
  if (!topology->is_quantized) return position(x, y);
  return position(x * topology->scale[0] + topology->shift[0],
                  y * topology->scale[1] + topology->shift[1]);
}

static json_t *place_points(Topology *topology, const json_t *points) {
  return read_each(topology, points, place_point);
}

static const struct {
  const char *type;
  ReadArcs *read;
  const char *from; /* the member that holds what read takes */
} geometries[] = {
    {"Point", place_point, "coordinates"},
    {"MultiPoint", place_points, "coordinates"},
    {"LineString", read_line, "arcs"},
    {"MultiLineString", read_lines, "arcs"},
    {"Polygon", read_polygon, "arcs"},
    {"MultiPolygon", read_polygons, "arcs"},
};

static json_t *read_geometry(Topology *topology, const json_t *object,
                             int depth) {
  Str type = json_str(json_object_get(object, "type"));
  for (size_t i = 0; i < G_N_ELEMENTS(geometries); i++) {
    if (!str_is(type, geometries[i].type)) continue;
    const json_t *from = json_object_get(object, geometries[i].from);
    return json_pack("{s:s,s:o}", "type", geometries[i].type, "coordinates",
                     geometries[i].read(topology, from));
  }
  if (!str_is(type, "GeometryCollection") || depth > LIMIT_TREE_DEPTH)
    return json_null();
  json_t *list = json_array();
  size_t i;
  json_t *inner;
  json_array_foreach(json_object_get(object, "geometries"), i, inner)
      json_array_append_new(list, read_geometry(topology, inner, depth + 1));
  return json_pack("{s:s,s:o}", "type", "GeometryCollection", "geometries",
                   list);
}

static json_t *feature_of(Topology *topology, const json_t *object) {
  json_t *properties = json_object_get(object, "properties");
  json_t *feature = json_pack("{s:s}", "type", "Feature");
  json_t *id = json_object_get(object, "id");
  if (id) json_object_set(feature, "id", id);
  json_object_set_new(feature, "properties",
                      properties ? json_incref(properties) : json_object());
  json_object_set_new(feature, "geometry", read_geometry(topology, object, 0));
  return feature;
}

/* Every arc that the object uses, once. */
static void add_used_arcs(const json_t *arcs, GHashTable *seen, json_t *used) {
  size_t i;
  json_t *item;
  json_array_foreach(arcs, i, item) {
    if (json_is_array(item)) {
      add_used_arcs(item, seen, used);
      continue;
    }
    json_int_t index = json_integer_value(item);
    int which = (int)(index < 0 ? ~index : index);
    if (g_hash_table_add(seen, GINT_TO_POINTER(which)))
      json_array_append_new(used, json_pack("[i]", which));
  }
}

static json_t *mesh_of(Topology *topology, const json_t *object) {
  GHashTable *seen = g_hash_table_new(g_direct_hash, g_direct_equal);
  json_t *used = json_array();
  size_t i;
  json_t *inner;
  add_used_arcs(json_object_get(object, "arcs"), seen, used);
  json_array_foreach(json_object_get(object, "geometries"), i, inner)
      add_used_arcs(json_object_get(inner, "arcs"), seen, used);
  g_hash_table_destroy(seen);
  json_t *mesh = json_pack("{s:s,s:o}", "type", "MultiLineString",
                           "coordinates", read_lines(topology, used));
  json_decref(used);
  return mesh;
}

static void add_rows(Topology *topology, const json_t *object, bool is_mesh,
                     Rows *rows) {
  const json_t *geometries_of = json_object_get(object, "geometries");
  size_t count = json_array_size(geometries_of);
  for (size_t i = 0; is_mesh ? i < 1 : i < (count ? count : 1); i++) {
    json_t *row =
        is_mesh ? mesh_of(topology, object)
                : feature_of(topology,
                             count ? json_array_get(geometries_of, i) : object);
    rows_add(rows, row);
    json_decref(row);
  }
}

static const json_t *find_object(const Topology *topology, Str name) {
  const json_t *objects = json_object_get(topology->tree->root, "objects");
  const json_t *object = json_object_get(objects, str_c(topology->arena, name));
  if (object) return object;
  const char *names[64];
  int count = 0;
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)objects, key, value) if (count < 64)
      names[count++] = key;
  diag(topology->diags, DIAG_TABLE_FORMAT, topology->tree->place,
       "the topology has no object '%.*s'", STR(name));
  diag_hint_nearest(topology->diags, name, names, count);
  return NULL;
}

Table *topojson_read(Arena *arena, const Source *source,
                     const DataFormat *format, Diags *diags) {
  Topology topology = {.arena = arena, .diags = diags};
  topology.tree = tree_read_json(arena, place_whole(source), diags);
  if (!topology.tree) return NULL;
  topology.arcs = json_object_get(topology.tree->root, "arcs");
  read_transform(&topology);
  bool is_mesh = format->mesh.len > 0;
  const json_t *object =
      find_object(&topology, is_mesh ? format->mesh : format->feature);
  if (!object) return NULL;
  Rows rows = {.arena = arena};
  add_rows(&topology, object, is_mesh, &rows);
  if (topology.is_broken) {
    diag(diags, DIAG_TABLE_FORMAT, topology.tree->place,
         "a geometry of the topology uses an arc that there is not");
    return NULL;
  }
  return rows_table(&rows);
}
