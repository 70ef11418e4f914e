/* The size of the whole picture, and how plots are made to fit one. */
#ifndef JIKJI_CHART_LAYOUT_AUTOSIZE_H
#define JIKJI_CHART_LAYOUT_AUTOSIZE_H

#include "chart/layout/layout.h"

typedef struct Paddings {
  double left, top, right, bottom;
} Paddings;

/* `padding` of the spec, else of the config. */
Paddings paddings_read(Drawing *drawing);

/* The picture without padding: where the plot's origin lies in it, and how
 * large it is. */
typedef struct Extent {
  double left, top, width, height;
} Extent;

/* Whole units around all that is drawn. */
Extent extent_of(const View *view);

/* Vega's `autosize`: once a plot is drawn in its stated size, the picture gets
 * this size, and the plot what its axes, legends and titles left of it. They
 * are not measured again, so that the outcome is Vega's. False: the picture
 * stays as large as what it shows. */
bool autosize_settle(const Drawing *drawing, const View *view,
                     const Paddings *padding, SizeWish *wish, Extent *extent);

#endif
