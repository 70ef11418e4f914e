/* Lists: marks hang before their items; each level is set further in. */
#include <math.h>

#include "page/block/list_mark.h"

static const double mark_gap = .45, least_step = 1.5, official_gap = .5,
                    least_text = 4; /* em */

/* Above an item of an outline by its level, of the type's size. */
static const double outline_gaps[] = {.67, .53, .4, .27};
enum { OUTLINE_GAPS = sizeof outline_gaps / sizeof *outline_gaps };

/* A list being set. */
typedef struct ListSetting {
  Setting *setting;
  const Block *block;
  const ListLook *look;
  Element *element;
  bool is_inner;     /* in another list */
  int level;         /* of its kind: how many such lists are around it */
  double edge, step; /* where marks stand; from there to the text */
  ParagraphStyle prose;
  int *starts; /* where each item begins in the vertical list */
} ListSetting;

static bool is_nested(const BlockPlace *place) {
  return place->look != NULL;
}

/* Official documents and outlines go in by one em a level, from the mark above;
 * other lists from the text above. */
static bool goes_by_marks(const ListLook *look) {
  return look->form == LIST_OFFICIAL || look->form == LIST_OUTLINE;
}

static double list_edge(const ListLook *look, const BlockPlace *place) {
  double size = place->prose->text.size;
  if (!is_nested(place)) return place->x;
  if (goes_by_marks(look)) return place->list_edge + size;
  return place->x - size / 2;
}

static double list_step(ListSetting *list) {
  double width = 0, size = list->prose.text.size;
  for (int i = 0; i < list->block->items.count; i++) {
    ItemMark mark =
        list_mark(list->setting, list->look, list->block, list->level, i);
    width = fmax(width, list_mark_width(list->setting, &mark, &list->prose));
  }
  if (goes_by_marks(list->look))
    return width > 0 ? width + size * official_gap : 0;
  return fmax(size * least_step, width + size * mark_gap);
}

/* Where no room is left for text, marks stand under those of the list around
 * and the text under its text. */
static void place_list(ListSetting *list, const BlockPlace *place) {
  list->edge = list_edge(list->look, place);
  list->step = list_step(list);
  double right = place->x + place->width;
  double room = right - list->edge - list->step;
  if (room >= least_text * list->prose.text.size) return;
  list->edge = list->is_inner ? place->list_edge : place->x;
  list->step = fmin(fmax(list->step, place->x - list->edge),
                    fmax(0, right - list->edge - list->prose.text.size));
}

static FlowItem *first_box(FlowList *flow, int from) {
  for (int i = from; i < flow->items.count; i++) {
    FlowItem *item = &flow->items.items[i];
    if (item->kind == FLOW_BOX && item->frame) return item;
  }
  return NULL;
}

/* The place of an item's blocks: right of its mark. */
static BlockPlace item_place(const ListSetting *list, const BlockPlace *place) {
  BlockPlace inner = *place;
  inner.x = list->edge + list->step;
  inner.width = place->x + place->width - inner.x;
  inner.prose = &list->prose;
  inner.look = list->look;
  inner.list_edge = list->edge;
  inner.on_grid = inner.may_float = false;
  inner.opens = true;
  inner.bullet_level += !list->block->is_ordered;
  inner.number_level += list->block->is_ordered;
  return inner;
}

static void set_item(ListSetting *list, BlockPlace *place, int i) {
  Arena *report = list->setting->paragraph.report;
  Element *entry = element_new(report, list->element, ELEMENT_LIST_ITEM);
  ItemMark mark =
      list_mark(list->setting, list->look, list->block, list->level, i);
  bool is_marked = mark.task || mark.text.len;
  Element *label = is_marked ? element_new(report, entry, ELEMENT_LABEL) : NULL;
  BlockPlace inner = item_place(list, place);
  inner.parent = element_new(report, entry, ELEMENT_LIST_BODY);
  blocks_set(list->setting, &inner, &list->block->items.items[i].blocks);
  FlowItem *box = first_box(place->flow, list->starts[i]);
  if (box)
    list_mark_hang(list->setting, box, inner.x - list->step, &mark,
                   &list->prose, label);
}

/* -- Space between items -- */

/* Lines up to the first glue, which is where a list in the item begins. */
static bool has_long_item(const FlowList *flow, const int *starts, int count) {
  for (int i = 0; i < count; i++) {
    int boxes = 0;
    for (int at = starts[i]; at < starts[i + 1]; at++) {
      if (flow->items.items[at].kind == FLOW_GLUE) break;
      boxes += flow->items.items[at].kind == FLOW_BOX;
    }
    if (boxes > 1) return true;
  }
  return false;
}

/* Half a line between items only where some run over one line; an outline has
 * its gaps. */
static void space_items(const ListSetting *list, FlowList *flow) {
  int count = list->block->items.count;
  double half = list->setting->style.body.leading / 2, gap = half;
  bool is_outline = list->look->form == LIST_OUTLINE;
  if (is_outline) {
    int level = list->level < OUTLINE_GAPS ? list->level : OUTLINE_GAPS - 1;
    gap = outline_gaps[level] * list->prose.text.size;
  } else if (list->look->form == LIST_OFFICIAL ||
             !has_long_item(flow, list->starts, count)) {
    return;
  }
  for (int i = 0; i < count; i++) {
    if (i == 0 && !(is_outline && list->is_inner)) continue;
    FlowItem *glue = &flow->items.items[list->starts[i] - 1];
    glue->height = gap;
    glue->stretch = gap / 2;
  }
}

/* -- The list -- */

static void set_items(ListSetting *list, BlockPlace *place) {
  int count = list->block->items.count;
  list->starts = arena_array(list->setting->paragraph.report, int, count + 1);
  for (int i = 0; i < count; i++) {
    if (i || list->is_inner) flow_add_glue(place->flow, 0, 0);
    list->starts[i] = place->flow->items.count;
    set_item(list, place, i);
  }
  list->starts[count] = place->flow->items.count;
  space_items(list, place->flow);
  list_keep_items(place->flow, list->starts, count);
}

void list_set(Setting *setting, BlockPlace *place, const Block *block) {
  if (block->list_form == LIST_DEFINITION) {
    definitions_set(setting, place, block);
    return;
  }
  double half = setting->style.body.leading / 2;
  ListLook look = list_look(setting, place, block);
  ListSetting list = {.setting = setting,
                      .block = block,
                      .look = &look,
                      .is_inner = is_nested(place),
                      .level = block->is_ordered ? place->number_level
                                                 : place->bullet_level,
                      .prose = *place->prose};
  list.element =
      element_new(setting->paragraph.report, place->parent, ELEMENT_LIST);
  list.element->numbering = list_mark_numbering(&look, block, list.level);
  list.prose.indent = setting->style.indent * list.prose.text.size;
  if (look.form == LIST_OUTLINE) {
    list.prose.align = LINES_LEFT;
    list.prose.form.break_unit = BREAK_WORDS;
  }
  place_list(&list, place);
  int before = place->flow->items.count - 1;
  if (before >= 0) list_weigh_break(place->flow, before);
  if (list.is_inner) {
    set_items(&list, place);
    place->after_heading = false;
    place->after_block = true;
    return;
  }
  BlockAir air = air_open(setting, place, half, 0);
  set_items(&list, place);
  air_close(setting, place, air);
}
