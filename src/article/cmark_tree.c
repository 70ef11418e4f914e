/* Text -> cmark-gfm's tree. */
#include "article/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <glib.h>
#include <string.h>

static void release_node(void *node) {
  cmark_node_free(node);
}

static void release_parser(void *parser) {
  cmark_parser_free(parser);
}

/* The registry is the library's own global table: filled once. */
static void register_extensions(void) {
  static gsize done;
  if (!g_once_init_enter(&done)) return;
  cmark_gfm_core_extensions_ensure_registered();
  g_once_init_leave(&done, 1);
}

cmark_node *cmark_tree_read(Arena *arena, Str text) {
  static const char *const names[] = {"table", "strikethrough", "autolink",
                                      "tasklist"};
  register_extensions();
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES |
                                          CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE |
                                          CMARK_OPT_FULL_INFO_STRING);
  arena_defer(arena, release_parser, parser);
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    cmark_parser_attach_syntax_extension(parser,
                                         cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, text.text, (size_t)text.len);
  cmark_node *root = cmark_parser_finish(parser);
  arena_defer(arena, release_node, root);
  return root;
}

static bool is_type(cmark_node *node, const char *name) {
  return strcmp(cmark_node_get_type_string(node), name) == 0;
}

bool cmark_is_table(cmark_node *node) {
  return is_type(node, "table");
}

bool cmark_is_strikethrough(cmark_node *node) {
  return is_type(node, "strikethrough");
}

bool cmark_is_task(cmark_node *node) {
  return is_type(node, "tasklist");
}
