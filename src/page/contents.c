/* 차례: chapters bold, sections with leaders; then the lists of tables and
 * figures, on one page where they fit. */
#include <math.h>
#include <string.h>

#include "page/block/block.h"
#include "page/book.h"

enum { DEPTH_DEFAULT = 2, DEPTH_MAX = 6 };

/* Of the body's type. */
static const double line_size = .905, number_width = 3.2;
static const double dot_step = 4;

/* Line pitches to try, shares of the body's: the loosest that needs no more
 * pages than the tightest. */
static const double pitches[] = {1, .95, .9, .86, .82, .78, .75};
enum { PITCH_COUNT = sizeof pitches / sizeof *pitches };

typedef struct ContentsSetting {
  Book *book;
  Part *part;
  double pitch;  /* from line to line */
  Element *list; /* TOC */
} ContentsSetting;

static const json_t *front_value(const Book *book, const char *name) {
  const Tree *front = book->article->front;
  return front ? json_object_get(front->root, name) : NULL;
}

static int contents_depth(const Book *book) {
  const json_t *depth = json_object_get(front_value(book, "contents"), "depth");
  if (!json_is_integer(depth)) return DEPTH_DEFAULT;
  int asked = (int)json_integer_value(depth);
  return asked < 1 ? 1 : asked > DEPTH_MAX ? DEPTH_MAX : asked;
}

/* `lists: [tables, figures]`, or true for both. */
static bool wants_list(const Book *book, const char *name) {
  const json_t *lists = front_value(book, "lists");
  if (json_is_true(lists)) return true;
  size_t i;
  json_t *item;
  json_array_foreach(
      lists, i, item) if (json_is_string(item) &&
                          !strcmp(json_string_value(item), name)) return true;
  return false;
}

static void add_title(ContentsSetting *contents, Str title, bool is_first) {
  Setting *setting = &contents->book->setting;
  Style *style = &setting->style;
  Element *heading =
      element_new(setting->paragraph.report, contents->part->element,
                  is_first ? ELEMENT_H1 : ELEMENT_H2);
  InlineList words = setting_words(setting, title);
  Frame *opener =
      opener_draw(setting, (Str){0}, &words, style_measure(style), heading)
          .frame;
  flow_add_box(&contents->part->flow, opener, 0);
  flow_add_penalty(&contents->part->flow, FLOW_NEVER);
  contents->list = element_new(setting->paragraph.report,
                               contents->part->element, ELEMENT_CONTENTS);
}

/* Dots on one raster for all lines, counted from the right margin. */
static void draw_leaders(Frame *frame, double from, double to, double y,
                         Color color) {
  double first =
      frame->width - floor((frame->width - from) / dot_step) * dot_step;
  if (first >= to) return;
  static const double dashes[] = {0, 4};
  Path *path = path_new(frame->arena);
  path_move(path, first, y);
  path_line(path, to, y);
  Stroke stroke = {.paint = paint_color(color),
                   .width = .9,
                   .dashes = dashes,
                   .dash_count = 2,
                   .cap = CAP_ROUND};
  frame_add_path(frame, path, (Paint){0}, &stroke)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
}

typedef struct ContentsLine {
  const Entry *entry;
  double indent;
  bool is_bold, has_leaders;
} ContentsLine;

/* Chapters as large as the text, other lines smaller. */
static double type_size(const ContentsSetting *contents,
                        const ContentsLine *line) {
  double size = contents->book->setting.style.body.size;
  return line->is_bold ? size : size * line_size;
}

static Labelled set_title(ContentsSetting *contents, const ContentsLine *line,
                          Element *link) {
  Setting *setting = &contents->book->setting;
  Style *style = &setting->style;
  TypeSize type = {type_size(contents, line), contents->pitch};
  ParagraphStyle form = style_sans_lines(style, type, line->is_bold ? 700 : 0,
                                         style_measure(style) - line->indent -
                                             number_width * style->body.size);
  bool is_heading = line->entry->kind == ENTRY_HEADING;
  LabelledLines label = {line->entry->label,
                         is_heading && !line->is_bold ? style->ink
                                                      : style->accent,
                         is_heading && !line->is_bold ? 0 : 700};
  InlineList words = setting_words(setting, line->entry->title);
  return setting_labelled(setting, &label, &words, &form, link);
}

static double last_line_width(const Labelled *title) {
  const Lines *lines = title->lines;
  double hang = title->frame->width;
  if (!lines->count) return 0;
  const Line *last = &lines->items[lines->count - 1];
  hang -= last->frame->width;
  return hang + last->natural_width;
}

static void draw_number(ContentsSetting *contents, const ContentsLine *line,
                        Frame *frame, const Labelled *title, Element *link) {
  Setting *setting = &contents->book->setting;
  Style *style = &setting->style;
  TextStyle text =
      style_sans(style, type_size(contents, line), line->is_bold ? 700 : 0);
  text.tabular = true;
  /* The space is for those who listen. */
  Str label =
      str_join(frame->arena, S(" "), book_label(contents->book, line->entry));
  ShapedText *number = setting_label(setting, label, &text);
  const Lines *lines = title->lines;
  double y = frame->height - contents->pitch +
             (lines->count ? lines->items[0].baseline : contents->pitch * .75);
  double x = frame->width - number->width;
  frame_add_text(frame, number, (Point){x, y}, style->ink,
                 tag_content(element_content(frame->arena, link)));
  if (line->has_leaders)
    draw_leaders(frame, line->indent + last_line_width(title) + 6, x - 1, y - 1,
                 style->context);
}

static void add_line(ContentsSetting *contents, const ContentsLine *line) {
  Book *book = contents->book;
  Style *style = &book->setting.style;
  Element *item =
      element_new(book->report, contents->list, ELEMENT_CONTENTS_ITEM);
  Element *link = element_new(book->report, item, ELEMENT_LINK);
  Labelled title = set_title(contents, line, link);
  Frame *frame =
      frame_new(book->report, style_measure(style), title.frame->height);
  frame_add_group(frame, title.frame, matrix_move(line->indent, 0));
  draw_number(contents, line, frame, &title, link);
  Rect rect = {line->indent, 0, frame->width - line->indent, frame->height};
  Str words =
      str_format(book->report, "%.*s%s%.*s", STR(line->entry->label),
                 line->entry->label.len ? " " : "", STR(line->entry->title));
  frame_add_link(frame, rect, line->entry->flow.anchor, (Str){0}, link)
      ->link.contents = words;
  flow_add_box(&contents->part->flow, frame, 0)->on_grid =
      contents->pitch >= style->body.leading;
}

static void add_headings(ContentsSetting *contents) {
  Book *book = contents->book;
  int depth = contents_depth(book);
  double step = book->setting.style.body.size * 1.5;
  bool is_first = true;
  for (int i = 0; i < book->setting.entries.count; i++) {
    const Entry *entry = book->setting.entries.items[i];
    if (entry->kind != ENTRY_HEADING || entry->level > depth ||
        entry->is_unlisted)
      continue;
    bool chapter = entry->level == 1;
    if (!is_first) flow_add_penalty(&contents->part->flow, chapter ? 0 : 150);
    if (chapter && !is_first)
      flow_add_glue(&contents->part->flow, contents->pitch / 2, 0);
    ContentsLine line = {entry, chapter ? 0 : step * (entry->level - 1),
                         chapter, !chapter};
    add_line(contents, &line);
    is_first = false;
  }
}

static int count_entries(const Book *book, EntryKind kind) {
  int count = 0;
  for (int i = 0; i < book->setting.entries.count; i++)
    count += book->setting.entries.items[i]->kind == kind &&
             book->setting.entries.items[i]->label.len > 0;
  return count;
}

static void add_list(ContentsSetting *contents, EntryKind kind, Str title,
                     bool on_new_page) {
  Book *book = contents->book;
  if (!count_entries(book, kind)) return;
  const Style *style = &book->setting.style;
  double air = style->body.leading * fmax(0, 1.5 - style->chapter_lines);
  flow_add_penalty(&contents->part->flow, on_new_page ? FLOW_ALWAYS : 0);
  flow_add_glue(&contents->part->flow, air, 0);
  add_title(contents, title, false);
  int count = count_entries(book, kind), added = 0;
  for (int i = 0; i < book->setting.entries.count; i++) {
    const Entry *entry = book->setting.entries.items[i];
    if (entry->kind != kind || !entry->label.len) continue;
    ContentsLine line = {entry, 0, false, true};
    add_line(contents, &line);
    bool is_lone = ++added == 1 || added == count - 1;
    flow_add_penalty(&contents->part->flow, is_lone ? FLOW_COST_WIDOW : 0);
  }
}

/* What of it the front matter asks for. */
typedef struct ContentsWish {
  bool headings, tables, figures;
} ContentsWish;

static Part *set_at(Book *book, const ContentsWish *wish, double pitch);

/* Lists have a page of their own, but for headings that run over theirs: these
 * leave room on the next. */
static bool lists_open_page(Book *book, const ContentsWish *wish,
                            double pitch) {
  const ContentsWish headings = {.headings = true};
  bool has_lists = wish->tables || wish->figures;
  return wish->headings && has_lists &&
         set_at(book, &headings, pitch)->pages.count == 1;
}

static Part *set_at(Book *book, const ContentsWish *wish, double pitch) {
  bool opens_page = lists_open_page(book, wish, pitch);
  Part *part = part_new(book, MATTER_FRONT, S("차례"));
  part->has_opener = true;
  ContentsSetting contents = {book, part, pitch, NULL};
  if (wish->headings) {
    add_title(&contents, S("차례"), true);
    add_headings(&contents);
  }
  if (wish->tables) add_list(&contents, ENTRY_TABLE, S("표 차례"), opens_page);
  bool alone =
      opens_page && !(wish->tables && count_entries(book, ENTRY_TABLE));
  if (wish->figures) add_list(&contents, ENTRY_FIGURE, S("그림 차례"), alone);
  flow_trim(&part->flow);
  part_break(book, part);
  return part;
}

void contents_set(Book *book) {
  ContentsWish wish = {book_wants(book, "contents", false),
                       wants_list(book, "tables"), wants_list(book, "figures")};
  if (!wish.headings && !wish.tables && !wish.figures) return;
  double leading = book->setting.style.body.leading;
  Part *part = set_at(book, &wish, leading);
  if (part->pages.count > 1) {
    int least =
        set_at(book, &wish, leading * pitches[PITCH_COUNT - 1])->pages.count;
    for (int i = 1; i < PITCH_COUNT && part->pages.count > least; i++)
      part = set_at(book, &wish, leading * pitches[i]);
  }
  book->contents = part->pages.count ? part : NULL;
}
