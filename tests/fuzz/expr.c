/* Any bytes as an expression: it ends, and what it says about faults stands in
 * its text. */
#include <assert.h>

#include "expr/expr.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static Value make_datum(Arena *arena) {
  static const char *const text =
      "{\"a\": 3, \"b\": \"x한글\", \"c\": [1, null, {\"d\": true}], \"t\": "
      "1330000000123, \"o\": {\"k\": 1}}";
  json_t *json = json_loads(text, 0, NULL);
  Value datum = value_from_json(arena, json);
  json_decref(json);
  return datum;
}

static void check_places(const Diags *diags, int length) {
  for (int i = 0; i < diags->list.count; i++) {
    Place place = diags->list.items[i].place;
    assert(place.offset >= 0 && place.offset <= length);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size > 1 << 12) return 0;
  Arena arena = {0};
  Diags diags = {.arena = &arena};
  Source source = {S("expr"),
                   str_copy(&arena, (Str){(const char *)bytes, (int)size})};
  const Expr *expr =
      expr_parse(&arena, source.text, place_at(&source, 0, (int)size), &diags);
  assert(expr || diags.error_count > 0);
  if (expr) {
    ExprScope scope = {.scratch = &arena, .datum = make_datum(&arena)};
    value_to_str(&arena, expr_eval(expr, &scope, &diags));
  }
  check_places(&diags, (int)size);
  arena_clear(&arena);
  return 0;
}
