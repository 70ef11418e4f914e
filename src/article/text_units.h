/* cmark's text beside the marked text it came from, unit by unit. Private to
 * article/inlines. */
#ifndef JIKJI_ARTICLE_TEXT_UNITS_H
#define JIKJI_ARTICLE_TEXT_UNITS_H

#include "article/marked.h"

/* Bytes of the literal and of the marked text that stand for each other: a
 * stretch that is the same in both, a marker, or an escape or an entity. */
typedef struct TextUnit {
  int literal, marked;
  const Marker *marker; /* a marker or filler, or NULL */
} TextUnit;

/* The next unit; literal == 0: the two do not agree here. */
TextUnit text_unit(const MarkedText *marked, Str literal, Str source);

/* Where the literal ends when it starts at `at`; -1: it does not. */
int text_units_end(const MarkedText *marked, Str literal, int at, int end);

#endif
