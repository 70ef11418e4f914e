/* ISO 19005-2, 6.2.11 and ISO 14289-1, 7.21: every font that text is shown in,
 * and every glyph of it that is shown. */
#include <ft2build.h>
#include <math.h>
#include <string.h>
#include FT_FREETYPE_H

#include "export/pdf/tokens.h"
#include "rules.h"

/* One font of the file. */
typedef struct Font {
  Inspection *inspection;
  const FontUse *use;
  const json_t *dictionary, *descendant, *descriptor;
  bool is_composite;
  GHashTable *unicode; /* code -> the first character it stands for, plus 1 */
  Str program;
  FT_Face face;
} Font;

static void fault(const Font *font, const char *rule, const char *message) {
  violation(font->inspection, rule, "font %s: %s", font->use->reference,
            message);
}

static int hex_number(Str string) {
  int value = 0;
  for (int i = 1; i + 1 < string.len; i++)
    value = value * 16 + g_ascii_xdigit_value(string.text[i]);
  return value;
}

/* Whether the UTF-16 text "<…>" is none that may be shown. */
static bool is_forbidden(Str string) {
  for (int i = 1; i + 4 < string.len; i += 4) {
    int unit = 0;
    for (int k = 0; k < 4; k++)
      unit = unit * 16 + g_ascii_xdigit_value(string.text[i + k]);
    if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE) return true;
  }
  return false;
}

static void map(const Font *font, int code, Str text, int step) {
  if (is_forbidden(text))
    fault(font, "ua 7.21.7-2", "a code maps to 0, U+FEFF or U+FFFE");
  Str first = text.len > 6 ? str_slice(text, 0, 6) : text;
  int value =
      first.len == 6 ? hex_number((Str){first.text, 6}) : hex_number(text);
  if (text.len > 6)
    value = hex_number(
        str_join(font->inspection->arena, str_slice(text, 0, 5), S(">")));
  g_hash_table_insert(font->unicode, GINT_TO_POINTER(code),
                      GINT_TO_POINTER(value + step + 1));
}

/* Adobe TN 5014: bfchar has pairs, bfrange triples. */
static void read_unicode(const Font *font, Str map_text) {
  int at = 0, width = 0;
  List(Str) values = {0};
  for (PdfToken token;
       (token = pdf_token_next(map_text, &at)).kind != PDF_END;) {
    if (str_is(token.text, "beginbfchar")) width = 2;
    if (str_is(token.text, "beginbfrange")) width = 3;
    if (str_is(token.text, "endbfchar") || str_is(token.text, "endbfrange"))
      width = 0;
    if (!width || token.kind != PDF_STRING) continue;
    list_add(font->inspection->arena, &values, token.text);
    if (values.count < width) continue;
    int first = hex_number(values.items[0]), last = first;
    if (width == 3) last = hex_number(values.items[1]);
    for (int code = first; code <= last; code++)
      map(font, code, values.items[width - 1], code - first);
    values.count = 0;
  }
}

/* The width of a code as the dictionaries have it; -1: not told. */
static double told_width(const Font *font, int code) {
  const PdfModel *model = font->inspection->model;
  if (!font->is_composite) {
    const json_t *first = json_object_get(font->dictionary, "/FirstChar");
    int at = code - (int)json_integer_value(first);
    const json_t *widths = model_find(model, font->dictionary, "/Widths");
    const json_t *width = at < 0 ? NULL : json_array_get(widths, (size_t)at);
    return width ? json_number_value(width) : -1;
  }
  const json_t *widths = model_find(model, font->descendant, "/W");
  for (size_t i = 0; i + 1 < json_array_size(widths);) {
    int first = (int)json_integer_value(json_array_get(widths, i));
    const json_t *list = json_array_get(widths, i + 1);
    if (json_is_array(list)) {
      int count = (int)json_array_size(list);
      if (code >= first && code < first + count)
        return json_number_value(json_array_get(list, (size_t)(code - first)));
      i += 2;
    } else {
      if (code >= first && code <= json_integer_value(list))
        return json_number_value(json_array_get(widths, i + 2));
      i += 3;
    }
  }
  const json_t *other = json_object_get(font->descendant, "/DW");
  return other ? json_number_value(other) : 1000;
}

/* Simple fonts find their glyphs through tables that are not read here. */
static void check_glyph(const Font *font, int code) {
  if (!font->is_composite) return;
  if (code == 0) fault(font, "ua 7.21.8-1", ".notdef is shown");
  if (!font->face) return;
  if (code >= font->face->num_glyphs ||
      FT_Load_Glyph(font->face, (FT_UInt)code, FT_LOAD_NO_SCALE)) {
    fault(font, "ua 7.21.4.1-2", "a glyph that is shown is not in the font");
    return;
  }
  double width = (double)font->face->glyph->metrics.horiAdvance * 1000 /
                 font->face->units_per_EM;
  if (fabs(width - told_width(font, code)) > 1)
    fault(font, "ua 7.21.5-1", "a width is not the glyph's");
}

static void check_code(const Font *font, int code, bool is_replaced) {
  int mapped = GPOINTER_TO_INT(
      g_hash_table_lookup(font->unicode, GINT_TO_POINTER(code)));
  if (!mapped) fault(font, "ua 7.21.7-1", "a code that is shown has no text");
  if (mapped - 1 >= 0xE000 && mapped - 1 <= 0xF8FF && !is_replaced)
    fault(font, "a 6.2.11.7-3", "a private character without ActualText");
  check_glyph(font, code);
}

static void check_codes(const Font *font) {
  GHashTableIter iter;
  gpointer code, replaced;
  g_hash_table_iter_init(&iter, font->use->codes);
  while (g_hash_table_iter_next(&iter, &code, &replaced))
    check_code(font, GPOINTER_TO_INT(code), GPOINTER_TO_INT(replaced) == 1);
}

static void check_descendant(const Font *font) {
  const PdfModel *model = font->inspection->model;
  if (!model_is_name(model_find(model, font->dictionary, "/Encoding"),
                     "/Identity-H"))
    fault(font, "ua 7.21.3.3-1", "its encoding is not Identity-H");
  bool is_truetype = model_is_name(
      json_object_get(font->descendant, "/Subtype"), "/CIDFontType2");
  if (is_truetype && !json_object_get(font->descendant, "/CIDToGIDMap"))
    fault(font, "ua 7.21.3.2-1", "no CIDToGIDMap");
  if (json_object_get(font->descriptor, "/CIDSet"))
    fault(font, "ua 7.21.4.2-2", "a CIDSet, which jikji never writes");
  if (!json_object_get(font->descendant, "/CIDSystemInfo"))
    fault(font, "ua 7.21.3.1-1", "no CIDSystemInfo");
}

static void check_simple(const Font *font) {
  const json_t *dictionary = font->dictionary;
  json_int_t flags =
      json_integer_value(json_object_get(font->descriptor, "/Flags"));
  bool is_symbolic = flags & 4;
  const json_t *encoding =
      model_find(font->inspection->model, dictionary, "/Encoding");
  json_int_t first =
                 json_integer_value(json_object_get(dictionary, "/FirstChar")),
             last =
                 json_integer_value(json_object_get(dictionary, "/LastChar"));
  const json_t *widths =
      model_find(font->inspection->model, dictionary, "/Widths");
  if ((json_int_t)json_array_size(widths) != last - first + 1)
    fault(font, "a 6.2.11.2-6", "its widths are not as many as its codes");
  if (!model_is_name(json_object_get(dictionary, "/Subtype"), "/TrueType"))
    return;
  if (is_symbolic && encoding)
    fault(font, "ua 7.21.6-3", "symbolic, with an encoding");
  if (!is_symbolic && !model_is_name(encoding, "/WinAnsiEncoding") &&
      !model_is_name(encoding, "/MacRomanEncoding"))
    fault(font, "ua 7.21.6-2", "its encoding is none of the two allowed");
}

static void find_program(Font *font, FT_Library library) {
  static const char *const keys[] = {"/FontFile", "/FontFile2", "/FontFile3"};
  const PdfModel *model = font->inspection->model;
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    const json_t *file = json_object_get(font->descriptor, keys[i]);
    if (file)
      font->program = model_stream(model, font->inspection->arena, file);
  }
  if (!font->program.len)
    fault(font, "ua 7.21.4.1-1", "it is not embedded");
  else if (FT_New_Memory_Face(library, (const FT_Byte *)font->program.text,
                              font->program.len, 0, &font->face))
    fault(font, "a 6.2.11.2-7", "its program cannot be read");
}

static void check_font(Inspection *inspection, const FontUse *use,
                       FT_Library library) {
  const PdfModel *model = inspection->model;
  json_t *name = json_string(use->reference);
  Font font = {.inspection = inspection, .use = use};
  font.dictionary = font.descendant = model_resolve(model, name);
  const json_t *kind = json_object_get(font.dictionary, "/Subtype");
  font.is_composite = model_is_name(kind, "/Type0");
  if (font.is_composite)
    font.descendant = model_resolve(
        model, json_array_get(
                   model_find(model, font.dictionary, "/DescendantFonts"), 0));
  font.descriptor = model_find(model, font.descendant, "/FontDescriptor");
  font.unicode = g_hash_table_new(NULL, NULL);
  if (!model_is_name(kind, "/Type3")) find_program(&font, library);
  if (!model_is_name(json_object_get(font.dictionary, "/Type"), "/Font"))
    fault(&font, "a 6.2.11.2-1", "its Type is not Font");
  if (font.is_composite)
    check_descendant(&font);
  else
    check_simple(&font);
  read_unicode(&font,
               model_stream(model, inspection->arena,
                            json_object_get(font.dictionary, "/ToUnicode")));
  check_codes(&font);
  g_hash_table_unref(font.unicode);
  if (font.face) FT_Done_Face(font.face);
  json_decref(name);
}

void rules_fonts(Inspection *inspection) {
  FT_Library library;
  if (FT_Init_FreeType(&library)) return;
  for (int i = 0; i < inspection->contents->fonts.count; i++)
    check_font(inspection, &inspection->contents->fonts.items[i], library);
  FT_Done_FreeType(library);
}
