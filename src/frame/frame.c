/* Building frames item by item. */
#include "frame/frame.h"

Frame *frame_new(Arena *arena, double width, double height) {
  Frame *frame = arena_new(arena, Frame);
  frame->arena = arena;
  frame->width = width;
  frame->height = height;
  return frame;
}

static FrameItem *add(Frame *frame, FrameItemKind kind) {
  FrameItem *item = list_new(frame->arena, &frame->items);
  *item = (FrameItem){.kind = kind};
  return item;
}

FrameItem *frame_add_group(Frame *frame, Frame *inner, Matrix matrix) {
  FrameItem *item = add(frame, FRAME_GROUP);
  item->group.frame = inner;
  item->group.matrix = matrix;
  item->group.opacity = 1;
  return item;
}

FrameItem *frame_add_path(Frame *frame, const Path *path, Paint fill,
                          const Stroke *stroke) {
  FrameItem *item = add(frame, FRAME_PATH);
  item->path.path = path;
  item->path.fill = fill;
  if (!stroke || stroke->paint.kind == PAINT_NONE) return item;
  Stroke *copy = arena_new(frame->arena, Stroke);
  *copy = *stroke;
  item->path.stroke = copy;
  return item;
}

FrameItem *frame_add_stamps(Frame *frame, const Stamps *stamps) {
  FrameItem *item = add(frame, FRAME_STAMPS);
  item->stamps = stamps;
  return item;
}

FrameItem *frame_add_rect(Frame *frame, Rect rect, Paint fill) {
  Path *path = path_new(frame->arena);
  path_rect(path, rect);
  return frame_add_path(frame, path, fill, NULL);
}

FrameItem *frame_add_line(Frame *frame, Point from, Point to, double width,
                          Color color) {
  Path *path = path_new(frame->arena);
  path_move(path, from.x, from.y);
  path_line(path, to.x, to.y);
  Stroke stroke = {.paint = paint_color(color), .width = width};
  return frame_add_path(frame, path, (Paint){0}, &stroke);
}

FrameItem *frame_add_glyphs(Frame *frame, const GlyphRun *run, Point origin,
                            Color color) {
  FrameItem *item = add(frame, FRAME_GLYPHS);
  item->glyphs.run = run;
  item->glyphs.origin = origin;
  item->glyphs.paint = paint_color(color);
  return item;
}

double glyph_run_width(const GlyphRun *run) {
  double width = 0;
  for (int i = 0; i < run->glyph_count; i++)
    width += (double)run->glyphs[i].advance;
  return width;
}

void frame_add_text(Frame *frame, const ShapedText *text, Point origin,
                    Color color, Tag tag) {
  for (int i = 0; i < text->run_count; i++) {
    frame_add_glyphs(frame, &text->runs[i], origin, color)->tag = tag;
    origin.x += glyph_run_width(&text->runs[i]);
  }
}

FrameItem *frame_add_image(Frame *frame, const Image *image, Rect rect) {
  FrameItem *item = add(frame, FRAME_IMAGE);
  item->image.image = image;
  item->image.rect = rect;
  item->image.smooth = true;
  return item;
}

FrameItem *frame_add_link(Frame *frame, Rect rect, Str destination, Str address,
                          Element *element) {
  FrameItem *item = add(frame, FRAME_LINK);
  item->link.rect = rect;
  item->link.destination = destination;
  item->link.address = address;
  item->link.element = element;
  return item;
}

FrameItem *frame_add_anchor(Frame *frame, Str name, Point point) {
  FrameItem *item = add(frame, FRAME_ANCHOR);
  item->anchor.name = name;
  item->anchor.point = point;
  return item;
}
