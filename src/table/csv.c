/* Delimited text -> table. Reads once, straight into the columns, which are
 * made long enough for every line. */
#include "table/csv.h"

#include <glib.h>
#include <string.h>

#include "base/limits.h"
#include "table/places.h"

enum {
  MOST_MESSAGES = 20,   /* of one table; the rest is counted */
  MOST_CELLS = 1 << 28, /* made for rows that may be short of cells */
};

typedef struct CsvReading {
  Arena *arena;
  const Source *source;
  Diags *diags;
  CellReader cells;
  Table *table;
  int row_limit; /* of the columns made */
  int messages, errors_before;
} CsvReading;

static void complain(CsvReading *reading, DiagCode code, Place place,
                     Str message) {
  if (++reading->messages > MOST_MESSAGES) return;
  DiagSeverity severity =
      reading->diags->strict_data ? DIAG_ERROR : DIAG_WARNING;
  diag_as(reading->diags, severity, code, place, "%.*s", STR(message));
}

/* True, after an error, when the cell has no end or no clean one. */
static bool is_broken(CsvReading *reading, CellEnd end, int start) {
  if (end == CELL_UNCLOSED) {
    diag(reading->diags, DIAG_TABLE_QUOTE, place_at(reading->source, start, 1),
         "this quote is never closed");
    diag_hint(reading->diags,
              "a quote inside a cell is doubled, and the cell quoted: \"\"");
    reading->cells.at = reading->cells.text.len;
    return true;
  }
  if (end != CELL_STRAY) return false;
  bool is_first = reading->diags->error_count == reading->errors_before;
  if (++reading->messages <= MOST_MESSAGES || is_first)
    diag(reading->diags, DIAG_TABLE_QUOTE,
         place_at(reading->source, reading->cells.at, 1),
         "text follows the closing quote of a cell");
  cell_skip_row(&reading->cells);
  return true;
}

static int count_lines(Str text, int at) {
  int count = 1;
  char before = '\n';
  for (; at < text.len; at++) {
    char c = text.text[at];
    count += (c == '\n' && before != '\r') || c == '\r';
    before = c;
  }
  return count;
}

/* Upper bound of the rows after the header: each takes a line, and a whole one
 * takes bytes for its delimiters. */
static int row_bound(const CsvReading *reading) {
  int columns = reading->table->columns.count;
  int lines = count_lines(reading->cells.text, reading->cells.at);
  int fitting = columns > 1 ? reading->cells.text.len / (columns - 1) + 1
                            : LIMIT_TABLE_ROWS;
  if (!reading->diags->strict_data && fitting < MOST_CELLS / columns)
    fitting = MOST_CELLS / columns;
  return MIN(lines, MIN(fitting, LIMIT_TABLE_ROWS));
}

static void check_name(CsvReading *reading, Str name, Place place) {
  if (!name.len) {
    complain(reading, DIAG_TABLE_COLUMN_NAME, place,
             S("this column has no name"));
  } else if (table_find_index(reading->table, name) >= 0) {
    complain(reading, DIAG_TABLE_COLUMN_NAME, place,
             str_format(reading->diags->arena, "two columns are called '%.*s'",
                        STR(name)));
  }
}

/* The first line: columns without cells yet. */
static bool read_header(CsvReading *reading) {
  CellEnd end;
  do {
    Str name;
    int start;
    end = cell_read(&reading->cells, reading->arena, &name, &start);
    if (is_broken(reading, end, start)) return false;
    int length = name.len ? name.len : 1;
    if (reading->table->columns.count == LIMIT_TABLE_COLUMNS)
      return diag(reading->diags, DIAG_TABLE_LIMIT,
                  place_at(reading->source, start, length),
                  "more than the limit of %d columns", LIMIT_TABLE_COLUMNS);
    check_name(reading, name, place_at(reading->source, start, length));
    list_new(reading->arena, &reading->table->columns)->name = name;
  } while (end == CELL_DELIMITER);
  return true;
}

/* From the offset to the end of its line. */
static Place line_place(const Source *source, int offset) {
  Str text = source->text;
  int end = offset;
  while (end < text.len && text.text[end] != '\n' && text.text[end] != '\r')
    end++;
  return place_at(source, offset, end - offset);
}

static void complain_ragged(CsvReading *reading, int offset, int found) {
  complain(reading, DIAG_TABLE_RAGGED, line_place(reading->source, offset),
           str_format(reading->diags->arena,
                      "this row has %d cells, the header has %d", found,
                      reading->table->columns.count));
}

/* Cells of one row go to the columns; those too many are only counted. Returns
 * the count, or -1 where the row is broken. */
static int read_cells(CsvReading *reading, int row) {
  int columns = reading->table->columns.count, found = 0;
  CellEnd end;
  do {
    Str cell;
    int start;
    end = cell_read(&reading->cells, reading->arena, &cell, &start);
    if (end >= CELL_UNCLOSED && is_broken(reading, end, start)) return -1;
    if (found < columns)
      reading->table->columns.items[found].cells[row] = value_str(cell);
    found++;
  } while (end == CELL_DELIMITER);
  return found;
}

static void clear_row(CsvReading *reading, int row, int from) {
  for (int i = from; i < reading->table->columns.count; i++)
    reading->table->columns.items[i].cells[row] = (Value){0};
}

/* An empty line is a row only where a row is one cell. */
static bool skip_empty_line(CsvReading *reading) {
  char c = reading->cells.text.text[reading->cells.at];
  if (reading->table->columns.count == 1 || (c != '\n' && c != '\r'))
    return false;
  cell_skip_row(&reading->cells);
  return true;
}

static void read_rows(CsvReading *reading) {
  Table *table = reading->table;
  int columns = table->columns.count;
  while (reading->cells.at < reading->cells.text.len) {
    if (skip_empty_line(reading)) continue;
    int offset = reading->cells.at, row = table->row_count;
    if (row == reading->row_limit) {
      diag(reading->diags, DIAG_TABLE_LIMIT,
           place_at(reading->source, offset, 1),
           "more than the limit of %d rows of %d columns", row, columns);
      return;
    }
    int found = read_cells(reading, row);
    table->row_offsets[row] = offset;
    if (found == columns) {
      table->row_count++;
      continue;
    }
    clear_row(reading, row, found < 0 ? 0 : MIN(found, columns));
    if (found < 0) continue;
    complain_ragged(reading, offset, found);
    table->row_count += !reading->diags->strict_data;
  }
}

static void make_columns(CsvReading *reading) {
  int rows = reading->row_limit = row_bound(reading);
  for (int i = 0; i < reading->table->columns.count; i++)
    reading->table->columns.items[i].cells =
        arena_array(reading->arena, Value, rows);
  reading->table->row_offsets = arena_array(reading->arena, int, rows);
}

static void count_unsaid(CsvReading *reading) {
  int unsaid = reading->messages - MOST_MESSAGES;
  if (unsaid > 0)
    diag_as(reading->diags, DIAG_NOTE, DIAG_TABLE_RAGGED,
            place_whole(reading->source), "%d more such faults in this table",
            unsaid);
}

Table *csv_read(Arena *arena, const Source *source, Str delimiter,
                Diags *diags) {
  CsvReading reading = {.arena = arena,
                        .source = source,
                        .diags = diags,
                        .cells = cell_reader(source->text, delimiter, 0),
                        .table = table_new(arena, 0),
                        .errors_before = diags->error_count};
  reading.table->source = source;
  reading.table->delimiter = str_copy(arena, delimiter);
  if (!str_trim(source->text).len) {
    diag(diags, DIAG_TABLE_EMPTY, place_whole(source),
         "the table is empty: not even column names");
    return NULL;
  }
  if (!read_header(&reading)) return NULL;
  make_columns(&reading);
  read_rows(&reading);
  count_unsaid(&reading);
  return diags->error_count > reading.errors_before ? NULL : reading.table;
}

Table *table_read_csv(Arena *arena, const Source *source, char delimiter,
                      Diags *diags) {
  return csv_read(arena, source, (Str){&delimiter, 1}, diags);
}

Place csv_place_cell(const Table *table, int row_offset, Str column) {
  const Source *source = table->source;
  CellReader reader = cell_reader(source->text, table->delimiter, row_offset);
  CellReader header = cell_reader(source->text, table->delimiter, 0);
  Arena scratch = {0};
  Str name, cell = {0};
  int start = row_offset, ignored;
  CellEnd end = CELL_DELIMITER, header_end = CELL_DELIMITER;
  bool found = false;
  while (!found && end == CELL_DELIMITER && header_end == CELL_DELIMITER) {
    end = cell_read(&reader, &scratch, &cell, &start);
    header_end = cell_read(&header, &scratch, &name, &ignored);
    found = str_equal(name, column);
  }
  arena_clear(&scratch);
  if (!found || end >= CELL_UNCLOSED) return line_place(source, row_offset);
  int after = reader.at - (end == CELL_DELIMITER ? reader.delimiter.len : 0);
  while (end == CELL_ROW_END && after > start &&
         strchr("\r\n", source->text.text[after - 1]))
    after--;
  return place_at(source, start, after - start);
}
