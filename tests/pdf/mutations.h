/* A sound file with one thing taken away must break a rule: else the rules say
 * nothing. */
#ifndef JIKJI_TESTS_PDF_MUTATIONS_H
#define JIKJI_TESTS_PDF_MUTATIONS_H

#include "base/arena.h"

/* Tries each mutation until one of the files is found to lack something. */
void mutations_try(Arena *arena, char *const *paths, int count, int *passed,
                   int *failed);

#endif
