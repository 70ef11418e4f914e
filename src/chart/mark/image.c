/* Image marks: picture files placed by x and y. */
#include <math.h>

#include "base/limits.h"
#include "chart/mark/mark.h"
#include "chart/scene/record.h"

static bool kind_of(Str bytes, ImageKind *kind) {
  *kind = IMAGE_PNG;
  if (str_starts(bytes, S("\x89PNG"))) return true;
  *kind = IMAGE_JPEG;
  if (str_starts(bytes, S("\xFF\xD8"))) return true;
  *kind = IMAGE_SVG;
  return str_find(str_slice(bytes, 0, bytes.len < 1024 ? bytes.len : 1024),
                  S("<svg")) >= 0;
}

static unsigned big_endian(const char *bytes) {
  const unsigned char *b = (const unsigned char *)bytes;
  return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 |
         (unsigned)b[3];
}

/* The picture at an address, each read once; NULL after an error. */
static const Image *image_at(MarkSketch *sketch, Str url, Place asked) {
  Drawing *drawing = sketch->drawing;
  Str path = file_resolve(drawing->arena, drawing->request->access, url, asked,
                          drawing->diags);
  Str bytes;
  if (!path.len || !file_read(drawing->arena, path, LIMIT_SPEC_BYTES, asked,
                              drawing->diags, &bytes))
    return NULL;
  Image *image = arena_new(drawing->arena, Image);
  image->bytes = bytes;
  if (!kind_of(bytes, &image->kind)) {
    diag(drawing->diags, DIAG_CHART_BAD_VALUE, asked,
         "'%.*s' is no PNG, JPEG or SVG picture", STR(url));
    return NULL;
  }
  image->width = image->height = 1;
  if (image->kind == IMAGE_PNG && bytes.len > 24) {
    image->width = big_endian(bytes.text + 16);
    image->height = big_endian(bytes.text + 20);
  }
  return image;
}

static double start_of(double at, double size, Value align, const char *low,
                       const char *high) {
  Str name = value_text(&align);
  if (str_is(name, low)) return at;
  return str_is(name, high) ? at - size : at - size / 2;
}

/* The room of a picture at a place, by `align` and `baseline`. */
static Bounds box_of(MarkSketch *sketch, int row, Point at, double width,
                     double height) {
  double x = start_of(at.x, width, property_value(sketch, "align", row), "left",
                      "right");
  double y = start_of(at.y, height, property_value(sketch, "baseline", row),
                      "top", "bottom");
  return bounds_of(x, y, x + width, y + height);
}

void images_draw(MarkSketch *sketch) {
  Place asked = drawing_place(sketch->drawing, sketch->view->spec, "mark");
  for (int i = 0; i < sketch->rows->row_count; i++) {
    Value url = channel_value(sketch, CHANNEL_URL, i);
    if (url.kind != VALUE_STRING) url = property_value(sketch, "url", i);
    double x = point_place(sketch, CHANNEL_X, i);
    double y = point_place(sketch, CHANNEL_Y, i);
    if (url.kind != VALUE_STRING || !isfinite(x + y)) continue;
    const Image *image = image_at(sketch, value_text(&url), asked);
    if (!image) continue;
    double width = property_number(sketch, "width", i, image->width);
    double height = property_number(sketch, "height", i, image->height);
    Bounds box = box_of(sketch, i, (Point){x, y}, width, height);
    json_t *record =
        record_item(sketch->group, "image", (Point){box.x1, box.y1}, NULL);
    record_number(record, "width", width);
    record_number(record, "height", height);
    record_text(record, "url", value_text(&url));
    double share = fmin(width / image->width, height / image->height);
    if (image->kind == IMAGE_PNG) {
      double inner_width = image->width * share;
      double inner_height = image->height * share;
      Rect rect = {box.x1 + (width - inner_width) / 2,
                   box.y1 + (height - inner_height) / 2, inner_width,
                   inner_height};
      frame_add_image(sketch->group->frame, image, rect)->image.smooth = true;
    } else {
      Rect rect = {box.x1, box.y1, width, height};
      frame_add_image(sketch->group->frame, image, rect)->image.smooth = true;
    }
    bounds_union(&sketch->group->bounds, box);
  }
}
