/* Bump allocation in blocks; a list of things to release with them. */
#include "base/arena.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

/* Blocks double from the first on, so that an arena for a label costs little
 * and one for a report has few. What is bigger than SHARED_BYTES has a block of
 * its own. */
enum {
  FIRST_BLOCK_BYTES = 2 << 10,
  LAST_BLOCK_BYTES = 2 << 20, /* a huge page of the processor */
  SHARED_BYTES = 16 << 10,
  ALIGNMENT = 16
};

typedef struct ArenaBlock {
  struct ArenaBlock *next, *before;
  size_t size, used;
  bool is_mapped; /* came from the system, not from malloc */
  _Alignas(ALIGNMENT) unsigned char bytes[];
} ArenaBlock;

typedef struct ArenaRelease {
  struct ArenaRelease *next;
  void (*release)(void *);
  void *thing;
} ArenaRelease;

static void *check(void *memory) {
  if (memory) return memory;
  fputs("jikji: out of memory\n", stderr);
  exit(EXIT_FAILURE);
}

/* Puts a block behind another; NULL: at the front. */
static void link_block(Arena *arena, ArenaBlock *block, ArenaBlock *before) {
  block->before = before;
  block->next = before ? before->next : arena->blocks;
  if (block->next) block->next->before = block;
  if (before)
    before->next = block;
  else
    arena->blocks = block;
}

/* Its bytes are not zeroed. */
static ArenaBlock *add_block(Arena *arena, size_t size) {
  ArenaBlock *block = check(malloc(sizeof *block + size));
  *block = (ArenaBlock){.size = size};
  link_block(arena, block, NULL);
  return block;
}

/* Memory that stays long is faulted in by huge pages, not 4 KB at a time, which
 * takes a fifth of the time of a long report. */
static ArenaBlock *map_block(Arena *arena) {
  size_t size = LAST_BLOCK_BYTES;
  char *start = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) check(NULL);
  size_t before = (size - (uintptr_t)start % size) % size;
  if (before) munmap(start, before);
  if (before < size) munmap(start + before + size, size - before);
  ArenaBlock *block = (ArenaBlock *)(void *)(start + before);
  madvise(block, size, MADV_HUGEPAGE);
  block->is_mapped = true;
  block->size = size - sizeof *block;
  link_block(arena, block, NULL);
  return block;
}

static void release_block(ArenaBlock *block) {
  if (block->is_mapped)
    munmap(block, LAST_BLOCK_BYTES);
  else
    free(block);
}

static size_t round_up(size_t size) {
  return (size + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);
}

/* A block for one big allocation goes behind the current one, which stays open
 * for small allocations. */
static void *alloc_big(Arena *arena, size_t size) {
  ArenaBlock *block = check(calloc(1, sizeof *block + size));
  block->size = block->used = size;
  link_block(arena, block, arena->blocks);
  return block->bytes;
}

/* A block for small things, twice as big as the one before it. */
static ArenaBlock *add_shared(Arena *arena, size_t size) {
  size_t bytes =
      arena->shared_bytes ? 2 * arena->shared_bytes : FIRST_BLOCK_BYTES;
  while (bytes < size)
    bytes *= 2;
  if (bytes > LAST_BLOCK_BYTES) bytes = LAST_BLOCK_BYTES;
  arena->shared_bytes = bytes;
  return bytes < LAST_BLOCK_BYTES ? add_block(arena, bytes) : map_block(arena);
}

/* The next bytes of a shared block, zeroed as the system's are. */
static void *take(ArenaBlock *block, size_t size) {
  void *bytes = block->bytes + block->used;
  block->used += size;
  if (!block->is_mapped) memset(bytes, 0, size);
  return bytes;
}

void *arena_alloc(Arena *arena, size_t size) {
  assert(size < SIZE_MAX / 2);
  size = round_up(size ? size : 1);
#ifdef JIKJI_ARENA_PLAIN
  return alloc_big(arena, size);
#endif
  if (size > SHARED_BYTES) return alloc_big(arena, size);
  ArenaBlock *block = arena->blocks;
  if (!block || block->size - block->used < size)
    block = add_shared(arena, size);
  return take(block, size);
}

void *arena_alloc_array(Arena *arena, int count, size_t size) {
  assert(count >= 0 && (size == 0 || (size_t)count < SIZE_MAX / 4 / size));
  return arena_alloc(arena, (size_t)count * size);
}

/* True when the block of old bytes was the latest and has room to grow. */
static int grow_in_place(Arena *arena, void *block, size_t old, size_t size) {
  ArenaBlock *open = arena->blocks;
  if (size > SHARED_BYTES) return 0;
  if (!open || (unsigned char *)block < open->bytes) return 0;
  if ((unsigned char *)block + old != open->bytes + open->used) return 0;
  if (open->size - open->used < size - old) return 0;
  take(open, size - old);
  return 1;
}

#ifndef JIKJI_ARENA_PLAIN
/* A block of its own grows as the C library likes, mostly without a copy. */
static void *grow_big(Arena *arena, void *bytes, size_t old, size_t size) {
  ArenaBlock *block = (ArenaBlock *)(void *)((unsigned char *)bytes -
                                             offsetof(ArenaBlock, bytes));
  ArenaBlock *grown = check(realloc(block, sizeof *block + size));
  memset(grown->bytes + old, 0, size - old);
  grown->size = grown->used = size;
  if (grown->next) grown->next->before = grown;
  if (grown->before)
    grown->before->next = grown;
  else
    arena->blocks = grown;
  return grown->bytes;
}
#endif

void *arena_resize(Arena *arena, void *block, size_t old_size,
                   size_t new_size) {
  if (new_size <= old_size) return block;
  size_t old = round_up(old_size), size = round_up(new_size);
  if (block && grow_in_place(arena, block, old, size)) return block;
#ifndef JIKJI_ARENA_PLAIN
  if (block && old > SHARED_BYTES) return grow_big(arena, block, old, size);
#endif
  void *moved = arena_alloc(arena, new_size);
  if (block && old_size) memcpy(moved, block, old_size);
#if defined(JIKJI_ARENA_PLAIN) && defined(__SANITIZE_ADDRESS__)
  /* Who still holds a pointer to an item of a list that has moved is found. */
  if (block) ASAN_POISON_MEMORY_REGION(block, old_size);
#endif
  return moved;
}

void arena_defer(Arena *arena, void (*release)(void *), void *thing) {
  ArenaRelease *entry = arena_new(arena, ArenaRelease);
  *entry = (ArenaRelease){arena->releases, release, thing};
  arena->releases = entry;
}

void arena_clear(Arena *arena) {
  for (ArenaRelease *r = arena->releases; r; r = r->next)
    r->release(r->thing);
  for (ArenaBlock *block = arena->blocks, *next; block; block = next) {
    next = block->next;
    release_block(block);
  }
  *arena = (Arena){0};
}
