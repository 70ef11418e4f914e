/* Heights of one page: floats at the top, items, notes at the foot. */
#include "page/flow/fill.h"

#include <math.h>

static void add_place(PageFill *fill, FillPlace place) {
  if (fill->is_recording) list_add(fill->arena, &fill->places, place);
}

static void add_notes(PageFill *fill, const int *notes, int count) {
  for (int i = 0; i < count; i++)
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

static void place_float(PageFill *fill, const FlowFloat *floating) {
  add_place(fill, (FillPlace){.frame = floating->frame,
                              .x = floating->x,
                              .y = fill->y,
                              .height = floating->height,
                              .entry = floating->entry});
  add_notes(fill, floating->notes, floating->note_count);
  fill->y += floating->height;
  double half = fill->page->leading / 2;
  fill->glue = floating->gap + stretched(fill, half);
  fill->glue_stretch = half;
  fill->has_float = fill->after_float = true;
  fill->floats++;
}

/* The gap under floats at the top stays as it is: text should not drift away
 * from the head of the page. */
static void add_top_float(PageFill *fill, const FlowFloat *floating) {
  if (fill->has_float) fill->y += fill->glue;
  place_float(fill, floating);
  fill->glue = floating->gap;
  fill->glue_stretch = 0;
}

static void add_carried_note(PageFill *fill) {
  if (fill->from.note >= 0)
    list_add(fill->arena, &fill->notes, fill->from.note);
}

void fill_begin(PageFill *fill, FlowState from, int top_count, int last_float) {
  fill->y = fill->glue = fill->stretch = fill->glue_stretch = 0;
  fill->text_height = 0;
  fill->floats = from.floats;
  fill->last_float = last_float;
  fill->has_box = fill->has_float = fill->after_float = false;
  fill->from = from;
  fill->notes.count = fill->places.count = 0;
  add_carried_note(fill);
  for (int i = 0; i < top_count; i++)
    add_top_float(fill, &fill->list->floats.items[from.floats + i]);
  const FlowItem *first = from.item < fill->list->items.count
                              ? &fill->list->items.items[from.item]
                              : NULL;
  if (!first || first->kind != FLOW_PENALTY || !first->head) return;
  fill->y += fill->has_float ? fill->glue : 0;
  add_place(fill, (FillPlace){.frame = first->head,
                              .x = first->x,
                              .y = fill->y,
                              .height = first->head->height});
  fill->y += first->head->height;
  fill->glue = fill->glue_stretch = 0;
  fill->after_float = false;
}

static void add_box(PageFill *fill, const FlowItem *item) {
  double y = fill->y + fill->glue;
  if (item->on_grid) y = snapped(fill, y);
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
  fill->glue = fill->glue_stretch = 0;
  fill->has_box = true;
  fill->after_float = false;
}

static void add_glue(PageFill *fill, const FlowItem *item) {
  if (!fill->has_box && !fill->after_float) return;
  double height = item->height + stretched(fill, item->stretch);
  if (fill->after_float)
    fill->glue = fmax(fill->glue, height);
  else
    fill->glue += height;
  fill->glue_stretch = fmax(fill->glue_stretch, item->stretch);
}

static void add_float(PageFill *fill, const FlowItem *item) {
  if (item->float_index < fill->floats) return; /* stands above already */
  if (item->float_index >= fill->last_float) return;
  const FlowFloat *floating = &fill->list->floats.items[item->float_index];
  if (fill->has_box || fill->has_float) {
    double half = fill->page->leading / 2;
    fill->y += fmax(fill->glue, floating->gap + stretched(fill, half));
    fill->stretch += half;
  }
  place_float(fill, floating);
}

void fill_add(PageFill *fill, int index) {
  const FlowItem *item = &fill->list->items.items[index];
  if (item->kind == FLOW_BOX) add_box(fill, item);
  if (item->kind == FLOW_GLUE) add_glue(fill, item);
  if (item->kind == FLOW_FLOAT) add_float(fill, item);
}

double fill_foot_height(const FlowList *list, int item) {
  if (item >= list->items.count) return 0;
  const FlowItem *at = &list->items.items[item];
  return at->kind == FLOW_PENALTY && at->foot ? at->foot->height : 0;
}

/* Takes as many lines of the note as fit; the number taken. */
static int lines_that_fit(const FlowNote *note, int first, double *room) {
  int line = first;
  while (line < note->lines.count &&
         note->lines.items[line].height <= *room + .01)
    *room -= note->lines.items[line++].height;
  return line - first;
}

/* A note goes on on the next page only with two lines on either side. */
static bool may_split(const FlowNote *note, int first, int taken) {
  int left = note->lines.count - first - taken;
  return taken >= (first ? 1 : 2) && left >= (first ? 1 : 2);
}

NotePieces fill_notes(const PageFill *fill, double used) {
  NotePieces pieces = {.carried = -1, .fits = true};
  if (!fill->notes.count) return pieces;
  const FlowPage *page = fill->page;
  double above = page->note_gap + page->note_above;
  double room = page->height - used - above, start = room;
  for (int i = 0; i < fill->notes.count; i++) {
    int index = fill->notes.items[i];
    const FlowNote *note = &fill->list->notes[index];
    bool goes_on = i == 0 && index == fill->from.note;
    int first = goes_on ? fill->from.note_line : 0;
    int taken = lines_that_fit(note, first, &room);
    NotePiece piece = {index, first, first + taken};
    list_add(fill->arena, &pieces.list, piece);
    if (first + taken == note->lines.count) continue;
    pieces.carried = index;
    pieces.carried_line = first + taken;
    pieces.fits = i == fill->notes.count - 1 && may_split(note, first, taken);
    break;
  }
  pieces.height = start - room + above;
  return pieces;
}
