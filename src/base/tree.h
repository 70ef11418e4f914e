/* JSON or YAML text as one tree of json_t, and the place of each node. */
#ifndef JIKJI_BASE_TREE_H
#define JIKJI_BASE_TREE_H

#include <jansson.h>

#include "base/diag.h"

/* Lives in the arena that read it; so does root. */
typedef struct Tree {
  json_t *root;
  Place place;               /* the whole text */
  struct TreePlaces *places; /* filled when first asked for */
} Tree;

/* Reads the text at `place` (all of the source where place.offset < 0). NULL
 * after an error; syntax errors, duplicate keys and depth over the limit are
 * errors with places. */
Tree *tree_read_json(Arena *arena, Place place, Diags *diags);
Tree *tree_read_yaml(Arena *arena, Place place, Diags *diags);

/* Where the value stands that `container` holds under a key, or at an index;
 * tree_place_key is the place of the key itself. Asking for something that the
 * text does not hold gives the container's place, or the whole. */
Place tree_place(const Tree *tree, const json_t *container, const char *key);
Place tree_place_key(const Tree *tree, const json_t *container,
                     const char *key);
/* The place of a text that has a grammar of its own: without its quotes. */
Place tree_place_text(const Tree *tree, const json_t *container,
                      const char *key);
Place tree_place_item(const Tree *tree, const json_t *array, int index);

/* Where an object or array itself stands. */
Place tree_place_of(const Tree *tree, const json_t *container);

/* `copy`, an object made from `original` of the tree, stands where that does:
 * places asked of it are found there. It must live as long as the tree. */
void tree_place_copy(const Tree *tree, const json_t *copy,
                     const json_t *original);

/* Borrowed text of a json string, empty for anything else. */
Str json_str(const json_t *value);

#endif
