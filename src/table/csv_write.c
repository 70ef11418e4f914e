/* A table as CSV text (RFC 4180). */
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "table/table.h"

static bool needs_quotes(Str text) {
  for (int i = 0; i < text.len; i++)
    if (strchr(",\"\r\n", text.text[i]) && text.text[i]) return true;
  return false;
}

static void put_field(StrBuf *csv, Str text) {
  if (!needs_quotes(text)) {
    strbuf_add(csv, text);
    return;
  }
  strbuf_add(csv, S("\""));
  for (int i = 0; i < text.len; i++) {
    if (text.text[i] == '"') strbuf_add(csv, S("\""));
    strbuf_add(csv, str_slice(text, i, i + 1));
  }
  strbuf_add(csv, S("\""));
}

/* ISO 8601; a day alone where the time is midnight. */
static Str moment_text(Arena *arena, double milliseconds) {
  if (!isfinite(milliseconds)) return (Str){0};
  CivilTime time = calendar_civil(milliseconds);
  Str day =
      str_format(arena, "%04d-%02d-%02d", time.year, time.month, time.day);
  if (fmod(milliseconds, 86400000) == 0) return day;
  return str_format(arena, "%.*sT%02d:%02d:%02dZ", STR(day), time.hour,
                    time.minute, time.second);
}

static Str cell_text(Arena *arena, Value value) {
  if (value.kind == VALUE_UNDEFINED || value.kind == VALUE_NULL)
    return (Str){0};
  if (value.kind == VALUE_TIME) return moment_text(arena, value.number);
  if (value.kind == VALUE_NUMBER && !isfinite(value.number)) return (Str){0};
  return value_to_str(arena, value);
}

Str table_write_csv(Arena *arena, const Table *table) {
  StrBuf csv = {.arena = arena};
  for (int c = 0; c < table->columns.count; c++) {
    if (c) strbuf_add(&csv, S(","));
    put_field(&csv, table->columns.items[c].name);
  }
  strbuf_add(&csv, S("\r\n"));
  for (int row = 0; row < table->row_count; row++) {
    for (int c = 0; c < table->columns.count; c++) {
      if (c) strbuf_add(&csv, S(","));
      put_field(&csv, cell_text(arena, table->columns.items[c].cells[row]));
    }
    strbuf_add(&csv, S("\r\n"));
  }
  return strbuf_str(&csv);
}
