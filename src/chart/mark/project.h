/* Maps: the projection of a unit, and places through it. */
#ifndef JIKJI_CHART_MARK_PROJECT_H
#define JIKJI_CHART_MARK_PROJECT_H

#include "chart/geo/projection.h"
#include "chart/mark/mark.h"

/* Gives the units that draw maps their projection: one for all kids of a view
 * where they agree on it, fitted to what all of them draw. After sizes. */
void projections_set(Drawing *drawing, View *view);

/* Whether a unit's items stand at longitudes and latitudes. */
bool view_has_geo_places(const View *view);

/* A row's place by longitude and latitude, or by the second pair; NaNs where it
 * is out of view. */
Point geo_place(MarkSketch *sketch, int row, bool second);

/* What a row of a geoshape draws: the field of its shape channel, or the row
 * itself as a GeoJSON object. */
Value geo_object(MarkSketch *sketch, int row);

#endif
