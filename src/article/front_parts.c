/* The switches of the front matter that ask for parts of the book: each takes
 * true or false, or says more. */
#include <glib.h>
#include <string.h>

#include "article/front_matter.h"

enum { DEPTH_MOST = 6 };

static void tell(const Reading *reading, const json_t *object, const char *key,
                 const char *wanted) {
  diag(reading->diags, DIAG_ARTICLE_WRONG_KIND,
       tree_place(reading->article->front, object, key), "'%s' takes %s", key,
       wanted);
}

static bool is_switch(const json_t *value) {
  return !value || json_is_null(value) || json_is_boolean(value);
}

static void check_contents(const Reading *reading, const json_t *root) {
  static const char *const keys[] = {"depth"};
  const json_t *map = json_object_get(root, "contents");
  if (is_switch(map)) return;
  if (!json_is_object(map)) {
    tell(reading, root, "contents", "true, false or {depth: 2}");
    return;
  }
  front_check_keys(reading, map, keys, 1);
  const json_t *depth = json_object_get(map, "depth");
  json_int_t levels = json_integer_value(depth);
  if (depth && (!json_is_integer(depth) || levels < 1 || levels > DEPTH_MOST))
    tell(reading, map, "depth", "a whole number from 1 to 6");
}

static void check_lists(const Reading *reading, const json_t *root) {
  const json_t *lists = json_object_get(root, "lists");
  bool is_right = is_switch(lists) || json_is_array(lists);
  size_t i;
  json_t *item;
  json_array_foreach(lists, i, item) {
    const char *name = json_string_value(item);
    is_right &= name && (!strcmp(name, "tables") || !strcmp(name, "figures"));
  }
  if (!is_right)
    tell(reading, root, "lists", "true, false or [tables, figures]");
}

static void check_cover(const Reading *reading, const json_t *root) {
  static const char *const keys[] = {"chart"};
  const json_t *map = json_object_get(root, "cover");
  if (is_switch(map)) return;
  const json_t *chart = json_object_get(map, "chart");
  if (json_is_object(map)) front_check_keys(reading, map, keys, 1);
  if (!json_is_object(map) || (chart && !json_is_string(chart)))
    tell(reading, root, "cover", "true, false or {chart: a file}");
}

static void check_colophon(const Reading *reading, const json_t *root) {
  const json_t *map = json_object_get(root, "colophon");
  if (is_switch(map)) return;
  if (!json_is_object(map))
    tell(reading, root, "colophon", "true, false or a map of texts");
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)map, key, value) if (!json_is_string(value) &&
                                                     !json_is_integer(value) &&
                                                     !json_is_null(value))
      tell(reading, map, key, "a text");
}

void front_parts_check(const Reading *reading) {
  const json_t *root = reading->article->front->root;
  check_cover(reading, root);
  check_contents(reading, root);
  check_lists(reading, root);
  check_colophon(reading, root);
  if (!is_switch(json_object_get(root, "attach-data")))
    tell(reading, root, "attach-data", "true or false");
}
