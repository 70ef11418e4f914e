/* What an article is made of: blocks, and the inlines in them. A part of the
 * door article/article.h. */
#ifndef JIKJI_ARTICLE_ELEMENTS_H
#define JIKJI_ARTICLE_ELEMENTS_H

#include "base/list.h"
#include "base/source.h"

typedef struct Inline Inline;
typedef struct Block Block;

typedef List(Inline) InlineList;
typedef List(Block *) BlockList;

typedef enum InlineKind {
  INLINE_TEXT,       /* text; values and references are already text */
  INLINE_SPACE,      /* a soft line break of the source: a word space */
  INLINE_LINE_BREAK, /* a hard one */
  INLINE_EMPHASIS,
  INLINE_STRONG,
  INLINE_STRIKE,
  INLINE_SUPERSCRIPT,
  INLINE_SUBSCRIPT,
  INLINE_CODE,
  INLINE_LINK,
  INLINE_IMAGE,
  INLINE_FOOTNOTE,    /* the mark; the note's blocks are in Footnote */
  INLINE_REFERENCE,   /* text such as [그림 3]; leads to target */
  INLINE_PAGE_NUMBER, /* of the page of target; text: the particle pair that
                         follows, or empty */
  INLINE_SPAN         /* [text]{.class} */
} InlineKind;

struct Inline {
  InlineKind kind;
  Str text;   /* of text, code, reference; alt of an image */
  Str target; /* address of a link or image; id of a reference */
  Str title;
  Str classes;      /* of a span, "a b" */
  int footnote;     /* index into the article's footnotes */
  InlineList inner; /* of emphasis, strong, strike, link, span ... */
  Place place;
};

typedef enum BlockKind {
  BLOCK_HEADING,
  BLOCK_PARAGRAPH,
  BLOCK_LIST,
  BLOCK_QUOTE,
  BLOCK_CODE,
  BLOCK_RULE,
  BLOCK_TABLE,
  BLOCK_FIGURE,       /* a chart or a picture */
  BLOCK_NUMBER_PANEL, /* cells: value, unit, meaning, change */
  BLOCK_FROM_TO,      /* cells: item, until now, from now */
  BLOCK_MIRROR,       /* cells: left, theme, right */
  BLOCK_CALLOUT,
  BLOCK_EQUATION, /* a paragraph by itself, its number at the right */
  BLOCK_COLUMNS,
  BLOCK_DIV, /* a fenced div without a meaning of its own */
  BLOCK_PAGE_BREAK
} BlockKind;

/* What a numbered thing is called; all empty where it is not numbered. */
typedef struct Label {
  Str printed;   /* "제2장", "1.1", "[그림 3]" */
  Str reference; /* how it is referred to: "제2장", "1.1절", "[그림 3]" */
} Label;

/* Which numbering a heading's chapter belongs to. */
typedef enum Matter { MATTER_FRONT, MATTER_BODY, MATTER_BACK } Matter;

typedef enum CellAlign {
  ALIGN_DEFAULT,
  ALIGN_LEFT,
  ALIGN_CENTER,
  ALIGN_RIGHT,
  ALIGN_DECIMAL
} CellAlign;

typedef struct TableCell {
  InlineList inlines;
  CellAlign align;           /* ALIGN_DEFAULT: as its column */
  int indent;                /* levels */
  int row_span, column_span; /* 0 means 1 */
  bool is_head;              /* a row's head */
  bool is_covered;           /* under another cell's span */
  double shade;              /* 0 none .. 1 darkest, of the heat colour */
  Place place;
} TableCell;

typedef struct TableRow {
  TableCell *cells;  /* column_count of them */
  bool is_group_end; /* a thin rule stands under it */
} TableRow;

typedef struct TableColumn {
  CellAlign align;
  double width; /* share of the measure asked for, 0: found from the content */
} TableColumn;

typedef struct TableBody {
  int column_count, head_count; /* the first head_count rows are heads */
  TableColumn *columns;
  List(TableRow) rows;
} TableBody;

typedef struct ListItem {
  InlineList term; /* of a definition list */
  BlockList blocks;
  int task; /* 0 none, 1 open, 2 done */
} ListItem;

typedef enum ListForm {
  LIST_INHERITED, /* as the list around it; else plain */
  LIST_PLAIN,
  LIST_OFFICIAL,  /* 공문서: each level one em in, a lone item unmarked */
  LIST_OUTLINE,   /* 개조식: gaps by level, ragged */
  LIST_DEFINITION /* terms and what they mean */
} ListForm;

/* Numbering patterns, or bullets, by level; count 0: as the style says. */
enum { LIST_LEVELS = 8 };
typedef struct ListMarks {
  Str items[LIST_LEVELS];
  int count;
} ListMarks;

struct Block {
  BlockKind kind;
  Place place;
  Str id;      /* for references, or empty */
  Str classes; /* "a b" */
  Matter matter;

  int level;          /* heading: 1.. */
  Label label;        /* heading, table, figure */
  bool is_unnumbered; /* heading */
  InlineList inlines; /* heading, paragraph */
  Str plain;          /* heading, caption: without markup, for the outline */

  BlockList blocks; /* quote, call-out, columns, div */

  List(ListItem) items; /* list */
  bool is_ordered, is_tight;
  int first_number;
  ListForm list_form;
  ListMarks list_numbers, list_bullets;

  Str text, language; /* code */
  int first_line;     /* code: the number of its first line, 0: not numbered */

  TableBody *table; /* table, number panel, from-to, mirror */

  Str target; /* figure: path of a spec or a picture, as written */
  Place spec; /* figure: a spec in the article itself */
  InlineList caption, source, note, unit, title; /* title: of a call-out */
  Str alt;
  double width;      /* figure: share of the measure, 0: whole */
  int columns;       /* columns: how many */
  bool is_connected; /* number panel: joined by lines */
};

#endif
