/* The cache of words, and what goes into HarfBuzz's buffer and comes out. */
#include "text/word_shapes.h"

enum { CACHED_WORDS = 1 << 14, WORD_BYTES = 96 };

typedef struct WordKey {
  Str text; /* with the spaces behind it */
  const Face *face;
} WordKey;

typedef struct WordShape {
  WordKey key;
  bool is_joinable; /* neither changes its neighbours nor is changed by them */
  FaceGlyphs glyphs;
} WordShape;

struct WordShapes {
  Arena arena; /* keys and glyphs */
  GHashTable *words;
  int count;
};

static guint key_hash(gconstpointer thing) {
  const WordKey *key = thing;
  return str_hash(key->text) ^ (guint)(GPOINTER_TO_SIZE(key->face) >> 4);
}

static gboolean key_equal(gconstpointer a, gconstpointer b) {
  const WordKey *left = a, *right = b;
  return left->face == right->face && str_equal(left->text, right->text);
}

static void release_words(void *thing) {
  WordShapes *words = thing;
  g_hash_table_destroy(words->words);
  arena_clear(&words->arena);
}

WordShapes *word_shapes_open(Arena *arena) {
  WordShapes *words = arena_new(arena, WordShapes);
  words->words = g_hash_table_new(key_hash, key_equal);
  arena_defer(arena, release_words, words);
  return words;
}

/* HarfBuzz leaves a soft hyphen out, but not the glyph that a Korean face puts
 * in its place (locl). */
static uint32_t shaped_character(uint32_t c) {
  enum { SOFT_HYPHEN = 0xAD, WORD_JOINER = 0x2060 };
  return c == SOFT_HYPHEN ? WORD_JOINER : c;
}

void buffer_fill(FontSet *fonts, const TextChar *chars, int count, int start,
                 hb_buffer_flags_t flags) {
  hb_buffer_t *buffer = fonts->buffer;
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES | flags);
  hb_buffer_pre_allocate(buffer, (unsigned)count);
  for (int i = 0; i < count; i++)
    hb_buffer_add(buffer, shaped_character(chars[i].code_point),
                  (unsigned)(chars[i].offset - start));
}

void buffer_read(const FontSet *fonts, Arena *arena, FaceGlyphs *glyphs) {
  unsigned count = 0;
  const hb_glyph_info_t *infos =
      hb_buffer_get_glyph_infos(fonts->buffer, &count);
  const hb_glyph_position_t *positions =
      hb_buffer_get_glyph_positions(fonts->buffer, NULL);
  list_reserve(arena, glyphs, (int)count);
  for (unsigned i = 0; i < count; i++)
    glyphs->items[glyphs->count++] = (FaceGlyph){
        infos[i].codepoint, positions[i].x_advance, positions[i].x_offset,
        positions[i].y_offset, (int)infos[i].cluster};
}

/* HarfBuzz says of each glyph whether what stands beside it counts. */
static bool is_joinable(const FontSet *fonts) {
  unsigned count = 0;
  const hb_glyph_info_t *infos =
      hb_buffer_get_glyph_infos(fonts->buffer, &count);
  for (unsigned i = 0; i < count; i++)
    if (hb_glyph_info_get_glyph_flags(&infos[i]) &
        HB_GLYPH_FLAG_UNSAFE_TO_CONCAT)
      return false;
  return true;
}

static WordShape *shape_word(FontSet *fonts, const WordKey *key,
                             const TextChar *chars, int count) {
  WordShapes *words = fonts->words;
  if (words->count >= CACHED_WORDS) {
    g_hash_table_remove_all(words->words);
    arena_clear(&words->arena);
    words->count = 0;
  }
  buffer_fill(fonts, chars, count, chars[0].offset,
              HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
  hb_buffer_set_direction(fonts->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(fonts->buffer, HB_SCRIPT_HANGUL);
  hb_buffer_set_language(fonts->buffer, hb_language_from_string("ko", -1));
  hb_shape(key->face->font, fonts->buffer, NULL, 0);
  WordShape *shape = arena_new(&words->arena, WordShape);
  shape->key = (WordKey){str_copy(&words->arena, key->text), key->face};
  shape->is_joinable = is_joinable(fonts);
  if (shape->is_joinable) buffer_read(fonts, &words->arena, &shape->glyphs);
  g_hash_table_insert(words->words, &shape->key, shape);
  words->count++;
  return shape;
}

/* The end of the word that begins at `at`: behind its spaces. */
static int word_end(const TextChar *chars, int at, int end) {
  while (at < end && chars[at].code_point != ' ')
    at++;
  while (at < end && chars[at].code_point == ' ')
    at++;
  return at;
}

/* False: it cannot be joined. */
static bool join_word(FontSet *fonts, Arena *scratch, const WordKey *key,
                      const TextChar *chars, int count, int offset,
                      FaceGlyphs *glyphs) {
  if (key->text.len > WORD_BYTES) return false;
  const WordShape *shape = g_hash_table_lookup(fonts->words->words, key);
  if (!shape) shape = shape_word(fonts, key, chars, count);
  if (!shape->is_joinable) return false;
  list_reserve(scratch, glyphs, shape->glyphs.count);
  for (int i = 0; i < shape->glyphs.count; i++) {
    FaceGlyph glyph = shape->glyphs.items[i];
    glyph.cluster += offset;
    glyphs->items[glyphs->count++] = glyph;
  }
  return true;
}

bool word_shapes_join(FontSet *fonts, Arena *scratch, Str text,
                      const TextItem *item, const TextChar *chars,
                      FaceGlyphs *glyphs) {
  list_reserve(scratch, glyphs, item->char_end - item->first);
  for (int at = item->first; at < item->char_end;) {
    int end = word_end(chars, at, item->char_end);
    int start = chars[at].offset;
    int byte_end = end < item->char_end ? chars[end].offset : item->end;
    WordKey key = {str_slice(text, start, byte_end), item->face};
    if (!join_word(fonts, scratch, &key, &chars[at], end - at,
                   start - item->start, glyphs))
      return false;
    at = end;
  }
  return true;
}
