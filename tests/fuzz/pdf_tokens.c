/* Any bytes as PDF syntax: every token moves on, nothing is read outside. */
#include <assert.h>

#include "export/pdf/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size > 1 << 16) return 0;
  Arena arena = {0};
  Str text = str_copy(&arena, (Str){(const char *)bytes, (int)size});
  for (int at = 0, before = -1;;) {
    PdfToken token = pdf_token_next(text, &at);
    if (token.kind == PDF_END) break;
    assert(at > before && at <= text.len);
    before = at;
  }
  for (int at = 0; pdf_value_next(text, &at).len;)
    assert(at <= text.len);
  pdf_dictionary_find(text, "MCID");
  PdfFile file;
  if (pdf_file_read(&arena, text, &file))
    for (int i = 0; i < file.count; i++)
      pdf_object(&file, i);
  arena_clear(&arena);
  return 0;
}
