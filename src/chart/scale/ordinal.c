/* Ordinal scales, and the index of discrete domains. */
#include "chart/scale/key_index.h"
#include "chart/scale/kind.h"

typedef struct ScaleIndex {
  KeyIndex keys; /* numbered as the domain is */
} ScaleIndex;

void domain_add_distinct(Arena *arena, ValueList *domain, const Value *values,
                         int count) {
  Arena scratch = {0};
  KeyIndex index = key_index_new(&scratch, 1);
  for (int i = 0; i < domain->count; i++)
    key_index_add(&index, &domain->items[i]);
  for (int i = 0; i < count; i++) {
    int known = index.count;
    if (key_index_add(&index, &values[i]) == known)
      list_add(arena, domain, values[i]);
  }
  arena_clear(&scratch);
}

static void read_domain(Arena *chart, Scale *scale) {
  ValueList distinct = {0};
  const KeyIndex *keys = &scale->index->keys;
  for (int i = 0; i < keys->count; i++)
    list_add(chart, &distinct, keys->values.items[i]);
  scale->domain = distinct;
}

void scale_index_make(Arena *chart, Scale *scale) {
  scale->index = arena_new(chart, ScaleIndex);
  scale->index->keys = key_index_new(chart, 1);
  for (int i = 0; i < scale->domain.count; i++)
    key_index_add(&scale->index->keys, &scale->domain.items[i]);
  read_domain(chart, scale);
}

int scale_index_find(const Scale *scale, Value value) {
  return scale->index ? key_index_find(&scale->index->keys, &value) : -1;
}

void scale_add(Arena *chart, Scale *scale, Value value) {
  if (!scale->index || scale_index_find(scale, value) >= 0) return;
  key_index_add(&scale->index->keys, &value);
  read_domain(chart, scale);
}

const ScaleKind scale_ordinal = {
    .traits = TRAIT_DISCRETE,
    .prepare = scale_index_make,
    .class_of = scale_index_find,
};
