/* What a predicate consists of. Private to predicate.c and predicate_read.c. */
#ifndef JIKJI_CHART_TRANSFORM_PREDICATE_PARTS_H
#define JIKJI_CHART_TRANSFORM_PREDICATE_PARTS_H

#include "chart/scale/time_unit.h"
#include "chart/transform/transform.h"

typedef enum PredicateKind {
  PREDICATE_EXPRESSION,
  PREDICATE_FIELD,
  PREDICATE_PARAM,
  PREDICATE_AND,
  PREDICATE_OR,
  PREDICATE_NOT
} PredicateKind;

typedef enum Comparison {
  EQUAL,
  LESS,
  LESS_EQUAL,
  GREATER,
  GREATER_EQUAL,
  IN_RANGE,
  ONE_OF,
  VALID
} Comparison;

/* A value to compare with: given, or worked out anew for each row. */
typedef struct Operand {
  Value value;
  const Expr *expr; /* or NULL */
} Operand;

struct Predicate {
  PredicateKind kind;
  const Expr *expr; /* of an expression, */
  Str field;        /* of a comparison, */
  TimeUnit unit;
  Comparison comparison;
  bool is_valid; /* of VALID */
  List(Operand) operands;
  Str param; /* of a parameter, */
  bool holds_when_empty;
  List(const Predicate *) parts; /* of and, or, not */
};

#endif
