/* Which way a mark runs, where the spec leaves it open: Vega-Lite's rules. */
#include "chart/spec/read_view.h"

static bool has(const ChannelDef *def) {
  return def->json != NULL;
}

static bool is_aggregated(const ChannelDef *def) {
  return def->has_field && def->aggregate.len;
}

static Orient other(Orient orient) {
  return orient == ORIENT_HORIZONTAL ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
}

static Orient specified_orient(Drawing *drawing, const View *view) {
  Str name = cascade_str(&view->mark_style, drawing, "orient", "");
  if (str_is(name, "horizontal")) return ORIENT_HORIZONTAL;
  return str_is(name, "vertical") ? ORIENT_VERTICAL : ORIENT_NONE;
}

/* Bars and texts with one aggregated side, or a range. */
static Orient orient_of_bar(const View *view, Orient specified) {
  const ChannelDef *x = &view->encoding[CHANNEL_X];
  const ChannelDef *y = &view->encoding[CHANNEL_Y];
  bool x2 = has(&view->encoding[CHANNEL_X2]);
  bool y2 = has(&view->encoding[CHANNEL_Y2]);
  if (x->has_field && (x->is_binned || (is_aggregated(y) && !x->aggregate.len)))
    return ORIENT_VERTICAL;
  if (y->has_field && (y->is_binned || (is_aggregated(x) && !y->aggregate.len)))
    return ORIENT_HORIZONTAL;
  if (!x2 && !y2) return ORIENT_NONE;
  if (specified) return specified;
  if (!x2)
    return def_is_measure(x) && y->is_binned ? ORIENT_HORIZONTAL
                                             : ORIENT_VERTICAL;
  if (!y2)
    return def_is_measure(y) && x->is_binned ? ORIENT_VERTICAL
                                             : ORIENT_HORIZONTAL;
  return ORIENT_NONE;
}

/* Ranged areas, bars and rules. True: *orient is settled. */
static bool orient_of_range(const View *view, Orient *orient) {
  const ChannelDef *x = &view->encoding[CHANNEL_X];
  const ChannelDef *y = &view->encoding[CHANNEL_Y];
  bool x2 = has(&view->encoding[CHANNEL_X2]);
  bool y2 = has(&view->encoding[CHANNEL_Y2]);
  *orient = ORIENT_NONE;
  if (view->mark != MARK_AREA && x2 && !x->is_binned && y2 && !y->is_binned)
    return true;
  if (y2)
    *orient = y->is_binned ? ORIENT_HORIZONTAL : ORIENT_VERTICAL;
  else if (x2)
    *orient = x->is_binned ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
  else if (view->mark == MARK_RULE && has(x) != has(y))
    *orient = has(x) ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
  return *orient != ORIENT_NONE;
}

static Orient orient_of_temporal(const ChannelDef *x, const ChannelDef *y) {
  bool x_time = x->has_field && x->type == TYPE_TEMPORAL;
  bool y_time = y->has_field && y->type == TYPE_TEMPORAL;
  return y_time && !x_time ? ORIENT_HORIZONTAL : ORIENT_VERTICAL;
}

/* By which side is a measure. Ticks stand across what bars run along. */
static Orient orient_by_measure(const View *view, Orient specified) {
  const ChannelDef *x = &view->encoding[CHANNEL_X];
  const ChannelDef *y = &view->encoding[CHANNEL_Y];
  bool x_measures = def_is_measure(x), y_measures = def_is_measure(y);
  bool is_tick = view->mark == MARK_TICK;
  if (specified) return specified;
  if (x_measures != y_measures) {
    Orient orient = x_measures ? ORIENT_HORIZONTAL : ORIENT_VERTICAL;
    return is_tick ? other(orient) : orient;
  }
  if (!x_measures) {
    if (x->type == TYPE_TEMPORAL || y->type == TYPE_TEMPORAL)
      return orient_of_temporal(x, y);
    if (view->mark == MARK_BAR && !has(x) && has(y)) return ORIENT_HORIZONTAL;
    return ORIENT_VERTICAL;
  }
  bool x_time = x->type == TYPE_TEMPORAL, y_time = y->type == TYPE_TEMPORAL;
  if (x_time != y_time)
    return (x_time != is_tick) ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
  if (!x->aggregate.len && y->aggregate.len)
    return is_tick ? ORIENT_HORIZONTAL : ORIENT_VERTICAL;
  if (x->aggregate.len && !y->aggregate.len)
    return is_tick ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
  return ORIENT_VERTICAL;
}

Orient mark_orient(Drawing *drawing, const View *view) {
  Orient specified = specified_orient(drawing, view), orient;
  switch (view->mark) {
  case MARK_POINT:
  case MARK_CIRCLE:
  case MARK_SQUARE:
  case MARK_RECT:
  case MARK_IMAGE:
  case MARK_ARC:
  case MARK_GEOSHAPE:
    return ORIENT_NONE;
  case MARK_TRAIL:
    return specified ? specified : ORIENT_VERTICAL;
  case MARK_TEXT:
  case MARK_BAR:
    orient = orient_of_bar(view, specified);
    if (orient) return orient;
    break;
  default:
    break;
  }
  bool ranged = view->mark == MARK_TEXT || view->mark == MARK_BAR ||
                view->mark == MARK_RULE || view->mark == MARK_AREA;
  if (ranged && orient_of_range(view, &orient)) return orient;
  return orient_by_measure(view, specified);
}
