/* The document's elements and what was painted in, a tree of elements with
 * their marks and annotations out. */
#include "export/pdf/tree.h"

#include <assert.h>

enum { TREE_DEPTH_MAX = 1000 };

typedef List(TreeKid) TreeKids;

typedef struct Builder {
  PdfDocument *document;
  PdfTree *tree;
  GHashTable *leaves; /* Element -> TreeKids, its marks in painting order */
  GHashTable *ids;    /* those in use -> the last number added to one */
  int claimed;        /* marks that some node has */
} Builder;

static void add_leaf_mark(Builder *builder, const Element *leaf, TreeKid kid) {
  Arena *scratch = builder->document->scratch;
  TreeKids *marks = g_hash_table_lookup(builder->leaves, leaf);
  if (!marks) {
    marks = arena_new(scratch, TreeKids);
    g_hash_table_insert(builder->leaves, (gpointer)leaf, marks);
  }
  list_add(scratch, marks, kid);
}

static void gather_marks(Builder *builder) {
  PdfDocument *document = builder->document;
  builder->tree->of_leaves =
      arena_array(document->scratch, TreeNode *, document->leaves.count);
  for (int page = 0; page < document->list.count; page++) {
    const PdfPage *held = &document->list.items[page];
    for (int mcid = 0; mcid < held->leaf_count; mcid++)
      add_leaf_mark(builder, document->leaves.items[held->first_leaf + mcid],
                    (TreeKid){.page = page, .mcid = mcid});
  }
}

static TreeNode **owner_of(const Builder *builder, const TreeKid *kid) {
  const PdfPage *page = &builder->document->list.items[kid->page];
  return &builder->tree->of_leaves[page->first_leaf + kid->mcid];
}

/* An id that no other element has; notes must have one (PDF/UA-1, 7.9). */
static Str unique_id(Builder *builder, const Element *element) {
  Arena *scratch = builder->document->scratch;
  Str wanted = element->id;
  if (!wanted.len && element->role != ELEMENT_NOTE) return wanted;
  if (!wanted.len) wanted = S("note");
  char *name = str_c(scratch, wanted);
  wanted.text = name;
  int used = GPOINTER_TO_INT(g_hash_table_lookup(builder->ids, name));
  Str id = wanted;
  while (used && g_hash_table_contains(builder->ids, id.text))
    id = str_format(scratch, "%.*s-%d", STR(wanted), ++used);
  g_hash_table_insert(builder->ids, name, GINT_TO_POINTER(used ? used : 1));
  if (used)
    g_hash_table_insert(builder->ids, (gpointer)id.text, GINT_TO_POINTER(1));
  return id;
}

static TreeNode *new_node(Builder *builder, TreeNode *parent,
                          ElementRole role) {
  PdfDocument *document = builder->document;
  TreeNode *node = arena_new(document->scratch, TreeNode);
  *node = (TreeNode){.role = role, .parent = parent, .page = -1};
  node->number = pdf_reserve(&document->writer);
  node->bounds = rect_empty();
  list_add(document->scratch, &builder->tree->nodes, node);
  if (parent)
    list_add(document->scratch, &parent->kids, (TreeKid){.node = node});
  return node;
}

static void claim_marks(Builder *builder, TreeNode *node, const Element *leaf) {
  const TreeKids *marks = g_hash_table_lookup(builder->leaves, leaf);
  for (int i = 0; marks && i < marks->count; i++) {
    TreeKid kid = marks->items[i];
    TreeNode **owner = owner_of(builder, &kid);
    if (*owner) continue; /* counted as missing in the end */
    *owner = node;
    builder->claimed++;
    if (node->page < 0) node->page = kid.page;
    list_add(builder->document->scratch, &node->kids, kid);
  }
}

static void add_element(Builder *builder, TreeNode *parent,
                        const Element *element, int depth) {
  assert(depth < TREE_DEPTH_MAX);
  TreeNode *node = new_node(builder, parent, element->role);
  node->element = element;
  node->scope = element->scope;
  node->id = unique_id(builder, element);
  g_hash_table_insert(builder->tree->of_elements, (gpointer)element, node);
  for (int i = 0; i < element->kids.count; i++) {
    const Element *kid = element->kids.items[i];
    if (kid->role == ELEMENT_CONTENT)
      claim_marks(builder, node, kid);
    else
      add_element(builder, node, kid, depth + 1);
  }
}

static void gather_bounds(Builder *builder) {
  const PdfDocument *document = builder->document;
  for (int i = 0; i < document->figures.count; i++) {
    const FigurePlace *place = &document->figures.items[i];
    TreeNode *node =
        g_hash_table_lookup(builder->tree->of_elements, place->figure);
    if (!node) continue;
    if (rect_is_empty(node->bounds)) node->bounds_page = place->page;
    if (node->bounds_page == place->page)
      node->bounds = rect_union(node->bounds, place->bounds);
  }
}

/* An annotation must stand in a Link (PDF/UA-1, 7.18.5). Within a reference
 * this is a new one around all that the reference holds. */
static TreeNode *link_within(Builder *builder, TreeNode *node) {
  if (node->role == ELEMENT_LINK) return node;
  for (int i = 0; i < node->kids.count; i++) {
    TreeNode *kid = node->kids.items[i].node;
    if (kid && kid->role == ELEMENT_LINK && !kid->element) return kid;
  }
  TreeNode held = *node;
  node->kids.items = NULL;
  node->kids.count = node->kids.capacity = 0;
  TreeNode *link = new_node(builder, node, ELEMENT_LINK);
  link->kids.items = held.kids.items;
  link->kids.count = held.kids.count;
  link->kids.capacity = held.kids.capacity;
  link->page = held.page;
  for (int i = 0; i < link->kids.count; i++) {
    TreeKid kid = link->kids.items[i];
    if (kid.node)
      kid.node->parent = link;
    else
      *owner_of(builder, &kid) = link;
  }
  return link;
}

/* What the annotation belongs to: its element, else what the group around it is
 * part of, else the document. */
static TreeNode *annotation_node(Builder *builder, const PdfLink *link) {
  if (link->element) {
    TreeNode *node =
        g_hash_table_lookup(builder->tree->of_elements, link->element);
    if (node) return link_within(builder, node);
  }
  TreeNode *parent = NULL;
  if (link->tag.kind == TAG_CONTENT)
    parent = g_hash_table_lookup(builder->tree->of_elements,
                                 link->tag.content->parent);
  if (!parent) parent = builder->tree->nodes.items[0];
  return new_node(builder, parent, ELEMENT_LINK);
}

static void add_annotations(Builder *builder) {
  PdfDocument *document = builder->document;
  int count = document->annotations.count;
  builder->tree->of_annotations =
      arena_array(document->scratch, TreeNode *, count);
  for (int i = 0; i < count; i++) {
    const PdfAnnotation *annotation = &document->annotations.items[i];
    TreeNode *node = annotation_node(builder, annotation->link);
    TreeKid kid = {.page = annotation->link->page,
                   .annotation = annotation->number};
    list_add(document->scratch, &node->kids, kid);
    if (node->page < 0) node->page = kid.page;
    builder->tree->of_annotations[i] = node;
  }
}

Str pdf_tree_id(const PdfTree *tree, const Element *element) {
  const TreeNode *node = g_hash_table_lookup(tree->of_elements, element);
  return node ? node->id : (Str){0};
}

PdfTree *pdf_tree(PdfDocument *document) {
  Arena *scratch = document->scratch;
  Builder builder = {.document = document,
                     .tree = arena_new(scratch, PdfTree),
                     .leaves = pdf_table(scratch, NULL, NULL),
                     .ids = pdf_table(scratch, g_str_hash, g_str_equal)};
  builder.tree->of_elements = pdf_table(scratch, NULL, NULL);
  int total = document->leaves.count;
  gather_marks(&builder);
  add_element(&builder, NULL, document->pages->structure, 0);
  gather_bounds(&builder);
  add_annotations(&builder);
  if (builder.claimed == total) return builder.tree;
  diag(document->diags, DIAG_EXPORT_UNMARKED, (Place){0},
       "%d painted things belong to no element of the document",
       total - builder.claimed);
  diag_hint(document->diags, "this is a fault of jikji");
  return NULL;
}
