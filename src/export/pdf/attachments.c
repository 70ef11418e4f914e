/* Files that go with the document, as associated files (ISO 19005-3, 6.8). */
#include <stdlib.h>

#include "base/calendar.h"
#include "export/pdf/document.h"

static int add_file(PdfDocument *document, const Attachment *file) {
  CivilTime time = calendar_civil((double)document->info.created * 1000);
  StrBuf entries = {.arena = document->scratch};
  strbuf_add(&entries, S("/Type/EmbeddedFile/Subtype"));
  pdf_put_name(&entries, file->media_type);
  strbuf_addf(&entries,
              "/Params<</Size %d/ModDate(D:%04d%02d%02d%02d%02d%02dZ)>>",
              file->bytes.len, time.year, time.month, time.day, time.hour,
              time.minute, time.second);
  return pdf_add_stream(&document->writer, strbuf_str(&entries), file->bytes);
}

static int add_specification(PdfDocument *document, const Attachment *file) {
  int bytes = add_file(document, file);
  StrBuf body = {.arena = document->scratch};
  strbuf_add(&body, S("<</Type/Filespec/F"));
  pdf_put_text(&body, file->name);
  strbuf_add(&body, S("/UF"));
  pdf_put_text(&body, file->name);
  if (file->description.len) {
    strbuf_add(&body, S("/Desc"));
    pdf_put_text(&body, file->description);
  }
  strbuf_add(&body, S("/AFRelationship"));
  pdf_put_name(&body,
               file->relationship.len ? file->relationship : S("Unspecified"));
  strbuf_addf(&body, "/EF<</F %d 0 R/UF %d 0 R>>>>", bytes, bytes);
  return pdf_add(&document->writer, strbuf_str(&body));
}

void pdf_add_attachments(PdfDocument *document) {
  const Pages *pages = document->pages;
  document->attachment_numbers =
      arena_array(document->scratch, int, pages->attachments.count);
  for (int i = 0; i < pages->attachments.count; i++)
    document->attachment_numbers[i] =
        add_specification(document, &pages->attachments.items[i]);
}

typedef struct NamedFile {
  Str key; /* the name as it is written, by which the tree is sorted */
  int number;
} NamedFile;

static int by_key(const void *a, const void *b) {
  return str_compare(((const NamedFile *)a)->key, ((const NamedFile *)b)->key);
}

void pdf_put_attachments(PdfDocument *document, StrBuf *catalog) {
  const Pages *pages = document->pages;
  int count = pages->attachments.count;
  if (!count) return;
  NamedFile *files = arena_array(document->scratch, NamedFile, count);
  strbuf_add(catalog, S("/AF["));
  for (int i = 0; i < count; i++) {
    StrBuf key = {.arena = document->scratch};
    pdf_put_text(&key, pages->attachments.items[i].name);
    files[i] = (NamedFile){strbuf_str(&key), document->attachment_numbers[i]};
    strbuf_addf(catalog, i ? " %d 0 R" : "%d 0 R", files[i].number);
  }
  qsort(files, (size_t)count, sizeof *files, by_key);
  strbuf_add(catalog, S("]/Names<</EmbeddedFiles<</Names["));
  for (int i = 0; i < count; i++)
    strbuf_addf(catalog, "%.*s %d 0 R", STR(files[i].key), files[i].number);
  strbuf_add(catalog, S("]>>>>"));
}
