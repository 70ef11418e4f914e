/* An SVG in, a form that shows it out (ISO 32000-1, 8.10). librsvg draws it by
 * cairo, into a file of one page from which it is taken. */
#include <assert.h>
#include <cairo-pdf.h>

#include "export/pdf/copy.h"
#include "export/picture.h"
#include "export/svg_library.h"

static cairo_status_t collect(void *closure, const unsigned char *data,
                              unsigned length) {
  strbuf_add(closure, (Str){(const char *)data, (int)length});
  return CAIRO_STATUS_SUCCESS;
}

static bool render(Arena *scratch, const Image *image, cairo_t *cairo,
                   double width, double height) {
  const SvgLibrary *svg = svg_library();
  assert(svg); /* the picture's size came from it */
  Str text = picture_svg_without_links(scratch, image->bytes);
  RsvgHandle *handle = svg->handle_new_from_data((const guint8 *)text.text,
                                                 (gsize)text.len, NULL);
  if (!handle) return false;
  RsvgRectangle viewport = {0, 0, width, height};
  bool is_drawn = svg->handle_render_document(handle, cairo, &viewport, NULL);
  svg->object_unref(handle);
  return is_drawn;
}

static bool draw(Arena *scratch, const Image *image, double width,
                 double height, StrBuf *file) {
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream(collect, file, width, height);
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  cairo_t *cairo = cairo_create(surface);
  bool is_drawn = render(scratch, image, cairo, width, height);
  cairo_show_page(cairo);
  is_drawn &= cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  is_drawn &= cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  return is_drawn;
}

static bool add_form(PdfCopying *copying, int number, Rect box) {
  Arena *scratch = copying->scratch;
  const PdfFile *source = &copying->source;
  Str page = pdf_object(source, source->pages[0]).value;
  int contents = pdf_reference(pdf_dictionary_find(page, "Contents"));
  PdfObject object = pdf_object(source, contents);
  Str bytes;
  if (!pdf_stream_bytes(scratch, &object, &bytes)) return false;
  Str resources = pdf_resolve(source, pdf_dictionary_find(page, "Resources"));
  StrBuf entries = {.arena = scratch};
  strbuf_add(&entries, S("/Type/XObject/Subtype/Form/BBox["));
  pdf_put_rect(&entries, box);
  strbuf_add(&entries, S("]/Resources"));
  strbuf_add(&entries,
             resources.len ? pdf_copy(copying, resources) : S("<<>>"));
  pdf_set_stream(&copying->document->writer, number, strbuf_str(&entries),
                 bytes);
  pdf_copy_waiting(copying);
  return true;
}

int pdf_add_svg(PdfDocument *document, const Image *image, double width,
                double height) {
  Arena scratch = {0};
  StrBuf file = {.arena = &scratch};
  PdfCopying copying = {.scratch = &scratch,
                        .document = document,
                        .copies = pdf_table(&scratch, NULL, NULL)};
  int number = pdf_reserve(&document->writer);
  bool is_added = draw(&scratch, image, width, height, &file) &&
                  pdf_file_read(&scratch, strbuf_str(&file), &copying.source) &&
                  add_form(&copying, number, (Rect){0, 0, width, height});
  arena_clear(&scratch);
  if (is_added) return number;
  diag(document->diags, DIAG_EXPORT_LIBRARY, (Place){0},
       "an SVG picture on page %d cannot be drawn", document->list.count);
  pdf_set(&document->writer, number, S("null"));
  return 0;
}
