/* ISO 14289-1, 7.2: which element may stand in which (ISO 32000-1, 14.8.4). */
#include <glib.h>
#include <string.h>

#include "rules.h"

/* Patterns over the roles of the kids, "Caption&TR&TR"; empty is always right.
 * Patterns over the role above. */
static const struct {
  const char *rule, *role, *kids, *parent;
} table[] = {
    {"ua 7.2-3", "Table",
     "^(Caption&)?(TR|THead|TBody|TFoot)(&(TR|THead|TBody|TFoot))*$|"
     "^(TR|THead|TBody|TFoot)(&(TR|THead|TBody|TFoot))*(&Caption)?$|^Caption$",
     NULL},
    {"ua 7.2-4", "TR", NULL, "^(Table|THead|TBody|TFoot)$"},
    {"ua 7.2-5", "THead", NULL, "^Table$"},
    {"ua 7.2-6", "TBody", NULL, "^Table$"},
    {"ua 7.2-7", "TFoot", NULL, "^Table$"},
    {"ua 7.2-8", "TH", NULL, "^TR$"},
    {"ua 7.2-9", "TD", NULL, "^TR$"},
    {"ua 7.2-10", "TR", "^(TH|TD)(&(TH|TD))*$", NULL},
    {"ua 7.2-11", "Table", "^(?!.*THead.*THead)", NULL},
    {"ua 7.2-12", "Table", "^(?!.*TFoot.*TFoot)", NULL},
    {"ua 7.2-13", "Table", "^(?!.*TFoot)|TBody", NULL},
    {"ua 7.2-14", "Table", "^(?!.*THead)|TBody", NULL},
    {"ua 7.2-17", "LI", NULL, "^L$"},
    {"ua 7.2-18", "LBody", NULL, "^LI$"},
    {"ua 7.2-19", "L", "^(Caption&)?(L|LI)(&(L|LI))*$|^Caption$", NULL},
    {"ua 7.2-20", "LI", "^(Lbl|LBody)(&(Lbl|LBody))*$", NULL},
    {"ua 7.2-26", "TOCI", NULL, "^TOC$"},
    {"ua 7.2-27", "TOC", "^(Caption&)?(TOC|TOCI)(&(TOC|TOCI))*$|^Caption$",
     NULL},
    {"ua 7.2-36", "THead", "^TR(&TR)*$", NULL},
    {"ua 7.2-37", "TBody", "^TR(&TR)*$", NULL},
    {"ua 7.2-38", "TFoot", "^TR(&TR)*$", NULL},
    {"ISO 32000-1 14.8.4.4", "Caption", NULL, "^(?!Figure|Formula)"},
    {"ISO 32000-1 14.8.4.2", "Sect", NULL, "^(Document|Part|Art|Sect|Div)$"},
    {"ISO 32000-1 14.8.4.2", "Document", NULL, "^$"},
};

static void check(Inspection *inspection, const char *rule,
                  const StructureNode *node, const char *pattern,
                  const char *roles) {
  if (!pattern || g_regex_match_simple(pattern, roles, 0, 0)) return;
  violation(inspection, rule, "%s %s: not with '%.200s'", node->role,
            node->reference, roles);
}

void rules_nesting(Inspection *inspection) {
  const StructureTree *tree = inspection->tree;
  for (int i = 0; i < tree->nodes.count; i++) {
    const StructureNode *node = &tree->nodes.items[i];
    Str kids = tree_kid_roles(inspection->arena, tree, node);
    for (size_t k = 0; k < G_N_ELEMENTS(table); k++) {
      if (strcmp(node->role, table[k].role)) continue;
      if (kids.len)
        check(inspection, table[k].rule, node, table[k].kids, kids.text);
      check(inspection, table[k].rule, node, table[k].parent,
            tree_parent_role(tree, node));
    }
  }
}
