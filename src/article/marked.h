/* The Markdown as cmark gets it: what cmark must not look into (values,
 * attributes, fences of divs) is replaced by markers, and emphasis beside CJK
 * text gets fillers; every byte still knows where it came from. Markers are
 * Unicode noncharacters, which no text holds. Private to article/. */
#ifndef JIKJI_ARTICLE_MARKED_H
#define JIKJI_ARTICLE_MARKED_H

#include "base/diag.h"

typedef enum MarkerKind {
  MARKER_FILLER,     /* neither space nor punctuation; nothing in the source */
  MARKER_TEMPLATE,   /* {{ ... }} */
  MARKER_ATTRIBUTES, /* {#id .class key="value"} */
  MARKER_DIV,        /* a line of ::: */
  MARKER_BREAK,      /* a line break put in, or a line taken out */
  MARKER_DEFINITION  /* the : before a definition, for cmark a + */
} MarkerKind;

typedef struct Marker {
  MarkerKind kind;
  int at, length; /* in the marked text */
  Place place;    /* what it stands for */
} Marker;

typedef struct MarkedText {
  const Source *source;
  Str text;
  int origin;           /* where the text starts in the source */
  List(Marker) markers; /* by position */
  bool has_calls;  /* a paragraph of the marks [^name] that stand in attributes
                      comes first: cmark drops notes that nothing calls */
  List(int) lines; /* where each line starts */
} MarkedText;

/* The name in "[^name]" at the start of the text; empty: there is none. */
Str marked_note_name(Str text);

/* Marks the blocks at `place`; or one line of inlines, such as a caption, where
 * no block may start. */
const MarkedText *marked_blocks(Arena *report, Place place, Diags *diags);
const MarkedText *marked_inlines(Arena *report, Place place, Diags *diags);

/* The byte of the source that stands at an offset of the marked text. */
int marked_origin(const MarkedText *marked, int offset);
Place marked_place(const MarkedText *marked, int start, int end);

/* The marker that `text` starts with, and its length; NULL: none. */
const Marker *marked_find(const MarkedText *marked, Str text, int *length);

/* Whether the marked text at an offset is the mark of a definition. */
bool marked_is_definition(const MarkedText *marked, int offset);

/* The text as the author wrote it, without markers. */
Str marked_restore(Arena *report, const MarkedText *marked, Str text);

/* Where a line (from 1) and column (bytes, from 1) of cmark's lie. */
int marked_offset(const MarkedText *marked, int line, int column);

#endif
