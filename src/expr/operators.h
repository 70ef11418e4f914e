/* ECMAScript's operators over values. Private to expr/. */
#ifndef JIKJI_EXPR_OPERATORS_H
#define JIKJI_EXPR_OPERATORS_H

#include "expr/node.h"

Value operator_unary(Operator operation, Value value);
Value operator_binary(Arena *scratch, Operator operation, Value a, Value b);

/* == and ===. Moments count as numbers; arrays and objects are the same only
 * when they are one. */
bool loosely_equal(Arena *scratch, Value a, Value b);
bool strictly_equal(Value a, Value b);

/* ToInt32. */
int32_t to_int32(double number);

#endif
