/* Regular expressions by the rules of ECMAScript. Private to expr/. */
#ifndef JIKJI_EXPR_REGEXP_H
#define JIKJI_EXPR_REGEXP_H

#include "table/table.h"

typedef struct RegExp {
  Str source, flags;
  bool is_global;
  void *code; /* PCRE2's */
} RegExp;

/* Compiled, with the arena's lifetime. NULL where the pattern or a flag is
 * wrong; *message then says why, and *offset where in the pattern. */
const RegExp *regexp_compile(Arena *arena, Str pattern, Str flags, Str *message,
                             int *offset);

/* Where a match and its groups stand; group 0 is the match, -1 is unset. */
typedef struct RegExpMatch {
  int starts[10], ends[10];
  int count; /* of groups, 0 included */
} RegExpMatch;

typedef enum RegExpOutcome {
  REGEXP_NONE,
  REGEXP_FOUND,
  REGEXP_LIMIT
} RegExpOutcome;

/* The first match from the byte `start` on. */
RegExpOutcome regexp_match(const RegExp *regexp, Str text, int start,
                           RegExpMatch *match);

#endif
