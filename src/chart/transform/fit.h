/* Fitting curves to points: vega-statistics' regressions. Private to
 * transform/. */
#ifndef JIKJI_CHART_TRANSFORM_FIT_H
#define JIKJI_CHART_TRANSFORM_FIT_H

#include "base/str.h"
#include "chart/transform/statistics.h"

enum { FIT_TERMS = 32 }; /* coefficients of a polynomial, at most */

/* A fitted curve. Coefficients are of the centred x where `center` is given. */
typedef struct Fit {
  double terms[FIT_TERMS];
  int term_count;
  double center_x, center_y;
  double (*predict)(const struct Fit *fit, double x);
  double shown[FIT_TERMS]; /* the coefficients as "params" gives them */
  double r_squared;
} Fit;

typedef struct FitMethod {
  const char *name;
  void (*fit)(Fit *fit, const CurvePoints *points, int order);
  bool is_straight; /* its ends say all */
} FitMethod;

/* linear, log, exp, pow, quad, poly; NULL: none. */
const FitMethod *fit_method_find(Str name);

/* How many points a fit must exceed: 2 for quad, the order for poly, else 1. */
int fit_degrees(const FitMethod *method, int order);

Fit fit_points(const FitMethod *method, const CurvePoints *points, int order);

#endif
