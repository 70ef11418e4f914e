/* JSON text -> json_t, strictly, through jansson. */
#include <string.h>

#include "base/limits.h"
#include "base/tree.h"
#include "base/tree_places.h"

static void release_json(void *root) {
  json_decref(root);
}

/* The byte of the first bracket that opens past the limit of depth, or -1.
 * Before the text is parsed, so that no text makes the parser recurse. */
static int too_deep_at(Str text) {
  int depth = 0;
  bool in_string = false;
  for (int i = 0; i < text.len; i++) {
    char c = text.text[i];
    if (in_string && c == '\\')
      i++;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '{' || c == '['))
      depth++;
    else if (!in_string && (c == '}' || c == ']'))
      depth--;
    if (depth > LIMIT_TREE_DEPTH) return i;
  }
  return -1;
}

static Str text_at(Place place) {
  if (place.offset < 0) return place.source->text;
  return str_slice(place.source->text, place.offset,
                   place.offset + place.length);
}

/* jansson's words name the token; its own "near ..." repeats the excerpt. */
static void report(Place place, const json_error_t *error, Diags *diags) {
  int start = place.offset < 0 ? 0 : place.offset;
  int at = start + (error->position > 0 ? error->position - 1 : 0);
  int last = start + text_at(place).len;
  if (at >= last) at = last > start ? last - 1 : start;
  const char *near = strstr(error->text, " near ");
  int len = near ? (int)(near - error->text) : (int)strlen(error->text);
  diag(diags, DIAG_TREE_SYNTAX, place_at(place.source, at, 1),
       "this is not JSON: %.*s", len, error->text);
}

Tree *tree_read_json(Arena *arena, Place place, Diags *diags) {
  Str text = text_at(place);
  int deep = too_deep_at(text);
  if (deep >= 0) {
    int start = place.offset < 0 ? 0 : place.offset;
    diag(diags, DIAG_TREE_LIMIT, place_at(place.source, start + deep, 1),
         "the JSON is nested deeper than the limit of %d", LIMIT_TREE_DEPTH);
    return NULL;
  }
  json_error_t error;
  json_t *root = json_loadb(text.text, (size_t)text.len,
                            JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
  if (!root) {
    report(place, &error, diags);
    return NULL;
  }
  arena_defer(arena, release_json, root);
  Tree *tree = arena_new(arena, Tree);
  *tree = (Tree){root, place, tree_places_new(arena)};
  return tree;
}

Str json_str(const json_t *value) {
  if (!json_is_string(value)) return (Str){0};
  return (Str){json_string_value(value), (int)json_string_length(value)};
}
