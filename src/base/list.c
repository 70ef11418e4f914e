/* Growth of arena lists by doubling. */
#include "base/list.h"

#include <assert.h>
#include <limits.h>

/* Lists of big items begin small: most frames hold one item, most cells one
 * inline. */
static int first_room(size_t size) {
  enum { FIRST_BYTES = 192, FIRST_MOST = 8 };
  int room = (int)(FIRST_BYTES / size);
  return room < 1 ? 1 : room > FIRST_MOST ? FIRST_MOST : room;
}

void *list_grow(Arena *arena, void *items, int needed, int *capacity,
                size_t size) {
  assert(needed > 0 && needed < INT_MAX / 2);
  int room = *capacity ? *capacity : first_room(size);
  while (room < needed)
    room *= 2;
  items =
      arena_resize(arena, items, (size_t)*capacity * size, (size_t)room * size);
  *capacity = room;
  return items;
}
