/* Any bytes as a topology: the first says what of it is asked for. What comes
 * out is drawn on a map. */
#include <glib.h>

#include "chart/geo/projection.h"
#include "table/table.h"
#include "table/topojson.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void draw_rows(Arena *arena, const Table *table) {
  GeoShape shape = {0};
  for (int row = 0; row < table->row_count; row++)
    geo_shape_add(arena, &shape, table_row_object(arena, table, row));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 1 || size > 1 << 16) return 0;
  Arena arena = {0};
  Diags diags = {.arena = &arena};
  Source source = {
      S("map.json"),
      str_copy(&arena, (Str){(const char *)bytes + 1, (int)size - 1})};
  bool is_mesh = bytes[0] & 1;
  DataFormat format = {.feature = is_mesh ? (Str){0} : S("a"),
                       .mesh = is_mesh ? S("a") : (Str){0}};
  Table *table = topojson_read(&arena, &source, &format, &diags);
  if (table) draw_rows(&arena, table);
  arena_clear(&arena);
  return 0;
}
