/* Fonts, pictures and the like of cairo's in, copies of them in our file out:
 * renumbered, without needless spaces, mended where PDF/A asks for more. */
#include "export/pdf/copy.h"

#include <string.h>

#include "export/picture.h"

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
static int copy_number(PdfCopying *copying, int number) {
  gpointer key = GINT_TO_POINTER(number);
  gpointer known = g_hash_table_lookup(copying->copies, key);
  if (known) return GPOINTER_TO_INT(known);
  int copy = pdf_reserve(&copying->document->writer);
  g_hash_table_insert(copying->copies, key, GINT_TO_POINTER(copy));
  list_add(copying->scratch, &copying->waiting, number);
  return copy;
}

static void put_value(PdfCopying *copying, StrBuf *text, Str value) {
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
    put_token(text, number ? str_format(copying->scratch, "%d 0 R",
                                        copy_number(copying, number))
                           : whole);
  }
}

Str pdf_copy(PdfCopying *copying, Str value) {
  StrBuf text = {.arena = copying->scratch};
  put_value(copying, &text, value);
  return strbuf_str(&text);
}

/* The entries of a stream's dictionary but those that we write ourselves.
 * PDF/A wants no interpolation (ISO 19005-2, 6.2.8). */
static Str copy_entries(PdfCopying *copying, Str dictionary) {
  StrBuf text = {.arena = copying->scratch};
  int at = 0;
  pdf_token_next(dictionary, &at);
  for (;;) {
    PdfToken key = pdf_token_next(dictionary, &at);
    Str value = pdf_value_next(dictionary, &at);
    if (key.kind != PDF_NAME || !value.len) break;
    if (str_is(key.text, "/Length") || str_is(key.text, "/Interpolate"))
      continue;
    put_token(&text, key.text);
    put_value(copying, &text, value);
  }
  return strbuf_str(&text);
}

static bool is_cff_font(Str dictionary) {
  return str_is(pdf_dictionary_find(dictionary, "Subtype"), "/CIDFontType0C");
}

/* Pictures of four inks, which come from inside SVG files: librsvg hands their
 * bytes on. A file whose output intent is sRGB may not hold them (ISO 19005-2,
 * 6.2.4.3). */
static bool copy_inks(PdfCopying *copying, const PdfObject *object, int copy) {
  if (!str_is(pdf_dictionary_find(object->value, "ColorSpace"), "/DeviceCMYK"))
    return false;
  Image image = {.kind = IMAGE_JPEG, .bytes = object->stream};
  Picture picture = picture_open(&image);
  if (!picture.surface) return false;
  pdf_set_pixels(copying->document, copy, picture.surface);
  cairo_surface_destroy(picture.surface);
  return true;
}

static void copy_stream(PdfCopying *copying, const PdfObject *object,
                        int copy) {
  PdfWriter *writer = &copying->document->writer;
  Arena *scratch = copying->scratch;
  Str bytes;
  if (is_cff_font(object->value) && pdf_stream_bytes(scratch, object, &bytes)) {
    pdf_set_stream(writer, copy, S("/Subtype/CIDFontType0C"),
                   pdf_font_pruned(scratch, bytes));
    return;
  }
  if (copy_inks(copying, object, copy)) return;
  Str entries = copy_entries(copying, object->value);
  if (pdf_dictionary_find(object->value, "Filter").len)
    pdf_set_packed(writer, copy, entries, object->stream);
  else
    pdf_set_stream(writer, copy, entries, object->stream);
}

/* TrueType fonts say how characters map to glyphs (ISO 19005-2, 6.2.11.3.2);
 * cairo numbers both the same and leaves it out. */
static Str copy_dictionary(PdfCopying *copying, Str value) {
  Str copy = pdf_copy(copying, value);
  bool is_truetype =
      str_is(pdf_dictionary_find(value, "Subtype"), "/CIDFontType2") &&
      !pdf_dictionary_find(value, "CIDToGIDMap").len;
  if (!is_truetype) return copy;
  return str_format(copying->scratch, "%.*s/CIDToGIDMap/Identity>>",
                    copy.len - 2, copy.text);
}

void pdf_copy_waiting(PdfCopying *copying) {
  PdfWriter *writer = &copying->document->writer;
  while (copying->waiting.count) {
    int number = copying->waiting.items[--copying->waiting.count];
    int copy = copy_number(copying, number);
    PdfObject object = pdf_object(&copying->source, number);
    if (object.is_stream)
      copy_stream(copying, &object, copy);
    else if (object.value.len)
      pdf_set(writer, copy, copy_dictionary(copying, object.value));
    else
      pdf_set(writer, copy, S("null"));
  }
}
