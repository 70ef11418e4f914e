/* The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a, -3a (ISO 19005-2, -3) that
 * a program can check, after the clauses that veraPDF names. One file a group;
 * the table of groups is in rules.c. */
#ifndef JIKJI_TESTS_PDF_RULES_H
#define JIKJI_TESTS_PDF_RULES_H

#include "content.h"
#include "model.h"
#include "tree.h"

typedef struct Violation {
  const char *rule; /* "ua 7.3-1", "a 6.1.3-1" */
  Str message;
} Violation;

typedef struct Inspection {
  Arena *arena;
  const PdfModel *model;
  int part; /* of ISO 19005 that the file claims: 2 or 3; 0: none */
  const Contents *contents;
  const StructureTree *tree;
  List(Violation) violations;
} Inspection;

/* Every rule of every group. */
void inspect(Arena *arena, const PdfModel *model, Inspection *inspection);

void violation(Inspection *inspection, const char *rule, const char *format,
               ...) __attribute__((format(printf, 3, 4)));

/* The groups. */
typedef void RuleGroup(Inspection *inspection);
RuleGroup rules_file, rules_metadata, rules_colour, rules_pictures, rules_fonts,
    rules_marks, rules_structure, rules_nesting, rules_tables, rules_language,
    rules_annotations, rules_attachments;

#endif
