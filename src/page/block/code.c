/* Code: set as it is written, on a fill; lines that are too long go on below,
 * further in. */
#include "page/block/block.h"

static const double padding = 7;

typedef struct CodeSetting {
  Setting *setting;
  BlockPlace *place;
  TextStyle text;
  double measure;
  Element *element;
  double gutter; /* where the lines begin: wide enough for their numbers */
  int number;    /* of the next line, 0: none */
} CodeSetting;

/* Behind the last space in the second half of what fits, else its end. */
static int end_at_space(Str line, int end) {
  for (int at = end; at > end / 2; at--)
    if (line.text[at - 1] == ' ') return at;
  return end;
}

/* How many bytes of the line fit, at least one character. */
static int fitting(const CodeSetting *code, Str line, double measure) {
  FontSet *fonts = code->setting->paragraph.fonts;
  /* No character is narrower than a tenth of an em: no need to measure all of
   * a line that is hopelessly long. */
  double most = measure / code->text.size * 10 * 4;
  if (line.len < most && text_width(fonts, line, &code->text) <= measure)
    return line.len;
  double width = 0;
  int at = 0, end = 0;
  while (at < line.len) {
    int start = at;
    str_next(line, &at);
    width += text_width(fonts, str_slice(line, start, at), &code->text);
    if (width > measure && end) return end_at_space(line, end);
    end = at;
  }
  return end;
}

/* At the right of the gutter; no part of the text. */
static void draw_number(const CodeSetting *code, Frame *frame) {
  const Style *style = &code->setting->style;
  Str digits = str_format(code->setting->paragraph.report, "%d", code->number);
  ShapedText *text = setting_label(code->setting, digits, &code->text);
  double x = code->gutter - code->text.size - text->width;
  frame_add_text(frame, text, (Point){x, style_baseline(style->code)},
                 style->grey, tag_artifact(TAG_ARTIFACT_LAYOUT));
}

static int line_count(Str text) {
  int count = 1;
  for (int i = 0; i + 1 < text.len; i++)
    count += text.text[i] == '\n';
  return count;
}

static void open_gutter(CodeSetting *code, const Block *block) {
  code->gutter = padding;
  code->number = block->first_line;
  if (!code->number) return;
  Str last = str_format(code->setting->paragraph.report, "%d",
                        code->number + line_count(block->text) - 1);
  code->gutter +=
      text_width(code->setting->paragraph.fonts, last, &code->text) +
      code->text.size;
  code->measure -= code->gutter - padding;
}

/* What the code is, above it. */
static void set_title(Setting *setting, BlockPlace *place, const Block *block) {
  if (!block->caption.count) return;
  Element *parent =
      element_new(setting->paragraph.report, place->parent, ELEMENT_PARAGRAPH);
  ParagraphStyle form = style_sans_lines(
      &setting->style, setting->style.caption, 700, place->width);
  Lines *lines = setting_lines(setting, &block->caption, &form, parent);
  BlockPlace above = *place;
  above.on_grid = false;
  prose_add_lines(setting, &above, lines);
  if (lines->count) list_last(&place->flow->items)->penalty = FLOW_NEVER;
  flow_add_glue(place->flow, 3, 0);
}

static void add_line(const CodeSetting *code, Str words, double indent) {
  Arena *report = code->setting->paragraph.report;
  TypeSize type = code->setting->style.code;
  Frame *frame = frame_new(report, code->place->width, type.leading);
  Element *leaf = element_content(report, code->element);
  Str line = str_join(report, words, S(" ")); /* lines are told apart */
  if (words.len)
    frame_add_text(frame, setting_label(code->setting, line, &code->text),
                   (Point){code->gutter + indent, style_baseline(type)},
                   code->setting->style.ink, tag_content(leaf));
  if (indent == 0 && code->number) draw_number(code, frame);
  flow_add_box(code->place->flow, frame, code->place->x);
  flow_add_penalty(code->place->flow, 0);
}

/* Tabs go to the next multiple of four columns. */
static Str without_tabs(Arena *arena, Str line) {
  if (str_find_char(line, '\t') < 0) return line;
  StrBuf text = {.arena = arena};
  int column = 0;
  for (int at = 0; at < line.len;) {
    uint32_t c = str_next(line, &at);
    int spaces = c == '\t' ? 4 - column % 4 : 0;
    column += spaces ? spaces : 1;
    for (int i = 0; i < spaces; i++)
      strbuf_add(&text, S(" "));
    if (!spaces) strbuf_add_char(&text, c);
  }
  return strbuf_str(&text);
}

static void add_source_line(const CodeSetting *code, Str line) {
  Str rest = without_tabs(code->setting->paragraph.report, line);
  double indent = 0;
  do {
    int len = fitting(code, rest, code->measure - indent);
    add_line(code, str_slice(rest, 0, len), indent);
    rest = str_slice(rest, len, rest.len);
    indent = code->text.size * 2;
  } while (rest.len);
}

/* No line is alone on a page. */
static void keep_lines(FlowList *flow, int first) {
  int last = -1;
  for (int i = flow->items.count - 1; i >= first && last < 0; i--)
    if (flow->items.items[i].kind == FLOW_PENALTY) last = i;
  for (int i = first; i < last; i++) {
    if (flow->items.items[i].kind != FLOW_PENALTY) continue;
    flow->items.items[i].penalty = FLOW_COST_WIDOW;
    break;
  }
  if (last >= 0) flow->items.items[last].penalty = FLOW_COST_WIDOW;
}

void code_set(Setting *setting, BlockPlace *place, const Block *block) {
  Style *style = &setting->style;
  double half = style->body.leading / 2;
  Arena *report = setting->paragraph.report;
  BlockAir air = air_open(setting, place, half * 1.5, half);
  set_title(setting, place, block);
  Element *paragraph = element_new(report, place->parent, ELEMENT_PARAGRAPH);
  CodeSetting code = {.setting = setting,
                      .place = place,
                      .text = {.family = style->mono,
                               .size = style->code.size,
                               .language = S("en")},
                      .measure = place->width - 2 * padding,
                      .element = element_new(report, paragraph, ELEMENT_CODE)};
  open_gutter(&code, block);
  flow_open_decor(place->flow, (FlowDecor){.x = place->x,
                                           .width = place->width,
                                           .padding = padding,
                                           .fill = style->fill});
  flow_add_space(place->flow, padding);
  flow_add_penalty(place->flow, FLOW_NEVER);
  int first = place->flow->items.count;
  for (int at = 0; at < block->text.len;) {
    int end = at;
    while (end < block->text.len && block->text.text[end] != '\n')
      end++;
    add_source_line(&code, str_slice(block->text, at, end));
    at = end + 1;
    if (code.number) code.number++;
  }
  flow_trim(place->flow);
  keep_lines(place->flow, first);
  flow_add_penalty(place->flow, FLOW_NEVER);
  flow_add_space(place->flow, padding);
  flow_close_decor(place->flow);
  air_close(setting, place, air);
}
