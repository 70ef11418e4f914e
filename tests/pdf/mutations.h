/* A sound file with one thing taken away must break a rule: else the rules say
 * nothing. */
#ifndef JIKJI_TESTS_PDF_MUTATIONS_H
#define JIKJI_TESTS_PDF_MUTATIONS_H

#include "base/arena.h"

/* Tries each mutation on the first of the files that has something for it. */
void mutations_try(Arena *arena, char *const *paths, int count, int *passed,
                   int *failed);

#endif
