/* Lines "number SPECIFIER NUMBER...", "time SPECIFIER DATE...", "parse
 * SPECIFIER TEXT" (specifiers in quotes), "date TEXT", "korean SPECIFIER
 * NUMBER...", "read NUMBER..." in; results out. "locale ko" changes the locale.
 */
#include "base/number.h"
#include "cases.h"
#include "expr/expr.h"
#include "korean/korean.h"

typedef struct FormatCase {
  Arena *arena;
  const Locale *locale;
  StrBuf *output;
} FormatCase;

/* A word, or what stands in quotes. */
static Str next_item(Str *line) {
  *line = str_trim(*line);
  if (!line->len) return *line;
  bool quoted = line->text[0] == '"';
  Str rest = quoted ? str_slice(*line, 1, line->len) : *line;
  int end = str_find_char(rest, quoted ? '"' : ' ');
  if (end < 0) end = rest.len;
  Str item = str_slice(rest, 0, end);
  *line = str_slice(rest, quoted && end < rest.len ? end + 1 : end, rest.len);
  return item;
}

static double number_of(Str text) {
  return value_to_number(value_str(text));
}

static void add_numbers(FormatCase *run, Str kind, Str specifier, Str rest) {
  for (Str item = next_item(&rest); item.len; item = next_item(&rest)) {
    Str text = {0};
    double number = number_of(item);
    bool done = true;
    if (str_is(kind, "number"))
      done = format_number(run->arena, specifier, number, run->locale, &text);
    else if (str_is(kind, "korean"))
      done = korean_number(run->arena, specifier, number, &text);
    else
      text = korean_reading(run->arena, number);
    if (done)
      strbuf_addf(run->output, " [%.*s]", STR(text));
    else
      strbuf_add_c(run->output, " not a format");
  }
}

static void add_times(FormatCase *run, Str specifier, Str rest) {
  for (Str item = next_item(&rest); item.len; item = next_item(&rest)) {
    double moment;
    if (!parse_date(item, &moment)) moment = number_of(item);
    Str text = format_time(run->arena, specifier, moment, run->locale);
    strbuf_addf(run->output, " [%.*s]", STR(text));
  }
}

static void add_moment(FormatCase *run, bool parsed, double moment) {
  Str text =
      parsed ? format_time(run->arena, S("%Y-%m-%d %H:%M:%S.%L"), moment, NULL)
             : S("no date");
  strbuf_addf(run->output, " %.*s", STR(text));
}

static void run_line(FormatCase *run, Str line) {
  Str rest = line, kind = next_item(&rest);
  double moment = 0;
  if (str_is(kind, "locale")) {
    run->locale = str_is(str_trim(rest), "ko") ? &locale_korean : NULL;
    return;
  }
  strbuf_addf(run->output, "%.*s ->", STR(line));
  if (str_is(kind, "date")) {
    bool parsed = parse_date(next_item(&rest), &moment);
    add_moment(run, parsed, moment);
  } else if (str_is(kind, "read")) {
    add_numbers(run, kind, (Str){0}, rest);
  } else {
    Str specifier = next_item(&rest);
    if (str_is(kind, "time")) {
      add_times(run, specifier, rest);
    } else if (str_is(kind, "parse")) {
      bool parsed =
          parse_time(next_item(&rest), specifier, run->locale, &moment);
      add_moment(run, parsed, moment);
    } else {
      add_numbers(run, kind, specifier, rest);
    }
  }
  strbuf_add_c(run->output, "\n");
}

void case_format(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)path;
  FormatCase run = {.arena = arena, .output = output};
  while (input.len) {
    int end = str_find_char(input, '\n');
    if (end < 0) end = input.len;
    if (end) run_line(&run, str_slice(input, 0, end));
    input = str_slice(input, end < input.len ? end + 1 : end, input.len);
  }
}
