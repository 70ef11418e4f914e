/* The document while it is put together: parts, page numbers, the pages around
 * the article. Private to page/. */
#ifndef JIKJI_PAGE_BOOK_H
#define JIKJI_PAGE_BOOK_H

#include "page/setting.h"

/* What kind of page it is: where heads stand, and how it is numbered. */
typedef struct BookPage {
  Frame *body; /* of the text block's size; or of the page's (is_whole) */
  Str badness;
  const Part *part;
  bool is_whole;  /* the cover: laid out on the page itself */
  bool is_opener; /* no running head */
  Str label;      /* the printed number; empty: none */
  int number;     /* in its numbering, from 1; 0: none */
} BookPage;

typedef struct Book {
  Arena *report;
  const Article *article;
  Setting setting;
  List(Part *) parts;                /* of the article, in order */
  Part *cover, *contents, *colophon; /* NULL: none */
  List(BookPage) pages;
} Book;

/* The article's blocks as parts: a chapter each, not yet set. */
void parts_split(Book *book);

/* A new part with an element of its own, not in the document yet. */
Part *part_new(Book *book, Matter matter, Str title);

/* Numbers that count by chapter begin again. */
void chapter_open(Book *book);

/* Sets a part's blocks, as tightly as the setting says. */
void part_set(Book *book, Part *part);

/* Breaks a part's list into pages and composes them. */
void part_break(Book *book, Part *part);

/* The title page, from the front matter. */
void cover_set(Book *book);

/* 차례, 표 차례 and 그림 차례 with the page numbers known so far. */
void contents_set(Book *book);

/* 판권, at the end. */
void colophon_set(Book *book);

/* Puts the parts in order and numbers the pages. */
void book_number(Book *book);
/* The printed number of the page where an entry stands; empty: unknown. */
Str book_label(const Book *book, const Entry *entry);

/* Sets parts and contents until the numbers that they print stand still. */
void book_settle(Book *book);

/* Title and chapter, rule and page number of a page. */
void running_head_draw(Book *book, const BookPage *page, Frame *frame);

/* All authors, with commas between. */
Str book_authors(const Book *book);

/* Whether the front matter asks for a part: `name: false` leaves it out;
 * without the key `otherwise` counts. */
bool book_wants(const Book *book, const char *name, bool otherwise);

#endif
