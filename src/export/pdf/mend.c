/* What authors may write and PDF/UA-1 does not allow, made right: an element
 * keeps its place and gets the nearest role that is allowed there. */
#include "export/pdf/tree.h"

static bool is_heading(ElementRole role) {
  return role >= ELEMENT_H1 && role <= ELEMENT_H6;
}

/* The first heading is H1, and no level is skipped on the way down (7.4.2): a
 * heading too deep moves up, and with it those on its level that follow. */
static void mend_headings(PdfTree *tree) {
  int written[8] = {0}; /* of the headings above: the level as written */
  int depth = 0;
  for (int i = 0; i < tree->nodes.count; i++) {
    TreeNode *node = tree->nodes.items[i];
    if (!is_heading(node->role)) continue;
    int level = (int)(node->role - ELEMENT_H1) + 1;
    while (depth > 0 && written[depth] >= level)
      depth--;
    written[++depth] = level;
    node->role = (ElementRole)(ELEMENT_H1 + depth - 1);
  }
}

static bool has_body(const TreeNode *table) {
  for (int i = 0; i < table->kids.count; i++) {
    const TreeNode *kid = table->kids.items[i].node;
    if (kid && kid->role == ELEMENT_TABLE_BODY) return true;
  }
  return false;
}

/* A head without a body under it is the body (7.2). */
static void mend_head(TreeNode *node) {
  if (node->role == ELEMENT_TABLE_HEAD && node->parent &&
      !has_body(node->parent))
    node->role = ELEMENT_TABLE_BODY;
}

/* Cells find their heads through scopes (7.5). */
static void mend_scope(TreeNode *node) {
  if (node->role == ELEMENT_HEADER_CELL && node->scope == SCOPE_NONE)
    node->scope = SCOPE_COLUMN;
}

void pdf_mend(PdfTree *tree) {
  mend_headings(tree);
  for (int i = 0; i < tree->nodes.count; i++)
    mend_head(tree->nodes.items[i]);
  for (int i = 0; i < tree->nodes.count; i++)
    mend_scope(tree->nodes.items[i]);
}

/* RFC 3066, 2.1: words of at most eight letters or digits, the first of letters
 * alone, with hyphens between. */
Str pdf_language(Str tag) {
  int len = 0;
  bool is_first = true;
  for (int i = 0; i < tag.len; i++) {
    char c = tag.text[i];
    if (c == '-' && len > 0) {
      len = 0;
      is_first = false;
      continue;
    }
    bool is_allowed = g_ascii_isalpha(c) || (!is_first && g_ascii_isdigit(c));
    if (!is_allowed || ++len > 8) return (Str){0};
  }
  return len > 0 ? tag : (Str){0};
}
