/* Numbering in reading order: 제1장, 1.1, 부록 A, [그림 1], 〈표 1〉, 1). */
#include "article/number.h"

#include "article/attributes.h"
#include "article/walk.h"

enum { LEVELS = 6 };

typedef struct Numbering {
  Arena *report;
  Matter matter;
  int counts[LEVELS]; /* of headings, by level */
  bool is_appendix;
  int figures, tables;
} Numbering;

static Str letter_of(Arena *report, int number) {
  if (number <= 26) return str_format(report, "%c", 'A' + number - 1);
  return str_format(report, "%d", number);
}

/* "2.1.3", the first part a letter in an appendix. */
static Str heading_number(const Numbering *numbering, int level) {
  StrBuf text = {.arena = numbering->report};
  for (int i = 0; i < level; i++) {
    if (i) strbuf_add_c(&text, ".");
    if (i == 0 && numbering->is_appendix)
      strbuf_add(&text, letter_of(numbering->report, numbering->counts[0]));
    else
      strbuf_addf(&text, "%d", numbering->counts[i]);
  }
  return strbuf_str(&text);
}

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

static void label_heading(Numbering *numbering, Block *heading) {
  Arena *report = numbering->report;
  int level = heading->level;
  numbering->counts[level - 1]++;
  for (int i = level; i < LEVELS; i++)
    numbering->counts[i] = 0;
  Str number = heading_number(numbering, level);
  heading->label.number = number;
  if (level > 1)
    heading->label.word = number;
  else if (numbering->is_appendix)
    heading->label.word = str_format(report, "부록 %.*s", STR(number));
  else
    heading->label.word = str_format(report, "제%.*s장", STR(number));
  heading->label.printed = heading->label.word;
}

static void number_heading(Numbering *numbering, Block *heading) {
  if (heading->level == 1) turn_matter(numbering, heading);
  heading->matter = numbering->matter;
  heading->is_unnumbered |= numbering->matter == MATTER_FRONT ||
                            classes_hold(heading->classes, "unnumbered");
  if (!heading->is_unnumbered) label_heading(numbering, heading);
}

/* Tables are tables; panels and the like are, unless their id says otherwise,
 * figures. */
static bool is_table(const Block *block) {
  if (block->kind == BLOCK_TABLE) return true;
  return str_starts(block->id, S("tbl-"));
}

static bool is_numbered(const Block *block) {
  switch (block->kind) {
  case BLOCK_TABLE:
  case BLOCK_FIGURE:
  case BLOCK_NUMBER_PANEL:
  case BLOCK_FROM_TO:
  case BLOCK_MIRROR:
    return block->caption.count > 0 || block->id.len > 0;
  default:
    return false;
  }
}

static void label_float(Numbering *numbering, Block *block) {
  Arena *report = numbering->report;
  bool table = is_table(block);
  int number = table ? ++numbering->tables : ++numbering->figures;
  block->label.word = table ? S("표") : S("그림");
  block->label.number = str_format(report, "%d", number);
  block->label.printed =
      str_format(report, table ? "〈표 %d〉" : "[그림 %d]", number);
}

static void number_block(void *owner, Block *block) {
  Numbering *numbering = owner;
  if (block->kind == BLOCK_HEADING) {
    number_heading(numbering, block);
    return;
  }
  block->matter = numbering->matter;
  if (is_numbered(block) && !classes_hold(block->classes, "unnumbered"))
    label_float(numbering, block);
}

void article_number(const Reading *reading) {
  Article *article = reading->article;
  Numbering numbering = {.report = reading->report, .matter = MATTER_BODY};
  article_walk(article, number_block, &numbering);
  for (int i = 0; i < article->footnotes.count; i++)
    article->footnotes.items[i].number =
        str_format(reading->report, "%d)", i + 1);
}
