/* Raised and lowered digits and signs by Unicode's compatibility mappings. */
#include "text/stand_in.h"

enum { TILDE_OPERATOR = 0x223C };

static GlyphShift shift_of(uint32_t c) {
  if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207F) ||
      (c >= 0x1D2C && c <= 0x1D61))
    return SHIFT_UP;
  bool is_low = (c >= 0x2080 && c <= 0x209C) || (c >= 0x1D62 && c <= 0x1D6A);
  return is_low ? SHIFT_DOWN : SHIFT_NOT;
}

bool stand_in_find(uint32_t c, uint32_t *shown, GlyphShift *shift) {
  gunichar mapped[2] = {0};
  *shift = shift_of(c);
  *shown = '~';
  if (*shift == SHIFT_NOT) return c == TILDE_OPERATOR;
  bool is_mapped = g_unichar_fully_decompose(c, TRUE, mapped, 2) == 1;
  *shown = mapped[0];
  return is_mapped && mapped[0] != c;
}

double shift_size(GlyphShift shift) {
  return shift == SHIFT_NOT ? 1 : .65;
}

double shift_raise(GlyphShift shift) {
  static const double raises[] = {
      [SHIFT_NOT] = 0, [SHIFT_UP] = .36, [SHIFT_DOWN] = -.16};
  return raises[shift];
}
