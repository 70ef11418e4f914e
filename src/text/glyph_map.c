/* Pages of 256 characters of the Basic Multilingual Plane, filled when first
 * asked for; what is beyond goes to the cmap. */
#include "text/glyph_map.h"

#include <glib.h>
#include <stdatomic.h>

enum { PAGE = 256, PAGES = 0x10000 / PAGE };

typedef struct GlyphPage {
  hb_codepoint_t glyphs[PAGE];
} GlyphPage;

struct GlyphMap {
  hb_font_t *font; /* HarfBuzz's own */
  GMutex lock;     /* of the arena, which owns the pages */
  Arena arena;
  _Atomic(const GlyphPage *) pages[PAGES];
};

static void release_map(void *thing) {
  GlyphMap *map = thing;
  arena_clear(&map->arena);
  g_mutex_clear(&map->lock);
  hb_font_destroy(map->font);
}

GlyphMap *glyph_map_open(Arena *arena, hb_font_t *font) {
  GlyphMap *map = arena_new(arena, GlyphMap);
  map->font = hb_font_reference(font);
  g_mutex_init(&map->lock);
  arena_defer(arena, release_map, map);
  return map;
}

static hb_codepoint_t look_up(const GlyphMap *map, hb_codepoint_t code_point) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(map->font, code_point, &glyph) ? glyph : 0;
}

/* Two threads may fill a page one after the other, with the same glyphs. */
static const GlyphPage *fill_page(GlyphMap *map, hb_codepoint_t number) {
  g_mutex_lock(&map->lock);
  GlyphPage *page = arena_new(&map->arena, GlyphPage);
  for (hb_codepoint_t i = 0; i < PAGE; i++)
    page->glyphs[i] = look_up(map, number * PAGE + i);
  atomic_store_explicit(&map->pages[number], page, memory_order_release);
  g_mutex_unlock(&map->lock);
  return page;
}

hb_codepoint_t glyph_map_find(GlyphMap *map, hb_codepoint_t code_point) {
  hb_codepoint_t number = code_point / PAGE;
  if (number >= PAGES) return look_up(map, code_point);
  const GlyphPage *page =
      atomic_load_explicit(&map->pages[number], memory_order_acquire);
  if (!page) page = fill_page(map, number);
  return page->glyphs[code_point % PAGE];
}

/* ---- As HarfBuzz's functions ---- */

static hb_bool_t find_one(hb_font_t *font, void *map, hb_codepoint_t code_point,
                          hb_codepoint_t *glyph, void *unused) {
  (void)font;
  (void)unused;
  *glyph = glyph_map_find(map, code_point);
  return *glyph != 0;
}

static const hb_codepoint_t *next_in(const void *array, unsigned stride,
                                     unsigned index) {
  return (const hb_codepoint_t *)(const void *)((const char *)array +
                                                (size_t)stride * index);
}

/* As many from the first on as the face has. */
static unsigned find_many(hb_font_t *font, void *map, unsigned count,
                          const hb_codepoint_t *code_points,
                          unsigned point_stride, hb_codepoint_t *glyphs,
                          unsigned glyph_stride, void *unused) {
  (void)font;
  (void)unused;
  unsigned done = 0;
  for (; done < count; done++) {
    hb_codepoint_t glyph =
        glyph_map_find(map, *next_in(code_points, point_stride, done));
    if (!glyph) break;
    *(hb_codepoint_t *)(void *)((char *)glyphs + (size_t)glyph_stride * done) =
        glyph;
  }
  return done;
}

hb_font_t *glyph_map_font(GlyphMap *map) {
  hb_font_t *font = hb_font_create_sub_font(map->font);
  hb_font_funcs_t *functions = hb_font_funcs_create();
  hb_font_funcs_set_nominal_glyph_func(functions, find_one, NULL, NULL);
  hb_font_funcs_set_nominal_glyphs_func(functions, find_many, NULL, NULL);
  hb_font_funcs_make_immutable(functions);
  hb_font_set_funcs(font, functions, map, NULL);
  hb_font_funcs_destroy(functions);
  return font;
}
