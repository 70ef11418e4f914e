#include "chart/describe/describe.h"

#include "chart/describe/telling.h"
#include "chart/guide/title.h"

enum { CHARACTERS = 250, CHARACTERS_OF_PARTS = 400, PARTS_TOLD = 6 };

bool tell(Telling *telling, Str sentence) {
  int length = str_length(sentence) + 1;
  if (!sentence.len || length > telling->room) return false;
  if (telling->text.len) strbuf_add_c(&telling->text, " ");
  strbuf_add(&telling->text, sentence);
  telling->room -= length;
  return true;
}

/* ---- Which unit says most ---- */

/* How much a mark says of the data: what annotates comes last. */
static int weight_of(const View *unit) {
  Str style = json_str(json_object_get(unit->mark_json, "style"));
  if (str_starts(style, S("error"))) return 2;
  switch (unit->mark) {
  case MARK_LINE:
  case MARK_BAR:
  case MARK_AREA:
  case MARK_ARC:
  case MARK_TRAIL:
    return 4;
  case MARK_GEOSHAPE:
    return color_def(unit) ? 4 : 1;
  case MARK_POINT:
  case MARK_CIRCLE:
  case MARK_SQUARE:
  case MARK_TICK:
    return 3;
  case MARK_RECT:
    return 2;
  default:
    return 1;
  }
}

static bool says_more(const View *unit, const View *known) {
  if (!known) return true;
  bool is_empty = !unit->rows || !unit->rows->row_count;
  bool known_is_empty = !known->rows || !known->rows->row_count;
  if (is_empty != known_is_empty) return known_is_empty;
  int more = weight_of(unit) - weight_of(known);
  if (more) return more > 0;
  return !is_empty && unit->rows->row_count > known->rows->row_count;
}

static void find_leading(const View *view, const View **leading) {
  if (view->kind == VIEW_UNIT && says_more(view, *leading)) *leading = view;
  for (int i = 0; i < view->kids.count; i++)
    find_leading(view->kids.items[i], leading);
}

static const View *leading_unit(const View *view) {
  const View *leading = NULL;
  find_leading(view, &leading);
  return leading;
}

/* ---- Views ---- */

static void tell_title(Telling *telling, const View *view) {
  Str title = title_text(telling->drawing, view, "text");
  if (!title.len) return;
  bool ends = str_ends(title, S(".")) || str_ends(title, S("?"));
  tell(telling, ends ? title : SENTENCE(telling, PHRASE_TITLE, title));
}

static void tell_plot(Telling *telling, const View *view) {
  const View *unit = telling->unit = leading_unit(view);
  tell(telling, SENTENCE(telling, PHRASE_TITLE, kind_word(telling, unit)));
  tell_title(telling, view);
  if (!unit) return;
  if (!tell_subject(telling, unit)) return;
  tell_axes(telling, unit);
  tell_facts(telling, unit);
}

/* The words for a cell of a facet: its column, its row. */
static Str cell_name(const Telling *telling, const Facet *facet, int cell) {
  int columns = facet->columns.count ? facet->columns.count : 1;
  if (facet->wrap.has_field)
    return cell < facet->columns.count
               ? value_words(telling, &facet->wrap, facet->columns.items[cell])
               : (Str){0};
  Str column = {0}, row = {0};
  if (facet->column.has_field)
    column = value_words(telling, &facet->column,
                         facet->columns.items[cell % columns]);
  if (facet->row.has_field)
    row = value_words(telling, &facet->row, facet->rows.items[cell / columns]);
  return str_format(telling->arena, "%.*s%s%.*s", STR(column),
                    column.len && row.len ? " " : "", STR(row));
}

static Str panels_sentence(Telling *telling, const View *view,
                           const Str *names) {
  const Facet *facet = &view->facet;
  Str kind = kind_word(telling, leading_unit(view));
  Str count = str_format(telling->arena, "%d", view->kids.count);
  if (facet->row.has_field && facet->column.has_field)
    return SENTENCE(telling, PHRASE_PANELS_BOTH, count, kind,
                    def_words(telling, &facet->column),
                    def_words(telling, &facet->row));
  const ChannelDef *def = facet->wrap.has_field     ? &facet->wrap
                          : facet->column.has_field ? &facet->column
                                                    : &facet->row;
  Str list = list_words(telling, names, view->kids.count, PARTS_TOLD);
  return SENTENCE(telling, PHRASE_PANELS, count, kind, def_words(telling, def),
                  list);
}

static void tell_cell(Telling *telling, const View *cell, Str name) {
  const View *unit = leading_unit(cell);
  Telling facts = *telling;
  facts.text = (StrBuf){.arena = telling->arena};
  if (!unit) return;
  facts.unit = unit;
  tell_facts(&facts, unit);
  Str said = strbuf_str(&facts.text);
  if (!said.len) return;
  tell(telling, str_format(telling->arena, "%.*s: %.*s", STR(name), STR(said)));
}

/* Cells are alike: what they are parted by, then what the first shows, and what
 * each says. */
static void tell_facet(Telling *telling, const View *view) {
  const View *unit = telling->unit = leading_unit(view);
  Str *names = arena_array(telling->arena, Str, view->kids.count);
  for (int i = 0; i < view->kids.count; i++)
    names[i] = cell_name(telling, &view->facet, i);
  tell(telling, panels_sentence(telling, view, names));
  tell_title(telling, view);
  if (!unit) return;
  if (!tell_subject(telling, unit)) return;
  tell_axes(telling, unit);
  for (int i = 0; i < view->kids.count && i < PARTS_TOLD; i++)
    tell_cell(telling, view->kids.items[i], names[i]);
}

static void tell_view(Telling *telling, const View *view);

/* Each part gets an even share of what room there is. */
static void tell_parts(Telling *telling, const View *view) {
  int parts = view->kids.count > PARTS_TOLD ? PARTS_TOLD : view->kids.count;
  Str count = str_format(telling->arena, "%d", view->kids.count);
  tell(telling, SENTENCE(telling, PHRASE_VIEWS, count));
  tell_title(telling, view);
  for (int i = 0; i < parts; i++) {
    Telling part = *telling;
    part.text = (StrBuf){.arena = telling->arena};
    part.room = telling->room / (parts - i) - 4;
    tell_view(&part, view->kids.items[i]);
    Str number = str_format(telling->arena, "%d", i + 1);
    Str said = strbuf_str(&part.text);
    if (said.len) tell(telling, SENTENCE(telling, PHRASE_PART, number, said));
  }
}

static void tell_view(Telling *telling, const View *view) {
  switch (view->kind) {
  case VIEW_FACET:
    tell_facet(telling, view);
    break;
  case VIEW_CONCAT:
    if (view->kids.count == 1)
      tell_view(telling, view->kids.items[0]);
    else
      tell_parts(telling, view);
    break;
  default:
    tell_plot(telling, view);
    break;
  }
}

Str chart_describe(Drawing *drawing, const View *view) {
  Str given = json_str(json_object_get(drawing->tree->root, "description"));
  if (given.len) return given;
  bool is_korean = str_starts(drawing->request->language, S("ko")) ||
                   !drawing->request->language.len;
  Telling telling = {.drawing = drawing,
                     .arena = drawing->arena,
                     .is_korean = is_korean,
                     .text = {.arena = drawing->arena},
                     .room = view->kind == VIEW_CONCAT ? CHARACTERS_OF_PARTS
                                                       : CHARACTERS};
  tell_view(&telling, view);
  return strbuf_str(&telling.text);
}
