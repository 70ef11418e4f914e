/* A text that the author wrote, kept whole so that messages can show it. */
#ifndef JIKJI_BASE_SOURCE_H
#define JIKJI_BASE_SOURCE_H

#include "base/str.h"

/* Lives in the arena it was loaded in. */
typedef struct Source {
  Str path; /* as messages show it */
  Str text; /* NUL-terminated; without a byte-order mark */
} Source;

/* A stretch of a source. Offsets are bytes; line and column are worked out when
 * a message is printed. {0} is no place; offset < 0 is the file as a whole. */
typedef struct Place {
  const Source *source;
  int offset, length;
} Place;

typedef struct LineColumn {
  int line, column; /* from 1; columns count characters */
} LineColumn;

LineColumn source_position(const Source *source, int offset);

/* The line that holds the offset, without its line break. */
Str source_line(const Source *source, int offset);

Place place_at(const Source *source, int offset, int length);
Place place_whole(const Source *source);

/* The part of `place` from its byte `start`, for texts inside texts. */
Place place_within(Place place, int start, int length);

/* A quoted text's place without its quotes; any other place as it is. */
Place place_inside_quotes(Place place);

#endif
