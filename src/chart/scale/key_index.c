/* An open hash table that keeps its keys in order. */
#include "chart/scale/key_index.h"

/* value_hash leaves low bits of whole numbers alike; slots need them mixed. */
static uint32_t spread(uint32_t hash) {
  hash ^= hash >> 15;
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;
  return hash ^ hash >> 16;
}

static uint32_t key_hash(const Value *key, int width) {
  uint32_t hash = 1;
  for (int i = 0; i < width; i++)
    hash = spread(hash * 31 + value_hash(key[i]));
  return hash;
}

static bool keys_equal(const Value *a, const Value *b, int width) {
  for (int i = 0; i < width; i++)
    if (!value_equal(a[i], b[i])) return false;
  return true;
}

static int slot_of(const KeyIndex *index, const Value *key, uint32_t hash) {
  unsigned mask = (unsigned)index->size - 1, at = hash & mask;
  for (; index->slots[at]; at = (at + 1) & mask) {
    int known = index->slots[at] - 1;
    if (index->hashes.items[known] == hash &&
        keys_equal(&index->values.items[(size_t)known * (size_t)index->width],
                   key, index->width))
      break;
  }
  return (int)at;
}

static void grow(KeyIndex *index) {
  index->size = index->size ? index->size * 2 : 16;
  index->slots = arena_array(index->arena, int, index->size);
  unsigned mask = (unsigned)index->size - 1;
  for (int i = 0; i < index->count; i++) {
    unsigned at = index->hashes.items[i] & mask;
    while (index->slots[at])
      at = (at + 1) & mask;
    index->slots[at] = i + 1;
  }
}

KeyIndex key_index_new(Arena *arena, int width) {
  return (KeyIndex){.arena = arena, .width = width};
}

int key_index_add(KeyIndex *index, const Value *key) {
  if (2 * (index->count + 1) > index->size) grow(index);
  uint32_t hash = key_hash(key, index->width);
  int at = slot_of(index, key, hash);
  if (index->slots[at]) return index->slots[at] - 1;
  for (int i = 0; i < index->width; i++)
    list_add(index->arena, &index->values, key[i]);
  list_add(index->arena, &index->hashes, hash);
  index->slots[at] = ++index->count;
  return index->count - 1;
}

int key_index_find(const KeyIndex *index, const Value *key) {
  if (!index->count) return -1;
  return index->slots[slot_of(index, key, key_hash(key, index->width))] - 1;
}
