/* The Vega expression language, and number and time formats. The door of
 * expr/; charts and the article's {{values}} share it. */
#ifndef JIKJI_EXPR_EXPR_H
#define JIKJI_EXPR_EXPR_H

#include "table/table.h"

/* A parsed expression, in the arena it was parsed in; never changes. */
typedef struct Expr Expr;

/* Parses `text`, which stands at `place`. NULL after an error with the place of
 * the fault. */
const Expr *expr_parse(Arena *arena, Str text, Place place, Diags *diags);

/* What names mean where an expression runs. */
typedef struct ExprScope {
  Arena *scratch;     /* owns what the evaluation makes */
  const Table *table; /* `datum` is its row, */
  int row;
  Value datum;                 /* or, where table is NULL, this object */
  const struct Locale *locale; /* of format() and timeFormat(); NULL: en-US */

  /* A global name (a param, a report value); false: unknown. May be NULL. */
  bool (*find_name)(void *owner, Str name, Value *value);
  /* Of the names that find_name knows the one that was meant; empty: none is
   * near. May be NULL. */
  Str (*nearest_name)(void *owner, Str name);
  /* A function that this folder does not know (scale(), data(), ...); false:
   * unknown. May be NULL. */
  bool (*call)(void *owner, Str name, const Value *arguments, int count,
               Value *result);
  void *owner;
} ExprScope;

/* The value. Faults of running (an unknown name, a bad regular expression, too
 * many steps) are recorded once each, with places, and give undefined. */
Value expr_eval(const Expr *expr, const ExprScope *scope, Diags *diags);

/* Whether the language itself has a function of that name. */
bool expr_has_function(Str name);

/* The same expression with its fields looked up in the table once: quicker for
 * many rows. For rows of other tables it is as right as before. */
const Expr *expr_bind(Arena *arena, const Expr *expr, const Table *table);

/* The CSS text of a colour object, as rgb(), hsl(), lab() and hcl() make them;
 * false for any other value. */
bool value_color(Arena *arena, Value value, Str *css);

/* Calls visit for each `datum.NAME` / `datum['NAME']` that the expression
 * reads, with its place. */
void expr_fields(const Expr *expr,
                 void (*visit)(void *owner, Str name, Place place),
                 void *owner);

/* The field path of Vega ("a", "a.b", "a[0].b", "a\\.b") read from a row. */
Value field_value(Arena *scratch, const Table *table, int row, Str path);

/* The same path read from an object. */
Value value_path(Arena *scratch, Value object, Str path);

/* Reads Vega's {"number": {...}, "time": {...}} over a base locale. */
Locale locale_read(Arena *arena, const json_t *json, const Locale *base);

/* d3-format: the number by a specifier such as ",.1f", "~s", "+.0%", "". A
 * specifier that is none gives false (and no message). */
bool format_number(Arena *arena, Str specifier, double number,
                   const Locale *locale, Str *text);

/* d3-time-format in UTC: "%Y-%m-%d". Empty: d3's multi-scale default format. */
Str format_time(Arena *arena, Str specifier, double milliseconds,
                const Locale *locale);

/* Text to moments: parse_time and parse_date are in table/table.h. */

#endif
