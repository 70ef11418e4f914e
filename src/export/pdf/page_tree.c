/* The pages as objects: contents, resources, links, and the tree above them
 * (ISO 32000-1, 7.7.3). */
#include "export/pdf/document.h"

enum { KIDS_PER_NODE = 64 };

static void put_annotations(const PdfDocument *document, StrBuf *body, int page,
                            int *next) {
  int first = *next;
  while (*next < document->annotations.count &&
         document->annotations.items[*next].page == page)
    (*next)++;
  if (first == *next) return;
  strbuf_add(body, S("/Annots["));
  for (int i = first; i < *next; i++)
    strbuf_addf(body, i > first ? " %d 0 R" : "%d 0 R",
                document->annotations.items[i].number);
  strbuf_add(body, S("]"));
}

/* The contents of a page as cairo wrote them, rewritten. 0 after an error. */
static int add_content(PdfDocument *document, int page, Str dictionary) {
  int number = pdf_reference(pdf_dictionary_find(dictionary, "Contents"));
  PdfObject object = pdf_object(&document->source, number);
  Str bytes;
  if (!pdf_stream_bytes(document->scratch, &object, &bytes)) {
    diag(document->diags, DIAG_EXPORT_LIBRARY, (Place){0},
         "cairo's page %d cannot be read", page + 1);
    return 0;
  }
  int errors = document->diags->error_count;
  Str content = pdf_content(document, page, bytes);
  if (document->diags->error_count > errors) return 0;
  int copy = pdf_reserve(&document->writer);
  pdf_set_stream(&document->writer, copy, (Str){0}, content);
  return copy;
}

static bool set_page(PdfDocument *document, int page, int parent,
                     int *next_annotation) {
  Str dictionary =
      pdf_object(&document->source, document->source.pages[page]).value;
  int content = add_content(document, page, dictionary);
  if (!content) return false;
  const Frame *frame = document->pages->list.items[page].frame;
  StrBuf body = {.arena = document->scratch};
  strbuf_addf(&body, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 ", parent);
  pdf_put_number(&body, frame->width);
  strbuf_add(&body, S(" "));
  pdf_put_number(&body, frame->height);
  strbuf_addf(&body, "]/Contents %d 0 R/Resources", content);
  Str resources = pdf_resolve(&document->source,
                              pdf_dictionary_find(dictionary, "Resources"));
  strbuf_add(&body, resources.len ? pdf_copy(document, resources) : S("<<>>"));
  strbuf_add(&body, S("/Group<</S/Transparency/CS/DeviceRGB>>"));
  if (document->is_tagged) strbuf_addf(&body, "/StructParents %d/Tabs/S", page);
  put_annotations(document, &body, page, next_annotation);
  strbuf_add(&body, S(">>"));
  pdf_set(&document->writer, document->page_numbers[page], strbuf_str(&body));
  return true;
}

typedef struct PageNode {
  int number, parent, page_count;
  int first, end; /* of its kids in the level below */
} PageNode;

typedef List(PageNode) PageLevel;

static PageLevel level_above(PdfDocument *document, const PageLevel *below) {
  PageLevel level = {0};
  for (int i = 0; i < below->count; i += KIDS_PER_NODE) {
    PageNode node = {.first = i, .end = MIN(i + KIDS_PER_NODE, below->count)};
    node.number = pdf_reserve(&document->writer);
    for (int k = node.first; k < node.end; k++) {
      node.page_count += below->items[k].page_count;
      below->items[k].parent = node.number;
    }
    list_add(document->scratch, &level, node);
  }
  return level;
}

static void set_node(PdfDocument *document, const PageNode *node,
                     const PageLevel *below) {
  StrBuf body = {.arena = document->scratch};
  strbuf_addf(&body, "<</Type/Pages/Count %d", node->page_count);
  if (node->parent) strbuf_addf(&body, "/Parent %d 0 R", node->parent);
  strbuf_add(&body, S("/Kids["));
  for (int i = node->first; i < node->end; i++)
    strbuf_addf(&body, i > node->first ? " %d 0 R" : "%d 0 R",
                below->items[i].number);
  strbuf_add(&body, S("]>>"));
  pdf_set(&document->writer, node->number, strbuf_str(&body));
}

int pdf_add_pages(PdfDocument *document) {
  PageLevel leaves = {0};
  for (int i = 0; i < document->pages->list.count; i++)
    list_add(
        document->scratch, &leaves,
        ((PageNode){.number = document->page_numbers[i], .page_count = 1}));
  PageLevel below = leaves, above = level_above(document, &below);
  List(PageLevel) levels = {0};
  list_add(document->scratch, &levels, below);
  for (; above.count > 1; above = level_above(document, &below)) {
    list_add(document->scratch, &levels, above);
    below = above;
  }
  list_add(document->scratch, &levels, above);
  for (int level = 1; level < levels.count; level++)
    for (int i = 0; i < levels.items[level].count; i++)
      set_node(document, &levels.items[level].items[i],
               &levels.items[level - 1]);
  int next_annotation = 0;
  for (int i = 0; i < leaves.count; i++)
    if (!set_page(document, i, leaves.items[i].parent, &next_annotation))
      return 0;
  return above.items[0].number;
}
