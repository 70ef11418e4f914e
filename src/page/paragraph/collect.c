/* Inlines -> spans of text with their styles, links and content leaves. */
#include <string.h>

#include "page/paragraph/page_number.h"
#include "page/paragraph/paragraph_parts.h"

static const double raised_size = .65, hanja_size = .8, superscript_raise = .36,
                    subscript_raise = -.16,
                    code_size = .95; /* the x-height of the text */

enum { DEEPEST_INLINE = 100, BOLD = 700 };

typedef struct Collector {
  Paragraph *paragraph;
  List(ParagraphSpan) pieces; /* texts still as the author typed them */
  int depth;
} Collector;

static void collect_list(Collector *collector, const InlineList *inlines,
                         const ParagraphSpan *look, Element *parent);

static Element *new_element(const Collector *collector, Element *parent,
                            ElementRole role) {
  if (!parent) return NULL;
  return element_new(collector->paragraph->context->report, parent, role);
}

static void add_piece(Collector *collector, ParagraphSpan look, Str text,
                      Place place, Element *parent) {
  if (text.len == 0) return;
  Paragraph *paragraph = collector->paragraph;
  look.text = text;
  look.place = place;
  look.leaf =
      parent ? element_content(paragraph->context->report, parent) : NULL;
  list_add(paragraph->scratch, &collector->pieces, look);
}

/* The number of a link added to the paragraph. */
static int add_link(Collector *collector, Str destination, Str address,
                    Element *element) {
  Paragraph *paragraph = collector->paragraph;
  ParagraphLink link = {destination, address, element};
  list_add(paragraph->scratch, &paragraph->links, link);
  return paragraph->links.count - 1;
}

static void use_link_color(const Collector *collector, ParagraphSpan *look) {
  Color color = collector->paragraph->style->link_color;
  if (color.alpha > 0) look->color = color;
}

static void collect_link(Collector *collector, const Inline *it,
                         ParagraphSpan look, Element *parent) {
  Element *element = new_element(collector, parent, ELEMENT_LINK);
  bool inside = it->target.len && it->target.text[0] == '#';
  Str destination = {0};
  if (inside) destination = str_slice(it->target, 1, it->target.len);
  look.link =
      add_link(collector, destination, inside ? (Str){0} : it->target, element);
  use_link_color(collector, &look);
  if (it->inner.count)
    collect_list(collector, &it->inner, &look, element);
  else
    add_piece(collector, look, it->target, it->place, element);
}

/* A reference is Reference > Link, so that both the meaning and the annotation
 * are tagged (ISO 14289-1, 7.18.5). */
static void collect_reference(Collector *collector, const Inline *it,
                              ParagraphSpan look, Element *parent) {
  Element *reference = new_element(collector, parent, ELEMENT_REFERENCE);
  Element *element = new_element(collector, reference, ELEMENT_LINK);
  if (it->target.len) {
    look.link = add_link(collector, it->target, (Str){0}, element);
    use_link_color(collector, &look);
  }
  add_piece(collector, look, it->text, it->place, element);
}

/* The particle is no part of the link. */
static void collect_number(Collector *collector, const Inline *it,
                           ParagraphSpan look, Element *parent) {
  NumberWords words = number_words(collector->paragraph->context, it);
  Inline number = *it;
  number.text = words.number;
  collect_reference(collector, &number, look, parent);
  if (words.particle.len)
    add_piece(collector, look, words.particle, it->place, parent);
}

static void raise_look(ParagraphSpan *look, double raise) {
  look->raise += raise * look->style.size;
  look->style.size *= raised_size;
  look->is_attached = raise > 0;
}

static void collect_footnote(Collector *collector, const Inline *it,
                             ParagraphSpan look, Element *parent) {
  const ParagraphContext *context = collector->paragraph->context;
  Arena *report = context->report;
  Str number = note_number_text(context, it->footnote);
  Element *reference = new_element(collector, parent, ELEMENT_REFERENCE);
  Element *element = new_element(collector, reference, ELEMENT_LINK);
  raise_look(&look, superscript_raise);
  look.footnote = it->footnote;
  look.link = add_link(collector, str_format(report, "fn-%d", it->footnote + 1),
                       (Str){0}, element);
  add_piece(collector, look, number, it->place, element);
}

static void collect_code(Collector *collector, const Inline *it,
                         ParagraphSpan look, Element *parent) {
  Str family = collector->paragraph->style->code_family;
  look.style.family = family.len ? family : S("monospace");
  look.style.size *= code_size;
  look.is_code = true;
  add_piece(collector, look, it->text, it->place,
            new_element(collector, parent, ELEMENT_CODE));
}

static bool has_class(Str classes, const char *name) {
  while (classes.len) {
    int space = str_find_char(classes, ' ');
    int end = space < 0 ? classes.len : space;
    if (str_is(str_slice(classes, 0, end), name)) return true;
    classes = str_slice(classes, space < 0 ? end : end + 1, classes.len);
  }
  return false;
}

/* What a span is to who listens, by its class. */
static ElementRole span_role(const Inline *it) {
  if (has_class(it->classes, "formula")) return ELEMENT_FORMULA;
  return has_class(it->classes, "quote") ? ELEMENT_QUOTE : ELEMENT_SPAN;
}

/* What the author says of a span: its language, what it stands for. */
static void tell_span(const Collector *collector, const Inline *it,
                      ParagraphSpan *look, Element *element) {
  Str language = it->language;
  if (!language.len && has_class(it->classes, "en")) language = S("en");
  if (language.len) look->style.language = language;
  if (!element) return;
  element->language = language;
  element->expansion = it->expansion;
  if (element->role != ELEMENT_FORMULA) return;
  Arena *report = collector->paragraph->context->report;
  element->alt = it->alt.len ? it->alt : inlines_plain(report, &it->inner);
}

/* 한글(漢字): the Hanja in small brackets behind the word, never apart from
 * it. */
static void collect_hanja(Collector *collector, const Inline *it,
                          ParagraphSpan look, Element *parent) {
  if (!it->hanja.len) return;
  Arena *report = collector->paragraph->context->report;
  look.style.size *= hanja_size;
  look.is_attached = true;
  add_piece(collector, look, str_format(report, "(%.*s)", STR(it->hanja)),
            it->place, parent);
}

/* Ruby stands over the first of the pieces from `first` on; it is read after
 * them. */
static void collect_ruby(Collector *collector, const Inline *it, int first,
                         Element *parent) {
  if (!it->ruby.len || first >= collector->pieces.count) return;
  ParagraphSpan *base = &collector->pieces.items[first];
  base->ruby = it->ruby;
  if (parent)
    base->ruby_leaf =
        element_content(collector->paragraph->context->report, parent);
}

static void mark_by_class(const Inline *it, ParagraphSpan *look) {
  if (has_class(it->classes, "tabular")) look->style.tabular = true;
  if (has_class(it->classes, "underline")) look->is_underlined = true;
  if (has_class(it->classes, "dots")) look->is_dotted = true;
}

/* Inlines that change how what is inside them looks. */
static void collect_nested(Collector *collector, const Inline *it,
                           ParagraphSpan look, Element *parent) {
  const ParagraphStyle *style = collector->paragraph->style;
  Element *element = new_element(collector, parent, span_role(it));
  switch (it->kind) {
  case INLINE_EMPHASIS:
    if (style->form.dots)
      look.is_dotted = true;
    else if (style->emphasis_family.len)
      look.style.family = style->emphasis_family;
    break;
  case INLINE_STRONG:
    look.style.weight = BOLD;
    break;
  case INLINE_STRIKE:
    look.is_struck = true;
    break;
  case INLINE_SUPERSCRIPT:
    raise_look(&look, superscript_raise);
    break;
  case INLINE_SUBSCRIPT:
    raise_look(&look, subscript_raise);
    look.is_attached = true;
    break;
  default:
    mark_by_class(it, &look);
    tell_span(collector, it, &look, element);
  }
  int first = collector->pieces.count;
  if (it->text.len) add_piece(collector, look, it->text, it->place, element);
  collect_list(collector, &it->inner, &look, element);
  collect_ruby(collector, it, first, element);
  collect_hanja(collector, it, look, element);
}

static void collect_one(Collector *collector, const Inline *it,
                        const ParagraphSpan *look, Element *parent) {
  switch (it->kind) {
  case INLINE_TEXT:
    add_piece(collector, *look, it->text, it->place, parent);
    break;
  case INLINE_SPACE:
    add_piece(collector, *look, S(" "), it->place, parent);
    break;
  case INLINE_LINE_BREAK:
    add_piece(collector, *look, S("\u2028"), it->place, parent);
    break;
  case INLINE_CODE:
    collect_code(collector, it, *look, parent);
    break;
  case INLINE_LINK:
    collect_link(collector, it, *look, parent);
    break;
  case INLINE_REFERENCE:
    collect_reference(collector, it, *look, parent);
    break;
  case INLINE_PAGE_NUMBER:
  case INLINE_NOTE_NUMBER:
    collect_number(collector, it, *look, parent);
    break;
  case INLINE_FOOTNOTE:
    collect_footnote(collector, it, *look, parent);
    break;
  case INLINE_IMAGE:
    diag(collector->paragraph->context->diags, DIAG_PARAGRAPH_PICTURE,
         it->place, "a picture inside a line is shown by its words");
    add_piece(collector, *look, it->text, it->place, parent);
    break;
  default:
    collect_nested(collector, it, *look, parent);
  }
}

static void collect_list(Collector *collector, const InlineList *inlines,
                         const ParagraphSpan *look, Element *parent) {
  if (++collector->depth > DEEPEST_INLINE && inlines->count) {
    diag(collector->paragraph->context->diags, DIAG_PARAGRAPH_DEPTH,
         inlines->items[0].place, "emphasis nests more than %d deep",
         DEEPEST_INLINE);
  } else {
    for (int i = 0; i < inlines->count; i++)
      collect_one(collector, &inlines->items[i], look, parent);
  }
  collector->depth--;
}

/* A part of a piece, from byte `start` of it to `end`, set as `text`. */
static void add_span(Paragraph *paragraph, const ParagraphSpan *piece,
                     int start, int end, Str text) {
  if (text.len == 0) return;
  ParagraphSpan span = *piece;
  span.text = text;
  if (piece->place.length == piece->text.len)
    span.place = place_within(piece->place, start, end - start);
  list_add(paragraph->scratch, &paragraph->spans, span);
}

/* Cuts a piece at its curled quotes, each of which is a span of its own, so
 * that every place stays true. */
static void add_curled(Paragraph *paragraph, const ParagraphSpan *piece,
                       int offset, const CurledQuoteList *quotes, int *next) {
  Arena *report = paragraph->context->report;
  int from = 0;
  while (*next < quotes->count &&
         quotes->items[*next].offset < offset + piece->text.len) {
    const CurledQuote *quote = &quotes->items[(*next)++];
    int at = quote->offset - offset;
    add_span(paragraph, piece, from, at, str_slice(piece->text, from, at));
    StrBuf curled = {.arena = report};
    strbuf_add_char(&curled, quote->curled);
    add_span(paragraph, piece, at, at + 1, strbuf_str(&curled));
    from = at + 1;
  }
  add_span(paragraph, piece, from, piece->text.len,
           str_slice(piece->text, from, piece->text.len));
}

static CurledQuoteList find_quotes(const Collector *collector, int bytes) {
  Arena *scratch = collector->paragraph->scratch;
  StrBuf raw = {.arena = scratch};
  bool *kept = arena_array(scratch, bool, bytes);
  for (int i = 0; i < collector->pieces.count; i++) {
    const ParagraphSpan *piece = &collector->pieces.items[i];
    for (int j = 0; j < piece->text.len; j++)
      kept[raw.len + j] = piece->is_code;
    strbuf_add(&raw, piece->text);
  }
  Str text = strbuf_str(&raw);
  if (str_find_char(text, '"') < 0 && str_find_char(text, '\'') < 0)
    return (CurledQuoteList){0};
  return paragraph_curl_quotes(scratch, text, kept);
}

/* Copies a span's text, each run of white space as one space; none at the start
 * of a line. `is_open` tells that a space would be too many. */
static int copy_text(char *to, const ParagraphSpan *span, bool *is_open) {
  Str text = span->text;
  int len = 0;
  for (int i = 0; i < text.len; i++) {
    char c = text.text[i];
    bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && *is_open) continue;
    *is_open = is_space;
    to[len++] = is_space ? ' ' : c;
  }
  if (str_is(text, "\u2028")) *is_open = true;
  return len;
}

/* One text for the whole paragraph; the spans become slices of it. */
static void join_spans(Paragraph *paragraph) {
  int total = 0, at = 0, kept = 0;
  for (int i = 0; i < paragraph->spans.count; i++)
    total += paragraph->spans.items[i].text.len;
  char *text = arena_array(paragraph->context->report, char, total + 1);
  bool is_open = true;
  for (int i = 0; i < paragraph->spans.count; i++) {
    ParagraphSpan span = paragraph->spans.items[i];
    int len = copy_text(text + at, &span, &is_open);
    span.text = (Str){text + at, len};
    at += len;
    if (len) paragraph->spans.items[kept++] = span;
  }
  paragraph->spans.count = kept;
  paragraph->text = (Str){text, at};
}

void paragraph_collect(Paragraph *paragraph, const InlineList *inlines) {
  Collector collector = {.paragraph = paragraph};
  ParagraphSpan look = {.style = paragraph->style->text,
                        .color = paragraph->style->color,
                        .link = -1,
                        .footnote = -1};
  collect_list(&collector, inlines, &look, paragraph->parent);
  int bytes = 0;
  for (int i = 0; i < collector.pieces.count; i++)
    bytes += collector.pieces.items[i].text.len;
  CurledQuoteList quotes = find_quotes(&collector, bytes);
  for (int i = 0, offset = 0, next = 0; i < collector.pieces.count; i++) {
    const ParagraphSpan *piece = &collector.pieces.items[i];
    add_curled(paragraph, piece, offset, &quotes, &next);
    offset += piece->text.len;
  }
  join_spans(paragraph);
}
