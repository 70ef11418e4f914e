/* What is wrong with the author's files, or with the world: a code, a place, a
 * message and a hint. Collected, so that one run tells all. */
#ifndef JIKJI_BASE_DIAG_H
#define JIKJI_BASE_DIAG_H

#include "base/list.h"
#include "base/source.h"

typedef enum DiagSeverity { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE } DiagSeverity;

typedef enum DiagCode {
#define X(code, name, severity) DIAG_##code,
#include "base/diag_codes.h"
#undef X
  DIAG_CODE_COUNT
} DiagCode;

typedef struct Diag {
  DiagCode code;
  DiagSeverity severity;
  Place place;
  Str message; /* one sentence, no full stop, no code, no place */
  Str hint;    /* what would be right, or empty */
} Diag;

/* The messages of one piece of work. Belongs to one thread; parallel work gets
 * a Diags each and diags_join afterwards, in a settled order. */
typedef struct Diags {
  Arena *arena; /* owns the messages; set it before use */
  List(Diag) list;
  int error_count;
  bool strict_data; /* build: bad data is an error; chart: a warning */
} Diags;

/* Records a message of the code's own severity. Always returns false, so that a
 * function that failed can `return diag(...)`. */
bool diag(Diags *diags, DiagCode code, Place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with another severity than the code's own. */
bool diag_as(Diags *diags, DiagSeverity severity, DiagCode code, Place place,
             const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Adds to the latest message what would be right. */
void diag_hint(Diags *diags, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Hint "did you mean 'x'?" when a candidate is near to name. */
void diag_hint_nearest(Diags *diags, Str name, const char *const *candidates,
                       int count);

/* Moves the messages of `from` to the end of `to`; a message that `to` already
 * holds word for word is not repeated. */
void diags_join(Diags *to, const Diags *from);

/* Of the messages from the `first` on: drops those that were told before, and
 * warnings at the very place of an error. */
void diags_settle(Diags *diags, int first);

/* Adds the messages of `from` to the end of `to`, repeated ones as well. */
void diags_add(Diags *to, const Diags *from);

const char *diag_code_name(DiagCode code); /* "table/no-column" */

#endif
