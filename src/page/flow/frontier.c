/* A binary heap of nodes by their cost. */
#include "page/flow/frontier.h"

static bool comes_before(const FrontierEntry *a, const FrontierEntry *b) {
  if (a->cost != b->cost) return a->cost < b->cost;
  if (a->item != b->item) return a->item > b->item;
  return a->node < b->node;
}

static void swap(FrontierEntry *a, FrontierEntry *b) {
  FrontierEntry kept = *a;
  *a = *b;
  *b = kept;
}

void frontier_add(Arena *scratch, Frontier *frontier, FrontierEntry entry) {
  list_add(scratch, &frontier->heap, entry);
  FrontierEntry *heap = frontier->heap.items;
  for (int at = frontier->heap.count - 1; at > 0;) {
    int above = (at - 1) / 2;
    if (!comes_before(&heap[at], &heap[above])) return;
    swap(&heap[at], &heap[above]);
    at = above;
  }
}

/* Moves the entry at the top down to where it belongs. */
static void sink(FrontierEntry *heap, int count) {
  for (int at = 0;;) {
    int first = at;
    for (int below = 2 * at + 1; below <= 2 * at + 2 && below < count; below++)
      if (comes_before(&heap[below], &heap[first])) first = below;
    if (first == at) return;
    swap(&heap[at], &heap[first]);
    at = first;
  }
}

bool frontier_take(Frontier *frontier, FrontierEntry *entry) {
  if (!frontier->heap.count) return false;
  FrontierEntry *heap = frontier->heap.items;
  *entry = heap[0];
  heap[0] = heap[--frontier->heap.count];
  sink(heap, frontier->heap.count);
  return true;
}
