/* Numbering in reading order: 제1장, 1.1, 부록 A, [그림 1], 〈표 1〉, (1), 1).
 */
#include "article/number.h"

#include <glib.h>

#include "article/attributes.h"
#include "article/numbering_style.h"
#include "article/walk.h"
#include "korean/korean.h"

/* What is counted through the article, each on its own. */
typedef enum Series { FIGURES, TABLES, EQUATIONS, SERIES_COUNT } Series;

typedef struct Numbering {
  Arena *report;
  NumberingStyle style;
  Matter matter;
  int counts[HEADING_LEVELS]; /* of headings, by level */
  Str paths[HEADING_LEVELS];  /* how the open heading of a level is named */
  bool is_appendix;
  int series[SERIES_COUNT];
} Numbering;

/* A chapter says which matter it and what follows belong to. */
static void turn_matter(Numbering *numbering, const Block *heading) {
  if (classes_hold(heading->classes, "summary")) {
    numbering->matter = MATTER_FRONT;
  } else if (classes_hold(heading->classes, "appendix")) {
    numbering->matter = MATTER_BACK;
    if (!numbering->is_appendix) numbering->counts[0] = 0;
    numbering->is_appendix = true;
  } else if (numbering->matter == MATTER_FRONT) {
    numbering->matter = MATTER_BODY;
  }
}

/* -- How a heading is referred to -- */

static bool holds_word(Str text) {
  for (int at = 0; at < text.len;) {
    uint32_t c = str_next(text, &at);
    if (c == ' ' || c == 0xC81C) return true; /* 부록 A, 제1장 */
  }
  return false;
}

static bool ends_in_number(Str text) {
  const char *last = g_utf8_find_prev_char(text.text, text.text + text.len);
  uint32_t c = last ? g_utf8_get_char(last) : 0;
  return c < 0x80 ? g_ascii_isalnum((char)c) : c >= 0x2160 && c <= 0x217B;
}

/* 제1장, 제2절, 제3관 ... */
static bool ends_in_word(Str path) {
  static const char *const words[] = {"편", "부", "장", "절",
                                      "관", "항", "목", "조"};
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
    if (str_ends(path, str_from(words[i]))) return true;
  return false;
}

/* The number with those of the headings above it, where it does not hold them:
 * 제1장 제2절, Ⅰ.1, 1.가. */
static Str heading_path(const Numbering *numbering, int level, Str pattern,
                        Str printed) {
  while (str_ends(printed, S(".")))
    printed.len--;
  Str above = {0};
  for (int i = level - 2; i >= 0 && !above.len; i--)
    above = numbering->paths[i];
  if (!above.len || numbering_signs(pattern) >= level) return printed;
  const char *between = ends_in_word(above) ? " " : ".";
  if (printed.text[0] == '(' || above.text[above.len - 1] == ')') between = "";
  return str_format(numbering->report, "%.*s%s%.*s", STR(above), between,
                    STR(printed));
}

/* Spaces in a reference never break. */
static Str with_hard_spaces(Arena *report, Str text) {
  StrBuf hard = {.arena = report};
  for (int at = 0; at < text.len;) {
    uint32_t c = str_next(text, &at);
    strbuf_add_char(&hard, c == ' ' ? 0xA0 : c);
  }
  return strbuf_str(&hard);
}

/* A bare number is called what it counts: 2장, 2.1절. */
static Str heading_reference(const Numbering *numbering, int level, Str path) {
  bool is_bare = ends_in_number(path) && !holds_word(path);
  Str counter = {0};
  if (is_bare) counter = level == 1 ? S("장") : S("절");
  return with_hard_spaces(numbering->report,
                          str_join(numbering->report, path, counter));
}

static void label_heading(Numbering *numbering, Block *heading) {
  int level = heading->level;
  int *counts = numbering->counts;
  counts[level - 1]++;
  for (int i = level; i < HEADING_LEVELS; i++)
    counts[i] = 0;
  for (int i = level - 1; i < HEADING_LEVELS; i++)
    numbering->paths[i] = (Str){0};
  const Str *patterns = numbering->is_appendix ? numbering->style.appendices
                                               : numbering->style.headings;
  Str pattern = patterns[level - 1];
  if (!pattern.len) return;
  Str printed = numbering_print(numbering->report, pattern, counts, level);
  Str path = heading_path(numbering, level, pattern, printed);
  numbering->paths[level - 1] = path;
  heading->label = (Label){printed, heading_reference(numbering, level, path)};
}

/* -- Figures, tables, equations -- */

/* Numbers by chapter begin again in each. */
static void restart_series(Numbering *numbering) {
  const NumberingStyle *style = &numbering->style;
  const Str patterns[] = {style->figure, style->table, style->equation};
  for (int i = 0; i < SERIES_COUNT; i++)
    if (numbering_signs(patterns[i]) == 2) numbering->series[i] = 0;
}

static void number_heading(Numbering *numbering, Block *heading) {
  if (heading->level == 1) turn_matter(numbering, heading);
  heading->matter = numbering->matter;
  heading->is_unnumbered |= numbering->matter == MATTER_FRONT ||
                            classes_hold(heading->classes, "unnumbered");
  if (heading->is_unnumbered) return;
  label_heading(numbering, heading);
  if (heading->level == 1) restart_series(numbering);
}

/* In an appendix the chapter's sign is a letter: [그림 A-1]. */
static Str appendix_pattern(const Numbering *numbering, Str pattern) {
  int sign = str_find_char(pattern, '1');
  bool has_letter = str_find_char(numbering->style.appendices[0], 'A') >= 0;
  if (!numbering->is_appendix || !has_letter || sign < 0 ||
      numbering_signs(pattern) < 2)
    return pattern;
  return str_format(numbering->report, "%.*sA%.*s", sign, pattern.text,
                    pattern.len - sign - 1, pattern.text + sign + 1);
}

static void label_series(Numbering *numbering, Block *block, Series series,
                         Str pattern) {
  Arena *report = numbering->report;
  int counts[] = {numbering->counts[0], ++numbering->series[series]};
  pattern = appendix_pattern(numbering, pattern);
  Str printed = numbering_print(report, pattern, counts, 2);
  Str called = printed;
  if (series == EQUATIONS) called = str_format(report, "식 %.*s", STR(printed));
  block->label = (Label){printed, with_hard_spaces(report, called)};
}

static bool is_called_table(const Block *block) {
  return block->kind == BLOCK_TABLE || str_starts(block->id, S("tbl-"));
}

/* Tables are tables; panels and the like are, unless their id says otherwise,
 * figures. Without a caption and an id they carry no number. */
static void label_float(Numbering *numbering, Block *block) {
  if (!block->caption.count && !block->id.len) return;
  if (is_called_table(block))
    label_series(numbering, block, TABLES, numbering->style.table);
  else
    label_series(numbering, block, FIGURES, numbering->style.figure);
}

/* (가), (나) of a group of figures. */
static void label_parts(Numbering *numbering, Block *group) {
  for (int i = 0; i < group->blocks.count; i++) {
    int count = i + 1;
    Str sign = numbering_print(numbering->report, S("(가)"), &count, 1);
    Str called = str_join(numbering->report, group->label.reference, sign);
    group->blocks.items[i]->label = (Label){sign, called};
  }
}

static void label_block(Numbering *numbering, Block *block) {
  if (block->is_part) return;
  switch (block->kind) {
  case BLOCK_FIGURES:
    label_float(numbering, block);
    label_parts(numbering, block);
    break;
  case BLOCK_TABLE:
  case BLOCK_FIGURE:
  case BLOCK_NUMBER_PANEL:
  case BLOCK_FROM_TO:
  case BLOCK_MIRROR:
    label_float(numbering, block);
    break;
  case BLOCK_EQUATION:
    if (block->id.len)
      label_series(numbering, block, EQUATIONS, numbering->style.equation);
    break;
  default:
    break;
  }
}

static void number_block(void *owner, Block *block) {
  Numbering *numbering = owner;
  if (block->kind == BLOCK_HEADING) {
    number_heading(numbering, block);
    return;
  }
  block->matter = numbering->matter;
  if (!classes_hold(block->classes, "unnumbered"))
    label_block(numbering, block);
}

void article_number(const Reading *reading) {
  Article *article = reading->article;
  Numbering numbering = {.report = reading->report,
                         .style = numbering_style_read(reading),
                         .matter = MATTER_BODY};
  article_walk(article, number_block, &numbering);
  for (int i = 0; i < article->footnotes.count; i++)
    article->footnotes.items[i].number =
        str_format(reading->report, "%d)", i + 1);
}
