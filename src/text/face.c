/* Opening a face: mapped file, HarfBuzz face and font, cairo face. */
#include "text/face.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>

/* The cairo face of a Face, made by the first thread that draws with it. */
typedef struct FaceLate {
  gsize is_made;
  cairo_font_face_t *cairo;
} FaceLate;

/* What a cairo face needs as long as cairo keeps it. A library of its own, as
 * one FT_Library must not serve two threads at a time. */
typedef struct CairoSource {
  hb_blob_t *blob;
  FT_Library library;
  FT_Face face;
} CairoSource;

static void release_blob(void *blob) {
  hb_blob_destroy(blob);
}

static void release_face(void *face) {
  hb_face_destroy(face);
}

static void release_font(void *font) {
  hb_font_destroy(font);
}

static void release_late(void *thing) {
  FaceLate *late = thing;
  if (late->cairo) cairo_font_face_destroy(late->cairo);
}

static Str read_name(Arena *arena, hb_face_t *face, hb_ot_name_id_t id) {
  char text[256];
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text);
  return str_copy(arena, (Str){text, (int)size});
}

/* The typographic name where there is one, else the common one. */
static Str read_either_name(Arena *arena, hb_face_t *face, hb_ot_name_id_t id,
                            hb_ot_name_id_t other) {
  Str name = read_name(arena, face, id);
  return name.len ? name : read_name(arena, face, other);
}

static bool has_feature(hb_face_t *face, hb_tag_t table, hb_tag_t feature) {
  unsigned start = 0, count;
  hb_tag_t tags[32];
  do {
    count = G_N_ELEMENTS(tags);
    hb_ot_layout_table_get_feature_tags(face, table, start, &count, tags);
    for (unsigned i = 0; i < count; i++)
      if (tags[i] == feature) return true;
    start += count;
  } while (count == G_N_ELEMENTS(tags));
  return false;
}

static void read_info(Arena *arena, Face *face) {
  FaceInfo *info = &face->info;
  hb_face_t *hb = face->face;
  info->family = read_either_name(arena, hb, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
                                  HB_OT_NAME_ID_FONT_FAMILY);
  info->style = read_either_name(arena, hb, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY,
                                 HB_OT_NAME_ID_FONT_SUBFAMILY);
  info->version = read_name(arena, hb, HB_OT_NAME_ID_VERSION_STRING);
  info->weight = (int)hb_style_get_value(face->font, HB_STYLE_TAG_WEIGHT);
  info->units_per_em = hb_face_get_upem(hb);
  hb_font_extents_t extents;
  hb_font_get_h_extents(face->font, &extents);
  info->ascent = extents.ascender / info->units_per_em;
  info->descent = -extents.descender / info->units_per_em;
}

Face *face_open(Arena *arena, Str path, int index) {
  char *path_c = str_c(arena, path);
  hb_blob_t *blob = hb_blob_create_from_file_or_fail(path_c);
  if (!blob) return NULL;
  arena_defer(arena, release_blob, blob);
  if ((unsigned)index >= hb_face_count(blob)) return NULL;
  Face *face = arena_new(arena, Face);
  face->blob = blob;
  face->face = hb_face_create(blob, (unsigned)index);
  hb_face_make_immutable(face->face);
  arena_defer(arena, release_face, face->face);
  hb_font_t *plain = hb_font_create(face->face);
  hb_font_make_immutable(plain);
  face->glyphs = glyph_map_open(arena, plain);
  hb_font_destroy(plain);
  face->font = glyph_map_font(face->glyphs);
  hb_font_make_immutable(face->font);
  arena_defer(arena, release_font, face->font);
  face->late = arena_new(arena, FaceLate);
  arena_defer(arena, release_late, face->late);
  face->info.path = (Str){path_c, path.len};
  face->info.index = index;
  read_info(arena, face);
  face->has_halves =
      has_feature(face->face, HB_OT_TAG_GPOS, HB_TAG('h', 'a', 'l', 't'));
  face->has_tabular =
      has_feature(face->face, HB_OT_TAG_GSUB, HB_TAG('t', 'n', 'u', 'm'));
  return face;
}

uint32_t face_checksum(const Face *face) {
  enum { CHECKSUM_OFFSET = 8 }; /* OpenType, head */
  hb_blob_t *head =
      hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
  unsigned size;
  const unsigned char *at =
      (const unsigned char *)hb_blob_get_data(head, &size);
  uint32_t checksum = 0;
  for (unsigned i = 0; i < 4 && size >= CHECKSUM_OFFSET + 4; i++)
    checksum = checksum << 8 | at[CHECKSUM_OFFSET + i];
  hb_blob_destroy(head);
  return checksum;
}

long long face_bytes(const Face *face) {
  return hb_blob_get_length(face->blob);
}

const FaceInfo *face_info(const Face *face) {
  return &face->info;
}

hb_face_t *face_harfbuzz(const Face *face) {
  return face->face;
}

bool face_covers(const Face *face, uint32_t code_point) {
  return face_glyph(face, code_point) != 0;
}

static void release_cairo_source(void *thing) {
  CairoSource *source = thing;
  FT_Done_Face(source->face);
  FT_Done_FreeType(source->library);
  hb_blob_destroy(source->blob);
  g_free(source);
}

/* NULL when FreeType cannot read what HarfBuzz could. */
static cairo_font_face_t *open_cairo(const Face *face) {
  static const cairo_user_data_key_t key;
  CairoSource *source = g_new0(CairoSource, 1);
  unsigned size;
  const char *bytes = hb_blob_get_data(face->blob, &size);
  if (FT_Init_FreeType(&source->library) != 0 ||
      FT_New_Memory_Face(source->library, (const FT_Byte *)bytes, (FT_Long)size,
                         face->info.index, &source->face) != 0) {
    FT_Done_FreeType(source->library);
    g_free(source);
    return NULL;
  }
  source->blob = hb_blob_reference(face->blob);
  cairo_font_face_t *cairo =
      cairo_ft_font_face_create_for_ft_face(source->face, FT_LOAD_NO_HINTING);
  cairo_font_face_set_user_data(cairo, &key, source, release_cairo_source);
  return cairo;
}

cairo_font_face_t *face_cairo(const Face *face) {
  FaceLate *late = face->late;
  if (g_once_init_enter(&late->is_made)) {
    late->cairo = open_cairo(face);
    g_once_init_leave(&late->is_made, 1);
  }
  return late->cairo;
}

GlyphInk face_glyph_ink(const Face *face, uint32_t glyph) {
  hb_glyph_extents_t extents = {0};
  hb_font_get_glyph_extents(face->font, glyph, &extents);
  double em = face->info.units_per_em;
  return (GlyphInk){
      .x_min = extents.x_bearing / em,
      .x_max = (extents.x_bearing + extents.width) / em,
      .y_min = (extents.y_bearing + extents.height) / em,
      .y_max = extents.y_bearing / em,
  };
}

double face_glyph_advance(const Face *face, uint32_t glyph) {
  return hb_font_get_glyph_h_advance(face->font, glyph) /
         face->info.units_per_em;
}

uint32_t face_space(const Face *face) {
  return face_glyph(face, ' ');
}

uint32_t face_ideographic_space(const Face *face) {
  return face_glyph(face, 0x3000);
}
