/* The interpolations behind curve_add. Private to curve.c and curve_smooth.c.
 */
#ifndef JIKJI_CHART_MARK_CURVE_KINDS_H
#define JIKJI_CHART_MARK_CURVE_KINDS_H

#include "chart/mark/outline.h"

/* One unbroken run of points, at least one. */
typedef struct CurveRun {
  Path *path;
  const Point *points;
  int count;
  double tension;
  bool vertical;  /* runs along y */
  bool continues; /* joins the path's end: the way back of an area */
} CurveRun;

typedef struct CurveKind {
  const char *name;
  void (*add)(const CurveRun *run);
  double tension; /* where the spec gives none */
} CurveKind;

void cardinal_add(const CurveRun *run);
void cardinal_open_add(const CurveRun *run);
void cardinal_closed_add(const CurveRun *run);
void catmull_rom_add(const CurveRun *run);
void catmull_rom_open_add(const CurveRun *run);
void catmull_rom_closed_add(const CurveRun *run);
void monotone_add(const CurveRun *run);
void natural_add(const CurveRun *run);

#endif
