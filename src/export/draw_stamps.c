/* Stamps onto cairo. Where there are many of them, an
 * outline is painted once for each place within a pixel that it comes to stand
 * at, and laid down from there: twenty times faster than stroking each. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "export/draw.h"

enum {
  MANY = 2000,   /* fewer stamps are drawn one by one */
  PHASES = 16,   /* places within a pixel, along each side: cairo's own grid */
  SIDE_MAX = 64, /* pixels; bigger outlines are no marks of a million */
  OUTLINES_MAX = 1000 /* so that masks stay small */
};

/* What an outline covers at one place within a pixel, 0 to 255. */
typedef struct Mask {
  int x, y, width, height; /* from the pixel that the stamp's place is in */
  int stride;
  const unsigned char *cover;
} Mask;

/* The fill or the stroke of a look. Looks of the same outline share masks. */
typedef struct Ink {
  const StampLook *look;
  bool is_stroke;
  uint32_t color; /* premultiplied ARGB */
  Mask **masks;   /* PHASES * PHASES of them; NULL: not painted yet */
} Ink;

typedef struct Stamping {
  Arena *scratch;
  cairo_matrix_t matrix; /* to the sheet's pixels */
  uint32_t *sheet;
  int width, height;
  Ink *inks;            /* two for each look; no masks: nothing to paint */
  GHashTable *known[2]; /* outline -> the last ink that fills, strokes it */
  int outlines;         /* that have masks of their own */
} Stamping;

/* ---- Masks ---- */

static void paint_cover(cairo_t *cairo, const Ink *ink) {
  FrameItem item = {.kind = FRAME_PATH};
  Paint opaque = paint_color((Color){0, 0, 0, 1});
  item.path.path = ink->look->path;
  Stroke stroke = ink->look->stroke;
  stroke.paint = opaque;
  if (ink->is_stroke)
    item.path.stroke = &stroke;
  else
    item.path.fill = opaque;
  draw_path_item(cairo, &item);
}

static Rect ink_bounds(const Stamping *stamping, const Ink *ink) {
  FrameItem item = {.kind = FRAME_PATH};
  item.path.path = ink->look->path;
  item.path.fill = ink->look->fill;
  if (ink->is_stroke) item.path.stroke = &ink->look->stroke;
  const cairo_matrix_t *m = &stamping->matrix;
  return rect_transformed(frame_item_bounds(&item),
                          (Matrix){m->xx, m->yx, m->xy, m->yy, 0, 0});
}

static Mask *mask_paint(const Stamping *stamping, const Ink *ink, int phase) {
  Mask *mask = arena_new(stamping->scratch, Mask);
  double x = (double)(phase % PHASES) / PHASES;
  double y = (double)(phase / PHASES) / PHASES;
  Rect bounds = ink_bounds(stamping, ink);
  mask->x = (int)floor(bounds.x + x) - 1;
  mask->y = (int)floor(bounds.y + y) - 1;
  mask->width = (int)ceil(bounds.x + x + bounds.width) + 1 - mask->x;
  mask->height = (int)ceil(bounds.y + y + bounds.height) + 1 - mask->y;
  mask->stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, mask->width);
  unsigned char *cover = arena_array(stamping->scratch, unsigned char,
                                     mask->stride * mask->height);
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
      cover, CAIRO_FORMAT_A8, mask->width, mask->height, mask->stride);
  cairo_t *cairo = cairo_create(surface);
  cairo_matrix_t matrix = stamping->matrix;
  matrix.x0 = x - mask->x;
  matrix.y0 = y - mask->y;
  cairo_set_matrix(cairo, &matrix);
  paint_cover(cairo, ink);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  mask->cover = cover;
  return mask;
}

/* ---- Inks ---- */

static uint32_t premultiplied(Color color) {
  double alpha = fmax(0, fmin(1, color.alpha));
  const double parts[] = {color.red, color.green, color.blue};
  uint32_t pixel = (uint32_t)lround(alpha * 255);
  for (int i = 0; i < 3; i++)
    pixel =
        pixel << 8 | (uint32_t)lround(fmax(0, fmin(1, parts[i])) * alpha * 255);
  return pixel;
}

static bool same_stroke(const Stroke *a, const Stroke *b) {
  return a->width == b->width && a->dashes == b->dashes &&
         a->dash_count == b->dash_count && a->dash_offset == b->dash_offset &&
         a->cap == b->cap && a->join == b->join &&
         a->miter_limit == b->miter_limit;
}

/* Masks of an ink before this one that covers the same, else new ones. */
static Mask **masks_for(Stamping *stamping, Ink *ink) {
  GHashTable *known = stamping->known[ink->is_stroke];
  const Ink *other = g_hash_table_lookup(known, ink->look->path);
  g_hash_table_insert(known, (gpointer)ink->look->path, ink);
  if (other && (!ink->is_stroke ||
                same_stroke(&other->look->stroke, &ink->look->stroke)))
    return other->masks;
  stamping->outlines++;
  return arena_array(stamping->scratch, Mask *, PHASES * PHASES);
}

static bool ink_read(Stamping *stamping, const StampLook *look, int index) {
  Ink *ink = &stamping->inks[index];
  ink->is_stroke = index % 2 == 1;
  ink->look = look;
  const Paint *paint = ink->is_stroke ? &look->stroke.paint : &look->fill;
  if (paint->kind == PAINT_NONE ||
      (ink->is_stroke && !(look->stroke.width > 0)))
    return true;
  if (paint->kind != PAINT_COLOR) return false;
  Rect bounds = ink_bounds(stamping, ink);
  if (!(bounds.width < SIDE_MAX && bounds.height < SIDE_MAX)) return false;
  ink->color = premultiplied(paint->color);
  ink->masks = masks_for(stamping, ink);
  return stamping->outlines < OUTLINES_MAX;
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

/* Whether there are many stamps of few outlines that masks can show. */
static bool inks_read(Stamping *stamping, const Stamps *stamps) {
  int count = 2 * stamps->looks.count;
  if (stamps->list.count < MANY) return false;
  stamping->inks = arena_array(stamping->scratch, Ink, count);
  for (int i = 0; i < 2; i++) {
    stamping->known[i] = g_hash_table_new(NULL, NULL);
    arena_defer(stamping->scratch, release_table, stamping->known[i]);
  }
  for (int i = 0; i < count; i++)
    if (!ink_read(stamping, &stamps->looks.items[i / 2], i)) return false;
  return stamping->outlines <= stamps->list.count / PHASES;
}

/* ---- Laying down ---- */

/* x / 255 of 0 to 255 * 255, rounded, for two bytes that are 16 bits apart. */
static uint32_t divided(uint32_t pair) {
  pair += 0x00800080u;
  return (pair + (pair >> 8 & 0x00ff00ffu)) >> 8 & 0x00ff00ffu;
}

static uint32_t faded(uint32_t pixel, uint32_t by) {
  return divided((pixel & 0x00ff00ffu) * by) |
         divided((pixel >> 8 & 0x00ff00ffu) * by) << 8;
}

static void lay_row(uint32_t *pixels, const unsigned char *cover, int count,
                    uint32_t color) {
  for (int i = 0; i < count; i++) {
    if (!cover[i]) continue;
    uint32_t source = faded(color, cover[i]);
    pixels[i] = source + faded(pixels[i], 255 - (source >> 24));
  }
}

static void lay(const Stamping *stamping, const Mask *mask, int x, int y,
                uint32_t color) {
  int left = MAX(0, -(x + mask->x));
  int right = MIN(mask->width, stamping->width - (x + mask->x));
  for (int row = 0; row < mask->height && left < right; row++) {
    int line = y + mask->y + row;
    if (line < 0 || line >= stamping->height) continue;
    uint32_t *pixels = stamping->sheet + (size_t)line * (size_t)stamping->width;
    lay_row(pixels + x + mask->x + left,
            mask->cover + (size_t)row * (size_t)mask->stride + left,
            right - left, color);
  }
}

static void stamp_down(const Stamping *stamping, const Stamp *stamp) {
  double x = stamp->at.x, y = stamp->at.y;
  cairo_matrix_transform_point(&stamping->matrix, &x, &y);
  if (!(x > -SIDE_MAX && y > -SIDE_MAX && x < stamping->width + SIDE_MAX &&
        y < stamping->height + SIDE_MAX))
    return;
  int fine_x = (int)floor(x * PHASES + .5),
      fine_y = (int)floor(y * PHASES + .5);
  int pixel_x = (int)floor((double)fine_x / PHASES);
  int pixel_y = (int)floor((double)fine_y / PHASES);
  int phase = fine_y - pixel_y * PHASES;
  phase = phase * PHASES + fine_x - pixel_x * PHASES;
  for (int i = 2 * stamp->look; i < 2 * stamp->look + 2; i++) {
    const Ink *ink = &stamping->inks[i];
    if (!ink->masks) continue;
    if (!ink->masks[phase])
      ink->masks[phase] = mask_paint(stamping, ink, phase);
    lay(stamping, ink->masks[phase], pixel_x, pixel_y, ink->color);
  }
}

/* The pixels that the clip leaves, as a sheet of their own. */
static cairo_surface_t *sheet_new(cairo_t *cairo, Stamping *stamping, int *x,
                                  int *y) {
  double x1, y1, x2, y2;
  cairo_matrix_t identity;
  cairo_matrix_init_identity(&identity);
  cairo_get_matrix(cairo, &stamping->matrix);
  cairo_set_matrix(cairo, &identity);
  cairo_clip_extents(cairo, &x1, &y1, &x2, &y2);
  *x = (int)floor(x1);
  *y = (int)floor(y1);
  stamping->width = (int)ceil(x2) - *x;
  stamping->height = (int)ceil(y2) - *y;
  stamping->matrix.x0 -= *x;
  stamping->matrix.y0 -= *y;
  stamping->sheet = arena_array(stamping->scratch, uint32_t,
                                stamping->width * stamping->height);
  return cairo_image_surface_create_for_data(
      (unsigned char *)stamping->sheet, CAIRO_FORMAT_ARGB32, stamping->width,
      stamping->height, stamping->width * (int)sizeof(uint32_t));
}

static void draw_as_sheet(cairo_t *cairo, Stamping *stamping,
                          const Stamps *stamps) {
  int x, y;
  cairo_save(cairo);
  cairo_surface_t *sheet = sheet_new(cairo, stamping, &x, &y);
  for (int i = 0; i < stamps->list.count; i++)
    stamp_down(stamping, &stamps->list.items[i]);
  cairo_surface_mark_dirty(sheet);
  cairo_set_source_surface(cairo, sheet, x, y);
  cairo_paint(cairo);
  cairo_restore(cairo);
  cairo_surface_destroy(sheet);
}

static void draw_each(Drawing *drawing, Arena *scratch, const Stamps *stamps) {
  Path *path = path_new(scratch);
  for (int i = 0; i < stamps->list.count; i++) {
    FrameItem item = stamp_item(stamps, i, path);
    draw_path_item(drawing->cairo, &item);
  }
}

void draw_stamps(Drawing *drawing, const Stamps *stamps) {
  Arena scratch = {0};
  Stamping stamping = {.scratch = &scratch};
  cairo_get_matrix(drawing->cairo, &stamping.matrix);
  if (inks_read(&stamping, stamps))
    draw_as_sheet(drawing->cairo, &stamping, stamps);
  else
    draw_each(drawing, &scratch, stamps);
  arena_clear(&scratch);
}
