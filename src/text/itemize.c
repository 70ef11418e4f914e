/* Choosing script and face for each character. Punctuation that Hangul and
 * Latin share takes its shape from the letters around it, as KLREQ and luatexko
 * do. */
#include "text/itemize.h"

#include "text/missing.h"
#include "text/stand_in.h"

typedef struct Itemizer {
  FontSet *fonts;
  Arena *scratch;
  const TextSpan *spans;
  int span_count;
  Diags *diags;
  TextChar *chars;
  int char_count;
  List(TextItem) items;
  int *span_starts; /* first char of each span, and the end */
} Itemizer;

static bool is_korean(const TextStyle *style) {
  return style->language.len == 0 || str_starts(style->language, S("ko"));
}

static bool is_open_mark(uint32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x2018 || c == 0x201C;
}

/* Marks drawn for Hangul in a Korean face and for Latin in a Latin one. */
static bool is_shared_mark(uint32_t c) {
  static const uint32_t marks[] = {
      '!',  '\'',   '(',    ')',    ',',    '.',    ':',    ';',    '?',
      0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x203B,
  };
  for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
    if (marks[i] == c) return true;
  return false;
}

/* Full-width brackets and stops, half of whose box is empty. */
static bool is_half_empty(uint32_t c) {
  return (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B) ||
         c == 0x3001 || c == 0x3002 || c == 0xFF08 || c == 0xFF09 ||
         c == 0xFF0C || c == 0xFF0E || c == 0xFF1A || c == 0xFF1B ||
         c == 0xFF3B || c == 0xFF3D || c == 0xFF5B || c == 0xFF5D;
}

/* Old Korean faces give quotes and middle dots a box of half an em or more. */
static MarkCut mark_cut(uint32_t c) {
  if (is_half_empty(c)) return CUT_HALF;
  if (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D)
    return CUT_QUOTE;
  if (c >= 0x2160 && c <= 0x217F) return CUT_NUMERAL;
  return c == 0xB7 || c == 0x2219 || c == 0x30FB ? CUT_DOT : CUT_NOT;
}

/* Controls and line separators in a label are set as a space. */
static uint32_t shown_char(uint32_t c) {
  return c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 ? ' ' : c;
}

static hb_script_t char_script(uint32_t c, bool korean) {
  if (c >= 0xAC00 && c <= 0xD7A3) return HB_SCRIPT_HANGUL;
  if (c < 0x80)
    return g_ascii_isalpha((char)c) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
  GUnicodeScript script = g_unichar_get_script(c);
  if (script == G_UNICODE_SCRIPT_HAN && korean) return HB_SCRIPT_HANGUL;
  if (script == G_UNICODE_SCRIPT_COMMON ||
      script == G_UNICODE_SCRIPT_INHERITED ||
      script == G_UNICODE_SCRIPT_UNKNOWN)
    return HB_SCRIPT_COMMON;
  return hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(script));
}

static void read_span(Itemizer *work, const TextSpan *span) {
  bool korean = is_korean(span->style);
  for (int at = 0; at < span->text.len;) {
    int offset = at;
    uint32_t c = shown_char(str_next(span->text, &at));
    work->chars[work->char_count++] =
        (TextChar){.code_point = c,
                   .offset = offset,
                   .script = char_script(c, korean),
                   .is_tabular = span->style->tabular && c >= '0' && c <= '9',
                   .cut = mark_cut(c)};
  }
}

static void read_chars(Itemizer *work) {
  int most = 0;
  for (int i = 0; i < work->span_count; i++)
    most += str_length(work->spans[i].text);
  work->chars = arena_array(work->scratch, TextChar, most);
  work->span_starts = arena_array(work->scratch, int, work->span_count + 1);
  for (int i = 0; i < work->span_count; i++) {
    work->span_starts[i] = work->char_count;
    read_span(work, &work->spans[i]);
  }
  work->span_starts[work->span_count] = work->char_count;
}

/* Common characters take the script of the letter before them, opening marks
 * and those at the start the script of the letter after. The marks of a number
 * without letters are its digits'. */
static void settle_scripts(Itemizer *work) {
  TextChar *chars = work->chars;
  hb_script_t next = HB_SCRIPT_COMMON;
  for (int i = work->char_count - 1; i >= 0; i--) {
    if (chars[i].script != HB_SCRIPT_COMMON)
      next = chars[i].script;
    else if (is_open_mark(chars[i].code_point))
      chars[i].script = next;
  }
  hb_script_t last = next;
  if (last == HB_SCRIPT_COMMON) last = HB_SCRIPT_LATIN;
  for (int i = 0; i < work->char_count; i++) {
    if (chars[i].script == HB_SCRIPT_COMMON) chars[i].script = last;
    last = chars[i].script;
  }
}

static bool is_ignorable(uint32_t c) {
  return c == 0xAD || c == 0x34F || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

/* HarfBuzz makes every space out of U+0020, and U+2011 out of U+2010. */
static bool can_show(const Face *face, uint32_t c) {
  if (face_glyph(face, c)) return true;
  if (c == 0x2011) return face_glyph(face, 0x2010) != 0;
  return c >= 0x80 && g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR &&
         face_glyph(face, ' ') != 0;
}

static const Face *first_face(const FaceChain *chain, uint32_t c) {
  for (int i = 0; i < chain->count; i++)
    if (can_show(chain->faces[i], c)) return chain->faces[i];
  return NULL;
}

/* A combining mark stays with its base, in a face that has both or has what
 * they compose to. */
static const Face *mark_face(const FaceChain *chain, TextChar *base,
                             uint32_t mark) {
  gunichar composed = 0;
  bool composes = g_unichar_compose(base->code_point, mark, &composed);
  for (int i = -1; i < chain->count; i++) {
    const Face *face = i < 0 ? base->face : chain->faces[i];
    if (!face || !can_show(face, base->code_point)) continue;
    if (can_show(face, mark) || (composes && can_show(face, composed))) {
      base->face = face;
      return face;
    }
  }
  return NULL;
}

/* The face of the Hangul that a shared mark belongs to; NULL: no Hangul. */
static const Face *hangul_face(const Itemizer *work, const FaceChain *chain,
                               int at) {
  const TextChar *c = &work->chars[at];
  if (c->script != HB_SCRIPT_HANGUL || !is_shared_mark(c->code_point))
    return NULL;
  enum { HANGUL_GA = 0xAC00 };
  const Face *face = first_face(chain, HANGUL_GA);
  return face && can_show(face, c->code_point) ? face : NULL;
}

static const Face *choose_face(Itemizer *work, const FaceChain *chain, int span,
                               int at) {
  TextChar *chars = work->chars;
  uint32_t c = chars[at].code_point;
  TextChar *before = at > work->span_starts[span] ? &chars[at - 1] : NULL;
  if (before && before->face) {
    if (is_ignorable(c)) return before->face;
    if (c == ' ' && can_show(before->face, c)) return before->face;
    if (g_unichar_ismark(c)) return mark_face(chain, before, c);
  }
  if (is_ignorable(c)) return chain->faces[0];
  const Face *face = hangul_face(work, chain, at);
  return face ? face : first_face(chain, c);
}

/* Shows a character by another one. */
static void use_stand_in(const FaceChain *chain, TextChar *c) {
  uint32_t shown = 0;
  GlyphShift shift = SHIFT_NOT;
  if (!stand_in_find(c->code_point, &shown, &shift)) return;
  const Face *face = first_face(chain, shown);
  if (!face) return;
  c->face = face;
  c->code_point = shown;
  c->shift = shift;
}

/* Of 10⁻² every sign, though a face has the last: they are of one size. */
static void match_neighbours(const Itemizer *work, const FaceChain *chain,
                             int span) {
  TextChar *chars = work->chars;
  int start = work->span_starts[span], end = work->span_starts[span + 1];
  for (int at = start + 1; at < end; at++)
    if (chars[at - 1].shift == SHIFT_UP && !chars[at].shift)
      use_stand_in(chain, &chars[at]);
  for (int at = end - 2; at >= start; at--)
    if (chars[at + 1].shift == SHIFT_UP && !chars[at].shift)
      use_stand_in(chain, &chars[at]);
}

static void choose_faces(Itemizer *work) {
  for (int i = 0; i < work->span_count; i++) {
    const TextSpan *span = &work->spans[i];
    const FaceChain *chain = font_set_chain(work->fonts, span->style);
    if (work->diags)
      font_chain_warn(work->fonts, chain, span->place, work->diags);
    bool has_shifts = false;
    for (int at = work->span_starts[i]; at < work->span_starts[i + 1]; at++) {
      TextChar *c = &work->chars[at];
      c->face = choose_face(work, chain, i, at);
      if (!c->face) use_stand_in(chain, c);
      has_shifts |= c->shift != SHIFT_NOT;
      if (!c->face && work->diags)
        missing_glyph(chain, span, c->offset, c->code_point, work->diags);
    }
    if (has_shifts) match_neighbours(work, chain, i);
  }
}

static bool continues(const TextItem *item, const TextChar *c) {
  return item->face == c->face && item->script == c->script &&
         item->is_tabular == c->is_tabular && item->shift == c->shift;
}

/* Cuts one span into items. */
static void cut_items(Itemizer *work, int span) {
  TextItem *open = NULL;
  int end = work->span_starts[span + 1];
  for (int at = work->span_starts[span]; at < end; at++) {
    const TextChar *c = &work->chars[at];
    int byte_end = at + 1 < end ? c[1].offset : work->spans[span].text.len;
    if (!c->face) {
      open = NULL;
      continue;
    }
    if (!open || !continues(open, c)) {
      open = list_new(work->scratch, &work->items);
      *open = (TextItem){.span = span,
                         .start = c->offset,
                         .first = at,
                         .face = c->face,
                         .script = c->script,
                         .is_tabular = c->is_tabular,
                         .shift = c->shift};
    }
    open->end = byte_end;
    open->char_end = at + 1;
  }
}

ItemizedText text_itemize(FontSet *fonts, Arena *scratch, const TextSpan *spans,
                          int span_count, Diags *diags) {
  Itemizer work = {.fonts = fonts,
                   .scratch = scratch,
                   .spans = spans,
                   .span_count = span_count,
                   .diags = diags};
  read_chars(&work);
  settle_scripts(&work);
  choose_faces(&work);
  for (int i = 0; i < span_count; i++)
    cut_items(&work, i);
  return (ItemizedText){work.chars, work.char_count, work.items.items,
                        work.items.count};
}
