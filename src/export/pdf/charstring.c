/* Outlines drawn by HarfBuzz in, Type 2 charstrings out. Segments that go on
 * alike share one operator. */
#include "export/pdf/charstring.h"

#include <math.h>
#include <stdlib.h>

enum { STACK_MAX = 48 }; /* numbers before an operator (TN 5177, appendix B) */

typedef enum Operator {
  NONE = 0,
  VMOVETO = 4,
  RLINETO = 5,
  HLINETO = 6,
  VLINETO = 7,
  RRCURVETO = 8,
  ENDCHAR = 14,
  RMOVETO = 21,
  HMOVETO = 22,
  VVCURVETO = 26,
  HHCURVETO = 27,
  VHCURVETO = 30,
  HVCURVETO = 31
} Operator;

typedef struct Spot {
  int x, y;
} Spot;

typedef struct Charstring {
  StrBuf *program;
  double scale; /* font units to thousandths */
  Spot pen, start;
  Operator run; /* that the numbers below are for */
  int numbers[STACK_MAX];
  int count;
  bool goes_across; /* in a run that alternates: the next begins across */
  bool has_line;    /* a line is still to be written, or to be the closing */
  Spot line;        /* where it leads */
  GlyphOutline *outline;
} Charstring;

/* TN 5177, 3.2. */
void charstring_put_number(StrBuf *program, int number) {
  char bytes[3];
  int len = 0, size = abs(number);
  if (size <= 107) {
    bytes[len++] = (char)(number + 139);
  } else if (size <= 1131) {
    int rest = size - 108;
    bytes[len++] = (char)((number > 0 ? 247 : 251) + (rest >> 8));
    bytes[len++] = (char)rest;
  } else {
    bytes[len++] = 28;
    bytes[len++] = (char)(number >> 8);
    bytes[len++] = (char)number;
  }
  strbuf_add(program, (Str){bytes, len});
}

static void put_operator(StrBuf *program, Operator operator) {
  char byte = (char)operator;
  strbuf_add(program, (Str){&byte, 1});
}

static void end_run(Charstring *chars) {
  for (int i = 0; i < chars->count; i++)
    charstring_put_number(chars->program, chars->numbers[i]);
  if (chars->run != NONE) put_operator(chars->program, chars->run);
  chars->count = 0;
  chars->run = NONE;
}

/* Goes on with the run where it can take the numbers, else begins one. */
static void go_on(Charstring *chars, bool is_same, Operator operator,
                  const int * numbers, int count) {
  if (!is_same || chars->count + count > STACK_MAX) {
    end_run(chars);
    chars->run = operator;
  }
  for (int i = 0; i < count; i++)
    chars->numbers[chars->count++] = numbers[i];
}

static bool alternates(const Charstring *chars, Operator across, Operator down,
                       bool begins_across) {
  return (chars->run == across || chars->run == down) &&
         chars->goes_across == begins_across;
}

static Spot way_to(Charstring *chars, Spot to) {
  Spot way = {to.x - chars->pen.x, to.y - chars->pen.y};
  chars->pen = to;
  return way;
}

static void end_line(Charstring *chars) {
  if (!chars->has_line) return;
  chars->has_line = false;
  Spot way = way_to(chars, chars->line);
  if (way.x == 0 && way.y == 0) return;
  if (way.x != 0 && way.y != 0) {
    int numbers[] = {way.x, way.y};
    go_on(chars, chars->run == RLINETO, RLINETO, numbers, 2);
    return;
  }
  bool is_across = way.y == 0;
  int length = is_across ? way.x : way.y;
  go_on(chars, alternates(chars, HLINETO, VLINETO, is_across),
        is_across ? HLINETO : VLINETO, &length, 1);
  chars->goes_across = !is_across;
}

static void add_curve(Charstring *chars, Spot to1, Spot to2, Spot to3) {
  end_line(chars);
  Spot a = way_to(chars, to1), b = way_to(chars, to2), c = way_to(chars, to3);
  if ((a.y == 0 && c.x == 0) || (a.x == 0 && c.y == 0)) {
    bool is_across = a.y == 0 && c.x == 0;
    int numbers[] = {is_across ? a.x : a.y, b.x, b.y, is_across ? c.y : c.x};
    go_on(chars, alternates(chars, HVCURVETO, VHCURVETO, is_across),
          is_across ? HVCURVETO : VHCURVETO, numbers, 4);
    chars->goes_across = !is_across;
  } else if (a.y == 0 && c.y == 0) {
    int numbers[] = {a.x, b.x, b.y, c.x};
    go_on(chars, chars->run == HHCURVETO, HHCURVETO, numbers, 4);
  } else if (a.x == 0 && c.x == 0) {
    int numbers[] = {a.y, b.x, b.y, c.y};
    go_on(chars, chars->run == VVCURVETO, VVCURVETO, numbers, 4);
  } else {
    int numbers[] = {a.x, a.y, b.x, b.y, c.x, c.y};
    go_on(chars, chars->run == RRCURVETO, RRCURVETO, numbers, 6);
  }
}

/* ---- What HarfBuzz calls ---- */

static int rounded(double value) {
  enum { COORDINATE_MAX = 16000 }; /* so that differences fit 16 bits */
  if (!(fabs(value) < COORDINATE_MAX)) return value > 0 ? COORDINATE_MAX : 0;
  return (int)lround(value);
}

static Spot point(Charstring *chars, double x, double y) {
  Spot at = {rounded(x * chars->scale), rounded(y * chars->scale)};
  GlyphOutline *outline = chars->outline;
  bool is_first = outline->right < outline->left;
  if (is_first || at.x < outline->left) outline->left = at.x;
  if (is_first || at.x > outline->right) outline->right = at.x;
  if (is_first || at.y < outline->bottom) outline->bottom = at.y;
  if (is_first || at.y > outline->top) outline->top = at.y;
  return at;
}

static void draw_move(hb_draw_funcs_t *funcs, void *data,
                      hb_draw_state_t *state, float x, float y, void *user) {
  (void)funcs, (void)state, (void)user;
  Charstring *chars = data;
  end_line(chars);
  end_run(chars);
  Spot way = way_to(chars, point(chars, (double)x, (double)y));
  chars->start = chars->pen;
  if (way.x != 0 || way.y == 0) charstring_put_number(chars->program, way.x);
  if (way.y != 0) charstring_put_number(chars->program, way.y);
  put_operator(chars->program, way.y == 0   ? HMOVETO
                               : way.x == 0 ? VMOVETO
                                            : RMOVETO);
}

static void draw_line(hb_draw_funcs_t *funcs, void *data,
                      hb_draw_state_t *state, float x, float y, void *user) {
  (void)funcs, (void)state, (void)user;
  Charstring *chars = data;
  end_line(chars);
  chars->line = point(chars, (double)x, (double)y);
  chars->has_line = true;
}

static void draw_cubic(hb_draw_funcs_t *funcs, void *data,
                       hb_draw_state_t *state, float x1, float y1, float x2,
                       float y2, float x, float y, void *user) {
  (void)funcs, (void)state, (void)user;
  Charstring *chars = data;
  Spot a = point(chars, (double)x1, (double)y1);
  Spot b = point(chars, (double)x2, (double)y2);
  add_curve(chars, a, b, point(chars, (double)x, (double)y));
}

/* A curve of degree two as one of degree three. */
static void draw_quadratic(hb_draw_funcs_t *funcs, void *data,
                           hb_draw_state_t *state, float x1, float y1, float x,
                           float y, void *user) {
  float from_x = state->current_x, from_y = state->current_y;
  draw_cubic(funcs, data, state, from_x + (x1 - from_x) * 2 / 3,
             from_y + (y1 - from_y) * 2 / 3, x + (x1 - x) * 2 / 3,
             y + (y1 - y) * 2 / 3, x, y, user);
}

/* A line back to the start says no more than the end itself. */
static void draw_close(hb_draw_funcs_t *funcs, void *data,
                       hb_draw_state_t *state, void *user) {
  (void)funcs, (void)state, (void)user;
  Charstring *chars = data;
  bool is_closing =
      chars->line.x == chars->start.x && chars->line.y == chars->start.y;
  if (chars->has_line && is_closing) chars->has_line = false;
  end_line(chars);
  end_run(chars);
}

static void release_calls(void *calls) {
  hb_draw_funcs_destroy(calls);
}

GlyphPen glyph_pen_open(Arena *arena) {
  hb_draw_funcs_t *calls = hb_draw_funcs_create();
  arena_defer(arena, release_calls, calls);
  hb_draw_funcs_set_move_to_func(calls, draw_move, NULL, NULL);
  hb_draw_funcs_set_line_to_func(calls, draw_line, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func(calls, draw_quadratic, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func(calls, draw_cubic, NULL, NULL);
  hb_draw_funcs_set_close_path_func(calls, draw_close, NULL, NULL);
  hb_draw_funcs_make_immutable(calls);
  return (GlyphPen){calls, {.arena = arena}};
}

GlyphOutline glyph_outline(Arena *arena, GlyphPen *pen, hb_font_t *font,
                           uint32_t glyph, double units_per_em) {
  GlyphOutline outline = {.left = 1, .right = 0};
  Charstring chars = {.program = &pen->program,
                      .scale = 1000 / units_per_em,
                      .outline = &outline};
  pen->program.len = 0;
  outline.width =
      rounded(hb_font_get_glyph_h_advance(font, glyph) * chars.scale);
  hb_font_get_glyph_shape(font, glyph, pen->calls, &chars);
  put_operator(chars.program, ENDCHAR);
  outline.program = str_copy(arena, strbuf_str(chars.program));
  return outline;
}
