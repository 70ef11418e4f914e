/* Coordinates as text, the same on every machine: for dumps and for SVG. */
#ifndef JIKJI_FRAME_COORDINATE_H
#define JIKJI_FRAME_COORDINATE_H

#include "frame/path.h"

/* To 0.01, without trailing zeros; minus nothing is 0. */
void coordinate_add(StrBuf *text, double value);
void coordinate_add_point(StrBuf *text, Point point); /* "12,3.5" */

/* The same with other decimals, 0 to 6. */
void coordinate_add_fixed(StrBuf *text, double value, int decimals);

/* A path as SVG path data: "M0,0L10,0C…Z". */
void coordinate_add_path(StrBuf *text, const Path *path);

#endif
