/* Numbers to a given count of digits, ties away from zero, as
 * Number.prototype.toFixed, toExponential and toPrecision do. All take finite
 * numbers >= 0. Private to expr/. */
#ifndef JIKJI_EXPR_DIGITS_H
#define JIKJI_EXPR_DIGITS_H

#include "base/str.h"

/* 0.DIGITS x 10^exponent, of exactly `count` digits (1 to 21). */
void digits_rounded(double number, int count, char digits[24], int *exponent);

Str digits_fixed(Arena *arena, double number, int decimals);
Str digits_exponential(Arena *arena, double number, int decimals);
Str digits_precision(Arena *arena, double number, int precision);

/* A whole number in a radix of 2 to 16, in lower case. */
Str digits_radix(Arena *arena, double number, int radix);

#endif
