/* Spans -> items: stretches of one face, script and language. */
#ifndef JIKJI_TEXT_ITEMIZE_H
#define JIKJI_TEXT_ITEMIZE_H

#include "text/font_set.h"

/* Marks whose box is wider than Korean text wants it. */
enum {
  CUT_NOT,
  CUT_HALF, /* full-width, to be set half as wide */
  CUT_QUOTE,
  CUT_DOT,     /* a middle dot */
  CUT_NUMERAL, /* Ⅰ, ⅳ: as wide as a syllable in CJK faces */
  CUT_COUNT
};
typedef uint8_t MarkCut;

/* How a glyph stands to its line. */
enum { SHIFT_NOT, SHIFT_UP, SHIFT_DOWN };
typedef uint8_t GlyphShift;

/* A character as it is shaped. */
typedef struct TextChar {
  const Face *face;    /* NULL: no face has it */
  uint32_t code_point; /* what is looked up in the face */
  int offset;          /* byte in its span */
  hb_script_t script;
  bool is_tabular;
  MarkCut cut;
  GlyphShift shift; /* small, for a raised or lowered sign that no face has */
} TextChar;

typedef struct TextItem {
  int span;
  int start, end;      /* bytes in the span */
  int first, char_end; /* into chars */
  const Face *face;
  hb_script_t script;
  bool is_tabular;
  GlyphShift shift;
} TextItem;

typedef struct ItemizedText {
  TextChar *chars;
  int char_count;
  TextItem *items;
  int item_count;
} ItemizedText;

/* Missing characters are recorded where diags is not NULL, and left out of the
 * items. */
ItemizedText text_itemize(FontSet *fonts, Arena *scratch, const TextSpan *spans,
                          int span_count, Diags *diags);

#endif
