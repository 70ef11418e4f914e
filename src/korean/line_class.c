/* The class of each character: Unicode's line breaking classes, pinned in
 * line_class_ranges.inc so that a newer library does not move a line, with the
 * changes that Korean asks for. */
#include "korean/line_class.h"

typedef struct ClassRange {
  uint32_t first, last;
  LineClass line_class;
} ClassRange;

/* What Korean changes (KLREQ; 문장 부호 of 2014), sorted. */
static const ClassRange korean[] = {
    {0x09, 0x0D, LINE_SPACE},
    {'#', '#', LINE_PREFIX},
    {'&', '&', LINE_LATIN},
    {'*', '+', LINE_LATIN},
    {'<', '<', LINE_OPEN},
    {'=', '=', LINE_LATIN},
    {'>', '>', LINE_CLOSE},
    {'@', '@', LINE_LATIN},
    {'_', '_', LINE_LATIN},
    {'|', '|', LINE_LATIN},
    {'~', '~', LINE_MIDDLE},
    {0xA7, 0xA7, LINE_PREFIX},
    {0xAD, 0xAD, LINE_MARK}, /* where the author lets a word be hyphenated */
    {0xB2, 0xB3, LINE_UNIT},
    {0xB7, 0xB7, LINE_MIDDLE},
    {0xB9, 0xB9, LINE_UNIT},
    {0xBC, 0xBE, LINE_DIGIT},
    {0xD7, 0xD7, LINE_LATIN},
    {0xF7, 0xF7, LINE_LATIN},
    {0x2015, 0x2015, LINE_MIDDLE},
    {0x2024, 0x2024, LINE_STOP},
    {0x2027, 0x2027, LINE_MIDDLE},
    {0x2044, 0x2044, LINE_MIDDLE},
    {0x2061, 0x2064, LINE_GLUE},
    {0x2070, 0x209F, LINE_UNIT},   /* raised and lowered digits */
    {0x20A0, 0x20CF, LINE_PREFIX}, /* signs of money */
    {0x2113, 0x2113, LINE_UNIT},   /* litre */
    {0x2120, 0x2122, LINE_UNIT},
    {0x2150, 0x215F, LINE_DIGIT},
    {0x2212, 0x2212, LINE_MIDDLE},
    {0x2219, 0x2219, LINE_MIDDLE},
    {0x22C5, 0x22C5, LINE_MIDDLE},
    {0x275B, 0x2760, LINE_SYMBOL},
    {0x2E80, 0x2FDF, LINE_HANJA},
    {0x3001, 0x3003, LINE_STOP},
    {0x301C, 0x301C, LINE_MIDDLE},
    {0x3030, 0x3030, LINE_MIDDLE},
    {0x309D, 0x309E, LINE_STOP},
    {0x30FB, 0x30FB, LINE_MIDDLE},
    {0x30FC, 0x30FE, LINE_STOP},
    {0x3131, 0x318C, LINE_HANGUL},
    {0x318D, 0x318D, LINE_MIDDLE}, /* 아래아, typed for a middle dot */
    {0x318E, 0x318E, LINE_HANGUL},
    {0x3371, 0x33DF, LINE_UNIT},
    {0xFE50, 0xFE52, LINE_STOP},
    {0xFF03, 0xFF03, LINE_PREFIX},
    {0xFF06, 0xFF06, LINE_LATIN},
    {0xFF0C, 0xFF0C, LINE_STOP},
    {0xFF0D, 0xFF0D, LINE_MIDDLE},
    {0xFF0E, 0xFF0E, LINE_STOP},
    {0xFF0F, 0xFF0F, LINE_MIDDLE},
    {0xFF10, 0xFF19, LINE_DIGIT},
    {0xFF20, 0xFF3A, LINE_LATIN},
    {0xFF3C, 0xFF3C, LINE_PREFIX},
    {0xFF3E, 0xFF5A, LINE_LATIN},
    {0xFF5E, 0xFF5E, LINE_MIDDLE},
    {0xFF61, 0xFF61, LINE_STOP},
    {0xFF64, 0xFF64, LINE_STOP},
    {0xFF65, 0xFF65, LINE_MIDDLE},
    {0xFFA1, 0xFFDC, LINE_HANGUL},
};

/* All of Unicode, sorted, without gaps inside. */
#define R(first, last, class) {first, last, LINE_##class},
static const ClassRange unicode[] = {
#include "korean/line_class_ranges.inc"
};
#undef R

static const ClassRange *find_range(const ClassRange *ranges, size_t count,
                                    uint32_t code_point) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (code_point < ranges[middle].first)
      high = middle;
    else if (code_point > ranges[middle].last)
      low = middle + 1;
    else
      return &ranges[middle];
  }
  return NULL;
}

LineClass line_class(uint32_t code_point) {
  if (code_point >= 0xAC00 && code_point <= 0xD7A3) return LINE_HANGUL;
  if (code_point >= 'a' && code_point <= 'z') return LINE_LATIN;
  if (code_point == ' ') return LINE_SPACE;
  const ClassRange *range =
      find_range(korean, sizeof korean / sizeof *korean, code_point);
  if (!range)
    range = find_range(unicode, sizeof unicode / sizeof *unicode, code_point);
  return range ? range->line_class : LINE_SYMBOL;
}
