/* ISO 14289-1, 7.2 and ISO 19005-2, 6.7.4: the language of everything. */
#include <glib.h>

#include "rules.h"

static void check_tag(Inspection *inspection, const char *tag,
                      const char *where) {
  if (!g_regex_match_simple("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", tag, 0, 0))
    violation(inspection, "ua 7.2-29", "%s: '%s' is no language", where, tag);
}

void rules_language(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  const json_t *language = model_find(model, model->catalog, "/Lang");
  if (!language)
    violation(inspection, "ua 7.2-34", "the file's language is not told");
  else
    check_tag(inspection, model_text(language), "the catalog");
  for (int i = 0; i < inspection->tree->nodes.count; i++) {
    const StructureNode *node = &inspection->tree->nodes.items[i];
    const json_t *own = json_object_get(node->element, "/Lang");
    if (own) check_tag(inspection, model_text(own), node->reference);
  }
  for (int i = 0; i < inspection->contents->languages.count; i++) {
    const char *written = inspection->contents->languages.items[i];
    Str inner = str_from(written);
    inner = str_slice(inner, 1, inner.len - 1);
    check_tag(inspection, str_c(inspection->arena, inner), "a mark");
  }
}
