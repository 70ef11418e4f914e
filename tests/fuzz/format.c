/* Any bytes as a number and a specifier, or a date and a specifier. */
#include <string.h>

#include "expr/expr.h"
#include "korean/korean.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  double number, moment;
  if (size < sizeof number || size > 300) return 0;
  memcpy(&number, bytes, sizeof number);
  Arena arena = {0};
  Str rest = str_copy(&arena, (Str){(const char *)bytes + sizeof number,
                                    (int)(size - sizeof number)});
  Str text;
  format_number(&arena, rest, number, NULL, &text);
  korean_number(&arena, rest, number, &text);
  korean_reading(&arena, number);
  format_time(&arena, rest, number, &locale_korean);
  parse_date(rest, &moment);
  int middle = str_find_char(rest, '|');
  if (middle >= 0 && parse_time(str_slice(rest, middle + 1, rest.len),
                                str_slice(rest, 0, middle), NULL, &moment))
    format_time(&arena, rest, moment, NULL);
  arena_clear(&arena);
  return 0;
}
