/* A finished PDF as text, for tests. */
#ifndef JIKJI_TESTS_PDF_TEXT_H
#define JIKJI_TESTS_PDF_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "export/deflate.h"
#include "export/pdf/tokens.h"

/* One stream of a file, unpacked where it is text. */
typedef struct PdfPart {
  Str head, bytes;
  bool is_text;
} PdfPart;

/* The stream that follows *at, which moves behind it; false: there is none. */
static inline bool pdf_part_next(Arena *arena, Str file, int *at,
                                 PdfPart *part) {
  if (pdf_token_next(file, at).kind != PDF_NUMBER) return false;
  pdf_token_next(file, at);
  assert_string_equal(str_c(arena, pdf_token_next(file, at).text), "obj");
  part->head = pdf_value_next(file, at);
  assert_string_equal(str_c(arena, pdf_token_next(file, at).text), "stream");
  int len = pdf_integer(pdf_dictionary_find(part->head, "Length"), -1);
  assert_true(len >= 0);
  part->bytes = str_slice(file, *at + 1, *at + 1 + len);
  Str type = pdf_dictionary_find(part->head, "Type");
  Str kind = pdf_dictionary_find(part->head, "Subtype");
  bool is_plain =
      !type.len && !kind.len && !pdf_dictionary_find(part->head, "N").len;
  bool is_packed = is_plain || str_is(type, "/ObjStm") || str_is(kind, "/Form");
  if (is_packed)
    assert_true(inflate_bytes(arena, part->bytes, 1 << 24, &part->bytes));
  part->is_text = is_packed || str_is(type, "/Metadata");
  *at += 1 + len;
  pdf_token_next(file, at); /* endstream */
  pdf_token_next(file, at); /* endobj */
  return true;
}

static inline int pdf_first_object(Str file) {
  int at = str_find(file, S(" 0 obj")) - 1;
  while (at > 0 && file.text[at - 1] != '\n')
    at--;
  return at;
}

/* All objects as text: those of object streams, contents of pages and forms.
 * Fonts and pictures are left out. */
static inline Str pdf_unpack(Arena *arena, Str file) {
  StrBuf text = {.arena = arena};
  int at = pdf_first_object(file);
  for (PdfPart part; pdf_part_next(arena, file, &at, &part);) {
    strbuf_add(&text, part.head);
    if (part.is_text) strbuf_add(&text, part.bytes);
  }
  return strbuf_str(&text);
}

static inline int count_of(Str text, const char *part) {
  int count = 0;
  Str wanted = str_from(part);
  for (int at; (at = str_find(text, wanted)) >= 0; count++)
    text = str_slice(text, at + wanted.len, text.len);
  return count;
}

static inline void assert_holds(Str text, const char *part) {
  if (str_find(text, str_from(part)) < 0) fail_msg("no %s", part);
}

#endif
