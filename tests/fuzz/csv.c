/* Any bytes as a table: the first says of which kind. Every cell is typed, and
 * found again in the text. */
#include <assert.h>

#include "table/csv.h"
#include "table/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static Table *read_table(Arena *arena, const Source *source, int kind,
                         Diags *diags) {
  static const char *const delimiters[] = {",", "\t", ";", "\xC2\xA6"};
  if (kind == 4) return json_rows_read(arena, source, (Str){0}, diags);
  if (kind == 5) return json_rows_read(arena, source, S("a.b"), diags);
  if (kind == 6) return ndjson_read(arena, source, diags);
  return csv_read(arena, source, str_from(delimiters[kind % 4]), diags);
}

static void check_places(const Table *table) {
  for (int i = 0; i < table->columns.count && i < 8; i++)
    for (int row = 0; row < table->row_count && row < 8; row++) {
      Place place = table_place(table, row, table->columns.items[i].name);
      assert(place.offset >= 0 && place.length >= 0 &&
             place.offset + place.length <= place.source->text.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 1 || size > 1 << 16) return 0;
  Arena arena = {0};
  Diags diags = {.arena = &arena, .strict_data = bytes[0] & 8};
  Source source = {S("data"), str_copy(&arena, (Str){(const char *)bytes + 1,
                                                     (int)size - 1})};
  DataFormat format = {0};
  Table *table = read_table(&arena, &source, bytes[0] & 7, &diags);
  if (table) {
    check_places(table);
    table_infer(&arena, table, &format, &diags);
  } else {
    assert(diags.error_count > 0);
  }
  arena_clear(&arena);
  return 0;
}
