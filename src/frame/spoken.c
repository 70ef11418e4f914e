/* The words of a document in the order of its structure. */
#include <assert.h>
#include <glib.h>

#include "frame/pages.h"

enum { SPOKEN_DEPTH_MAX = 500, SHOWN_EACH_SIDE = 24 };

typedef struct Spoken {
  Arena *arena;
  GHashTable *words; /* Element -> StrBuf */
} Spoken;

static void add_words(Spoken *spoken, const Element *leaf, Str words) {
  StrBuf *buf = g_hash_table_lookup(spoken->words, leaf);
  if (!buf) {
    buf = arena_new(spoken->arena, StrBuf);
    buf->arena = spoken->arena;
    g_hash_table_insert(spoken->words, (gpointer)leaf, buf);
  }
  strbuf_add(buf, words);
}

static void gather(Spoken *spoken, const Frame *frame, Tag around, int depth) {
  assert(depth < SPOKEN_DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    Tag tag = item->tag.kind == TAG_INHERIT ? around : item->tag;
    if (item->kind == FRAME_GROUP)
      gather(spoken, item->group.frame, tag, depth + 1);
    else if (item->kind == FRAME_GLYPHS && tag.kind == TAG_CONTENT)
      add_words(spoken, tag.content, item->glyphs.run->text);
  }
}

/* Byte of the n-th character. */
static int offset_of(Str text, int n) {
  int at = 0;
  while (n-- > 0 && at < text.len)
    str_next(text, &at);
  return at;
}

static Str shortened(Arena *arena, Str text) {
  int length = str_length(text);
  if (length <= 2 * SHOWN_EACH_SIDE + 1)
    return str_format(arena, "'%.*s'", STR(text));
  Str head = str_slice(text, 0, offset_of(text, SHOWN_EACH_SIDE));
  Str tail =
      str_slice(text, offset_of(text, length - SHOWN_EACH_SIDE), text.len);
  return str_format(arena, "'%.*s…%.*s'", STR(head), STR(tail));
}

static Str words_of(void *owner, const Element *leaf) {
  Spoken *spoken = owner;
  const StrBuf *buf = g_hash_table_lookup(spoken->words, leaf);
  return buf ? shortened(spoken->arena, strbuf_str(buf)) : (Str){0};
}

void pages_dump_structure(const Pages *pages, StrBuf *text) {
  Arena scratch = {0};
  Spoken spoken = {&scratch, g_hash_table_new(NULL, NULL)};
  for (int i = 0; i < pages->list.count; i++)
    gather(&spoken, pages->list.items[i].frame, (Tag){0}, 0);
  structure_dump(pages->structure, words_of, &spoken, text);
  g_hash_table_unref(spoken.words);
  arena_clear(&scratch);
}
