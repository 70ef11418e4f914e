/* English hyphenation by libhyphen's patterns. */
#include <glib.h>
#include <hyphen.h>
#include <stdlib.h>

#include "page/paragraph/paragraph_parts.h"

enum { LEAST_LEFT = 2, LEAST_RIGHT = 3, LONGEST_WORD = 64 };

static const char patterns[] = "/usr/share/hyphen/hyph_en_US.dic";

struct Hyphenator {
  HyphenDict *words;
  bool is_read; /* words may be NULL all the same: no patterns installed */
};

static void release(void *thing) {
  Hyphenator *hyphenator = thing;
  if (hyphenator->words) hnj_hyphen_free(hyphenator->words);
}

Hyphenator *hyphenator_open(Arena *arena) {
  Hyphenator *hyphenator = arena_new(arena, Hyphenator);
  arena_defer(arena, release, hyphenator);
  return hyphenator;
}

static bool is_name(Str word) {
  for (int i = 1; i < word.len; i++)
    if (g_ascii_isupper(word.text[i])) return true;
  return false;
}

/* Names with capitals inside are no English words: they part there only
 * (use-Transition, Java-Script). */
static void name_parts(Arena *scratch, Str word, OffsetList *offsets) {
  for (int i = LEAST_LEFT; i + LEAST_RIGHT <= word.len; i++)
    if (g_ascii_islower(word.text[i - 1]) && g_ascii_isupper(word.text[i]))
      list_add(scratch, offsets, i);
}

void hyphenator_word(Hyphenator *hyphenator, Arena *scratch, Str word,
                     OffsetList *offsets) {
  char letters[LONGEST_WORD + 1] = {0}, marks[LONGEST_WORD + 6] = {0};
  if (word.len > LONGEST_WORD) return;
  if (is_name(word)) {
    name_parts(scratch, word, offsets);
    return;
  }
  for (int i = 0; i < word.len; i++) {
    if (!g_ascii_isalpha(word.text[i])) return;
    letters[i] = g_ascii_tolower(word.text[i]);
  }
  if (!hyphenator->is_read) hyphenator->words = hnj_hyphen_load(patterns);
  hyphenator->is_read = true;
  if (!hyphenator->words) return;
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  hnj_hyphen_hyphenate3(hyphenator->words, letters, word.len, marks, NULL,
                        &replacements, &positions, &cuts, LEAST_LEFT,
                        LEAST_RIGHT, LEAST_LEFT, LEAST_RIGHT);
  for (int i = 0; i + 1 < word.len; i++)
    if (marks[i] & 1) list_add(scratch, offsets, i + 1);
  for (int i = 0; replacements && i < word.len; i++)
    g_free(replacements[i]);
  free(replacements);
  free(positions);
  free(cuts);
}
