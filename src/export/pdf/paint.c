/* Pages in, cairo's PDF file out, with a tag around each painted thing. */
#include "export/pdf/paint.h"

#include <cairo-pdf.h>

static cairo_status_t collect(void *closure, const unsigned char *data,
                              unsigned length) {
  strbuf_add(closure, (Str){(const char *)data, (int)length});
  return CAIRO_STATUS_SUCCESS;
}

/* Without a date of our own cairo would write the clock's. */
static cairo_surface_t *open_surface(StrBuf *file) {
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream(collect, file, 1, 1);
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                 "2000-01-01T00:00:00Z");
  return surface;
}

static void paint_page(cairo_t *cairo, const Page *page, bool is_tagged,
                       PageMarks *marks) {
  Arena scratch = {0};
  Drawing drawing = {.cairo = cairo,
                     .scratch = &scratch,
                     .is_tagged = is_tagged,
                     .marks = marks};
  cairo_save(cairo);
  draw_frame(&drawing, page->frame);
  cairo_restore(cairo);
  cairo_show_page(cairo);
  arena_clear(&scratch);
}

bool pdf_paint(Arena *scratch, const Pages *pages, bool is_tagged,
               PageMarks *marks, Diags *diags, Str *bytes) {
  StrBuf file = {.arena = scratch};
  cairo_surface_t *surface = open_surface(&file);
  cairo_t *cairo = cairo_create(surface);
  for (int i = 0; i < pages->list.count; i++) {
    const Page *page = &pages->list.items[i];
    marks[i].arena = scratch;
    cairo_pdf_surface_set_size(surface, page->frame->width,
                               page->frame->height);
    paint_page(cairo, page, is_tagged, &marks[i]);
    if (cairo_status(cairo) != CAIRO_STATUS_SUCCESS) break;
  }
  cairo_status_t status = cairo_status(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  *bytes = strbuf_str(&file);
  if (status == CAIRO_STATUS_SUCCESS) return true;
  return diag(diags, DIAG_EXPORT_LIBRARY, (Place){0},
              "cairo cannot draw the pages: %s",
              cairo_status_to_string(status));
}
