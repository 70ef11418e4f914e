/* References: read from the text, joined, turned into inlines. */
#include "article/references.h"

#include "korean/korean.h"

/* -- Reading -- */

static bool read_item(const Identifiers *identifiers, Str text, int at,
                      ReferenceItem *item) {
  Str rest = str_slice(text, at, text.len);
  if (rest.len < 2 || rest.text[0] != '@') return false;
  Str page = S("@page:");
  int prefix = str_starts(rest, page) ? page.len : 1;
  Str id = str_slice(rest, prefix, rest.len);
  int length = identifiers_match(identifiers, id, &item->target);
  if (length == 0) return false;
  item->id = str_slice(id, 0, length);
  item->start = at;
  item->length = prefix + length;
  item->is_page = prefix > 1;
  return true;
}

static int skip_spaces(Str text, int at) {
  while (at < text.len && text.text[at] == ' ')
    at++;
  return at;
}

/* Where the next reference of the group stands, after "; "; -1: none does. */
static int next_start(const Identifiers *identifiers, Str text, int at) {
  at = skip_spaces(text, at);
  if (at >= text.len || text.text[at] != ';') return -1;
  at = skip_spaces(text, at + 1);
  ReferenceItem item;
  return read_item(identifiers, text, at, &item) ? at : -1;
}

bool references_read(const Reading *reading, const Identifiers *identifiers,
                     Str text, ReferenceGroup *group) {
  *group = (ReferenceGroup){0};
  bool is_bracketed = text.len && text.text[0] == '[';
  int at = is_bracketed ? skip_spaces(text, 1) : 0;
  while (at >= 0) {
    ReferenceItem item;
    if (!read_item(identifiers, text, at, &item)) return false;
    list_add(reading->report, &group->items, item);
    group->length = item.start + item.length;
    at = next_start(identifiers, text, group->length);
  }
  if (!is_bracketed) return true;
  int close = skip_spaces(text, group->length);
  group->length = close + 1;
  return close < text.len && text.text[close] == ']';
}

/* -- Words -- */

/* How a block is called; a heading without a number by its title. Empty: it
 * cannot be. */
static Str block_words(const Reading *reading, const Block *block) {
  if (block->label.reference.len) return block->label.reference;
  if (block->kind != BLOCK_HEADING) return (Str){0};
  Str title = inlines_plain(reading->report, &block->inlines);
  return str_format(reading->report, "‘%.*s’", STR(title));
}

static Str target_anchor(const Reading *reading, const Target *target) {
  if (target->block) return target->block->id;
  return str_format(reading->report, "fn-%d", target->footnote + 1);
}

static bool is_usable(const Reading *reading, const Identifiers *identifiers,
                      const ReferenceItem *item, Place place) {
  if (!item->target) {
    identifiers_unknown(reading, identifiers, item->id, place);
    return false;
  }
  const Block *block = item->target->block;
  if (item->is_page && !block) {
    diag(reading->diags, DIAG_ARTICLE_UNKNOWN_ID, place,
         "the page of a footnote cannot be named");
    return false;
  }
  if (item->is_page || !block || block_words(reading, block).len) return true;
  diag(reading->diags, DIAG_ARTICLE_UNKNOWN_ID, place,
       "what has the id '%.*s' carries no number", STR(item->id));
  diag_hint(reading->diags, "a figure or table needs a caption");
  return false;
}

/* -- Joining -- */

/* A label cut at its last number: "[그림 2-" and 3. */
typedef struct Serial {
  Str before;
  int number; /* 0: no digits */
} Serial;

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static Serial serial_of(const ReferenceItem *item) {
  Serial serial = {0};
  if (!item->target->block || item->is_page) return serial;
  Str label = item->target->block->label.reference;
  int end = label.len;
  while (end > 0 && !is_digit(label.text[end - 1]))
    end--;
  int start = end;
  while (start > 0 && is_digit(label.text[start - 1]) && end - start < 9)
    start--;
  serial.before = str_slice(label, 0, start);
  for (int i = start; i < end; i++)
    serial.number = serial.number * 10 + label.text[i] - '0';
  return serial;
}

static bool follows(const ReferenceItem *before, const ReferenceItem *item) {
  Serial a = serial_of(before), b = serial_of(item);
  return a.number && b.number == a.number + 1 && str_equal(a.before, b.before);
}

/* What stands before a label's first number, which is its kind. */
static Str kind_of(const ReferenceItem *item) {
  Str text = serial_of(item).before;
  int end = 0;
  while (end < text.len && !is_digit(text.text[end]))
    end++;
  return str_slice(text, 0, end);
}

static bool is_same_kind(const ReferenceItem *a, const ReferenceItem *b) {
  if (a->is_page || b->is_page || !a->target->block || !b->target->block)
    return false;
  return a->target->block->kind == b->target->block->kind &&
         str_equal(kind_of(a), kind_of(b));
}

/* The last item of the run that begins with the i-th. */
static int run_end(const ReferenceGroup *group, int i) {
  while (i + 1 < group->items.count &&
         follows(&group->items.items[i], &group->items.items[i + 1]))
    i++;
  return i;
}

typedef struct Adding {
  const Reading *reading;
  Place place;
  InlineList *out;
} Adding;

static void add_text(const Adding *adding, Str text) {
  Inline run = {.kind = INLINE_TEXT, .text = text, .place = adding->place};
  run.place.length = 0;
  list_add(adding->reading->report, adding->out, run);
}

/* Numbers of pages and notes are known later. */
static InlineKind item_kind(const ReferenceItem *item) {
  if (item->is_page) return INLINE_PAGE_NUMBER;
  return item->target->block ? INLINE_REFERENCE : INLINE_NOTE_NUMBER;
}

static Str add_item(const Adding *adding, const ReferenceItem *item) {
  const Target *target = item->target;
  Inline added = {.kind = item_kind(item),
                  .target = target_anchor(adding->reading, target),
                  .footnote = target->footnote,
                  .place =
                      place_within(adding->place, item->start, item->length)};
  if (added.kind == INLINE_REFERENCE)
    added.text = block_words(adding->reading, target->block);
  list_add(adding->reading->report, adding->out, added);
  return added.text;
}

/* What is read aloud: 식 (1) as 식 1. */
static Str without_brackets(Arena *report, Str text) {
  StrBuf spoken = {.arena = report};
  for (int i = 0; i < text.len; i++)
    if (text.text[i] != '(' && text.text[i] != ')')
      strbuf_add(&spoken, str_slice(text, i, i + 1));
  return strbuf_str(&spoken);
}

static ReferenceGroup usable_items(const Reading *reading,
                                   const Identifiers *identifiers,
                                   const ReferenceGroup *group, Place place) {
  ReferenceGroup usable = {.length = group->length};
  for (int i = 0; i < group->items.count; i++) {
    ReferenceItem item = group->items.items[i];
    Place at = place_within(place, item.start, item.length);
    if (is_usable(reading, identifiers, &item, at))
      list_add(reading->report, &usable.items, item);
  }
  return usable;
}

Str references_add(const Reading *reading, const Identifiers *identifiers,
                   const ReferenceGroup *group, Place place, InlineList *out) {
  Adding adding = {reading, place, out};
  ReferenceGroup usable = usable_items(reading, identifiers, group, place);
  const ReferenceItem *items = usable.items.items;
  Str last = {0};
  for (int i = 0; i < usable.items.count; i++) {
    if (i)
      add_text(&adding,
               is_same_kind(&items[i - 1], &items[i]) ? S("·") : S(", "));
    last = add_item(&adding, &items[i]);
    int end = run_end(&usable, i);
    if (end - i < 2) continue;
    add_text(&adding, S("~"));
    last = add_item(&adding, &items[end]);
    i = end;
  }
  return without_brackets(reading->report, last);
}

/* -- Links -- */

Str references_link_anchor(const Reading *reading, Identifiers *identifiers,
                           Str id, Place place) {
  const Target *target = identifiers_find_link(identifiers, reading, id);
  if (target) return target_anchor(reading, target);
  identifiers_unknown(reading, identifiers, id, place);
  return (Str){0};
}
