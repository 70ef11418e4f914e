#include "chart/layout/foot.h"

#include <math.h>

#include "chart/config/cascade.h"
#include "chart/guide/style.h"

static const double type_size = 8, line_pitch = 11, gap = 10;

/* The text cut into lines at its spaces, none wider than the picture. */
static const Str *wrapped(const Lettering *lettering, Str text,
                          const TextStyle *style, double width, int *count) {
  List(Str) lines = {0};
  int start = 0, end = 0;
  for (int i = 0; i <= text.len; i++) {
    if (i < text.len && text.text[i] != ' ') continue;
    Str line = str_slice(text, start, i);
    if (end > start && text_width(lettering->fonts, line, style) > width) {
      list_add(lettering->arena, &lines, str_slice(text, start, end));
      start = end + 1;
    }
    end = i;
  }
  list_add(lettering->arena, &lines, str_slice(text, start, text.len));
  *count = lines.count;
  return lines.items;
}

static void add_lines(Drawing *drawing, Group *group, Str text, double scale) {
  Lettering lettering = drawing_lettering(drawing);
  const json_t *styles = json_object_get(drawing->config, "style");
  const json_t *labels = json_object_get(styles, "guide-label");
  Str family = json_str(json_object_get(labels, "font"));
  Label label = {.baseline = BASELINE_TOP,
                 .line_height = line_pitch * scale,
                 .color = color_rgb(0x595959),
                 .opacity = 1};
  label.style = (TextStyle){.family = family.len ? family : S("sans-serif"),
                            .size = type_size * scale,
                            .language = drawing->request->language};
  double width = fmax(120, group->bounds.x2 - group->bounds.x1);
  label.lines =
      wrapped(&lettering, text, &label.style, width, &label.line_count);
  label.at = (Point){group->bounds.x1, group->bounds.y2};
  group_label(group, &lettering, &label);
}

void foot_draw(Drawing *drawing, View *view) {
  static const char *const parts[] = {"note", "source"};
  if (drawing->request->omit_title) return;
  const json_t *usermeta = json_object_get(drawing->tree->root, "usermeta");
  const json_t *own = json_object_get(usermeta, "jikji");
  double scale = drawing->request->type_scale;
  if (!(scale > 0)) scale = 1;
  Group *group = view->group;
  bool is_first = true;
  for (int i = 0; i < 2; i++) {
    Str text = json_str(json_object_get(own, parts[i]));
    if (!text.len) continue;
    group->bounds.y2 += is_first ? gap : 2;
    is_first = false;
    add_lines(drawing, group, text, scale);
  }
}
