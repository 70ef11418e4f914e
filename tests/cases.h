/* Test cases as text files. Each kind of case is a folder of tests/cases and a
 * function here; the table of kinds stands in run_cases.c. */
#ifndef JIKJI_TESTS_CASES_H
#define JIKJI_TESTS_CASES_H

#include "base/diag.h"

/* Turns a case's input into the text that is compared. `path` is the file it
 * came from. */
typedef void CaseRun(Arena *arena, Str path, Str input, StrBuf *output);

typedef struct CaseKind {
  const char *folder;
  CaseRun *run;
  /* NULL: .txt files of several cases, "=== name", input, "---", expected.
   * Else one case a file: NAME + input_ending -> NAME + expected_ending. */
  const char *input_ending, *expected_ending;
} CaseKind;

/* kinds/NAME.c */
CaseRun case_chart, case_breaks;
CaseRun case_cli;
CaseRun case_paragraph;
CaseRun case_scale, case_transform;
CaseRun case_tree;
CaseRun case_csv, case_expr, case_format;
CaseRun case_page;
CaseRun case_tags;
CaseRun case_article;
CaseRun case_emphasis;
CaseRun case_frame;
CaseRun case_josa;

/* A line of a cli case: "@word rest", and the lines up to the next. */
typedef struct CliLine {
  Str word, rest, body;
} CliLine;

/* Makes the file that the line asks for, under the folder; false when it asks
 * for none. */
bool cli_make_file(Arena *arena, Str folder, const CliLine *line);

/* For kinds that show diagnostics: "line:col: severity[code]: message" and
 * "hint: ..." lines. */
void case_add_diags(StrBuf *output, const Diags *diags);

#endif
