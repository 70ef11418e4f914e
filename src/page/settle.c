/* The order of the parts, the numbers of the pages, and rounds of contents
 * until the numbers they print are those of the pages. */
#include <assert.h>
#include <stdlib.h>

#include "page/book.h"

enum { CONTENTS_ROUNDS = 5 };

static Str roman(Arena *arena, int number) {
  static const struct {
    int value;
    const char *text;
  } digits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                {5, "v"},    {4, "iv"},   {1, "i"}};
  StrBuf text = {.arena = arena};
  for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
    for (; number >= digits[i].value; number -= digits[i].value)
      strbuf_add_c(&text, digits[i].text);
  return strbuf_str(&text);
}

static void number_page(Book *book, BookPage *page, int *front, int *body) {
  if (page->is_whole) return;
  bool is_front = page->part->matter == MATTER_FRONT;
  page->number = is_front ? ++*front : ++*body;
  page->label = is_front ? roman(book->report, page->number)
                         : str_format(book->report, "%d", page->number);
}

/* Printed books open chapters on the right: an empty page comes before. */
static void turn_page(Book *book, const Part *part) {
  bool opens = part->has_opener && part->matter != MATTER_FRONT;
  if (!book->setting.style.chapter_on_odd || !opens) return;
  int body = 0;
  for (int i = 0; i < book->pages.count; i++)
    body += book->pages.items[i].part->matter != MATTER_FRONT;
  BookPage empty = {.part = part, .is_opener = true};
  if (body % 2) list_add(book->report, &book->pages, empty);
}

static void add_pages(Book *book, Part *part) {
  if (!part) return;
  turn_page(book, part);
  part->first_page = book->pages.count;
  for (int i = 0; i < part->pages.count; i++) {
    BookPage page = {.body = part->pages.items[i].frame,
                     .badness = part->pages.items[i].badness,
                     .part = part,
                     .is_whole = part == book->cover,
                     .is_opener = i == 0 && part->has_opener};
    list_add(book->report, &book->pages, page);
  }
}

static void add_matter(Book *book, Matter matter) {
  for (int i = 0; i < book->parts.count; i++)
    if (book->parts.items[i]->matter == matter)
      add_pages(book, book->parts.items[i]);
}

void book_number(Book *book) {
  int front = 0, body = 0;
  book->pages.count = 0;
  add_pages(book, book->cover);
  add_matter(book, MATTER_FRONT);
  add_pages(book, book->contents);
  add_matter(book, MATTER_BODY);
  add_matter(book, MATTER_BACK);
  add_pages(book, book->colophon);
  for (int i = 0; i < book->pages.count; i++)
    number_page(book, &book->pages.items[i], &front, &body);
}

Str book_label(const Book *book, const Entry *entry) {
  int page = entry->part->first_page + entry->flow.page;
  if (entry->flow.page < 0 || page >= book->pages.count) return (Str){0};
  return book->pages.items[page].label;
}

/* The labels of all entries as they stand now. */
static Str *labels_now(const Book *book) {
  int count = book->setting.entries.count;
  Str *labels = arena_array(book->report, Str, count);
  for (int i = 0; i < count; i++)
    labels[i] = book_label(book, book->setting.entries.items[i]);
  return labels;
}

/* The first entry whose label changed, or NULL. */
static const Entry *find_moved(const Book *book, const Str *before) {
  for (int i = 0; i < book->setting.entries.count; i++) {
    const Entry *entry = book->setting.entries.items[i];
    if (!str_equal(before[i], book_label(book, entry))) return entry;
  }
  return NULL;
}

void book_settle(Book *book) {
  const Entry *moved = NULL;
  book_number(book);
  for (int round = 0; round < CONTENTS_ROUNDS; round++) {
    Str *before = labels_now(book);
    contents_set(book);
    book_number(book);
    moved = find_moved(book, before);
    if (!moved) return;
  }
  /* Lines of the contents keep their width whatever number stands at their
   * end, so their count, and with it every number, stands still. */
  assert(!moved);
}

static int compare_labels(const void *a, const void *b) {
  return str_compare(((const PageLabel *)a)->id, ((const PageLabel *)b)->id);
}

static PageLabels id_labels(const Book *book) {
  PageLabels labels = {0};
  for (int i = 0; i < book->setting.entries.count; i++) {
    const Entry *entry = book->setting.entries.items[i];
    PageLabel label = {entry->flow.anchor, book_label(book, entry)};
    list_add(book->report, &labels, label);
  }
  if (labels.count)
    qsort(labels.items, (size_t)labels.count, sizeof(PageLabel),
          compare_labels);
  return labels;
}

static void warn_unsettled(Book *book, const PageLabel *before,
                           const PageLabel *now) {
  Diags *diags = book->setting.paragraph.diags;
  diag(diags, DIAG_PAGE_UNSETTLED, (Place){0},
       "the page of '%.*s' does not settle: '%.*s' in the text moves it to "
       "'%.*s'",
       STR(now->id), STR(before->label), STR(now->label));
  diag_hint(diags, "reword what stands before it by a line, or refer to it "
                   "without its page");
}

bool book_labels_update(Book *book, PageLabels *labels, bool is_last) {
  PageLabels now = id_labels(book);
  bool changed = labels->count != now.count;
  for (int i = 0; i < now.count && !changed; i++) {
    if (str_equal(labels->items[i].label, now.items[i].label)) continue;
    changed = true;
    if (is_last) warn_unsettled(book, &labels->items[i], &now.items[i]);
  }
  *labels = now;
  return changed;
}
