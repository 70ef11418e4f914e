/* A document of pages, and all of it as text. */
#include "frame/pages.h"

#include "frame/coordinate.h"

Pages *pages_new(Arena *arena) {
  Pages *pages = arena_new(arena, Pages);
  pages->arena = arena;
  return pages;
}

static void add_page(StrBuf *text, const Page *page, int number) {
  strbuf_addf(text, "page %d", number);
  if (page->label.len) strbuf_addf(text, " (%.*s)", STR(page->label));
  strbuf_add(text, S(" "));
  coordinate_add(text, page->frame->width);
  strbuf_add(text, S("x"));
  coordinate_add(text, page->frame->height);
  if (page->badness.len) strbuf_addf(text, " badness %.*s", STR(page->badness));
  strbuf_add(text, S("\n"));
  frame_dump(page->frame, text);
}

static void add_outline(StrBuf *text, const Pages *pages) {
  if (!pages->outline.count) return;
  strbuf_add(text, S("outline\n"));
  for (int i = 0; i < pages->outline.count; i++) {
    const OutlineEntry *entry = &pages->outline.items[i];
    strbuf_addf(text, "%*s%.*s -> %.*s\n", 2 * entry->level, "",
                STR(entry->title), STR(entry->destination));
  }
}

static void add_attachments(StrBuf *text, const Pages *pages) {
  for (int i = 0; i < pages->attachments.count; i++) {
    const Attachment *file = &pages->attachments.items[i];
    strbuf_addf(text, "attachment %.*s %.*s %.*s %d bytes\n", STR(file->name),
                STR(file->media_type), STR(file->relationship),
                file->bytes.len);
  }
}

void pages_dump(const Pages *pages, StrBuf *text) {
  for (int i = 0; i < pages->list.count; i++)
    add_page(text, &pages->list.items[i], i + 1);
  add_outline(text, pages);
  add_attachments(text, pages);
  if (pages->structure) {
    strbuf_add(text, S("structure\n"));
    structure_dump(pages->structure, NULL, NULL, text);
  }
}
