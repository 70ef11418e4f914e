/* What a cell holds. Part of the door of table/: others include
 * "table/table.h". */
#ifndef JIKJI_TABLE_VALUE_H
#define JIKJI_TABLE_VALUE_H

#include <jansson.h>

#include "base/str.h"

/* What a cell or an expression can hold; the kinds of JSON, and moments. */
typedef enum ValueKind {
  VALUE_UNDEFINED, /* no such field */
  VALUE_NULL,
  VALUE_BOOLEAN,
  VALUE_NUMBER,
  VALUE_TIME, /* milliseconds since 1970-01-01T00:00Z, in `number` */
  VALUE_STRING,
  VALUE_ARRAY,
  VALUE_OBJECT,
  VALUE_REGEXP
} ValueKind;

/* 16 bytes. Text, items and members are borrowed, usually from the arena of the
 * table that holds the value. */
typedef struct Value {
  ValueKind kind;
  int len; /* bytes of text, count of items or of members */
  union {
    bool boolean;
    double number;
    const char *text;
    const struct Value *items;
    const struct ValueMember *members;
    const void *regexp; /* expr/ knows what it is */
  };
} Value;

typedef struct ValueMember {
  Str name;
  Value value;
} ValueMember;

Value value_number(double number);
Value value_time(double milliseconds);
Value value_boolean(bool boolean);
Value value_str(Str text);
Value value_null(void);

Str value_text(const Value *value);                /* of a string; else empty */
const Value *value_member(Value object, Str name); /* NULL when it has none */

/* Conversions by ECMAScript's rules (ToNumber, ToString, ToBoolean). */
double value_to_number(Value value);
Str value_to_str(Arena *arena, Value value);
bool value_to_boolean(Value value);

/* The same value (numbers and moments by number, text by bytes, arrays and
 * objects item by item); an order over all values: undefined and null first,
 * then numbers and moments, then the rest as text. */
bool value_equal(Value a, Value b);
int value_compare(Value a, Value b);
uint32_t value_hash(Value value);

/* JSON to a value in the arena, and back (a new reference). */
Value value_from_json(Arena *arena, const json_t *json);
json_t *value_to_json(Value value);

#endif
