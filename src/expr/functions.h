/* The functions of the expression language: one row each, in tables by kind.
 * Private to expr/. */
#ifndef JIKJI_EXPR_FUNCTIONS_H
#define JIKJI_EXPR_FUNCTIONS_H

#include "expr/expr.h"

/* A call being evaluated. */
typedef struct Call {
  const Value *arguments;
  int count;
  Arena *scratch; /* owns results */
  const Locale *locale;
  const struct ExprFunction *function;
  struct Evaluation *evaluation; /* for faults and the count of steps */
  const struct Node *node;
} Call;

typedef Value CallFunction(Call *call);

typedef struct ExprFunction {
  const char *name;
  int least, most; /* arguments; most -1: any number */
  CallFunction *call;
  int detail; /* tells apart functions that share `call` */
} ExprFunction;

typedef struct FunctionTable {
  const ExprFunction *functions;
  int count;
} FunctionTable;

extern const FunctionTable math_functions, statistics_functions, type_functions,
    string_functions, array_functions, date_functions, format_functions,
    color_functions;

/* By name; NULL: none. All names, for hints, in the arena. */
const ExprFunction *function_find(Str name);
const char *const *function_names(Arena *arena, int *count);

/* The i-th argument; undefined where there are fewer. */
Value call_argument(const Call *call, int i);
double call_number(const Call *call, int i);
Str call_text(const Call *call, int i);
bool call_has(const Call *call, int i); /* given, and not undefined */

/* Records a fault of the author at the call and gives undefined. */
Value call_fault(Call *call, DiagCode code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Counts work that grows with data; false, after an error, over the limit. */
bool call_work(Call *call, double steps);

/* ECMAScript's ToString, which knows regular expressions too. */
Str text_of(Arena *scratch, Value value);

#endif
