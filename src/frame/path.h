/* Outlines. */
#ifndef JIKJI_FRAME_PATH_H
#define JIKJI_FRAME_PATH_H

#include "base/list.h"
#include "base/str.h"
#include "frame/geometry.h"

typedef enum PathVerb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE } PathVerb;

/* Move and line use p[0]; a curve two control points and p[2], its end. */
typedef struct PathSegment {
  PathVerb verb;
  Point p[3];
} PathSegment;

typedef struct Path {
  Arena *arena;
  List(PathSegment) segments;
} Path;

Path *path_new(Arena *arena);
void path_move(Path *path, double x, double y);
void path_line(Path *path, double x, double y);
void path_curve(Path *path, double x1, double y1, double x2, double y2,
                double x, double y);
void path_close(Path *path);
void path_rect(Path *path, Rect rect);

/* Rounded by radii of the corners: top left, top right, bottom right, bottom
 * left; too great ones are cut down together. */
void path_round_rect(Path *path, Rect rect, const double radii[4]);

/* An arc of a circle, angles in radians, clockwise from the x axis. Starts with
 * a line from the current point, or a move where there is none. */
void path_arc(Path *path, Point center, double radius, double from, double to);

/* SVG path data ("M0,0L1,1Z"), scaled and moved; false when it is none. */
bool path_read_svg(Path *path, Str data, double scale, Point origin);

/* Moves every coordinate to the nearest multiple of 1/per_unit. */
void path_snap(Path *path, double per_unit);
void path_transform(Path *path, Matrix matrix);

/* The exact bounds of the outline itself, curves included. */
Rect path_bounds(const Path *path);

/* Whether it is one rectangle along the axes, and which. */
bool path_is_rect(const Path *path, Rect *rect);

#endif
