/* Page numbers in text: the label of the page, and the particle that agrees;
 * the numbers of footnotes. */
#include "page/paragraph/page_number.h"

#include "korean/korean.h"

/* The label of an id, NULL: not known. */
static const PageLabel *find_label(const PageLabels *labels, Str id) {
  int low = 0, high = labels ? labels->count : 0;
  while (low < high) {
    int middle = low + (high - low) / 2;
    int order = str_compare(labels->items[middle].id, id);
    if (order == 0) return &labels->items[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static Str article_number(const ParagraphContext *context, int footnote) {
  const Article *article = context->article;
  if (article && footnote < article->footnotes.count &&
      article->footnotes.items[footnote].number.len)
    return article->footnotes.items[footnote].number;
  return str_format(context->report, "%d)", footnote + 1);
}

Str note_number_text(const ParagraphContext *context, int footnote) {
  NoteNumbers *numbers = context->note_numbers;
  bool is_known = context->article && footnote >= 0 &&
                  footnote < context->article->footnotes.count;
  if (!numbers || !is_known) return article_number(context, footnote);
  if (!numbers->items[footnote].len) {
    numbers->next++;
    numbers->items[footnote] =
        numbering_print(numbers->arena, numbers->pattern, &numbers->next, 1);
  }
  return numbers->items[footnote];
}

/* "3" of "3)", "(3)". */
static Str without_brackets(Str number) {
  while (str_starts(number, S("(")))
    number = str_slice(number, 1, number.len);
  while (str_ends(number, S(")")))
    number.len--;
  return number;
}

static Str note_words(const ParagraphContext *context, int footnote) {
  NoteNumbers *numbers = context->note_numbers;
  Str number = article_number(context, footnote);
  bool is_known = numbers && numbers->items[footnote].len > 0;
  if (is_known) number = numbers->items[footnote];
  if (numbers && !is_known) numbers->is_guessed = true;
  return str_format(context->report, "각주\u00A0%.*s",
                    STR(without_brackets(number)));
}

static Str page_words(const ParagraphContext *context, Str id) {
  const PageLabel *known = find_label(context->page_labels, id);
  return known ? known->label : S("00");
}

NumberWords number_words(const ParagraphContext *context, const Inline *it) {
  NumberWords words = {.number = it->kind == INLINE_PAGE_NUMBER
                                     ? page_words(context, it->target)
                                     : note_words(context, it->footnote)};
  JosaPair pair;
  if (it->text.len && josa_find(it->text, &pair))
    words.particle = josa_choose(&pair, josa_coda(words.number));
  return words;
}

InlineList numbers_spelled(const ParagraphContext *context,
                           const InlineList *inlines) {
  InlineList spelled = {0};
  for (int i = 0; i < inlines->count; i++) {
    Inline item = inlines->items[i];
    item.inner = numbers_spelled(context, &item.inner);
    if (item.kind == INLINE_PAGE_NUMBER || item.kind == INLINE_NOTE_NUMBER) {
      NumberWords words = number_words(context, &item);
      item.kind = INLINE_TEXT;
      item.text = str_format(context->report, "%.*s%.*s", STR(words.number),
                             STR(words.particle));
    }
    list_add(context->report, &spelled, item);
  }
  return spelled;
}
