/* Heat tables: numbers of a column as tints. */
#include <math.h>

#include "article/fill.h"
#include "article/table_rules.h"
#include "base/number.h"

static const double lightest = .04;

typedef struct Shading {
  const Reading *reading;
  TableBody *body;
  const Attribute *attribute;
  Str text; /* of the attribute */
  double from, to;
  bool has_bounds;
} Shading;

static double cell_number(Arena *scratch, const TableCell *cell) {
  Str text = str_trim(inlines_plain(scratch, &cell->inlines));
  int length = table_number_length(text);
  StrBuf plain = {.arena = scratch};
  for (int at = 0; at < length;) {
    uint32_t c = str_next(text, &at);
    bool is_minus = c == 0x2212 || c == 0x25B3 || c == 0x25BC; /* − △ ▼ */
    if (is_minus) c = '-';
    if (c != ',' && c != '+' && c != 0x25B2) strbuf_add_char(&plain, c);
  }
  double number;
  if (!length || !number_read(strbuf_str(&plain), &number)) return NAN;
  return number;
}

static void find_bounds(Shading *shading, int column) {
  shading->from = INFINITY;
  shading->to = -INFINITY;
  Arena scratch = {0};
  const TableBody *body = shading->body;
  for (int row = body->head_count; row < body->rows.count; row++) {
    double number = cell_number(&scratch, &body->rows.items[row].cells[column]);
    if (isnan(number)) continue;
    shading->from = fmin(shading->from, number);
    shading->to = fmax(shading->to, number);
  }
  arena_clear(&scratch);
}

static void shade_column(Shading *shading, int column) {
  if (!shading->has_bounds) find_bounds(shading, column);
  double range = shading->to - shading->from;
  if (!isfinite(range) || range == 0) return;
  Arena scratch = {0};
  TableBody *body = shading->body;
  for (int row = body->head_count; row < body->rows.count; row++) {
    TableCell *cell = &body->rows.items[row].cells[column];
    double number = cell_number(&scratch, cell);
    if (cell->is_covered || isnan(number)) continue;
    double share = fmin(fmax((number - shading->from) / range, 0), 1);
    cell->shade = lightest + share * (1 - lightest);
  }
  arena_clear(&scratch);
}

/* "20..1" */
static bool read_bounds(Shading *shading, Str bounds) {
  int dots = str_find(bounds, S(".."));
  shading->has_bounds = true;
  return dots > 0 &&
         number_read(str_trim(str_slice(bounds, 0, dots)), &shading->from) &&
         number_read(str_trim(str_slice(bounds, dots + 2, bounds.len)),
                     &shading->to) &&
         shading->from != shading->to;
}

static void shade_part(Shading *shading, Str part) {
  int colon = str_find_char(part, ':');
  Str name = str_trim(str_slice(part, 0, colon < 0 ? part.len : colon));
  Place place = attribute_part_place(shading->attribute, shading->text, part);
  shading->has_bounds = false;
  if (colon >= 0 &&
      !read_bounds(shading, str_slice(part, colon + 1, part.len))) {
    diag(
        shading->reading->diags, DIAG_ARTICLE_ATTRIBUTE, place,
        "'shade' lists columns, each with bounds such as :0..100, parted by ;");
    return;
  }
  if (!str_is(name, "*")) {
    int column =
        table_column_named(shading->reading, shading->body, name, place);
    if (column >= 0) shade_column(shading, column);
    return;
  }
  for (int i = shading->body->row_head_count; i < shading->body->column_count;
       i++)
    shade_column(shading, i);
}

void table_shade(const Reading *reading, TableBody *body) {
  if (!body->shade) return;
  Shading shading = {.reading = reading,
                     .body = body,
                     .attribute = body->shade,
                     .text = fill_text(reading, body->shade->value)};
  Str part;
  for (int at = 0; attribute_part(shading.text, ';', &at, &part);)
    if (part.len) shade_part(&shading, part);
}
