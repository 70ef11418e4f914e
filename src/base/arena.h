/* Memory by lifetime. Everything made for one report, one chart or one step
 * belongs to an arena and goes with it; nothing is freed by itself. */
#ifndef JIKJI_BASE_ARENA_H
#define JIKJI_BASE_ARENA_H

#include <stddef.h>

/* (Arena){0} is an empty arena, ready for use. Not to be shared by threads. */
typedef struct Arena {
  struct ArenaBlock *blocks;
  struct ArenaRelease *releases;
  size_t shared_bytes; /* of the block that small things were put into last */
} Arena;

/* `size` zeroed bytes aligned for any type, valid until arena_clear. Stops the
 * program when memory is out; never NULL. */
void *arena_alloc(Arena *arena, size_t size);

/* A zeroed array of `count` things of `size` bytes; count may be 0. */
void *arena_alloc_array(Arena *arena, int count, size_t size);

/* Moves a block of `old_size` bytes to one of `new_size`, the new part zeroed;
 * in place when it was the arena's latest. */
void *arena_resize(Arena *arena, void *block, size_t old_size, size_t new_size);

/* Calls release(thing) when the arena is cleared, the latest first. This is how
 * objects of libraries get an arena's lifetime. */
void arena_defer(Arena *arena, void (*release)(void *), void *thing);

/* Releases everything; the arena is empty and usable again. */
void arena_clear(Arena *arena);

#define arena_new(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define arena_array(arena, Type, count)                                        \
  ((Type *)arena_alloc_array((arena), (count), sizeof(Type)))

#endif
