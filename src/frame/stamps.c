#include "frame/stamps.h"

#include "frame/frame.h"

static FrameItem look_item(const StampLook *look, const Path *path) {
  FrameItem item = {.kind = FRAME_PATH};
  item.path.path = path;
  item.path.fill = look->fill;
  item.path.stroke = &look->stroke;
  return item;
}

FrameItem stamp_item(const Stamps *stamps, int index, Path *path) {
  const Stamp *stamp = &stamps->list.items[index];
  const StampLook *look = &stamps->looks.items[stamp->look];
  path->segments.count = 0;
  for (int i = 0; i < look->path->segments.count; i++)
    list_add(path->arena, &path->segments, look->path->segments.items[i]);
  path_transform(path, matrix_move(stamp->at.x, stamp->at.y));
  return look_item(look, path);
}

Rect stamps_bounds(const Stamps *stamps) {
  Arena scratch = {0};
  Rect *boxes = arena_array(&scratch, Rect, stamps->looks.count);
  for (int i = 0; i < stamps->looks.count; i++) {
    const StampLook *look = &stamps->looks.items[i];
    FrameItem item = look_item(look, look->path);
    boxes[i] = frame_item_bounds(&item);
  }
  Rect bounds = rect_empty();
  for (int i = 0; i < stamps->list.count; i++) {
    const Stamp *stamp = &stamps->list.items[i];
    Rect box = boxes[stamp->look];
    box.x += stamp->at.x;
    box.y += stamp->at.y;
    bounds = rect_union(bounds, box);
  }
  arena_clear(&scratch);
  return bounds;
}
