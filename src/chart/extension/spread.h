/* Things along a line that want to stand at places of their own but need room.
 */
#ifndef JIKJI_CHART_EXTENSION_SPREAD_H
#define JIKJI_CHART_EXTENSION_SPREAD_H

#include "base/arena.h"

/* Moves the middles of things (in ascending order, each with its room) so that
 * none overlaps the next and the sum of the squared moves is least: isotonic
 * regression by pooling neighbours, in linear time. */
void spread_apart(Arena *scratch, double *places, const double *rooms,
                  int count);

#endif
