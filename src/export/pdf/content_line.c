/* Widths, ends, corners and dashes of lines as states (ISO 32000-1, 8.4.3). */
#include "export/pdf/content.h"

#include <math.h>

static void set_number(PdfContent *content, int *held, double value,
                       int decimals, Str operator) {
  int scaled = (int)pdf_scaled(value, decimals);
  if (*held == scaled) return;
  *held = scaled;
  char *at = content_room(content, 2 * PDF_NUMBER_BYTES);
  content_wrote(content, pdf_write_scaled(at, scaled, decimals));
  strbuf_add(&content->text, operator);
}

typedef List(double) Dashes;

/* Dashes without length leave nothing where lines are cut off at their ends,
 * but some readers draw a hair: what goes before and after them is one gap.
 * Returns how far the pattern's start moves back for it. */
static double join_gaps(Dashes *dashes) {
  double moved = 0, *items = dashes->items;
  for (int i = 0; i < dashes->count && dashes->count > 2;) {
    if (items[i] > 0) {
      i += 2;
      continue;
    }
    double gap = items[i + 1];
    if (i > 0) items[i - 1] += gap;
    for (int k = i; k + 2 < dashes->count; k++)
      items[k] = items[k + 2];
    dashes->count -= 2;
    if (i > 0) continue;
    items[dashes->count - 1] += gap; /* goes before the pattern's end */
    moved += gap;
  }
  return moved;
}

/* No dashes below zero, nor all of them nothing; readers want them in even
 * numbers and their start within the pattern. */
static Dashes read_dashes(Arena *scratch, const Stroke *stroke, double scale,
                          double *start) {
  Dashes dashes = {0};
  double sum = 0;
  int turns = stroke->dash_count % 2 ? 2 : 1; /* the second: gaps are dashes */
  for (int i = 0; i < turns * stroke->dash_count; i++) {
    double dash = stroke->dashes[i % stroke->dash_count] * scale;
    if (!(dash >= 0)) return (Dashes){0};
    list_add(scratch, &dashes, dash);
    sum += dash;
  }
  *start = stroke->dash_offset * scale;
  if (!(sum > .001 && isfinite(sum) && isfinite(*start))) return (Dashes){0};
  if (stroke->cap == CAP_BUTT) *start -= join_gaps(&dashes);
  *start = fmod(*start, sum);
  if (*start < 0) *start += sum;
  return dashes;
}

static void put_dashes(PdfContent *content, const Dashes *dashes,
                       double start) {
  StrBuf *text = &content->text;
  if (!dashes->count && content->state.dashes == 0) return;
  content->state.dashes = dashes->count;
  content_room(content, 0);
  strbuf_add(text, S("["));
  pdf_put_numbers(text, dashes->items, dashes->count);
  strbuf_add(text, S("]"));
  pdf_put_number(text, start);
  strbuf_add(text, S(" d\n"));
}

static bool set_dashes(PdfContent *content, const Stroke *stroke,
                       double scale) {
  double start = 0;
  Dashes dashes = {0};
  if (stroke->dash_count)
    dashes = read_dashes(content->scratch, stroke, scale, &start);
  if (!dashes.count) start = 0;
  bool is_all_gap =
      dashes.count && dashes.items[0] == 0 && stroke->cap == CAP_BUTT;
  if (!is_all_gap) put_dashes(content, &dashes, start);
  return !is_all_gap;
}

bool content_set_line(PdfContent *content, const Stroke *stroke, double scale) {
  GraphicsState *state = &content->state;
  double thinnest = .001; /* nothing would be a hair on every screen */
  double miter = stroke->miter_limit > 0 ? stroke->miter_limit : 4;
  if (!set_dashes(content, stroke, scale)) return false;
  set_number(content, &state->width, fmax(thinnest, stroke->width * scale), 3,
             S(" w\n"));
  set_number(content, &state->cap, stroke->cap, 0, S(" J\n"));
  set_number(content, &state->join, stroke->join, 0, S(" j\n"));
  if (stroke->join == JOIN_MITER)
    set_number(content, &state->miter, fmax(1, miter), 3, S(" M\n"));
  return true;
}
