/* A frame in, texts and marks of too little contrast out. */
#include "frame/legibility.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "frame/vision.h"

enum {
  DEPTH_MAX = 500,
  FOUND_MAX = 20,
  LOOKED_BACK = 5000, /* fills that a text's ground is looked for among */
  GRADATION = 12      /* distinct colours of marks that say "how much" */
};

static const double text_asked = 4.5, large_asked = 3, mark_asked = 3,
                    large_size = 18, bold_size = 14, rounding = .005;

/* A fill or a picture on the page; of pictures and gradients the colour is not
 * known. */
typedef struct Fill {
  Rect rect;
  Color color;
  bool is_known, is_mark;
} Fill;

/* A mark waits for the texts that may stand on it. */
typedef struct SeenMark {
  Faint faint;
  Rect rect;
  bool has_text;
} SeenMark;

typedef struct Look {
  Arena *arena;
  const LegibilityRequest *request;
  FaintList *found;
  List(Fill) fills;
  List(SeenMark) marks;
  List(Color) mark_colors;
} Look;

static bool same_color(Color a, Color b) {
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static Point middle(Rect rect) {
  return (Point){rect.x + rect.width / 2, rect.y + rect.height / 2};
}

static bool holds(Rect rect, Point point) {
  return point.x >= rect.x && point.x <= rect.x + rect.width &&
         point.y >= rect.y && point.y <= rect.y + rect.height;
}

/* False: what is under the point is not known. Marks stand on the plot, not on
 * each other. */
static bool ground_at(const Look *look, Point point, bool is_mark,
                      Color *ground) {
  int count = look->fills.count;
  int stop = count > LOOKED_BACK ? count - LOOKED_BACK : 0;
  for (int i = count - 1; i >= stop; i--) {
    const Fill *fill = &look->fills.items[i];
    if (!holds(fill->rect, point) || (is_mark && fill->is_mark)) continue;
    *ground = fill->color;
    return fill->is_known;
  }
  *ground = look->request->ground;
  return true;
}

static void add_fill(Look *look, Rect rect, const Paint *paint, bool is_mark) {
  if (paint->kind == PAINT_NONE || rect_is_empty(rect)) return;
  Fill fill = {
      .rect = rect, .is_known = paint->kind == PAINT_COLOR, .is_mark = is_mark};
  Color under;
  bool is_known = ground_at(look, middle(rect), false, &under);
  if (fill.is_known && paint->color.alpha < 1) fill.is_known = is_known;
  if (fill.is_known) fill.color = color_over(paint->color, under);
  list_add(look->arena, &look->fills, fill);
}

static bool is_known_already(const Look *look, const Faint *faint) {
  for (int i = 0; i < look->found->count; i++) {
    const Faint *other = &look->found->items[i];
    if (other->kind == faint->kind && same_color(other->color, faint->color) &&
        same_color(other->ground, faint->ground))
      return true;
  }
  return false;
}

static void add_found(Look *look, const Faint *faint) {
  if (look->found->count < FOUND_MAX && !is_known_already(look, faint))
    list_add(look->arena, look->found, *faint);
}

static bool is_blank(Str text) {
  for (int at = 0; at < text.len;) {
    uint32_t c = str_next(text, &at);
    if (c > ' ' && c != 0xA0 && c != 0x3000 && c != 0xAD) return false;
  }
  return true;
}

static void look_at_text(Look *look, const FrameItem *item, Rect rect) {
  const GlyphRun *run = item->glyphs.run;
  const Paint *paint = &item->glyphs.paint;
  if (paint->kind != PAINT_COLOR || is_blank(run->text)) return;
  for (int i = 0; i < look->marks.count; i++)
    if (holds(look->marks.items[i].rect, middle(rect)))
      look->marks.items[i].has_text = true;
  Color ground;
  if (!ground_at(look, middle(rect), false, &ground)) return;
  bool is_bold = face_info(run->face)->weight >= 700;
  bool is_large =
      run->size >= large_size || (is_bold && run->size >= bold_size);
  Faint faint = {.kind = FAINT_TEXT,
                 .text = run->text,
                 .color = color_over(paint->color, ground),
                 .ground = ground,
                 .asked = is_large ? large_asked : text_asked};
  faint.contrast = color_contrast(faint.color, ground);
  if (faint.contrast < faint.asked - rounding) add_found(look, &faint);
}

static void count_color(Look *look, Color color) {
  for (int i = 0; i < look->mark_colors.count; i++)
    if (same_color(look->mark_colors.items[i], color)) return;
  if (look->mark_colors.count <= GRADATION)
    list_add(look->arena, &look->mark_colors, color);
}

/* A mark is seen by its fill or by its outline. */
static void look_at_mark(Look *look, const FrameItem *item, Rect rect,
                         Str mark) {
  static const Paint none = {0};
  const Stroke *stroke = item->path.stroke;
  const Paint *paints[] = {&item->path.fill, stroke ? &stroke->paint : &none};
  Faint faint = {.kind = FAINT_MARK, .text = mark, .asked = mark_asked};
  if (!ground_at(look, middle(rect), true, &faint.ground)) return;
  for (int i = 0; i < 2; i++) {
    if (paints[i]->kind == PAINT_NONE) continue;
    if (paints[i]->kind != PAINT_COLOR) return;
    Color color = color_over(paints[i]->color, faint.ground);
    double contrast = color_contrast(color, faint.ground);
    if (contrast > faint.contrast) faint.contrast = contrast;
    if (i == 0 || faint.color.alpha == 0) faint.color = color;
  }
  if (faint.color.alpha == 0) return;
  count_color(look, faint.color);
  if (faint.contrast < mark_asked - rounding && look->marks.count < LOOKED_BACK)
    list_add(look->arena, &look->marks, ((SeenMark){faint, rect, false}));
}

static bool is_in_figure(const FrameItem *item) {
  if (item->tag.kind != TAG_CONTENT) return false;
  return item->tag.content->parent->role == ELEMENT_FIGURE;
}

/* "bar" of the group "mark bar"; empty for other groups. */
static Str mark_name(const FrameItem *group, Str around) {
  static const Str head = {"mark ", 5};
  Str name = group->group.name;
  if (!name.len) return around;
  return str_starts(name, head) ? str_slice(name, head.len, name.len)
                                : (Str){0};
}

static void look_at_path(Look *look, const FrameItem *item, Rect rect,
                         Str mark) {
  if (mark.len) look_at_mark(look, item, rect, mark);
  add_fill(look, rect, &item->path.fill, mark.len > 0);
}

static void look_at_stamps(Look *look, const Stamps *stamps, Matrix matrix,
                           Str mark) {
  Path *path = path_new(look->arena);
  for (int i = 0; i < stamps->list.count; i++) {
    FrameItem item = stamp_item(stamps, i, path);
    Rect rect = rect_transformed(frame_item_bounds(&item), matrix);
    look_at_path(look, &item, rect, mark);
  }
}

static void look_at(Look *look, const Frame *frame, Matrix matrix, Str mark,
                    int depth);

/* Where the letters of a run stand: their ink would have to be asked of the
 * face, glyph by glyph. */
static Rect text_rect(const FrameItem *item) {
  static const double letter_height = .8; /* em, over the baseline */
  const GlyphRun *run = item->glyphs.run;
  Point origin = item->glyphs.origin;
  Rect letters = {0, -letter_height * run->size, glyph_run_width(run),
                  letter_height * run->size};
  return rect_transformed(letters,
                          matrix_multiply(matrix_rotate(item->glyphs.angle),
                                          matrix_move(origin.x, origin.y)));
}

static Rect seen_rect(const FrameItem *item, Matrix matrix) {
  Rect rect = item->kind == FRAME_GLYPHS  ? text_rect(item)
              : item->kind == FRAME_GROUP ? rect_empty()
                                          : frame_item_bounds(item);
  return rect_transformed(rect, matrix);
}

static void look_at_item(Look *look, const FrameItem *item, Matrix matrix,
                         Str mark, int depth) {
  Rect rect = seen_rect(item, matrix);
  switch (item->kind) {
  case FRAME_GROUP:
    if (!(item->group.opacity > 0)) return;
    look_at(look, item->group.frame,
            matrix_multiply(item->group.matrix, matrix), mark_name(item, mark),
            depth + 1);
    break;
  case FRAME_PATH:
    look_at_path(look, item, rect, mark);
    break;
  case FRAME_STAMPS:
    look_at_stamps(look, item->stamps, matrix, mark);
    break;
  case FRAME_GLYPHS:
    look_at_text(look, item, rect);
    break;
  case FRAME_IMAGE:
    list_add(look->arena, &look->fills, ((Fill){.rect = rect}));
    break;
  default:
    break;
  }
}

static void look_at(Look *look, const Frame *frame, Matrix matrix, Str mark,
                    int depth) {
  assert(depth < DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    if (look->request->skip_figures && is_in_figure(item)) continue;
    look_at_item(look, item, matrix, mark, depth);
  }
}

void frame_find_faint(Arena *arena, const Frame *frame,
                      const LegibilityRequest *request, FaintList *found) {
  Look look = {.arena = arena, .request = request, .found = found};
  look_at(&look, frame, (Matrix){0}, (Str){0}, 0);
  if (look.mark_colors.count > GRADATION) return;
  for (int i = 0; i < look.marks.count; i++)
    if (!look.marks.items[i].has_text)
      add_found(&look, &look.marks.items[i].faint);
}
