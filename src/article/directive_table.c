/* .table: a table of the report's data, or one written in Markdown. */
#include "article/directive.h"
#include "article/fill.h"
#include "article/table_body.h"
#include "article/template.h"
#include "base/limits.h"

static const char *const names[] = {"data",   "columns", "header", "align",
                                    "format", "caption", "source", "note",
                                    "unit",   "alt",     "widths", NULL};

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
} TableReading;

/* The next part of a list up to the separator, trimmed, and its place. */
static bool next_part(Str text, char separator, int *at, Str *part) {
  if (*at > text.len) return false;
  Str rest = str_slice(text, *at, text.len);
  int end = str_find_char(rest, separator);
  if (end < 0) end = rest.len;
  *part = str_trim(str_slice(rest, 0, end));
  *at += end + 1;
  return true;
}

static Place part_place(const Attribute *attribute, Str text, Str part) {
  return place_within(attribute->value, (int)(part.text - text.text), part.len);
}

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
  for (int at = 0; next_part(text, ',', &at, &part);) {
    Place place = part_place(columns, text, part);
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
  for (int at = 0; next_part(text, ';', &at, &part);) {
    if (part.len == 0) continue;
    int colon = str_find_char(part, ':');
    Str name = str_trim(str_slice(part, 0, colon < 0 ? part.len : colon));
    Place place = part_place(formats, text, part);
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
  for (int row = 0; row < from->data->row_count; row++) {
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

/* -- Overriding heads and alignment -- */

static void set_heads(const Reading *reading, const Div *div, TableBody *body) {
  const Attribute *header = attributes_find(div->attributes, "header");
  if (!header || body->rows.count == 0) return;
  Str text = reading_text(reading, header->value), part;
  int column = 0;
  for (int at = 0; next_part(text, '|', &at, &part); column++) {
    if (column >= body->column_count) continue;
    Place place = part_place(header, text, part);
    TableCell *cell = &body->rows.items[0].cells[column];
    cell->inlines = inlines_read_line(reading, place);
    cell->place = place;
  }
  if (column == body->column_count) return;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, header->value,
       "'header' names %d columns, but the table has %d", column,
       body->column_count);
}

static bool align_of(char letter, CellAlign *align) {
  switch (letter) {
  case 'l':
    *align = ALIGN_LEFT;
    return true;
  case 'c':
    *align = ALIGN_CENTER;
    return true;
  case 'r':
    *align = ALIGN_RIGHT;
    return true;
  case 'd':
    *align = ALIGN_DECIMAL;
    return true;
  default:
    return false;
  }
}

static void set_aligns(const Reading *reading, const Div *div,
                       TableBody *body) {
  const Attribute *align = attributes_find(div->attributes, "align");
  if (!align) return;
  Str text = fill_text(reading, align->value);
  bool fits = text.len == body->column_count;
  for (int i = 0; i < text.len && fits; i++)
    fits = align_of(text.text[i], &body->columns[i].align);
  if (fits) return;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, align->value,
       "'align' must have one of l, c, r, d for each of the %d columns",
       body->column_count);
}

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
static void set_widths(const Reading *reading, const Div *div,
                       TableBody *body) {
  const Attribute *widths = attributes_find(div->attributes, "widths");
  if (!widths) return;
  Str text = fill_text(reading, widths->value), part;
  int column = 0;
  double sum = 0;
  for (int at = 0; next_part(text, ',', &at, &part); column++) {
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

/* -- The block -- */

static TableBody *body_from_data(const Reading *reading, const Div *div) {
  TableReading from = {.reading = reading, .div = div};
  from.data = directive_data(reading, div);
  if (!from.data || !choose_columns(&from)) return NULL;
  if (from.shown.count > LIMIT_MARKDOWN_TABLE_COLUMNS) {
    diag(reading->diags, DIAG_ARTICLE_LIMIT, div->place,
         "a table has more than %d columns", LIMIT_MARKDOWN_TABLE_COLUMNS);
    return NULL;
  }
  choose_formats(&from);
  TableBody *body = table_body_new(reading->report, from.shown.count, 1);
  add_head(&from, body);
  add_rows(&from, body);
  return body;
}

static Block *table_from_data(const Reading *reading, const Div *div) {
  TableBody *body = body_from_data(reading, div);
  if (!body) return NULL;
  if (div->blocks.count)
    diag(reading->diags, DIAG_ARTICLE_DIRECTIVE, div->place,
         "a table of data holds nothing of its own");
  Block *block = block_new(reading, BLOCK_TABLE, div->place);
  block->table = body;
  return block;
}

Block *directive_table(const Reading *reading, const Div *div) {
  attributes_check(reading, div->attributes, names);
  bool has_data = attributes_find(div->attributes, "data") != NULL;
  Block *block = has_data ? table_from_data(reading, div)
                          : directive_inner_table(reading, div);
  if (!block) return NULL;
  if (div->attributes->id.len || !block->id.len)
    block_identify(block, div->attributes);
  Block described = *block;
  block_describe(reading, block, div->attributes);
  if (!block->source.count) block->source = described.source;
  if (!block->note.count) block->note = described.note;
  if (!block->unit.count) block->unit = described.unit;
  set_heads(reading, div, block->table);
  set_aligns(reading, div, block->table);
  set_widths(reading, div, block->table);
  return block;
}
