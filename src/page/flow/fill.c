/* Heights of one page: floats at the top, items, notes at the foot. */
#include "page/flow/fill.h"

#include <math.h>

static void add_place(PageFill *fill, FillPlace place) {
  if (fill->is_recording) list_add(fill->arena, &fill->places, place);
}

/* Notes without lines stand elsewhere, at the end. */
static void add_notes(PageFill *fill, const int *notes, int count) {
  for (int i = 0; i < count; i++)
    if (fill->list->notes[notes[i]].lines.count)
      list_add(fill->arena, &fill->notes, notes[i]);
}

/* The next grid line; what is less than half a point below one stands on it. */
static double snapped(const PageFill *fill, double y) {
  double leading = fill->page->leading;
  return ceil((y - .5) / leading) * leading;
}

static double stretched(const PageFill *fill, double stretch) {
  return fmin(fill->extra, stretch);
}

/* The innermost decor that is cut by a break before the item, or in the columns
 * that the item is; 0: none. */
static int cut_decor(const FlowList *list, int item, bool is_inside) {
  if (item <= 0 || item >= list->items.count) return 0;
  int decor = list->items.items[item].decor;
  int before = list->items.items[is_inside ? item : item - 1].decor;
  while (decor && !flow_is_within(list, before, decor))
    decor = list->decors.items[decor - 1].outer;
  return decor;
}

static double padding_of(const FlowList *list, int decor) {
  double padding = 0;
  for (; decor; decor = list->decors.items[decor - 1].outer)
    padding += list->decors.items[decor - 1].padding;
  return padding;
}

static void add_padding(PageFill *fill, int decor) {
  double padding = fill->list->decors.items[decor - 1].padding;
  FillPlace place = {.y = fill->y, .height = padding, .decor = decor};
  if (padding > 0) add_place(fill, place);
  fill->y += padding;
}

/* The edges of cut decors: outer ones first at the top of a page, last at its
 * foot. */
static void add_top_padding(PageFill *fill, int decor) {
  if (!decor) return;
  add_top_padding(fill, fill->list->decors.items[decor - 1].outer);
  add_padding(fill, decor);
}

/* What a table that goes on ends with on this page; NULL: nothing. */
static Frame *foot_before(const FlowList *list, int item) {
  if (item >= list->items.count) return NULL;
  const FlowItem *at = &list->items.items[item];
  return at->kind == FLOW_PENALTY ? at->foot : NULL;
}

void fill_close(PageFill *fill, int item) {
  Frame *foot = foot_before(fill->list, item);
  if (foot) {
    const FlowItem *at = &fill->list->items.items[item];
    add_place(fill, (FillPlace){.frame = foot,
                                .x = at->x,
                                .y = fill->y,
                                .height = foot->height,
                                .decor = at->decor});
    fill->y += foot->height;
  }
  int decor = cut_decor(fill->list, item, fill->inner > 0);
  for (; decor; decor = fill->list->decors.items[decor - 1].outer)
    add_padding(fill, decor);
}

static void place_float(PageFill *fill, const FlowFloat *floating) {
  add_place(fill, (FillPlace){.frame = floating->frame,
                              .x = floating->x,
                              .y = fill->y,
                              .height = floating->height,
                              .entry = floating->entry});
  add_notes(fill, floating->notes, floating->note_count);
  fill->y += floating->height;
  fill->float_height += floating->height;
  double half = fill->page->leading / 2;
  fill->glue = floating->gap + stretched(fill, half);
  fill->glue_stretch = half;
  fill->spare = 0;
  fill->has_float = fill->after_float = true;
  fill->floats++;
}

/* What stands at the foot is placed when the height of the notes is known. */
static void add_bottom_float(PageFill *fill, const FlowFloat *floating) {
  list_add(fill->arena, &fill->bottoms,
           (int)(floating - fill->list->floats.items));
  add_notes(fill, floating->notes, floating->note_count);
  fill->bottom += floating->height + floating->gap;
  fill->float_height += floating->height;
  fill->has_float = true;
  fill->floats++;
}

/* The gap under floats at the top stays as it is: text should not drift away
 * from the head of the page. */
static void add_top_float(PageFill *fill, const FlowFloat *floating) {
  if (floating->placement == FLOW_AT_BOTTOM) {
    add_bottom_float(fill, floating);
    return;
  }
  if (fill->y > 0) fill->y += fill->glue;
  place_float(fill, floating);
  fill->glue = floating->gap;
  fill->glue_stretch = 0;
  fill->spare = floating->gap - floating->least;
}

static void add_carried_notes(PageFill *fill) {
  const FlowCarried *carried = &fill->from.notes;
  if (carried->note >= 0) list_add(fill->arena, &fill->notes, carried->note);
  for (int i = 0; i < carried->waiting_count; i++)
    list_add(fill->arena, &fill->notes, carried->waiting[i]);
}

void fill_begin(PageFill *fill, FlowState from, int top_count, int last_float) {
  fill->y = fill->glue = fill->stretch = fill->glue_stretch = 0;
  fill->spare = 0;
  fill->text_height = fill->float_height = fill->bottom = 0;
  fill->inner = 0;
  fill->height = fill->page->height;
  fill->floats = from.floats;
  fill->last_float = last_float;
  fill->has_box = fill->has_float = fill->after_float = false;
  fill->is_full = false;
  fill->from = from;
  fill->notes.count = fill->places.count = fill->bottoms.count = 0;
  add_carried_notes(fill);
  for (int i = 0; i < top_count; i++)
    add_top_float(fill, &fill->list->floats.items[from.floats + i]);
  const FlowItem *first = from.item < fill->list->items.count
                              ? &fill->list->items.items[from.item]
                              : NULL;
  add_top_padding(fill, cut_decor(fill->list, from.item, from.inner > 0));
  if (!first || first->kind != FLOW_PENALTY || !first->head) return;
  fill->y += fill->y > 0 ? fill->glue : 0;
  add_place(fill, (FillPlace){.frame = first->head,
                              .x = first->x,
                              .y = fill->y,
                              .height = first->head->height,
                              .decor = first->decor});
  fill->y += first->head->height;
  fill->glue = fill->glue_stretch = fill->spare = 0;
  fill->after_float = false;
}

static void add_box(PageFill *fill, const FlowItem *item) {
  double y = fill->y + fill->glue;
  if (item->on_grid) y = snapped(fill, y - fill->spare);
  if (item->foot_to_grid > 0) {
    /* To the nearest grid line, so that what stands off the grid above it
     * leaves neither much more nor much less air than text does. */
    double height = item->height + item->foot_to_grid;
    double half = fill->has_box ? fill->page->leading / 2 : 0;
    y = snapped(fill, y + height - half) - height;
  }
  fill->stretch += fill->glue_stretch;
  add_place(fill, (FillPlace){.frame = item->frame,
                              .x = item->x,
                              .y = y,
                              .height = item->height,
                              .decor = item->decor,
                              .entry = item->entry});
  add_notes(fill, item->notes, item->note_count);
  fill->y = y + item->height;
  fill->text_height += item->height;
  fill->glue = fill->glue_stretch = fill->spare = 0;
  fill->has_box = true;
  fill->after_float = false;
}

static void add_glue(PageFill *fill, const FlowItem *item) {
  if (!fill->has_box && !fill->after_float) return;
  double height = item->height + stretched(fill, item->stretch);
  if (!fill->after_float) {
    fill->glue += height;
    fill->spare += item->spare;
  } else if (height > fill->glue) {
    fill->glue = height;
    fill->spare = item->spare;
  }
  fill->glue_stretch = fmax(fill->glue_stretch, item->stretch);
}

static void add_float(PageFill *fill, const FlowItem *item) {
  if (item->float_index < fill->floats) return; /* stands above already */
  if (item->float_index >= fill->last_float) return;
  const FlowFloat *floating = &fill->list->floats.items[item->float_index];
  bool must_wait = floating->placement == FLOW_ON_OWN_PAGE ||
                   (floating->placement == FLOW_AT_TOP && fill->has_box);
  if (must_wait) {
    fill->last_float = item->float_index;
    return;
  }
  if (floating->placement == FLOW_AT_BOTTOM) {
    add_bottom_float(fill, floating);
    return;
  }
  if (fill->has_box || fill->y > 0) {
    double half = fill->page->leading / 2;
    fill->y += fmax(fill->glue, floating->gap + stretched(fill, half));
    fill->stretch += half;
  }
  place_float(fill, floating);
}

/* The notes of the columns' boxes on this page. */
static void add_column_notes(PageFill *fill, const FlowList *list, int from,
                             int to) {
  for (int i = from; i < to; i++) {
    const FlowItem *item = &list->items.items[i];
    if (item->kind == FLOW_BOX) add_notes(fill, item->notes, item->note_count);
  }
}

static void draw_columns(PageFill *fill, const FlowItem *item,
                         const ColumnsFill *filled, int from, double y) {
  const FlowColumns *columns = item->columns;
  for (int i = 0; fill->is_recording && i < columns->count; i++) {
    Frame *frame = flow_pack_column(fill, columns, from, filled->ends[i]);
    add_place(fill,
              (FillPlace){.frame = frame,
                          .x = item->x + i * (columns->width + columns->gap),
                          .y = y,
                          .height = filled->height,
                          .decor = item->decor});
    from = filled->ends[i];
  }
}

/* As much of the columns as leaves room for the notes whose marks they hold. */
static void add_columns(PageFill *fill, const FlowItem *item, int from) {
  enum { TRIES = 4 };
  const FlowColumns *columns = item->columns;
  double y = snapped(fill, fill->y + fill->glue - fill->spare);
  int end, notes_before = fill->notes.count;
  bool is_empty = !fill->has_box && !fill->has_float;
  double room =
      fill->height - fill->bottom - y - padding_of(fill->list, item->decor);
  ColumnsFill filled;
  for (int i = 0; i < TRIES; i++) {
    fill->notes.count = notes_before;
    filled = columns_fill(fill, columns, from, room, is_empty);
    end = filled.ends[columns->count - 1];
    add_column_notes(fill, &columns->list, from, end);
    double over = y + filled.height + padding_of(fill->list, item->decor) +
                  fill->bottom + fill_wanted_notes(fill) - fill->height;
    if (over <= .5) break;
    room = filled.height - over;
  }
  fill->is_full = end == from;
  if (fill->is_full) return;
  draw_columns(fill, item, &filled, from, y);
  fill->inner = end < columns->list.items.count ? end : 0;
  fill->stretch += fill->glue_stretch;
  fill->y = y + filled.height;
  fill->text_height += filled.height;
  fill->glue = fill->glue_stretch = fill->spare = 0;
  fill->has_box = true;
  fill->after_float = false;
}

void fill_add(PageFill *fill, int index) {
  const FlowItem *item = &fill->list->items.items[index];
  if (item->kind == FLOW_BOX) add_box(fill, item);
  if (item->kind == FLOW_GLUE) add_glue(fill, item);
  if (item->kind == FLOW_FLOAT) add_float(fill, item);
  if (item->kind == FLOW_COLUMNS)
    add_columns(fill, item, index == fill->from.item ? fill->from.inner : 0);
}

double fill_used(const PageFill *fill, int item) {
  const Frame *foot = foot_before(fill->list, item);
  int decor = cut_decor(fill->list, item, fill->inner > 0);
  return fill->y + fill->bottom + (foot ? foot->height : 0) +
         padding_of(fill->list, decor);
}

bool flow_is_break(const FlowList *list, int i) {
  if (i == list->items.count) return true;
  const FlowItem *item = &list->items.items[i];
  if (item->kind == FLOW_PENALTY) return item->penalty < FLOW_NEVER;
  if (item->kind != FLOW_GLUE || i == 0) return false;
  FlowKind before = list->items.items[i - 1].kind;
  return before != FLOW_GLUE && before != FLOW_PENALTY;
}

bool flow_is_forced(const FlowList *list, int i) {
  if (i == list->items.count) return true;
  const FlowItem *item = &list->items.items[i];
  return item->kind == FLOW_PENALTY && item->penalty <= FLOW_ALWAYS;
}

double flow_break_penalty(const FlowList *list, int i) {
  if (flow_is_forced(list, i) || list->items.items[i].kind != FLOW_PENALTY)
    return 0;
  return list->items.items[i].penalty;
}
