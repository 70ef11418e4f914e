/* Glyphs that are pixels or drawings in colours: a font in a PDF holds
 * outlines, and would show nothing in their place. */
#include <hb-ot.h>

#include "export/pdf/document.h"

static bool has_any(hb_face_t *face, const hb_tag_t *tables, int count) {
  for (int i = 0; i < count; i++) {
    hb_blob_t *table = hb_face_reference_table(face, tables[i]);
    bool is_there = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    if (is_there) return true;
  }
  return false;
}

static bool has_outlines(hb_face_t *face) {
  static const hb_tag_t tables[] = {HB_TAG('g', 'l', 'y', 'f'),
                                    HB_TAG('C', 'F', 'F', ' '),
                                    HB_TAG('C', 'F', 'F', '2')};
  return has_any(face, tables, G_N_ELEMENTS(tables));
}

static bool has_colors(hb_face_t *face) {
  static const hb_tag_t tables[] = {
      HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'B', 'D', 'T'),
      HB_TAG('s', 'b', 'i', 'x'), HB_TAG('S', 'V', 'G', ' ')};
  return has_any(face, tables, G_N_ELEMENTS(tables));
}

static bool is_held(hb_blob_t *blob) {
  bool is_there = hb_blob_get_length(blob) > 0;
  hb_blob_destroy(blob);
  return is_there;
}

static bool is_colored(const PdfFont *font, uint32_t glyph) {
  hb_face_t *face = hb_font_get_face(font->shapes);
  return hb_ot_color_glyph_get_layers(face, glyph, 0, NULL, NULL) > 0 ||
         is_held(hb_ot_color_glyph_reference_svg(face, glyph)) ||
         is_held(hb_ot_color_glyph_reference_png(font->shapes, glyph));
}

static bool is_blank(Str text) {
  for (int at = 0; at < text.len;)
    if (g_unichar_isgraph(str_next(text, &at))) return false;
  return true;
}

static bool is_missing(const PdfFont *font, const PdfGlyph *glyph) {
  bool has_ink = glyph->outline.right >= glyph->outline.left;
  return (!has_ink && !is_blank(glyph->text)) || is_colored(font, glyph->id);
}

static void check_font(const PdfFont *font, Diags *diags) {
  hb_face_t *face = hb_font_get_face(font->shapes);
  const FaceInfo *info = face_info(font->face);
  if (has_outlines(face) && !has_colors(face)) return;
  for (int i = 0; i < font->glyphs.count; i++) {
    const PdfGlyph *glyph = &font->glyphs.items[i];
    if (!is_missing(font, glyph)) continue;
    diag(diags, DIAG_EXPORT_FACE, (Place){0},
         "%.*s %.*s has pixels or colours for '%.*s', not the outline that "
         "a PDF holds",
         STR(info->family), STR(info->style), STR(glyph->text));
    diag_hint(diags, "name another family for it");
    return;
  }
}

void pdf_check_outlines(PdfDocument *document) {
  for (int i = 0; i < document->fonts.list.count; i++)
    check_font(document->fonts.list.items[i], document->diags);
}
