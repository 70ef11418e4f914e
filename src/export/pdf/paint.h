/* First stage: cairo paints the pages. Private to export/pdf. */
#ifndef JIKJI_EXPORT_PDF_PAINT_H
#define JIKJI_EXPORT_PDF_PAINT_H

#include "export/draw.h"
#include "frame/pages.h"

/* Paints all pages into one PDF file of cairo's making. marks[i] tells what the
 * marks, links and anchors of page i are; there are marks only where
 * `is_tagged`. False after an error. */
bool pdf_paint(Arena *scratch, const Pages *pages, bool is_tagged,
               PageMarks *marks, Diags *diags, Str *bytes);

#endif
