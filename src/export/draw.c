/* A frame in, cairo calls out: groups, the order of things and their tags. */
#include "export/draw.h"

#include <assert.h>
#include <math.h>

enum { DRAW_DEPTH_MAX = 500 };

/* Where the walk stands. */
typedef struct Walk {
  Drawing *drawing;
  Matrix matrix; /* to the page */
  Rect clip;     /* on the page */
} Walk;

cairo_matrix_t draw_matrix(Matrix matrix) {
  cairo_matrix_t result;
  if (matrix_is_identity(matrix))
    cairo_matrix_init_identity(&result);
  else
    cairo_matrix_init(&result, matrix.xx, matrix.yx, matrix.xy, matrix.yy,
                      matrix.x0, matrix.y0);
  return result;
}

static const char *cairo_tag_name(Tag tag) {
  return tag.kind == TAG_CONTENT ? "Span" : "Private";
}

static void close_tag(Drawing *drawing) {
  if (drawing->open.kind == TAG_INHERIT) return;
  cairo_tag_end(drawing->cairo, cairo_tag_name(drawing->open));
  drawing->open = (Tag){0};
}

static const Element *figure_around(Tag tag) {
  if (tag.kind != TAG_CONTENT) return NULL;
  const Element *element = tag.content->parent;
  while (element && element->role != ELEMENT_FIGURE &&
         element->role != ELEMENT_FORMULA)
    element = element->parent;
  return element;
}

static void begin_mark(Drawing *drawing, Str shown) {
  Tag tag = drawing->tag;
  close_tag(drawing);
  cairo_tag_begin(drawing->cairo, cairo_tag_name(tag), NULL);
  drawing->open = tag;
  Arena *arena = drawing->marks->arena;
  Mark mark = {tag, str_copy(arena, shown), figure_around(tag), rect_empty()};
  list_add(arena, &drawing->marks->list, mark);
}

/* Things of the same tag that follow each other share one mark. */
bool draw_tell(Drawing *drawing, Str shown) {
  if (!drawing->is_tagged || drawing->in_group) return false;
  Tag tag = drawing->tag, open = drawing->open;
  bool can_tell = tag.kind == TAG_CONTENT && tag.content->actual_text.len == 0;
  if (!can_tell) shown.len = 0;
  bool is_same = open.kind == tag.kind && open.content == tag.content;
  if (!is_same || shown.len || list_last(&drawing->marks->list)->shown.len)
    begin_mark(drawing, shown);
  return can_tell;
}

/* Figures say where they are (ISO 32000-1, 14.8.5.4.3: BBox). */
static void note_bounds(Walk *walk, const FrameItem *item) {
  PageMarks *marks = walk->drawing->marks;
  if (!walk->drawing->is_tagged || !marks->list.count) return;
  Mark *mark = list_last(&marks->list);
  if (!mark->figure) return;
  Rect bounds = rect_transformed(frame_item_bounds(item), walk->matrix);
  mark->bounds = rect_union(mark->bounds, rect_common(bounds, walk->clip));
}

static Tag tag_within(Tag outer, Tag own) {
  return own.kind == TAG_INHERIT ? outer : own;
}

static bool is_painted(const FrameItem *item) {
  switch (item->kind) {
  case FRAME_PATH:
    return item->path.path->segments.count &&
           (item->path.fill.kind != PAINT_NONE ||
            stroke_is_painted(item->path.stroke));
  case FRAME_STAMPS:
    return item->stamps->list.count > 0;
  case FRAME_GLYPHS:
    return item->glyphs.run->glyph_count > 0 && item->glyphs.run->size > 0 &&
           item->glyphs.paint.kind != PAINT_NONE;
  case FRAME_IMAGE:
    return item->image.rect.width > 0 && item->image.rect.height > 0;
  default:
    return false;
  }
}

static void paint_item(Walk *walk, const FrameItem *item, Tag tag) {
  if (!is_painted(item)) return;
  walk->drawing->tag = tag;
  if (item->kind != FRAME_GLYPHS) draw_tell(walk->drawing, (Str){0});
  if (item->kind == FRAME_PATH)
    draw_path_any(walk->drawing, item);
  else if (item->kind == FRAME_STAMPS)
    draw_stamps(walk->drawing, item->stamps);
  else if (item->kind == FRAME_GLYPHS)
    draw_glyphs(walk->drawing, item);
  else
    draw_image(walk->drawing, item);
  note_bounds(walk, item);
}

static void note_link(Walk *walk, const FrameItem *item) {
  PageMarks *marks = walk->drawing->marks;
  if (!marks) return;
  PlacedLink link = {.rect = rect_transformed(item->link.rect, walk->matrix),
                     .destination = item->link.destination,
                     .address = item->link.address,
                     .contents = item->link.contents,
                     .element = item->link.element};
  list_add(marks->arena, &marks->links, link);
}

static void note_group_link(Walk *walk, const FrameItem *item, Tag tag) {
  PageMarks *marks = walk->drawing->marks;
  if (!marks || !item->group.link.len) return;
  Rect bounds = frame_bounds(item->group.frame);
  if (rect_is_empty(bounds)) return;
  PlacedLink link = {.rect = rect_transformed(bounds, walk->matrix),
                     .address = item->group.link,
                     .contents = item->group.link,
                     .tag = tag};
  list_add(marks->arena, &marks->links, link);
}

static void note_anchor(Walk *walk, const FrameItem *item) {
  PageMarks *marks = walk->drawing->marks;
  if (!marks) return;
  PlacedAnchor anchor = {item->anchor.name,
                         matrix_apply(walk->matrix, item->anchor.point)};
  list_add(marks->arena, &marks->anchors, anchor);
}

static void walk_frame(Walk *walk, const Frame *frame, Tag tag, int depth);

/* As one layer, so that what overlaps inside does not shine through. */
static void walk_layer(Walk *walk, const FrameItem *item, Tag tag, int depth) {
  cairo_t *cairo = walk->drawing->cairo;
  bool was_in_group = walk->drawing->in_group;
  walk->drawing->tag = tag;
  draw_tell(walk->drawing, (Str){0});
  walk->drawing->in_group = true;
  cairo_push_group(cairo);
  walk_frame(walk, item->group.frame, tag, depth + 1);
  cairo_pop_group_to_source(cairo);
  cairo_paint_with_alpha(cairo, item->group.opacity);
  walk->drawing->in_group = was_in_group;
}

static void walk_group(Walk *walk, const FrameItem *item, Tag tag, int depth) {
  if (!matrix_is_usable(item->group.matrix) || !(item->group.opacity > 0))
    return;
  cairo_t *cairo = walk->drawing->cairo;
  Matrix outer = walk->matrix;
  Rect outer_clip = walk->clip;
  walk->matrix = matrix_multiply(item->group.matrix, outer);
  cairo_save(cairo);
  cairo_matrix_t matrix = draw_matrix(item->group.matrix);
  cairo_transform(cairo, &matrix);
  if (item->group.clip) {
    draw_path(cairo, item->group.clip);
    cairo_clip(cairo);
    Rect clip = path_bounds(item->group.clip);
    walk->clip = rect_common(outer_clip, rect_transformed(clip, walk->matrix));
  }
  note_group_link(walk, item, tag);
  if (item->group.opacity < 1)
    walk_layer(walk, item, tag, depth);
  else
    walk_frame(walk, item->group.frame, tag, depth + 1);
  cairo_restore(cairo);
  walk->matrix = outer;
  walk->clip = outer_clip;
}

static void walk_frame(Walk *walk, const Frame *frame, Tag tag, int depth) {
  assert(depth < DRAW_DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    Tag own = tag_within(tag, item->tag);
    switch (item->kind) {
    case FRAME_GROUP:
      walk_group(walk, item, own, depth);
      break;
    case FRAME_LINK:
      note_link(walk, item);
      break;
    case FRAME_ANCHOR:
      note_anchor(walk, item);
      break;
    default:
      paint_item(walk, item, own);
      break;
    }
  }
}

void draw_frame(Drawing *drawing, const Frame *frame) {
  Walk walk = {.drawing = drawing, .clip = {0, 0, frame->width, frame->height}};
  walk_frame(&walk, frame, tag_artifact(TAG_ARTIFACT_LAYOUT), 0);
  close_tag(drawing);
}
