/* The order of the parts, the numbers of the pages, and rounds of setting until
 * the numbers printed in the text are those of the pages. */
#include <assert.h>
#include <stdlib.h>

#include "korean/korean.h"
#include "page/kept_part.h"

enum { ROUNDS = 5 };

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

/* On the right, as the leaves lie from the cover on: an empty page comes
 * before, of what stands before. */
static void turn_page(Book *book, const Part *part) {
  if (!part->opens_on_odd || part->matter == MATTER_FRONT) return;
  if (book->pages.count % 2 == 0) return;
  BookPage empty = {.part = list_last(&book->pages)->part, .is_opener = true};
  list_add(book->report, &book->pages, empty);
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

/* -- Contents -- */

/* The labels of all entries as they stand now. */
static Str *labels_now(const Book *book) {
  int count = book->setting.entries.count;
  Str *labels = arena_array(book->report, Str, count);
  for (int i = 0; i < count; i++)
    labels[i] = book_label(book, book->setting.entries.items[i]);
  return labels;
}

static bool labels_moved(const Book *book, const Str *before) {
  for (int i = 0; i < book->setting.entries.count; i++)
    if (!str_equal(before[i], book_label(book, book->setting.entries.items[i])))
      return true;
  return false;
}

/* Lines of the contents keep their width whatever number stands at their end,
 * so their count, and with it every number, stands still. */
static void number_with_contents(Book *book) {
  bool has_moved = true;
  book_number(book);
  for (int round = 0; round < ROUNDS && has_moved; round++) {
    Str *before = labels_now(book);
    contents_set(book);
    book_number(book);
    has_moved = labels_moved(book, before);
  }
  assert(!has_moved);
}

/* -- Numbers in the text -- */

static int compare_labels(const void *a, const void *b) {
  const PageLabel *first = a, *second = b;
  return str_compare(first->id, second->id);
}

/* The pages of all ids, by id. */
static PageLabels *collect_labels(const Book *book) {
  PageLabels *labels = arena_new(book->report, PageLabels);
  for (int i = 0; i < book->setting.entries.count; i++) {
    const Entry *entry = book->setting.entries.items[i];
    PageLabel label = {str_copy(book->report, entry->flow.anchor),
                       book_label(book, entry)};
    list_add(book->report, labels, label);
  }
  if (labels->count)
    qsort(labels->items, (size_t)labels->count, sizeof *labels->items,
          compare_labels);
  return labels;
}

static Str find_label(const PageLabels *labels, Str id) {
  PageLabel wanted = {.id = id};
  if (!labels || !labels->count) return (Str){0};
  const PageLabel *found =
      bsearch(&wanted, labels->items, (size_t)labels->count,
              sizeof *labels->items, compare_labels);
  return found ? found->label : (Str){0};
}

/* What is printed in the text, but is no longer so. */
typedef struct Moved {
  Str what, before, after; /* empty: nothing has moved */
  Place place;
} Moved;

static Moved find_moved(const Book *book, const PageLabels *printed,
                        const PageLabels *now) {
  for (int i = 0; i < book->setting.page_targets.count; i++) {
    const PageTarget *target = &book->setting.page_targets.items[i];
    Str before = find_label(printed, target->id);
    Str after = find_label(now, target->id);
    if (!printed || !str_equal(before, after))
      return (Moved){target->id, before, after, target->place};
  }
  return (Moved){0};
}

/* Numbers the notes by their pages; the first whose number changes. */
static Moved renumber_notes(Book *book) {
  NoteNumbers *numbers = &book->setting.note_numbers;
  Moved moved = {0};
  if (book->setting.style.note_restart != NOTES_BY_PAGE) return moved;
  for (int i = 0; i < book->article->footnotes.count; i++) {
    const FlowNote *note = &book->setting.notes[i];
    if (!note->order) continue;
    Str number =
        numbering_print(book->report, numbers->pattern, &note->order, 1);
    if (str_equal(numbers->items[i], number)) continue;
    if (!moved.what.len)
      moved = (Moved){book->article->footnotes.items[i].name, numbers->items[i],
                      number, book->article->footnotes.items[i].place};
    numbers->items[i] = number;
  }
  return moved;
}

static void forget_round(Book *book) {
  Setting *setting = &book->setting;
  setting->entries.count = setting->opened_notes.count = 0;
  setting->page_targets.count = setting->chapter_notes = 0;
  setting->note_numbers.next = 0;
  setting->note_numbers.is_guessed = false;
  if (setting->lines) setting->lines->len = 0;
  for (int i = 0; i < book->article->footnotes.count; i++)
    setting->notes[i] = (FlowNote){0};
}

/* Numbers of notes that begin again on each page may change anywhere. */
static bool must_set_again(const Book *book, const KeptPart *kept) {
  return kept_part_prints_numbers(kept) ||
         book->setting.style.note_restart == NOTES_BY_PAGE;
}

/* Sets the parts, after the first round only those that print numbers. */
static void set_round(Book *book, KeptPart *kept, bool is_first) {
  forget_round(book);
  for (int i = 0; i < book->parts.count; i++) {
    Part *part = book->parts.items[i];
    if (is_first) {
      kept[i] = part_fit(book, part);
    } else if (must_set_again(book, &kept[i])) {
      arena_clear(part->arena);
      kept[i] = part_fit(book, part);
    } else {
      if (part->has_opener) chapter_open(book);
      kept_part_restore(book, part, &kept[i]);
    }
    diags_add(book->setting.paragraph.diags, &kept[i].told);
  }
  number_with_contents(book);
}

static void warn_unsettled(Book *book, const Moved *moved) {
  diag(book->setting.paragraph.diags, DIAG_PAGE_UNSETTLED, moved->place,
       "after %d rounds '%.*s' still moves: it is printed as %.*s, but stands "
       "on %.*s",
       ROUNDS, STR(moved->what), STR(moved->before), STR(moved->after));
  diag_hint(book->setting.paragraph.diags,
            "a page break before it holds it in its place");
}

void book_settle(Book *book) {
  Setting *setting = &book->setting;
  Diags *all = setting->paragraph.diags;
  Diags told;
  Moved moved = {0};
  parts_split(book);
  KeptPart *kept = arena_array(book->report, KeptPart, book->parts.count);
  for (int round = 0; round < ROUNDS; round++) {
    told = (Diags){.arena = book->report, .strict_data = all->strict_data};
    setting->paragraph.diags = &told;
    set_round(book, kept, round == 0);
    const PageLabels *printed = setting->paragraph.page_labels;
    PageLabels *now = collect_labels(book);
    moved = find_moved(book, printed, now);
    Moved note = renumber_notes(book);
    if (!moved.what.len) moved = note;
    if (!moved.what.len && !setting->note_numbers.is_guessed) break;
    setting->paragraph.page_labels = now;
  }
  setting->paragraph.diags = all;
  diags_join(all, &told);
  if (moved.what.len) warn_unsettled(book, &moved);
}
