/* Pages in, the bytes of a PDF file out: the stages. */
#include <stdlib.h>

#include "export/export.h"
#include "export/pdf/paint.h"

void export_prepare(void) {
  setenv("CAIRO_DEBUG_PDF", "1", 1);
}

bool export_pdf(Arena *arena, const Pages *pages, const PdfOptions *options,
                Diags *diags, Str *bytes) {
  (void)options;
  Arena scratch = {0};
  PageMarks *marks = arena_array(&scratch, PageMarks, pages->list.count);
  Str painted;
  bool done = pdf_paint(&scratch, pages, false, marks, diags, &painted);
  if (done) *bytes = str_copy(arena, painted);
  arena_clear(&scratch);
  return done;
}
