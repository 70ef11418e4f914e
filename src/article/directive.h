/* What a fenced div means, by its class. Private to article/. */
#ifndef JIKJI_ARTICLE_DIRECTIVE_H
#define JIKJI_ARTICLE_DIRECTIVE_H

#include "article/blocks.h"

/* A div that was read: its attributes and what it holds. */
typedef struct Div {
  const Attributes *attributes;
  BlockList blocks;
  Place place; /* of its opening line */
} Div;

/* The block that a div stands for; NULL after an error. */
typedef Block *DirectiveRead(const Reading *reading, const Div *div);

/* By the class; a div of a class unknown here keeps its blocks. */
Block *directive_read(const Reading *reading, const Div *div);

DirectiveRead directive_table;
DirectiveRead directive_timeline;
DirectiveRead directive_number_panel;
DirectiveRead directive_from_to;
DirectiveRead directive_mirror;
DirectiveRead directive_callout;
DirectiveRead directive_list;
DirectiveRead directive_equation;
DirectiveRead directive_bibliography;
DirectiveRead directive_index;
DirectiveRead directive_figures;
DirectiveRead directive_landscape;
DirectiveRead directive_columns;
DirectiveRead directive_column_div;
DirectiveRead directive_paragraph;
DirectiveRead directive_page_break;

/* The one table that stands in the div; NULL after an error. */
Block *directive_inner_table(const Reading *reading, const Div *div);

/* Names of data tables and columns, with errors that name the nearest. */
const Table *directive_data(const Reading *reading, const Div *div);
int directive_column(const Reading *reading, const Table *table, Str name,
                     Place place);

#endif
