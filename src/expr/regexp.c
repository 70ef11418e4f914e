/* PCRE2 in the manner of ECMAScript, bounded in work and memory. */
#include "expr/regexp.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
  MATCH_LIMIT = 1000000,
  DEPTH_LIMIT = 10000,
  HEAP_LIMIT_KB = 20000,
  LONGEST_PATTERN = 10000
};

static void free_code(void *code) {
  pcre2_code_free(code);
}

static bool read_flags(Str flags, uint32_t *options, bool *is_global) {
  for (int i = 0; i < flags.len; i++) {
    switch (flags.text[i]) {
    case 'g':
      *is_global = true;
      break;
    case 'i':
      *options |= PCRE2_CASELESS;
      break;
    case 'm':
      *options |= PCRE2_MULTILINE;
      break;
    case 's':
      *options |= PCRE2_DOTALL;
      break;
    case 'u':
      break;
    case 'y':
      *options |= PCRE2_ANCHORED;
      break;
    default:
      return false;
    }
  }
  return true;
}

const RegExp *regexp_compile(Arena *arena, Str pattern, Str flags, Str *message,
                             int *offset) {
  uint32_t options = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS |
                     PCRE2_MATCH_UNSET_BACKREF | PCRE2_DOLLAR_ENDONLY |
                     PCRE2_NEVER_BACKSLASH_C;
  RegExp *regexp = arena_new(arena, RegExp);
  *regexp = (RegExp){.source = pattern, .flags = flags};
  *offset = 0;
  if (!read_flags(flags, &options, &regexp->is_global)) {
    *message = S("a flag is none of g, i, m, s, u and y");
    return NULL;
  }
  if (pattern.len > LONGEST_PATTERN) {
    *message = S("the pattern is longer than the limit of 10000 bytes");
    return NULL;
  }
  int error;
  PCRE2_SIZE at;
  regexp->code =
      pcre2_compile((PCRE2_SPTR)(pattern.len ? pattern.text : ""),
                    (PCRE2_SIZE)pattern.len, options, &error, &at, NULL);
  if (!regexp->code) {
    char *text = arena_alloc(arena, 256);
    pcre2_get_error_message(error, (PCRE2_UCHAR *)text, 256);
    *message = str_from(text);
    *offset = (int)at;
    return NULL;
  }
  arena_defer(arena, free_code, regexp->code);
  return regexp;
}

static void read_groups(pcre2_match_data *data, int found, RegExpMatch *match) {
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
  match->count = (int)pcre2_get_ovector_count(data);
  if (match->count > 10) match->count = 10;
  for (int i = 0; i < match->count; i++) {
    bool is_set = i < found && ends[2 * i] != PCRE2_UNSET;
    match->starts[i] = is_set ? (int)ends[2 * i] : -1;
    match->ends[i] = is_set ? (int)ends[2 * i + 1] : -1;
  }
}

RegExpOutcome regexp_match(const RegExp *regexp, Str text, int start,
                           RegExpMatch *match) {
  pcre2_match_context *limits = pcre2_match_context_create(NULL);
  pcre2_set_match_limit(limits, MATCH_LIMIT);
  pcre2_set_depth_limit(limits, DEPTH_LIMIT);
  pcre2_set_heap_limit(limits, HEAP_LIMIT_KB);
  pcre2_match_data *data =
      pcre2_match_data_create_from_pattern(regexp->code, NULL);
  int found =
      pcre2_match(regexp->code, (PCRE2_SPTR)(text.len ? text.text : ""),
                  (PCRE2_SIZE)text.len, (PCRE2_SIZE)start, 0, data, limits);
  if (found > 0) read_groups(data, found, match);
  pcre2_match_data_free(data);
  pcre2_match_context_free(limits);
  if (found > 0) return REGEXP_FOUND;
  return found == PCRE2_ERROR_NOMATCH ? REGEXP_NONE : REGEXP_LIMIT;
}
