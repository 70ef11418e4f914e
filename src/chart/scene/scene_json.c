/* Records become the scene's JSON: marks flattened, offsets added, values that
 * all items share told once. */
#include <math.h>
#include <stdlib.h>

#include "base/limits.h"
#include "chart/scene/record.h"

typedef struct SceneWriter {
  StrBuf text;
  int mark_count;
} SceneWriter;

static double member(const json_t *item, const char *name) {
  return json_number_value(json_object_get(item, name));
}

/* A copy of an item with positions in the picture, without the marks in it. */
static json_t *item_placed(const json_t *item, Point origin) {
  static const char *const across[] = {"x", "x2"}, *const down[] = {"y", "y2"};
  json_t *copy = json_copy((json_t *)item);
  json_object_del(copy, "marks");
  for (int i = 0; i < 2; i++) {
    if (json_object_get(item, across[i]))
      record_number(copy, across[i], member(item, across[i]) + origin.x);
    if (json_object_get(item, down[i]))
      record_number(copy, down[i], member(item, down[i]) + origin.y);
  }
  const json_t *sides = json_object_get(item, "bounds");
  if (!sides) return copy;
  double side[4];
  for (size_t i = 0; i < 4; i++)
    side[i] = json_number_value(json_array_get(sides, i));
  record_bounds(copy, (Bounds){side[0] + origin.x, side[1] + origin.y,
                               side[2] + origin.x, side[3] + origin.y});
  return copy;
}

static bool is_shared(const json_t *items, const char *name,
                      const json_t *value) {
  for (size_t i = 1; i < json_array_size(items); i++) {
    const json_t *other = json_object_get(json_array_get(items, i), name);
    if (!other || !json_equal(other, value)) return false;
  }
  return true;
}

/* Moves what all items share out of them. The caller's reference. */
static json_t *common_taken(json_t *items) {
  json_t *common = json_object(), *value;
  if (json_array_size(items) < 2) return common;
  const char *name;
  json_object_foreach(json_array_get(items, 0), name, value) {
    bool is_place = name[0] == 'x' && name[1] == '\0';
    is_place |= name[0] == 'y' && name[1] == '\0';
    if (!is_place && is_shared(items, name, value))
      json_object_set(common, name, value);
  }
  json_object_foreach(common, name, value) {
    for (size_t i = 0; i < json_array_size(items); i++)
      json_object_del(json_array_get(items, i), name);
  }
  return common;
}

static void write_mark(SceneWriter *writer, const json_t *mark, Point origin,
                       int depth) {
  json_t *head = json_object(), *items = json_array();
  const json_t *own = json_object_get(mark, "items");
  for (size_t i = 0; i < json_array_size(own); i++)
    json_array_append_new(items, item_placed(json_array_get(own, i), origin));
  json_t *common = common_taken(items);
  json_object_set(head, "type", json_object_get(mark, "type"));
  json_object_set(head, "role", json_object_get(mark, "role"));
  json_object_set_new(head, "depth", json_integer(depth));
  if (json_object_size(common)) json_object_set(head, "common", common);
  json_object_set_new(head, "items", items);
  char *line = json_dumps(head, JSON_COMPACT | JSON_REAL_PRECISION(9));
  strbuf_addf(&writer->text, "%s\n%s", writer->mark_count++ ? "," : "", line);
  free(line);
  json_decref(common);
  json_decref(head);
}

static void write_marks(SceneWriter *writer, const json_t *marks, Point origin,
                        int depth) {
  if (depth > 4 * LIMIT_VIEW_DEPTH) return;
  for (size_t i = 0; i < json_array_size(marks); i++) {
    const json_t *mark = json_array_get(marks, i);
    const json_t *items = json_object_get(mark, "items");
    if (!json_array_size(items)) continue;
    write_mark(writer, mark, origin, depth);
    for (size_t j = 0; j < json_array_size(items); j++) {
      const json_t *item = json_array_get(items, j);
      Point inner = {origin.x + member(item, "x"),
                     origin.y + member(item, "y")};
      write_marks(writer, json_object_get(item, "marks"), inner, depth + 1);
    }
  }
}

Str record_scene(Arena *arena, const Group *root, const ScenePicture *picture) {
  SceneWriter writer = {.text = {.arena = arena}};
  StrBuf *text = &writer.text;
  if (!root->record) return (Str){0};
  strbuf_addf(text, "{\"width\":%.0f,\"height\":%.0f,", ceil(picture->width),
              ceil(picture->height));
  strbuf_addf(text, "\"origin\":[%.0f,%.0f],\"view\":[%.0f,%.0f],", root->x,
              root->y, picture->view_width, picture->view_height);
  if (picture->background.len) {
    json_t *color =
        json_stringn(picture->background.text, (size_t)picture->background.len);
    char *quoted = json_dumps(color, JSON_ENCODE_ANY);
    strbuf_addf(text, "\"background\":%s,", quoted);
    free(quoted);
    json_decref(color);
  }
  strbuf_add_c(text, "\"marks\":[");
  write_marks(&writer, root->record->marks, (Point){root->x, root->y}, 0);
  strbuf_add_c(text, "\n]}\n");
  return strbuf_str(text);
}
