#include "chart/describe.h"

#include <math.h>

#include "base/number.h"
#include "chart/domain/view_scale.h"
#include "chart/guide/format.h"
#include "chart/guide/title.h"
#include "chart/spec/read_view.h"

typedef struct ChartWord {
  MarkType mark;
  const char *korean, *english;
} ChartWord;

static const ChartWord words[] = {
    {MARK_ARC, "원그림", "Pie chart"},
    {MARK_AREA, "영역 그림", "Area chart"},
    {MARK_BAR, "막대그림", "Bar chart"},
    {MARK_CIRCLE, "점그림", "Dot plot"},
    {MARK_LINE, "꺾은선 그림", "Line chart"},
    {MARK_POINT, "점그림", "Dot plot"},
    {MARK_RECT, "열지도", "Heat map"},
    {MARK_SQUARE, "점그림", "Dot plot"},
    {MARK_TICK, "눈금 그림", "Strip plot"},
    {MARK_TRAIL, "꺾은선 그림", "Line chart"},
};

static const View *leading_unit(const View *view) {
  while (view->kind != VIEW_UNIT && view->kids.count) {
    const View *next = view->kids.items[0];
    for (int i = 0; i < view->kids.count; i++) {
      const View *kid = view->kids.items[i];
      if (kid->kind == VIEW_UNIT &&
          (kid->mark == MARK_LINE || kid->mark == MARK_BAR)) {
        next = kid;
        break;
      }
    }
    view = next;
  }
  return view->kind == VIEW_UNIT ? view : NULL;
}

static const char *kind_word(const View *unit, bool korean) {
  for (size_t i = 0; unit && i < sizeof words / sizeof *words; i++)
    if (words[i].mark == unit->mark)
      return korean ? words[i].korean : words[i].english;
  return korean ? "그림" : "Chart";
}

static Str axis_word(Drawing *drawing, const ChannelDef *def) {
  const json_t *axis = json_object_get(def->json, "axis");
  Str title = json_str(json_object_get(axis, "title"));
  if (!title.len) title = json_str(json_object_get(def->json, "title"));
  return title.len ? title : def_title(drawing, def);
}

static Str value_word(Drawing *drawing, const ChannelDef *def, Value value) {
  ValueFormat format = text_format(drawing, def, (FormatWish){0});
  if (def->type == TYPE_QUANTITATIVE)
    return number_text(drawing->arena, value_to_number(value));
  return value_format_text(drawing, &format, value);
}

/* "x: year (2003 – 2018)" for each axis. */
static void describe_axis(Drawing *drawing, const View *unit, Channel channel,
                          StrBuf *text) {
  bool korean = !str_is(drawing->request->language, "en");
  const ChannelDef *def = &unit->encoding[channel];
  const ViewScale *scale = unit->scales[channel];
  if (!def_has_field_or_datum(def) || !scale) return;
  const ValueList *domain = &scale->scale.domain;
  const char *name = channel == CHANNEL_X
                         ? (korean ? "가로축" : "Horizontal axis")
                         : (korean ? "세로축" : "Vertical axis");
  strbuf_addf(text, " %s: %.*s", name, STR(axis_word(drawing, def)));
  if (domain->count > 1 && !scale_type_is_discrete(scale->type)) {
    Str low = value_word(drawing, def, domain->items[0]);
    Str high = value_word(drawing, def, domain->items[domain->count - 1]);
    strbuf_addf(text, korean ? " %.*s~%.*s" : " %.*s to %.*s", STR(low),
                STR(high));
  } else if (domain->count) {
    strbuf_addf(text, korean ? " %d가지" : ", %d values", domain->count);
  }
  if (json_is_true(scale_property(scale, "reverse")))
    strbuf_add_c(text, korean ? ", 작은 값이 위" : ", reversed");
  strbuf_add_c(text, ".");
}

Str chart_describe(Drawing *drawing, const View *view) {
  Str given = json_str(json_object_get(drawing->tree->root, "description"));
  if (given.len) return given;
  bool korean = !str_is(drawing->request->language, "en");
  const View *unit = leading_unit(view);
  StrBuf text = {.arena = drawing->arena};
  Str title = title_text(drawing, view, "text");
  strbuf_addf(&text, "%s.", kind_word(unit, korean));
  if (title.len) strbuf_addf(&text, " %.*s.", STR(title));
  if (!unit) return strbuf_str(&text);
  describe_axis(drawing, unit, CHANNEL_X, &text);
  describe_axis(drawing, unit, CHANNEL_Y, &text);
  const ViewScale *color = unit->scales[CHANNEL_COLOR];
  if (color && scale_type_is_discrete(color->type)) {
    strbuf_add_c(&text, korean ? " 계열:" : " Series:");
    for (int i = 0; i < color->scale.domain.count && i < 8; i++)
      strbuf_addf(
          &text, "%s %.*s", i ? "," : "",
          STR(value_to_str(drawing->arena, color->scale.domain.items[i])));
    strbuf_add_c(&text, ".");
  }
  return strbuf_str(&text);
}
