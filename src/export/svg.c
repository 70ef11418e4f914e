/* A frame in, an SVG file out: groups, outlines and links. */
#include <assert.h>
#include <math.h>

#include "export/svg.h"
#include "frame/coordinate.h"

enum { SVG_DEPTH_MAX = 500 };

static void add_attribute(StrBuf *text, const char *name, Str value) {
  strbuf_addf(text, " %s=\"", name);
  svg_add_escaped(text, value);
  strbuf_add(text, S("\""));
}

static void add_number(StrBuf *text, const char *name, double value) {
  strbuf_addf(text, " %s=\"", name);
  coordinate_add(text, value);
  strbuf_add(text, S("\""));
}

static bool is_finite(const Path *path) {
  for (int i = 0; i < path->segments.count; i++)
    for (int k = 0; k < 3; k++)
      if (!isfinite(path->segments.items[i].p[k].x) ||
          !isfinite(path->segments.items[i].p[k].y))
        return false;
  return true;
}

/* A <rect> where it is one, else a <path>; left open for its paint. */
static void add_shape(StrBuf *text, const Path *path) {
  Rect rect;
  if (path_is_rect(path, &rect) && rect.width >= 0 && rect.height >= 0) {
    strbuf_add(text, S("<rect"));
    add_number(text, "x", rect.x);
    add_number(text, "y", rect.y);
    add_number(text, "width", rect.width);
    add_number(text, "height", rect.height);
    return;
  }
  strbuf_add(text, S("<path d=\""));
  coordinate_add_path(text, path);
  strbuf_add(text, S("\""));
}

static void add_path(SvgFile *file, const FrameItem *item) {
  const Paint *fill = &item->path.fill;
  const Stroke *stroke = item->path.stroke;
  if (!is_finite(item->path.path) || !item->path.path->segments.count) return;
  int fill_id = svg_add_gradient(file, fill);
  int stroke_id = stroke ? svg_add_gradient(file, &stroke->paint) : 0;
  add_shape(&file->body, item->path.path);
  svg_add_paint(file, "fill", fill, fill_id);
  if (stroke_is_painted(stroke)) svg_add_stroke(file, stroke, stroke_id);
  strbuf_add(&file->body, S("/>\n"));
}

static void add_stamps(SvgFile *file, const Stamps *stamps) {
  Path *path = path_new(file->scratch);
  for (int i = 0; i < stamps->list.count; i++) {
    FrameItem item = stamp_item(stamps, i, path);
    add_path(file, &item);
  }
}

static int add_clip(SvgFile *file, const Path *clip) {
  int id = ++file->ids;
  strbuf_addf(&file->body, "<clipPath id=\"c%d\">", id);
  add_shape(&file->body, clip);
  strbuf_add(&file->body, S("/></clipPath>\n"));
  return id;
}

static void add_frame(SvgFile *file, const Frame *frame, int depth);

/* A clip is in the group's coordinates, so it stands inside the transform. */
static void add_group(SvgFile *file, const FrameItem *item, int depth) {
  if (!matrix_is_usable(item->group.matrix)) return;
  StrBuf *body = &file->body;
  if (item->group.link.len) {
    strbuf_add(body, S("<a"));
    add_attribute(body, "xlink:href", item->group.link);
    strbuf_add(body, S(">\n"));
  }
  const Path *clip = item->group.clip;
  int clip_id = clip && is_finite(clip) ? add_clip(file, clip) : 0;
  strbuf_add(body, S("<g"));
  if (item->group.name.len) add_attribute(body, "class", item->group.name);
  svg_add_matrix(file, item->group.matrix);
  if (clip_id) strbuf_addf(body, " clip-path=\"url(#c%d)\"", clip_id);
  if (item->group.opacity < 1)
    add_number(body, "opacity", fmax(0, item->group.opacity));
  strbuf_add(body, S(">\n"));
  add_frame(file, item->group.frame, depth + 1);
  strbuf_add(body, S("</g>\n"));
  if (item->group.link.len) strbuf_add(body, S("</a>\n"));
}

static void add_link(SvgFile *file, const FrameItem *item) {
  if (!item->link.address.len) return; /* anchors are places in documents */
  StrBuf *body = &file->body;
  strbuf_add(body, S("<a"));
  add_attribute(body, "xlink:href", item->link.address);
  strbuf_add(body, S("><rect fill=\"none\" pointer-events=\"all\""));
  add_number(body, "x", item->link.rect.x);
  add_number(body, "y", item->link.rect.y);
  add_number(body, "width", fmax(0, item->link.rect.width));
  add_number(body, "height", fmax(0, item->link.rect.height));
  strbuf_add(body, S("/></a>\n"));
}

static void add_item(SvgFile *file, const FrameItem *item, int depth) {
  switch (item->kind) {
  case FRAME_GROUP:
    add_group(file, item, depth);
    break;
  case FRAME_PATH:
    add_path(file, item);
    break;
  case FRAME_STAMPS:
    add_stamps(file, item->stamps);
    break;
  case FRAME_GLYPHS:
    svg_add_glyphs(file, item);
    break;
  case FRAME_IMAGE:
    svg_add_image(file, item);
    break;
  case FRAME_LINK:
    add_link(file, item);
    break;
  case FRAME_ANCHOR:
    break;
  }
}

static void add_frame(SvgFile *file, const Frame *frame, int depth) {
  assert(depth < SVG_DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++)
    add_item(file, &frame->items.items[i], depth);
}

static void add_named(StrBuf *text, const char *element, Str words) {
  if (!words.len) return;
  strbuf_addf(text, "<%s>", element);
  svg_add_escaped(text, words);
  strbuf_addf(text, "</%s>\n", element);
}

static void add_head(StrBuf *text, const Frame *frame,
                     const PictureOptions *options) {
  double scale = options->scale > 0 ? options->scale : 1;
  strbuf_add(text, S("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
  add_number(text, "width", frame->width * scale);
  add_number(text, "height", frame->height * scale);
  strbuf_add(text, S(" viewBox=\"0 0 "));
  coordinate_add(text, frame->width);
  strbuf_add(text, S(" "));
  coordinate_add(text, frame->height);
  strbuf_add(text, S("\" role=\"img\""));
  if (options->language.len) add_attribute(text, "xml:lang", options->language);
  strbuf_add(text, S(">\n"));
  add_named(text, "title", options->title);
  add_named(text, "desc", options->description);
}

static void add_background(SvgFile *file, const Frame *frame) {
  if (!(file->options->background.alpha > 0)) return;
  Paint paint = paint_color(file->options->background);
  strbuf_add(&file->body, S("<rect class=\"background\""));
  add_number(&file->body, "width", frame->width);
  add_number(&file->body, "height", frame->height);
  svg_add_paint(file, "fill", &paint, 0);
  strbuf_add(&file->body, S("/>\n"));
}

bool export_svg(Arena *arena, const Frame *frame, const PictureOptions *options,
                Diags *diags, Str *bytes) {
  (void)diags; /* whatever a frame holds can be written */
  Arena scratch = {0};
  SvgFile file = {.options = options,
                  .scratch = &scratch,
                  .shapes = {.arena = &scratch},
                  .body = {.arena = &scratch},
                  .glyphs = g_hash_table_new(g_str_hash, g_str_equal)};
  add_background(&file, frame);
  add_frame(&file, frame, 0);
  StrBuf text = {.arena = arena};
  add_head(&text, frame, options);
  if (file.shapes.len)
    strbuf_addf(&text, "<defs>\n%.*s</defs>\n", STR(strbuf_str(&file.shapes)));
  strbuf_add(&text, strbuf_str(&file.body));
  strbuf_add(&text, S("</svg>\n"));
  *bytes = strbuf_str(&text);
  g_hash_table_destroy(file.glyphs);
  arena_clear(&scratch);
  return true;
}
