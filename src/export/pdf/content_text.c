/* Glyph runs as text objects (ISO 32000-1, 9.4). Each glyph stands where the
 * frame has it: what the font's own advances miss is corrected before the next
 * glyph, measured from what was written, so that nothing adds up. */
#include "export/pdf/content.h"

#include <math.h>

/* No page is as big. */
static const double size_max = 1e5, stretch_max = 1e3;

/* How a run is set. Its places are told in text space: points along the line
 * and above it, from the run's origin. */
typedef struct RunSetting {
  PdfContent *content;
  PdfFont *font;
  const GlyphRun *run;
  const TextBoxes *boxes;     /* of the run */
  Matrix turn;                /* of text space to the page, without a place */
  Point origin;               /* on the page */
  double scale;               /* of the run's points to those of text space */
  double unit;                /* a thousandth of the em along the line */
  int size, stretch, spacing; /* as GraphicsState has them */
  double gap;                 /* that the spacing leaves after each glyph */
  int decimals;               /* of corrections, in thousandths of the em */
  Rect ink;                   /* in text space */
  int line;                   /* on which the run stands now, 0: none */
  double start, y; /* its origin along that line, for glyphs that high */
} RunSetting;

static Matrix without_place(Matrix m) {
  return (Matrix){m.xx, m.yx, m.xy, m.yy, 0, 0};
}

/* The font's glyph at a place in the run. */
static PdfGlyph *glyph_at(const RunSetting *setting, int index) {
  return &setting->font->glyphs.items[setting->boxes->glyphs.items[index]];
}

/* What a glyph leaves after it beyond its own width, as a spacing. */
static int glyph_spacing(const RunSetting *setting, int index) {
  double advance = (double)setting->run->glyphs[index].advance;
  int width = glyph_at(setting, index)->outline.width;
  double gap = advance * setting->scale - width * setting->unit;
  return (int)pdf_scaled(gap / (setting->stretch * 1e-5), 3);
}

/* The spacing that the most glyphs have, of those met first, so that spaced
 * letters need not be corrected one by one; 0 for none. */
static int usual_spacing(const RunSetting *setting) {
  enum { FEW = 4, KINDS = 8 };
  int kinds[KINDS] = {0}, counts[KINDS] = {0}, kind_count = 1, usual = 0;
  int count = setting->run->glyph_count;
  if (count < FEW) return 0;
  for (int i = 0; i < count; i++) {
    int spacing = glyph_spacing(setting, i), kind = 0;
    while (kind < kind_count && kinds[kind] != spacing)
      kind++;
    if (kind == KINDS) continue;
    if (kind == kind_count) kinds[kind_count++] = spacing;
    if (++counts[kind] > counts[usual]) usual = kind;
  }
  return kinds[usual];
}

/* Fonts grow rather than matrices, so that most text is set upright. */
static RunSetting set_run(PdfContent *content, const FrameItem *item,
                          Matrix matrix) {
  const GlyphRun *run = item->glyphs.run;
  PdfDocument *document = content->document;
  Matrix up =
      matrix_multiply(matrix_scale(1, -1), matrix_rotate(item->glyphs.angle));
  Matrix turn = matrix_multiply(up, without_place(matrix));
  double scale = sqrt(fabs(turn.xx * turn.yy - turn.xy * turn.yx));
  RunSetting setting = {
      .content = content,
      .font = pdf_font(&document->fonts, &document->writer, run->face),
      .run = run,
      .boxes = &document->boxes,
      .turn = {turn.xx / scale, turn.yx / scale, turn.xy / scale,
               turn.yy / scale, 0, 0},
      .origin = matrix_apply(matrix, item->glyphs.origin),
      .scale = scale,
      .ink = rect_empty()};
  double stretch = run->stretch > 0 ? run->stretch : 1;
  setting.size = (int)pdf_scaled(fmin(run->size * scale, size_max), 3);
  setting.stretch = (int)pdf_scaled(fmin(stretch, stretch_max) * 100, 3);
  setting.unit = setting.size * 1e-6 * setting.stretch * 1e-5;
  text_boxes_find(&document->boxes, setting.font, run);
  setting.spacing = usual_spacing(&setting);
  setting.gap = setting.spacing * 1e-3 * setting.stretch * 1e-5;
  setting.decimals = setting.size < 15000 ? 0 : setting.size < 150000 ? 1 : 2;
  return setting;
}

/* ---- Where text goes on ---- */

static bool is_upright(Matrix turn) {
  return fabs(turn.xx - 1) < 1e-6 && fabs(turn.yy - 1) < 1e-6 &&
         fabs(turn.yx) < 1e-6 && fabs(turn.xy) < 1e-6;
}

static bool is_turned_alike(Matrix a, Matrix b) {
  return a.xx == b.xx && a.yx == b.yx && a.xy == b.xy && a.yy == b.yy;
}

static double thousandths(double value) {
  return (double)pdf_scaled(value, 3) / 1000;
}

/* A line that begins there. Upright ones are told by their way from the one
 * before (Td), others by all of their matrix (Tm). */
static void begin_line(RunSetting *setting, Point at) {
  PdfContent *content = setting->content;
  TextObject *shown = &content->shown;
  Point line = {thousandths(at.x), thousandths(at.y)};
  content_end_showing(content);
  char *end = content_room(content, 4 * PDF_NUMBER_BYTES);
  if (is_upright(setting->turn) && is_upright(shown->turn)) {
    end = pdf_write_scaled(end, pdf_scaled(line.x - shown->line.x, 3), 3);
    *end++ = ' ';
    end = pdf_write_scaled(end, pdf_scaled(line.y - shown->line.y, 3), 3);
    content_wrote(content, end);
    strbuf_add(&content->text, S(" Td\n"));
  } else {
    Matrix m = setting->turn;
    m.x0 = line.x;
    m.y0 = line.y;
    pdf_put_matrix(&content->text, m);
    strbuf_add(&content->text, S(" Tm\n"));
  }
  shown->turn = setting->turn;
  shown->line = line;
  shown->line_count++;
  shown->pen = 0;
}

static void open_text(PdfContent *content) {
  if (content->shown.is_open) return;
  content_add(content, S("BT\n"));
  content->shown = (TextObject){.is_open = true,
                                .turn = matrix_scale(1, 1),
                                .line_count = content->shown.line_count + 1,
                                .pen = NAN};
}

static void set_number(PdfContent *content, int *held, int value,
                       Str operator) {
  if (*held == value) return;
  *held = value;
  content_end_showing(content);
  char *at = content_room(content, 2 * PDF_NUMBER_BYTES);
  content_wrote(content, pdf_write_scaled(at, value, 3));
  strbuf_add(&content->text, operator);
}

static void set_font(RunSetting *setting) {
  PdfContent *content = setting->content;
  GraphicsState *state = &content->state;
  int number = setting->font->number;
  if (state->font != number || state->size != setting->size) {
    content_end_showing(content);
    content_room(content, 0);
    content_put_name(content, RESOURCE_FONT, number);
    strbuf_add(&content->text, S(" "));
    char *at = content_room(content, PDF_NUMBER_BYTES);
    content_wrote(content, pdf_write_scaled(at, setting->size, 3));
    strbuf_add(&content->text, S(" Tf\n"));
    state->font = number;
    state->size = setting->size;
  }
  set_number(content, &state->stretch, setting->stretch, S(" Tz\n"));
  set_number(content, &state->spacing, setting->spacing, S(" Tc\n"));
}

/* A place as the line of the text object has it: along it, and above it. */
static Point on_line(const RunSetting *setting, Point at) {
  const TextObject *shown = &setting->content->shown;
  Matrix m = setting->turn;
  double x = at.x - shown->line.x, y = at.y - shown->line.y;
  double determinant = m.xx * m.yy - m.xy * m.yx;
  return (Point){(m.yy * x - m.xy * y) / determinant,
                 (m.xx * y - m.yx * x) / determinant};
}

/* Whether text can go on there without a new line: it stands on this one, less
 * than an em from the pen. */
static bool goes_on(const RunSetting *setting, Point at) {
  const TextObject *shown = &setting->content->shown;
  if (isnan(shown->pen) || !is_turned_alike(setting->turn, shown->turn))
    return false;
  Point place = on_line(setting, at);
  return fabs(place.y) < .001 &&
         fabs(place.x - shown->pen) < 1000 * setting->unit;
}

static Point place_of(const RunSetting *setting, double x, double y) {
  Point way = matrix_apply(setting->turn,
                           (Point){x * setting->scale, y * setting->scale});
  return (Point){setting->origin.x + way.x, setting->origin.y + way.y};
}

/* ---- Showing ---- */

/* Moves the pen by one of TJ's numbers, which go backward. */
static char *write_correction(RunSetting *setting, char *at, double to) {
  static const double steps[] = {1, 10, 100};
  TextObject *shown = &setting->content->shown;
  double step = setting->unit / steps[setting->decimals];
  double missing = (shown->pen - to) / step;
  if (!shown->in_array) *at++ = '[';
  shown->in_array = true;
  if (fabs(missing) < .5) return at;
  long long scaled = llround(missing);
  if (shown->in_string) *at++ = ')';
  shown->in_string = false;
  shown->pen -= (double)scaled * step;
  return pdf_write_scaled(at, scaled, setting->decimals);
}

static char *write_byte(char *at, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\') *at++ = '\\';
  if (byte == '\r') {
    *at++ = '\\';
    byte = 'r';
  }
  *at++ = byte;
  return at;
}

static void note_ink(RunSetting *setting, const GlyphOutline *outline, double x,
                     double y) {
  if (outline->right <= outline->left || outline->top <= outline->bottom)
    return;
  double wide = setting->unit, high = setting->size * 1e-6;
  Rect ink = {x * setting->scale + outline->left * wide,
              y * setting->scale + outline->bottom * high,
              (outline->right - outline->left) * wide,
              (outline->top - outline->bottom) * high};
  setting->ink = rect_union(setting->ink, ink);
}

/* How far along the line a glyph of the run stands; where it can stand on none,
 * one begins. */
static double find_place(RunSetting *setting, double x, double y) {
  TextObject *shown = &setting->content->shown;
  bool is_known = setting->line == shown->line_count && y == setting->y;
  double along = setting->start + x * setting->scale;
  if (is_known && fabs(along - shown->pen) < 1000 * setting->unit) return along;
  Point at = place_of(setting, x, y);
  if (!goes_on(setting, at)) begin_line(setting, at);
  along = on_line(setting, at).x;
  setting->start = along - x * setting->scale;
  setting->y = y;
  setting->line = shown->line_count;
  return along;
}

static void show_glyph(RunSetting *setting, const PdfGlyph *glyph, double x,
                       double y) {
  PdfContent *content = setting->content;
  open_text(content);
  set_font(setting);
  double along = find_place(setting, x, y);
  char *at = content_room(content, 3 * PDF_NUMBER_BYTES);
  at = write_correction(setting, at, along);
  if (!content->shown.in_string) *at++ = '(';
  content->shown.in_string = true;
  at = write_byte(at, (char)(glyph->id >> 8));
  content_wrote(content, write_byte(at, (char)glyph->id));
  content->shown.pen += glyph->outline.width * setting->unit + setting->gap;
  if (content->is_measured) note_ink(setting, &glyph->outline, x, y);
}

static void show_box(RunSetting *setting, const TextBox *box) {
  const GlyphRun *run = setting->run;
  double pen = box->left;
  for (int i = box->first; i < box->end; i++) {
    const Glyph *glyph = &run->glyphs[i];
    show_glyph(setting, glyph_at(setting, i), pen + (double)glyph->x_offset,
               (double)glyph->y_offset);
    pen += (double)glyph->advance;
  }
}

/* Glyphs that say a text together each stand for one of its characters, the
 * last for all that are left, for readers that overlook the whole. */
static void give_stand_ins(RunSetting *setting, const TextBox *box, Str text) {
  int at = 0;
  for (int i = box->first; i < box->end; i++) {
    PdfGlyph *glyph = glyph_at(setting, i);
    int start = at;
    str_next(text, &at);
    if (i + 1 == box->end) at = text.len;
    Str part = start < at ? str_slice(text, start, at) : S("\u200B");
    if (!glyph->stand_in.len)
      glyph->stand_in = str_copy(setting->font->arena, part);
  }
}

/* Whether the codes of the box's glyphs are read as its text. */
static bool reads_itself(RunSetting *setting, const TextBox *box, Str text) {
  if (box->end - box->first == 1)
    return pdf_glyph_reads(setting->font, glyph_at(setting, box->first), text);
  give_stand_ins(setting, box, text);
  return false;
}

static void show_plain(RunSetting *setting, const TextBox *box) {
  PdfContent *content = setting->content;
  Str text = text_box_plain(content->scratch, box);
  bool is_told = reads_itself(setting, box, text);
  content_tell(content, is_told ? (Str){0} : text);
  show_box(setting, box);
  if (!is_told) content_told(content);
}

static void show_blank(RunSetting *setting, double x) {
  PdfFont *font = setting->font;
  if (!font->blank) return;
  int index = pdf_font_index(font, font->blank); /* may move the list */
  PdfGlyph *glyph = &font->glyphs.items[index];
  pdf_glyph_reads(font, glyph, font->blank_text);
  show_glyph(setting, glyph, x, 0);
}

static void show_replaced(RunSetting *setting, const TextPart *part) {
  PdfContent *content = setting->content;
  const TextBoxes *boxes = setting->boxes;
  const TextBox *first = &boxes->boxes.items[part->first];
  const TextBox *last = &boxes->boxes.items[part->end - 1];
  StrBuf shown = {.arena = content->scratch};
  for (const TextBox *box = first; box <= last; box++)
    strbuf_add(&shown, text_box_plain(content->scratch, box));
  content_tell(content, strbuf_str(&shown));
  if (part->begins_blank) show_blank(setting, first->left);
  for (const TextBox *box = first; box <= last; box++) {
    reads_itself(setting, box, text_box_plain(content->scratch, box));
    show_box(setting, box);
  }
  if (part->ends_blank) show_blank(setting, last->right - boxes->blank_width);
  content_told(content);
}

static void show_parts(RunSetting *setting) {
  const TextBoxes *boxes = setting->boxes;
  for (int i = 0; i < boxes->parts.count; i++) {
    const TextPart *part = &boxes->parts.items[i];
    if (part->is_replaced) {
      show_replaced(setting, part);
      continue;
    }
    for (int k = part->first; k < part->end; k++)
      show_plain(setting, &boxes->boxes.items[k]);
  }
}

Rect content_glyphs(PdfContent *content, const FrameItem *item, Matrix matrix) {
  RunSetting setting = set_run(content, item, matrix);
  if (setting.size <= 0 || setting.stretch <= 0) return rect_empty();
  bool is_saved =
      content_set_paint(content, &item->glyphs.paint, matrix, false);
  show_parts(&setting);
  if (is_saved) content_restore(content);
  Matrix place = setting.turn;
  place.x0 = setting.origin.x;
  place.y0 = setting.origin.y;
  return rect_transformed(setting.ink, place);
}
