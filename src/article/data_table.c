/* Data -> the cells of a table: which columns, which rows, how they are
 * written. */
#include "article/data_table.h"

#include <limits.h>

#include "article/aggregate.h"
#include "article/fill.h"
#include "article/table_rules.h"
#include "article/template.h"
#include "article/values.h"
#include "base/limits.h"
#include "base/number.h"

/* A column as it is shown. */
typedef struct Shown {
  int index; /* in the data */
  Str format;
} Shown;

typedef struct TableReading {
  const Reading *reading;
  const Div *div;
  const Table *data;
  List(Shown) shown;
  RowList rows; /* of the data, that are shown */
} TableReading;

/* -- Which columns -- */

static void show_all(TableReading *from) {
  for (int i = 0; i < from->data->columns.count; i++)
    list_add(from->reading->report, &from->shown, ((Shown){.index = i}));
}

static bool choose_columns(TableReading *from) {
  const Attribute *columns = attributes_find(from->div->attributes, "columns");
  if (!columns) {
    show_all(from);
    return true;
  }
  Str text = fill_text(from->reading, columns->value), part;
  bool done = true;
  for (int at = 0; attribute_part(text, ',', &at, &part);) {
    Place place = attribute_part_place(columns, text, part);
    int index = directive_column(from->reading, from->data, part, place);
    if (index >= 0)
      list_add(from->reading->report, &from->shown, ((Shown){.index = index}));
    done &= index >= 0;
  }
  return done;
}

/* format="rank:d;score:.3f" */
static void choose_formats(TableReading *from) {
  const Attribute *formats = attributes_find(from->div->attributes, "format");
  if (!formats) return;
  const Reading *reading = from->reading;
  Str text = fill_text(reading, formats->value), part;
  for (int at = 0; attribute_part(text, ';', &at, &part);) {
    if (part.len == 0) continue;
    int colon = str_find_char(part, ':');
    Str name = str_trim(str_slice(part, 0, colon < 0 ? part.len : colon));
    Place place = attribute_part_place(formats, text, part);
    if (colon < 0) {
      diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, place,
           "'format' lists column:format, parted by ;");
      continue;
    }
    int index = directive_column(reading, from->data, name, place);
    for (int i = 0; i < from->shown.count; i++)
      if (from->shown.items[i].index == index)
        from->shown.items[i].format =
            str_trim(str_slice(part, colon + 1, part.len));
  }
}

/* -- Which rows -- */

/* limit="10": the first of them. */
static int most_rows(const TableReading *from) {
  const Attribute *limit = attributes_find(from->div->attributes, "limit");
  if (!limit) return INT_MAX;
  Str text = fill_text(from->reading, limit->value);
  double number;
  if (number_read(text, &number) && number >= 1 && number <= LIMIT_TABLE_ROWS)
    return (int)number;
  diag(from->reading->diags, DIAG_ARTICLE_ATTRIBUTE, limit->value,
       "'limit' is a number of rows");
  return INT_MAX;
}

static bool choose_rows(TableReading *from) {
  const Attribute *filter = attributes_find(from->div->attributes, "filter");
  Str expression = {0};
  Place place = from->div->place;
  if (filter) {
    place = filter->value;
    expression = fill_text(from->reading, place);
  }
  if (!values_filter(from->reading, from->data, expression, place, &from->rows))
    return false;
  int most = most_rows(from);
  if (from->rows.count > most) from->rows.count = most;
  return true;
}

/* -- Cells -- */

static void add_head(const TableReading *from, TableBody *body) {
  TableRow *row = table_body_add(from->reading->report, body);
  for (int i = 0; i < from->shown.count; i++) {
    Str name = from->data->columns.items[from->shown.items[i].index].name;
    table_cell_set(from->reading->report, &row->cells[i], name,
                   from->div->place);
  }
}

static Str cell_text(const TableReading *from, const Shown *shown, int row,
                     Place place) {
  Value value = table_cell(from->data, shown->index, row);
  Arena *report = from->reading->report;
  if (value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED)
    return (Str){0};
  if (value.kind == VALUE_STRING) return str_copy(report, value_text(&value));
  return template_print(from->reading, value, shown->format, place);
}

static void add_rows(const TableReading *from, TableBody *body) {
  for (int at = 0; at < from->rows.count; at++) {
    int row = from->rows.items[at];
    TableRow *added = table_body_add(from->reading->report, body);
    for (int i = 0; i < from->shown.count; i++) {
      const Shown *shown = &from->shown.items[i];
      Str name = from->data->columns.items[shown->index].name;
      Place place = table_place(from->data, row, name);
      table_cell_set(from->reading->report, &added->cells[i],
                     cell_text(from, shown, row, place), place);
    }
  }
}

TableBody *data_table_read(const Reading *reading, const Div *div) {
  TableReading from = {.reading = reading, .div = div};
  from.data = directive_data(reading, div);
  if (!from.data || !choose_columns(&from)) return NULL;
  if (from.shown.count > LIMIT_MARKDOWN_TABLE_COLUMNS) {
    diag(reading->diags, DIAG_ARTICLE_LIMIT, div->place,
         "a table has more than %d columns", LIMIT_MARKDOWN_TABLE_COLUMNS);
    return NULL;
  }
  choose_formats(&from);
  if (!choose_rows(&from)) return NULL;
  TableBody *body = table_body_new(reading->report, from.shown.count, 1);
  for (int i = 0; i < from.shown.count; i++)
    body->columns[i].name =
        from.data->columns.items[from.shown.items[i].index].name;
  add_head(&from, body);
  add_rows(&from, body);
  return body;
}
