/* style.numbering of the front matter -> patterns. */
#include "article/numbering_style.h"

#include <glib.h>

#include "korean/korean.h"

/* Numberings of headings by name. */
static const struct {
  const char *name;
  const char *headings[HEADING_LEVELS];
} schemes[] = {
    {"chapters",
     {"제1장", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1"}},
    {"korean", {"제1장", "제1절", "1.", "가.", "1)", "가)"}},
    {"official", {"1.", "가.", "1)", "가)", "(1)", "(가)"}},
    {"roman", {"Ⅰ.", "1.", "1)", "(1)", "①", "가."}},
    {"decimal", {"1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1"}},
    {"none", {NULL}},
};

static void take_scheme(Str *headings, const char *const *patterns) {
  for (int i = 0; i < HEADING_LEVELS; i++)
    headings[i] = str_from(patterns[i]);
}

/* Chapters of the appendix carry a letter in place of their number. */
static const char *const appendix_patterns[HEADING_LEVELS] = {
    "부록 A", "A.1", "A.1.1", "A.1.1.1", "A.1.1.1.1", "A.1.1.1.1.1"};

typedef struct StyleReading {
  const Reading *reading;
  const json_t *map;
} StyleReading;

static void refuse(const StyleReading *from, const char *key,
                   const char *wanted) {
  const Tree *front = from->reading->article->front;
  diag(from->reading->diags, DIAG_PAGE_STYLE_VALUE,
       tree_place(front, from->map, key), "style.numbering.%s takes %s", key,
       wanted);
}

static void name_schemes(const StyleReading *from, Str name) {
  const char *names[G_N_ELEMENTS(schemes)];
  for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
    names[i] = schemes[i].name;
  refuse(from, "headings",
         "chapters, korean, official, roman, decimal, none, or a list of "
         "patterns");
  diag_hint_nearest(from->reading->diags, name, names,
                    (int)G_N_ELEMENTS(schemes));
}

static bool read_pattern(const json_t *value, Str *pattern) {
  *pattern = json_str(value);
  return json_is_string(value) &&
         (pattern->len == 0 || numbering_signs(*pattern) > 0);
}

static void read_headings(const StyleReading *from, Str *headings) {
  const json_t *value = json_object_get(from->map, "headings");
  if (!value) return;
  if (json_is_array(value)) {
    bool is_right = json_array_size(value) <= HEADING_LEVELS;
    for (size_t i = 0; i < HEADING_LEVELS; i++) {
      const json_t *item = json_array_get(value, i);
      headings[i] = (Str){0};
      if (item) is_right &= read_pattern(item, &headings[i]);
    }
    if (is_right) return;
    refuse(from, "headings", "up to six patterns such as \"제1장\" or \"가.\"");
    diag_hint(from->reading->diags, "write them in quotes: \"1.\"");
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
    if (!str_is(json_str(value), schemes[i].name)) continue;
    take_scheme(headings, schemes[i].headings);
    return;
  }
  name_schemes(from, json_str(value));
}

static void read_label(const StyleReading *from, const char *key,
                       Str *pattern) {
  const json_t *value = json_object_get(from->map, key);
  if (!value) return;
  Str asked;
  bool is_right = read_pattern(value, &asked) && numbering_signs(asked) > 0 &&
                  numbering_signs(asked) <= 2;
  if (is_right)
    *pattern = asked;
  else
    refuse(from, key,
           "a pattern such as \"〈표 1〉\", or \"〈표 1-1〉\" by chapter");
}

/* "별첨 1": what stands before its sign stands before no lower heading. */
static void read_appendix(const StyleReading *from, Str *appendices) {
  if (!json_object_get(from->map, "appendix")) return;
  Str pattern = appendices[0];
  read_label(from, "appendix", &pattern);
  appendices[0] = pattern;
  bool has_letter = str_find_char(pattern, 'A') >= 0;
  for (int i = 1; i < HEADING_LEVELS && !has_letter; i++)
    appendices[i] =
        str_format(from->reading->report, "1%s", appendix_patterns[i] + 1);
}

NumberingStyle numbering_style_read(const Reading *reading) {
  NumberingStyle style = {
      .figure = S("[그림 1]"), .table = S("〈표 1〉"), .equation = S("(1)")};
  take_scheme(style.headings, schemes[0].headings);
  take_scheme(style.appendices, appendix_patterns);
  const json_t *all = json_object_get(reading->article->front->root, "style");
  StyleReading from = {reading, json_object_get(all, "numbering")};
  if (!json_is_object(from.map)) return style;
  read_headings(&from, style.headings);
  read_appendix(&from, style.appendices);
  read_label(&from, "figures", &style.figure);
  read_label(&from, "tables", &style.table);
  read_label(&from, "equations", &style.equation);
  return style;
}
