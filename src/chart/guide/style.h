/* Paints and text styles of guides, from properties and named styles. */
#ifndef JIKJI_CHART_GUIDE_STYLE_H
#define JIKJI_CHART_GUIDE_STYLE_H

#include "chart/config/cascade.h"
#include "chart/scene/group.h"

/* Values of properties, expressions evaluated; a null or none of the right kind
 * gives the fallback, or leaves what is there. */
Paint style_paint(Drawing *drawing, const json_t *json);
bool style_color(Drawing *drawing, const json_t *json, Color *color);
double style_number(Drawing *drawing, const json_t *json, double fallback);
void style_dashes(Drawing *drawing, const json_t *json, Paints *paints);
int style_weight(Drawing *drawing, const json_t *json); /* "bold" -> 700 */

/* What the picture stands on: the spec's, else the config's; alpha 0: none. */
Color style_background(Drawing *drawing);

/* A text of a guide: its properties are prefixed ("labelFontSize"), below them
 * stands a named style of the config ("guide-label"). */
typedef struct GuideText {
  Drawing *drawing;
  const Cascade *properties;
  const char *prefix;
  const char *style;
} GuideText;

/* Sets face, size, weight, colour, limit and line height of a label. */
void guide_label_style(const GuideText *text, Label *label);

/* The text of a value, an array's items as lines apart by "\n"; "" of null. */
Str value_lines(Arena *arena, Value value);

/* A text cut at line breaks; in the arena. */
const Str *str_lines(Arena *arena, Str text, int *count);

#endif
