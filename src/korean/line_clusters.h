/* A paragraph's clusters with what the rules of line breaking ask of them.
 * Private to korean/. */
#ifndef JIKJI_KOREAN_LINE_CLUSTERS_H
#define JIKJI_KOREAN_LINE_CLUSTERS_H

#include "korean/line_class.h"

typedef struct LineCluster {
  uint32_t code_point;  /* its first */
  LineClass line_class; /* as its neighbours make it: quotes, minus signs */
  bool in_address;      /* part of a URL */
  /* Syllables (a Latin word and a digit string count as two) before and from
   * this cluster on: of its eojeol, and of its stretch without punctuation. */
  int word_before, word_after;
  int stretch_before, stretch_after;
  int word_start, word_end; /* clusters of its eojeol */
} LineCluster;

typedef struct LineClusters {
  LineCluster *items;
  int count;
} LineClusters;

LineClusters line_clusters(Arena *scratch, Str text, const int *starts,
                           int count);

/* Whether a character is among some. */
bool characters_hold(const char *characters, uint32_t wanted);

/* What may happen at the space before cluster `at`; `last` is the cluster
 * before the space. */
LineBreak line_break_at_space(const LineClusters *clusters, int last, int at);

/* What may happen between clusters at - 1 and at of one eojeol. */
LineBreak line_break_in_word(const LineClusters *clusters, int at);

enum { LINE_PENALTY_NAME = 300 }; /* of the breaks of the next two */

/* Inside a URL: after a separator that no other one stands beside. */
LineBreak line_break_in_address(const LineCluster *last,
                                const LineCluster *next);

/* Whether a line may end before cluster `at` because it stands after a mark in
 * a name so long that it would leave a hole: user.name@mail.go.kr,
 * autovacuum_vacuum_scale_factor. */
bool line_parts_name(const LineClusters *clusters, int at);

#endif
