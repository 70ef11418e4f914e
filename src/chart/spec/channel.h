/* The encoding channels of Vega-Lite. */
#ifndef JIKJI_CHART_SPEC_CHANNEL_H
#define JIKJI_CHART_SPEC_CHANNEL_H

#include "base/str.h"

typedef enum Channel {
  CHANNEL_X,
  CHANNEL_Y,
  CHANNEL_X2,
  CHANNEL_Y2,
  CHANNEL_X_OFFSET,
  CHANNEL_Y_OFFSET,
  CHANNEL_THETA,
  CHANNEL_RADIUS,
  CHANNEL_THETA2,
  CHANNEL_RADIUS2,
  CHANNEL_COLOR,
  CHANNEL_FILL,
  CHANNEL_STROKE,
  CHANNEL_OPACITY,
  CHANNEL_FILL_OPACITY,
  CHANNEL_STROKE_OPACITY,
  CHANNEL_STROKE_WIDTH,
  CHANNEL_STROKE_DASH,
  CHANNEL_SIZE,
  CHANNEL_SHAPE,
  CHANNEL_ANGLE,
  CHANNEL_TEXT,
  CHANNEL_ORDER,
  CHANNEL_DETAIL,
  CHANNEL_KEY,
  CHANNEL_TOOLTIP,
  CHANNEL_HREF,
  CHANNEL_URL,
  CHANNEL_DESCRIPTION,
  CHANNEL_X_ERROR,
  CHANNEL_X_ERROR2,
  CHANNEL_Y_ERROR,
  CHANNEL_Y_ERROR2,
  CHANNEL_LATITUDE,
  CHANNEL_LONGITUDE,
  CHANNEL_LATITUDE2,
  CHANNEL_LONGITUDE2,
  CHANNEL_ROW,
  CHANNEL_COLUMN,
  CHANNEL_FACET,
  CHANNEL_TIME,
  CHANNEL_COUNT,
  CHANNEL_NONE = -1
} Channel;

/* CHANNEL_NONE where it is none. */
Channel channel_read(Str name);
const char *channel_name(Channel channel);
/* All names, CHANNEL_COUNT of them, for hints. */
const char *const *channel_names(void);

bool channel_has_scale(Channel channel);
bool channel_is_color(Channel channel);    /* color, fill, stroke */
bool channel_is_position(Channel channel); /* x and y */
bool channel_is_polar(Channel channel);    /* theta and radius */
bool channel_is_offset(Channel channel);   /* xOffset and yOffset */
bool channel_is_discrete(Channel channel); /* its range is a list: shape,
                                              strokeDash */

/* The channel whose scale this one uses: x2 -> x, latitude -> none. */
Channel channel_of_scale(Channel channel);
/* x -> x2, theta -> theta2; CHANNEL_NONE: it has no second one. */
Channel channel_second(Channel channel);

#endif
