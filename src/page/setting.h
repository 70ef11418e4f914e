/* What the setting of blocks needs and leaves behind: the style, the notes, the
 * entries of the contents. Private to page/. */
#ifndef JIKJI_PAGE_SETTING_H
#define JIKJI_PAGE_SETTING_H

#include "page/block_place.h"
#include "page/flow/air.h"
#include "page/page.h"
#include "page/part.h"
#include "page/style.h"

typedef enum EntryKind {
  ENTRY_HEADING,
  ENTRY_TABLE,
  ENTRY_FIGURE,
  ENTRY_EQUATION
} EntryKind;

/* Something numbered that the contents and the outline lead to. */
typedef struct Entry {
  FlowEntry flow;
  EntryKind kind;
  int level;        /* of a heading */
  bool is_unlisted; /* contents leave the heading out */
  Str label;        /* "제1장", "1.1", "[그림 3]"; or empty */
  Str title;        /* without markup */
  const struct Part *part;
} Entry;

/* How tightly a part is set, to save a short last page. */
typedef struct Tightness {
  double leading;  /* share of the body's: 1 is all of it */
  double tracking; /* taken from the text's, em */
  double figures;  /* share of their height */
} Tightness;

/* What that has to work on, counted while a part is set. */
typedef struct Slack {
  int lines;      /* of text */
  double figures; /* height of the figures that could be lower */
} Slack;

/* A page number that the text prints. */
typedef struct PageTarget {
  Str id; /* what stands on the page */
  Place place;
} PageTarget;

typedef struct Setting {
  Arena *report;              /* of the lists that all parts add to */
  ParagraphContext paragraph; /* the part's arena, fonts, article, diags */
  const FigureSource *figures;
  Style style;
  FlowNote *notes;       /* by index of the footnote; no lines: not set yet */
  List(Entry *) entries; /* in the order of the article */
  const Part *part;      /* being set */
  StrBuf *lines;         /* NULL, or where broken paragraphs are written */
  int depth;             /* of blocks in blocks */
  Tightness tightness;   /* of the part being set */
  Slack slack;
  List(int) opened_notes; /* indices, in the order in which they were set */
  int chapter_notes;      /* how many were opened before the chapter */
  NoteNumbers note_numbers;
  List(PageTarget) page_targets;
} Setting;

/* Sets a paragraph in place->prose or another style, warns of loose and
 * overfull lines, writes it to setting->lines. */
Lines *setting_lines(Setting *setting, const InlineList *inlines,
                     const ParagraphStyle *style, Element *parent);

/* The lines under each other, as one frame. */
Frame *setting_stack(Setting *setting, const Lines *lines, double width);

/* One line of the program's own words. */
ShapedText *setting_label(Setting *setting, Str text, const TextStyle *style);

/* A bold label, then the inlines hanging beside it, as one frame of the style's
 * measure. An empty label leaves just the lines. */
typedef struct LabelledLines {
  Str label;
  Color label_color;
  int label_weight;
} LabelledLines;
typedef struct Labelled {
  Frame *frame;
  const Lines *lines;
} Labelled;
Labelled setting_labelled(Setting *setting, const LabelledLines *label,
                          const InlineList *inlines,
                          const ParagraphStyle *style, Element *parent);

/* Sets the notes whose first marks stand on the lines, as kids of
 * place->section, and adds them to `marks`. */
void setting_notes(Setting *setting, const BlockPlace *place,
                   const Lines *lines, NoteMarks *marks);

/* The space above and below a block of this height so that the text after it
 * stands on the grid again. */
double setting_gap(const Setting *setting, double height);

/* The air above and below a block of several items: even, as what follows goes
 * on to the grid; at the head of a page, where there is none above, just the
 * least below. air_open leaves `under_heading` where
 * a heading stands above; the block's items are added between the two. */
typedef struct BlockAir {
  int first; /* item of the block */
  double least;
  bool is_even;
} BlockAir;
BlockAir air_open(Setting *setting, const BlockPlace *place, double least,
                  double under_heading);
void air_close(Setting *setting, BlockPlace *place, BlockAir air);

/* Moves the left edge in by `indent`, as long as eight em of text are left. */
void setting_indent(BlockPlace *place, double indent);

/* A figure, no larger than asked for, its letters as large as the sheet wants
 * them. False after an error, or where there is no source of figures. */
bool setting_figure(const Setting *setting, const Block *block, Str target,
                    double width, double max_height, Figure *figure);

/* Makes an entry and returns it. */
Entry *setting_entry(Setting *setting, EntryKind kind, const Block *block);

/* An inline list of one text without a place. */
InlineList setting_words(Setting *setting, Str text);

#endif
