/* Definitions of channels: what an encoding says, and, once the data are read,
 * in which columns it stands. */
#ifndef JIKJI_CHART_SPEC_CHANNEL_DEF_H
#define JIKJI_CHART_SPEC_CHANNEL_DEF_H

#include <jansson.h>

#include "base/list.h"
#include "base/str.h"
#include "chart/scale/bin.h"
#include "chart/scale/time_unit.h"
#include "chart/spec/channel.h"

typedef enum FieldType {
  TYPE_NONE,
  TYPE_QUANTITATIVE,
  TYPE_TEMPORAL,
  TYPE_ORDINAL,
  TYPE_NOMINAL,
  TYPE_GEOJSON
} FieldType;

/* One definition of a channel: a field, a datum, a value or a condition. */
typedef struct ChannelDef {
  const json_t *json; /* as written; NULL: the view has no such channel */
  Channel channel;
  FieldType type;
  Str field;           /* path, "" for count and non-fields */
  Str aggregate;       /* "mean", "argmax"; "" */
  Str aggregate_field; /* the field of argmin and argmax */
  const json_t *bin;   /* true or parameters; NULL: not to be binned */
  bool is_binned;      /* bin: "binned": the data are binned already */
  TimeUnit time_unit;  /* parts 0: none */
  bool has_field;      /* a field or a count */
  const json_t *datum, *value;
  const json_t *condition; /* an object or array, or NULL */

  struct ChannelDef *conditional; /* a condition with a field, or NULL */

  /* Columns of the rows that the marks read; set by the data stage. */
  Str column;     /* of the field, after binning, time units, aggregation */
  Str column_end; /* end of a bin or time period; "" */
  Str sort_index; /* places in a sort array or colour domain; "" */
  BinSteps bins;  /* of a definition with `bin` */
} ChannelDef;

typedef List(ChannelDef) ChannelDefList;

#endif
