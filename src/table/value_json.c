/* Cells from JSON and back. Depth is what jansson reads, at most 2048. */
#include <math.h>

#include "base/calendar.h"
#include "base/tree.h"
#include "table/table.h"

static Value array_from_json(Arena *arena, const json_t *json) {
  int count = (int)json_array_size(json);
  Value *items = arena_array(arena, Value, count);
  for (int i = 0; i < count; i++)
    items[i] = value_from_json(arena, json_array_get(json, (size_t)i));
  return (Value){.kind = VALUE_ARRAY, .len = count, .items = items};
}

static Value object_from_json(Arena *arena, const json_t *json) {
  int count = (int)json_object_size(json), i = 0;
  ValueMember *members = arena_array(arena, ValueMember, count);
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)json, name, member) {
    members[i].name = str_copy(arena, str_from(name));
    members[i++].value = value_from_json(arena, member);
  }
  return (Value){.kind = VALUE_OBJECT, .len = count, .members = members};
}

Value value_from_json(Arena *arena, const json_t *json) {
  if (!json) return (Value){0};
  switch (json_typeof(json)) {
  case JSON_OBJECT:
    return object_from_json(arena, json);
  case JSON_ARRAY:
    return array_from_json(arena, json);
  case JSON_STRING:
    return value_str(str_copy(arena, json_str(json)));
  case JSON_INTEGER:
    return value_number((double)json_integer_value(json));
  case JSON_REAL:
    return value_number(json_real_value(json));
  case JSON_TRUE:
    return value_boolean(true);
  case JSON_FALSE:
    return value_boolean(false);
  default:
    return value_null();
  }
}

static json_t *number_to_json(double number) {
  const double EXACT = 9007199254740992.0;
  if (!isfinite(number)) return json_null();
  if (number == floor(number) && fabs(number) < EXACT)
    return json_integer((json_int_t)number);
  return json_real(number);
}

/* As Date.prototype.toJSON writes a moment. */
static json_t *time_to_json(double milliseconds) {
  CivilTime at = calendar_civil(milliseconds);
  if (!isfinite(milliseconds) || !at.month) return json_null();
  return json_sprintf("%s%0*d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                      at.year < 0      ? "-"
                      : at.year > 9999 ? "+"
                                       : "",
                      at.year < 0 || at.year > 9999 ? 6 : 4,
                      at.year < 0 ? -at.year : at.year, at.month, at.day,
                      at.hour, at.minute, at.second, at.millisecond);
}

static json_t *array_to_json(Value value) {
  json_t *array = json_array();
  for (int i = 0; i < value.len; i++)
    json_array_append_new(array, value_to_json(value.items[i]));
  return array;
}

static json_t *object_to_json(Value value) {
  json_t *object = json_object();
  Arena scratch = {0};
  for (int i = 0; i < value.len; i++) {
    const ValueMember *member = &value.members[i];
    if (member->value.kind != VALUE_UNDEFINED)
      json_object_set_new(object, str_c(&scratch, member->name),
                          value_to_json(member->value));
  }
  arena_clear(&scratch);
  return object;
}

json_t *value_to_json(Value value) {
  switch (value.kind) {
  case VALUE_BOOLEAN:
    return json_boolean(value.boolean);
  case VALUE_NUMBER:
    return number_to_json(value.number);
  case VALUE_TIME:
    return time_to_json(value.number);
  case VALUE_STRING:
    return json_stringn(value.text, (size_t)value.len);
  case VALUE_ARRAY:
    return array_to_json(value);
  case VALUE_OBJECT:
    return object_to_json(value);
  case VALUE_REGEXP:
    return json_object();
  default:
    return json_null();
  }
}
