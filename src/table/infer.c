/* Text -> typed cells: guessed for a whole column, or as format.parse says. */
#include <math.h>

#include "base/tree.h"
#include "table/table.h"

/* Turns one cell into the type; false where it does not fit. */
typedef bool ParseCell(Value *cell, Str specifier);

static bool is_blank(const Value *cell) {
  return cell->kind == VALUE_NULL || cell->kind == VALUE_UNDEFINED ||
         (cell->kind == VALUE_STRING && !str_trim(value_text(cell)).len);
}

static bool parse_number_cell(Value *cell, Str specifier) {
  (void)specifier;
  bool was_nan = cell->kind == VALUE_NUMBER && isnan(cell->number);
  *cell = value_number(value_to_number(*cell));
  return was_nan || !isnan(cell->number);
}

static bool parse_date_cell(Value *cell, Str specifier) {
  (void)specifier;
  double moment = cell->kind == VALUE_STRING ? NAN : value_to_number(*cell);
  bool fits = cell->kind == VALUE_STRING ? parse_date(value_text(cell), &moment)
                                         : !isnan(moment);
  *cell = value_time(fits ? moment : NAN);
  return fits;
}

static bool parse_pattern_cell(Value *cell, Str specifier) {
  Arena scratch = {0};
  double moment;
  bool fits =
      parse_time(value_to_str(&scratch, *cell), specifier, NULL, &moment);
  arena_clear(&scratch);
  *cell = fits ? value_time(moment) : value_null();
  return fits;
}

static bool parse_boolean_cell(Value *cell, Str specifier) {
  (void)specifier;
  Str text = value_text(cell);
  bool is_false = str_is(text, "false") || str_is(text, "0");
  bool fits = cell->kind != VALUE_STRING || is_false || str_is(text, "true") ||
              str_is(text, "1");
  *cell = value_boolean(!is_false && value_to_boolean(*cell));
  return fits;
}

static const struct {
  const char *name;
  ParseCell *parse;
} types[] = {
    {"number", parse_number_cell},   {"integer", parse_number_cell},
    {"boolean", parse_boolean_cell}, {"date", parse_date_cell},
    {"date:", parse_pattern_cell},   {"utc:", parse_pattern_cell},
};

/* The specifier of "date:'%Y'", without its quotes. */
static Str specifier_of(Str type) {
  int colon = str_find_char(type, ':');
  Str specifier = str_slice(type, colon + 1, type.len);
  if (specifier.len < 2) return specifier;
  char first = specifier.text[0], last = specifier.text[specifier.len - 1];
  if (first != last || (first != '\'' && first != '"')) return specifier;
  return str_slice(specifier, 1, specifier.len - 1);
}

static ParseCell *find_type(Str type) {
  bool has_pattern = str_find_char(type, ':') >= 0;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    Str name = str_from(types[i].name);
    if (has_pattern && str_ends(name, S(":")) && str_starts(type, name))
      return types[i].parse;
    if (!has_pattern && str_equal(type, name)) return types[i].parse;
  }
  return NULL;
}

static void blank_to_null(Column *column, int row_count) {
  for (int row = 0; row < row_count; row++)
    if (column->cells[row].kind == VALUE_STRING && !column->cells[row].len)
      column->cells[row] = value_null();
}

int column_parse(Arena *arena, Column *column, int row_count, Str type,
                 int *first_bad) {
  *first_bad = -1;
  if (str_is(type, "string")) {
    blank_to_null(column, row_count);
    for (int row = 0; row < row_count; row++)
      if (!is_blank(&column->cells[row]))
        column->cells[row] = value_str(value_to_str(arena, column->cells[row]));
    return 0;
  }
  ParseCell *parse = find_type(type);
  if (!parse) return -1;
  Str specifier = specifier_of(type);
  int bad = 0;
  for (int row = 0; row < row_count; row++) {
    Value *cell = &column->cells[row];
    if (is_blank(cell))
      *cell = value_null();
    else if (!parse(cell, specifier) && ++bad == 1)
      *first_bad = row;
  }
  return bad;
}

static bool is_boolean(Str text) {
  return str_is(text, "true") || str_is(text, "false");
}

static bool is_number(Str text) {
  return !isnan(value_to_number(value_str(text)));
}

/* Has the form of a date, not only words and a number: it starts with a year of
 * four digits and a separator, or names a month whole or by three letters. */
static bool is_date(Str text) {
  static const char *const months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  double moment;
  if (!text.len || !parse_date(text, &moment)) return false;
  bool year_first = text.len >= 7;
  for (int i = 0; year_first && i < 4; i++)
    year_first = text.text[i] >= '0' && text.text[i] <= '9';
  if (year_first)
    return text.text[4] == '-' || text.text[4] == '/' || text.text[4] == '.';
  int separators = 0;
  for (int i = 0; i < text.len; i++)
    separators += text.text[i] == '/' || text.text[i] == '-';
  if (separators == 2 && text.text[0] >= '0' && text.text[0] <= '9')
    return true;
  for (int month = 0; month < 12; month++) {
    int at = str_find(text, (Str){months + 3 * month, 3});
    if (at >= 0 && (at == 0 || text.text[at - 1] < 'A')) return true;
  }
  return false;
}

/* The narrowest type of a column's text, or NULL for text. A column without any
 * stays as it is. */
static const char *infer_type(const Column *column, int row_count) {
  static bool (*const tests[])(Str) = {is_boolean, is_number, is_date};
  static const char *const names[] = {"boolean", "number", "date"};
  for (int i = 0; i < 3; i++) {
    bool fits = true;
    for (int row = 0; fits && row < row_count; row++) {
      const Value *cell = &column->cells[row];
      if (is_blank(cell)) continue;
      fits = cell->kind == VALUE_STRING && tests[i](value_text(cell));
    }
    if (fits) return names[i];
  }
  return NULL;
}

static bool is_all_blank(const Column *column, int row_count) {
  for (int row = 0; row < row_count; row++)
    if (!is_blank(&column->cells[row])) return false;
  return true;
}

static void infer_column(Arena *arena, Column *column, int row_count) {
  int first_bad;
  const char *type =
      is_all_blank(column, row_count) ? NULL : infer_type(column, row_count);
  if (type)
    column_parse(arena, column, row_count, str_from(type), &first_bad);
  else
    blank_to_null(column, row_count);
}

static void parse_named(Arena *arena, Table *table, Column *column, Str type,
                        Diags *diags) {
  Value *before = column->cells;
  column->cells = arena_array(arena, Value, table->row_count);
  for (int row = 0; row < table->row_count; row++)
    column->cells[row] = before[row];
  int first_bad, bad;
  bad = column_parse(arena, column, table->row_count, type, &first_bad);
  if (bad < 0) {
    diag(diags, DIAG_TABLE_FORMAT, place_whole(table->source),
         "column '%.*s' has no type '%.*s'", STR(column->name), STR(type));
    diag_hint(diags,
              "types are number, boolean, string, date and date:'%%Y-%%m'");
    return;
  }
  if (!bad) return;
  Str cell = value_to_str(arena, before[first_bad]);
  diag_as(diags, diags->strict_data ? DIAG_ERROR : DIAG_WARNING,
          DIAG_TABLE_CELL, table_place(table, first_bad, column->name),
          "'%.*s' in column '%.*s' is no %.*s%s", STR(cell), STR(column->name),
          STR(type),
          bad == 1 ? ""
                   : str_format(arena, ", as are %d more cells", bad - 1).text);
}

void table_infer(Arena *arena, Table *table, const DataFormat *format,
                 Diags *diags) {
  const json_t *parse = format ? format->parse : NULL;
  bool is_auto = str_is(json_str(parse), "auto");
  for (int i = 0; i < table->columns.count; i++) {
    Column *column = &table->columns.items[i];
    Arena scratch = {0};
    const json_t *type = json_object_get(parse, str_c(&scratch, column->name));
    arena_clear(&scratch);
    if (json_is_string(type))
      parse_named(arena, table, column, json_str(type), diags);
    else if (!type && (table->delimiter.len || is_auto))
      infer_column(arena, column, table->row_count);
  }
}
