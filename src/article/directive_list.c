/* .list, .official, .outline: how the lists inside are marked. */
#include <glib.h>

#include "article/directive.h"
#include "article/fill.h"
#include "korean/korean.h"

static const char *const names[] = {"numbers", "bullets", "start", NULL};

/* "1. 가. 1)": marks parted by spaces. */
static bool read_marks(const Reading *reading, const Attribute *attribute,
                       ListMarks *marks) {
  Str text = fill_text(reading, attribute->value);
  for (int at = 0; at < text.len;) {
    int end = at;
    while (end < text.len && text.text[end] != ' ')
      end++;
    if (end > at && marks->count == LIST_LEVELS) return false;
    if (end > at) marks->items[marks->count++] = str_slice(text, at, end);
    at = end + 1;
  }
  return marks->count > 0;
}

static void read_bullets(const Reading *reading, const Div *div,
                         ListMarks *bullets) {
  const Attribute *asked = attributes_find(div->attributes, "bullets");
  if (!asked || read_marks(reading, asked, bullets)) return;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, asked->value,
       "'bullets' lists up to %d marks, parted by spaces", LIST_LEVELS);
}

static void read_numbers(const Reading *reading, const Div *div,
                         ListMarks *numbers) {
  const Attribute *asked = attributes_find(div->attributes, "numbers");
  if (!asked) return;
  bool is_right = read_marks(reading, asked, numbers);
  for (int i = 0; i < numbers->count; i++)
    is_right &= numbering_signs(numbers->items[i]) == 1;
  if (is_right) return;
  numbers->count = 0;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, asked->value,
       "'numbers' lists up to %d patterns such as 1. 가. 1) ①", LIST_LEVELS);
}

static int read_start(const Reading *reading, const Div *div) {
  const Attribute *asked = attributes_find(div->attributes, "start");
  if (!asked) return 0;
  Str text = fill_text(reading, asked->value);
  char *end;
  gint64 start = g_ascii_strtoll(str_c(reading->report, text), &end, 10);
  if (text.len && !*end && start > 0 && start < 100000) return (int)start;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, asked->value,
       "'start' is a number from 1");
  return 0;
}

static ListForm form_of(const Div *div) {
  if (attributes_has_class(div->attributes, "official")) return LIST_OFFICIAL;
  if (attributes_has_class(div->attributes, "outline")) return LIST_OUTLINE;
  return LIST_PLAIN;
}

Block *directive_list(const Reading *reading, const Div *div) {
  attributes_check(reading, div->attributes, names);
  ListMarks numbers = {0}, bullets = {0};
  read_numbers(reading, div, &numbers);
  read_bullets(reading, div, &bullets);
  int start = read_start(reading, div), lists = 0;
  for (int i = 0; i < div->blocks.count; i++) {
    Block *list = div->blocks.items[i];
    if (list->kind != BLOCK_LIST) continue;
    list->list_form = form_of(div);
    list->list_numbers = numbers;
    list->list_bullets = bullets;
    if (start && lists++ == 0) list->first_number = start;
  }
  Block *block = block_new(reading, BLOCK_DIV, div->place);
  block_identify(block, div->attributes);
  block->blocks = div->blocks;
  return block;
}
