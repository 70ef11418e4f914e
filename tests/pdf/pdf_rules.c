/* pdf_rules FILE... prints what the files violate; pdf_rules --mutations
 * FILE... shows that each thing taken away is found missing. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "mutations.h"
#include "rules.h"

static int check_file(Arena *arena, const char *path) {
  enum { SHOWN_MAX = 20 };
  PdfModel *model = model_read(arena, str_from(path));
  if (!model) {
    printf("FAILED %s: qpdf cannot read it\n", path);
    return 1;
  }
  Inspection inspection;
  inspect(arena, model, &inspection);
  for (int i = 0; i < inspection.violations.count && i < SHOWN_MAX; i++)
    printf("FAILED %s: %s: %.*s\n", path, inspection.violations.items[i].rule,
           STR(inspection.violations.items[i].message));
  return inspection.violations.count ? 1 : 0;
}

int main(int count, char **arguments) {
  int failed = 0, passed = 0;
  Arena arena = {0};
  if (count > 2 && !strcmp(arguments[1], "--mutations")) {
    mutations_try(&arena, arguments + 2, count - 2, &passed, &failed);
    arena_clear(&arena);
    count = 0;
  }
  for (int i = 1; i < count; i++) {
    if (check_file(&arena, arguments[i]))
      failed++;
    else
      passed++;
    arena_clear(&arena);
  }
  printf("%d passed, %d failed\n", passed, failed);
  return failed ? 1 : 0;
}
