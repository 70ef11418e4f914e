/* Tables: rows of an author's data, column by column, and where they came from.
 * The door of table/. */
#ifndef JIKJI_TABLE_TABLE_H
#define JIKJI_TABLE_TABLE_H

#include "base/diag.h"
#include "base/file.h"
#include "base/locale.h"
#include "table/value.h"

typedef struct Column {
  Str name;
  Value *cells; /* row_count of them */
} Column;

/* Columns of equal length. A table that was loaded knows the source and the
 * byte offset of each row; what filters keep these, what aggregates drops them
 * (row_offsets NULL). */
typedef struct Table {
  List(Column) columns;
  int row_count;
  const Source *source;
  int *row_offsets;
  Str delimiter; /* rows are lines of cells; empty: objects of JSON */
} Table;

Table *table_new(Arena *arena, int row_count);
Column *table_add(Arena *arena, Table *table, Str name); /* undefined cells */
const Column *table_find(const Table *table, Str name);  /* NULL: none */
int table_find_index(const Table *table, Str name);      /* -1: none */
Value table_cell(const Table *table, int column, int row);

/* Names of the columns, for hints. Array and strings in the arena. */
const char *const *table_names(Arena *arena, const Table *table);

/* The chosen rows of a table, in that order; cells are copied, values shared.
 */
Table *table_rows(Arena *arena, const Table *table, const int *rows, int count);

/* A row as an object; cells that are undefined are no members. */
Value table_row_object(Arena *arena, const Table *table, int row);

/* Where a cell stands in its source; the row or the whole where unknown. */
Place table_place(const Table *table, int row, Str column);

/* The table as CSV (RFC 4180, UTF-8): numbers by ECMAScript's rules, moments by
 * ISO 8601, nothing for what is missing. */
Str table_write_csv(Arena *arena, const Table *table);

/* How a data file is to be read; {0} decides by the name's ending. */
typedef struct DataFormat {
  Str type;            /* csv tsv dsv json ndjson topojson sqlite; or empty */
  Str delimiter;       /* of dsv */
  Str property;        /* path of the rows inside JSON */
  Str feature, mesh;   /* TopoJSON */
  Str sql;             /* SQLite */
  Str encoding;        /* empty: UTF-8, else CP949 */
  const json_t *parse; /* Vega-Lite's format.parse, or NULL: by the content */
} DataFormat;

/* Reads a file into a table in the arena. A ragged row is an error with its
 * place. NULL after an error. `asked` is where the file was named. */
Table *table_load(Arena *arena, Str path, const DataFormat *format, Place asked,
                  Diags *diags);

/* Rows of CSV text that stands in a source (also inline `data.values` text);
 * cells stay text. With diags->strict_data ragged rows and doubtful column
 * names are errors, else warnings: missing cells are undefined then. NULL after
 * an error. */
Table *table_read_csv(Arena *arena, const Source *source, char delimiter,
                      Diags *diags);

/* Vega-Lite `data.values`: an array of objects or of plain values (column
 * "data"), or one object. */
Table *table_from_json(Arena *arena, const json_t *rows);

/* Gives each column the narrowest type that all its text has: boolean, number,
 * moment, text; empty cells become null ("2012" is a number; a moment has the
 * form of a date, "Model 3" stays text). Columns named in format.parse get that
 * type ("number", "date", "date:'%Y'", "utc:'%Y'", "boolean", "string"; null
 * leaves text). NULL and "auto" infer all columns. */
void table_infer(Arena *arena, Table *table, const DataFormat *format,
                 Diags *diags);

/* Gives one column a type of format.parse by vega-loader's rules: what does not
 * fit becomes NaN (an invalid moment for dates), empty text null. Counts those
 * cells; *first_bad is the row of the first. -1 when the type is none. */
int column_parse(Arena *arena, Column *column, int row_count, Str type,
                 int *first_bad);

/* Date.parse of ECMAScript with jikji's local zone, UTC. False: no date. */
bool parse_date(Str text, double *milliseconds);

/* Text to a moment by a d3 time specifier; false when it does not fit. NULL is
 * the English locale. */
bool parse_time(Str text, Str specifier, const Locale *locale,
                double *milliseconds);

/* Named tables of a report. */
typedef struct NamedTable {
  Str name;
  const Table *table;
} NamedTable;

typedef struct TableSet {
  List(NamedTable) list;
} TableSet;

const Table *table_set_find(const TableSet *set, Str name); /* NULL: none */

#endif
