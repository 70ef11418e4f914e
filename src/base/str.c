/* Slices of UTF-8 and a builder over an arena. */
#include "base/str.h"

#include <assert.h>
#include <glib.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Str str_from(const char *text) {
  if (!text) return (Str){"", 0};
  return (Str){text, (int)strlen(text)};
}

bool str_equal(Str a, Str b) {
  return a.len == b.len &&
         (a.len == 0 || !memcmp(a.text, b.text, (size_t)a.len));
}

int str_compare(Str a, Str b) {
  int shorter = a.len < b.len ? a.len : b.len;
  int order = shorter ? memcmp(a.text, b.text, (size_t)shorter) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_is(Str a, const char *literal) {
  return str_equal(a, str_from(literal));
}

bool str_starts(Str text, Str prefix) {
  return text.len >= prefix.len &&
         str_equal(str_slice(text, 0, prefix.len), prefix);
}

bool str_ends(Str text, Str suffix) {
  return text.len >= suffix.len &&
         str_equal(str_slice(text, text.len - suffix.len, text.len), suffix);
}

int str_find(Str text, Str part) {
  if (part.len == 0) return 0;
  if (text.len < part.len) return -1;
  const char *found =
      memmem(text.text, (size_t)text.len, part.text, (size_t)part.len);
  return found ? (int)(found - text.text) : -1;
}

int str_find_char(Str text, char c) {
  const char *found = text.len ? memchr(text.text, c, (size_t)text.len) : NULL;
  return found ? (int)(found - text.text) : -1;
}

Str str_trim(Str text) {
  int start = 0, end = text.len;
  while (start < end && g_ascii_isspace(text.text[start]))
    start++;
  while (end > start && g_ascii_isspace(text.text[end - 1]))
    end--;
  return str_slice(text, start, end);
}

/* FNV-1a */
uint32_t str_hash(Str text) {
  uint32_t hash = 2166136261u;
  for (int i = 0; i < text.len; i++)
    hash = (hash ^ (unsigned char)text.text[i]) * 16777619u;
  return hash;
}

/* What str_next leaves: four bytes, or what is not valid. */
uint32_t str_next_rare(Str text, int *offset) {
  gunichar c =
      g_utf8_get_char_validated(text.text + *offset, text.len - *offset);
  if (c >= 0x80000000u) {
    (*offset)++;
    return 0xFFFD;
  }
  *offset += g_unichar_to_utf8(c, NULL);
  return c;
}

int str_length(Str text) {
  int count = 0, offset = 0;
  while (offset < text.len) {
    str_next(text, &offset);
    count++;
  }
  return count;
}

char *str_c(Arena *arena, Str text) {
  char *copy = arena_alloc(arena, (size_t)text.len + 1);
  if (text.len) memcpy(copy, text.text, (size_t)text.len);
  return copy;
}

Str str_copy(Arena *arena, Str text) {
  return (Str){str_c(arena, text), text.len};
}

Str str_join(Arena *arena, Str a, Str b) {
  char *both = arena_alloc(arena, (size_t)a.len + (size_t)b.len + 1);
  if (a.len) memcpy(both, a.text, (size_t)a.len);
  if (b.len) memcpy(both + a.len, b.text, (size_t)b.len);
  return (Str){both, a.len + b.len};
}

Str str_format(Arena *arena, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  int len = vsnprintf(NULL, 0, format, list);
  char *text = arena_alloc(arena, (size_t)len + 1);
  vsnprintf(text, (size_t)len + 1, format, again);
  va_end(again);
  va_end(list);
  return (Str){text, len};
}

static int edit_distance(Str a, Str b) {
  enum { LONGEST = 63 };
  if (a.len > LONGEST || b.len > LONGEST) return LONGEST;
  int row[LONGEST + 1];
  for (int j = 0; j <= b.len; j++)
    row[j] = j;
  for (int i = 1; i <= a.len; i++) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j <= b.len; j++) {
      bool same =
          g_ascii_tolower(a.text[i - 1]) == g_ascii_tolower(b.text[j - 1]);
      int change = diagonal + (same ? 0 : 1);
      diagonal = row[j];
      row[j] = MIN(change, MIN(row[j], row[j - 1]) + 1);
    }
  }
  return row[b.len];
}

Str str_nearest(Str name, const char *const *candidates, int count) {
  int best = name.len / 3 + 2;
  Str nearest = {0};
  for (int i = 0; i < count; i++) {
    Str candidate = str_from(candidates[i]);
    int distance = edit_distance(name, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

void strbuf_reserve(StrBuf *buf, int more) {
  assert(buf->arena && more < INT_MAX / 2 - buf->len);
  if (buf->len + more < buf->capacity) return;
  int room = buf->capacity ? buf->capacity : 64;
  while (room <= buf->len + more)
    room *= 2;
  buf->text =
      arena_resize(buf->arena, buf->text, (size_t)buf->capacity, (size_t)room);
  buf->capacity = room;
}

void strbuf_add(StrBuf *buf, Str text) {
  strbuf_reserve(buf, text.len);
  if (text.len) memcpy(buf->text + buf->len, text.text, (size_t)text.len);
  buf->len += text.len;
  buf->text[buf->len] = '\0';
}

void strbuf_add_c(StrBuf *buf, const char *text) {
  strbuf_add(buf, str_from(text));
}

void strbuf_add_char(StrBuf *buf, uint32_t code_point) {
  char bytes[6];
  int len = g_unichar_to_utf8(code_point, bytes);
  strbuf_add(buf, (Str){bytes, len});
}

void strbuf_addf(StrBuf *buf, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  int len = vsnprintf(NULL, 0, format, list);
  strbuf_reserve(buf, len);
  vsnprintf(buf->text + buf->len, (size_t)len + 1, format, again);
  buf->len += len;
  va_end(again);
  va_end(list);
}

Str strbuf_str(const StrBuf *buf) {
  if (!buf->text) return (Str){"", 0};
  return (Str){buf->text, buf->len};
}
