/* Hostile articles end soon, with a message where something is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "article/article.h"

typedef struct Outcome {
  Arena arena;
  Diags diags;
  Article *article;
} Outcome;

static void read_text(Outcome *outcome, Str text) {
  outcome->diags.arena = &outcome->arena;
  Source *source = arena_new(&outcome->arena, Source);
  *source = (Source){S("report.md"), text};
  ArticleRequest request = {.path = S("report.md")};
  outcome->article =
      article_read_source(&outcome->arena, source, &request, &outcome->diags);
  assert_non_null(outcome->article);
}

static bool has_code(const Outcome *outcome, DiagCode code) {
  for (int i = 0; i < outcome->diags.list.count; i++)
    if (outcome->diags.list.items[i].code == code) return true;
  return false;
}

/* `part` so many times over, then `end`. */
static Str repeated(Arena *arena, const char *part, int times,
                    const char *end) {
  StrBuf text = {.arena = arena};
  for (int i = 0; i < times; i++)
    strbuf_add_c(&text, part);
  strbuf_add_c(&text, end);
  return strbuf_str(&text);
}

static void test_wide_table(void **state) {
  (void)state;
  Outcome outcome = {0};
  Str row = repeated(&outcome.arena, "|a", 5000, "|\n");
  Str rule = repeated(&outcome.arena, "|-", 5000, "|\n");
  Str cells = repeated(&outcome.arena, "|b|\n", 5000, "");
  read_text(&outcome, str_join(&outcome.arena,
                               str_join(&outcome.arena, row, rule), cells));
  assert_true(has_code(&outcome, DIAG_ARTICLE_LIMIT));
  arena_clear(&outcome.arena);
}

static void test_deep_nesting(void **state) {
  (void)state;
  static const char *const parts[] = {"> ", "- ", "::: note\n"};
  for (int i = 0; i < 3; i++) {
    Outcome outcome = {0};
    read_text(&outcome, repeated(&outcome.arena, parts[i], 2000, "a\n"));
    assert_true(has_code(&outcome, DIAG_ARTICLE_LIMIT));
    arena_clear(&outcome.arena);
  }
}

static void test_deep_emphasis(void **state) {
  (void)state;
  Outcome outcome = {0};
  Str open = repeated(&outcome.arena, "*a **a ", 3000, "");
  Str close = repeated(&outcome.arena, " a** a*", 3000, "\n");
  read_text(&outcome, str_join(&outcome.arena, open, close));
  assert_true(has_code(&outcome, DIAG_ARTICLE_LIMIT));
  arena_clear(&outcome.arena);
}

/* Nothing to refuse, but much to look at: each must stay near linear. */
static void test_repeated_openings(void **state) {
  (void)state;
  static const char *const parts[] = {
      "{{ ", "{#a ", "{.b x=\"", "[",   "a]{.x} ", "<sup>", "@fig-",  "'\"",
      "**'", "~~",   "&amp;",    "\\*", "`",       "|",     ": a\n|", "![a](",
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    Outcome outcome = {0};
    read_text(&outcome, repeated(&outcome.arena, parts[i], 20000, "\n"));
    arena_clear(&outcome.arena);
  }
}

static void test_no_bytes(void **state) {
  (void)state;
  Outcome outcome = {0};
  read_text(&outcome, S(""));
  assert_int_equal(outcome.article->blocks.count, 0);
  assert_int_equal(outcome.diags.list.count, 0);
  arena_clear(&outcome.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_wide_table),
      cmocka_unit_test(test_deep_nesting),
      cmocka_unit_test(test_deep_emphasis),
      cmocka_unit_test(test_repeated_openings),
      cmocka_unit_test(test_no_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
