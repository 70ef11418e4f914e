/* Pages in, the bytes of a PDF file out. cairo paints the pages and makes the
 * fonts; the rest of the file is our own. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "export/pdf/document.h"

void export_prepare(void) {
  setenv("CAIRO_DEBUG_PDF", "1", 1);
}

static bool paint_and_read(PdfDocument *document) {
  Str painted;
  if (!pdf_paint(document->scratch, document->pages, document->is_tagged,
                 document->marks, document->diags, &painted))
    return false;
  if (pdf_file_read(document->scratch, painted, &document->source) &&
      document->source.page_count == document->pages->list.count)
    return true;
  return diag(document->diags, DIAG_EXPORT_LIBRARY, (Place){0},
              "the file that cairo wrote cannot be read");
}

static void reserve_pages(PdfDocument *document) {
  int count = document->pages->list.count;
  document->page_numbers = arena_array(document->scratch, int, count);
  for (int i = 0; i < count; i++)
    document->page_numbers[i] = pdf_reserve(&document->writer);
}

static void put_reference(StrBuf *body, const char *key, int number) {
  if (number) strbuf_addf(body, "/%s %d 0 R", key, number);
}

static void put_tagging(const PdfDocument *document, StrBuf *catalog,
                        int structure) {
  if (!document->is_tagged) return;
  put_reference(catalog, "StructTreeRoot", structure);
  strbuf_add(catalog, S("/MarkInfo<</Marked true>>"));
}

static int add_catalog(PdfDocument *document, int pages, int structure) {
  StrBuf body = {.arena = document->scratch};
  int outline = pdf_add_outline(document);
  strbuf_addf(&body, "<</Type/Catalog/Pages %d 0 R/Lang", pages);
  pdf_put_text(&body, document->info.language);
  put_tagging(document, &body, structure);
  strbuf_add(&body, S("/ViewerPreferences<</DisplayDocTitle true>>"));
  put_reference(&body, "Outlines", outline);
  if (outline) strbuf_add(&body, S("/PageMode/UseOutlines"));
  put_reference(&body, "PageLabels", pdf_add_page_labels(document));
  put_reference(&body, "Metadata", pdf_add_xmp(document));
  if (document->is_archival)
    strbuf_addf(&body, "/OutputIntents[%d 0 R]",
                pdf_add_output_intent(document));
  pdf_put_attachments(document, &body);
  strbuf_add(&body, S(">>"));
  return pdf_add(&document->writer, strbuf_str(&body));
}

/* The stages. False after an error. */
static bool finish(PdfDocument *document, Arena *arena, Str *bytes) {
  reserve_pages(document);
  pdf_find_places(document);
  pdf_add_annotations(document);
  pdf_add_attachments(document);
  int pages = pdf_add_pages(document);
  if (!pages) return false;
  int structure = document->is_tagged ? pdf_add_structure(document) : 0;
  if (document->is_tagged && !structure) return false;
  pdf_copy_waiting(document);
  int info = pdf_add_info(document);
  int catalog = add_catalog(document, pages, structure);
  *bytes = pdf_write(&document->writer, arena, catalog, info);
  return true;
}

static void release_table(void *table) {
  g_hash_table_unref(table);
}

GHashTable *pdf_table(Arena *scratch, GHashFunc hash, GEqualFunc equal) {
  GHashTable *table = g_hash_table_new(hash, equal);
  arena_defer(scratch, release_table, table);
  return table;
}

static bool has_usable_sizes(const PdfDocument *document) {
  enum { SIDE_MIN = 3, SIDE_MAX = 14400 }; /* ISO 19005-2, 6.1.13 */
  for (int i = 0; i < document->pages->list.count; i++) {
    const Frame *frame = document->pages->list.items[i].frame;
    if (fmin(frame->width, frame->height) >= SIDE_MIN &&
        fmax(frame->width, frame->height) <= SIDE_MAX)
      continue;
    diag(document->diags, DIAG_EXPORT_SIZE, (Place){0},
         "a page of %.0f x %.0f points is none that PDF can hold", frame->width,
         frame->height);
    diag_hint(document->diags, "a side has %d to %d points", SIDE_MIN,
              SIDE_MAX);
    return false;
  }
  return true;
}

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

struct PdfDraft {
  Arena scratch;
  PdfDocument document;
};

static void release_draft(void *draft) {
  arena_clear(&((PdfDraft *)draft)->scratch);
}

PdfDraft *export_pdf_paint(Arena *arena, const Pages *pages,
                           const PdfOptions *options, Diags *diags) {
  assert(pages->list.count > 0);
  PdfDraft *draft = arena_new(arena, PdfDraft);
  Arena *scratch = &draft->scratch;
  arena_defer(arena, release_draft, draft);
  draft->document = (PdfDocument){
      .scratch = scratch,
      .pages = pages,
      .info = whole_info(pages),
      .diags = diags,
      .is_tagged = pages->structure && !options->plain,
      .is_archival = !options->plain,
      .marks = arena_array(scratch, PageMarks, pages->list.count),
      .leaves = arena_array(scratch, ContentLeaves, pages->list.count),
      .writer = {.scratch = scratch},
      .copies = pdf_table(scratch, NULL, NULL),
      .places = pdf_table(scratch, g_str_hash, g_str_equal),
  };
  bool done =
      has_usable_sizes(&draft->document) && paint_and_read(&draft->document);
  return done ? draft : NULL;
}

bool export_pdf_finish(Arena *arena, PdfDraft *draft, Str *bytes) {
  bool done = finish(&draft->document, arena, bytes);
  arena_clear(&draft->scratch);
  return done;
}

bool export_pdf(Arena *arena, const Pages *pages, const PdfOptions *options,
                Diags *diags, Str *bytes) {
  PdfDraft *draft = export_pdf_paint(arena, pages, options, diags);
  return draft && export_pdf_finish(arena, draft, bytes);
}
