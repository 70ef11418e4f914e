/* Ids: collected once, matched in text, named in messages. */
#include "article/identifiers.h"

#include <glib.h>

#include "article/title_id.h"
#include "article/walk.h"

typedef struct Collecting {
  const Reading *reading;
  Identifiers *identifiers;
} Collecting;

static void add_target(Collecting *collecting, Target target) {
  const Reading *reading = collecting->reading;
  Identifiers *identifiers = collecting->identifiers;
  const char *id = str_c(reading->report, target.id);
  Target *added = arena_new(reading->report, Target);
  *added = target;
  g_hash_table_insert(identifiers->targets, (void *)id, added);
  list_add(reading->report, &identifiers->names, id);
  if (target.id.len > identifiers->longest)
    identifiers->longest = target.id.len;
}

static const Target *find(const Identifiers *identifiers, Str id) {
  enum { LONGEST = 256 };
  char text[LONGEST];
  if (id.len >= LONGEST) return NULL;
  for (int i = 0; i < id.len; i++)
    text[i] = id.text[i];
  text[id.len] = '\0';
  return g_hash_table_lookup(identifiers->targets, text);
}

/* Of headings with one title the later ones are "title-1", "title-2". */
static void collect_title(Collecting *collecting, Block *heading) {
  Arena *report = collecting->reading->report;
  GHashTable *titles = collecting->identifiers->titles;
  Str id = title_id(report, inlines_plain(report, &heading->inlines));
  if (!id.len) return;
  char *key = str_c(report, id);
  for (int i = 1; g_hash_table_contains(titles, key); i++)
    key = str_c(report, str_format(report, "%.*s-%d", STR(id), i));
  g_hash_table_insert(titles, key, heading);
}

static void collect(void *owner, Block *block) {
  Collecting *collecting = owner;
  const Reading *reading = collecting->reading;
  if (block->id.len == 0) {
    if (block->kind == BLOCK_HEADING) collect_title(collecting, block);
    return;
  }
  const Target *known = find(collecting->identifiers, block->id);
  if (!known) {
    add_target(collecting, (Target){.id = block->id, .block = block});
    return;
  }
  LineColumn at = source_position(reading->source, known->block->place.offset);
  diag(reading->diags, DIAG_ARTICLE_DUPLICATE_ID, block->place,
       "the id '%.*s' stands here a second time", STR(block->id));
  diag_hint(reading->diags, "it was given on line %d", at.line);
}

/* A block may be called fn-a as well; then the footnote has no id. */
static void collect_footnotes(Collecting *collecting) {
  const Reading *reading = collecting->reading;
  const Article *article = reading->article;
  for (int i = 0; i < article->footnotes.count; i++) {
    Str name = article->footnotes.items[i].name;
    Str id = str_format(reading->report, "fn-%.*s", STR(name));
    if (name.len && !find(collecting->identifiers, id))
      add_target(collecting, (Target){.id = id, .footnote = i});
  }
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

static GHashTable *new_table(Arena *report) {
  GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
  arena_defer(report, release_table, table);
  return table;
}

Identifiers *identifiers_collect(const Reading *reading) {
  Identifiers *identifiers = arena_new(reading->report, Identifiers);
  identifiers->targets = new_table(reading->report);
  identifiers->titles = new_table(reading->report);
  Collecting collecting = {reading, identifiers};
  article_walk(reading->article, collect, &collecting);
  collect_footnotes(&collecting);
  return identifiers;
}

const Target *identifiers_find_link(Identifiers *identifiers,
                                    const Reading *reading, Str id) {
  const Target *known = find(identifiers, id);
  if (known) return known;
  Block *heading =
      g_hash_table_lookup(identifiers->titles, str_c(reading->report, id));
  if (!heading) return NULL;
  heading->id = id;
  Collecting collecting = {reading, identifiers};
  add_target(&collecting, (Target){.id = id, .block = heading});
  return find(identifiers, id);
}

/* The bytes of a prefix such as "fig-"; 0: none. */
static int prefix_length(Str text) {
  static const char *const prefixes[] = {"fig-", "tbl-", "sec-", "eq-", "fn-"};
  for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
    if (str_starts(text, str_from(prefixes[i])))
      return str_from(prefixes[i]).len;
  return 0;
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
                      const Target **target) {
  *target = NULL;
  int prefix = prefix_length(text);
  if (!prefix) return 0;
  int longest = MIN(text.len, identifiers->longest);
  for (int len = longest; len > prefix; len--) {
    if (!may_end(text, len)) continue;
    *target = find(identifiers, str_slice(text, 0, len));
    if (*target) return len;
  }
  int len = prefix;
  while (len < text.len && is_id_byte(text.text[len]))
    len++;
  while (len > prefix && !g_ascii_isalnum(text.text[len - 1]))
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
