/* Paragraphs for blocks: setting, stacking, labels, notes. */
#include "page/setting.h"

#include <math.h>

#include "page/notes.h"
#include "page/paragraph/page_number.h"

static bool is_loose(const Line *line) {
  return line->align == LINES_JUSTIFIED && line->space > 1.505;
}

static Place inlines_place(const InlineList *inlines) {
  return inlines->count ? inlines->items[0].place : (Place){0};
}

/* A line of a justified paragraph whose spaces would have had to be wider than
 * any are set. */
static bool is_left_short(const Line *line) {
  return line->align == LINES_LEFT && line->ratio > 0;
}

static void warn_loose(Setting *setting, const Lines *lines, BreakUnit unit) {
  for (int i = 0; i < lines->count; i++) {
    const Line *line = &lines->items[i];
    if (is_left_short(line))
      diag(setting->paragraph.diags, DIAG_PAGE_LOOSE_LINE, line->place,
           "line %d of %d of this paragraph does not reach its end", i + 1,
           lines->count);
    else if (is_loose(line))
      diag(setting->paragraph.diags, DIAG_PAGE_LOOSE_LINE, line->place,
           "line %d of %d of this paragraph is loose: its word spaces are "
           "%.0f %%",
           i + 1, lines->count, line->space * 100);
    else
      continue;
    diag_hint(setting->paragraph.diags, "reword the sentence%s",
              unit == BREAK_SYLLABLES
                  ? ""
                  : ", or set style.paragraph.break to syllable");
  }
}

/* "report.md:12:1 ", or nothing for words of the program itself. */
static void add_place(StrBuf *text, Place place) {
  if (!place.source) return;
  LineColumn at = source_position(place.source, place.offset);
  strbuf_addf(text, "%.*s:%d:%d ", STR(place.source->path), at.line, at.column);
}

static void add_page_targets(Setting *setting, const InlineList *inlines) {
  for (int i = 0; i < inlines->count; i++) {
    const Inline *item = &inlines->items[i];
    if (item->kind == INLINE_PAGE_NUMBER)
      list_add(setting->report, &setting->page_targets,
               ((PageTarget){item->target, item->place}));
    add_page_targets(setting, &item->inner);
  }
}

Lines *setting_lines(Setting *setting, const InlineList *inlines,
                     const ParagraphStyle *style, Element *parent) {
  add_page_targets(setting, inlines);
  Lines *lines = paragraph_set(&setting->paragraph, inlines, style, parent);
  warn_loose(setting, lines, style->form.break_unit);
  if (setting->lines) {
    add_place(setting->lines, inlines_place(inlines));
    lines_dump(lines, setting->lines);
  }
  return lines;
}

Frame *setting_stack(Setting *setting, const Lines *lines, double width) {
  double height = 0;
  for (int i = 0; i < lines->count; i++)
    height += lines->items[i].frame->height;
  Frame *frame = frame_new(setting->paragraph.report, width, height);
  double y = 0;
  for (int i = 0; i < lines->count; i++) {
    frame_add_group(frame, lines->items[i].frame, matrix_move(0, y));
    y += lines->items[i].frame->height;
  }
  return frame;
}

ShapedText *setting_label(Setting *setting, Str text, const TextStyle *style) {
  return text_shape_label(setting->paragraph.fonts, setting->paragraph.report,
                          text, style, (Place){0}, setting->paragraph.diags);
}

Labelled setting_labelled(Setting *setting, const LabelledLines *label,
                          const InlineList *inlines,
                          const ParagraphStyle *style, Element *parent) {
  Arena *report = setting->paragraph.report;
  if (!label->label.len) {
    Lines *bare = setting_lines(setting, inlines, style, parent);
    return (Labelled){setting_stack(setting, bare, style->measure), bare};
  }
  TextStyle bold = style->text;
  bold.weight = label->label_weight;
  Str words = str_format(report, "%.*s ", STR(label->label));
  ShapedText *text = setting_label(setting, words, &bold);
  double indent = text->width + style->text.size * .15;
  ParagraphStyle hanging = *style;
  hanging.measure = style->measure - indent;
  Element *leaf = element_content(report, parent);
  Lines *lines = setting_lines(setting, inlines, &hanging, parent);
  Frame *stack = setting_stack(setting, lines, hanging.measure);
  double baseline =
      lines->count
          ? lines->items[0].baseline
          : style_baseline((TypeSize){style->text.size, style->leading});
  Frame *frame =
      frame_new(report, style->measure, fmax(stack->height, style->leading));
  frame_add_text(frame, text, (Point){0, baseline}, label->label_color,
                 tag_content(leaf));
  frame_add_group(frame, stack, matrix_move(indent, 0));
  return (Labelled){frame, lines};
}

void setting_notes(Setting *setting, const BlockPlace *place,
                   const Lines *lines, NoteMarks *marks) {
  for (int i = 0; i < lines->count; i++)
    notes_set(setting, place, lines->items[i].footnotes,
              lines->items[i].footnote_count, marks);
}

/* At least `least`. */
static double even_gap(const Setting *setting, double height, double least) {
  double leading = setting->style.body.leading;
  double lines = ceil((height + 2 * least) / leading - 1e-6);
  return (lines * leading - height) / 2;
}

double setting_gap(const Setting *setting, double height) {
  return even_gap(setting, height, setting->style.block_gap);
}

BlockAir air_open(Setting *setting, const BlockPlace *place, double least,
                  double under_heading) {
  BlockAir air = {.least = least,
                  .is_even = place->on_grid && !place->after_heading};
  double half = setting->style.body.leading / 2;
  if (!place->after_heading)
    flow_add_gap(place->flow, least, half);
  else if (under_heading > 0)
    flow_add_gap(place->flow, under_heading, 0);
  air.first = place->flow->items.count;
  return air;
}

void air_close(Setting *setting, BlockPlace *place, BlockAir air) {
  FlowList *flow = place->flow;
  double gap = air.least;
  if (air.is_even) {
    gap = even_gap(setting, flow_height_from(flow, air.first), air.least);
    flow_raise_gap(flow, air.first, gap);
  }
  flow_add_air(flow, gap, air.least, setting->style.body.leading / 2);
  place->after_heading = false;
  place->after_block = true;
}

void setting_indent(BlockPlace *place, double indent) {
  if (place->width - indent < 8 * place->prose->text.size) return;
  place->x += indent;
  place->width -= indent;
}

bool setting_figure(const Setting *setting, const Block *block, Str target,
                    double width, double max_height, Figure *figure) {
  const FigureSource *source = setting->figures;
  double scale = setting->style.picture_scale;
  if (!source || !source->draw(source->owner, block, target, width / scale,
                               max_height / scale, figure))
    return false;
  if (scale == 1) return true;
  const Frame *drawn = figure->frame;
  Frame *scaled = frame_new(setting->paragraph.report, drawn->width * scale,
                            drawn->height * scale);
  frame_add_group(scaled, (Frame *)drawn, matrix_scale(scale, scale));
  figure->frame = scaled;
  return true;
}

Entry *setting_entry(Setting *setting, EntryKind kind, const Block *block) {
  Arena *report = setting->paragraph.report;
  Entry *entry = arena_new(report, Entry);
  Str anchor = block->id;
  if (!anchor.len)
    anchor = str_format(report, "at-%d", setting->entries.count + 1);
  InlineList title = numbers_spelled(&setting->paragraph,
                                     kind == ENTRY_HEADING ? &block->inlines
                                                           : &block->caption);
  *entry = (Entry){.flow = {.page = -1, .anchor = anchor},
                   .kind = kind,
                   .level = block->level,
                   .is_unlisted = block->is_unlisted,
                   .label = block->label.printed,
                   .title = inlines_plain(report, &title),
                   .part = setting->part};
  list_add(setting->report, &setting->entries, entry);
  return entry;
}

InlineList setting_words(Setting *setting, Str text) {
  return inlines_of(setting->paragraph.report, text, (Place){0});
}
