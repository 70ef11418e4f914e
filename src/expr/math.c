/* Mathematical functions; NaN in, NaN out. */
#include <math.h>

#include "expr/functions.h"

typedef enum MathFunction {
  MATH_ABS,
  MATH_ACOS,
  MATH_ASIN,
  MATH_ATAN,
  MATH_CEIL,
  MATH_COS,
  MATH_EXP,
  MATH_FLOOR,
  MATH_LOG,
  MATH_ROUND,
  MATH_SIN,
  MATH_SQRT,
  MATH_TAN
} MathFunction;

static double of_number(MathFunction function, double x) {
  switch (function) {
  case MATH_ABS:
    return fabs(x);
  case MATH_ACOS:
    return acos(x);
  case MATH_ASIN:
    return asin(x);
  case MATH_ATAN:
    return atan(x);
  case MATH_CEIL:
    return ceil(x);
  case MATH_COS:
    return cos(x);
  case MATH_EXP:
    return exp(x);
  case MATH_FLOOR:
    return floor(x);
  case MATH_LOG:
    return log(x);
  case MATH_ROUND: /* ties go up: -2.5 is -2 */
    return x - floor(x) >= 0.5 ? ceil(x) : floor(x);
  case MATH_SIN:
    return sin(x);
  case MATH_SQRT:
    return sqrt(x);
  default:
    return tan(x);
  }
}

static Value one_number(Call *call) {
  return value_number(
      of_number((MathFunction)call->function->detail, call_number(call, 0)));
}

static Value is_nan(Call *call) {
  Value value = call_argument(call, 0);
  return value_boolean(value.kind == VALUE_NUMBER && isnan(value.number));
}

static Value is_finite(Call *call) {
  Value value = call_argument(call, 0);
  return value_boolean(value.kind == VALUE_NUMBER && isfinite(value.number));
}

static Value arc_tangent(Call *call) {
  return value_number(atan2(call_number(call, 0), call_number(call, 1)));
}

static Value power(Call *call) {
  double base = call_number(call, 0), exponent = call_number(call, 1);
  bool undefined = isnan(exponent) || (fabs(base) == 1 && isinf(exponent));
  return value_number(undefined ? NAN : pow(base, exponent));
}

static Value hypotenuse(Call *call) {
  double sum = 0;
  for (int i = 0; i < call->count; i++)
    sum = hypot(sum, call_number(call, i));
  return value_number(sum);
}

static double larger(double a, double b) {
  if (isnan(a) || isnan(b)) return NAN;
  return a == b ? (signbit(a) ? b : a) : a > b ? a : b;
}

static double smaller(double a, double b) {
  if (isnan(a) || isnan(b)) return NAN;
  return a == b ? (signbit(a) ? a : b) : a < b ? a : b;
}

static Value greatest(Call *call) {
  double result = -INFINITY;
  for (int i = 0; i < call->count; i++)
    result = larger(result, call_number(call, i));
  return value_number(result);
}

static Value least(Call *call) {
  double result = INFINITY;
  for (int i = 0; i < call->count; i++)
    result = smaller(result, call_number(call, i));
  return value_number(result);
}

static Value clamp(Call *call) {
  double low = call_number(call, 1), high = call_number(call, 2);
  return value_number(larger(low, smaller(high, call_number(call, 0))));
}

static Value chance(Call *call) {
  return call_fault(call, DIAG_EXPR_FUNCTION,
                    "%s() would make every picture another one; the same "
                    "inputs must give the same output",
                    call->function->name);
}

static const ExprFunction functions[] = {
    {"abs", 1, -1, one_number, MATH_ABS},
    {"acos", 1, -1, one_number, MATH_ACOS},
    {"asin", 1, -1, one_number, MATH_ASIN},
    {"atan", 1, -1, one_number, MATH_ATAN},
    {"atan2", 2, -1, arc_tangent, 0},
    {"ceil", 1, -1, one_number, MATH_CEIL},
    {"clamp", 3, 3, clamp, 0},
    {"cos", 1, -1, one_number, MATH_COS},
    {"exp", 1, -1, one_number, MATH_EXP},
    {"floor", 1, -1, one_number, MATH_FLOOR},
    {"hypot", 0, -1, hypotenuse, 0},
    {"isFinite", 1, -1, is_finite, 0},
    {"isNaN", 1, -1, is_nan, 0},
    {"log", 1, -1, one_number, MATH_LOG},
    {"max", 0, -1, greatest, 0},
    {"min", 0, -1, least, 0},
    {"pow", 2, -1, power, 0},
    {"random", 0, -1, chance, 0},
    {"sampleNormal", 0, -1, chance, 0},
    {"sampleLogNormal", 0, -1, chance, 0},
    {"sampleUniform", 0, -1, chance, 0},
    {"round", 1, -1, one_number, MATH_ROUND},
    {"sin", 1, -1, one_number, MATH_SIN},
    {"sqrt", 1, -1, one_number, MATH_SQRT},
    {"tan", 1, -1, one_number, MATH_TAN},
};

const FunctionTable math_functions = {functions,
                                      sizeof functions / sizeof *functions};
