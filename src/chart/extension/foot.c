#include "chart/extension/foot.h"

#include <math.h>

#include "chart/config/cascade.h"
#include "chart/extension/extension.h"
#include "chart/guide/style.h"

static const double type_size = 8, line_pitch = 11, gap = 10;

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
  label.lines = &text;
  label.line_count = 1;
  label_wrap(&lettering, &label, width);
  label.at = (Point){group->bounds.x1, group->bounds.y2};
  group_label(group, &lettering, &label);
}

void foot_draw(Drawing *drawing, View *view) {
  static const char *const parts[] = {"note", "source"};
  if (drawing->request->omit_title) return;
  double scale = drawing->request->type_scale;
  if (!(scale > 0)) scale = 1;
  Group *group = view->group;
  bool is_first = true;
  for (int i = 0; i < 2; i++) {
    Str text = json_str(extension_find(drawing, parts[i]));
    if (!text.len) continue;
    group->bounds.y2 += is_first ? gap : 2;
    is_first = false;
    add_lines(drawing, group, text, scale);
  }
}
