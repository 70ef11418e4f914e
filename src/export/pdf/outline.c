/* The outline and the printed page numbers, as viewers show them. */
#include <string.h>

#include "export/pdf/document.h"

/* An entry and where it hangs; index -1 is the root. */
typedef struct OutlineNode {
  const OutlineEntry *entry;
  const PdfPlace *place;
  int number, parent;
  int first, last, previous, next; /* indices, -1: none */
  int kid_count;
} OutlineNode;

typedef List(OutlineNode) OutlineNodes;

/* Entries whose anchor is on no page are left out, with a warning. */
static OutlineNodes read_entries(PdfDocument *document) {
  OutlineNodes nodes = {0};
  for (int i = 0; i < document->pages->outline.count; i++) {
    const OutlineEntry *entry = &document->pages->outline.items[i];
    const PdfPlace *place = pdf_find_place(document, entry->destination);
    if (!place) {
      diag(document->diags, DIAG_EXPORT_NO_ANCHOR, (Place){0},
           "the outline leads to '%.*s', which is on no page",
           STR(entry->destination));
      continue;
    }
    OutlineNode node = {entry, place, 0, -1, -1, -1, -1, -1, 0};
    node.number = pdf_reserve(&document->writer);
    list_add(document->scratch, &nodes, node);
  }
  return nodes;
}

/* Hangs each node under the latest one of a lower level. */
static void hang(OutlineNodes *nodes, OutlineNode *root) {
  for (int i = 0; i < nodes->count; i++) {
    OutlineNode *node = &nodes->items[i];
    int parent = i - 1;
    while (parent >= 0 &&
           nodes->items[parent].entry->level >= node->entry->level)
      parent = nodes->items[parent].parent;
    OutlineNode *above = parent >= 0 ? &nodes->items[parent] : root;
    node->parent = parent;
    node->previous = above->last;
    if (above->last >= 0)
      nodes->items[above->last].next = i;
    else
      above->first = i;
    above->last = i;
    above->kid_count++;
  }
}

static void put_link(StrBuf *body, const OutlineNodes *nodes, const char *key,
                     int index) {
  if (index >= 0)
    strbuf_addf(body, "/%s %d 0 R", key, nodes->items[index].number);
}

static void set_node(PdfDocument *document, const OutlineNodes *nodes,
                     const OutlineNode *node, int root) {
  StrBuf body = {.arena = document->scratch};
  int parent = node->parent >= 0 ? nodes->items[node->parent].number : root;
  strbuf_add(&body, S("<</Title"));
  pdf_put_text(&body, node->entry->title);
  strbuf_addf(&body, "/Parent %d 0 R", parent);
  put_link(&body, nodes, "Prev", node->previous);
  put_link(&body, nodes, "Next", node->next);
  put_link(&body, nodes, "First", node->first);
  put_link(&body, nodes, "Last", node->last);
  if (node->kid_count) /* closed: what would show when opened, below zero */
    strbuf_addf(&body, "/Count %d", -node->kid_count);
  strbuf_add(&body, S("/Dest"));
  pdf_put_destination(document, &body, node->place);
  strbuf_add(&body, S(">>"));
  pdf_set(&document->writer, node->number, strbuf_str(&body));
}

int pdf_add_outline(PdfDocument *document) {
  OutlineNodes nodes = read_entries(document);
  if (!nodes.count) return 0;
  OutlineNode root = {.first = -1, .last = -1};
  hang(&nodes, &root);
  int number = pdf_reserve(&document->writer);
  for (int i = 0; i < nodes.count; i++)
    set_node(document, &nodes, &nodes.items[i], number);
  StrBuf body = {.arena = document->scratch};
  strbuf_addf(&body, "<</Type/Outlines/Count %d", root.kid_count);
  put_link(&body, &nodes, "First", root.first);
  put_link(&body, &nodes, "Last", root.last);
  strbuf_add(&body, S(">>"));
  pdf_set(&document->writer, number, strbuf_str(&body));
  return number;
}

/* A label as PDF counts them: a style, and a number or the words themselves. */
typedef struct LabelForm {
  char style; /* D, r, R; 'P': words; 0: none */
  int number;
} LabelForm;

static Str roman(Arena *scratch, int number, bool lower) {
  static const struct {
    int value;
    const char *upper, *lower;
  } digits[] = {{1000, "M", "m"},  {900, "CM", "cm"}, {500, "D", "d"},
                {400, "CD", "cd"}, {100, "C", "c"},   {90, "XC", "xc"},
                {50, "L", "l"},    {40, "XL", "xl"},  {10, "X", "x"},
                {9, "IX", "ix"},   {5, "V", "v"},     {4, "IV", "iv"},
                {1, "I", "i"}};
  StrBuf text = {.arena = scratch};
  for (size_t i = 0; i < G_N_ELEMENTS(digits); i++)
    for (; number >= digits[i].value; number -= digits[i].value)
      strbuf_add_c(&text, lower ? digits[i].lower : digits[i].upper);
  return strbuf_str(&text);
}

/* 0: it is none. */
static int whole_number(Str label) {
  enum { DIGITS_MAX = 9 };
  int number = 0;
  for (int i = 0; i < label.len; i++) {
    if (!g_ascii_isdigit(label.text[i]) || i == DIGITS_MAX) return 0;
    number = number * 10 + (label.text[i] - '0');
  }
  return number;
}

static LabelForm label_form(Arena *scratch, Str label) {
  enum { ROMAN_MAX = 400 };
  if (!label.len) return (LabelForm){0, 0};
  int number = whole_number(label);
  if (number > 0 && label.text[0] != '0') return (LabelForm){'D', number};
  for (int i = 1; i <= ROMAN_MAX && strchr("ivxlcIVXLC", label.text[0]); i++) {
    if (str_equal(label, roman(scratch, i, true))) return (LabelForm){'r', i};
    if (str_equal(label, roman(scratch, i, false))) return (LabelForm){'R', i};
  }
  return (LabelForm){'P', 0};
}

static void put_label(StrBuf *body, LabelForm form, Str label) {
  if (form.style == 'P') {
    strbuf_add(body, S("<</P"));
    pdf_put_text(body, label);
    strbuf_add(body, S(">>"));
  } else if (form.style) {
    strbuf_addf(body, "<</S/%c/St %d>>", form.style, form.number);
  } else {
    strbuf_add(body, S("<<>>"));
  }
}

int pdf_add_page_labels(PdfDocument *document) {
  StrBuf body = {.arena = document->scratch};
  LabelForm last = {'?', 0};
  bool has_label = false;
  strbuf_add(&body, S("<</Nums["));
  for (int i = 0; i < document->list.count; i++) {
    Str label = document->list.items[i].label;
    LabelForm form = label_form(document->scratch, label);
    bool goes_on = form.style == last.style && form.style != 'P' &&
                   (form.style == 0 || form.number == last.number + 1);
    if (!goes_on) {
      strbuf_addf(&body, i ? " %d" : "%d", i);
      put_label(&body, form, label);
    }
    has_label = has_label || label.len;
    last = form;
  }
  strbuf_add(&body, S("]>>"));
  return has_label ? pdf_add(&document->writer, strbuf_str(&body)) : 0;
}
