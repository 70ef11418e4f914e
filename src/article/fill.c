/* Filling text: values, references, particles, quotes. One walk over the
 * inlines in reading order, which remembers the word before a particle. */
#include "article/fill.h"

#include <glib.h>
#include <string.h>

#include "article/quotes.h"
#include "article/references.h"
#include "article/template.h"
#include "article/walk.h"
#include "korean/korean.h"

/* What was read last. */
typedef enum Before {
  BEFORE_TEXT,
  BEFORE_VALUE,    /* a value stands in the word that is being read */
  BEFORE_REFERENCE /* a reference has just ended */
} Before;

typedef struct Filling {
  const Reading *reading;
  Identifiers *identifiers; /* NULL: references stay text */
  StrBuf word;              /* since the last space */
  Before before;
  uint32_t last; /* the character before, for quotes */
} Filling;

static void end_word(Filling *filling) {
  filling->word.len = 0;
  filling->before = BEFORE_TEXT;
}

static void add_word(Filling *filling, Str text) {
  strbuf_add(&filling->word, text);
}

static void add_text(Filling *filling, InlineList *out, Str text, Place place) {
  if (text.len == 0) return;
  Inline *added = list_new(filling->reading->report, out);
  *added = (Inline){.kind = INLINE_TEXT, .text = text, .place = place};
}

/* -- Values -- */

static bool is_template(Str text) {
  return text.len >= 4 && str_starts(text, S("{{")) && str_ends(text, S("}}"));
}

static void fill_template(Filling *filling, InlineList *out,
                          const Inline *item) {
  Str text = template_text(filling->reading, item->text, item->place);
  if (text.len == 0) return; /* the fault was told */
  add_text(filling, out, text, item->place);
  add_word(filling, text);
  filling->before = BEFORE_VALUE;
}

static void check_open_braces(const Filling *filling, const Inline *item) {
  int at = str_find(item->text, S("{{"));
  if (at < 0) return;
  diag(filling->reading->diags, DIAG_ARTICLE_UNCLOSED,
       place_within(item->place, at, 2), "this '{{' is not closed");
  diag_hint(filling->reading->diags, "write {{ name }}, or \\{{ for braces");
}

/* -- References -- */

/* The particle after the number of a page or a note is chosen when that is
 * known: the number takes the pair as written along. Its bytes. */
static int take_pair(Inline *number, Str text, int at) {
  JosaPair pair;
  if (!josa_find(str_slice(text, at, text.len), &pair)) return 0;
  number->text = pair.written;
  return pair.written.len;
}

static int fill_references(Filling *filling, InlineList *out,
                           const Inline *item, int at) {
  ReferenceGroup group = {0};
  Str rest = str_slice(item->text, at, item->text.len);
  if (!references_read(filling->reading, filling->identifiers, rest, &group))
    return 0;
  Place place = place_within(item->place, at, group.length);
  Str last = references_add(filling->reading, filling->identifiers, &group,
                            place, out);
  end_word(filling);
  if (out->count && list_last(out)->kind != INLINE_REFERENCE) {
    filling->before = BEFORE_VALUE; /* of 쪽 and the like */
    return group.length + take_pair(list_last(out), rest, group.length);
  }
  if (!last.len) return group.length; /* the fault was told */
  add_word(filling, last);
  filling->before = BEFORE_REFERENCE;
  return group.length;
}

/* A link within the article, "[words](#id)", leads to what has the id. */
static void lead_link(const Filling *filling, Inline *link) {
  if (!filling->identifiers || link->target.len < 1 ||
      link->target.text[0] != '#')
    return;
  Str id = str_slice(link->target, 1, link->target.len);
  Str anchor = references_link_anchor(filling->reading, filling->identifiers,
                                      id, link->place);
  link->target = str_format(filling->reading->report, "#%.*s", STR(anchor));
}

/* -- Particles -- */

/* The pair at `text`, after a value or a reference; its bytes, 0: none. A space
 * between a reference and its particle goes, as in "@fig-a 와(과)". */
static int find_pair(const Filling *filling, Str text, JosaPair *pair) {
  if (filling->before == BEFORE_TEXT) return 0;
  bool may_skip = filling->before == BEFORE_REFERENCE && text.len > 1 &&
                  text.text[0] == ' ';
  int skip = may_skip ? 1 : 0;
  if (!josa_find(str_slice(text, skip, text.len), pair)) return 0;
  return skip + pair->written.len;
}

static void fill_pair(Filling *filling, InlineList *out, const JosaPair *pair,
                      Place place) {
  Str word = str_copy(filling->reading->report, strbuf_str(&filling->word));
  Coda coda = josa_coda(word);
  if (coda == CODA_UNKNOWN) {
    diag(filling->reading->diags, DIAG_ARTICLE_PARTICLE, place,
         "it is not known how '%.*s' is read, so '%.*s' stays", STR(word),
         STR(pair->written));
    diag_hint(filling->reading->diags, "write the one particle that fits");
  }
  Str chosen = josa_choose(pair, coda);
  add_text(filling, out, chosen, place);
  add_word(filling, chosen);
  filling->before = BEFORE_TEXT;
}

/* -- Text -- */

/* A stretch of an item that stays as it is. */
static void keep(Filling *filling, InlineList *out, const Inline *item,
                 int start, int end) {
  if (start >= end) return;
  Inline part = *item;
  part.text = str_slice(item->text, start, end);
  if (item->place.length == item->text.len)
    part.place = place_within(item->place, start, end - start);
  list_add(filling->reading->report, out, part);
}

static int character_bytes(Str text, int at) {
  int next = at;
  str_next(text, &next);
  return next - at;
}

/* One character that is only text: it joins the word or ends it. */
static int pass(Filling *filling, Str text, int at) {
  int length = character_bytes(text, at);
  char c = text.text[at];
  if (c == ' ' || c == '\t') {
    end_word(filling);
  } else {
    add_word(filling, str_slice(text, at, at + length));
    if (filling->before == BEFORE_REFERENCE) filling->before = BEFORE_VALUE;
  }
  return length;
}

/* What the bytes at `at` are, if not plain text: done, and their length. */
static int fill_special(Filling *filling, InlineList *out, const Inline *item,
                        int at) {
  Str rest = str_slice(item->text, at, item->text.len);
  char c = rest.text[0];
  JosaPair pair;
  int length = find_pair(filling, rest, &pair);
  if (length) {
    fill_pair(filling, out, &pair, place_within(item->place, at, length));
    return length;
  }
  if (!filling->identifiers) return 0;
  bool is_start = at == 0 || !g_ascii_isalnum(item->text.text[at - 1]);
  if (c == '[' || (c == '@' && is_start))
    return fill_references(filling, out, item, at);
  return 0;
}

/* -- Footnotes -- */

static void warn_footnote(const Filling *filling, Str name, Place place) {
  diag(filling->reading->diags, DIAG_ARTICLE_FOOTNOTE, place,
       "no footnote is called '%.*s'", STR(name));
  diag_hint(filling->reading->diags, "[^%.*s]: gives its text", STR(name));
}

static void check_footnote(const Filling *filling, const Inline *item, int at) {
  Str rest = str_slice(item->text, at, item->text.len);
  int end = str_find_char(rest, ']');
  if (!str_starts(rest, S("[^")) || end < 3 || end > 80) return;
  warn_footnote(filling, str_slice(rest, 2, end),
                place_within(item->place, at, end + 1));
}

/* A mark in an attribute names its note. */
static void find_footnote(const Filling *filling, Inline *mark) {
  const Article *article = filling->reading->article;
  for (int i = 0; i < article->footnotes.count && mark->footnote < 0; i++)
    if (str_equal(article->footnotes.items[i].name, mark->text))
      mark->footnote = i;
  if (mark->footnote >= 0) return;
  warn_footnote(filling, mark->text, mark->place);
  mark->kind = INLINE_TEXT;
  mark->text = str_format(filling->reading->report, "[^%.*s]", STR(mark->text));
}

static void fill_plain(Filling *filling, InlineList *out, const Inline *item) {
  int kept = 0;
  for (int at = 0; at < item->text.len;) {
    if (item->text.text[at] == '[') check_footnote(filling, item, at);
    InlineList special = {0};
    int length = fill_special(filling, &special, item, at);
    if (length == 0) {
      at += pass(filling, item->text, at);
      continue;
    }
    keep(filling, out, item, kept, at);
    for (int i = 0; i < special.count; i++)
      list_add(filling->reading->report, out, special.items[i]);
    at += length;
    kept = at;
  }
  keep(filling, out, item, kept, item->text.len);
}

static void fill_list(Filling *filling, InlineList *inlines);

static void fill_item(Filling *filling, InlineList *out, Inline *item) {
  switch (item->kind) {
  case INLINE_TEXT:
    if (is_template(item->text)) {
      fill_template(filling, out, item);
      return;
    }
    check_open_braces(filling, item);
    fill_plain(filling, out, item);
    return;
  case INLINE_SPACE:
  case INLINE_LINE_BREAK:
    end_word(filling);
    break;
  case INLINE_CODE:
    add_word(filling, item->text);
    break;
  case INLINE_FOOTNOTE:
    if (item->footnote < 0) find_footnote(filling, item);
    break;
  default:
    if (item->kind == INLINE_LINK) lead_link(filling, item);
    fill_list(filling, &item->inner);
    if (item->kind == INLINE_IMAGE)
      item->text = inlines_plain(filling->reading->report, &item->inner);
  }
  list_add(filling->reading->report, out, *item);
}

static void fill_list(Filling *filling, InlineList *inlines) {
  InlineList filled = {0};
  list_reserve(filling->reading->report, &filled, inlines->count);
  for (int i = 0; i < inlines->count; i++)
    fill_item(filling, &filled, &inlines->items[i]);
  *inlines = filled;
}

/* -- Doors -- */

static void fill_inlines(void *owner, InlineList *inlines) {
  Filling *filling = owner;
  if (inlines->count == 0) return;
  end_word(filling);
  fill_list(filling, inlines);
  quotes_curl(filling->reading->report, inlines);
}

static void fill_block(void *owner, Block *block) {
  Filling *filling = owner;
  block_walk_inlines(block, fill_inlines, filling);
  if (block->kind == BLOCK_HEADING)
    block->plain = inlines_plain(filling->reading->report, &block->inlines);
  else if (block->caption.count)
    block->plain = inlines_plain(filling->reading->report, &block->caption);
}

void fill_article(const Reading *reading, Identifiers *identifiers) {
  Filling filling = {.reading = reading,
                     .identifiers = identifiers,
                     .word = {.arena = reading->report}};
  article_walk(reading->article, fill_block, &filling);
}

/* The bytes of a template at the start of the text; 0: none. */
static int template_length(Str text) {
  if (!str_starts(text, S("{{"))) return 0;
  int end = str_find(text, S("}}"));
  return end < 0 ? 0 : end + 2;
}

static int plain_step(Filling *filling, InlineList *out, Str text, int at,
                      Place place) {
  Str rest = str_slice(text, at, text.len);
  Inline item = {.kind = INLINE_TEXT, .text = rest};
  item.place = place_within(place, at, rest.len);
  int length = template_length(rest);
  if (length) {
    item.text = str_slice(rest, 0, length);
    item.place.length = length;
    fill_template(filling, out, &item);
    return length;
  }
  length = fill_special(filling, out, &item, 0);
  if (length) return length;
  bool is_escape =
      rest.text[0] == '\\' && rest.len > 1 && g_ascii_ispunct(rest.text[1]);
  int skip = is_escape ? 1 : 0;
  length = pass(filling, text, at + skip);
  keep(filling, out, &item, skip, skip + length);
  return skip + length;
}

Str fill_str(const Reading *reading, Str text, Place place) {
  if (str_find(text, S("{{")) < 0 && str_find_char(text, '\\') < 0)
    return str_copy(reading->report, text);
  Filling filling = {.reading = reading, .word = {.arena = reading->report}};
  InlineList pieces = {0};
  for (int at = 0; at < text.len;)
    at += plain_step(&filling, &pieces, text, at, place);
  return inlines_plain(reading->report, &pieces);
}

Str fill_text(const Reading *reading, Place place) {
  return fill_str(reading, reading_text(reading, place), place);
}
