/* The footnotes of one page: how they stand at its foot, and what of them is
 * left to the next page. */
#include <math.h>

#include "page/flow/fill.h"

/* The line that the page's note at index `i` begins with. */
static int first_line(const PageFill *fill, int i) {
  const FlowCarried *carried = &fill->from.notes;
  return i == 0 && fill->notes.items[i] == carried->note ? carried->line : 0;
}

static double lines_height(const FlowNote *note, int first) {
  double height = 0;
  for (int k = first; k < note->lines.count; k++)
    height += note->lines.items[k].height;
  return height;
}

double fill_wanted_notes(const PageFill *fill) {
  static const double most = .4; /* of the page */
  double height = 0, latest = 0;
  for (int i = 0; i < fill->notes.count; i++) {
    height += latest;
    latest = lines_height(&fill->list->notes[fill->notes.items[i]],
                          first_line(fill, i));
  }
  if (fill->notes.count)
    height += fill->page->note_gap + fill->page->note_above;
  return height + fmin(latest, fmax(0, most * fill->height - height));
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

bool flow_same_carried(const FlowCarried *a, const FlowCarried *b) {
  if (a->note != b->note || a->line != b->line ||
      a->waiting_count != b->waiting_count)
    return false;
  for (int i = 0; i < a->waiting_count; i++)
    if (a->waiting[i] != b->waiting[i]) return false;
  return true;
}

FlowCarried flow_copy_carried(Arena *arena, const FlowCarried *carried) {
  FlowCarried copy = *carried;
  int *waiting = arena_array(arena, int, copy.waiting_count);
  for (int i = 0; i < copy.waiting_count; i++)
    waiting[i] = carried->waiting[i];
  copy.waiting = waiting;
  return copy;
}

/* The rest of the page's notes, from index `from` on, of which `taken` lines
 * stand here, goes to the next page. False: it is too much to wait. */
static bool carry_notes(const PageFill *fill, int from, int taken,
                        FlowCarried *carried) {
  enum { WAITING_MOST = 8 };
  int first = first_line(fill, from);
  FlowCarried rest = {.note = fill->notes.items[from],
                      .line = first + taken,
                      .waiting_count = fill->notes.count - from - 1,
                      .waiting = fill->notes.items + from + 1};
  *carried = flow_copy_carried(fill->arena, &rest);
  return rest.waiting_count <= WAITING_MOST &&
         may_split(&fill->list->notes[rest.note], first, taken);
}

NotePieces fill_notes(PageFill *fill, double used) {
  NotePieces pieces = {.carried.note = -1, .fits = true};
  fill->pieces.count = 0;
  if (!fill->notes.count) return pieces;
  const FlowPage *page = fill->page;
  double above = page->note_gap + page->note_above;
  double room = fill->height - used - above, start = room;
  for (int i = 0; i < fill->notes.count; i++) {
    int index = fill->notes.items[i], first = first_line(fill, i);
    const FlowNote *note = &fill->list->notes[index];
    int taken = lines_that_fit(note, first, &room);
    NotePiece piece = {index, first, first + taken};
    list_add(fill->arena, &fill->pieces, piece);
    if (first + taken == note->lines.count) continue;
    pieces.fits = carry_notes(fill, i, taken, &pieces.carried);
    break;
  }
  pieces.height = start - room + above;
  return pieces;
}
