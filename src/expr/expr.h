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
  /* A function that this folder does not know (scale(), data(), ...); false:
   * unknown. May be NULL. */
  bool (*call)(void *owner, Str name, const Value *arguments, int count,
               Value *result);
  void *owner;
} ExprScope;

/* The value. Faults of running (an unknown name, a bad regular expression, too
 * many steps) are recorded once each, with places, and give undefined. */
Value expr_eval(const Expr *expr, const ExprScope *scope, Diags *diags);

/* Calls visit for each `datum.NAME` / `datum['NAME']` that the expression
 * reads, with its place. */
void expr_fields(const Expr *expr,
                 void (*visit)(void *owner, Str name, Place place),
                 void *owner);

/* The field path of Vega ("a", "a.b", "a[0].b", "a\\.b") read from a row. */
Value field_value(Arena *scratch, const Table *table, int row, Str path);

/* A number and time locale: Vega's `locale` config. {0} is en-US. */
typedef struct Locale {
  Str decimal, thousands, currency[2], percent, minus, nan;
  int grouping[8], grouping_count;
  Str numerals[10];
  bool has_numerals;
  Str date_time, date, time, periods[2];
  Str days[7], short_days[7], months[12], short_months[12];
} Locale;

extern const Locale locale_english; /* en-US, as d3 has it */
extern const Locale locale_korean;  /* ko-KR */

/* Reads Vega's {"number": {...}, "time": {...}} over a base locale. */
Locale locale_read(Arena *arena, const json_t *json, const Locale *base);

/* d3-format: the number by a specifier such as ",.1f", "~s", "+.0%", "". A
 * specifier that is none gives false (and no message). */
bool format_number(Arena *arena, Str specifier, double number,
                   const Locale *locale, Str *text);

/* d3-time-format in UTC: "%Y-%m-%d". Empty: d3's multi-scale default format. */
Str format_time(Arena *arena, Str specifier, double milliseconds,
                const Locale *locale);

/* Text to a moment by a d3 time specifier; false when it does not fit. */
bool parse_time(Str text, Str specifier, const Locale *locale,
                double *milliseconds);

/* Date.parse of ECMAScript with jikji's local zone, UTC. */
bool parse_date(Str text, double *milliseconds);

#endif
