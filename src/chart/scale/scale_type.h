/* The types of scales. */
#ifndef JIKJI_CHART_SCALE_SCALE_TYPE_H
#define JIKJI_CHART_SCALE_SCALE_TYPE_H

#include "base/str.h"

#define SCALE_ROW(type, name, kind) SCALE_##type,
typedef enum ScaleType {
#include "chart/scale/scale_rows.inc"
  SCALE_TYPE_COUNT
} ScaleType;
#undef SCALE_ROW

/* "bin-ordinal" to its type; false: none. And back. Names for hints. */
bool scale_type_read(Str name, ScaleType *type);
const char *scale_type_name(ScaleType type);

bool scale_type_is_continuous(ScaleType type);   /* linear .. sequential */
bool scale_type_is_discrete(ScaleType type);     /* band point (bin-)ordinal */
bool scale_type_is_discretizing(ScaleType type); /* quantile .. bin-ordinal */
bool scale_type_is_temporal(ScaleType type);

#endif
