/* A paragraph in; its lines out, as lines_dump writes them. The first line of
 * the input tells how it is set:
 *
 *   measure 45 [left|center|right|balanced] [words] [indent 1] [tags] [frame]
 *
 * in em of 10 pt. The text may hold inlines as ⟦kind target|text⟧. `words` lets
 * pass 2 break words; `tags` and `frame` also show structure and frames. */
#include <stdlib.h>
#include <string.h>

#include "cases.h"
#include "page/paragraph/paragraph.h"

enum { SIZE = 10, LEADING = 16 };

typedef struct Setting {
  ParagraphStyle style;
  bool shows_tags, shows_frame;
} Setting;

static const struct {
  const char *name;
  InlineKind kind;
} inline_kinds[] = {
    {"emphasis", INLINE_EMPHASIS}, {"strong", INLINE_STRONG},
    {"strike", INLINE_STRIKE},     {"sup", INLINE_SUPERSCRIPT},
    {"sub", INLINE_SUBSCRIPT},     {"code", INLINE_CODE},
    {"link", INLINE_LINK},         {"note", INLINE_FOOTNOTE},
    {"ref", INLINE_REFERENCE},     {"br", INLINE_LINE_BREAK},
    {"span", INLINE_SPAN},         {"ruby", INLINE_SPAN},
    {"hanja", INLINE_SPAN},
};

static Setting read_setting(Str line) {
  Setting setting = {.style = {.text = {.size = SIZE},
                               .color = color_rgb(0),
                               .emphasis_family = S("sans-serif"),
                               .code_family = S("monospace"),
                               .leading = LEADING,
                               .align = LINES_JUSTIFIED,
                               .form = paragraph_form(BREAK_WORDS)}};
  double narrow = 0;
  static const char *const aligns[] = {"justified", "left", "center", "right",
                                       "balanced"};
  char text[256] = {0};
  memcpy(text, line.text, (size_t)line.len);
  for (char *word = strtok(text, " "); word; word = strtok(NULL, " ")) {
    for (int i = 0; i < 5; i++)
      if (!strcmp(word, aligns[i])) setting.style.align = (LineAlign)i;
    if (!strcmp(word, "measure"))
      setting.style.measure = atof(strtok(NULL, " ")) * SIZE;
    if (!strcmp(word, "indent"))
      setting.style.indent = atof(strtok(NULL, " ")) * SIZE;
    if (!strcmp(word, "words"))
      setting.style.form = paragraph_form(BREAK_WORDS_OR_SYLLABLES);
    if (!strcmp(word, "syllables"))
      setting.style.form = paragraph_form(BREAK_SYLLABLES);
    if (!strcmp(word, "narrow")) narrow = 25;
    if (!strcmp(word, "tags")) setting.shows_tags = true;
    if (!strcmp(word, "frame")) setting.shows_frame = true;
  }
  setting.style.form.narrow = narrow;
  return setting;
}

/* "kind target|text" -> an inline, whose inner is its text. */
static Inline read_inline(Arena *arena, Str text, Place place) {
  int bar = str_find_char(text, '|');
  Str head = str_slice(text, 0, bar);
  int space = str_find_char(head, ' ');
  Str kind = str_slice(head, 0, space < 0 ? bar : space);
  Inline result = {.kind = INLINE_SPAN, .place = place};
  if (space >= 0) result.target = str_slice(head, space + 1, bar);
  if (str_is(kind, "ruby"))
    result.ruby = result.target;
  else if (str_is(kind, "hanja"))
    result.hanja = result.target;
  else
    result.classes = result.target;
  for (size_t i = 0; i < sizeof inline_kinds / sizeof *inline_kinds; i++)
    if (str_is(kind, inline_kinds[i].name)) result.kind = inline_kinds[i].kind;
  Str inner = str_slice(text, bar + 1, text.len);
  if (result.kind == INLINE_CODE || result.kind == INLINE_REFERENCE)
    result.text = inner;
  else if (result.kind == INLINE_FOOTNOTE)
    result.footnote = inner.text[0] - '1';
  else
    result.inner = inlines_of(arena, inner, place);
  return result;
}

static InlineList read_inlines(Arena *arena, const Source *source, int start) {
  InlineList inlines = {0};
  Str text = source->text;
  if (text.len && text.text[text.len - 1] == '\n') text.len--;
  for (int at = start; at < text.len;) {
    int open = str_find(str_slice(text, at, text.len), S("⟦"));
    int end = open < 0 ? text.len : at + open;
    Inline plain = {.kind = INLINE_TEXT,
                    .text = str_slice(text, at, end),
                    .place = place_at(source, at, end - at)};
    if (end > at) list_add(arena, &inlines, plain);
    if (open < 0) break;
    int inside = end + S("⟦").len;
    int close = str_find(str_slice(text, inside, text.len), S("⟧"));
    Inline nested = read_inline(arena, str_slice(text, inside, inside + close),
                                place_at(source, inside, close));
    list_add(arena, &inlines, nested);
    at = inside + close + S("⟧").len;
  }
  return inlines;
}

static void show(const Setting *setting, const Lines *lines,
                 const Element *root, StrBuf *output) {
  lines_dump(lines, output);
  for (int i = 0; setting->shows_frame && i < lines->count; i++)
    frame_dump(lines->items[i].frame, output);
  if (setting->shows_tags) structure_dump(root, NULL, NULL, output);
}

void case_paragraph(Arena *arena, Str path, Str input, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path, str_copy(arena, input)};
  Diags diags = {.arena = arena};
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  ParagraphContext context = {.report = arena,
                              .fonts = fonts_open(arena, &options, &diags),
                              .diags = &diags,
                              .hyphenator = hyphenator_open(arena)};
  int line = str_find_char(source->text, '\n');
  Setting setting = read_setting(str_slice(source->text, 0, line));
  InlineList inlines = read_inlines(arena, source, line + 1);
  Element *root = element_new(arena, NULL, ELEMENT_PARAGRAPH);
  if (context.fonts) {
    ParagraphWidths widths =
        paragraph_widths(&context, &inlines, &setting.style);
    strbuf_addf(output, "widths %.2f %.2f\n", widths.natural, widths.minimum);
    show(&setting, paragraph_set(&context, &inlines, &setting.style, root),
         root, output);
  }
  case_add_diags(output, &diags);
}
