/* The sentences of descriptions in each language. Private to describe/. */
#ifndef JIKJI_CHART_DESCRIBE_PHRASES_H
#define JIKJI_CHART_DESCRIBE_PHRASES_H

#include "base/str.h"

typedef enum Phrase {
  PHRASE_TITLE,          /* title */
  PHRASE_ALONG,          /* value, along what */
  PHRASE_ALONG_EACH,     /* value, along what, series */
  PHRASE_BY,             /* value, category */
  PHRASE_BY_EACH,        /* value, category, series */
  PHRASE_RELATION,       /* y, x */
  PHRASE_RELATION_EACH,  /* y, x, series */
  PHRASE_SPREAD,         /* what */
  PHRASE_SPREAD_BY,      /* what, category */
  PHRASE_SHARES,         /* whole, parts */
  PHRASE_CELLS,          /* value, x, y */
  PHRASE_PAIRS,          /* x, y */
  PHRASE_MAP,            /* value */
  PHRASE_MAP_PLAIN,      /* */
  PHRASE_MAP_PLACES,     /* count */
  PHRASE_AXIS_RANGE,     /* axis, name, low, high */
  PHRASE_AXIS_RANGE_LOG, /* the same */
  PHRASE_AXIS_TURNED,    /* the same, and where small values are */
  PHRASE_AXIS_KINDS,     /* axis, name, count */
  PHRASE_SERIES,         /* list */
  PHRASE_SERIES_MANY,    /* count */
  PHRASE_ROSE,           /* place, value, place, value */
  PHRASE_FELL,
  PHRASE_CHANGED,     /* where rising means nothing: ranks */
  PHRASE_STAYED,      /* place, place, value */
  PHRASE_SERIES_ROSE, /* series and the same */
  PHRASE_SERIES_FELL,
  PHRASE_SERIES_CHANGED,
  PHRASE_SERIES_STAYED,
  PHRASE_ENDS, /* place, greatest, value, least, value */
  PHRASE_PEAK, /* value, place: the greatest is in between */
  PHRASE_TROUGH,
  PHRASE_ONE,             /* value */
  PHRASE_LIST,            /* "a 1, b 2" */
  PHRASE_MOST_LEAST,      /* what, value, what, value */
  PHRASE_MOST_LEAST_EACH, /* value, category, series, value, category, series */
  PHRASE_POINTS,          /* count */
  PHRASE_RISES_WITH,      /* y, x */
  PHRASE_FALLS_WITH,
  PHRASE_VALUES,      /* low, high */
  PHRASE_PANELS,      /* count, kind, field, list */
  PHRASE_PANELS_BOTH, /* count, kind, field, field */
  PHRASE_VIEWS,       /* count */
  PHRASE_PART,        /* number, text */
  PHRASE_EMPTY,
  PHRASE_HORIZONTAL, /* names of axes */
  PHRASE_VERTICAL,
  PHRASE_TOP, /* sides */
  PHRASE_RIGHT,
  PHRASE_MORE,          /* list, how many more */
  PHRASE_COUNT_OF_ROWS, /* names of aggregates; the field */
  PHRASE_MEAN,
  PHRASE_SUM,
  PHRASE_MEDIAN,
  PHRASE_LEAST,
  PHRASE_GREATEST,
  PHRASE_DISTINCT,
  PHRASE_BINS, /* a field in bins */
  PHRASE_COUNT
} Phrase;

/* The phrase with its arguments in place of {1}, {2}, ...; particles written
 * as 은(는) agree with the argument before them. */
Str phrase_text(Arena *arena, bool is_korean, Phrase phrase,
                const Str *arguments, int count);

#endif
