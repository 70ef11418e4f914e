/* Fonts, pictures and the like of a page in, copies of them in our file out:
 * renumbered, without needless spaces, mended where PDF/A asks for more. */
#include <string.h>

#include "export/pdf/document.h"

static bool needs_space(const StrBuf *text, Str next) {
  static const char delimiters[] = "()<>[]{}/%";
  if (!text->len || !next.len) return false;
  char last = text->text[text->len - 1];
  return !strchr(delimiters, last) && !strchr(delimiters, next.text[0]);
}

static void put_token(StrBuf *text, Str token) {
  if (needs_space(text, token)) strbuf_add(text, S(" "));
  strbuf_add(text, token);
}

/* Our number for an object of cairo's; it waits to be copied when new. */
static int copy_number(PdfDocument *document, int number) {
  gpointer key = GINT_TO_POINTER(number);
  gpointer known = g_hash_table_lookup(document->copies, key);
  if (known) return GPOINTER_TO_INT(known);
  int copy = pdf_reserve(&document->writer);
  g_hash_table_insert(document->copies, key, GINT_TO_POINTER(copy));
  list_add(document->scratch, &document->waiting, number);
  return copy;
}

static void put_value(PdfDocument *document, StrBuf *text, Str value) {
  for (int at = 0;;) {
    PdfToken token = pdf_token_next(value, &at);
    if (token.kind == PDF_END || token.kind == PDF_BROKEN) return;
    if (token.kind != PDF_NUMBER) {
      put_token(text, token.text);
      continue;
    }
    int start = at - token.text.len;
    Str whole = pdf_value_next(value, &start);
    int number = pdf_reference(whole);
    at = start;
    put_token(text, number ? str_format(document->scratch, "%d 0 R",
                                        copy_number(document, number))
                           : whole);
  }
}

Str pdf_copy(PdfDocument *document, Str value) {
  StrBuf text = {.arena = document->scratch};
  put_value(document, &text, value);
  return strbuf_str(&text);
}

/* The entries of a stream's dictionary but those that we write ourselves.
 * PDF/A wants no interpolation (ISO 19005-2, 6.2.8). */
static Str copy_entries(PdfDocument *document, Str dictionary) {
  StrBuf text = {.arena = document->scratch};
  int at = 0;
  pdf_token_next(dictionary, &at);
  for (;;) {
    PdfToken key = pdf_token_next(dictionary, &at);
    Str value = pdf_value_next(dictionary, &at);
    if (key.kind != PDF_NAME || !value.len) break;
    if (str_is(key.text, "/Length") || str_is(key.text, "/Interpolate"))
      continue;
    put_token(&text, key.text);
    put_value(document, &text, value);
  }
  return strbuf_str(&text);
}

static bool is_cff_font(Str dictionary) {
  return str_is(pdf_dictionary_find(dictionary, "Subtype"), "/CIDFontType0C");
}

static void copy_stream(PdfDocument *document, const PdfObject *object,
                        int copy) {
  PdfWriter *writer = &document->writer;
  Str bytes;
  if (is_cff_font(object->value) &&
      pdf_stream_bytes(document->scratch, object, &bytes)) {
    pdf_set_stream(writer, copy, S("/Subtype/CIDFontType0C"),
                   pdf_font_pruned(document->scratch, bytes));
    return;
  }
  if (pdf_copy_inks(document, object, copy)) return;
  Str entries = copy_entries(document, object->value);
  if (pdf_dictionary_find(object->value, "Filter").len)
    pdf_set_packed(writer, copy, entries, object->stream);
  else
    pdf_set_stream(writer, copy, entries, object->stream);
}

/* TrueType fonts say how characters map to glyphs (ISO 19005-2, 6.2.11.3.2);
 * cairo numbers both the same and leaves it out. */
static Str copy_dictionary(PdfDocument *document, Str value) {
  Str copy = pdf_copy(document, value);
  bool is_truetype =
      str_is(pdf_dictionary_find(value, "Subtype"), "/CIDFontType2") &&
      !pdf_dictionary_find(value, "CIDToGIDMap").len;
  if (!is_truetype) return copy;
  return str_format(document->scratch, "%.*s/CIDToGIDMap/Identity>>",
                    copy.len - 2, copy.text);
}

void pdf_copy_waiting(PdfDocument *document) {
  while (document->waiting.count) {
    int number = document->waiting.items[--document->waiting.count];
    int copy = copy_number(document, number);
    PdfObject object = pdf_object(&document->source, number);
    if (object.is_stream)
      copy_stream(document, &object, copy);
    else if (object.value.len)
      pdf_set(&document->writer, copy, copy_dictionary(document, object.value));
    else
      pdf_set(&document->writer, copy, S("null"));
  }
}
