/* What overrides a domain: domainRaw, and selections. */
#include "chart/domain/view_scale.h"
#include "chart/select/selection.h"
#include "chart/spec/read_view.h"

static Value raw_domain(Drawing *drawing, const ViewScale *view_scale) {
  const json_t *given = scale_property(view_scale, "domainRaw");
  if (given) return drawing_value(drawing, given, NULL, 0);
  for (int i = 0; i < view_scale->uses.count; i++) {
    const ScaleUse *use = &view_scale->uses.items[i];
    Value domain =
        selection_bound_domain(drawing, use->view, use->def->channel);
    if (domain.kind == VALUE_ARRAY) return domain;
  }
  return selection_domain(drawing,
                          json_object_get(view_scale->given, "domain"));
}

void raw_domain_set(Drawing *drawing, ViewScale *view_scale) {
  Value domain = raw_domain(drawing, view_scale);
  Scale *scale = &view_scale->scale;
  if (domain.kind != VALUE_ARRAY || !domain.len) return;
  scale->domain = (ValueList){0};
  for (int i = 0; i < domain.len; i++)
    list_add(drawing->arena, &scale->domain, domain.items[i]);
  scale->domain_raw = true;
}
