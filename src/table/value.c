/* Cells: making them, comparing them, taking objects apart. */
#include <math.h>
#include <string.h>

#include "table/table.h"

Value value_number(double number) {
  return (Value){.kind = VALUE_NUMBER, .number = number};
}

Value value_time(double milliseconds) {
  return (Value){.kind = VALUE_TIME, .number = milliseconds};
}

Value value_boolean(bool boolean) {
  return (Value){.kind = VALUE_BOOLEAN, .boolean = boolean};
}

Value value_str(Str text) {
  return (Value){.kind = VALUE_STRING, .len = text.len, .text = text.text};
}

Value value_null(void) {
  return (Value){.kind = VALUE_NULL};
}

Str value_text(const Value *value) {
  if (value->kind != VALUE_STRING) return (Str){0};
  return (Str){value->text, value->len};
}

const Value *value_member(Value object, Str name) {
  if (object.kind != VALUE_OBJECT) return NULL;
  for (int i = 0; i < object.len; i++)
    if (str_equal(object.members[i].name, name))
      return &object.members[i].value;
  return NULL;
}

static bool is_numeric(Value value) {
  return value.kind == VALUE_NUMBER || value.kind == VALUE_TIME;
}

static bool numbers_equal(double a, double b) {
  return a == b || (isnan(a) && isnan(b));
}

static bool items_equal(Value a, Value b) {
  for (int i = 0; i < a.len; i++)
    if (!value_equal(a.items[i], b.items[i])) return false;
  return true;
}

static bool members_equal(Value a, Value b) {
  for (int i = 0; i < a.len; i++) {
    const Value *other = value_member(b, a.members[i].name);
    if (!other || !value_equal(a.members[i].value, *other)) return false;
  }
  return true;
}

bool value_equal(Value a, Value b) {
  if (is_numeric(a) && is_numeric(b)) return numbers_equal(a.number, b.number);
  if (a.kind != b.kind) return false;
  switch (a.kind) {
  case VALUE_BOOLEAN:
    return a.boolean == b.boolean;
  case VALUE_STRING:
    return str_equal(value_text(&a), value_text(&b));
  case VALUE_ARRAY:
    return a.len == b.len && items_equal(a, b);
  case VALUE_OBJECT:
    return a.len == b.len && members_equal(a, b);
  case VALUE_REGEXP:
    return a.regexp == b.regexp;
  default:
    return true;
  }
}

/* The group of kinds that a value sorts in. */
static int sort_rank(Value value) {
  if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL) return 0;
  return is_numeric(value) ? 1 : 2;
}

static int number_compare(double a, double b) {
  if (isnan(a) || isnan(b)) return isnan(b) - isnan(a);
  return (a > b) - (a < b);
}

int value_compare(Value a, Value b) {
  int rank = sort_rank(a), other = sort_rank(b);
  if (rank != other) return rank < other ? -1 : 1;
  if (rank == 0) return 0;
  if (rank == 1) return number_compare(a.number, b.number);
  if (a.kind == VALUE_STRING && b.kind == VALUE_STRING)
    return str_compare(value_text(&a), value_text(&b));
  Arena scratch = {0};
  int order = str_compare(value_to_str(&scratch, a), value_to_str(&scratch, b));
  arena_clear(&scratch);
  return order;
}

static uint32_t mix(uint32_t hash, uint32_t more) {
  return (hash ^ more) * 16777619u;
}

static uint32_t number_hash(double number) {
  if (number == 0) number = 0; /* -0 too */
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  if (isnan(number)) bits = 1;
  bits *= 0x9E3779B97F4A7C15u;
  return (uint32_t)(bits >> 32);
}

static uint32_t members_hash(Value object) {
  uint32_t hash = 7; /* members count in any order */
  for (int i = 0; i < object.len; i++)
    hash += mix(str_hash(object.members[i].name),
                value_hash(object.members[i].value));
  return hash;
}

uint32_t value_hash(Value value) {
  uint32_t hash = 5;
  switch (value.kind) {
  case VALUE_BOOLEAN:
    return value.boolean ? 3 : 2;
  case VALUE_NUMBER:
  case VALUE_TIME:
    return number_hash(value.number);
  case VALUE_STRING:
    return str_hash(value_text(&value));
  case VALUE_ARRAY:
    for (int i = 0; i < value.len; i++)
      hash = mix(hash, value_hash(value.items[i]));
    return hash;
  case VALUE_OBJECT:
    return members_hash(value);
  default:
    return (uint32_t)value.kind;
  }
}
