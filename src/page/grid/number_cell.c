/* Which cells are numbers, and their parts. */
#include <string.h>

#include "page/grid/grid.h"

enum { UNIT_MAX = 8 };

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Length of a sign at the start: + - − △ ▲ ▼ ±. */
static int sign_length(Str text) {
  static const char *const signs[] = {"+", "-", "−", "△", "▲", "▼", "±"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (str_starts(text, str_from(signs[i]))) return (int)strlen(signs[i]);
  return 0;
}

static int digits_length(Str text, int at) {
  int start = at;
  while (at < text.len && (is_digit(text.text[at]) ||
                           (text.text[at] == ',' && at + 1 < text.len &&
                            is_digit(text.text[at + 1]))))
    at++;
  return at - start;
}

/* The text behind the wrappings of emphasis; an empty one: there is more. */
static Str lone_text(const InlineList *inlines, bool *is_strong) {
  while (inlines->count == 1) {
    const Inline *only = &inlines->items[0];
    if (only->kind == INLINE_TEXT) return str_trim(only->text);
    if (only->kind != INLINE_STRONG && only->kind != INLINE_SPAN) break;
    *is_strong |= only->kind == INLINE_STRONG;
    inlines = &only->inner;
  }
  return (Str){0};
}

static bool is_unit(Str text) {
  if (str_length(text) > UNIT_MAX) return false;
  for (int i = 0; i < text.len; i++)
    if (is_digit(text.text[i]) || strchr("~/.,-:", text.text[i])) return false;
  return true;
}

bool number_cell_read(const InlineList *inlines, NumberCell *number) {
  *number = (NumberCell){0};
  Str text = lone_text(inlines, &number->is_strong);
  int at = sign_length(text);
  int digits = digits_length(text, at);
  if (!digits) return false;
  at += digits;
  int point = at;
  if (at + 1 < text.len && text.text[at] == '.' &&
      is_digit(text.text[at + 1])) {
    at++;
    while (at < text.len && is_digit(text.text[at]))
      at++;
  }
  number->whole = str_slice(text, 0, point);
  number->fraction = str_slice(text, point, at);
  number->unit = str_slice(text, at, text.len);
  return is_unit(number->unit);
}

void number_cell_measure(Setting *setting, NumberCell *number) {
  FontSet *fonts = setting->paragraph.fonts;
  TextStyle style = style_sans(&setting->style, setting->style.table.size,
                               number->is_strong ? 700 : 0);
  style.tabular = true;
  number->whole_width = text_width(fonts, number->whole, &style);
  number->fraction_width = text_width(fonts, number->fraction, &style);
  number->unit_width = text_width(fonts, number->unit, &style);
}
