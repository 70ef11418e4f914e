/* Every measure of the page in one place. style.c holds the defaults;
 * style_read.c changes them by the front matter's `style:`. Lengths are
 * points. */
#ifndef JIKJI_PAGE_STYLE_H
#define JIKJI_PAGE_STYLE_H

#include "article/article.h"
#include "page/paragraph/paragraph.h"

/* A size of type and its line pitch. */
typedef struct TypeSize {
  double size, leading;
} TypeSize;

/* Where the numbers of footnotes begin again. */
typedef enum NoteRestart {
  NOTES_THROUGHOUT,
  NOTES_BY_CHAPTER,
  NOTES_BY_PAGE
} NoteRestart;

typedef struct Style {
  double page_width, page_height;
  double margin_top, margin_right, margin_bottom, margin_left;

  Str serif, sans, mono; /* families */

  TypeSize body, title, subtitle, chapter, section, subsection, caption, table,
      note, footnote, running_head, quote, code, panel_value, panel_unit,
      panel_text;
  double indent;      /* of a paragraph, em */
  LineAlign align;    /* of body text */
  ParagraphForm form; /* how body text is broken and spaced */
  double block_gap;   /* at least, above and below figures and tables */
  int chapter_lines;  /* of air above a chapter's title, grid lines */
  int page_slack;     /* lines that a page may be longer, to save a short one */
  double picture_scale; /* of charts: larger on sheets for a wall */

  Color ink, accent, second_accent, grey, context, rule, fill, shade, paper;
  double hair_rule, thin_rule, title_rule, thick_rule, accent_rule;

  double cell_gap;      /* between columns, em of the table */
  double cell_space;    /* above and below a row's text */
  double footnote_rule; /* width, share of the measure */
  double float_share;   /* a table no taller than this share of a page floats */
  NotePlace note_place;
  bool notes_under_tables; /* those called in a table */
  NoteRestart note_restart;
  Str note_pattern;                     /* of a note's number, "1)" */
  ListMarks list_numbers, list_bullets; /* empty: official marks */
  bool indent_first;                    /* also after a heading or block */
  bool chapter_on_odd; /* printed books: chapters open on odd pages */
} Style;

double style_measure(const Style *style);     /* width of the text block */
double style_text_height(const Style *style); /* whole grid lines */

/* The measures of a report that says nothing of style. */
Style style_default(void);

/* A sheet turned on its side, with the same margins; one that lies already
 * stays as it is. */
Style style_turned(const Style *style);

/* Changes the style by the front matter's `style:` map. Unknown keys and wrong
 * values are errors with places. */
void style_read(Style *style, Arena *report, const Tree *front, Diags *diags);

/* Changes the style by what a block asks of its paragraphs: keys of the group
 * `paragraph`. */
void style_read_wishes(Style *style, Arena *report, const Block *block,
                       Diags *diags);

/* Text styles made of the measures. */
TextStyle style_serif(const Style *style, double size);
TextStyle style_sans(const Style *style, double size, int weight);
ParagraphStyle style_body(const Style *style, double measure);
ParagraphStyle style_sans_lines(const Style *style, TypeSize type, int weight,
                                double measure);

/* From the top of a line to its baseline, as paragraph/ sets it. */
double style_baseline(TypeSize type);

double points_of_mm(double millimetres);

#endif
