/* JSON or YAML in; compact JSON and the place of each node out. The first line
 * of the input says which: json or yaml. */
#include <stdlib.h>

#include "base/tree.h"
#include "cases.h"

static void add_place(StrBuf *output, const char *name, Place place) {
  LineColumn at = source_position(place.source, place.offset);
  strbuf_addf(output, "%s %d:%d\n", name, at.line, at.column);
}

static void add_places(StrBuf *output, const Tree *tree, const json_t *value) {
  const char *key;
  json_t *inner;
  size_t i;
  json_object_foreach((json_t *)value, key, inner) {
    add_place(output, key, tree_place(tree, value, key));
    add_places(output, tree, inner);
  }
  json_array_foreach(value, i, inner) {
    add_place(output, "-", tree_place_item(tree, value, (int)i));
    add_places(output, tree, inner);
  }
}

void case_tree(Arena *arena, Str path, Str input, StrBuf *output) {
  int line = str_find_char(input, '\n');
  Source *source = arena_new(arena, Source);
  *source =
      (Source){path, str_copy(arena, str_slice(input, line + 1, input.len))};
  Diags diags = {.arena = arena};
  bool is_yaml = str_starts(input, S("yaml"));
  Tree *tree = is_yaml ? tree_read_yaml(arena, place_whole(source), &diags)
                       : tree_read_json(arena, place_whole(source), &diags);
  if (tree) {
    char *text = json_dumps(tree->root, JSON_COMPACT | JSON_ENCODE_ANY);
    strbuf_addf(output, "%s\n", text);
    free(text);
    add_places(output, tree, tree->root);
  }
  case_add_diags(output, &diags);
}
