/* Sheets by name, and how footnotes are numbered and placed. */
#include "page/style_page.h"

#include <math.h>

#include "korean/korean.h"

/* Millimetres. Type and rules are those of A4 times `scale`; to the half point
 * they are what books of that size are set in. */
typedef struct Paper {
  const char *name;
  double width, height;
  double top, right, bottom, left;
  double scale;
} Paper;

static const Paper papers[] = {
    {"A4", 210, 297, 28, 27, 30, 27, 1},
    {"A5", 148, 210, 20, 18, 22, 18, .93},
    {"B5", 182, 257, 25, 23, 26, 23, .97},
    {"신국판", 152, 225, 22, 19, 24, 19, .95},
    {"국판", 148, 210, 20, 18, 22, 18, .93},
    {"46배판", 188, 257, 25, 24, 26, 24, .97},
    {"크라운판", 176, 248, 24, 22, 25, 22, .97},
    {"16:9", 338.667, 190.5, 22, 20, 18, 20, 1.6},
};
enum { PAPER_COUNT = sizeof papers / sizeof *papers };

const char *style_paper_names(void) {
  return "A4, A5, B5, 신국판, 국판, 46배판, 크라운판 or 16:9";
}

static const TypeSize *type_end(const Style *style) {
  return &style->panel_text + 1;
}

/* Sizes go by quarter points, so that they stay what a designer would name. */
static void scale_types(Style *style, double scale) {
  for (TypeSize *type = &style->body; type < type_end(style); type++) {
    type->size = round(type->size * scale * 4) / 4;
    type->leading = round(type->leading * scale * 10) / 10;
  }
  style->block_gap *= scale;
  style->cell_space *= scale;
}

static void take_paper(Style *style, const Paper *paper) {
  style->page_width = points_of_mm(paper->width);
  style->page_height = points_of_mm(paper->height);
  style->margin_top = points_of_mm(paper->top);
  style->margin_right = points_of_mm(paper->right);
  style->margin_bottom = points_of_mm(paper->bottom);
  style->margin_left = points_of_mm(paper->left);
  if (paper->scale != 1) scale_types(style, paper->scale);
  if (paper->width > paper->height) style->chapter_lines = 0;
  style->picture_scale = fmax(1, paper->scale);
}

bool style_paper_read(const json_t *value, Style *style) {
  for (int i = 0; i < PAPER_COUNT; i++) {
    if (!str_is(json_str(value), papers[i].name)) continue;
    take_paper(style, &papers[i]);
    return true;
  }
  return false;
}

/* The place of a text in a list of names; -1: it is none of them. */
static int choice(const json_t *value, const char *const *names, int count) {
  for (int i = 0; json_is_string(value) && i < count; i++)
    if (str_is(json_str(value), names[i])) return i;
  return -1;
}

bool style_note_place_read(const json_t *value, NotePlace *place) {
  static const char *const names[] = {[NOTES_ON_PAGE] = "page",
                                      [NOTES_AFTER_CHAPTER] = "chapter",
                                      [NOTES_AT_END] = "end"};
  int found = choice(value, names, 3);
  if (found >= 0) *place = (NotePlace)found;
  return found >= 0;
}

bool style_note_restart_read(const json_t *value, NoteRestart *restart) {
  static const char *const names[] = {[NOTES_THROUGHOUT] = "document",
                                      [NOTES_BY_CHAPTER] = "chapter",
                                      [NOTES_BY_PAGE] = "page"};
  int found = choice(value, names, 3);
  if (found >= 0) *restart = (NoteRestart)found;
  return found >= 0;
}

bool style_pattern_read(Arena *report, const json_t *value, Str *pattern) {
  if (!json_is_string(value) || numbering_signs(json_str(value)) != 1)
    return false;
  *pattern = str_copy(report, json_str(value));
  return true;
}
