/* A page's content as cairo wrote it in, the same with marks that say what each
 * thing is out. Everything painted must stand in a mark: what does not was
 * moved by cairo into a fallback image, and no reader could be told of it. */
#include "export/pdf/document.h"

typedef struct Rewrite {
  PdfDocument *document;
  const PageMarks *marks;
  ContentLeaves *leaves;
  Str content;
  StrBuf text;
  int at, kept; /* kept: up to where the content is in the text */
  int operands; /* where those of the coming operator begin */
  int depth;    /* of marked content */
  int mark_count;
  Tag tag;         /* of the mark that is read */
  Str shown;       /* by it, as its own text; empty: as its glyphs tell */
  int mark_at;     /* where it begins in the content */
  int mark_length; /* of the text up to it */
  bool is_split;   /* in several sequences, each with a number of its own */
  bool is_open;    /* one of these has begun */
  bool is_path;    /* between a path's beginning and its painting */
  bool is_dropped; /* cairo's own span: the mark has a text already */
  const char *fault;
} Rewrite;

/* The content up to there. */
static void keep(Rewrite *rewrite, int end) {
  strbuf_add(&rewrite->text, str_slice(rewrite->content, rewrite->kept, end));
  rewrite->kept = end;
}

static void put_sequence(Rewrite *rewrite, const char *name, Str actual_text) {
  const Element *leaf = rewrite->tag.content;
  StrBuf *text = &rewrite->text;
  strbuf_addf(text, "/%s<</MCID %d", name, rewrite->leaves->count);
  list_add(rewrite->document->scratch, rewrite->leaves, leaf);
  Str language = pdf_language(leaf->language);
  if (language.len) {
    strbuf_add(text, S("/Lang"));
    pdf_put_text(text, language);
  }
  if (actual_text.len) {
    strbuf_add(text, S("/ActualText"));
    strbuf_add(text, actual_text);
  }
  strbuf_add(text, S(">>BDC"));
}

static void put_mark(Rewrite *rewrite) {
  static const char *const artifacts[] = {
      [TAG_ARTIFACT_LAYOUT] = "/Layout",
      [TAG_ARTIFACT_HEADER] = "/Pagination/Subtype/Header",
      [TAG_ARTIFACT_FOOTER] = "/Pagination/Subtype/Footer",
      [TAG_ARTIFACT_REPEAT] = "/Pagination",
  };
  Tag tag = rewrite->tag;
  if (tag.kind != TAG_CONTENT) {
    strbuf_addf(&rewrite->text, "/Artifact<</Type%s>>BDC", artifacts[tag.kind]);
    return;
  }
  StrBuf actual = {.arena = rewrite->document->scratch};
  if (rewrite->shown.len) pdf_put_text(&actual, rewrite->shown);
  bool is_told = rewrite->shown.len && !tag.content->actual_text.len;
  put_sequence(rewrite,
               is_told ? "Span" : element_role_name(tag.content->parent->role),
               strbuf_str(&actual));
}

static void open_sequence(Rewrite *rewrite) {
  if (rewrite->is_open) return;
  keep(rewrite, rewrite->operands);
  put_mark(rewrite);
  strbuf_add(&rewrite->text, S("\n"));
  rewrite->is_open = true;
}

static void close_sequence(Rewrite *rewrite) {
  if (!rewrite->is_open) return;
  keep(rewrite, rewrite->operands);
  strbuf_add(&rewrite->text, S("EMC\n"));
  rewrite->is_open = false;
}

/* The author's text for all of the leaf, or that of this mark alone. */
static Str shown_by(const Mark *mark) {
  if (mark->tag.kind != TAG_CONTENT) return (Str){0};
  Str leaf = mark->tag.content->actual_text;
  return leaf.len ? leaf : mark->shown;
}

static void open_mark(Rewrite *rewrite, int number) {
  if (rewrite->depth != 1 || rewrite->mark_count >= rewrite->marks->list.count)
    rewrite->fault = "a mark stands where none was made";
  else if (number != rewrite->mark_count)
    rewrite->fault = "marks are out of order";
  if (rewrite->fault) return;
  rewrite->mark_at = rewrite->operands;
  keep(rewrite, rewrite->operands);
  rewrite->mark_length = rewrite->text.len;
  const Mark *mark = &rewrite->marks->list.items[rewrite->mark_count++];
  rewrite->tag = mark->tag;
  rewrite->shown = shown_by(mark);
  rewrite->kept = rewrite->at;
  if (!rewrite->is_split) put_mark(rewrite);
}

/* The mark is read once more, to be split. */
static void read_again(Rewrite *rewrite) {
  rewrite->text.len = rewrite->mark_length;
  rewrite->leaves->count--;
  rewrite->mark_count--;
  rewrite->at = rewrite->kept = rewrite->mark_at;
  rewrite->depth = 0;
  rewrite->is_split = true;
}

/* cairo's own span with ActualText. Within a numbered sequence readers get lost
 * at its end (poppler takes it for the end of both), so that one is split
 * there. */
static void open_span(Rewrite *rewrite, Str actual_text) {
  bool is_content = rewrite->depth == 2 && rewrite->tag.kind == TAG_CONTENT;
  if (!is_content) return;
  if (rewrite->shown.len) {
    keep(rewrite, rewrite->operands);
    rewrite->kept = rewrite->at;
    rewrite->is_dropped = true;
    return;
  }
  if (!rewrite->is_split) {
    read_again(rewrite);
    return;
  }
  close_sequence(rewrite);
  keep(rewrite, rewrite->operands);
  put_sequence(rewrite, "Span", actual_text);
  rewrite->kept = rewrite->at;
}

static void begin_marked(Rewrite *rewrite) {
  int at = rewrite->operands;
  pdf_value_next(rewrite->content, &at);
  Str properties = pdf_value_next(rewrite->content, &at);
  Str number = pdf_dictionary_find(properties, "MCID");
  rewrite->depth++;
  if (number.len)
    open_mark(rewrite, pdf_integer(number, -1));
  else
    open_span(rewrite, pdf_dictionary_find(properties, "ActualText"));
}

static void end_marked(Rewrite *rewrite) {
  if (--rewrite->depth < 0) rewrite->fault = "a mark ends that never began";
  bool ends_split = rewrite->depth == 0 && rewrite->is_split;
  if (!ends_split && !rewrite->is_dropped) return;
  keep(rewrite, rewrite->operands);
  if (!rewrite->is_open) rewrite->kept = rewrite->at;
  rewrite->is_split = rewrite->is_open = rewrite->is_dropped = false;
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

/* A split mark's sequences stand within text objects or outside of them. */
static void place_sequence(Rewrite *rewrite, Str operator) {
  if (str_is(operator, "BT") || str_is(operator, "ET")) {
    close_sequence(rewrite);
    return;
  }
  bool begins = str_is(operator, "m") || str_is(operator, "re");
  bool paints = is_painting(operator);
  if (!rewrite->is_path && (begins || paints)) open_sequence(rewrite);
  if (begins) rewrite->is_path = true;
  if (paints || str_is(operator, "n")) rewrite->is_path = false;
}

static void pass_operator(Rewrite *rewrite, Str operator) {
  if (str_is(operator, "BDC"))
    begin_marked(rewrite);
  else if (str_is(operator, "BMC"))
    rewrite->depth++;
  else if (str_is(operator, "EMC"))
    end_marked(rewrite);
  else if (rewrite->depth == 0 && is_painting(operator))
    rewrite->fault = "something is painted outside all marks";
  else if (rewrite->depth == 1 && rewrite->is_split)
    place_sequence(rewrite, operator);
}

static void rewrite_all(Rewrite *rewrite) {
  rewrite->operands = -1;
  while (!rewrite->fault) {
    PdfToken token = pdf_token_next(rewrite->content, &rewrite->at);
    if (token.kind == PDF_END) break;
    if (token.kind == PDF_BROKEN) rewrite->fault = "its syntax is broken";
    if (rewrite->operands < 0) rewrite->operands = rewrite->at - token.text.len;
    if (token.kind != PDF_WORD) continue;
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
                     .leaves = &document->leaves[page],
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
