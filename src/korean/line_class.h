/* Where Korean lines may end, and with what gap: the classes of characters and
 * the table of what may stand between two of them. After UAX #14, KLREQ and the
 * revised 한글 맞춤법 문장 부호. */
#ifndef JIKJI_KOREAN_LINE_CLASS_H
#define JIKJI_KOREAN_LINE_CLASS_H

#include "base/str.h"

typedef enum LineClass {
  LINE_HANGUL, /* a syllable, or a conjoining cluster */
  LINE_HANJA,
  LINE_LATIN, /* a letter of an alphabet */
  LINE_DIGIT,
  LINE_OPEN,       /* ( 「 “ ... */
  LINE_CLOSE,      /* ) 」 ” ... */
  LINE_STOP,       /* . , : ; ? ! ... */
  LINE_MIDDLE,     /* · / - ~ – — and their like */
  LINE_ELLIPSIS,   /* … ‥ */
  LINE_PREFIX,     /* ₩ $ № : with the number after it */
  LINE_UNIT,       /* % ‰ ℃ ° ′ ″ : with the number before it */
  LINE_SPACE,      /* U+0020 and other breaking space */
  LINE_GLUE,       /* U+00A0, U+2060: never breaks */
  LINE_SYMBOL,     /* everything else that stands for itself: ① □ ※ */
  LINE_MARK,       /* combining: belongs to what stands before it */
  LINE_ZERO_BREAK, /* U+200B: may break, no width */
  LINE_BREAK       /* U+2028, a hard line break */
} LineClass;

LineClass line_class(uint32_t code_point);

/* What may happen between two neighbouring clusters of one paragraph. */
typedef enum LineChance {
  LINE_NEVER,    /* no break */
  LINE_AT_SPACE, /* break at this space, at `penalty` (usually 0) */
  LINE_IN_WORD, /* break inside an eojeol, at `penalty`, where that is asked for
                 */
  LINE_BY_SYLLABLE, /* only where syllables are the unit of breaking */
  LINE_MUST         /* hard break */
} LineChance;

typedef struct LineBreak {
  LineChance chance;
  int penalty;
  bool between_syllables; /* an inter-syllable glue stands here */
  bool hangul_latin;      /* an autospace may stand here */
} LineBreak;

/* Breaks of a paragraph given cluster by cluster: `starts[i]` is the byte where
 * cluster i begins in `text`; breaks[i] is what may happen BEFORE cluster i
 * (breaks[0] is LINE_NEVER). For a run of spaces the chance stands before the
 * first cluster after the run. `breaks` has room for count. */
void line_breaks(Str text, const int *starts, int count, LineBreak *breaks);

#endif
