/* Growth of arena lists by doubling. */
#include "base/list.h"

#include <assert.h>
#include <limits.h>

void *list_grow(Arena *arena, void *items, int needed, int *capacity,
                size_t size) {
  assert(needed > 0 && needed < INT_MAX / 2);
  int room = *capacity ? *capacity : 8;
  while (room < needed)
    room *= 2;
  items =
      arena_resize(arena, items, (size_t)*capacity * size, (size_t)room * size);
  *capacity = room;
  return items;
}
