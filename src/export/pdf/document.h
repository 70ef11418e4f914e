/* What the stages of the finisher share. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_DOCUMENT_H
#define JIKJI_EXPORT_PDF_DOCUMENT_H

#include <glib.h>

#include "export/export.h"
#include "export/pdf/paint.h"
#include "export/pdf/read.h"
#include "export/pdf/write.h"

/* A link as it stands on its page. */
typedef struct PdfAnnotation {
  int number; /* of its object */
  int page;
  int struct_parent; /* its key in the parent tree */
  const PlacedLink *link;
} PdfAnnotation;

typedef struct PdfPlace {
  int page;
  Point point; /* y up, as PDF has it */
} PdfPlace;

/* Of a page: the content that the marked sequence of each number shows. */
typedef List(const Element *) ContentLeaves;

typedef struct PdfDocument {
  Arena *scratch;
  const Pages *pages;
  DocumentInfo info; /* the pages', with a title and a language always */
  Diags *diags;
  bool is_tagged;        /* has a structure tree, claims PDF/UA-1 and level A */
  bool is_archival;      /* claims PDF/A */
  PageMarks *marks;      /* of each page, as painted */
  ContentLeaves *leaves; /* of each page, once its content is written */
  PdfFile source;        /* what cairo wrote */
  PdfWriter writer;
  GHashTable *copies; /* cairo's object number -> ours */
  List(int) waiting;  /* numbers of cairo's that are still to be copied */
  int *page_numbers;  /* objects of the pages */
  GHashTable *places; /* anchor's name -> PdfPlace */
  List(PdfAnnotation) annotations;
  int *attachment_numbers; /* of the file specifications */
} PdfDocument;

/* A hash table with the arena's lifetime. Only looked things up in: its order
 * is no order. */
GHashTable *pdf_table(Arena *scratch, GHashFunc hash, GEqualFunc equal);

/* content.c: the page's content with its marks as the structure has them. Empty
 * after an error. Sequences of real content are numbered from 0 in their order;
 * the page's leaves tell whose they are. */
Str pdf_content(PdfDocument *document, int page, Str content);

/* page_tree.c: the pages, and the tree above them; its object number, 0 after
 * an error. */
int pdf_add_pages(PdfDocument *document);

/* mend.c: the tag itself; empty where it names no language (RFC 3066). */
Str pdf_language(Str tag);

/* resources.c: the value with all it refers to copied into the file. */
Str pdf_copy(PdfDocument *document, Str value);
void pdf_copy_waiting(PdfDocument *document);

/* inks.c: a picture in CMYK as one in RGB; false: it is none. */
bool pdf_copy_inks(PdfDocument *document, const PdfObject *object, int copy);

/* fonts.c: a CFF font without the subroutines that no glyph of it needs; the
 * font itself where it cannot be made smaller. */
Str pdf_font_pruned(Arena *scratch, Str cff);

/* annotations.c */
void pdf_find_places(PdfDocument *document);
const PdfPlace *pdf_find_place(PdfDocument *document, Str name);
void pdf_add_annotations(PdfDocument *document);
void pdf_put_destination(PdfDocument *document, StrBuf *body,
                         const PdfPlace *place);

/* structure.c: the structure tree, once the pages are added; its object
 * number. */
int pdf_add_structure(PdfDocument *document);

/* outline.c: their object numbers, 0 for none. */
int pdf_add_outline(PdfDocument *document);
int pdf_add_page_labels(PdfDocument *document);

/* metadata.c */
int pdf_add_info(PdfDocument *document);
int pdf_add_xmp(PdfDocument *document);
int pdf_add_output_intent(PdfDocument *document);

/* attachments.c: the file specifications; the names in the catalog. */
void pdf_add_attachments(PdfDocument *document);
void pdf_put_attachments(PdfDocument *document, StrBuf *catalog);

#endif
