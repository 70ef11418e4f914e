/* The table of rule groups. */
#include "rules.h"

#include <glib.h>
#include <stdarg.h>

static RuleGroup *const groups[] = {
    rules_file,   rules_metadata, rules_colour,      rules_pictures,
    rules_fonts,  rules_marks,    rules_structure,   rules_nesting,
    rules_tables, rules_language, rules_annotations, rules_attachments,
};

void violation(Inspection *inspection, const char *rule, const char *format,
               ...) {
  va_list arguments;
  va_start(arguments, format);
  char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  Violation found = {rule, str_copy(inspection->arena, str_from(message))};
  list_add(inspection->arena, &inspection->violations, found);
  g_free(message);
}

void inspect(Arena *arena, const PdfModel *model, Inspection *inspection) {
  *inspection = (Inspection){.arena = arena, .model = model};
  inspection->contents = contents_read(arena, model);
  inspection->tree = tree_read(arena, model);
  for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
    groups[i](inspection);
}
