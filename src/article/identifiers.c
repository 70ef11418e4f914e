/* Ids: collected once, matched in text, named in messages. */
#include "article/identifiers.h"

#include <glib.h>

#include "article/walk.h"

typedef struct Collecting {
  const Reading *reading;
  Identifiers *identifiers;
} Collecting;

static void collect(void *owner, Block *block) {
  Collecting *collecting = owner;
  const Reading *reading = collecting->reading;
  Identifiers *identifiers = collecting->identifiers;
  if (block->id.len == 0) return;
  const char *id = str_c(reading->report, block->id);
  const Block *known = g_hash_table_lookup(identifiers->blocks, id);
  if (known) {
    LineColumn at = source_position(reading->source, known->place.offset);
    diag(reading->diags, DIAG_ARTICLE_DUPLICATE_ID, block->place,
         "the id '%s' stands here a second time", id);
    diag_hint(reading->diags, "it was given on line %d", at.line);
    return;
  }
  g_hash_table_insert(identifiers->blocks, (void *)id, block);
  list_add(reading->report, &identifiers->names, id);
  if (block->id.len > identifiers->longest)
    identifiers->longest = block->id.len;
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

Identifiers *identifiers_collect(const Reading *reading) {
  Identifiers *identifiers = arena_new(reading->report, Identifiers);
  identifiers->blocks = g_hash_table_new(g_str_hash, g_str_equal);
  arena_defer(reading->report, release_table, identifiers->blocks);
  Collecting collecting = {reading, identifiers};
  article_walk(reading->article, collect, &collecting);
  return identifiers;
}

const Block *identifiers_find(const Identifiers *identifiers, Str id) {
  enum { LONGEST = 256 };
  char text[LONGEST];
  if (id.len >= LONGEST) return NULL;
  for (int i = 0; i < id.len; i++)
    text[i] = id.text[i];
  text[id.len] = '\0';
  return g_hash_table_lookup(identifiers->blocks, text);
}

static bool has_known_prefix(Str text) {
  return str_starts(text, S("fig-")) || str_starts(text, S("tbl-")) ||
         str_starts(text, S("sec-"));
}

static bool is_id_byte(char c) {
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

/* Whether the match may end here: not inside a word of ASCII. */
static bool may_end(Str text, int at) {
  return at >= text.len || !is_id_byte(text.text[at]) || text.text[at] == '.' ||
         text.text[at] == ':';
}

int identifiers_match(const Identifiers *identifiers, Str text,
                      const Block **block) {
  *block = NULL;
  if (!has_known_prefix(text)) return 0;
  int longest = MIN(text.len, identifiers->longest);
  for (int len = longest; len > 4; len--) {
    if (!may_end(text, len)) continue;
    *block = identifiers_find(identifiers, str_slice(text, 0, len));
    if (*block) return len;
  }
  int len = 4;
  while (len < text.len && is_id_byte(text.text[len]))
    len++;
  while (len > 4 && !g_ascii_isalnum(text.text[len - 1]))
    len--;
  return len;
}

void identifiers_unknown(const Reading *reading, const Identifiers *identifiers,
                         Str id, Place place) {
  diag(reading->diags, DIAG_ARTICLE_UNKNOWN_ID, place,
       "nothing has the id '%.*s'", STR(id));
  diag_hint_nearest(reading->diags, id, identifiers->names.items,
                    identifiers->names.count);
}

static Str join_hard(Arena *report, const char *before, Str number,
                     const char *after) {
  return str_format(report, "%s\u00A0%.*s%s", before, STR(number), after);
}

Str identifiers_reference(Arena *report, const Block *block) {
  Str number = block->label.number;
  if (number.len == 0) return (Str){0};
  if (block->kind != BLOCK_HEADING) {
    if (str_is(block->label.word, "표"))
      return join_hard(report, "〈표", number, "〉");
    return join_hard(report, "[그림", number, "]");
  }
  if (block->level > 1) return str_format(report, "%.*s절", STR(number));
  if (str_starts(block->label.word, S("부록")))
    return join_hard(report, "부록", number, "");
  return block->label.word;
}
