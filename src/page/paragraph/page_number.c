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

Str page_number_text(const ParagraphContext *context, const Inline *it) {
  const PageLabel *known = find_label(context->page_labels, it->target);
  Str label = known ? known->label : S("00");
  JosaPair pair;
  if (!it->text.len || !josa_find(it->text, &pair)) return label;
  return str_join(context->report, label, josa_choose(&pair, josa_coda(label)));
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
        numbering_print(context->report, numbers->pattern, &numbers->next, 1);
  }
  return numbers->items[footnote];
}
