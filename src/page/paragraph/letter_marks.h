/* Marks about letters: strokes, dots, ruby. Private to paragraph/. */
#ifndef JIKJI_PAGE_PARAGRAPH_LETTER_MARKS_H
#define JIKJI_PAGE_PARAGRAPH_LETTER_MARKS_H

#include "page/paragraph/paragraph_parts.h"

/* Letters under ruby that is wider than they are get the room between them
 * (KLREQ). Before clusters are measured. */
void letter_marks_make_room(const Paragraph *paragraph);

/* Strokes and dots of a span's glyphs, `ink` wide from `origin` on their
 * baseline; `run` is the part of the span that stands on the line. */
void letter_marks_draw(Frame *frame, const ParagraphSpan *span,
                       const GlyphRun *run, Point origin, double ink);

/* The ruby over the span that begins at `origin`. Drawn after its whole line,
 * so that it does not part the line's words for readers of the text. */
void letter_marks_ruby(const Paragraph *paragraph, Frame *frame,
                       const ParagraphSpan *span, Point origin);

#endif
