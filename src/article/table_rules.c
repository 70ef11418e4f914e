/* Attributes of tables: alignment, widths, heads. */
#include "article/table_rules.h"

#include <glib.h>

#include "article/fill.h"

bool attribute_part(Str text, char separator, int *at, Str *part) {
  if (*at > text.len) return false;
  Str rest = str_slice(text, *at, text.len);
  int end = str_find_char(rest, separator);
  if (end < 0) end = rest.len;
  *part = str_trim(str_slice(rest, 0, end));
  *at += end + 1;
  return true;
}

Place attribute_part_place(const Attribute *attribute, Str text, Str part) {
  return place_within(attribute->value, (int)(part.text - text.text), part.len);
}

/* -- Alignment -- */

static bool align_of(char letter, CellAlign *align) {
  static const struct {
    char letter;
    CellAlign align;
  } letters[] = {{'l', ALIGN_LEFT},
                 {'c', ALIGN_CENTER},
                 {'r', ALIGN_RIGHT},
                 {'d', ALIGN_DECIMAL}};
  for (size_t i = 0; i < G_N_ELEMENTS(letters); i++)
    if (letters[i].letter == letter) {
      *align = letters[i].align;
      return true;
    }
  return false;
}

static void read_aligns(const Reading *reading, const Attribute *align,
                        TableBody *body) {
  Str text = fill_text(reading, align->value);
  bool fits = text.len == body->column_count;
  for (int i = 0; i < text.len && fits; i++)
    fits = align_of(text.text[i], &body->columns[i].align);
  if (fits) return;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, align->value,
       "'align' must have one of l, c, r, d for each of the %d columns",
       body->column_count);
}

/* -- Widths -- */

static double part_share(Str part) {
  double number = 0;
  for (int i = 0; i < part.len; i++) {
    char c = part.text[i];
    if (c == '%' && i == part.len - 1) break;
    if (c < '0' || c > '9' || number > 1000) return -1;
    number = number * 10 + (c - '0');
  }
  return number / 100;
}

/* widths="20%,30%,50%" */
static void read_widths(const Reading *reading, const Attribute *widths,
                        TableBody *body) {
  Str text = fill_text(reading, widths->value), part;
  int column = 0;
  double sum = 0;
  for (int at = 0; attribute_part(text, ',', &at, &part); column++) {
    double share = part_share(part);
    if (share < 0 || column >= body->column_count) {
      sum = 2;
      break;
    }
    body->columns[column].width = share;
    sum += share;
  }
  if (sum <= 1.001 && column == body->column_count) return;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, widths->value,
       "'widths' must give each of the %d columns a share, 100%% in all",
       body->column_count);
}

/* -- Heads -- */

/* A whole number from 0 to `most`; false after an error. */
static bool read_count(const Reading *reading, const Attribute *attribute,
                       int most, int *count) {
  Str text = fill_text(reading, attribute->value);
  int number = 0;
  bool is_right = text.len > 0 && text.len < 6;
  for (int i = 0; i < text.len; i++) {
    is_right &= g_ascii_isdigit(text.text[i]);
    number = number * 10 + (text.text[i] - '0');
  }
  if (is_right && number <= most) {
    *count = number;
    return true;
  }
  return diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, attribute->value,
              "'%.*s' is a number from 0 to %d", STR(attribute->name), most);
}

void table_rules_read(const Reading *reading, const Attributes *attributes,
                      TableBody *body) {
  const Attribute *header = attributes_find(attributes, "header");
  const Attribute *heads = attributes_find(attributes, "heads");
  const Attribute *row_heads = attributes_find(attributes, "row-heads");
  const Attribute *align = attributes_find(attributes, "align");
  const Attribute *widths = attributes_find(attributes, "widths");
  const Attribute *shade = attributes_find(attributes, "shade");
  const Attribute *merge = attributes_find(attributes, "merge");
  const Attribute *rules = attributes_find(attributes, "rules");
  if (header) table_heads_read(reading, header, body);
  if (heads) read_count(reading, heads, body->rows.count, &body->head_count);
  if (row_heads)
    read_count(reading, row_heads, body->column_count, &body->row_head_count);
  if (align) read_aligns(reading, align, body);
  if (widths) read_widths(reading, widths, body);
  if (shade) body->shade = shade;
  if (merge) body->merge = merge;
  if (rules) body->rules = rules;
}
