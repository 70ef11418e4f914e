/* The structure tree as objects: elements, the parent tree, the tree of ids
 * (ISO 32000-1, 14.7). */
#include "export/pdf/tree.h"

#include <stdlib.h>

static void put_text_entry(StrBuf *body, const char *key, Str text) {
  if (!text.len) return;
  strbuf_addf(body, "/%s", key);
  pdf_put_text(body, text);
}

static void put_kid(const PdfDocument *document, StrBuf *body,
                    const TreeNode *node, const TreeKid *kid) {
  int page = document->page_numbers[kid->page];
  if (kid->node)
    strbuf_addf(body, "%d 0 R", kid->node->number);
  else if (kid->annotation)
    strbuf_addf(body, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", page,
                kid->annotation);
  else if (kid->page == node->page)
    strbuf_addf(body, "%d", kid->mcid);
  else
    strbuf_addf(body, "<</Type/MCR/Pg %d 0 R/MCID %d>>", page, kid->mcid);
}

static void put_kids(const PdfDocument *document, StrBuf *body,
                     const TreeNode *node) {
  if (!node->kids.count) return;
  strbuf_add(body, S("/K["));
  for (int i = 0; i < node->kids.count; i++) {
    if (i) strbuf_add(body, S(" "));
    put_kid(document, body, node, &node->kids.items[i]);
  }
  strbuf_add(body, S("]"));
}

static bool has_table_attributes(const TreeNode *node) {
  const Element *element = node->element;
  return node->scope != SCOPE_NONE || element->row_span > 1 ||
         element->column_span > 1 || element->headers.count;
}

static void put_table_attributes(const PdfTree *tree, StrBuf *body,
                                 const TreeNode *node) {
  const Element *element = node->element;
  static const char *const scopes[] = {
      [SCOPE_ROW] = "Row", [SCOPE_COLUMN] = "Column", [SCOPE_BOTH] = "Both"};
  strbuf_add(body, S("<</O/Table"));
  if (node->scope != SCOPE_NONE)
    strbuf_addf(body, "/Scope/%s", scopes[node->scope]);
  if (element->row_span > 1)
    strbuf_addf(body, "/RowSpan %d", element->row_span);
  if (element->column_span > 1)
    strbuf_addf(body, "/ColSpan %d", element->column_span);
  if (element->headers.count) {
    strbuf_add(body, S("/Headers["));
    for (int i = 0; i < element->headers.count; i++)
      pdf_put_bytes(body, pdf_tree_id(tree, element->headers.items[i]));
    strbuf_add(body, S("]"));
  }
  strbuf_add(body, S(">>"));
}

static void put_bounds(const PdfDocument *document, StrBuf *body,
                       const TreeNode *node) {
  const Page *page = &document->pages->list.items[node->bounds_page];
  Rect rect = node->bounds;
  const double sides[] = {rect.x, page->frame->height - rect.y - rect.height,
                          rect.x + rect.width, page->frame->height - rect.y};
  strbuf_add(body, S("<</O/Layout/Placement/Block/BBox["));
  for (int i = 0; i < 4; i++) {
    if (i) strbuf_add(body, S(" "));
    pdf_put_number(body, sides[i]);
  }
  strbuf_add(body, S("]>>"));
}

static void put_list_attributes(StrBuf *body, const TreeNode *node) {
  ListNumbering numbering =
      node->element ? node->element->numbering : NUMBERING_NONE;
  strbuf_addf(body, "<</O/List/ListNumbering/%s>>",
              list_numbering_name(numbering));
}

static void put_attributes(const PdfDocument *document, const PdfTree *tree,
                           StrBuf *body, const TreeNode *node) {
  bool has_bounds = !rect_is_empty(node->bounds);
  bool has_table = node->element && has_table_attributes(node);
  bool is_list = node->role == ELEMENT_LIST;
  if (!has_bounds && !has_table && !is_list) return;
  strbuf_add(body, S("/A["));
  if (has_bounds) put_bounds(document, body, node);
  if (has_table) put_table_attributes(tree, body, node);
  if (is_list) put_list_attributes(body, node);
  strbuf_add(body, S("]"));
}

/* The figure's data among the attachments (ISO 19005-3, 6.8). */
static void put_attached(const PdfDocument *document, StrBuf *body,
                         Str attached) {
  const Pages *pages = document->pages;
  bool has_any = false;
  for (int i = 0; attached.len && i < pages->attachments.count; i++) {
    if (!str_equal(pages->attachments.items[i].figure, attached)) continue;
    strbuf_addf(body, has_any ? " %d 0 R" : "/AF[%d 0 R",
                document->attachment_numbers[i]);
    has_any = true;
  }
  if (has_any) strbuf_add(body, S("]"));
}

/* Figures and formulas always have a text that stands for them (PDF/UA-1, 7.3
 * and 7.7): where nobody gave one, at least what it is. */
static Str alt_of(const PdfDocument *document, const Element *element) {
  bool is_figure = element->role == ELEMENT_FIGURE;
  if (str_trim(element->alt).len || element->actual_text.len ||
      (!is_figure && element->role != ELEMENT_FORMULA))
    return element->alt;
  if (str_starts(document->info.language, S("ko")))
    return is_figure ? S("그림") : S("수식");
  return is_figure ? S("Figure") : S("Formula");
}

static void put_element(const PdfDocument *document, StrBuf *body,
                        const Element *element) {
  put_text_entry(body, "Lang", pdf_language(element->language));
  put_text_entry(body, "Alt", alt_of(document, element));
  put_text_entry(body, "ActualText", element->actual_text);
  put_text_entry(body, "E", element->expansion);
  put_text_entry(body, "T", element->title);
  if (document->is_archival) put_attached(document, body, element->attached);
}

static void set_node(PdfDocument *document, const PdfTree *tree,
                     const TreeNode *node, int root) {
  StrBuf body = {.arena = document->scratch};
  strbuf_addf(&body, "<</Type/StructElem/S/%s/P %d 0 R",
              element_role_name(node->role),
              node->parent ? node->parent->number : root);
  if (node->page >= 0)
    strbuf_addf(&body, "/Pg %d 0 R", document->page_numbers[node->page]);
  if (node->id.len) {
    strbuf_add(&body, S("/ID"));
    pdf_put_bytes(&body, node->id);
  }
  if (node->element) put_element(document, &body, node->element);
  put_attributes(document, tree, &body, node);
  put_kids(document, &body, node);
  strbuf_add(&body, S(">>"));
  pdf_set(&document->writer, node->number, strbuf_str(&body));
}

static int add_page_parents(PdfDocument *document, const PdfTree *tree,
                            int page) {
  StrBuf body = {.arena = document->scratch};
  strbuf_add(&body, S("["));
  for (int mcid = 0; mcid < tree->mark_counts[page]; mcid++)
    strbuf_addf(&body, mcid ? " %d 0 R" : "%d 0 R",
                tree->of_marks[page][mcid]->number);
  strbuf_add(&body, S("]"));
  return pdf_add(&document->writer, strbuf_str(&body));
}

/* Keys are the pages' numbers, then the annotations'. */
static int add_parent_tree(PdfDocument *document, const PdfTree *tree) {
  int page_count = document->pages->list.count;
  StrBuf body = {.arena = document->scratch};
  strbuf_add(&body, S("<</Nums["));
  for (int page = 0; page < page_count; page++)
    strbuf_addf(&body, page ? " %d %d 0 R" : "%d %d 0 R", page,
                add_page_parents(document, tree, page));
  for (int i = 0; i < document->annotations.count; i++)
    strbuf_addf(&body, " %d %d 0 R",
                document->annotations.items[i].struct_parent,
                tree->of_annotations[i]->number);
  strbuf_add(&body, S("]>>"));
  return pdf_add(&document->writer, strbuf_str(&body));
}

static int by_id(const void *a, const void *b) {
  return str_compare((*(TreeNode *const *)a)->id, (*(TreeNode *const *)b)->id);
}

/* 0 when no element has an id. */
static int add_id_tree(PdfDocument *document, const PdfTree *tree) {
  TreeNodes named = {0};
  for (int i = 0; i < tree->nodes.count; i++)
    if (tree->nodes.items[i]->id.len)
      list_add(document->scratch, &named, tree->nodes.items[i]);
  if (!named.count) return 0;
  qsort(named.items, (size_t)named.count, sizeof *named.items, by_id);
  StrBuf body = {.arena = document->scratch};
  strbuf_add(&body, S("<</Names["));
  for (int i = 0; i < named.count; i++) {
    pdf_put_bytes(&body, named.items[i]->id);
    strbuf_addf(&body, "%d 0 R", named.items[i]->number);
  }
  strbuf_add(&body, S("]>>"));
  return pdf_add(&document->writer, strbuf_str(&body));
}

int pdf_add_structure(PdfDocument *document) {
  PdfTree *tree = pdf_tree(document);
  if (!tree) return 0;
  pdf_mend(tree);
  int root = pdf_reserve(&document->writer);
  for (int i = 0; i < tree->nodes.count; i++)
    set_node(document, tree, tree->nodes.items[i], root);
  int ids = add_id_tree(document, tree);
  StrBuf body = {.arena = document->scratch};
  strbuf_addf(&body,
              "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R"
              "/ParentTreeNextKey %d",
              tree->nodes.items[0]->number, add_parent_tree(document, tree),
              document->pages->list.count + document->annotations.count);
  if (ids) strbuf_addf(&body, "/IDTree %d 0 R", ids);
  strbuf_add(&body, S(">>"));
  pdf_set(&document->writer, root, strbuf_str(&body));
  return root;
}
