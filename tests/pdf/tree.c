/* The elements below the structure tree's root, in reading order. */
#include "tree.h"

#include <glib.h>
#include <string.h>

enum { TREE_DEPTH_MAX = 200 };

typedef struct Reader {
  Arena *arena;
  const PdfModel *model;
  const json_t *role_map;
  StructureTree *tree;
} Reader;

/* ISO 32000-1, 14.8.4. */
bool tree_is_standard(const char *role) {
  static const char *const standard[] = {
      "Document", "Part",    "Art",   "Sect",  "Div",       "BlockQuote",
      "Caption",  "TOC",     "TOCI",  "Index", "NonStruct", "Private",
      "P",        "H",       "H1",    "H2",    "H3",        "H4",
      "H5",       "H6",      "L",     "LI",    "Lbl",       "LBody",
      "Table",    "TR",      "TH",    "TD",    "THead",     "TBody",
      "TFoot",    "Span",    "Quote", "Note",  "Reference", "BibEntry",
      "Code",     "Link",    "Annot", "Ruby",  "RB",        "RT",
      "RP",       "Warichu", "WT",    "WP",    "Figure",    "Formula",
      "Form"};
  for (size_t i = 0; i < G_N_ELEMENTS(standard); i++)
    if (!strcmp(role, standard[i])) return true;
  return false;
}

static const char *standard_role(const Reader *reader, const char *role) {
  for (int i = 0; i < 20 && !tree_is_standard(role); i++) {
    char *key = g_strconcat("/", role, NULL);
    role = model_name(json_object_get(reader->role_map, key));
    g_free(key);
  }
  return tree_is_standard(role) ? role : "";
}

static void add_kid(Reader *reader, int at, const char *page, json_t *kid,
                    int depth);

static int add_node(Reader *reader, int parent, const char *reference,
                    json_t *element, const char *page, int depth) {
  if (depth > TREE_DEPTH_MAX) {
    reader->tree->has_cycle = true;
    return -1;
  }
  StructureNode node = {
      .reference = reference,
      .element = element,
      .role = standard_role(reader, model_name(json_object_get(element, "/S"))),
      .parent = parent};
  int at = reader->tree->nodes.count;
  list_add(reader->arena, &reader->tree->nodes, node);
  const char *own = json_string_value(json_object_get(element, "/Pg"));
  if (own) page = own;
  json_t *kids = model_find(reader->model, element, "/K"), *kid;
  size_t i;
  if (!json_is_array(kids)) {
    if (kids) add_kid(reader, at, page, json_object_get(element, "/K"), depth);
    return at;
  }
  json_array_foreach(kids, i, kid) {
    add_kid(reader, at, page, kid, depth);
  }
  return at;
}

static void add_content(Reader *reader, int at, NodeContent content) {
  list_add(reader->arena, &reader->tree->nodes.items[at].contents, content);
}

static void add_kid(Reader *reader, int at, const char *page, json_t *kid,
                    int depth) {
  if (json_is_integer(kid)) {
    add_content(reader, at,
                (NodeContent){page, (int)json_integer_value(kid), NULL});
    return;
  }
  json_t *value = model_resolve(reader->model, kid);
  json_t *type = json_object_get(value, "/Type");
  const char *own = json_string_value(json_object_get(value, "/Pg"));
  if (model_is_name(type, "/OBJR")) {
    const char *object = json_string_value(json_object_get(value, "/Obj"));
    add_content(reader, at, (NodeContent){own ? own : page, -1, object});
  } else if (model_is_name(type, "/MCR")) {
    int mcid = (int)json_integer_value(json_object_get(value, "/MCID"));
    add_content(reader, at, (NodeContent){own ? own : page, mcid, NULL});
  } else {
    int node =
        add_node(reader, at, json_string_value(kid), value, page, depth + 1);
    if (node >= 0)
      list_add(reader->arena, &reader->tree->nodes.items[at].kids, node);
  }
}

StructureTree *tree_read(Arena *arena, const PdfModel *model) {
  StructureTree *tree = arena_new(arena, StructureTree);
  const json_t *root = model_find(model, model->catalog, "/StructTreeRoot");
  Reader reader = {arena, model, model_find(model, root, "/RoleMap"), tree};
  json_t *top = json_object_get(root, "/K"), *kid;
  if (!json_is_array(top)) {
    if (top)
      add_node(&reader, -1, json_string_value(top), model_resolve(model, top),
               NULL, 0);
    return tree;
  }
  size_t i;
  json_array_foreach(top, i, kid) {
    add_node(&reader, -1, json_string_value(kid), model_resolve(model, kid),
             NULL, 0);
  }
  return tree;
}

static json_t *attribute_of(const PdfModel *model, json_t *attributes,
                            const char *owner, const char *key) {
  attributes = model_resolve(model, attributes);
  bool is_owner = model_is_name(json_object_get(attributes, "/O"), owner);
  return is_owner ? model_find(model, attributes, key) : NULL;
}

json_t *tree_attribute(const PdfModel *model, const StructureNode *node,
                       const char *owner, const char *key) {
  json_t *all = model_find(model, node->element, "/A"), *one;
  if (!json_is_array(all)) return attribute_of(model, all, owner, key);
  size_t i;
  json_array_foreach(all, i, one) {
    json_t *value = attribute_of(model, one, owner, key);
    if (value) return value;
  }
  return NULL;
}

Str tree_kid_roles(Arena *arena, const StructureTree *tree,
                   const StructureNode *node) {
  StrBuf roles = {.arena = arena};
  for (int i = 0; i < node->kids.count; i++) {
    if (i) strbuf_add(&roles, S("&"));
    strbuf_add_c(&roles, tree->nodes.items[node->kids.items[i]].role);
  }
  if (!roles.len) strbuf_add(&roles, S(""));
  return strbuf_str(&roles);
}

const char *tree_parent_role(const StructureTree *tree,
                             const StructureNode *node) {
  return node->parent < 0 ? "" : tree->nodes.items[node->parent].role;
}
