/* Objects of a file that cairo wrote, copied into ours. Private to export/pdf.
 */
#ifndef JIKJI_EXPORT_PDF_COPY_H
#define JIKJI_EXPORT_PDF_COPY_H

#include "export/pdf/document.h"
#include "export/pdf/read.h"

typedef struct PdfCopying {
  Arena *scratch; /* for what nobody needs once the objects are copied */
  PdfDocument *document;
  PdfFile source;
  GHashTable *copies; /* cairo's object number -> ours */
  List(int) waiting;  /* numbers of cairo's that are still to be copied */
} PdfCopying;

/* The value with all it refers to copied into the file, which happens at last
 * with pdf_copy_waiting. */
Str pdf_copy(PdfCopying *copying, Str value);
void pdf_copy_waiting(PdfCopying *copying);

#endif
