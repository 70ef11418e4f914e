/* An article becomes pages: blocks -> vertical lists -> pages -> numbers ->
 * the document. */
#include "page/page.h"

#include "page/block/panel.h"
#include "page/book.h"

static void book_open(Book *book, Arena *report, const PageRequest *request,
                      Diags *diags) {
  const Article *article = request->article;
  *book = (Book){.report = report, .article = article};
  Setting *setting = &book->setting;
  setting->report = report;
  setting->paragraph =
      (ParagraphContext){.report = report,
                         .fonts = request->fonts,
                         .article = article,
                         .diags = diags,
                         .hyphenator = hyphenator_open(report)};
  setting->figures = request->figures;
  setting->lines = request->lines;
  setting->tightness = (Tightness){.leading = 1, .figures = 1};
  setting->notes = arena_array(report, FlowNote, article->footnotes.count);
  setting->style = style_default();
  style_read(&setting->style, report, article->front, diags);
  setting->note_numbers =
      (NoteNumbers){.arena = report,
                    .items = arena_array(report, Str, article->footnotes.count),
                    .pattern = setting->style.note_pattern};
  setting->paragraph.note_numbers = &setting->note_numbers;
}

static Frame *draw_page(Book *book, const BookPage *page) {
  if (page->is_whole) return page->body;
  const Style *upright = &book->setting.style;
  Style turned = style_turned(upright);
  const Style *style = page->part->is_turned ? &turned : upright;
  Frame *frame = frame_new(book->report, style->page_width, style->page_height);
  running_head_draw(book, page, frame);
  if (page->body)
    frame_add_group(frame, page->body,
                    matrix_move(style->margin_left, style->margin_top));
  return frame;
}

static void add_element(Book *book, Pages *pages, Part *part) {
  if (!part) return;
  part->element->parent = pages->structure;
  list_add(book->report, &pages->structure->kids, part->element);
}

static void add_matter(Book *book, Pages *pages, Matter matter) {
  for (int i = 0; i < book->parts.count; i++)
    if (book->parts.items[i]->matter == matter)
      add_element(book, pages, book->parts.items[i]);
}

static void add_structure(Book *book, Pages *pages) {
  pages->structure = element_new(book->report, NULL, ELEMENT_DOCUMENT);
  add_element(book, pages, book->cover);
  add_matter(book, pages, MATTER_FRONT);
  add_element(book, pages, book->contents);
  add_matter(book, pages, MATTER_BODY);
  add_matter(book, pages, MATTER_BACK);
  add_element(book, pages, book->colophon);
}

static void add_outline(Book *book, Pages *pages) {
  for (int i = 0; i < book->setting.entries.count; i++) {
    const Entry *entry = book->setting.entries.items[i];
    if (entry->kind != ENTRY_HEADING) continue;
    Str title = entry->title;
    if (entry->label.len)
      title =
          str_format(book->report, "%.*s %.*s", STR(entry->label), STR(title));
    OutlineEntry line = {title, entry->level, entry->flow.anchor};
    list_add(book->report, &pages->outline, line);
  }
}

static Str joined(Arena *report, const Str *items, int count) {
  StrBuf text = {.arena = report};
  for (int i = 0; i < count; i++) {
    if (i) strbuf_add(&text, S(", "));
    strbuf_add(&text, items[i]);
  }
  return strbuf_str(&text);
}

Str book_authors(const Book *book) {
  const Article *article = book->article;
  return joined(book->report, article->authors.items, article->authors.count);
}

static DocumentInfo document_info(Book *book) {
  const Article *article = book->article;
  return (DocumentInfo){
      .title = article->title,
      .author = book_authors(book),
      .subject = article->description,
      .keywords = joined(book->report, article->keywords.items,
                         article->keywords.count),
      .language = article->language.len ? article->language : S("ko")};
}

static Pages *assemble(Book *book) {
  Pages *pages = pages_new(book->report);
  for (int i = 0; i < book->pages.count; i++) {
    const BookPage *page = &book->pages.items[i];
    Page finished = {draw_page(book, page), page->label, page->badness};
    list_add(book->report, &pages->list, finished);
  }
  add_structure(book, pages);
  add_outline(book, pages);
  pages->info = document_info(book);
  return pages;
}

static void tell_empty(const Book *book) {
  diag(book->setting.paragraph.diags, DIAG_PAGE_EMPTY,
       (Place){.source = book->article->source}, "there is nothing to set");
  diag_hint(book->setting.paragraph.diags, "write a title or some text");
}

Pages *page_build(Arena *report, const PageRequest *request, Diags *diags) {
  int errors = diags->error_count;
  Book book;
  book_open(&book, report, request, diags);
  cover_set(&book);
  colophon_set(&book);
  book_settle(&book);
  if (!book.pages.count) tell_empty(&book);
  Pages *pages = assemble(&book);
  return diags->error_count == errors ? pages : NULL;
}

Frame *page_draw_panel(Arena *arena, const PageRequest *request,
                       const Block *block, double width, Element *parent,
                       Diags *diags) {
  if (!panel_draw(block->kind)) return NULL;
  Book book;
  book_open(&book, arena, request, diags);
  return panel_alone_draw(&book.setting, block, width, parent);
}
