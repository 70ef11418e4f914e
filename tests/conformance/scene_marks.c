#include "scene_marks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "frame/frame.h"

typedef struct Reading {
  Arena *arena;
  SceneFile *file;
  const json_t *common, *item; /* an item and what it shares with others */
} Reading;

static const json_t *member(const Reading *reading, const char *name) {
  const json_t *own = json_object_get(reading->item, name);
  return own ? own : json_object_get(reading->common, name);
}

static double number(const Reading *reading, const char *name,
                     double otherwise) {
  const json_t *value = member(reading, name);
  return json_is_number(value) ? json_number_value(value) : otherwise;
}

static const char *word(const Reading *reading, const char *name,
                        const char *otherwise) {
  const char *text = json_string_value(member(reading, name));
  return text ? text : otherwise;
}

/* ---- Paint ---- */

/* "#rrggbb" with what its opacities leave of it; "" where nothing shows. */
static void spell_paint(const Reading *reading, const char *name,
                        const char *opacity_name, char *text, size_t size) {
  const json_t *value = member(reading, name);
  text[0] = '\0';
  if (json_is_object(value)) {
    snprintf(text, size, "gradient");
    return;
  }
  Color color;
  const char *given = json_string_value(value);
  if (!given || !color_read(str_from(given), &color)) return;
  double alpha = color.alpha * number(reading, "opacity", 1) *
                 number(reading, opacity_name, 1);
  if (alpha <= 0) return;
  snprintf(text, size, "#%02x%02x%02x %.2f", (int)(color.red * 255 + .5),
           (int)(color.green * 255 + .5), (int)(color.blue * 255 + .5), alpha);
}

static void spell_paints(const Reading *reading, SceneThing *thing) {
  char fill[24] = "", stroke[24] = "";
  bool is_filled = strcmp(thing->type, "rule") && strcmp(thing->type, "line");
  if (is_filled) spell_paint(reading, "fill", "fillOpacity", fill, sizeof fill);
  double width = number(reading, "strokeWidth", 1);
  if (width > 0)
    spell_paint(reading, "stroke", "strokeOpacity", stroke, sizeof stroke);
  if (stroke[0])
    snprintf(thing->paint, sizeof thing->paint, "%s|%s %.2g", fill, stroke,
             width);
  else
    snprintf(thing->paint, sizeof thing->paint, "%s|", fill);
}

/* ---- Places ---- */

static void add(SceneThing *thing, double value) {
  if (thing->number_count < 6) thing->numbers[thing->number_count++] = value;
}

static void add_ordered(SceneThing *thing, double a, double b) {
  add(thing, fmin(a, b));
  add(thing, fmax(a, b));
}

static void add_bounds(const Reading *reading, SceneThing *thing) {
  const json_t *bounds = member(reading, "bounds");
  for (size_t i = 0; i < json_array_size(bounds); i++)
    add(thing, json_number_value(json_array_get(bounds, i)));
}

/* The other end along an axis: told as such or by an extent. */
static double end_of(const Reading *reading, const char *start, const char *end,
                     const char *extent) {
  double from = number(reading, start, 0);
  const json_t *given = member(reading, end);
  if (json_is_number(given)) return json_number_value(given);
  return from + number(reading, extent, 0);
}

static void add_places(const Reading *reading, SceneThing *thing) {
  double x = number(reading, "x", 0), y = number(reading, "y", 0);
  if (!strcmp(thing->type, "text") || !strcmp(thing->type, "shape")) {
    add_bounds(reading, thing);
    return;
  }
  if (!strcmp(thing->type, "arc")) {
    add(thing, x);
    add(thing, y);
    add_ordered(thing, number(reading, "startAngle", 0),
                number(reading, "endAngle", 0));
    add_ordered(thing, number(reading, "innerRadius", 0),
                number(reading, "outerRadius", 0));
    return;
  }
  if (!strcmp(thing->type, "symbol") || !strcmp(thing->type, "trail")) {
    add(thing, x);
    add(thing, y);
    add(thing, sqrt(number(reading, "size", 64)));
    return;
  }
  add_ordered(thing, x, end_of(reading, "x", "x2", "width"));
  add_ordered(thing, y, end_of(reading, "y", "y2", "height"));
}

static Str lines_joined(const Reading *reading) {
  const json_t *text = member(reading, "text");
  if (json_is_string(text)) return json_str(text);
  StrBuf buf = {.arena = reading->arena};
  for (size_t i = 0; i < json_array_size(text); i++) {
    if (i) strbuf_add_c(&buf, "\n");
    strbuf_add(&buf, json_str(json_array_get(text, i)));
  }
  return strbuf_str(&buf);
}

/* ---- What shows ---- */

static bool is_seen(const SceneThing *thing) {
  if (!strcmp(thing->type, "group")) return false;
  if (!strcmp(thing->paint, "|") && strcmp(thing->type, "image")) return false;
  if (!strcmp(thing->type, "text")) return thing->text.len > 0;
  for (int i = 0; i < thing->number_count; i++)
    if (!isfinite(thing->numbers[i])) return false;
  if (strcmp(thing->type, "rect")) return true;
  return thing->numbers[1] > thing->numbers[0] &&
         thing->numbers[3] > thing->numbers[2];
}

static void add_item(Reading *reading, const char *type, const char *role) {
  SceneThing thing = {.type = type, .role = role};
  if (json_is_false(member(reading, "defined"))) return;
  spell_paints(reading, &thing);
  add_places(reading, &thing);
  if (!strcmp(type, "text")) thing.text = lines_joined(reading);
  if (!strcmp(type, "symbol"))
    thing.text = str_from(word(reading, "shape", "circle"));
  if (is_seen(&thing)) list_add(reading->arena, &reading->file->things, thing);
}

static void release_json(void *json) {
  json_decref(json);
}

bool scene_file_read(Arena *arena, const char *path, SceneFile *file) {
  json_t *json = json_load_file(path, 0, NULL);
  const json_t *marks = json_object_get(json, "marks");
  if (!json_is_array(marks)) return false;
  arena_defer(arena, release_json, json);
  file->width = json_number_value(json_object_get(json, "width"));
  file->height = json_number_value(json_object_get(json, "height"));
  file->is_partial = json_object_get(json, "dropped") != NULL;
  for (size_t i = 0; i < json_array_size(marks); i++) {
    const json_t *mark = json_array_get(marks, i);
    const json_t *items = json_object_get(mark, "items");
    const char *type = json_string_value(json_object_get(mark, "type"));
    const char *role = json_string_value(json_object_get(mark, "role"));
    for (size_t j = 0; type && role && j < json_array_size(items); j++) {
      Reading reading = {arena, file, json_object_get(mark, "common"),
                         json_array_get(items, j)};
      add_item(&reading, type, role);
    }
  }
  return true;
}
