/* Blocks that show a chart or a picture. */
#include "article/figure.h"

#include <glib.h>

#include "article/fill.h"

static const char *const names[] = {"caption", "alt",    "source",
                                    "note",    "unit",   "width",
                                    "place",   "rotate", NULL};

static Block *new_figure(const Reading *reading, Place place,
                         const Attributes *attributes) {
  Block *block = block_new(reading, BLOCK_FIGURE, place);
  attributes_check(reading, attributes, names);
  block_identify(block, attributes);
  block_describe(reading, block, attributes);
  block->width = attributes_share(reading, attributes, "width");
  block->is_turned = attributes_flag(reading, attributes, "rotate");
  return block;
}

/* Where the address of an image stands, for messages about it. */
static Place target_place(const Reading *reading, const Inline *image) {
  Str text = reading_text(reading, image->place);
  int at = -1;
  for (int i = text.len - image->target.len; i >= 0 && at < 0; i--)
    if (str_starts(str_slice(text, i, text.len), image->target)) at = i;
  if (at < 0) return image->place;
  return place_within(image->place, at, image->target.len);
}

static void check_target(const Reading *reading, Str target, Place place) {
  if (target.len == 0) {
    diag(reading->diags, DIAG_ARTICLE_FIGURE, place,
         "this figure names no chart and no picture");
    return;
  }
  Str path = file_resolve(reading->report, &reading->article->access, target,
                          place, reading->diags);
  if (path.len == 0) return;
  if (!g_file_test(str_c(reading->report, path), G_FILE_TEST_EXISTS))
    diag(reading->diags, DIAG_FILE_UNREADABLE, place, "there is no file '%.*s'",
         STR(path));
}

Block *figure_from_image(const Reading *reading, const Inline *image,
                         const Attributes *attributes) {
  Block *block = new_figure(reading, image->place, attributes);
  if (block->caption.count == 0) block->caption = image->inner;
  Place place = target_place(reading, image);
  block->target = fill_str(reading, image->target, place);
  check_target(reading, block->target, place);
  return block;
}

void figure_check_image(const Reading *reading, const Inline *image) {
  check_target(reading, image->target, target_place(reading, image));
}

Block *figure_from_spec(const Reading *reading, Place place, Place spec,
                        const Attributes *attributes) {
  Block *block = new_figure(reading, place, attributes);
  block->spec = spec;
  return block;
}
