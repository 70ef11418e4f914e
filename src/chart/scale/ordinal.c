/* Ordinal scales, and the index of discrete domains. */
#include "chart/scale/kind.h"

/* An open hash table of positions in the domain; its size is a power of two and
 * at least twice the number of values. */
typedef struct ScaleIndex {
  int *slots; /* position + 1; 0 is free */
  int size;
} ScaleIndex;

static int *slot_of(const ScaleIndex *index, const ValueList *domain,
                    Value value) {
  unsigned mask = (unsigned)index->size - 1, at = value_hash(value) & mask;
  while (index->slots[at] &&
         !value_equal(domain->items[index->slots[at] - 1], value))
    at = (at + 1) & mask;
  return &index->slots[at];
}

static ScaleIndex *index_new(Arena *arena, int count) {
  ScaleIndex *index = arena_new(arena, ScaleIndex);
  index->size = 8;
  while (index->size < count * 2)
    index->size *= 2;
  index->slots = arena_array(arena, int, index->size);
  return index;
}

/* Adds the value at the domain's end unless the domain has it. */
static void add_distinct(Arena *arena, ScaleIndex *index, ValueList *domain,
                         Value value) {
  int *slot = slot_of(index, domain, value);
  if (*slot) return;
  list_add(arena, domain, value);
  *slot = domain->count;
}

void domain_add_distinct(Arena *arena, ValueList *domain, const Value *values,
                         int count) {
  Arena scratch = {0};
  ScaleIndex *index = index_new(&scratch, domain->count + count);
  for (int i = 0; i < domain->count; i++) {
    int *slot = slot_of(index, domain, domain->items[i]);
    if (!*slot) *slot = i + 1;
  }
  for (int i = 0; i < count; i++)
    add_distinct(arena, index, domain, values[i]);
  arena_clear(&scratch);
}

void scale_index_make(Arena *chart, Scale *scale) {
  ValueList distinct = {0};
  scale->index = index_new(chart, scale->domain.count);
  for (int i = 0; i < scale->domain.count; i++)
    add_distinct(chart, scale->index, &distinct, scale->domain.items[i]);
  scale->domain = distinct;
}

int scale_index_find(const Scale *scale, Value value) {
  if (!scale->index) return -1;
  return *slot_of(scale->index, &scale->domain, value) - 1;
}

void scale_add(Arena *chart, Scale *scale, Value value) {
  if (!scale->index || scale_index_find(scale, value) >= 0) return;
  list_add(chart, &scale->domain, value);
  if (scale->domain.count * 2 > scale->index->size)
    scale_index_make(chart, scale);
  else
    *slot_of(scale->index, &scale->domain, value) = scale->domain.count;
}

const ScaleKind scale_ordinal = {
    .name = "ordinal",
    .traits = TRAIT_DISCRETE,
    .prepare = scale_index_make,
    .class_of = scale_index_find,
};
