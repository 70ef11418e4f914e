/* Pages in, the bytes of a PDF file out: the stages of a document. */
#include <assert.h>
#include <math.h>

#include "export/pdf/document.h"

struct PdfDraft {
  Arena scratch;
  PdfDocument document;
};

static void release_table(void *table) {
  g_hash_table_unref(table);
}

GHashTable *pdf_table(Arena *scratch, GHashFunc hash, GEqualFunc equal) {
  GHashTable *table = g_hash_table_new(hash, equal);
  arena_defer(scratch, release_table, table);
  return table;
}

/* ---- Opening, and pages one by one ---- */

static void release_draft(void *draft) {
  arena_clear(&((PdfDraft *)draft)->scratch);
}

PdfDraft *export_pdf_open(Arena *arena, const Pages *pages,
                          const PdfOptions *options, Diags *diags) {
  PdfDraft *draft = arena_new(arena, PdfDraft);
  Arena *scratch = &draft->scratch;
  arena_defer(arena, release_draft, draft);
  draft->document =
      (PdfDocument){.scratch = scratch,
                    .pages = pages,
                    .diags = diags,
                    .is_tagged = pages->structure && !options->plain,
                    .is_archival = !options->plain,
                    .places = pdf_table(scratch, g_str_hash, g_str_equal),
                    .content = {.arena = scratch},
                    .boxes = {.arena = scratch}};
  pdf_open(&draft->document.writer, scratch, arena, pages->list.count);
  pdf_fonts_open(&draft->document.fonts, scratch);
  return draft;
}

static bool has_usable_size(const Frame *frame, Diags *diags) {
  enum { SIDE_MIN = 3, SIDE_MAX = 14400 }; /* ISO 19005-2, 6.1.13 */
  if (fmin(frame->width, frame->height) >= SIDE_MIN &&
      fmax(frame->width, frame->height) <= SIDE_MAX)
    return true;
  diag(diags, DIAG_EXPORT_SIZE, (Place){0},
       "a page of %.0f x %.0f points is none that PDF can hold", frame->width,
       frame->height);
  diag_hint(diags, "a side has %d to %d points", SIDE_MIN, SIDE_MAX);
  return false;
}

bool export_pdf_add(PdfDraft *draft, const Page *page) {
  PdfDocument *document = &draft->document;
  int errors = document->diags->error_count;
  if (has_usable_size(page->frame, document->diags))
    pdf_add_page(document, page);
  return document->diags->error_count == errors;
}

/* ---- The end ---- */

/* What must be told of every document, where the author did not. */
static DocumentInfo whole_info(const Pages *pages) {
  DocumentInfo info = pages->info;
  info.language = pdf_language(info.language);
  if (!info.language.len) info.language = S("ko");
  if (!str_trim(info.title).len && pages->outline.count)
    info.title = pages->outline.items[0].title;
  if (!str_trim(info.title).len)
    info.title =
        str_starts(info.language, S("ko")) ? S("제목 없음") : S("Untitled");
  return info;
}

/* What the catalog refers to; 0: the document has none. */
typedef struct CatalogParts {
  int pages, structure, outline, labels, metadata, output_intent;
} CatalogParts;

static void put_part(StrBuf *body, const char *key, int number) {
  if (number) pdf_put_reference(body, key, number);
}

static int add_catalog(PdfDocument *document, const CatalogParts *parts) {
  int number = pdf_reserve(&document->writer);
  StrBuf *body = pdf_begin(&document->writer, number);
  strbuf_add(body, S("<</Type/Catalog"));
  pdf_put_reference(body, "/Pages", parts->pages);
  strbuf_add(body, S("/Lang"));
  pdf_put_text(body, document->info.language);
  put_part(body, "/StructTreeRoot", parts->structure);
  if (parts->structure) strbuf_add(body, S("/MarkInfo<</Marked true>>"));
  strbuf_add(body, S("/ViewerPreferences<</DisplayDocTitle true>>"));
  put_part(body, "/Outlines", parts->outline);
  if (parts->outline) strbuf_add(body, S("/PageMode/UseOutlines"));
  put_part(body, "/PageLabels", parts->labels);
  put_part(body, "/Metadata", parts->metadata);
  if (parts->output_intent) {
    strbuf_add(body, S("/OutputIntents["));
    pdf_put_reference(body, "", parts->output_intent);
    strbuf_add(body, S("]"));
  }
  pdf_put_attachments(document, body);
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
  return number;
}

/* The stages after the pages. False after an error. */
static bool finish(PdfDocument *document, Str *bytes) {
  int errors = document->diags->error_count;
  document->info = whole_info(document->pages);
  pdf_check_outlines(document);
  pdf_add_fonts(&document->fonts, &document->writer);
  pdf_add_annotations(document);
  pdf_add_attachments(document);
  CatalogParts parts = {.pages = pdf_add_page_tree(document)};
  if (document->is_tagged) parts.structure = pdf_add_structure(document);
  if (document->diags->error_count > errors) return false;
  parts.outline = pdf_add_outline(document);
  parts.labels = pdf_add_page_labels(document);
  parts.metadata = pdf_add_xmp(document);
  if (document->is_archival)
    parts.output_intent = pdf_add_output_intent(document);
  int info = pdf_add_info(document);
  int catalog = add_catalog(document, &parts);
  *bytes = pdf_close(&document->writer, catalog, info);
  return true;
}

bool export_pdf_finish(PdfDraft *draft, Str *bytes) {
  assert(draft->document.list.count > 0);
  bool is_done = finish(&draft->document, bytes);
  arena_clear(&draft->scratch);
  return is_done;
}

bool export_pdf(Arena *arena, const Pages *pages, const PdfOptions *options,
                Diags *diags, Str *bytes) {
  PdfDraft *draft = export_pdf_open(arena, pages, options, diags);
  for (int i = 0; i < pages->list.count; i++)
    if (!export_pdf_add(draft, &pages->list.items[i])) return false;
  return export_pdf_finish(draft, bytes);
}
