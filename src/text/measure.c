/* text_width: shaping once per distinct text, family, weight and language. */
#include "text/measure.h"

#include "text/font_set.h"

enum { CACHED_TEXTS = 1 << 15, CACHED_BYTES = 256 };

/* What decides a width, but for size, tracking and stretch. */
typedef struct WidthKey {
  Str text;
  const FaceChain *chain;
  Str language;
  bool tabular;
} WidthKey;

typedef struct WidthEntry {
  WidthKey key;
  double width; /* in em, tracking 0, stretch 1 */
  int gaps;     /* clusters that tracking widens */
} WidthEntry;

struct WidthCache {
  Arena arena; /* keys and entries */
  GHashTable *entries;
  int count;
};

static guint key_hash(gconstpointer thing) {
  const WidthKey *key = thing;
  return str_hash(key->text) ^ (guint)(GPOINTER_TO_SIZE(key->chain) >> 4) ^
         (guint)key->tabular << 31;
}

static gboolean key_equal(gconstpointer a, gconstpointer b) {
  const WidthKey *left = a, *right = b;
  return left->chain == right->chain && left->tabular == right->tabular &&
         str_equal(left->text, right->text) &&
         str_equal(left->language, right->language);
}

static void release_cache(void *thing) {
  WidthCache *cache = thing;
  g_hash_table_destroy(cache->entries);
  arena_clear(&cache->arena);
}

WidthCache *width_cache_open(Arena *arena) {
  WidthCache *cache = arena_new(arena, WidthCache);
  cache->entries = g_hash_table_new(key_hash, key_equal);
  arena_defer(arena, release_cache, cache);
  return cache;
}

/* Shapes at size 1 to learn width and gaps. */
static WidthEntry measure(FontSet *fonts, Str text, const TextStyle *style) {
  Arena scratch = {0};
  TextStyle unit = *style;
  unit.size = 1;
  unit.tracking = 0;
  unit.stretch = 1;
  ShapedText *shaped =
      text_shape_label(fonts, &scratch, text, &unit, (Place){0}, NULL);
  WidthEntry entry = {.width = shaped->width};
  for (int i = 0; i < shaped->run_count; i++) {
    const GlyphRun *run = &shaped->runs[i];
    for (int j = 0; j < run->glyph_count; j++)
      entry.gaps += run->glyphs[j].advance > 0 &&
                    (j + 1 == run->glyph_count ||
                     run->glyphs[j + 1].cluster != run->glyphs[j].cluster);
  }
  arena_clear(&scratch);
  return entry;
}

static void forget_all(WidthCache *cache) {
  g_hash_table_remove_all(cache->entries);
  arena_clear(&cache->arena);
  cache->count = 0;
}

static const WidthEntry *remember(WidthCache *cache, const WidthKey *key,
                                  WidthEntry measured) {
  if (cache->count >= CACHED_TEXTS) forget_all(cache);
  WidthEntry *entry = arena_new(&cache->arena, WidthEntry);
  *entry = measured;
  entry->key = *key;
  entry->key.text = str_copy(&cache->arena, key->text);
  entry->key.language = str_copy(&cache->arena, key->language);
  g_hash_table_insert(cache->entries, &entry->key, entry);
  cache->count++;
  return entry;
}

double text_width(FontSet *fonts, Str text, const TextStyle *style) {
  WidthKey key = {text, font_set_chain(fonts, style), style->language,
                  style->tabular};
  WidthEntry measured = {0};
  const WidthEntry *entry = &measured;
  if (text.len > CACHED_BYTES) {
    measured = measure(fonts, text, style);
  } else {
    entry = g_hash_table_lookup(fonts->widths->entries, &key);
    if (!entry)
      entry = remember(fonts->widths, &key, measure(fonts, text, style));
  }
  double stretch = style->stretch > 0 ? style->stretch : 1;
  return (entry->width + entry->gaps * style->tracking) * style->size * stretch;
}
