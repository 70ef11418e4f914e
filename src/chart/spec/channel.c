#include "chart/spec/channel.h"

enum { SCALED = 1, COLORED = 2, LISTED = 4 };

typedef struct ChannelRow {
  unsigned flags;
  Channel scale;  /* whose scale it uses */
  Channel second; /* the other end of a range */
} ChannelRow;

static const char *const names[CHANNEL_COUNT] = {
    [CHANNEL_X] = "x",
    [CHANNEL_Y] = "y",
    [CHANNEL_X2] = "x2",
    [CHANNEL_Y2] = "y2",
    [CHANNEL_X_OFFSET] = "xOffset",
    [CHANNEL_Y_OFFSET] = "yOffset",
    [CHANNEL_THETA] = "theta",
    [CHANNEL_RADIUS] = "radius",
    [CHANNEL_THETA2] = "theta2",
    [CHANNEL_RADIUS2] = "radius2",
    [CHANNEL_COLOR] = "color",
    [CHANNEL_FILL] = "fill",
    [CHANNEL_STROKE] = "stroke",
    [CHANNEL_OPACITY] = "opacity",
    [CHANNEL_FILL_OPACITY] = "fillOpacity",
    [CHANNEL_STROKE_OPACITY] = "strokeOpacity",
    [CHANNEL_STROKE_WIDTH] = "strokeWidth",
    [CHANNEL_STROKE_DASH] = "strokeDash",
    [CHANNEL_SIZE] = "size",
    [CHANNEL_SHAPE] = "shape",
    [CHANNEL_ANGLE] = "angle",
    [CHANNEL_TEXT] = "text",
    [CHANNEL_ORDER] = "order",
    [CHANNEL_DETAIL] = "detail",
    [CHANNEL_KEY] = "key",
    [CHANNEL_TOOLTIP] = "tooltip",
    [CHANNEL_HREF] = "href",
    [CHANNEL_URL] = "url",
    [CHANNEL_DESCRIPTION] = "description",
    [CHANNEL_X_ERROR] = "xError",
    [CHANNEL_X_ERROR2] = "xError2",
    [CHANNEL_Y_ERROR] = "yError",
    [CHANNEL_Y_ERROR2] = "yError2",
    [CHANNEL_LATITUDE] = "latitude",
    [CHANNEL_LONGITUDE] = "longitude",
    [CHANNEL_LATITUDE2] = "latitude2",
    [CHANNEL_LONGITUDE2] = "longitude2",
    [CHANNEL_ROW] = "row",
    [CHANNEL_COLUMN] = "column",
    [CHANNEL_FACET] = "facet",
    [CHANNEL_TIME] = "time",
};

#define PLAIN CHANNEL_NONE, CHANNEL_NONE

static const ChannelRow rows[CHANNEL_COUNT] = {
    [CHANNEL_X] = {SCALED, CHANNEL_X, CHANNEL_X2},
    [CHANNEL_Y] = {SCALED, CHANNEL_Y, CHANNEL_Y2},
    [CHANNEL_X2] = {0, CHANNEL_X, CHANNEL_NONE},
    [CHANNEL_Y2] = {0, CHANNEL_Y, CHANNEL_NONE},
    [CHANNEL_X_OFFSET] = {SCALED, CHANNEL_X_OFFSET, CHANNEL_NONE},
    [CHANNEL_Y_OFFSET] = {SCALED, CHANNEL_Y_OFFSET, CHANNEL_NONE},
    [CHANNEL_THETA] = {SCALED, CHANNEL_THETA, CHANNEL_THETA2},
    [CHANNEL_RADIUS] = {SCALED, CHANNEL_RADIUS, CHANNEL_RADIUS2},
    [CHANNEL_THETA2] = {0, CHANNEL_THETA, CHANNEL_NONE},
    [CHANNEL_RADIUS2] = {0, CHANNEL_RADIUS, CHANNEL_NONE},
    [CHANNEL_COLOR] = {SCALED | COLORED, CHANNEL_COLOR, CHANNEL_NONE},
    [CHANNEL_FILL] = {SCALED | COLORED, CHANNEL_FILL, CHANNEL_NONE},
    [CHANNEL_STROKE] = {SCALED | COLORED, CHANNEL_STROKE, CHANNEL_NONE},
    [CHANNEL_OPACITY] = {SCALED, CHANNEL_OPACITY, CHANNEL_NONE},
    [CHANNEL_FILL_OPACITY] = {SCALED, CHANNEL_FILL_OPACITY, CHANNEL_NONE},
    [CHANNEL_STROKE_OPACITY] = {SCALED, CHANNEL_STROKE_OPACITY, CHANNEL_NONE},
    [CHANNEL_STROKE_WIDTH] = {SCALED, CHANNEL_STROKE_WIDTH, CHANNEL_NONE},
    [CHANNEL_STROKE_DASH] = {SCALED | LISTED, CHANNEL_STROKE_DASH,
                             CHANNEL_NONE},
    [CHANNEL_SIZE] = {SCALED, CHANNEL_SIZE, CHANNEL_NONE},
    [CHANNEL_SHAPE] = {SCALED | LISTED, CHANNEL_SHAPE, CHANNEL_NONE},
    [CHANNEL_ANGLE] = {SCALED, CHANNEL_ANGLE, CHANNEL_NONE},
    [CHANNEL_TEXT] = {0, PLAIN},
    [CHANNEL_ORDER] = {0, PLAIN},
    [CHANNEL_DETAIL] = {0, PLAIN},
    [CHANNEL_KEY] = {0, PLAIN},
    [CHANNEL_TOOLTIP] = {0, PLAIN},
    [CHANNEL_HREF] = {0, PLAIN},
    [CHANNEL_URL] = {0, PLAIN},
    [CHANNEL_DESCRIPTION] = {0, PLAIN},
    [CHANNEL_X_ERROR] = {0, PLAIN},
    [CHANNEL_X_ERROR2] = {0, PLAIN},
    [CHANNEL_Y_ERROR] = {0, PLAIN},
    [CHANNEL_Y_ERROR2] = {0, PLAIN},
    [CHANNEL_LATITUDE] = {0, CHANNEL_NONE, CHANNEL_LATITUDE2},
    [CHANNEL_LONGITUDE] = {0, CHANNEL_NONE, CHANNEL_LONGITUDE2},
    [CHANNEL_LATITUDE2] = {0, PLAIN},
    [CHANNEL_LONGITUDE2] = {0, PLAIN},
    [CHANNEL_ROW] = {0, PLAIN},
    [CHANNEL_COLUMN] = {0, PLAIN},
    [CHANNEL_FACET] = {0, PLAIN},
    [CHANNEL_TIME] = {0, PLAIN},
};

Channel channel_read(Str name) {
  for (int i = 0; i < CHANNEL_COUNT; i++)
    if (str_is(name, names[i])) return (Channel)i;
  return CHANNEL_NONE;
}

const char *channel_name(Channel channel) {
  return names[channel];
}

const char *const *channel_names(void) {
  return names;
}

bool channel_has_scale(Channel channel) {
  return rows[channel].flags & SCALED;
}

bool channel_is_color(Channel channel) {
  return rows[channel].flags & COLORED;
}

bool channel_is_position(Channel channel) {
  return channel == CHANNEL_X || channel == CHANNEL_Y;
}

bool channel_is_polar(Channel channel) {
  return channel == CHANNEL_THETA || channel == CHANNEL_RADIUS;
}

bool channel_is_offset(Channel channel) {
  return channel == CHANNEL_X_OFFSET || channel == CHANNEL_Y_OFFSET;
}

bool channel_is_discrete(Channel channel) {
  return rows[channel].flags & LISTED;
}

Channel channel_of_scale(Channel channel) {
  return rows[channel].scale;
}

Channel channel_second(Channel channel) {
  return rows[channel].second;
}
