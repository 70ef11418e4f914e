/* Links of the pages in, annotations with destinations out. */
#include "export/pdf/document.h"

const PdfPlace *pdf_find_place(PdfDocument *document, Str name) {
  return g_hash_table_lookup(document->places, str_c(document->scratch, name));
}

void pdf_put_destination(PdfDocument *document, StrBuf *body,
                         const PdfPlace *place) {
  const double point[] = {place->point.x, place->point.y};
  strbuf_add(body, S("["));
  pdf_put_reference(body, "", document->list.items[place->page].number);
  strbuf_add(body, S("/XYZ "));
  pdf_put_numbers(body, point, 2);
  strbuf_add(body, S(" null]"));
}

/* Addresses are ASCII (ISO 32000-1, 12.6.4.7); the rest is percent-encoded. */
static void put_address(StrBuf *body, Arena *scratch, Str address) {
  StrBuf escaped = {.arena = scratch};
  for (int i = 0; i < address.len; i++) {
    unsigned char c = (unsigned char)address.text[i];
    if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>')
      strbuf_addf(&escaped, "%%%02X", c);
    else
      strbuf_add(&escaped, str_slice(address, i, i + 1));
  }
  strbuf_add(body, S("/A<</S/URI/URI"));
  pdf_put_bytes(body, strbuf_str(&escaped));
  strbuf_add(body, S(">>"));
}

/* What a reader is told: the author's words, the address, or the page. */
static Str contents_of(PdfDocument *document, const PdfLink *link,
                       const PdfPlace *place) {
  if (link->contents.len) return link->contents;
  if (!place) return link->address;
  Str label = document->list.items[place->page].label;
  if (label.len) return label;
  return str_format(document->scratch, "%d", place->page + 1);
}

static void set_annotation(PdfDocument *document,
                           const PdfAnnotation *annotation,
                           const PdfPlace *place, int struct_parent) {
  const PdfLink *link = annotation->link;
  StrBuf *body = pdf_begin(&document->writer, annotation->number);
  strbuf_add(body,
             S("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4")); /* print */
  pdf_put_reference(body, "/P", document->list.items[link->page].number);
  strbuf_add(body, S("/Rect["));
  pdf_put_rect(body, link->rect);
  strbuf_add(body, S("]/Contents"));
  pdf_put_text(body, contents_of(document, link, place));
  if (document->is_tagged) {
    strbuf_add(body, S("/StructParent "));
    pdf_put_integer(body, struct_parent);
  }
  if (place) {
    strbuf_add(body, S("/Dest"));
    pdf_put_destination(document, body, place);
  } else {
    put_address(body, document->scratch, link->address);
  }
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
}

static void add_annotation(PdfDocument *document, const PdfLink *link) {
  const PdfPlace *place = NULL;
  if (!link->address.len) {
    place = pdf_find_place(document, link->destination);
    if (!place) {
      diag(document->diags, DIAG_EXPORT_NO_ANCHOR, (Place){0},
           "a link of page %d leads to '%.*s', which is on no page",
           link->page + 1, STR(link->destination));
      return;
    }
  }
  PdfAnnotation annotation = {pdf_reserve(&document->writer), link};
  int struct_parent = document->list.count + document->annotations.count;
  list_add(document->scratch, &document->annotations, annotation);
  set_annotation(document, &annotation, place, struct_parent);
}

/* The annotations of a page, from *next on. */
static void set_list(PdfDocument *document, int page, int *next) {
  int number = document->list.items[page].annotations;
  if (!number) return;
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("["));
  for (int i = *next; *next < document->annotations.count &&
                      document->annotations.items[*next].link->page == page;
       (*next)++) {
    if (*next > i) strbuf_add(body, S(" "));
    pdf_put_reference(body, "", document->annotations.items[*next].number);
  }
  strbuf_add(body, S("]"));
  pdf_end(&document->writer);
}

void pdf_add_annotations(PdfDocument *document) {
  for (int i = 0; i < document->links.count; i++)
    add_annotation(document, &document->links.items[i]);
  int next = 0;
  for (int page = 0; page < document->list.count; page++)
    set_list(document, page, &next);
}
