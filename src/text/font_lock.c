/* fonts.lock -> FontLock. One fact a line. */
#include "text/font_lock.h"

#include <glib.h>
#include <stdlib.h>

#include "base/file.h"

enum { LIMIT_LOCK_BYTES = 1 << 20, SHA256_HEX_LENGTH = 64 };

typedef struct LockReader {
  Arena *arena;
  FontLock *lock;
  Diags *diags;
  unsigned seen; /* facts of the open face, a bit each */
} LockReader;

typedef struct LockLine {
  Str word, value;
  Place place;
} LockLine;

typedef enum Fact {
  FACT_FAMILY,
  FACT_STYLE,
  FACT_WEIGHT,
  FACT_FILE,
  FACT_INDEX,
  FACT_VERSION,
  FACT_CHECKSUM,
  FACT_BYTES,
  FACT_SHA256,
  FACT_COUNT
} Fact;

static const char *const fact_words[FACT_COUNT] = {
    "family",  "style",    "weight", "file",   "index",
    "version", "checksum", "bytes",  "sha256",
};

/* The whole value as a number in `base`, at most `limit`. */
static bool read_number(Str value, int base, long long limit,
                        long long *number) {
  char digits[24];
  if (value.len == 0 || value.len >= (int)sizeof digits) return false;
  memcpy(digits, value.text, (size_t)value.len);
  digits[value.len] = '\0';
  char *end;
  *number = (long long)g_ascii_strtoull(digits, &end, (guint)base);
  return *end == '\0' && g_ascii_isxdigit(digits[0]) && *number <= limit;
}

static bool is_sha256(Str value) {
  for (int i = 0; i < value.len; i++)
    if (!g_ascii_isdigit(value.text[i]) &&
        (value.text[i] < 'a' || value.text[i] > 'f'))
      return false;
  return value.len == SHA256_HEX_LENGTH;
}

/* Stores one fact of a face; false when the value is none. */
static bool set_fact(LockedFace *face, Fact fact, Str value) {
  long long number = 0;
  switch (fact) {
  case FACT_FAMILY:
    face->family = value;
    return true;
  case FACT_STYLE:
    face->style = value;
    return true;
  case FACT_FILE:
    face->file = value;
    return str_find_char(value, '/') < 0;
  case FACT_VERSION:
    face->version = value;
    return true;
  case FACT_SHA256:
    face->sha256 = value;
    return is_sha256(value);
  case FACT_WEIGHT:
    if (!read_number(value, 10, 1000, &number)) return false;
    face->weight = (int)number;
    return number > 0;
  case FACT_INDEX:
    if (!read_number(value, 10, 1000, &number)) return false;
    face->index = (int)number;
    return true;
  case FACT_CHECKSUM:
    if (!read_number(value, 16, UINT32_MAX, &number)) return false;
    face->checksum = (uint32_t)number;
    return true;
  case FACT_BYTES:
    return read_number(value, 10, LLONG_MAX, &face->bytes);
  case FACT_COUNT:
    break;
  }
  return false;
}

/* Complains of facts that the face just ended lacks. */
static bool end_face(LockReader *reader) {
  if (reader->lock->faces.count == 0) return true;
  LockedFace *face = list_last(&reader->lock->faces);
  for (int i = 0; i < FACT_COUNT; i++)
    if (!(reader->seen & 1u << i))
      return diag(reader->diags, DIAG_TEXT_LOCK, face->place,
                  "the face '%.*s' lacks its %s", STR(face->name),
                  fact_words[i]);
  return true;
}

static bool begin_face(LockReader *reader, const LockLine *line) {
  bool ok = end_face(reader);
  LockedFace *face = list_new(reader->arena, &reader->lock->faces);
  *face = (LockedFace){.name = line->value, .place = line->place};
  reader->seen = 0;
  return ok;
}

static bool add_generic(LockReader *reader, const LockLine *line) {
  int space = str_find_char(line->value, ' ');
  if (space < 0)
    return diag(reader->diags, DIAG_TEXT_LOCK, line->place,
                "a generic name stands before its family");
  LockedGeneric generic = {
      str_slice(line->value, 0, space),
      str_trim(str_slice(line->value, space, line->value.len))};
  list_add(reader->arena, &reader->lock->generics, generic);
  return true;
}

static bool add_fact(LockReader *reader, const LockLine *line) {
  int fact = 0;
  while (fact < FACT_COUNT && !str_is(line->word, fact_words[fact]))
    fact++;
  if (fact == FACT_COUNT) {
    diag(reader->diags, DIAG_TEXT_LOCK, line->place,
         "'%.*s' is no word of a font lock", STR(line->word));
    diag_hint_nearest(reader->diags, line->word, fact_words, FACT_COUNT);
    return false;
  }
  if (reader->lock->faces.count == 0)
    return diag(reader->diags, DIAG_TEXT_LOCK, line->place,
                "'%.*s' stands before any face", STR(line->word));
  if (reader->seen & 1u << fact)
    return diag(reader->diags, DIAG_TEXT_LOCK, line->place,
                "the face has '%.*s' twice", STR(line->word));
  reader->seen |= 1u << fact;
  LockedFace *face = list_last(&reader->lock->faces);
  if (!set_fact(face, (Fact)fact, line->value))
    return diag(reader->diags, DIAG_TEXT_LOCK, line->place,
                "'%.*s' cannot be a %s", STR(line->value), fact_words[fact]);
  return true;
}

static bool read_line(LockReader *reader, const LockLine *line) {
  if (line->value.len == 0)
    return diag(reader->diags, DIAG_TEXT_LOCK, line->place,
                "'%.*s' has no value", STR(line->word));
  if (str_is(line->word, "folder")) {
    list_add(reader->arena, &reader->lock->folders, line->value);
    return true;
  }
  if (str_is(line->word, "generic")) return add_generic(reader, line);
  if (str_is(line->word, "face")) return begin_face(reader, line);
  return add_fact(reader, line);
}

static LockLine split_line(const Source *source, int start, Str text) {
  Str trimmed = str_trim(text);
  int space = str_find_char(trimmed, ' ');
  if (space < 0) space = trimmed.len;
  return (LockLine){str_slice(trimmed, 0, space),
                    str_trim(str_slice(trimmed, space, trimmed.len)),
                    place_at(source, start, text.len)};
}

const FontLock *font_lock_read(Arena *arena, Str folder, Diags *diags) {
  Str path = path_join(arena, folder, S("fonts.lock"));
  const Source *source =
      file_read_source(arena, path, LIMIT_LOCK_BYTES, (Place){0}, diags);
  if (!source) return NULL;
  LockReader reader = {
      .arena = arena, .lock = arena_new(arena, FontLock), .diags = diags};
  reader.lock->source = source;
  bool ok = true;
  for (int start = 0; start < source->text.len;) {
    Str text = source_line(source, start);
    if (str_trim(text).len && str_trim(text).text[0] != '#') {
      LockLine line = split_line(source, start, text);
      ok = read_line(&reader, &line) && ok;
    }
    start += text.len;
    while (start < source->text.len && source->text.text[start] != '\n')
      start++;
    start++;
  }
  ok = end_face(&reader) && ok;
  if (ok && reader.lock->faces.count == 0)
    ok = diag(diags, DIAG_TEXT_LOCK, place_whole(source),
              "the font lock has no face");
  return ok ? reader.lock : NULL;
}
