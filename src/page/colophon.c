/* 판권: what the report is, who made it and when, at the foot of the last page.
 */
#include <math.h>
#include <stdio.h>

#include "page/block/block.h"
#include "page/book.h"

static const double label_gap = 1.2, least_label = 6.9; /* em */

typedef struct ColophonRow {
  Str label, text;
} ColophonRow;

typedef List(ColophonRow) ColophonRows;

static void add_row(Book *book, ColophonRows *rows, const char *label,
                    Str text) {
  if (text.len)
    list_add(book->report, rows, ((ColophonRow){str_from(label), text}));
}

static Str dotted_date(Arena *arena, Str date) {
  int year, month, day;
  if (sscanf(str_c(arena, date), "%4d-%2d-%2d", &year, &month, &day) != 3)
    return date;
  return str_format(arena, "%d. %d. %d.", year, month, day);
}

/* The rows that `colophon:` itself adds, in this order. */
static const struct {
  const char *key, *label;
} own_rows[] = {{"publisher", "펴낸곳"}, {"address", "주소"},
                {"contact", "연락처"},   {"number", "발간등록번호"},
                {"isbn", "ISBN"},        {"copyright", "저작권"},
                {"note", "일러두기"}};

enum { OWN_COUNT = sizeof own_rows / sizeof *own_rows };

static void check_keys(Book *book, const json_t *map) {
  const char *names[OWN_COUNT];
  for (int i = 0; i < OWN_COUNT; i++)
    names[i] = own_rows[i].key;
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)map, key, value) {
    bool known = false;
    for (int i = 0; i < OWN_COUNT; i++)
      known |= str_is(str_from(key), names[i]);
    if (known) continue;
    diag(book->setting.paragraph.diags, DIAG_PAGE_STYLE_KEY,
         tree_place_key(book->article->front, map, key),
         "the colophon has no key '%s'", key);
    diag_hint_nearest(book->setting.paragraph.diags, str_from(key), names,
                      OWN_COUNT);
  }
}

static Str colophon_text(Book *book, const json_t *value) {
  if (!json_is_integer(value)) return json_str(value);
  return str_format(book->report, "%" JSON_INTEGER_FORMAT,
                    json_integer_value(value));
}

static ColophonRows collect_rows(Book *book, const json_t *map) {
  const Article *article = book->article;
  ColophonRows rows = {0};
  Str title = article->title;
  if (article->subtitle.len)
    title = str_format(book->report, "%.*s — %.*s", STR(title),
                       STR(article->subtitle));
  add_row(book, &rows, "제목", title);
  add_row(book, &rows, "지은이", book_authors(book));
  add_row(book, &rows, "펴낸날", dotted_date(book->report, article->date));
  add_row(book, &rows, "판", article->edition);
  for (int i = 0; i < OWN_COUNT; i++)
    add_row(book, &rows, own_rows[i].label,
            colophon_text(book, json_object_get(map, own_rows[i].key)));
  return rows;
}

/* As wide as the widest label needs. */
static double label_width(Book *book, const ColophonRows *rows) {
  const Style *style = &book->setting.style;
  double size = style->caption.size, widest = 0;
  TextStyle text = style_sans(style, size, 0);
  for (int i = 0; i < rows->count; i++)
    widest = fmax(widest, text_width(book->setting.paragraph.fonts,
                                     rows->items[i].label, &text));
  return fmax(least_label * size, widest + label_gap * size);
}

static Frame *draw_row(Book *book, const ColophonRow *row, double label_room,
                       Element *list) {
  Setting *setting = &book->setting;
  Style *style = &setting->style;
  Element *item = element_new(book->report, list, ELEMENT_LIST_ITEM);
  Element *label = element_new(book->report, item, ELEMENT_LABEL);
  Element *body = element_new(book->report, item, ELEMENT_LIST_BODY);
  TypeSize type = {style->caption.size, style->body.leading};
  ParagraphStyle form =
      style_sans_lines(style, type, 0, style_measure(style) - label_room);
  InlineList words = setting_words(setting, row->text);
  Lines *lines = setting_lines(setting, &words, &form, body);
  Frame *stack = setting_stack(setting, lines, form.measure);
  Frame *frame = frame_new(book->report, style_measure(style), stack->height);
  double baseline = lines->count ? lines->items[0].baseline : type.leading;
  frame_add_text(frame, setting_label(setting, row->label, &form.text),
                 (Point){0, baseline}, style->grey,
                 tag_content(element_content(book->report, label)));
  frame_add_group(frame, stack, matrix_move(label_room, 0));
  return frame;
}

/* At the foot of the page, between rules. */
static Frame *draw_page(Book *book, Part *part, const ColophonRows *rows) {
  Setting *setting = &book->setting;
  Style *style = &setting->style;
  double measure = style_measure(style), leading = style->body.leading;
  Frame *block = frame_new(book->report, measure, leading);
  Element *heading = element_new(book->report, part->element, ELEMENT_H1);
  TextStyle bold = style_sans(style, style->subsection.size, 700);
  frame_add_text(block, setting_label(setting, S("판권"), &bold),
                 (Point){0, leading * .7}, style->accent,
                 tag_content(element_content(book->report, heading)));
  block->height += 2;
  frame_add_line(block, (Point){0, block->height},
                 (Point){measure, block->height}, style->title_rule,
                 style->accent)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
  block->height += leading / 2;
  Element *list = element_new(book->report, part->element, ELEMENT_LIST);
  double room = label_width(book, rows);
  for (int i = 0; i < rows->count; i++) {
    Frame *row = draw_row(book, &rows->items[i], room, list);
    frame_add_group(block, row, matrix_move(0, block->height));
    block->height += row->height;
  }
  double height = style_text_height(style);
  Frame *page = frame_new(book->report, measure, height);
  frame_add_group(page, block, matrix_move(0, fmax(0, height - block->height)));
  return page;
}

void colophon_set(Book *book) {
  if (!book_wants(book, "colophon", false)) return;
  const json_t *map = json_object_get(book->article->front->root, "colophon");
  check_keys(book, map);
  ColophonRows rows = collect_rows(book, map);
  Part *part = part_new(book, MATTER_BACK, S("판권"));
  Frame *page = draw_page(book, part, &rows);
  list_add(book->report, &part->pages, (PartPage){.frame = page});
  book->colophon = part;
}
