/* The scales of a chart: which views share one, what its domain and range are.
 */
#ifndef JIKJI_CHART_DOMAIN_VIEW_SCALE_H
#define JIKJI_CHART_DOMAIN_VIEW_SCALE_H

#include "chart/spec/view.h"

/* A unit's channel that uses a scale. */
typedef struct ScaleUse {
  View *view;
  ChannelDef *def;
} ScaleUse;

/* One scale of a channel, shared by all its uses. */
typedef struct ViewScale {
  Channel channel;
  ScaleType type;
  bool type_is_given;
  List(ScaleUse) uses;
  json_t *given;   /* properties that specs state, the first winning */
  json_t *implied; /* properties that follow from marks and types */
  Scale collected; /* domain and bins; ranges are set on a copy, */
  Scale scale;     /* this one, each time that sizes change */
} ViewScale;

/* Gives every unit its scales and merges those that views share. */
void scales_resolve(Drawing *drawing, View *view);

/* Whether a composed view's kids share the scales (or guides) of a channel, by
 * its `resolve` or Vega-Lite's defaults. kind: "scale", "axis", "legend". */
bool view_shares(const View *view, const char *kind, Channel channel);

/* Works out the properties that follow from marks and types, once all scales
 * are merged and have their final types. */
void scales_imply(Drawing *drawing, View *view);

/* Leaves out the rows with invalid values where the mark's `invalid` says so,
 * from marks and from domains; after scales_resolve. */
void invalid_filter(Drawing *drawing, View *view);
/* For each row whether it has no valid value in a channel with a continuous
 * scale; in the chart's arena. */
bool *rows_find_invalid(Drawing *drawing, const View *view);
/* What stands for a value that the scale of its channel cannot place: what
 * config.scale.invalid says, or zero where the mark shows such values. False:
 * the value is valid, or nothing stands for it. */
bool invalid_output(Drawing *drawing, const View *view, const ChannelDef *def,
                    Value value, Value *output);

/* Works out all domains. */
void scales_domains(Drawing *drawing, View *view);

/* Sets ranges from sizes and properties and prepares a view's scales and those
 * of the views in it; after the layout of sizes. */
void scales_prepare(Drawing *drawing, View *view);

/* ---- Private to the folder ---- */

/* Sets a domain that stands as it is: what domainRaw says, or a selection that
 * moves the scale or gives its domain. */
void raw_domain_set(Drawing *drawing, ViewScale *view_scale);

ScaleType scale_type_of(const View *view, const ChannelDef *def);
/* A property: stated, else implied; NULL. */
const json_t *scale_property(const ViewScale *scale, const char *name);
void scale_imply(Drawing *drawing, ViewScale *scale, const ScaleUse *use);
void domain_collect(Drawing *drawing, ViewScale *scale);
/* Orders a discrete domain. Uses that do not agree get the values' own order,
 * as where Vega-Lite unites domains. */
void domain_sort(Drawing *drawing, ViewScale *scale);
void range_set(Drawing *drawing, ViewScale *scale);

/* `tickCount` or `nice`: a number, an interval's name, {"interval", "step"}. */
TickCount tick_count_read(Drawing *drawing, const json_t *json);

/* ---- For layout, marks and guides ---- */

/* Whether a definition's period or bin is drawn with its end: Vega-Lite's
 * band position, NaN where it has none. */
double def_band_position(const View *view, const ChannelDef *def);
bool def_has_band_end(const View *view, const ChannelDef *def);
/* Moves the ends of a period so that a solid mark stands off the middle as its
 * band position says. */
void def_move_period(const View *view, const ChannelDef *def, double *from,
                     double *to);
/* Whether x or y has an offset channel nested in it. */
bool view_has_offset(const View *view, Channel channel);
/* A value as a spec writes it (DateTime objects, dates as text) for a field. */
Value def_value(Drawing *drawing, const ChannelDef *def, const json_t *json);

#endif
