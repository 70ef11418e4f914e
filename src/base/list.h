/* Growable arrays in an arena:
 *
 *   typedef List(Row) RowList;
 *   RowList rows = {0};
 *   list_add(scratch, &rows, row);      // copies row
 *   Row *row = list_new(scratch, &rows) // a zeroed one at the end
 *   for (int i = 0; i < rows.count; i++) use(rows.items[i]);
 *
 * {0} is an empty list. Adding may move the items, so keep no pointer to one
 * while the list grows. */
#ifndef JIKJI_BASE_LIST_H
#define JIKJI_BASE_LIST_H

#include "base/arena.h"

#define List(Type)                                                             \
  struct {                                                                     \
    Type *items;                                                               \
    int count, capacity;                                                       \
  }

#define list_reserve(arena, list, more)                                        \
  ((void)((list)->count + (more) > (list)->capacity                            \
              ? ((list)->items =                                               \
                     list_grow((arena), (list)->items, (list)->count + (more), \
                               &(list)->capacity, sizeof *(list)->items),      \
                 0)                                                            \
              : 0))

#define list_add(arena, list, item)                                            \
  (list_reserve((arena), (list), 1),                                           \
   (void)((list)->items[(list)->count++] = (item)))

#define list_new(arena, list)                                                  \
  (list_reserve((arena), (list), 1), &(list)->items[(list)->count++])

#define list_last(list) (&(list)->items[(list)->count - 1])

/* Empties the list and leaves its items to whoever has a copy of it. */
#define list_forget(list)                                                      \
  ((void)((list)->items = NULL, (list)->count = (list)->capacity = 0))

/* Used by the macros: room for at least `needed` items, the new ones zeroed. */
void *list_grow(Arena *arena, void *items, int needed, int *capacity,
                size_t size);

#endif
