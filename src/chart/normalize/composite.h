/* What boxplots, error bars and error bands have in common: a continuous axis
 * that is summed up, all else grouping, and parts that are marks. */
#ifndef JIKJI_CHART_NORMALIZE_COMPOSITE_H
#define JIKJI_CHART_NORMALIZE_COMPOSITE_H

#include "chart/drawing.h"

typedef struct Composite {
  Drawing *drawing;
  const char *name;   /* "boxplot" */
  const json_t *mark; /* properties, or NULL */
  const char *axis;   /* "x" or "y": the continuous one */
  bool vertical;
  const json_t *definition; /* of that axis */
  Str field;
  json_t *encoding;   /* of all other channels, fields made plain */
  json_t *transforms; /* bins and time units that these ask for */
  json_t *aggregates; /* operations that these ask for */
  json_t *groupby;
} Composite;

/* Takes a unit apart; false after an error. Objects are the drawing's. */
bool composite_read(Drawing *drawing, const json_t *unit, const char *name,
                    Composite *composite);

/* One part as a unit, or NULL where it is switched off. `end` may be NULL. */
typedef struct CompositePart {
  const char *part;        /* "box": in the mark and in the config */
  json_t *mark;            /* consumed */
  const char *start, *end; /* prefixes of fields */
  const json_t *encoding;  /* of the other channels */
} CompositePart;
json_t *composite_part(const Composite *composite, const CompositePart *part);

/* {"op", "field", "as": prefix_field}, a new reference. */
json_t *composite_operation(const Composite *composite, const char *op,
                            const char *prefix);
/* {"aggregate": operations and the encoding's, "groupby"}; consumes. */
json_t *composite_aggregate(const Composite *composite, json_t *operations);

/* "datum['lower_box_field']" in the drawing's arena. */
Str composite_datum(const Composite *composite, const char *prefix);

/* A property of the mark, else of its config. */
const json_t *composite_property(const Composite *composite, const char *name);

/* The unit's outer members (data, size, title...) with the given layers. */
json_t *composite_layers(const json_t *unit, json_t *transforms,
                         json_t *layers);

#endif
