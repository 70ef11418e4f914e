/* Which cells are numbers, and their parts. */
#include <string.h>

#include "page/grid/grid.h"

enum { UNIT_MAX = 8 };

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* The bytes of the first of the signs that the text has at `at`; 0: none. */
static int sign_length(Str text, int at, const char *const *signs, int count) {
  Str rest = str_slice(text, at, text.len);
  for (int i = 0; i < count; i++)
    if (str_starts(rest, str_from(signs[i]))) return (int)strlen(signs[i]);
  return 0;
}

#define SIGN_LENGTH(text, at, signs)                                           \
  sign_length(text, at, signs, sizeof(signs) / sizeof *(signs))

static const char *const signs[] = {"+", "-", "−", "△", "▲", "▼", "±"};
static const char *const leads[] = {"(", "약 ", "<",   ">", "≤",
                                    "≥", "$",   "US$", "€", "₩"};
static const char *const dashes[] = {"~", "～", "–"};
static const char *const blanks[] = {"-", "–", "—", "−", "…", "⋯", "·"};

static int digits_length(Str text, int at) {
  int start = at;
  while (at < text.len && (is_digit(text.text[at]) ||
                           (text.text[at] == ',' && at + 1 < text.len &&
                            is_digit(text.text[at + 1]))))
    at++;
  return at - start;
}

/* Reads a number at *at; its decimal point, or where it would stand, is at
 * *point. False: there is none. */
static bool take_number(Str text, int *at, int *point) {
  int end = *at + SIGN_LENGTH(text, *at, signs);
  int digits = digits_length(text, end);
  if (!digits) return false;
  *point = end += digits;
  if (end + 1 < text.len && text.text[end] == '.' &&
      is_digit(text.text[end + 1])) {
    end++;
    while (end < text.len && is_digit(text.text[end]))
      end++;
  }
  *at = end;
  return true;
}

/* What ends the cell are marks of notes, no part of the number. */
static int without_marks(const InlineList *inlines) {
  int count = inlines->count;
  while (count > 0 && (inlines->items[count - 1].kind == INLINE_FOOTNOTE ||
                       inlines->items[count - 1].kind == INLINE_SUPERSCRIPT))
    count--;
  return count;
}

/* The text behind the wrappings of emphasis; an empty one: there is more. */
static Str lone_text(const InlineList *inlines, NumberCell *number) {
  int count = without_marks(inlines);
  number->is_marked = count < inlines->count;
  while (count == 1) {
    const Inline *only = &inlines->items[0];
    if (only->kind == INLINE_TEXT) return str_trim(only->text);
    if (only->kind != INLINE_STRONG && only->kind != INLINE_SPAN) break;
    number->is_strong |= only->kind == INLINE_STRONG;
    inlines = &only->inner;
    count = inlines->count;
  }
  return (Str){0};
}

static bool is_unit(Str text) {
  if (str_length(text) > UNIT_MAX) return false;
  for (int i = 0; i < text.len; i++)
    if (is_digit(text.text[i]) || strchr("~/.,-:", text.text[i])) return false;
  return true;
}

/* A dash or dots for a number that is not there. */
static bool read_blank(Str text, NumberCell *number) {
  if (!text.len || SIGN_LENGTH(text, 0, blanks) != text.len) return false;
  number->whole = text;
  number->is_neutral = true;
  return true;
}

bool number_cell_read(const InlineList *inlines, NumberCell *number) {
  *number = (NumberCell){0};
  Str text = lone_text(inlines, number);
  int at = SIGN_LENGTH(text, 0, leads), point = 0;
  if (!take_number(text, &at, &point)) return read_blank(text, number);
  for (int dash; (dash = SIGN_LENGTH(text, at, dashes)) > 0;) {
    int next = at + dash;
    if (!take_number(text, &next, &point)) return false;
    at = next;
    number->is_neutral = true;
  }
  number->whole = str_slice(text, 0, point);
  number->fraction = str_slice(text, point, at);
  number->unit = str_slice(text, at, text.len);
  return is_unit(number->unit);
}

void number_cell_measure(Setting *setting, const InlineList *inlines,
                         NumberCell *number) {
  FontSet *fonts = setting->paragraph.fonts;
  ParagraphStyle form =
      style_sans_lines(&setting->style, setting->style.table, 0, 0);
  form.text.tabular = true;
  TextStyle style = form.text;
  if (number->is_strong) style.weight = 700;
  number->whole_width = text_width(fonts, number->whole, &style);
  number->rest_width = text_width(fonts, number->fraction, &style);
  number->unit_x = number->rest_width;
  number->rest_width += text_width(fonts, number->unit, &style);
  if (!number->is_marked) return;
  double all = paragraph_widths(&setting->paragraph, inlines, &form).natural;
  number->rest_width = all - number->whole_width + .1;
}
