/* Items -> glyph runs: shaped in the face's own units, so that advances are
 * neither hinted nor rounded, then as large as the style says. */
#include "text/shape_chars.h"
#include "text/stand_in.h"

/* Of marks cut by their ink, in em: the air left on either side, and how much
 * wider their box must be for that. */
typedef struct InkCut {
  double air, least_gain;
} InkCut;

static const InkCut ink_cuts[CUT_COUNT] = {[CUT_HALF] = {.05, 0},
                                           [CUT_QUOTE] = {.06, .1},
                                           [CUT_DOT] = {.13, .1},
                                           [CUT_NUMERAL] = {.06, .1}};

typedef struct Shaper {
  FontSet *fonts;
  Arena *arena; /* owns the runs */
  Arena *scratch;
  const TextSpan *spans;
  const ItemizedText *itemized;
} Shaper;

static hb_language_t item_language(const TextItem *item,
                                   const TextStyle *style) {
  /* Noto Serif CJK KR has no tnum: its tabular digits are the localized forms
   * for Latin text in English. */
  if (item->is_tabular) return hb_language_from_string("en", -1);
  if (style->language.len == 0 || item->script == HB_SCRIPT_HANGUL)
    return hb_language_from_string("ko", -1);
  return hb_language_from_string(style->language.text, style->language.len);
}

/* Faces with halt have marks of the right width, but no such numerals. */
static bool is_cut(const Face *face, MarkCut cut) {
  return cut == CUT_NUMERAL || (cut != CUT_NOT && !face->has_halves);
}

/* What is too wide in its face: its ink and a little air. */
static void cut_to_ink(const Face *face, Glyph *glyph, MarkCut cut,
                       double scale) {
  double air = ink_cuts[cut].air;
  GlyphInk ink = face_glyph_ink(face, glyph->id);
  double em = scale * face->info.units_per_em;
  double width = ink.x_max - ink.x_min + 2 * air;
  double gain = (double)glyph->advance / em - width;
  if (ink.x_max <= ink.x_min || gain <= ink_cuts[cut].least_gain) return;
  glyph->advance = (float)(width * em);
  glyph->x_offset = (float)((air - ink.x_min) * em);
}

static void cut_marks(const Shaper *shaper, const TextItem *item, GlyphRun *run,
                      double scale) {
  int at = item->first;
  for (int i = 0; i < run->glyph_count; i++) {
    const TextChar *chars = shaper->itemized->chars;
    while (at < item->char_end &&
           chars[at].offset - item->start < run->glyphs[i].cluster)
      at++;
    if (at < item->char_end && is_cut(item->face, chars[at].cut) &&
        chars[at].offset - item->start == run->glyphs[i].cluster)
      cut_to_ink(item->face, &run->glyphs[i], chars[at].cut, scale);
  }
}

/* Tracking stands after each cluster that has a width. */
static void add_tracking(GlyphRun *run, double tracking) {
  for (int i = 0; i < run->glyph_count; i++) {
    bool ends = i + 1 == run->glyph_count ||
                run->glyphs[i + 1].cluster != run->glyphs[i].cluster;
    if (ends && run->glyphs[i].advance > 0)
      run->glyphs[i].advance += (float)tracking;
  }
}

static void raise_glyphs(GlyphRun *run, double raise) {
  for (int i = 0; i < run->glyph_count; i++)
    run->glyphs[i].y_offset += (float)raise;
}

static FaceGlyphs item_glyphs(const Shaper *shaper, const TextItem *item) {
  const TextSpan *span = &shaper->spans[item->span];
  CharRun run = {.face = item->face,
                 .script = item->is_tabular ? HB_SCRIPT_LATIN : item->script,
                 .language = item_language(item, span->style),
                 .is_tabular = item->is_tabular,
                 .shift = item->shift,
                 .text = str_slice(span->text, item->start, item->end),
                 .chars = &shaper->itemized->chars[item->first],
                 .count = item->char_end - item->first};
  return chars_shape(shaper->fonts, shaper->scratch, &run);
}

static void scale_glyphs(const Shaper *shaper, const FaceGlyphs *glyphs,
                         GlyphRun *run, double scale) {
  run->glyphs = arena_array(shaper->arena, Glyph, glyphs->count);
  run->glyph_count = glyphs->count;
  for (int i = 0; i < glyphs->count; i++) {
    const FaceGlyph *glyph = &glyphs->items[i];
    run->glyphs[i] =
        (Glyph){.id = glyph->id,
                .advance = (float)(glyph->advance * scale * run->stretch),
                .x_offset = (float)(glyph->x_offset * scale * run->stretch),
                .y_offset = (float)(glyph->y_offset * scale),
                .cluster = glyph->cluster};
  }
}

static void shape_item(const Shaper *shaper, const TextItem *item,
                       GlyphRun *run) {
  const TextSpan *span = &shaper->spans[item->span];
  const TextStyle *style = span->style;
  FaceGlyphs glyphs = item_glyphs(shaper, item);
  *run = (GlyphRun){.face = item->face,
                    .size = style->size * shift_size(item->shift),
                    .stretch = style->stretch > 0 ? style->stretch : 1,
                    .text = str_slice(span->text, item->start, item->end),
                    .language = style->language.len ? style->language : S("ko"),
                    .span = item->span};
  double scale = run->size / item->face->info.units_per_em;
  scale_glyphs(shaper, &glyphs, run, scale);
  if (item->shift != SHIFT_NOT)
    raise_glyphs(run, shift_raise(item->shift) * style->size);
  cut_marks(shaper, item, run, scale * run->stretch);
  if (style->tracking != 0)
    add_tracking(run, style->tracking * style->size * run->stretch);
}

ShapedText *text_shape(FontSet *fonts, Arena *arena, const TextSpan *spans,
                       int span_count, Diags *diags) {
  Arena scratch = {0};
  ItemizedText itemized =
      text_itemize(fonts, &scratch, spans, span_count, diags);
  Shaper shaper = {fonts, arena, &scratch, spans, &itemized};
  ShapedText *shaped = arena_new(arena, ShapedText);
  shaped->runs = arena_array(arena, GlyphRun, itemized.item_count);
  shaped->run_count = itemized.item_count;
  for (int i = 0; i < itemized.item_count; i++) {
    GlyphRun *run = &shaped->runs[i];
    shape_item(&shaper, &itemized.items[i], run);
    for (int j = 0; j < run->glyph_count; j++)
      shaped->width += (double)run->glyphs[j].advance;
  }
  arena_clear(&scratch);
  return shaped;
}

ShapedText *text_shape_label(FontSet *fonts, Arena *arena, Str text,
                             const TextStyle *style, Place place,
                             Diags *diags) {
  TextSpan span = {text, style, place};
  return text_shape(fonts, arena, &span, 1, diags);
}
