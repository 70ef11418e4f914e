/* The words of PDF syntax, also where they are broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "export/pdf/tokens.h"

static void assert_token(Str bytes, int *at, PdfTokenKind kind,
                         const char *text) {
  PdfToken token = pdf_token_next(bytes, at);
  assert_int_equal(token.kind, kind);
  assert_true(str_is(token.text, text));
}

static void marks_inside_strings_are_text(void **state) {
  (void)state;
  Str bytes = S("/Span<</MCID 0>>BDC(a \\) /P << /MCID 7 >> BDC (b))Tj<4a>");
  int at = 0;
  assert_token(bytes, &at, PDF_NAME, "/Span");
  assert_token(bytes, &at, PDF_OPEN_DICTIONARY, "<<");
  assert_token(bytes, &at, PDF_NAME, "/MCID");
  assert_token(bytes, &at, PDF_NUMBER, "0");
  assert_token(bytes, &at, PDF_CLOSE_DICTIONARY, ">>");
  assert_token(bytes, &at, PDF_WORD, "BDC");
  assert_token(bytes, &at, PDF_STRING, "(a \\) /P << /MCID 7 >> BDC (b))");
  assert_token(bytes, &at, PDF_WORD, "Tj");
  assert_token(bytes, &at, PDF_STRING, "<4a>");
  assert_token(bytes, &at, PDF_END, "");
}

static void values_are_found_by_name(void **state) {
  (void)state;
  Str bytes = S("<< /A [1 0 R << /B 2 >>] /Length 5 0 R % /C 9\n/C -1.5>>");
  assert_true(str_is(pdf_dictionary_find(bytes, "A"), "[1 0 R << /B 2 >>]"));
  assert_int_equal(pdf_reference(pdf_dictionary_find(bytes, "Length")), 5);
  assert_true(str_is(pdf_dictionary_find(bytes, "C"), "-1.5"));
  assert_int_equal(pdf_dictionary_find(bytes, "B").len, 0);
  assert_int_equal(pdf_reference(S("12")), 0);
}

static void broken_syntax_ends(void **state) {
  (void)state;
  static const char *const broken[] = {"(never ends", "<12", ">", ")", "(\\"};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    int at = 0;
    assert_int_equal(pdf_token_next(str_from(broken[i]), &at).kind, PDF_BROKEN);
  }
  int at = 0;
  assert_int_equal(pdf_value_next(S("[1 2"), &at).len, 0);
  assert_int_equal(pdf_dictionary_find(S("<</A"), "A").len, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_inside_strings_are_text),
      cmocka_unit_test(values_are_found_by_name),
      cmocka_unit_test(broken_syntax_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
