/* A page's content as cairo wrote it in, the same with marks that say what each
 * thing is out. Everything painted must stand in a mark: what does not was
 * moved by cairo into a fallback image, and no reader could be told of it. */
#include "export/pdf/document.h"

typedef struct Rewrite {
  PdfDocument *document;
  const PageMarks *marks;
  Str content;
  StrBuf text;
  int at, kept; /* kept: up to where the content is in the text */
  int operands; /* where those of the coming operator begin */
  int depth;    /* of marked content */
  int mark_count, mcid;
  const char *fault;
} Rewrite;

static void put_properties(StrBuf *text, const Element *leaf, int mcid) {
  strbuf_addf(text, "<</MCID %d", mcid);
  Str language = pdf_language(leaf->language);
  if (language.len) {
    strbuf_add(text, S("/Lang"));
    pdf_put_text(text, language);
  }
  if (leaf->actual_text.len) {
    strbuf_add(text, S("/ActualText"));
    pdf_put_text(text, leaf->actual_text);
  }
  strbuf_add(text, S(">>BDC"));
}

static void put_mark(Rewrite *rewrite, Tag tag) {
  static const char *const artifacts[] = {
      [TAG_ARTIFACT_LAYOUT] = "/Layout",
      [TAG_ARTIFACT_HEADER] = "/Pagination/Subtype/Header",
      [TAG_ARTIFACT_FOOTER] = "/Pagination/Subtype/Footer",
      [TAG_ARTIFACT_REPEAT] = "/Pagination",
  };
  if (tag.kind != TAG_CONTENT) {
    strbuf_addf(&rewrite->text, "/Artifact<</Type%s>>BDC", artifacts[tag.kind]);
    return;
  }
  strbuf_addf(&rewrite->text, "/%s",
              element_role_name(tag.content->parent->role));
  put_properties(&rewrite->text, tag.content, rewrite->mcid++);
}

static void open_mark(Rewrite *rewrite) {
  int at = rewrite->operands;
  pdf_value_next(rewrite->content, &at);
  Str properties = pdf_value_next(rewrite->content, &at);
  Str number = pdf_dictionary_find(properties, "MCID");
  rewrite->depth++;
  if (!number.len) return; /* cairo's own /Span with ActualText */
  if (rewrite->depth != 1 || rewrite->mark_count >= rewrite->marks->list.count)
    rewrite->fault = "a mark stands where none was made";
  else if (pdf_integer(number, -1) != rewrite->mark_count)
    rewrite->fault = "marks are out of order";
  if (rewrite->fault) return;
  strbuf_add(&rewrite->text,
             str_slice(rewrite->content, rewrite->kept, rewrite->operands));
  put_mark(rewrite, rewrite->marks->list.items[rewrite->mark_count++].tag);
  rewrite->kept = rewrite->at;
}

static bool is_painting(Str operator) {
  static const char *const operators[] = {"f",  "Do", "Tj", "TJ", "S", "s",
                                          "f*", "F",  "B",  "B*", "b", "b*",
                                          "sh", "'",  "\"", "BI", "EI"};
  if (operator.len> 2) return false;
  for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
    if (str_is(operator, operators[i])) return true;
  return false;
}

static void pass_operator(Rewrite *rewrite, Str operator) {
  if (str_is(operator, "BDC"))
    open_mark(rewrite);
  else if (str_is(operator, "BMC"))
    rewrite->depth++;
  else if (str_is(operator, "EMC") && --rewrite->depth < 0)
    rewrite->fault = "a mark ends that never began";
  else if (rewrite->depth == 0 && is_painting(operator))
    rewrite->fault = "something is painted outside all marks";
}

static void rewrite_all(Rewrite *rewrite) {
  rewrite->operands = -1;
  while (!rewrite->fault) {
    PdfToken token = pdf_token_next(rewrite->content, &rewrite->at);
    if (token.kind == PDF_END) break;
    if (token.kind == PDF_BROKEN) rewrite->fault = "its syntax is broken";
    if (token.kind != PDF_WORD) {
      if (rewrite->operands < 0)
        rewrite->operands = rewrite->at - token.text.len;
      continue;
    }
    pass_operator(rewrite, token.text);
    rewrite->operands = -1;
  }
  if (rewrite->fault) return;
  if (rewrite->depth != 0) rewrite->fault = "a mark does not end";
  if (rewrite->mark_count != rewrite->marks->list.count)
    rewrite->fault = "a mark is missing";
}

Str pdf_content(PdfDocument *document, int page, Str content) {
  if (!document->is_tagged) return content;
  Rewrite rewrite = {.document = document,
                     .marks = &document->marks[page],
                     .content = content,
                     .text = {.arena = document->scratch}};
  rewrite_all(&rewrite);
  if (rewrite.fault) {
    diag(document->diags, DIAG_EXPORT_UNMARKED, (Place){0},
         "page %d cannot be told to a screen reader: %s", page + 1,
         rewrite.fault);
    diag_hint(document->diags, "this is a fault of jikji; a picture on the "
                               "page may use what PDF cannot draw");
    return (Str){0};
  }
  strbuf_add(&rewrite.text, str_slice(content, rewrite.kept, content.len));
  return strbuf_str(&rewrite.text);
}
