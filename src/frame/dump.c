/* A frame as text: one item a line, for tests and `--dump`. */
#include <assert.h>
#include <math.h>

#include "frame/coordinate.h"
#include "frame/frame.h"

/* Deeper nesting than any chart or page can ask for is a fault of ours. */
enum { FRAME_DEPTH_MAX = 500 };

static void add_color(StrBuf *text, Color color) {
  unsigned red = (unsigned)lround(color.red * 255);
  unsigned green = (unsigned)lround(color.green * 255);
  unsigned blue = (unsigned)lround(color.blue * 255);
  strbuf_addf(text, "#%02x%02x%02x", red, green, blue);
  if (color.alpha < 1) {
    strbuf_add(text, S("/"));
    coordinate_add(text, color.alpha);
  }
}

static void add_paint(StrBuf *text, const Paint *paint) {
  if (paint->kind == PAINT_COLOR) {
    add_color(text, paint->color);
    return;
  }
  strbuf_add_c(text, paint->kind == PAINT_LINEAR ? "linear(" : "radial(");
  const Gradient *gradient = paint->gradient;
  coordinate_add_point(text, gradient->from);
  strbuf_add(text, S(" "));
  coordinate_add_point(text, gradient->to);
  for (int i = 0; i < gradient->stop_count; i++) {
    strbuf_add(text, S(" "));
    coordinate_add(text, gradient->stops[i].offset);
    strbuf_add(text, S(":"));
    add_color(text, gradient->stops[i].color);
  }
  strbuf_add(text, S(")"));
}

static void add_stroke(StrBuf *text, const Stroke *stroke) {
  static const char *const caps[] = {"", " round-cap", " square-cap"};
  static const char *const joins[] = {"", " round-join", " bevel-join"};
  strbuf_add(text, S(" stroke "));
  add_paint(text, &stroke->paint);
  strbuf_add(text, S(" "));
  coordinate_add(text, stroke->width);
  for (int i = 0; i < stroke->dash_count; i++) {
    strbuf_add_c(text, i ? "," : " dash ");
    coordinate_add(text, stroke->dashes[i]);
  }
  if (stroke->dash_count && stroke->dash_offset != 0) {
    strbuf_add(text, S(" from "));
    coordinate_add(text, stroke->dash_offset);
  }
  strbuf_add_c(text, caps[stroke->cap]);
  strbuf_add_c(text, joins[stroke->join]);
}

static void add_size(StrBuf *text, double width, double height) {
  coordinate_add(text, width);
  strbuf_add(text, S("x"));
  coordinate_add(text, height);
}

static void add_rect(StrBuf *text, Rect rect) {
  coordinate_add_point(text, (Point){rect.x, rect.y});
  strbuf_add(text, S(" "));
  add_size(text, rect.width, rect.height);
}

static void add_tag(StrBuf *text, Tag tag) {
  static const char *const artifacts[] = {
      [TAG_ARTIFACT_LAYOUT] = "layout",
      [TAG_ARTIFACT_HEADER] = "header",
      [TAG_ARTIFACT_FOOTER] = "footer",
      [TAG_ARTIFACT_REPEAT] = "repeat",
  };
  if (tag.kind == TAG_CONTENT)
    strbuf_addf(text, " <%s>", element_role_name(tag.content->parent->role));
  else if (tag.kind != TAG_INHERIT)
    strbuf_addf(text, " (%s)", artifacts[tag.kind]);
}

static void add_path(StrBuf *text, const FrameItem *item) {
  Rect rect;
  if (path_is_rect(item->path.path, &rect)) {
    strbuf_add(text, S("rect "));
    add_rect(text, rect);
  } else {
    strbuf_add(text, S("path "));
    coordinate_add_path(text, item->path.path);
  }
  if (item->path.fill.kind != PAINT_NONE) {
    strbuf_add(text, S(" fill "));
    add_paint(text, &item->path.fill);
  }
  const Stroke *stroke = item->path.stroke;
  if (stroke && stroke->paint.kind != PAINT_NONE) add_stroke(text, stroke);
}

static bool is_same_color(const Paint *a, const Paint *b) {
  return a->kind == PAINT_COLOR && b->kind == PAINT_COLOR &&
         a->color.red == b->color.red && a->color.green == b->color.green &&
         a->color.blue == b->color.blue && a->color.alpha == b->color.alpha;
}

/* Whether `next` goes on with the text of `item`, which ends at `end`. */
static bool is_continued(const FrameItem *item, double end,
                         const FrameItem *next) {
  if (next->kind != FRAME_GLYPHS) return false;
  const GlyphRun *a = item->glyphs.run, *b = next->glyphs.run;
  double gap = (next->glyphs.origin.x - end) / a->size;
  return a->face == b->face && a->size == b->size && a->stretch == b->stretch &&
         item->glyphs.angle == 0 && next->glyphs.angle == 0 &&
         fabs(item->glyphs.origin.y - next->glyphs.origin.y) < 0.005 &&
         gap > -0.6 && gap < 0.3 && item->tag.kind == next->tag.kind &&
         item->tag.content == next->tag.content &&
         is_same_color(&item->glyphs.paint, &next->glyphs.paint);
}

/* Text as a quoted string on one line. */
static void add_quoted(StrBuf *text, Str words) {
  for (int i = 0; i < words.len; i++) {
    char c = words.text[i];
    if (c == '\n')
      strbuf_add(text, S("\\n"));
    else
      strbuf_addf(text, c == '"' || c == '\\' ? "\\%c" : "%c", c);
  }
}

/* Prints the run at `index` with those that go on with it; how many. */
static int add_glyphs(StrBuf *text, const Frame *frame, int index) {
  const FrameItem *item = &frame->items.items[index];
  const GlyphRun *run = item->glyphs.run;
  strbuf_add(text, S("text "));
  coordinate_add_point(text, item->glyphs.origin);
  strbuf_add(text, S(" \""));
  add_quoted(text, run->text);
  double end = item->glyphs.origin.x + glyph_run_width(run);
  int count = 1;
  for (; index + count < frame->items.count; count++) {
    const FrameItem *next = &frame->items.items[index + count];
    if (!is_continued(item, end, next)) break;
    add_quoted(text, next->glyphs.run->text);
    end = next->glyphs.origin.x + glyph_run_width(next->glyphs.run);
  }
  const FaceInfo *face = face_info(run->face);
  strbuf_addf(text, "\" %.*s ", STR(face->family));
  if (face->weight >= 600) strbuf_add(text, S("bold "));
  coordinate_add(text, run->size);
  strbuf_add(text, S(" "));
  add_paint(text, &item->glyphs.paint);
  if (run->stretch > 0 && run->stretch != 1)
    strbuf_addf(text, " stretch %.4g", run->stretch);
  if (item->glyphs.angle != 0) {
    strbuf_add(text, S(" rotate "));
    coordinate_add(text, item->glyphs.angle);
  }
  return count;
}

static void add_matrix(StrBuf *text, Matrix m) {
  if (matrix_is_identity(m)) return;
  if (m.xx == 1 && m.yy == 1 && m.xy == 0 && m.yx == 0) {
    strbuf_add(text, S(" at "));
    coordinate_add_point(text, (Point){m.x0, m.y0});
    return;
  }
  const double parts[] = {m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
  strbuf_add(text, S(" matrix("));
  for (int i = 0; i < 6; i++) {
    if (i) strbuf_add(text, S(" "));
    coordinate_add_fixed(text, parts[i], i < 4 ? 4 : 2);
  }
  strbuf_add(text, S(")"));
}

static void add_clip(StrBuf *text, const Path *clip) {
  Rect rect;
  strbuf_add(text, S(" clip "));
  if (path_is_rect(clip, &rect))
    add_rect(text, rect);
  else
    coordinate_add_path(text, clip);
}

static void add_group(StrBuf *text, const FrameItem *item) {
  strbuf_add(text, S("group"));
  if (item->group.name.len) strbuf_addf(text, " %.*s", STR(item->group.name));
  add_matrix(text, item->group.matrix);
  if (item->group.clip) add_clip(text, item->group.clip);
  if (item->group.opacity < 1) {
    strbuf_add(text, S(" opacity "));
    coordinate_add(text, item->group.opacity);
  }
  if (item->group.link.len)
    strbuf_addf(text, " link %.*s", STR(item->group.link));
}

static void add_image(StrBuf *text, const FrameItem *item) {
  static const char *const kinds[] = {"png", "jpeg", "svg"};
  strbuf_add(text, S("image "));
  add_rect(text, item->image.rect);
  strbuf_addf(text, " %s %d bytes", kinds[item->image.image->kind],
              item->image.image->bytes.len);
}

static void add_link(StrBuf *text, const FrameItem *item) {
  strbuf_add(text, S("link "));
  add_rect(text, item->link.rect);
  if (item->link.destination.len)
    strbuf_addf(text, " to #%.*s", STR(item->link.destination));
  if (item->link.address.len)
    strbuf_addf(text, " to %.*s", STR(item->link.address));
}

static void add_anchor(StrBuf *text, const FrameItem *item) {
  strbuf_addf(text, "anchor #%.*s ", STR(item->anchor.name));
  coordinate_add_point(text, item->anchor.point);
}

/* Prints the item at `index`; returns how many items that took. */
static int add_item(StrBuf *text, const Frame *frame, int index) {
  const FrameItem *item = &frame->items.items[index];
  switch (item->kind) {
  case FRAME_GROUP:
    add_group(text, item);
    break;
  case FRAME_PATH:
    add_path(text, item);
    break;
  case FRAME_GLYPHS:
    return add_glyphs(text, frame, index);
  case FRAME_IMAGE:
    add_image(text, item);
    break;
  case FRAME_LINK:
    add_link(text, item);
    break;
  case FRAME_ANCHOR:
    add_anchor(text, item);
    break;
  case FRAME_STAMPS:
    assert(false && "stamps take a line each");
  }
  return 1;
}

/* Each stamp stands as the path that it draws. */
static void add_stamps(StrBuf *text, const FrameItem *item, int depth) {
  Arena scratch = {0};
  Path *path = path_new(&scratch);
  for (int i = 0; i < item->stamps->list.count; i++) {
    FrameItem stamp = stamp_item(item->stamps, i, path);
    strbuf_addf(text, "%*s", 2 * depth, "");
    add_path(text, &stamp);
    add_tag(text, item->tag);
    strbuf_add(text, S("\n"));
  }
  arena_clear(&scratch);
}

static void add_frame(StrBuf *text, const Frame *frame, int depth) {
  assert(depth < FRAME_DEPTH_MAX);
  for (int i = 0; i < frame->items.count;) {
    const FrameItem *item = &frame->items.items[i];
    if (item->kind == FRAME_STAMPS) {
      add_stamps(text, item, depth);
      i++;
      continue;
    }
    strbuf_addf(text, "%*s", 2 * depth, "");
    i += add_item(text, frame, i);
    add_tag(text, item->tag);
    strbuf_add(text, S("\n"));
    if (item->kind == FRAME_GROUP)
      add_frame(text, item->group.frame, depth + 1);
  }
}

void frame_dump(const Frame *frame, StrBuf *text) {
  add_frame(text, frame, 0);
}
