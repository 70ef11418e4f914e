#include "chart/extension/spread.h"

/* Neighbours that touch and move as one. */
typedef struct Pool {
  double sum;
  int count;
} Pool;

static double mean(const Pool *pool) {
  return pool->sum / pool->count;
}

/* The least move needs places less the room before them to be ascending. */
static double room_before(const double *rooms, int i) {
  return i ? (rooms[i - 1] + rooms[i]) / 2 : 0;
}

void spread_apart(Arena *scratch, double *places, const double *rooms,
                  int count) {
  Pool *pools = arena_array(scratch, Pool, count);
  int pooled = 0;
  double before = 0;
  for (int i = 0; i < count; i++) {
    before += room_before(rooms, i);
    pools[pooled++] = (Pool){places[i] - before, 1};
    while (pooled > 1 && mean(&pools[pooled - 2]) > mean(&pools[pooled - 1])) {
      pools[pooled - 2].sum += pools[pooled - 1].sum;
      pools[pooled - 2].count += pools[pooled - 1].count;
      pooled--;
    }
  }
  before = 0;
  for (int i = 0, pool = 0, left = count ? pools[0].count : 0; i < count; i++) {
    if (!left) left = pools[++pool].count;
    left--;
    before += room_before(rooms, i);
    places[i] = mean(&pools[pool]) + before;
  }
}
