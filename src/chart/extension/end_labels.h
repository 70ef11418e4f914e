/* Names beside the ends of lines and areas, in a legend's stead. */
#ifndef JIKJI_CHART_EXTENSION_END_LABELS_H
#define JIKJI_CHART_EXTENSION_END_LABELS_H

#include "chart/spec/view.h"

/* Draws the labels that `endLabels` asks for beside a plot whose marks are
 * drawn, moved apart where they would overlap. */
void end_labels_draw(Drawing *drawing, View *plot, Group *group);

/* Whether such labels say what a legend of a unit's channel would. */
bool end_labels_replace(const Drawing *drawing, const View *unit,
                        const ChannelDef *def);

#endif
