/* Distinct keys in order of first appearance: values, or rows of values. */
#ifndef JIKJI_CHART_SCALE_KEY_INDEX_H
#define JIKJI_CHART_SCALE_KEY_INDEX_H

#include "table/table.h"

/* Keys are `width` values each, compared by value_equal. */
typedef struct KeyIndex {
  Arena *arena;
  int width, count;
  List(Value) values; /* count x width of them, key by key */
  List(uint32_t) hashes;
  int *slots; /* key + 1; 0 is free */
  int size;   /* a power of two */
} KeyIndex;

KeyIndex key_index_new(Arena *arena, int width);

/* The key's number, from 0; a new one where it is new. */
int key_index_add(KeyIndex *index, const Value *key);

/* The key's number, or -1. */
int key_index_find(const KeyIndex *index, const Value *key);

#endif
