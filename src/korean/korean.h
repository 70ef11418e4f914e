/* What the Korean language needs: particles, numerals, numbering. The door of
 * korean/, with korean/line_class.h. */
#ifndef JIKJI_KOREAN_KOREAN_H
#define JIKJI_KOREAN_KOREAN_H

#include "base/str.h"

/* How a word's last sound ends, for particles. */
typedef enum Coda { CODA_NONE, CODA_RIEUL, CODA_OTHER, CODA_UNKNOWN } Coda;

/* The coda of what is read last in `word`: Hangul, digits and numbers (by how
 * they are read: 10 -> 십), units, Latin letters and known words, Hanja;
 * closing quotes and whole parentheses are looked past. */
Coda josa_coda(Str word);

/* A particle pair as Koreans write it when the word is not known yet: 은(는),
 * 이(가), 을(를), 과(와), 와(과), (으)로, 이(나)... */
typedef struct JosaPair {
  Str written;         /* as found in the text */
  Str after_consonant; /* 은, 이, 을, 과, 으로 */
  Str after_vowel;     /* 는, 가, 를, 와, 로 */
} JosaPair;

/* The pair that `text` starts with; false: none. */
bool josa_find(Str text, JosaPair *pair);

/* The form that agrees with the coda; ㄹ takes 로. CODA_UNKNOWN gives the pair
 * as written. */
Str josa_choose(const JosaPair *pair, Coda coda);

/* A number by a Korean format: "만", "억", "조", "천", "" or "auto" (the
 * largest unit not over the number), with what follows kept ("만 명" -> "359만
 * 명"); an optional precision as in ".1만". Rounds half away from zero on the
 * shortest decimal digits; thousands get commas; a full unit carries (9999.96만
 * -> 1억). False when the format is none. */
bool korean_number(Arena *arena, Str format, double number, Str *text);

/* Whether a Korean format leaves the unit to the number ("", "auto 명"), with
 * what follows it. */
bool korean_format_is_auto(Str format, Str *suffix);

/* The unit that suits a whole axis or column whose greatest magnitude is given:
 * its divisor and its name ("만", divisor 10000; "" and 1 for small ones). */
double korean_unit(double magnitude, Str *name);

/* The text of a numbering pattern, whose signs stand for counts: 1, 가, ㄱ, ①,
 * ㉮, Ⅰ, ⅰ, A, a, I, i, 一 become the number in their own way, all else stays.
 * The last sign stands for the last count, the one before it for the count
 * before, and so on ("1.1" with 2, 3 is "2.3"). Letters and syllables count
 * only where they stand apart from other letters.
 *
 * 하 is followed by 거 너 더 and so on, as official documents do; what Unicode
 * has no circled sign for is the plain number with U+20DD, an enclosing circle,
 * behind it. */
Str numbering_print(Arena *arena, Str pattern, const int *counts, int count);

/* How many signs a pattern holds. */
int numbering_signs(Str pattern);

/* A year, number or ordinal spelled as it is read (십이만 삼천사백오십육). */
Str korean_reading(Arena *arena, double number);

#endif
