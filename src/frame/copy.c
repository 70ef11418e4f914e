/* A frame with all it points to, in another arena. */
#include <string.h>

#include "frame/frame.h"

static void *copy_bytes(Arena *arena, const void *bytes, size_t size) {
  void *copy = arena_alloc(arena, size);
  if (size) memcpy(copy, bytes, size);
  return copy;
}

static Str copy_text(Arena *arena, Str text) {
  return text.len ? str_copy(arena, text) : (Str){0};
}

static const Path *copy_path(Arena *arena, const Path *path) {
  if (!path) return NULL;
  Path *copy = path_new(arena);
  int count = path->segments.count;
  copy->segments.items = copy_bytes(arena, path->segments.items,
                                    (size_t)count * sizeof(PathSegment));
  copy->segments.count = copy->segments.capacity = count;
  return copy;
}

static Paint copy_paint(Arena *arena, Paint paint) {
  if (!paint.gradient) return paint;
  Gradient *gradient = copy_bytes(arena, paint.gradient, sizeof *gradient);
  gradient->stops =
      copy_bytes(arena, gradient->stops,
                 (size_t)gradient->stop_count * sizeof *gradient->stops);
  paint.gradient = gradient;
  return paint;
}

static Stroke copy_stroke(Arena *arena, const Stroke *stroke) {
  Stroke copy = *stroke;
  copy.paint = copy_paint(arena, copy.paint);
  copy.dashes = copy_bytes(arena, copy.dashes,
                           (size_t)copy.dash_count * sizeof *copy.dashes);
  return copy;
}

static const GlyphRun *copy_run(Arena *arena, const GlyphRun *run) {
  GlyphRun *copy = copy_bytes(arena, run, sizeof *run);
  copy->text = copy_text(arena, run->text);
  copy->language = copy_text(arena, run->language);
  copy->glyphs = copy_bytes(arena, run->glyphs,
                            (size_t)run->glyph_count * sizeof *run->glyphs);
  return copy;
}

static const Stamps *copy_stamps(Arena *arena, const Stamps *stamps) {
  Stamps *copy = arena_new(arena, Stamps);
  for (int i = 0; i < stamps->looks.count; i++) {
    const StampLook *look = &stamps->looks.items[i];
    StampLook same = {copy_path(arena, look->path),
                      copy_paint(arena, look->fill),
                      copy_stroke(arena, &look->stroke)};
    list_add(arena, &copy->looks, same);
  }
  int count = stamps->list.count;
  copy->list.items =
      copy_bytes(arena, stamps->list.items, (size_t)count * sizeof(Stamp));
  copy->list.count = copy->list.capacity = count;
  return copy;
}

static const Image *copy_image(Arena *arena, const Image *image) {
  Image *copy = copy_bytes(arena, image, sizeof *image);
  copy->bytes = copy_text(arena, image->bytes);
  return copy;
}

static void copy_path_item(Arena *arena, FrameItem *item) {
  item->path.path = copy_path(arena, item->path.path);
  item->path.fill = copy_paint(arena, item->path.fill);
  if (!item->path.stroke) return;
  Stroke *stroke = arena_new(arena, Stroke);
  *stroke = copy_stroke(arena, item->path.stroke);
  item->path.stroke = stroke;
}

static void copy_group(Arena *arena, FrameItem *item) {
  item->group.frame = frame_copy(arena, item->group.frame);
  item->group.clip = copy_path(arena, item->group.clip);
  item->group.name = copy_text(arena, item->group.name);
  item->group.link = copy_text(arena, item->group.link);
}

/* Replaces all that the item points to. */
static void copy_item(Arena *arena, FrameItem *item) {
  switch (item->kind) {
  case FRAME_GROUP:
    copy_group(arena, item);
    break;
  case FRAME_PATH:
    copy_path_item(arena, item);
    break;
  case FRAME_STAMPS:
    item->stamps = copy_stamps(arena, item->stamps);
    break;
  case FRAME_GLYPHS:
    item->glyphs.run = copy_run(arena, item->glyphs.run);
    item->glyphs.paint = copy_paint(arena, item->glyphs.paint);
    break;
  case FRAME_IMAGE:
    item->image.image = copy_image(arena, item->image.image);
    break;
  case FRAME_LINK:
    item->link.destination = copy_text(arena, item->link.destination);
    item->link.address = copy_text(arena, item->link.address);
    item->link.contents = copy_text(arena, item->link.contents);
    break;
  case FRAME_ANCHOR:
    item->anchor.name = copy_text(arena, item->anchor.name);
    break;
  }
}

Frame *frame_copy(Arena *arena, const Frame *frame) {
  Frame *copy = frame_new(arena, frame->width, frame->height);
  int count = frame->items.count;
  copy->items.items =
      copy_bytes(arena, frame->items.items, (size_t)count * sizeof(FrameItem));
  copy->items.count = copy->items.capacity = count;
  for (int i = 0; i < count; i++)
    copy_item(arena, &copy->items.items[i]);
  return copy;
}
