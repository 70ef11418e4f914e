/* The states that pages were found to lead to and that are still to be gone on
 * from, the cheapest first. Private to flow/. */
#ifndef JIKJI_PAGE_FLOW_FRONTIER_H
#define JIKJI_PAGE_FLOW_FRONTIER_H

#include <stdbool.h>

#include "base/list.h"

typedef struct FrontierEntry {
  double cost; /* of the node when it was added */
  int item;    /* that its page begins with: of like cost the farthest first */
  int node;
} FrontierEntry;

/* A binary heap. */
typedef struct Frontier {
  List(FrontierEntry) heap;
} Frontier;

void frontier_add(Arena *scratch, Frontier *frontier, FrontierEntry entry);

/* Takes the first one out. False: there is none. */
bool frontier_take(Frontier *frontier, FrontierEntry *entry);

#endif
