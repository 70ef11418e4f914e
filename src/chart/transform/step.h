/* One transform at work: its entry, the table it gets, the fields it reads and
 * the table it makes. Private to transform/. */
#ifndef JIKJI_CHART_TRANSFORM_STEP_H
#define JIKJI_CHART_TRANSFORM_STEP_H

#include "chart/check/property.h"
#include "chart/transform/transform.h"

typedef struct Step {
  const TransformContext *context;
  const json_t *json; /* the entry */
  const Table *in;
  Arena *chart;   /* for the table that comes out */
  Arena *scratch; /* cleared after the step */
} Step;

/* One kind of transform: what its entry may hold, and what makes the table that
 * comes out (NULL after an error). */
typedef struct Transform {
  ObjectKind kind;
  const Table *(*apply)(Step *step);
} Transform;

#define TRANSFORM_ROW(key, transform) extern const Transform transform;
#include "chart/transform/transform_rows.inc"
#undef TRANSFORM_ROW

/* ---- Messages ---- */

/* Where the entry's member stands. */
Place step_place(const Step *step, const char *key);

/* Records that a member must be such and such: "a field name". Returns NULL. */
const Table *step_refuse(const Step *step, const char *key, const char *what);

/* Records that there would be more rows than jikji allows. Returns NULL. */
const Table *step_too_many(const Step *step, const char *key);

/* Whether `visits` steps of work are few enough; else an error. */
bool step_is_affordable(const Step *step, const char *key, double visits,
                        const char *hint);

/* ---- Reading an entry ---- */

/* A field of the table, found once and read row by row. */
typedef struct Field {
  Str name;           /* what its column is called when it is copied */
  Str path;           /* as written */
  const Value *cells; /* NULL: nested or missing */
  bool is_nested;
} Field;

/* The field of a path such as "a", "a.b", "a\\.b". A field that no row has is
 * recorded once, as a warning at `place`. */
Field field_find(const Step *step, Str path, Place place);
Value field_at(const Field *field, const Step *step, int row);
double field_number(const Field *field, const Step *step, int row);

/* Warns of fields that an expression reads and no row has. */
void step_warn_fields(const Step *step, const Expr *expr);

/* The field that a member names; false after an error where it must be there.
 */
bool step_field(const Step *step, const char *key, Field *field);

/* The fields of a member that is a list of names (or one name); none where it
 * is missing. */
typedef List(Field) FieldList;
FieldList step_fields(const Step *step, const char *key);

Str step_text(const Step *step, const char *key, Str otherwise);
double step_number(const Step *step, const char *key, double otherwise);
bool step_flag(const Step *step, const char *key, bool otherwise);
/* Two numbers; false where the member is missing or no such list. */
bool step_pair(const Step *step, const char *key, double pair[2]);

/* The name at `index` of "as", which may be one name; else `otherwise`. */
Str step_as(const Step *step, int index, Str otherwise);

/* ---- Making a table ---- */

/* The table that came in, ready for more columns: cells are shared. */
Table *step_extend(const Step *step);

/* A column with fresh cells, instead of one of that name or at the end. */
Value *step_column(const Step *step, Table *table, Str name);

/* A table without columns, whose rows stand nowhere. */
Table *step_table(const Step *step, int row_count);

/* A row as an object of its columns; the arena of the chart. */
Value table_row_object(Arena *arena, const Table *table, int row);

/* ---- Groups ---- */

/* Rows in groups, which come in order of first appearance and keep the rows'
 * order. Group i has rows[starts[i]] .. rows[starts[i + 1] - 1]. */
typedef struct Groups {
  int count;
  int *of_row; /* the group of each row */
  int *starts; /* count + 1 */
  int *rows;
} Groups;

/* Without fields: one group of all rows, or none where there are no rows. */
Groups groups_make(const Step *step, const FieldList *by);

/* Columns with the fields' values of each group, `copies` rows for each. */
void groups_add_columns(const Step *step, const Groups *groups,
                        const FieldList *by, Table *table, int copies);

/* ---- Sorting ---- */

/* Sorts rows by "sort": [{"field", "order"}], equal ones as they stood. */
typedef struct SortKey {
  Field field;
  bool descends;
} SortKey;
typedef struct SortOrder {
  const Step *step;
  List(SortKey) keys;
} SortOrder;
SortOrder step_sort(const Step *step, const char *key);
int sort_compare(const SortOrder *order, int row, int other);
void sort_rows(const SortOrder *order, int *rows, int count);

#endif
