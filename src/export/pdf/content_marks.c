/* Which of the painted things is what, for readers (ISO 32000-1, 14.6 and
 * 14.8.2.2). Marks stand beside each other, never within each other: at the end
 * of an inner one poppler takes the outer one for ended too. */
#include "export/pdf/content.h"

static void put_artifact(PdfContent *content) {
  static const char *const types[] = {
      [TAG_ARTIFACT_LAYOUT] = "/Layout",
      [TAG_ARTIFACT_HEADER] = "/Pagination/Subtype/Header",
      [TAG_ARTIFACT_FOOTER] = "/Pagination/Subtype/Footer",
      [TAG_ARTIFACT_REPEAT] = "/Pagination",
  };
  strbuf_add(&content->text, S("/Artifact<</Type"));
  strbuf_add_c(&content->text, types[content->tag.kind]);
  strbuf_add(&content->text, S(">>BDC\n"));
}

static void put_actual_text(StrBuf *text, Str shown) {
  strbuf_add(text, S("/ActualText"));
  pdf_put_text(text, shown);
}

static void put_sequence(PdfContent *content, Str shown) {
  PdfDocument *document = content->document;
  PdfPage *page = list_last(&document->list);
  StrBuf *text = &content->text;
  const Element *leaf = content->tag.content;
  Str leaf_text = leaf->actual_text;
  bool is_span = shown.len && !leaf_text.len;
  strbuf_add(text, S("/"));
  strbuf_add_c(text, is_span ? "Span" : element_role_name(leaf->parent->role));
  strbuf_add(text, S("<</MCID "));
  pdf_put_integer(text, page->leaf_count++);
  list_add(document->scratch, &document->leaves, leaf);
  Str language = pdf_language(leaf->language);
  if (language.len) {
    strbuf_add(text, S("/Lang"));
    pdf_put_text(text, language);
  }
  if (leaf_text.len || shown.len)
    put_actual_text(text, leaf_text.len ? leaf_text : shown);
  strbuf_add(text, S(">>BDC\n"));
}

static void begin_mark(PdfContent *content, Str shown) {
  Tag tag = content->tag;
  content_end_mark(content);
  content_room(content, 0);
  if (tag.kind == TAG_CONTENT)
    put_sequence(content, shown);
  else
    put_artifact(content);
  content->open = tag;
  content->tells =
      tag.kind == TAG_CONTENT && (shown.len || tag.content->actual_text.len);
}

void content_end_mark(PdfContent *content) {
  content_end_text(content);
  if (content->open.kind == TAG_INHERIT) return;
  content_add(content, S("EMC\n"));
  content->open = (Tag){0};
  content->tells = false;
}

static bool holds_marks(const PdfContent *content) {
  return content->document->is_tagged && !content->is_form;
}

/* A span that has no number, in what is no real content. */
static void begin_span(PdfContent *content, Str shown) {
  content_end_showing(content);
  content_room(content, 0);
  strbuf_add(&content->text, S("/Span<<"));
  put_actual_text(&content->text, shown);
  strbuf_add(&content->text, S(">>BDC\n"));
  content->has_span = true;
  content->span_in_text = content->shown.is_open;
}

void content_tell(PdfContent *content, Str shown) {
  Tag tag = content->tag, open = content->open;
  bool is_real = holds_marks(content) && tag.kind == TAG_CONTENT;
  bool is_same = open.kind == tag.kind && open.content == tag.content;
  bool is_whole = is_real && tag.content->actual_text.len;
  bool needs_own = is_real && !is_whole && (shown.len || content->tells);
  if (holds_marks(content) && (!is_same || needs_own))
    begin_mark(content, is_real ? shown : (Str){0});
  if (!is_real && shown.len) begin_span(content, shown);
}

void content_told(PdfContent *content) {
  if (!content->has_span) return;
  if (content->span_in_text)
    content_end_showing(content);
  else
    content_end_text(content);
  content_add(content, S("EMC\n"));
  content->has_span = false;
}
