/* `impute` of x or y: missing values of the field itself, before it is grouped,
 * are made up from their neighbours; what was counted together has none. */
#include "chart/data/data.h"

static void add_group(void *owner, ChannelDef *def) {
  json_t *groups = owner;
  if (def->channel < CHANNEL_COLOR || def->channel == CHANNEL_TOOLTIP ||
      def->channel == CHANNEL_TEXT || def->aggregate.len || !def->column.len)
    return;
  json_array_append_new(
      groups, json_stringn(def->column.text, (size_t)def->column.len));
}

bool impute_prepare(Drawing *drawing, View *view, const Table **table) {
  for (int i = CHANNEL_X; i <= CHANNEL_Y; i++) {
    ChannelDef *def = &view->encoding[i];
    ChannelDef *key = &view->encoding[i == CHANNEL_X ? CHANNEL_Y : CHANNEL_X];
    const json_t *impute = json_object_get(def->json, "impute");
    if (!json_is_object(impute) || !def->field.len || !key->field.len ||
        def->aggregate.len)
      continue;
    json_t *entry = drawing_keep(drawing, drawing_copy(drawing, impute));
    json_t *groups = json_array();
    view_visit_defs(view, add_group, groups);
    Str field = def->field, by = key->field;
    json_object_set_new(entry, "impute",
                        json_stringn(field.text, (size_t)field.len));
    json_object_set_new(entry, "key", json_stringn(by.text, (size_t)by.len));
    json_object_set_new(entry, "groupby", groups);
    if (!transform_apply(&drawing->transforms, entry, table)) return false;
  }
  return true;
}
