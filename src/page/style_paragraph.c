#include "page/style_paragraph.h"

#include <string.h>

/* The place of a text in a list of names; -1: it is none of them. */
static int choice(const json_t *value, const char *const *names, int count) {
  if (!json_is_string(value)) return -1;
  for (int i = 0; i < count; i++)
    if (!strcmp(json_string_value(value), names[i])) return i;
  return -1;
}

bool style_break_read(const json_t *value, BreakUnit *unit) {
  static const char *const names[] = {[BREAK_WORDS] = "word-only",
                                      [BREAK_WORDS_OR_SYLLABLES] = "word",
                                      [BREAK_SYLLABLES] = "syllable"};
  int found = choice(value, names, 3);
  if (found >= 0) *unit = (BreakUnit)found;
  return found >= 0;
}

bool style_align_read(const json_t *value, LineAlign *align) {
  static const char *const names[] = {
      [LINES_JUSTIFIED] = "justified", [LINES_LEFT] = "left"};
  int found = choice(value, names, 2);
  if (found >= 0) *align = (LineAlign)found;
  return found >= 0;
}

/* A list of just so many numbers. */
static bool read_numbers(const json_t *value, double *numbers, size_t count) {
  if (!json_is_array(value) || json_array_size(value) != count) return false;
  for (size_t i = 0; i < count; i++) {
    const json_t *item = json_array_get(value, i);
    if (!json_is_number(item)) return false;
    numbers[i] = json_number_value(item);
  }
  return true;
}

bool style_word_space_read(const json_t *value, ParagraphForm *form) {
  enum { LEAST, NATURAL, MOST };
  double space[3];
  if (!read_numbers(value, space, 3)) return false;
  if (space[LEAST] <= 0 || space[LEAST] > space[NATURAL] ||
      space[NATURAL] > space[MOST] || space[MOST] > 4)
    return false;
  form->space_width = space[NATURAL];
  form->glue.space_shrink = 1 - space[LEAST] / space[NATURAL];
  form->glue.space_stretch = space[MOST] / space[NATURAL] - 1;
  return true;
}

bool style_letter_space_read(const json_t *value, ParagraphForm *form) {
  double space[2];
  if (!read_numbers(value, space, 2)) return false;
  if (space[0] > 0 || space[0] < -.2 || space[1] < 0 || space[1] > .5)
    return false;
  form->glue.gap_shrink = -space[0];
  form->glue.gap_stretch = space[1];
  return true;
}

bool style_glyph_width_read(const json_t *value, ParagraphForm *form) {
  enum { LEAST, NATURAL, MOST };
  static const double narrowest = .5, widest = 2;
  double width[3] = {0, json_number_value(value), 0};
  bool is_range = read_numbers(value, width, 3);
  if (!is_range && !json_is_number(value)) return false;
  if (width[NATURAL] < narrowest || width[NATURAL] > widest) return false;
  if (is_range && (width[LEAST] < narrowest || width[LEAST] > width[NATURAL] ||
                   width[NATURAL] > width[MOST] || width[MOST] > widest))
    return false;
  form->glyph_width = width[NATURAL];
  if (!is_range) return true;
  form->glue.glyph_shrink = 1 - width[LEAST] / width[NATURAL];
  form->glue.glyph_stretch = width[MOST] / width[NATURAL] - 1;
  return true;
}
