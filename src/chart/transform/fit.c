/* Points to the curve of least squares, by each method. */
#include "chart/transform/fit.h"

#include <math.h>

/* Running means of x, y, xy, xx. */
typedef struct Means {
  double x, y, xy, xx;
  int count;
} Means;

static void means_add(Means *means, double x, double y) {
  means->count++;
  means->x += (x - means->x) / means->count;
  means->y += (y - means->y) / means->count;
  means->xy += (x * y - means->xy) / means->count;
  means->xx += (x * x - means->xx) / means->count;
}

/* terms[0] + terms[1] x by ordinary least squares. */
static void solve_line(const Means *means, double terms[2]) {
  double spread = means->xx - means->x * means->x;
  double slope =
      fabs(spread) < 1e-24 ? 0 : (means->xy - means->x * means->y) / spread;
  terms[0] = means->y - slope * means->x;
  terms[1] = slope;
}

static void show_terms(Fit *fit) {
  for (int i = 0; i < fit->term_count; i++)
    fit->shown[i] = fit->terms[i];
}

static void set_fit(Fit *fit, int terms,
                    double (*predict)(const Fit *, double)) {
  fit->term_count = terms;
  fit->predict = predict;
}

/* ---- Straight, and straight after a logarithm ---- */

static double linear_at(const Fit *fit, double x) {
  return fit->terms[0] + fit->terms[1] * x;
}

static void fit_linear(Fit *fit, const CurvePoints *points, int order) {
  (void)order;
  Means means = {0};
  for (int i = 0; i < points->count; i++)
    means_add(&means, points->items[i].x, points->items[i].y);
  solve_line(&means, fit->terms);
  set_fit(fit, 2, linear_at);
  show_terms(fit);
}

static double log_at(const Fit *fit, double x) {
  return fit->terms[0] + fit->terms[1] * log(x);
}

static void fit_log(Fit *fit, const CurvePoints *points, int order) {
  (void)order;
  Means means = {0};
  for (int i = 0; i < points->count; i++)
    means_add(&means, log(points->items[i].x), points->items[i].y);
  solve_line(&means, fit->terms);
  set_fit(fit, 2, log_at);
  show_terms(fit);
}

static double pow_at(const Fit *fit, double x) {
  return fit->terms[0] * pow(x, fit->terms[1]);
}

static void fit_pow(Fit *fit, const CurvePoints *points, int order) {
  (void)order;
  Means means = {0};
  for (int i = 0; i < points->count; i++)
    means_add(&means, log(points->items[i].x), log(points->items[i].y));
  solve_line(&means, fit->terms);
  fit->terms[0] = exp(fit->terms[0]);
  set_fit(fit, 2, pow_at);
  show_terms(fit);
}

/* ---- Around the centre of the points ---- */

static void find_center(Fit *fit, const CurvePoints *points) {
  for (int i = 0; i < points->count; i++) {
    fit->center_x += (points->items[i].x - fit->center_x) / (i + 1);
    fit->center_y += (points->items[i].y - fit->center_y) / (i + 1);
  }
}

static double exp_at(const Fit *fit, double x) {
  return exp(fit->terms[0] + fit->terms[1] * (x - fit->center_x));
}

/* Squares weighted by y, so that great values count as they look. */
static void fit_exp(Fit *fit, const CurvePoints *points, int order) {
  (void)order;
  find_center(fit, points);
  double yl = 0, xy = 0, xyl = 0, xxy = 0;
  for (int i = 0; i < points->count; i++) {
    double x = points->items[i].x - fit->center_x, y = points->items[i].y;
    double l = log(y), n = i + 1;
    yl += (y * l - yl) / n;
    xy += (x * y - xy) / n;
    xyl += (x * y * l - xyl) / n;
    xxy += (x * x * y - xxy) / n;
  }
  double y = fit->center_y;
  Means means = {xy / y, yl / y, xyl / y, xxy / y, points->count};
  solve_line(&means, fit->terms);
  set_fit(fit, 2, exp_at);
  fit->shown[0] = exp(fit->terms[0] - fit->terms[1] * fit->center_x);
  fit->shown[1] = fit->terms[1];
}

static double poly_at(const Fit *fit, double x) {
  x -= fit->center_x;
  double y = fit->center_y, power = 1;
  for (int i = 0; i < fit->term_count; i++) {
    y += fit->terms[i] * power;
    power *= x;
  }
  return y;
}

/* The coefficients for x itself: (x - center)^i multiplied out. */
static void show_uncentered(Fit *fit) {
  for (int i = fit->term_count - 1; i >= 0; i--) {
    double binomial = 1;
    fit->shown[i] += fit->terms[i];
    for (int j = 1; j <= i; j++) {
      binomial *= (i + 1.0 - j) / j;
      fit->shown[i - j] += fit->terms[i] * pow(-fit->center_x, j) * binomial;
    }
  }
  fit->shown[0] += fit->center_y;
}

static void fit_quad(Fit *fit, const CurvePoints *points, int order) {
  (void)order;
  find_center(fit, points);
  double x2 = 0, x3 = 0, x4 = 0, xy = 0, x2y = 0;
  for (int i = 0; i < points->count; i++) {
    double x = points->items[i].x - fit->center_x, n = i + 1;
    double y = points->items[i].y - fit->center_y;
    x2 += (x * x - x2) / n;
    x3 += (x * x * x - x3) / n;
    x4 += (x * x * x * x - x4) / n;
    xy += (x * y - xy) / n;
    x2y += (x * x * y - x2y) / n;
  }
  double spread = x4 - x2 * x2, divisor = x2 * spread - x3 * x3;
  fit->terms[2] = (x2y * x2 - xy * x3) / divisor;
  fit->terms[1] = (xy * spread - x2y * x3) / divisor;
  fit->terms[0] = -fit->terms[2] * x2;
  set_fit(fit, 3, poly_at);
  show_uncentered(fit);
}

/* ---- Polynomials of any order ---- */

/* Columns of the normal equations; the last is the right side. */
typedef struct Equations {
  double columns[FIT_TERMS + 1][FIT_TERMS];
  int count;
} Equations;

static void write_equations(Equations *equations, const Fit *fit,
                            const CurvePoints *points) {
  int count = equations->count;
  for (int p = 0; p < points->count; p++) {
    double x = points->items[p].x - fit->center_x;
    double y = points->items[p].y - fit->center_y, powers[2 * FIT_TERMS];
    powers[0] = 1;
    for (int i = 1; i < 2 * count; i++)
      powers[i] = powers[i - 1] * x;
    for (int i = 0; i < count; i++) {
      equations->columns[count][i] += powers[i] * y;
      for (int j = 0; j < count; j++)
        equations->columns[i][j] += powers[i + j];
    }
  }
}

/* Brings the row with the greatest number in column i to row i. */
static void pivot_row(Equations *equations, int i) {
  int greatest = i, count = equations->count;
  for (int j = i + 1; j < count; j++)
    if (fabs(equations->columns[i][j]) > fabs(equations->columns[i][greatest]))
      greatest = j;
  for (int k = i; k <= count; k++) {
    double held = equations->columns[k][i];
    equations->columns[k][i] = equations->columns[k][greatest];
    equations->columns[k][greatest] = held;
  }
}

static void eliminate(Equations *equations) {
  int count = equations->count;
  for (int i = 0; i < count; i++) {
    pivot_row(equations, i);
    for (int j = i + 1; j < count; j++)
      for (int k = count; k >= i; k--)
        equations->columns[k][j] -= equations->columns[k][i] *
                                    equations->columns[i][j] /
                                    equations->columns[i][i];
  }
}

static void solve(const Equations *equations, double terms[]) {
  int count = equations->count;
  for (int j = count - 1; j >= 0; j--) {
    double sum = 0;
    for (int k = j + 1; k < count; k++)
      sum += equations->columns[k][j] * terms[k];
    terms[j] = (equations->columns[count][j] - sum) / equations->columns[j][j];
  }
}

static double constant_at(const Fit *fit, double x) {
  (void)x;
  return fit->terms[0];
}

static void fit_constant(Fit *fit, const CurvePoints *points) {
  find_center(fit, points);
  fit->terms[0] = fit->shown[0] = fit->center_y;
  set_fit(fit, 1, constant_at);
}

static void fit_poly(Fit *fit, const CurvePoints *points, int order) {
  if (order <= 0) {
    fit_constant(fit, points);
    return;
  }
  if (order == 1) {
    fit_linear(fit, points, order);
    return;
  }
  if (order == 2) {
    fit_quad(fit, points, order);
    return;
  }
  find_center(fit, points);
  Equations equations = {.count = order + 1};
  write_equations(&equations, fit, points);
  eliminate(&equations);
  solve(&equations, fit->terms);
  set_fit(fit, order + 1, poly_at);
  show_uncentered(fit);
}

/* ---- The table ---- */

static const FitMethod methods[] = {
    {"linear", fit_linear, true}, {"log", fit_log, false},
    {"exp", fit_exp, false},      {"pow", fit_pow, false},
    {"quad", fit_quad, false},    {"poly", fit_poly, false},
};

const FitMethod *fit_method_find(Str name) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (str_is(name, methods[i].name)) return &methods[i];
  return NULL;
}

int fit_degrees(const FitMethod *method, int order) {
  if (method->fit == fit_poly) return order;
  return method->fit == fit_quad ? 2 : 1;
}

static double r_squared(const Fit *fit, const CurvePoints *points) {
  double mean = 0, error = 0, total = 0;
  for (int i = 0; i < points->count; i++)
    mean += (points->items[i].y - mean) / (i + 1);
  for (int i = 0; i < points->count; i++) {
    double miss = points->items[i].y - fit->predict(fit, points->items[i].x);
    double spread = points->items[i].y - mean;
    error += miss * miss;
    total += spread * spread;
  }
  return 1 - error / total;
}

Fit fit_points(const FitMethod *method, const CurvePoints *points, int order) {
  Fit fit = {0};
  if (order > FIT_TERMS - 1) order = FIT_TERMS - 1;
  method->fit(&fit, points, order);
  fit.r_squared = r_squared(&fit, points);
  return fit;
}
