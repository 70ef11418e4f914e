/* The structure tree as objects: elements, the parent tree, the tree of ids
 * (ISO 32000-1, 14.7). */
#include "export/pdf/tree.h"

#include <stdlib.h>

static void put_text_entry(StrBuf *body, const char *key, Str text) {
  if (!text.len) return;
  strbuf_add_c(body, key);
  pdf_put_text(body, text);
}

static void put_kid(const PdfDocument *document, StrBuf *body,
                    const TreeNode *node, const TreeKid *kid) {
  int page = document->list.items[kid->page].number;
  if (kid->node) {
    pdf_put_reference(body, "", kid->node->number);
  } else if (kid->annotation) {
    pdf_put_reference(body, "<</Type/OBJR/Pg", page);
    pdf_put_reference(body, "/Obj", kid->annotation);
    strbuf_add(body, S(">>"));
  } else if (kid->page == node->page) {
    pdf_put_integer(body, kid->mcid);
  } else {
    pdf_put_reference(body, "<</Type/MCR/Pg", page);
    strbuf_add(body, S("/MCID "));
    pdf_put_integer(body, kid->mcid);
    strbuf_add(body, S(">>"));
  }
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

static void put_bounds(StrBuf *body, const TreeNode *node) {
  strbuf_add(body, S("<</O/Layout/Placement/Block/BBox["));
  pdf_put_rect(body, node->bounds);
  strbuf_add(body, S("]>>"));
}

static void put_list_attributes(StrBuf *body, const TreeNode *node) {
  ListNumbering numbering =
      node->element ? node->element->numbering : NUMBERING_NONE;
  strbuf_addf(body, "<</O/List/ListNumbering/%s>>",
              list_numbering_name(numbering));
}

static void put_attributes(const PdfTree *tree, StrBuf *body,
                           const TreeNode *node) {
  bool has_bounds = !rect_is_empty(node->bounds);
  bool has_table = node->element && has_table_attributes(node);
  bool is_list = node->role == ELEMENT_LIST;
  if (!has_bounds && !has_table && !is_list) return;
  strbuf_add(body, S("/A["));
  if (has_bounds) put_bounds(body, node);
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
  put_text_entry(body, "/Lang", pdf_language(element->language));
  put_text_entry(body, "/Alt", alt_of(document, element));
  put_text_entry(body, "/ActualText", element->actual_text);
  put_text_entry(body, "/E", element->expansion);
  put_text_entry(body, "/T", element->title);
  if (document->is_archival) put_attached(document, body, element->attached);
}

static void set_node(PdfDocument *document, const PdfTree *tree,
                     const TreeNode *node, int root) {
  StrBuf *body = pdf_begin(&document->writer, node->number);
  strbuf_add(body, S("<</Type/StructElem/S/"));
  strbuf_add_c(body, element_role_name(node->role));
  pdf_put_reference(body, "/P", node->parent ? node->parent->number : root);
  if (node->page >= 0)
    pdf_put_reference(body, "/Pg", document->list.items[node->page].number);
  if (node->id.len) {
    strbuf_add(body, S("/ID"));
    pdf_put_bytes(body, node->id);
  }
  if (node->element) put_element(document, body, node->element);
  put_attributes(tree, body, node);
  put_kids(document, body, node);
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
}

static int add_page_parents(PdfDocument *document, const PdfTree *tree,
                            const PdfPage *page) {
  int number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("["));
  for (int mcid = 0; mcid < page->leaf_count; mcid++) {
    if (mcid) strbuf_add(body, S(" "));
    pdf_put_reference(body, "",
                      tree->of_leaves[page->first_leaf + mcid]->number);
  }
  strbuf_add(body, S("]"));
  pdf_end(&document->writer);
  return number;
}

static void put_parent(StrBuf *body, int key, int number) {
  if (key) strbuf_add(body, S(" "));
  pdf_put_integer(body, key);
  strbuf_add(body, S(" "));
  pdf_put_reference(body, "", number);
}

/* Keys are the pages' numbers, then the annotations'. */
static int add_parent_tree(PdfDocument *document, const PdfTree *tree) {
  int page_count = document->list.count;
  StrBuf numbers = {.arena = document->scratch};
  for (int page = 0; page < page_count; page++)
    put_parent(&numbers, page,
               add_page_parents(document, tree, &document->list.items[page]));
  for (int i = 0; i < document->annotations.count; i++)
    put_parent(&numbers, page_count + i, tree->of_annotations[i]->number);
  int number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("<</Nums["));
  strbuf_add(body, strbuf_str(&numbers));
  strbuf_add(body, S("]>>"));
  pdf_end(&document->writer);
  return number;
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
  int number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("<</Names["));
  for (int i = 0; i < named.count; i++) {
    pdf_put_bytes(body, named.items[i]->id);
    pdf_put_reference(body, "", named.items[i]->number);
  }
  strbuf_add(body, S("]>>"));
  pdf_end(&document->writer);
  return number;
}

int pdf_add_structure(PdfDocument *document) {
  PdfTree *tree = pdf_tree(document);
  if (!tree) return 0;
  pdf_mend(tree);
  int root = pdf_reserve(&document->writer);
  for (int i = 0; i < tree->nodes.count; i++)
    set_node(document, tree, tree->nodes.items[i], root);
  int ids = add_id_tree(document, tree);
  int parents = add_parent_tree(document, tree);
  StrBuf *body = pdf_begin(&document->writer, root);
  strbuf_add(body, S("<</Type/StructTreeRoot"));
  pdf_put_reference(body, "/K", tree->nodes.items[0]->number);
  pdf_put_reference(body, "/ParentTree", parents);
  strbuf_addf(body, "/ParentTreeNextKey %d",
              document->list.count + document->annotations.count);
  if (ids) pdf_put_reference(body, "/IDTree", ids);
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
  return root;
}
