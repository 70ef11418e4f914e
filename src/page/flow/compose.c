/* A planned page becomes a frame: its glue stretched to fill it, what lies
 * behind the text, the text, and the footnotes at the foot. */
#include <assert.h>
#include <math.h>

#include "page/flow/fill.h"

/* Whether some of the columns that the page ends in stands on it; none does on
 * a page of floats and notes between. */
static bool ends_in_columns(const FlowPlan *plan) {
  int done = plan->to.item == plan->from.item ? plan->from.inner : 0;
  return plan->to.inner > done;
}

/* Fills the page as planned with so much extra for each glue. It is full where
 * columns do not come to their end that should. */
static void fill_plan(PageFill *fill, const FlowPlan *plan, double extra) {
  fill->extra = extra;
  fill_begin(fill, plan->from, plan->top_count, plan->to.floats);
  bool is_cut = false;
  for (int i = plan->from.item; i < plan->to.item; i++) {
    fill_add(fill, i);
    is_cut |= fill->inner > 0;
  }
  fill->inner = plan->to.inner;
  if (ends_in_columns(plan)) fill_add(fill, plan->to.item);
  fill->is_full |= is_cut;
  fill->height = plan->height;
}

/* Whether the page as filled holds what the plan says, the same part of a split
 * footnote included. */
static bool holds_plan(PageFill *fill, const FlowPlan *plan) {
  double used = fill_used(fill, plan->to.item);
  NotePieces notes = fill_notes(fill, used);
  if (fill->is_full || fill->inner != plan->to.inner) return false;
  if (!flow_same_carried(&notes.carried, &plan->to.notes)) return false;
  return used + notes.height <= fill->height + .5;
}

/* The greatest extra that still fits the page: in half lines, so that what
 * stands between two of them ends on the grid with even air. */
static double find_extra(PageFill *fill, const FlowPlan *plan) {
  double step = fill->page->leading / 2, best = 0;
  for (int i = 1; i <= 2; i++) {
    fill_plan(fill, plan, step * i);
    if (!holds_plan(fill, plan)) break;
    best = step * i;
  }
  return best;
}

/* Paints the decor behind the places from `first` to `end`. */
static void paint_decor(Frame *frame, const FlowDecor *decor, double top,
                        double bottom) {
  Rect rect = {decor->x, top, decor->width, bottom - top};
  if (decor->fill.alpha > 0)
    frame_add_rect(frame, rect, paint_color(decor->fill))->tag =
        tag_artifact(TAG_ARTIFACT_LAYOUT);
  rect.width = decor->bar_width;
  if (decor->bar.alpha > 0)
    frame_add_rect(frame, rect, paint_color(decor->bar))->tag =
        tag_artifact(TAG_ARTIFACT_LAYOUT);
}

/* Outer decors have lower indices, so painting in order of the index puts them
 * below; each appears on a page as one run of places. */
static void paint_decors(Frame *frame, const FlowList *list,
                         const FillPlace *places, int count) {
  int painted = 0;
  for (int i = 0; i < count; i++) {
    for (int decor = painted + 1; decor <= places[i].decor; decor++) {
      if (!flow_is_within(list, places[i].decor, decor)) continue;
      int end = i;
      while (end + 1 < count &&
             flow_is_within(list, places[end + 1].decor, decor))
        end++;
      paint_decor(frame, &list->decors.items[decor - 1], places[i].y,
                  places[end].y + places[end].height);
    }
    if (places[i].decor > painted) painted = places[i].decor;
  }
}

static void draw_places(Frame *frame, const FillPlace *places, int count,
                        int number) {
  for (int i = 0; i < count; i++) {
    const FillPlace *place = &places[i];
    for (FlowEntry *entry = place->entry; entry; entry = entry->next) {
      entry->page = number;
      if (!entry->is_inside)
        frame_add_anchor(frame, entry->anchor, (Point){place->x, place->y});
    }
    if (place->frame)
      frame_add_group(frame, place->frame, matrix_move(place->x, place->y));
  }
}

static void draw_notes(Frame *frame, const PageFill *fill, double height) {
  const FlowPage *page = fill->page;
  if (!fill->pieces.count) return;
  double y = fill->height - height + page->note_gap;
  frame_add_line(frame, (Point){0, y}, (Point){page->note_rule, y},
                 page->rule_width, page->rule_color)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  y += page->note_above;
  int order = 0;
  for (int i = 0; i < fill->pieces.count; i++) {
    const NotePiece *piece = &fill->pieces.items[i];
    FlowNote *note = &fill->list->notes[piece->note];
    if (piece->first == 0) note->order = ++order;
    for (int line = piece->first; line < piece->end; line++) {
      const FlowNoteLine *at = &note->lines.items[line];
      frame_add_group(frame, at->frame, matrix_move(at->x, y));
      y += at->height;
    }
  }
}

/* Floats at the foot stand on the notes. */
static void place_bottoms(PageFill *fill, double notes_height) {
  double y = fill->height - notes_height - fill->bottom;
  for (int i = 0; i < fill->bottoms.count; i++) {
    const FlowFloat *floating =
        &fill->list->floats.items[fill->bottoms.items[i]];
    y += floating->gap;
    FillPlace place = {.frame = floating->frame,
                       .x = floating->x,
                       .y = y,
                       .height = floating->height,
                       .entry = floating->entry};
    list_add(fill->arena, &fill->places, place);
    y += floating->height;
  }
}

Frame *flow_compose(Arena *arena, const FlowList *list, const FlowPage *page,
                    const FlowPlan *plan, int number) {
  PageFill fill = {
      .arena = arena, .list = list, .page = page, .number = number};
  bool ends_naturally = flow_is_forced(list, plan->to.item);
  double extra = ends_naturally ? 0 : find_extra(&fill, plan);
  fill.is_recording = true;
  fill_plan(&fill, plan, extra);
  assert(!fill.is_full && fill.inner == plan->to.inner);
  NotePieces notes = fill_notes(&fill, fill_used(&fill, plan->to.item));
  fill_close(&fill, plan->to.item);
  place_bottoms(&fill, notes.height);
  Frame *frame = frame_new(arena, page->width, plan->height);
  paint_decors(frame, list, fill.places.items, fill.places.count);
  draw_places(frame, fill.places.items, fill.places.count, number);
  draw_notes(frame, &fill, notes.height);
  return frame;
}

double flow_used_height(Arena *scratch, const FlowList *list,
                        const FlowPage *page, const FlowPlan *plan) {
  PageFill fill = {.arena = scratch, .list = list, .page = page};
  fill_plan(&fill, plan, 0);
  return fill_used(&fill, plan->to.item);
}

double flow_overflow(Arena *scratch, const FlowList *list, const FlowPage *page,
                     const FlowPlan *plan, Place *place) {
  double over = flow_used_height(scratch, list, page, plan) - plan->height;
  if (over <= page->leading) return 0;
  double tallest = -1;
  for (int i = plan->from.floats; i < plan->to.floats; i++) {
    const FlowFloat *floating = &list->floats.items[i];
    if (floating->height > tallest) *place = floating->place;
    tallest = fmax(tallest, floating->height);
  }
  int end = plan->to.item + ends_in_columns(plan);
  for (int i = plan->from.item; i < end; i++) {
    const FlowItem *item = &list->items.items[i];
    double height = item->kind == FLOW_COLUMNS ? plan->height : item->height;
    if (height > tallest) *place = item->place;
    tallest = fmax(tallest, height);
  }
  return over;
}

/* The items of the list from one place to another as one frame. */
static Frame *pack_run(Arena *arena, const FlowList *list, int from, int to,
                       const FlowPage *page, int number) {
  FlowPlan plan = {
      .from = {.item = from, .notes.note = -1},
      .to = {.item = to, .floats = list->floats.count, .notes.note = -1},
      .height = page->height};
  PageFill fill = {.arena = arena,
                   .list = list,
                   .page = page,
                   .number = number,
                   .is_recording = true};
  fill_plan(&fill, &plan, 0);
  fill_close(&fill, to);
  Frame *frame = frame_new(arena, page->width, fill.y);
  paint_decors(frame, list, fill.places.items, fill.places.count);
  draw_places(frame, fill.places.items, fill.places.count, number);
  return frame;
}

Frame *flow_pack_column(const PageFill *outer, const FlowColumns *columns,
                        int from, int to) {
  FlowPage page = *outer->page;
  page.height = 1e9;
  page.width = columns->width;
  return pack_run(outer->arena, &columns->list, from, to, &page, outer->number);
}

Frame *flow_pack(Arena *arena, const FlowList *list, double width) {
  FlowPage page = {.height = 1e9, .leading = 1, .width = width};
  return pack_run(arena, list, 0, list->items.count, &page, -1);
}
