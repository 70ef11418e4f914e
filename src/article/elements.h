/* What an article is made of: blocks. A part of the door article/article.h. */
#ifndef JIKJI_ARTICLE_ELEMENTS_H
#define JIKJI_ARTICLE_ELEMENTS_H

#include "article/cells.h"

typedef struct Block Block;
typedef List(Block *) BlockList;

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
  BLOCK_EQUATION,     /* a paragraph by itself, its number at the right */
  BLOCK_BIBLIOGRAPHY, /* each paragraph in it is an entry */
  BLOCK_INDEX,
  BLOCK_FIGURES, /* pictures side by side under one number */
  BLOCK_COLUMNS,
  BLOCK_LANDSCAPE, /* on sheets turned on their side */
  BLOCK_DIV,       /* a fenced div without a meaning of its own */
  BLOCK_PAGE_BREAK
} BlockKind;

/* What a numbered thing is called; all empty where it is not numbered. */
typedef struct Label {
  Str printed;   /* "제2장", "1.1", "[그림 3]" */
  Str reference; /* how it is referred to: "제2장", "1.1절", "[그림 3]" */
} Label;

/* Which numbering a heading's chapter belongs to. */
typedef enum Matter { MATTER_FRONT, MATTER_BODY, MATTER_BACK } Matter;

typedef struct ListItem {
  InlineList term; /* of a definition list */
  BlockList blocks;
  int task; /* 0 none, 1 open, 2 done */
} ListItem;

/* How many figures may stand side by side. */
enum { FIGURES_MOST = 6 };

/* Where footnotes stand. */
typedef enum NotePlace {
  NOTES_ON_PAGE,
  NOTES_AFTER_CHAPTER,
  NOTES_AT_END
} NotePlace;

/* Where a figure or table may stand. */
typedef enum BlockPlacement {
  PLACED_ANYWHERE,
  PLACED_HERE,
  PLACED_AT_TOP,
  PLACED_AT_BOTTOM,
  PLACED_ON_PAGE /* by itself */
} BlockPlacement;

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

/* A key of the style that a block changes for what it holds. */
typedef struct StyleWish {
  Str name, value;
  Place name_place, value_place;
} StyleWish;

struct Block {
  BlockKind kind;
  Place place;
  Str id;      /* for references, or empty */
  Str classes; /* "a b" */
  Matter matter;

  int level;          /* heading: 1.. */
  Label label;        /* heading, table, figure */
  bool is_unnumbered; /* heading */
  bool is_unlisted;   /* heading: contents leave it out */
  Str short_title;    /* heading: for running heads, or empty */
  bool opens_on_odd;  /* heading of a chapter: its page has an odd number */
  bool has_note_place;
  NotePlace note_place; /* of the chapter's notes, where its heading tells */
  InlineList inlines;   /* heading, paragraph */
  Str plain;            /* heading, caption: without markup, for the outline */

  BlockList blocks;       /* quote, call-out, columns, div */
  List(StyleWish) wishes; /* div: how its paragraphs are set */

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
  double width; /* figure, column: share of the measure, 0: none is asked for */
  int columns;  /* columns: how many */
  BlockPlacement placement;
  bool is_turned;    /* figure: set on its side, on a page of its own */
  bool is_part;      /* one of BLOCK_FIGURES */
  bool is_connected; /* number panel: joined by lines */
  bool is_summary;   /* call-out: between rules, not beside a bar */
};

#endif
