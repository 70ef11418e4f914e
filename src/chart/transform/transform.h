/* Vega-Lite transforms: a table in, a table out. Each is a file and a row in
 * transform_rows.inc. */
#ifndef JIKJI_CHART_TRANSFORM_TRANSFORM_H
#define JIKJI_CHART_TRANSFORM_TRANSFORM_H

#include "base/tree.h"
#include "chart/scale/bin.h"
#include "expr/expr.h"

/* What transforms need of the chart around them. */
typedef struct TransformContext {
  Arena *chart; /* owns the tables that come out */
  Diags *diags;
  const Tree *tree;       /* of the spec, for places */
  const ExprScope *scope; /* names and functions of the chart; copied and given
                             a datum by whoever evaluates */
  /* The rows of a `from.data` of a lookup; NULL after an error. */
  const Table *(*find_data)(void *owner, const json_t *data);
  /* The rows that a selection selects, for a `from.param`; NULL: none is called
   * that. */
  const Table *(*find_selected)(void *owner, Str name);
  /* Whether a {"param"} predicate holds for a row; NULL: as if nothing were
   * selected. */
  bool (*selection_holds)(void *owner, Str name, bool when_empty,
                          const Table *table, int row);
  void *owner;
} TransformContext;

/* Applies one entry of a `transform` array. The same mechanism serves what
 * encodings imply (bin, timeUnit, aggregate, stack, impute), which the caller
 * writes as such an entry. False after an error. */
bool transform_apply(const TransformContext *context, const json_t *transform,
                     const Table **table);

/* What the entry of a `transform` array may hold; NULL: it names none. */
const struct ObjectKind *transform_object_kind(const json_t *transform);

/* The boundaries that a {"bin", "field", "as"} entry finds for a table; step
 * NaN where the field holds no number. False after an error. */
bool transform_bin_steps(const TransformContext *context,
                         const json_t *transform, const Table *table,
                         BinSteps *steps);

/* What an {"extent", "param"} entry finds: applying it changes no rows, and the
 * parameter is the caller's to define. False: no number. */
bool transform_extent(const TransformContext *context, const json_t *transform,
                      const Table *table, double extent[2]);

/* A predicate of Vega-Lite (an expression, a field predicate, and/or/not) for a
 * row; used by filters and conditions. */
typedef struct Predicate Predicate;
const Predicate *predicate_read(const TransformContext *context,
                                const json_t *json, Place place);
bool predicate_holds(const Predicate *predicate,
                     const TransformContext *context, const Table *table,
                     int row);

#endif
