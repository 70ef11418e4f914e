/* Links and anchors of the pages in, annotations with destinations out. */
#include "export/pdf/document.h"

static double page_height(const PdfDocument *document, int page) {
  return document->pages->list.items[page].frame->height;
}

/* The first anchor of a name is the one that links lead to. */
void pdf_find_places(PdfDocument *document) {
  for (int page = 0; page < document->pages->list.count; page++) {
    const PageMarks *marks = &document->marks[page];
    for (int i = 0; i < marks->anchors.count; i++) {
      const PlacedAnchor *anchor = &marks->anchors.items[i];
      char *name = str_c(document->scratch, anchor->name);
      if (g_hash_table_contains(document->places, name)) continue;
      PdfPlace *place = arena_new(document->scratch, PdfPlace);
      place->page = page;
      place->point = (Point){anchor->point.x,
                             page_height(document, page) - anchor->point.y};
      g_hash_table_insert(document->places, name, place);
    }
  }
}

const PdfPlace *pdf_find_place(PdfDocument *document, Str name) {
  return g_hash_table_lookup(document->places, str_c(document->scratch, name));
}

void pdf_put_destination(PdfDocument *document, StrBuf *body,
                         const PdfPlace *place) {
  strbuf_addf(body, "[%d 0 R/XYZ ", document->page_numbers[place->page]);
  pdf_put_number(body, place->point.x);
  strbuf_add(body, S(" "));
  pdf_put_number(body, place->point.y);
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

static void put_rect(StrBuf *body, Rect rect, double height) {
  const double sides[] = {rect.x, height - rect.y - rect.height,
                          rect.x + rect.width, height - rect.y};
  strbuf_add(body, S("/Rect["));
  for (int i = 0; i < 4; i++) {
    if (i) strbuf_add(body, S(" "));
    pdf_put_number(body, sides[i]);
  }
  strbuf_add(body, S("]"));
}

/* What a reader is told: the author's words, the address, or the page. */
static Str contents_of(PdfDocument *document, const PlacedLink *link,
                       const PdfPlace *place) {
  if (link->contents.len) return link->contents;
  if (!place) return link->address;
  Str label = document->pages->list.items[place->page].label;
  if (label.len) return label;
  return str_format(document->scratch, "%d", place->page + 1);
}

static void set_annotation(PdfDocument *document,
                           const PdfAnnotation *annotation,
                           const PdfPlace *place) {
  enum { FLAG_PRINT = 4 };
  const PlacedLink *link = annotation->link;
  StrBuf body = {.arena = document->scratch};
  strbuf_add(&body, S("<</Type/Annot/Subtype/Link/Border[0 0 0]"));
  strbuf_addf(&body, "/F %d/P %d 0 R", FLAG_PRINT,
              document->page_numbers[annotation->page]);
  put_rect(&body, link->rect, page_height(document, annotation->page));
  strbuf_add(&body, S("/Contents"));
  pdf_put_text(&body, contents_of(document, link, place));
  if (document->is_tagged)
    strbuf_addf(&body, "/StructParent %d", annotation->struct_parent);
  if (place) {
    strbuf_add(&body, S("/Dest"));
    pdf_put_destination(document, &body, place);
  } else {
    put_address(&body, document->scratch, link->address);
  }
  strbuf_add(&body, S(">>"));
  pdf_set(&document->writer, annotation->number, strbuf_str(&body));
}

static void add_annotation(PdfDocument *document, int page,
                           const PlacedLink *link) {
  const PdfPlace *place = NULL;
  if (!link->address.len) {
    place = pdf_find_place(document, link->destination);
    if (!place) {
      diag(document->diags, DIAG_EXPORT_NO_ANCHOR, (Place){0},
           "a link of page %d leads to '%.*s', which is on no page", page + 1,
           STR(link->destination));
      return;
    }
  }
  PdfAnnotation annotation = {.page = page, .link = link};
  annotation.number = pdf_reserve(&document->writer);
  annotation.struct_parent =
      document->pages->list.count + document->annotations.count;
  list_add(document->scratch, &document->annotations, annotation);
  set_annotation(document, &annotation, place);
}

void pdf_add_annotations(PdfDocument *document) {
  for (int page = 0; page < document->pages->list.count; page++) {
    const PageMarks *marks = &document->marks[page];
    for (int i = 0; i < marks->links.count; i++)
      add_annotation(document, page, &marks->links.items[i]);
  }
}
