/* Page numbers in text: the label of the page, and the particle that agrees. */
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
