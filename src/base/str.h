/* Text: a borrowed slice of UTF-8, and a builder. Neither owns its bytes: they
 * live in an arena, in a source file or in the program. */
#ifndef JIKJI_BASE_STR_H
#define JIKJI_BASE_STR_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* (Str){0} is the empty text. Not NUL-terminated unless it says so. */
typedef struct Str {
  const char *text;
  int len; /* bytes */
} Str;

/* Of a string literal; of a NUL-terminated string, NULL giving empty. */
#define S(literal) ((Str){"" literal, (int)sizeof(literal) - 1})
Str str_from(const char *text);

static inline Str str_slice(Str text, int start, int end) {
  assert(0 <= start && start <= end && end <= text.len);
  return text.text ? (Str){text.text + start, end - start} : text;
}

bool str_equal(Str a, Str b);
int str_compare(Str a, Str b); /* by bytes, which is by code point */
bool str_is(Str a, const char *literal);
bool str_starts(Str text, Str prefix);
bool str_ends(Str text, Str suffix);
int str_find(Str text, Str part);    /* byte offset, or -1 */
int str_find_char(Str text, char c); /* byte offset, or -1 */
Str str_trim(Str text);              /* without ASCII space at both ends */
uint32_t str_hash(Str text);

/* Of str_next: four bytes, or what is not valid. */
uint32_t str_next_rare(Str text, int *offset);

/* The code point at byte *offset, moving it on; U+FFFD for a broken byte. 0 at
 * the end. */
static inline uint32_t str_next(Str text, int *offset) {
  int available = text.len - *offset;
  if (available <= 0) return 0;
  const unsigned char *at = (const unsigned char *)text.text + *offset;
  if (at[0] < 0x80) {
    (*offset)++;
    return at[0];
  }
  if (at[0] >= 0xC2 && at[0] < 0xE0 && available >= 2 && at[1] >> 6 == 2) {
    *offset += 2;
    return (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu);
  }
  if (at[0] >> 4 == 0xE && available >= 3 && at[1] >> 6 == 2 &&
      at[2] >> 6 == 2) {
    uint32_t c = (at[0] & 0xFu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
    bool is_valid = c >= 0x800 && (c < 0xD800 || c >= 0xE000);
    if (is_valid) {
      *offset += 3;
      return c;
    }
  }
  return str_next_rare(text, offset);
}

int str_length(Str text); /* in code points */

/* Copies in the arena; str_c is NUL-terminated, for library borders. */
Str str_copy(Arena *arena, Str text);
char *str_c(Arena *arena, Str text);
Str str_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
Str str_join(Arena *arena, Str a, Str b);

/* For printf: printf("%.*s", STR(name)). */
#define STR(str) (str).len, (str).text

/* The candidate nearest to `name` by edit distance, or empty when none is near
 * enough to be meant. For hints. */
Str str_nearest(Str name, const char *const *candidates, int count);

/* Text that grows. {.arena = a} is an empty one. */
typedef struct StrBuf {
  Arena *arena;
  char *text; /* NUL-terminated once anything was added */
  int len, capacity;
} StrBuf;

/* Room for `more` bytes behind the last, for who writes there himself. */
void strbuf_reserve(StrBuf *buf, int more);
void strbuf_add(StrBuf *buf, Str text);
void strbuf_add_c(StrBuf *buf, const char *text);
void strbuf_add_char(StrBuf *buf, uint32_t code_point);
void strbuf_addf(StrBuf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
Str strbuf_str(const StrBuf *buf); /* NUL-terminated, valid until it grows */

#endif
