#include "chart/mark/project.h"

#include <math.h>

#include "chart/spec/read_view.h"

bool view_has_geo_places(const View *view) {
  return view->encoding[CHANNEL_LONGITUDE].json ||
         view->encoding[CHANNEL_LATITUDE].json;
}

Value geo_object(MarkSketch *sketch, int row) {
  static const char *const names[] = {"type", "geometry", "coordinates",
                                      "features", "geometries"};
  const ChannelDef *shape = &sketch->view->encoding[CHANNEL_SHAPE];
  if (shape->has_field) return def_cell(sketch, shape, row);
  ValueMember *members = arena_array(sketch->drawing->arena, ValueMember, 5);
  Value object = {.kind = VALUE_OBJECT, .members = members};
  for (int i = 0; i < 5; i++) {
    Str name = str_from(names[i]);
    int column = table_find_index(sketch->rows, name);
    if (column < 0) continue;
    members[object.len++] =
        (ValueMember){name, table_cell(sketch->rows, column, row)};
  }
  return object;
}

static double degrees(MarkSketch *sketch, Channel channel, int row) {
  return channel_number(sketch, channel, row, NULL, NAN);
}

Point geo_place(MarkSketch *sketch, int row, bool second) {
  Channel x = second ? CHANNEL_LONGITUDE2 : CHANNEL_LONGITUDE;
  Channel y = second ? CHANNEL_LATITUDE2 : CHANNEL_LATITUDE;
  const ChannelDef *encoding = sketch->view->encoding;
  if (second && !encoding[x].json) x = CHANNEL_LONGITUDE;
  if (second && !encoding[y].json) y = CHANNEL_LATITUDE;
  double longitude = degrees(sketch, x, row),
         latitude = degrees(sketch, y, row);
  Point place;
  bool shows =
      isfinite(longitude + latitude) &&
      projection_point(sketch->view->projection, longitude, latitude, &place);
  return shows ? place : (Point){NAN, NAN};
}
