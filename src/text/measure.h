/* Widths of labels, remembered. */
#ifndef JIKJI_TEXT_MEASURE_H
#define JIKJI_TEXT_MEASURE_H

#include "text/text.h"

/* Belongs to one FontSet; released with the arena. */
typedef struct WidthCache WidthCache;

WidthCache *width_cache_open(Arena *arena);

#endif
