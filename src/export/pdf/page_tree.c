/* The tree above the pages (ISO 32000-1, 7.7.3). */
#include "export/pdf/document.h"

enum { KIDS_PER_NODE = 64 };

/* Nodes, or pages, that follow each other. */
typedef struct PageNode {
  int number, page_count;
} PageNode;

typedef List(PageNode) PageLevel;

int pdf_page_parent(PdfDocument *document) {
  int page = document->list.count - 1;
  if (page % KIDS_PER_NODE == 0)
    list_add(document->scratch, &document->page_nodes,
             pdf_reserve(&document->writer));
  return *list_last(&document->page_nodes);
}

static PageLevel page_level(PdfDocument *document) {
  PageLevel level = {0};
  for (int i = 0; i < document->list.count; i++)
    list_add(document->scratch, &level,
             ((PageNode){document->list.items[i].number, 1}));
  return level;
}

static void set_node(PdfDocument *document, const PageNode *node, int parent,
                     const PageLevel *below, int first, int end) {
  StrBuf *body = pdf_begin(&document->writer, node->number);
  strbuf_addf(body, "<</Type/Pages/Count %d", node->page_count);
  if (parent) pdf_put_reference(body, "/Parent", parent);
  strbuf_add(body, S("/Kids["));
  for (int i = first; i < end; i++) {
    if (i > first) strbuf_add(body, S(" "));
    pdf_put_reference(body, "", below->items[i].number);
  }
  strbuf_add(body, S("]>>"));
  pdf_end(&document->writer);
}

/* The nodes above a level. The pages know theirs already. */
static PageLevel level_above(PdfDocument *document, const PageLevel *below,
                             bool is_lowest) {
  PageLevel level = {0};
  for (int i = 0; i < below->count; i += KIDS_PER_NODE) {
    PageNode node = {0};
    node.number = is_lowest ? document->page_nodes.items[i / KIDS_PER_NODE]
                            : pdf_reserve(&document->writer);
    for (int k = i; k < below->count && k < i + KIDS_PER_NODE; k++)
      node.page_count += below->items[k].page_count;
    list_add(document->scratch, &level, node);
  }
  return level;
}

int pdf_add_page_tree(PdfDocument *document) {
  PageLevel below = page_level(document);
  PageLevel level = level_above(document, &below, true);
  for (;;) {
    PageLevel above = {0};
    if (level.count > 1) above = level_above(document, &level, false);
    for (int i = 0; i < level.count; i++) {
      int first = i * KIDS_PER_NODE;
      int parent = above.count ? above.items[i / KIDS_PER_NODE].number : 0;
      set_node(document, &level.items[i], parent, &below, first,
               MIN(first + KIDS_PER_NODE, below.count));
    }
    if (!above.count) return level.items[0].number;
    below = level;
    level = above;
  }
}
