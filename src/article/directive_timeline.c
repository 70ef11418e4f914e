/* .timeline: events by year, the year once for all that happened in it. */
#include <math.h>

#include "article/directive.h"
#include "article/fill.h"
#include "article/table_body.h"

static const char *const names[] = {
    "data",    "year",   "to",   "text", "kind",  "header", "unit",
    "caption", "source", "note", "alt",  "place", NULL};

typedef struct Timeline {
  const Reading *reading;
  const Div *div;
  const Table *data;
  int year, to, text, kind; /* columns; -1: not given */
} Timeline;

/* A column that an attribute names; false after an error. */
static bool find_column(const Timeline *timeline, const char *name,
                        bool is_needed, int *column) {
  const Reading *reading = timeline->reading;
  const Attribute *attribute = attributes_find(timeline->div->attributes, name);
  *column = -1;
  if (attribute) {
    *column = directive_column(reading, timeline->data,
                               fill_text(reading, attribute->value),
                               attribute->value);
    return *column >= 0;
  }
  if (!is_needed) return true;
  return diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE,
              timeline->div->attributes->place,
              "a timeline needs '%s', the name of a column", name);
}

static bool find_columns(Timeline *timeline) {
  bool done = find_column(timeline, "year", true, &timeline->year);
  done &= find_column(timeline, "text", true, &timeline->text);
  done &= find_column(timeline, "to", false, &timeline->to);
  return find_column(timeline, "kind", false, &timeline->kind) && done;
}

static bool is_empty(Value value) {
  return value.kind == VALUE_NULL || value.kind == VALUE_UNDEFINED;
}

static Str cell_text(const Timeline *timeline, int column, int row) {
  Value value = table_cell(timeline->data, column, row);
  if (is_empty(value)) return (Str){0};
  if (value.kind == VALUE_TIME) /* a year that was read as a moment */
    value = value_number(1970 + floor(value.number / 31556952000.0));
  return value_to_str(timeline->reading->report, value);
}

/* 1992, 1992~1996, or 2001~ for what has not ended. */
static Str period(const Timeline *timeline, int row) {
  Str year = cell_text(timeline, timeline->year, row);
  if (timeline->to < 0) return year;
  Str to = cell_text(timeline, timeline->to, row);
  if (str_equal(year, to)) return year;
  return str_format(timeline->reading->report, "%.*s~%.*s", STR(year), STR(to));
}

static void add_head(const Timeline *timeline, TableBody *body) {
  static const char *const heads[] = {"연도", "일", "갈래"};
  const Reading *reading = timeline->reading;
  TableRow *row = table_body_add(reading->report, body);
  const Attribute *header =
      attributes_find(timeline->div->attributes, "header");
  Str text = header ? reading_text(reading, header->value) : (Str){0};
  for (int i = 0, at = 0; i < body->column_count; i++) {
    Str rest = str_slice(text, at, text.len);
    int end = str_find_char(rest, '|');
    Str part = str_trim(str_slice(rest, 0, end < 0 ? rest.len : end));
    table_cell_set(reading->report, &row->cells[i],
                   part.len ? part : str_from(heads[i]), timeline->div->place);
    at = end < 0 ? text.len : at + end + 1;
  }
}

static Place cell_place(const Timeline *timeline, int column, int row) {
  Str name = timeline->data->columns.items[column].name;
  return table_place(timeline->data, row, name);
}

static void add_row(const Timeline *timeline, TableBody *body, int row) {
  Arena *report = timeline->reading->report;
  TableRow *added = table_body_add(report, body);
  const int columns[] = {timeline->year, timeline->text, timeline->kind};
  for (int i = 0; i < body->column_count; i++) {
    Str text =
        i == 0 ? period(timeline, row) : cell_text(timeline, columns[i], row);
    table_cell_set(report, &added->cells[i], text,
                   cell_place(timeline, columns[i], row));
  }
  added->cells[0].is_head = true;
}

static Str label_of(const TableBody *body, int row) {
  const InlineList *inlines = &body->rows.items[row].cells[0].inlines;
  return inlines->count ? inlines->items[0].text : (Str){0};
}

/* The first row of a year spans the others. */
static void span_years(TableBody *body) {
  int first = body->head_count;
  for (int row = first; row < body->rows.count; row++) {
    bool is_last = row + 1 == body->rows.count ||
                   !str_equal(label_of(body, row + 1), label_of(body, first));
    if (!is_last) continue;
    body->rows.items[first].cells[0].row_span = row - first + 1;
    for (int covered = first + 1; covered <= row; covered++)
      body->rows.items[covered].cells[0].is_covered = true;
    body->rows.items[row].is_group_end = true;
    first = row + 1;
  }
}

Block *directive_timeline(const Reading *reading, const Div *div) {
  attributes_check(reading, div->attributes, names);
  Timeline timeline = {.reading = reading, .div = div};
  timeline.data = directive_data(reading, div);
  if (!timeline.data || !find_columns(&timeline)) return NULL;
  int columns = timeline.kind < 0 ? 2 : 3;
  TableBody *body = table_body_new(reading->report, columns, 1);
  for (int i = 0; i < columns; i++)
    body->columns[i].align = ALIGN_LEFT;
  add_head(&timeline, body);
  for (int row = 0; row < timeline.data->row_count; row++)
    add_row(&timeline, body, row);
  span_years(body);
  Block *block = block_new(reading, BLOCK_TABLE, div->place);
  block_identify(block, div->attributes);
  block_describe(reading, block, div->attributes);
  block->table = body;
  return block;
}
