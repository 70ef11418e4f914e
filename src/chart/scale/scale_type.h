/* The types of scales. */
#ifndef JIKJI_CHART_SCALE_SCALE_TYPE_H
#define JIKJI_CHART_SCALE_SCALE_TYPE_H

#include "base/str.h"

typedef enum ScaleType {
  SCALE_LINEAR,
  SCALE_LOG,
  SCALE_POW,
  SCALE_SQRT,
  SCALE_SYMLOG,
  SCALE_TIME,
  SCALE_UTC,
  SCALE_IDENTITY,
  SCALE_SEQUENTIAL, /* old name of a linear scale of colours */
  SCALE_BAND,
  SCALE_POINT,
  SCALE_ORDINAL,
  SCALE_BIN_ORDINAL,
  SCALE_QUANTILE,
  SCALE_QUANTIZE,
  SCALE_THRESHOLD,
  SCALE_TYPE_COUNT
} ScaleType;

/* "bin-ordinal" to its type; false: none. And back. Names for hints. */
bool scale_type_read(Str name, ScaleType *type);
const char *scale_type_name(ScaleType type);

bool scale_type_is_continuous(ScaleType type);   /* linear .. sequential */
bool scale_type_is_discrete(ScaleType type);     /* band point (bin-)ordinal */
bool scale_type_is_discretizing(ScaleType type); /* quantile .. bin-ordinal */
bool scale_type_is_temporal(ScaleType type);

#endif
