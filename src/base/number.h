/* Numbers and text, the same in every locale. */
#ifndef JIKJI_BASE_NUMBER_H
#define JIKJI_BASE_NUMBER_H

#include "base/str.h"

/* The shortest text that reads back as the same number, in the form of
 * ECMAScript's Number::toString ("0.1", "1e+21", "NaN", "-Infinity"). */
Str number_text(Arena *arena, double number);

/* The whole text as a decimal number, spaces around it allowed; "1,234" is
 * none. False when it is not one. */
bool number_read(Str text, double *number);

/* The shortest decimal digits of |number| > 0 and finite, without a dot, such
 * that |number| = 0.DIGITS x 10^exponent. Returns their count (<= 17). */
int number_digits(double number, char digits[24], int *exponent);

/* The whole part, held within +-1e9; 0 for NaN. What an author writes where a
 * count is meant may be any number. */
int number_whole(double number);

#endif
