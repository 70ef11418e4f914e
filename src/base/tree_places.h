/* The table behind tree_place: which node stands where. Private to base/tree.
 */
#ifndef JIKJI_BASE_TREE_PLACES_H
#define JIKJI_BASE_TREE_PLACES_H

#include "base/tree.h"

typedef struct TreePlaces TreePlaces;

TreePlaces *tree_places_new(Arena *arena);

/* Records where a value of `container` stands, and its key (key may be NULL for
 * items of arrays, index -1 for members of objects). */
void tree_places_add(TreePlaces *places, const json_t *container,
                     const char *key, int index, Place value, Place key_place);

/* Records where a container stands. */
void tree_places_add_self(TreePlaces *places, const json_t *container,
                          Place place);

/* Walks a JSON text beside the tree it was read into. */
void tree_places_walk_json(TreePlaces *places, const Tree *tree);

#endif
