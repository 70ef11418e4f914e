/* Faces in, the glyphs that are shown of them, kept; then fonts of these glyphs
 * (ISO 32000-1, 9.7: Type 0 over CIDFontType0, Identity-H). */
#include "export/pdf/fonts.h"

#include <hb-ot.h>
#include <math.h>
#include <stdlib.h>

#include "export/pdf/cff.h"

enum { FIRST_SLOTS = 64 };

/* ---- Glyphs in use ---- */

static void release_shapes(void *font) {
  hb_font_destroy(font);
}

/* The ideographic space: its glyph is free to say that nothing is there, as the
 * one of the space is not. */
static void find_blank(PdfFont *font) {
  uint32_t space = face_space(font->face);
  uint32_t ideographic = face_ideographic_space(font->face);
  bool has_other = ideographic && ideographic != space;
  font->blank = has_other ? ideographic : space;
  font->blank_text = has_other ? S("\u200B") : S(" ");
  font->blank_width =
      (int)lround(1000 * face_glyph_advance(font->face, font->blank));
}

static PdfFont *open_font(PdfFonts *fonts, int number, const Face *face) {
  PdfFont *font = arena_new(fonts->arena, PdfFont);
  *font = (PdfFont){.arena = fonts->arena,
                    .face = face,
                    .number = number,
                    .pen = &fonts->pen,
                    .slot_count = FIRST_SLOTS,
                    .slots = arena_array(fonts->arena, int, FIRST_SLOTS),
                    .shapes = hb_font_create(face_harfbuzz(face))};
  arena_defer(fonts->arena, release_shapes, font->shapes);
  find_blank(font);
  return font;
}

void pdf_fonts_open(PdfFonts *fonts, Arena *arena) {
  *fonts = (PdfFonts){.arena = arena, .pen = glyph_pen_open(arena)};
}

PdfFont *pdf_font(PdfFonts *fonts, PdfWriter *writer, const Face *face) {
  for (int i = 0; i < fonts->list.count; i++)
    if (fonts->list.items[i]->face == face) return fonts->list.items[i];
  PdfFont *font = open_font(fonts, pdf_reserve(writer), face);
  list_add(fonts->arena, &fonts->list, font);
  return font;
}

/* The slot of the glyph, or the free one where it belongs. */
static int *find_slot(const PdfFont *font, uint32_t id) {
  unsigned mask = (unsigned)font->slot_count - 1;
  unsigned at = (id * 2654435761u >> 16) & mask; /* Knuth, 6.4 */
  while (font->slots[at] && font->glyphs.items[font->slots[at] - 1].id != id)
    at = (at + 1) & mask;
  return &font->slots[at];
}

static void grow_slots(PdfFont *font) {
  font->slot_count *= 4;
  font->slots = arena_array(font->arena, int, font->slot_count);
  for (int i = 0; i < font->glyphs.count; i++)
    *find_slot(font, font->glyphs.items[i].id) = i + 1;
}

int pdf_font_index(PdfFont *font, uint32_t id) {
  int *slot = find_slot(font, id);
  if (*slot) return *slot - 1;
  PdfGlyph glyph = {.id = id};
  glyph.outline = glyph_outline(font->arena, font->pen, font->shapes, id,
                                face_info(font->face)->units_per_em);
  list_add(font->arena, &font->glyphs, glyph);
  *slot = font->glyphs.count;
  if (font->glyphs.count * 2 > font->slot_count) grow_slots(font);
  return font->glyphs.count - 1;
}

/* A glyph that stands for the first character alone elsewhere does not stand
 * for what follows it too, as a ligature's does. */
static Str own_text(const PdfFont *font, uint32_t id, Str text) {
  int end = 0;
  hb_codepoint_t nominal = 0, first = str_next(text, &end);
  bool is_first_alone =
      end < text.len &&
      hb_font_get_nominal_glyph(font->shapes, first, &nominal) && nominal == id;
  return is_first_alone ? str_slice(text, 0, end) : text;
}

bool pdf_glyph_reads(PdfFont *font, PdfGlyph *glyph, Str text) {
  if (!glyph->text.len)
    glyph->text = str_copy(font->arena, own_text(font, glyph->id, text));
  return str_equal(glyph->text, text);
}

/* ---- The objects of a font ---- */

static int by_id(const void *a, const void *b) {
  uint32_t left = ((const PdfGlyph *)a)->id, right = ((const PdfGlyph *)b)->id;
  return (left > right) - (left < right);
}

static int whole_box(const PdfFont *font, int box[4]) {
  bool is_first = true;
  for (int i = 0; i < font->glyphs.count; i++) {
    const GlyphOutline *ink = &font->glyphs.items[i].outline;
    if (ink->right < ink->left) continue;
    if (is_first || ink->left < box[0]) box[0] = ink->left;
    if (is_first || ink->bottom < box[1]) box[1] = ink->bottom;
    if (is_first || ink->right > box[2]) box[2] = ink->right;
    if (is_first || ink->top > box[3]) box[3] = ink->top;
    is_first = false;
  }
  return !is_first;
}

/* "ABCDEF+Name": letters that another set of glyphs would not get (9.6.4). */
static Str subset_name(const PdfFont *font) {
  enum { LETTERS = 6 };
  char name[128];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face_harfbuzz(font->face), HB_OT_NAME_ID_POSTSCRIPT_NAME,
                      HB_LANGUAGE_INVALID, &size, name);
  Str whole = size ? (Str){name, (int)size} : S("Font");
  uint32_t hash = str_hash(whole);
  for (int i = 0; i < font->glyphs.count; i++)
    hash = (hash ^ font->glyphs.items[i].id) * 16777619u;
  StrBuf tagged = {.arena = font->arena};
  for (int i = 0; i < LETTERS; i++, hash /= 26)
    strbuf_addf(&tagged, "%c", 'A' + (int)(hash % 26));
  strbuf_addf(&tagged, "+%.*s", STR(whole));
  return strbuf_str(&tagged);
}

static int by_width(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

/* The width that most glyphs have; the least of those that are even. */
static int usual_width(const PdfFont *font) {
  int count = font->glyphs.count, usual = 0, most = 0;
  int *widths = arena_array(font->arena, int, count);
  for (int i = 0; i < count; i++)
    widths[i] = font->glyphs.items[i].outline.width;
  qsort(widths, (size_t)count, sizeof *widths, by_width);
  for (int i = 0, start = 0; i < count; i++) {
    if (widths[i] != widths[start]) start = i;
    if (i + 1 - start <= most) continue;
    most = i + 1 - start;
    usual = widths[i];
  }
  return usual;
}

static int add_program(const PdfFont *font, PdfWriter *writer, Str name,
                       const int box[4]) {
  CffFont cff = {.name = name,
                 .count = font->glyphs.count,
                 .usual_width = usual_width(font),
                 .box = {box[0], box[1], box[2], box[3]}};
  CffGlyph *glyphs = arena_array(font->arena, CffGlyph, cff.count);
  for (int i = 0; i < cff.count; i++) {
    const PdfGlyph *glyph = &font->glyphs.items[i];
    glyphs[i] = (CffGlyph){(int)glyph->id, glyph->outline.width,
                           glyph->outline.program};
  }
  cff.glyphs = glyphs;
  return pdf_add_stream(writer, S("/Subtype/CIDFontType0C"),
                        cff_write(font->arena, &cff));
}

static int cap_height(const PdfFont *font) {
  hb_position_t height;
  const FaceInfo *info = face_info(font->face);
  bool is_told = hb_ot_metrics_get_position(
      font->shapes, HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
  return (int)(1000 * (is_told ? height / info->units_per_em : info->ascent));
}

static int add_descriptor(const PdfFont *font, PdfWriter *writer, Str name) {
  enum { SYMBOLIC = 4, STEM = 80 };
  int box[4] = {0};
  whole_box(font, box);
  int program = add_program(font, writer, name, box);
  const FaceInfo *info = face_info(font->face);
  double slant =
      (double)hb_style_get_value(font->shapes, HB_STYLE_TAG_SLANT_ANGLE);
  int number = pdf_reserve(writer);
  StrBuf *body = pdf_begin(writer, number);
  strbuf_add(body, S("<</Type/FontDescriptor/FontName"));
  pdf_put_name(body, name);
  strbuf_addf(body, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle ", SYMBOLIC,
              box[0], box[1], box[2], box[3]);
  pdf_put_number(body, slant);
  strbuf_addf(body, "/Ascent %d/Descent %d/CapHeight %d/StemV %d",
              (int)(1000 * info->ascent), (int)(-1000 * info->descent),
              cap_height(font), STEM);
  pdf_put_reference(body, "/FontFile3", program);
  strbuf_add(body, S(">>"));
  pdf_end(writer);
  return number;
}

/* Glyphs that follow each other share a list (9.7.4.3). */
static void put_widths(StrBuf *body, const PdfFont *font) {
  const PdfGlyph *glyphs = font->glyphs.items;
  int usual = usual_width(font);
  strbuf_addf(body, "/DW %d/W[", usual);
  uint32_t next = 0;
  bool is_open = false;
  for (int i = 0; i < font->glyphs.count; i++) {
    if (glyphs[i].outline.width == usual) continue;
    bool goes_on = is_open && glyphs[i].id == next;
    if (is_open) strbuf_add(body, goes_on ? S(" ") : S("]"));
    if (!goes_on) {
      pdf_put_integer(body, (int)glyphs[i].id);
      strbuf_add(body, S("["));
    }
    pdf_put_integer(body, glyphs[i].outline.width);
    next = glyphs[i].id + 1;
    is_open = true;
  }
  strbuf_add_c(body, is_open ? "]]" : "]");
}

static int add_descendant(const PdfFont *font, PdfWriter *writer, Str name) {
  int descriptor = add_descriptor(font, writer, name);
  int number = pdf_reserve(writer);
  StrBuf *body = pdf_begin(writer, number);
  strbuf_add(body, S("<</Type/Font/Subtype/CIDFontType0/BaseFont"));
  pdf_put_name(body, name);
  strbuf_add(body, S("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                     "/Supplement 0>>"));
  pdf_put_reference(body, "/FontDescriptor", descriptor);
  put_widths(body, font);
  strbuf_add(body, S(">>"));
  pdf_end(writer);
  return number;
}

static void put_code(StrBuf *map, uint32_t id) {
  char bytes[] = {(char)(id >> 8), (char)id};
  strbuf_addf(map, "<%02X%02X>", (unsigned char)bytes[0],
              (unsigned char)bytes[1]);
}

/* What each code is read as (9.10.3; Adobe TN 5014). */
static int add_unicode(const PdfFont *font, PdfWriter *writer) {
  enum { ENTRIES_MAX = 100 };
  StrBuf map = {.arena = font->arena};
  strbuf_add(&map, S("/CIDInit/ProcSet findresource begin\n12 dict begin\n"
                     "begincmap\n/CIDSystemInfo<</Registry(Adobe)"
                     "/Ordering(UCS)/Supplement 0>>def\n"
                     "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000><FFFF>\n"
                     "endcodespacerange\n"));
  int count = font->glyphs.count, first = font->glyphs.items[0].id ? 0 : 1;
  for (int i = first; i < count; i++) {
    const PdfGlyph *glyph = &font->glyphs.items[i];
    if ((i - first) % ENTRIES_MAX == 0) {
      if (i > first) strbuf_add(&map, S("endbfchar\n"));
      pdf_put_integer(&map, count - i < ENTRIES_MAX ? count - i : ENTRIES_MAX);
      strbuf_add(&map, S(" beginbfchar\n"));
    }
    put_code(&map, glyph->id);
    pdf_put_utf16(&map, glyph->text.len ? glyph->text : glyph->stand_in);
    strbuf_add(&map, S("\n"));
  }
  if (count > first) strbuf_add(&map, S("endbfchar\n"));
  strbuf_add(&map, S("endcmap\nCMapName currentdict/CMap defineresource pop\n"
                     "end\nend\n"));
  return pdf_add_stream(writer, (Str){0}, strbuf_str(&map));
}

static void add_font(PdfFont *font, PdfWriter *writer) {
  pdf_font_index(font, 0); /* every font has a glyph for what is missing */
  qsort(font->glyphs.items, (size_t)font->glyphs.count,
        sizeof *font->glyphs.items, by_id);
  Str name = subset_name(font);
  int descendant = add_descendant(font, writer, name);
  int unicode = add_unicode(font, writer);
  StrBuf *body = pdf_begin(writer, font->number);
  strbuf_add(body,
             S("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont"));
  pdf_put_name(body, name);
  strbuf_add(body, S("/DescendantFonts["));
  pdf_put_reference(body, "", descendant);
  strbuf_add(body, S("]"));
  pdf_put_reference(body, "/ToUnicode", unicode);
  strbuf_add(body, S(">>"));
  pdf_end(writer);
}

void pdf_add_fonts(const PdfFonts *fonts, PdfWriter *writer) {
  for (int i = 0; i < fonts->list.count; i++)
    add_font(fonts->list.items[i], writer);
}
