/* What the stages of a document share. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_DOCUMENT_H
#define JIKJI_EXPORT_PDF_DOCUMENT_H

#include <cairo.h>
#include <glib.h>

#include "export/export.h"
#include "export/pdf/fonts.h"
#include "export/pdf/text_boxes.h"
#include "export/pdf/write.h"

/* A page that is written, and what must be known of it until the end. */
typedef struct PdfPage {
  int number; /* of its object */
  double width, height;
  Str label;
  int first_leaf, leaf_count; /* of the document's leaves */
  int annotations;            /* the object of their list; 0: it has none */
} PdfPage;

/* A rectangle of a page that leads somewhere. Points have y up from here on. */
typedef struct PdfLink {
  int page;
  Rect rect;
  Str destination, address, contents;
  const Element *element; /* NULL for the link of a group */
  Tag tag;                /* what the group is part of */
} PdfLink;

/* A link that leads somewhere, as an object. */
typedef struct PdfAnnotation {
  int number;
  const PdfLink *link;
} PdfAnnotation;

typedef struct PdfPlace {
  int page;
  Point point;
} PdfPlace;

/* Where a figure or formula stands. */
typedef struct FigurePlace {
  const Element *figure;
  int page;
  Rect bounds;
} FigurePlace;

/* A picture that is in the file. */
typedef struct PdfPicture {
  const Image *image;
  double width, height; /* of an SVG: what it was set for */
  int number;           /* 0: it cannot be read */
  Matrix matrix;        /* takes the unit square to the picture as it is seen */
} PdfPicture;

typedef struct PdfDocument {
  Arena *scratch;
  const Pages *pages; /* their structure, outline, attachments */
  DocumentInfo info;  /* the pages', with a title and a language always */
  Diags *diags;
  bool is_tagged;   /* has a structure tree, claims PDF/UA-1 and level A */
  bool is_archival; /* claims PDF/A */
  PdfWriter writer;
  PdfFonts fonts;
  List(PdfPage) list;
  List(int) page_nodes;         /* of the tree of pages, its lowest level */
  List(const Element *) leaves; /* of all marks, page by page, by MCID */
  List(PdfLink) links;          /* page by page */
  List(PdfAnnotation) annotations;
  List(FigurePlace) figures;
  GHashTable *places; /* anchor's name -> PdfPlace */
  List(PdfPicture) pictures;
  int opacities[1001];     /* graphics states, by thousandths of alpha */
  int *attachment_numbers; /* of the file specifications */
  StrBuf content;          /* lent to the page that is written */
  TextBoxes boxes;         /* lent to the run that is written */
} PdfDocument;

/* A hash table with the arena's lifetime. Only looked things up in: its order
 * is no order. */
GHashTable *pdf_table(Arena *scratch, GHashFunc hash, GEqualFunc equal);

/* page.c: writes the page. */
void pdf_add_page(PdfDocument *document, const Page *page);

/* page_tree.c: the number of the node that the next page hangs in; the tree
 * above the pages, its object number. */
int pdf_page_parent(PdfDocument *document);
int pdf_add_page_tree(PdfDocument *document);

/* mend.c: the tag itself; empty where it names no language (RFC 3066). */
Str pdf_language(Str tag);

/* shading.c: object numbers of a gradient as a pattern, and of a graphics state
 * that lets its alpha through; 0: all its stops have the same. */
int pdf_add_gradient(PdfDocument *document, const Paint *paint, Matrix matrix);
int pdf_add_fading(PdfDocument *document, const Paint *paint, Matrix matrix,
                   Rect page);

/* svg_picture.c: a picture drawn by librsvg as a form of that size; its object
 * number, 0 when it cannot be. */
int pdf_add_svg(PdfDocument *document, const Image *image, double width,
                double height);

/* raster_picture.c: pixels or JPEG files. */
PdfPicture pdf_add_raster(PdfDocument *document, const Image *image);
void pdf_set_pixels(PdfDocument *document, int number,
                    cairo_surface_t *surface);

/* cff_prune.c: a CFF font without the subroutines that no glyph of it needs;
 * the font itself where it cannot be made smaller. */
Str pdf_font_pruned(Arena *scratch, Str cff);

/* missing_outlines.c: an error for each face that a font cannot be made of. */
void pdf_check_outlines(PdfDocument *document);

/* annotations.c */
const PdfPlace *pdf_find_place(PdfDocument *document, Str name);
void pdf_add_annotations(PdfDocument *document);
void pdf_put_destination(PdfDocument *document, StrBuf *body,
                         const PdfPlace *place);

/* structure.c: the structure tree; its object number. 0 after an error. */
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
