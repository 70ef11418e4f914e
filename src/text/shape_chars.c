/* HarfBuzz, and the cache in front of it. */
#include "text/shape_chars.h"

enum { CACHED_TEXTS = 1 << 14, CACHED_BYTES = 96 };

/* What decides the glyphs. */
typedef struct ShapeKey {
  Str text;
  const Face *face;
  hb_script_t script;
  hb_language_t language;
  bool is_tabular;
  GlyphShift shift;
} ShapeKey;

typedef struct KnownShape {
  ShapeKey key;
  bool is_joinable; /* neither changes its neighbours nor is changed by them */
  FaceGlyphs glyphs;
} KnownShape;

struct ShapeCache {
  Arena arena; /* of keys and glyphs */
  GHashTable *shapes;
  int count;
};

static guint key_hash(gconstpointer thing) {
  const ShapeKey *key = thing;
  return str_hash(key->text) ^ (guint)(GPOINTER_TO_SIZE(key->face) >> 4) ^
         (guint)key->script;
}

static gboolean key_equal(gconstpointer a, gconstpointer b) {
  const ShapeKey *left = a, *right = b;
  return left->face == right->face && left->script == right->script &&
         left->language == right->language &&
         left->is_tabular == right->is_tabular && left->shift == right->shift &&
         str_equal(left->text, right->text);
}

static void release_cache(void *thing) {
  ShapeCache *cache = thing;
  g_hash_table_destroy(cache->shapes);
  arena_clear(&cache->arena);
}

ShapeCache *shape_cache_open(Arena *arena) {
  ShapeCache *cache = arena_new(arena, ShapeCache);
  cache->shapes = g_hash_table_new(key_hash, key_equal);
  arena_defer(arena, release_cache, cache);
  return cache;
}

/* ---- HarfBuzz ---- */

/* HarfBuzz leaves a soft hyphen out, but not the glyph that a Korean face puts
 * in its place (locl). */
static uint32_t shaped_character(uint32_t c) {
  enum { SOFT_HYPHEN = 0xAD, WORD_JOINER = 0x2060 };
  return c == SOFT_HYPHEN ? WORD_JOINER : c;
}

static unsigned cluster_of(const CharRun *run, int index) {
  return (unsigned)(run->chars[index].offset - run->chars[0].offset);
}

static void fill_buffer(hb_buffer_t *buffer, const CharRun *run) {
  hb_direction_t direction = hb_script_get_horizontal_direction(run->script);
  if (direction == HB_DIRECTION_INVALID) direction = HB_DIRECTION_LTR;
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                                  HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
  hb_buffer_set_direction(buffer, direction);
  hb_buffer_set_script(buffer, run->script);
  hb_buffer_set_language(buffer, run->language);
  hb_buffer_pre_allocate(buffer, (unsigned)run->count);
  for (int i = 0; i < run->count; i++)
    hb_buffer_add(buffer, shaped_character(run->chars[i].code_point),
                  cluster_of(run, i));
}

typedef List(hb_feature_t) FeatureList;

static FeatureList run_features(Arena *scratch, const CharRun *run) {
  FeatureList features = {0};
  if (run->is_tabular && run->face->has_tabular) {
    hb_feature_t tabular = {HB_TAG('t', 'n', 'u', 'm'), 1,
                            HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    list_add(scratch, &features, tabular);
  }
  if (!run->face->has_halves) return features;
  for (int i = 0; i < run->count; i++) {
    if (run->chars[i].cut != CUT_HALF) continue;
    unsigned start = cluster_of(run, i);
    hb_feature_t half = {HB_TAG('h', 'a', 'l', 't'), 1, start, start + 1};
    list_add(scratch, &features, half);
  }
  return features;
}

static void add_glyphs(hb_buffer_t *buffer, Arena *arena, FaceGlyphs *glyphs) {
  unsigned count = 0;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t *positions =
      hb_buffer_get_glyph_positions(buffer, NULL);
  if (count) list_reserve(arena, glyphs, (int)count);
  for (unsigned i = 0; i < count; i++)
    glyphs->items[glyphs->count++] = (FaceGlyph){
        infos[i].codepoint, positions[i].x_advance, positions[i].x_offset,
        positions[i].y_offset, (int)infos[i].cluster};
}

/* Leaves the glyphs in the set's buffer. */
static void shape(FontSet *fonts, Arena *scratch, const CharRun *run) {
  FeatureList features = run_features(scratch, run);
  fill_buffer(fonts->buffer, run);
  hb_shape(run->face->font, fonts->buffer, features.items,
           (unsigned)features.count);
}

/* HarfBuzz says of each glyph whether what stands beside the text may count. */
static bool is_joinable(hb_buffer_t *buffer) {
  unsigned count = 0;
  hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
  for (unsigned i = 0; i < count; i++)
    if (hb_glyph_info_get_glyph_flags(&infos[i]) &
        HB_GLYPH_FLAG_UNSAFE_TO_CONCAT)
      return false;
  return true;
}

/* ---- The cache ---- */

static const KnownShape *remember(FontSet *fonts, Arena *scratch,
                                  const ShapeKey *key, const CharRun *run) {
  ShapeCache *cache = fonts->shapes;
  if (cache->count >= CACHED_TEXTS) {
    g_hash_table_remove_all(cache->shapes);
    arena_clear(&cache->arena);
    cache->count = 0;
  }
  shape(fonts, scratch, run);
  KnownShape *known = arena_new(&cache->arena, KnownShape);
  known->key = *key;
  known->key.text = str_copy(&cache->arena, key->text);
  known->is_joinable = is_joinable(fonts->buffer);
  add_glyphs(fonts->buffer, &cache->arena, &known->glyphs);
  g_hash_table_insert(cache->shapes, &known->key, known);
  cache->count++;
  return known;
}

/* Valid until the next call; NULL: too long to be remembered. */
static const KnownShape *known_shape(FontSet *fonts, Arena *scratch,
                                     const CharRun *run) {
  if (run->text.len > CACHED_BYTES) return NULL;
  ShapeKey key = {run->text,     run->face,       run->script,
                  run->language, run->is_tabular, run->shift};
  const KnownShape *known = g_hash_table_lookup(fonts->shapes->shapes, &key);
  return known ? known : remember(fonts, scratch, &key, run);
}

static void add_known(Arena *scratch, const KnownShape *known, int offset,
                      FaceGlyphs *glyphs) {
  if (known->glyphs.count) list_reserve(scratch, glyphs, known->glyphs.count);
  for (int i = 0; i < known->glyphs.count; i++) {
    FaceGlyph glyph = known->glyphs.items[i];
    glyph.cluster += offset;
    glyphs->items[glyphs->count++] = glyph;
  }
}

/* The end of the word that begins at `at`: behind its spaces. */
static int word_end(const CharRun *run, int at) {
  while (at < run->count && run->chars[at].code_point != ' ')
    at++;
  while (at < run->count && run->chars[at].code_point == ' ')
    at++;
  return at;
}

/* The run out of its words. False: one is not known to look the same beside
 * others. */
static bool join_words(FontSet *fonts, Arena *scratch, const CharRun *run,
                       FaceGlyphs *glyphs) {
  list_reserve(scratch, glyphs, run->count);
  for (int at = 0; at < run->count;) {
    int end = word_end(run, at), offset = (int)cluster_of(run, at);
    CharRun word = *run;
    word.chars += at;
    word.count = end - at;
    word.text =
        str_slice(run->text, offset,
                  end < run->count ? (int)cluster_of(run, end) : run->text.len);
    const KnownShape *known = known_shape(fonts, scratch, &word);
    bool is_whole = word.count == run->count;
    if (!known || (!known->is_joinable && !is_whole)) return false;
    add_known(scratch, known, offset, glyphs);
    at = end;
  }
  return true;
}

FaceGlyphs chars_shape(FontSet *fonts, Arena *scratch, const CharRun *run) {
  FaceGlyphs glyphs = {0};
  bool has_words = run->script == HB_SCRIPT_HANGUL;
  if (has_words && join_words(fonts, scratch, run, &glyphs)) return glyphs;
  glyphs.count = 0;
  const KnownShape *known = known_shape(fonts, scratch, run);
  if (known) {
    add_known(scratch, known, 0, &glyphs);
    return glyphs;
  }
  shape(fonts, scratch, run);
  add_glyphs(fonts->buffer, scratch, &glyphs);
  return glyphs;
}
