/* The cover: the title at a third of the height, a rule as wide as its first
 * word, the lead figure below, who and when at the foot. */
#include <math.h>
#include <stdio.h>

#include "page/block/block.h"
#include "page/book.h"

static const double figure_top = .47, figure_share = .34, foot_gap = 18;

/* From one height to another. */
typedef struct Span {
  double start, end;
} Span;

/* "2020-01-03" as 2020년 1월 3일; anything else as it is. */
static Str korean_date(Arena *arena, Str date) {
  int year, month, day;
  char rest;
  if (sscanf(str_c(arena, date), "%4d-%2d-%2d%c", &year, &month, &day, &rest) !=
      3)
    return date;
  return str_format(arena, "%d년 %d월 %d일", year, month, day);
}

static double first_word_width(Book *book, const TextStyle *style) {
  Str title = book->article->title;
  int space = str_find_char(title, ' ');
  Str word = space > 0 ? str_slice(title, 0, space) : title;
  return text_width(book->setting.paragraph.fonts, word, style);
}

/* Adds lines at y; returns their foot. */
static double add_lines(Book *book, Part *part, Frame *page, Str text,
                        const ParagraphStyle *form, double y) {
  if (!text.len) return y;
  Element *element =
      element_new(book->report, part->element, ELEMENT_PARAGRAPH);
  InlineList words = setting_words(&book->setting, text);
  Lines *lines = setting_lines(&book->setting, &words, form, element);
  Frame *stack = setting_stack(&book->setting, lines, form->measure);
  frame_add_group(page, stack, matrix_move(book->setting.style.margin_left, y));
  return y + stack->height;
}

/* Returns its foot. */
static double draw_title(Book *book, Part *part, Frame *page) {
  Style *style = &book->setting.style;
  double measure = style_measure(style);
  ParagraphStyle title = style_sans_lines(style, style->title, 700, measure);
  ParagraphStyle subtitle =
      style_sans_lines(style, style->subtitle, 0, measure);
  title.align = subtitle.align = LINES_BALANCED;
  subtitle.color = style->grey;
  double y = add_lines(book, part, page, book->article->title, &title,
                       page->height / 3 - style->title.leading);
  y += 8;
  Rect rule = {style->margin_left, y, first_word_width(book, &title.text),
               style->accent_rule};
  frame_add_rect(page, rule, paint_color(style->accent))->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
  return add_lines(book, part, page, book->article->subtitle, &subtitle,
                   y + 14);
}

/* Whose report it is: the organization, else the authors. */
static Str responsible(const Book *book) {
  const Article *article = book->article;
  return article->organization.len ? article->organization : book_authors(book);
}

/* The authors, where the organization does not stand for them. */
static Str further_authors(const Book *book) {
  Str authors = book_authors(book), organization = book->article->organization;
  bool is_told = !organization.len || str_equal(authors, organization);
  return is_told ? (Str){0} : authors;
}

static Frame *draw_foot(Book *book, Part *part) {
  Style *style = &book->setting.style;
  ParagraphStyle bold =
      style_sans_lines(style, style->subsection, 700, style_measure(style));
  ParagraphStyle plain =
      style_sans_lines(style, style->caption, 0, style_measure(style));
  plain.color = style->grey;
  const Str lines[] = {further_authors(book),
                       korean_date(book->report, book->article->date),
                       book->article->edition};
  enum { COUNT = sizeof lines / sizeof *lines };
  Frame *foot = frame_new(book->report, style->page_width, 0);
  foot->height = add_lines(book, part, foot, responsible(book), &bold, 0);
  for (int i = 0; i < COUNT; i++)
    foot->height = add_lines(book, part, foot, lines[i], &plain, foot->height);
  return foot;
}

/* The chart that the front matter names, as a figure without words; NULL: none.
 */
static const Block *cover_figure(Book *book) {
  const Tree *front = book->article->front;
  const json_t *cover = front ? json_object_get(front->root, "cover") : NULL;
  Str target = json_str(json_object_get(cover, "chart"));
  if (!target.len) return NULL;
  Block *figure = arena_new(book->report, Block);
  *figure = (Block){.kind = BLOCK_FIGURE,
                    .place = tree_place(front, cover, "chart"),
                    .target = target};
  return figure;
}

/* Draws the figure between the title and the foot, as high as its share of the
 * page or as there is room; one that needs more is told and left out. */
static bool draw_figure(Book *book, const Block *block, Element *element,
                        Frame *page, Span room) {
  const Style *style = &book->setting.style;
  double top = fmax(room.start, page->height * figure_top) + foot_gap;
  double most = fmin(page->height * figure_share, room.end - foot_gap - top);
  Figure figure = {0};
  if (!setting_figure(&book->setting, block, block->target,
                      style_measure(style), fmax(most, 1), &figure))
    return false;
  if (figure.frame->height > most + .5) {
    diag(book->setting.paragraph.diags, DIAG_PAGE_FIGURE_TOO_TALL, block->place,
         "the cover has no room for its figure, which is left out");
    return false;
  }
  element->alt = figure.alt.len ? figure.alt : book->article->title;
  element->attached = figure.attached;
  frame_add_group(page, (Frame *)figure.frame,
                  matrix_move(style->margin_left, top))
      ->tag = tag_content(element_content(book->report, element));
  return true;
}

void cover_set(Book *book) {
  if (!book->article->title.len || !book_wants(book, "cover", true)) return;
  Style *style = &book->setting.style;
  Part *part = part_new(book, MATTER_FRONT, book->article->title);
  Frame *page = frame_new(book->report, style->page_width, style->page_height);
  Span room = {.start = draw_title(book, part, page)};
  const Block *block = cover_figure(book);
  Element *figure =
      block ? element_new(book->report, part->element, ELEMENT_FIGURE) : NULL;
  Frame *foot = draw_foot(book, part);
  room.end = page->height - style->margin_bottom - foot->height;
  if (block && !draw_figure(book, block, figure, page, room))
    element_let_go(figure);
  frame_add_group(page, foot, matrix_move(0, room.end));
  list_add(book->report, &part->pages, (PartPage){.frame = page});
  book->cover = part;
}
