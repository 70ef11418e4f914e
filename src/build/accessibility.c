/* Contrast (WCAG 2.1, 1.4.3 and 1.4.11) and colours alone (1.4.1). */
#include "build/accessibility.h"

#include "frame/legibility.h"
#include "frame/vision.h"

/* In Oklab: what side by side in a legend is taken for the same colour. */
static const double alike = .07;

enum { TOLD_MAX = 3 /* messages of a kind for a chart */ };

static Str hex(Arena *arena, Color color) {
  return str_format(arena, "#%02x%02x%02x", (unsigned)(color.red * 255 + .5),
                    (unsigned)(color.green * 255 + .5),
                    (unsigned)(color.blue * 255 + .5));
}

static Str shortened(Str text) {
  enum { SHOWN = 60 };
  int at = 0;
  while (at < text.len && at < SHOWN)
    str_next(text, &at);
  return str_trim(str_slice(text, 0, at));
}

static void tell_faint(Arena *arena, const Faint *faint, Place place, int page,
                       Diags *diags) {
  Str where = page ? str_format(arena, "page %d: ", page) : (Str){0};
  Str what = faint->kind == FAINT_TEXT
                 ? str_format(arena, "'%.*s'", STR(shortened(faint->text)))
                 : str_format(arena, "the mark '%.*s'", STR(faint->text));
  diag(diags, DIAG_ACCESS_CONTRAST, place,
       "%.*s%.*s has a contrast of %.1f : 1 (%.*s on %.*s)", STR(where),
       STR(what), faint->contrast, STR(hex(arena, faint->color)),
       STR(hex(arena, faint->ground)));
  diag_hint(diags, "WCAG asks for %g : 1", faint->asked);
}

void accessibility_check_pages(Arena *report, const Pages *pages,
                               Diags *diags) {
  FaintList found = {0};
  LegibilityRequest request = {color_rgb(0xFFFFFF), true};
  for (int i = 0; i < pages->list.count; i++) {
    int before = found.count;
    frame_find_faint(report, pages->list.items[i].frame, &request, &found);
    for (int k = before; k < found.count; k++)
      tell_faint(report, &found.items[k], (Place){0}, i + 1, diags);
  }
}

static void check_contrast(const FigureJob *job, Arena *report, Diags *diags) {
  FaintList found = {0};
  Color white = color_rgb(0xFFFFFF);
  LegibilityRequest request = {color_over(job->chart->background, white),
                               false};
  frame_find_faint(report, job->chart->frame, &request, &found);
  for (int i = 0; i < found.count && i < TOLD_MAX; i++)
    tell_faint(report, &found.items[i], job->block->place, 0, diags);
}

/* The first deficiency under which two colours look alike. */
static ColorVision confused_by(Color a, Color b) {
  for (int vision = VISION_PROTAN; vision < VISION_COUNT; vision++)
    if (color_distance(a, b, (ColorVision)vision) < alike)
      return (ColorVision)vision;
  return VISION_FULL;
}

static bool compare(const ChartSwatch *one, const ChartSwatch *two, Place place,
                    Diags *diags) {
  if (!one->is_alone || !two->is_alone || !str_equal(one->field, two->field))
    return false;
  ColorVision vision = confused_by(one->color, two->color);
  if (vision == VISION_FULL) return false;
  diag(diags, DIAG_ACCESS_COLOR_ALONE, place,
       "only colour tells '%.*s' from '%.*s', and with %s both look alike",
       STR(one->label), STR(two->label), color_vision_name(vision));
  diag_hint(diags,
            "choose other colours, or give '%.*s' a shape, a dash or "
            "labels as well",
            STR(one->field));
  return true;
}

static void check_colors(const FigureJob *job, Diags *diags) {
  enum { COMPARED_MAX = 100 };
  const Chart *chart = job->chart;
  int count = chart->swatches.count, told = 0;
  if (count > COMPARED_MAX) count = COMPARED_MAX;
  for (int i = 0; i < count; i++)
    for (int k = i + 1; k < count && told < TOLD_MAX; k++)
      told += compare(&chart->swatches.items[i], &chart->swatches.items[k],
                      job->block->place, diags);
}

void accessibility_check_chart(const FigureJob *job, Arena *report,
                               Diags *diags) {
  if (!job->chart) return;
  check_contrast(job, report, diags);
  check_colors(job, diags);
}
