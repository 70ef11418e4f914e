/* A frame in, texts that meet or leave it out. */
#include "frame/inspect.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { INSPECT_DEPTH_MAX = 500, FINDINGS_MAX = 100 };

/* Ink may meet this much, in points, before anybody sees it. */
static const double tolerance = 1;

typedef struct TextBox {
  Str text;
  Rect rect;
  bool is_askew;
} TextBox;

typedef List(TextBox) TextBoxes;

static bool is_straight(Matrix m) {
  if (matrix_is_identity(m)) return true;
  return (fabs(m.xy) < 1e-9 && fabs(m.yx) < 1e-9) ||
         (fabs(m.xx) < 1e-9 && fabs(m.yy) < 1e-9);
}

static void gather(Arena *arena, const Frame *frame, Matrix matrix,
                   TextBoxes *boxes, int depth) {
  assert(depth < INSPECT_DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    if (item->kind == FRAME_GROUP && item->group.opacity > 0) {
      gather(arena, item->group.frame,
             matrix_multiply(item->group.matrix, matrix), boxes, depth + 1);
    } else if (item->kind == FRAME_GLYPHS) {
      Rect rect = rect_transformed(frame_item_bounds(item), matrix);
      if (rect_is_empty(rect)) continue;
      Matrix turned =
          matrix_multiply(matrix_rotate(item->glyphs.angle), matrix);
      TextBox box = {item->glyphs.run->text, rect, !is_straight(turned)};
      list_add(arena, boxes, box);
    }
  }
}

static int by_top(const void *a, const void *b) {
  const TextBox *one = a, *two = b;
  if (one->rect.y != two->rect.y) return one->rect.y < two->rect.y ? -1 : 1;
  if (one->rect.x != two->rect.x) return one->rect.x < two->rect.x ? -1 : 1;
  return str_compare(one->text, two->text);
}

static bool is_off(const Frame *frame, Rect rect) {
  return rect.x < -tolerance || rect.y < -tolerance ||
         rect.x + rect.width > frame->width + tolerance ||
         rect.y + rect.height > frame->height + tolerance;
}

static void add(Arena *arena, FindingList *findings, Finding finding) {
  if (findings->count < FINDINGS_MAX) list_add(arena, findings, finding);
}

/* The boxes are sorted: those that begin below this one's foot cannot meet
 * it. */
static void compare(Arena *arena, const TextBoxes *boxes, int index,
                    FindingList *findings) {
  const TextBox *box = &boxes->items[index];
  double foot = box->rect.y + box->rect.height;
  for (int i = index + 1; i < boxes->count && findings->count < FINDINGS_MAX;
       i++) {
    const TextBox *other = &boxes->items[i];
    if (other->rect.y > foot - tolerance) return;
    if (other->is_askew) continue;
    Rect common = rect_common(box->rect, other->rect);
    if (common.width > tolerance && common.height > tolerance)
      add(arena, findings,
          (Finding){FINDING_OVERLAP, box->text, other->text, common});
  }
}

void frame_inspect(Arena *arena, const Frame *frame, FindingList *findings) {
  Arena scratch = {0};
  TextBoxes boxes = {0};
  gather(&scratch, frame, (Matrix){0}, &boxes, 0);
  if (boxes.count)
    qsort(boxes.items, (size_t)boxes.count, sizeof *boxes.items, by_top);
  for (int i = 0; i < boxes.count && findings->count < FINDINGS_MAX; i++) {
    const TextBox *box = &boxes.items[i];
    if (is_off(frame, box->rect))
      add(arena, findings,
          (Finding){FINDING_OFF_FRAME, box->text, (Str){0}, box->rect});
    if (!box->is_askew) compare(arena, &boxes, i, findings);
  }
  arena_clear(&scratch);
}
