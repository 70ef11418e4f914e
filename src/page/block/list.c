/* Lists: marks hang before their items; bullets and numbers by level, as Korean
 * official documents order them. */
#include "page/block/block.h"

#include <math.h>

static const char *const bullets[] = {"□", "○", "-", "·"};

static const char *const syllables[] = {"가", "나", "다", "라", "마",
                                        "바", "사", "아", "자", "차",
                                        "카", "타", "파", "하"};
enum { SYLLABLE_COUNT = 14, BULLET_COUNT = 4 };

/* 가 to 하, then 거 to 허, then numbers. */
static Str syllable_number(Arena *arena, int number) {
  static const char *const second[] = {"거", "너", "더", "러", "머",
                                       "버", "서", "어", "저", "처",
                                       "커", "터", "퍼", "허"};
  if (number >= 1 && number <= SYLLABLE_COUNT)
    return str_from(syllables[number - 1]);
  if (number > SYLLABLE_COUNT && number <= 2 * SYLLABLE_COUNT)
    return str_from(second[number - 1 - SYLLABLE_COUNT]);
  return str_format(arena, "%d", number);
}

/* 1. 가. 1) 가) (1) (가) by level. */
static Str number_mark(Arena *arena, int number, int level) {
  Str word = level % 2 ? syllable_number(arena, number)
                       : str_format(arena, "%d", number);
  if (level < 2) return str_format(arena, "%.*s.", STR(word));
  if (level < 4) return str_format(arena, "%.*s)", STR(word));
  return str_format(arena, "(%.*s)", STR(word));
}

/* A box to tick, drawn; ticked where the task is done. */
static void draw_task(Frame *frame, const Style *style, double baseline,
                      bool is_done) {
  double side = style->body.size * .72;
  Path *box = path_new(frame->arena);
  path_rect(box, (Rect){.5, baseline - side + .5, side, side});
  Stroke stroke = {.paint = paint_color(style->ink), .width = .6};
  frame_add_path(frame, box, (Paint){0}, &stroke)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
  if (!is_done) return;
  Path *tick = path_new(frame->arena);
  path_move(tick, .5 + side * .2, baseline - side * .42);
  path_line(tick, .5 + side * .42, baseline - side * .18);
  path_line(tick, .5 + side * .82, baseline - side * .74);
  stroke.width = 1.1;
  stroke.paint = paint_color(style->accent);
  frame_add_path(frame, tick, (Paint){0}, &stroke)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
}

typedef struct ItemMark {
  Str text;
  int task; /* 0 none, 1 open, 2 done */
} ItemMark;

static double prose_baseline(const ParagraphStyle *prose) {
  return style_baseline((TypeSize){prose->text.size, prose->leading});
}

/* The first line of the item with its mark hanging before it. */
static void hang_mark(Setting *setting, FlowItem *box, double mark_x,
                      const ItemMark *mark, const ParagraphStyle *prose,
                      Element *label) {
  Arena *report = setting->paragraph.report;
  double shift = box->x - mark_x;
  Frame *frame =
      frame_new(report, box->frame->width + shift, box->frame->height);
  double baseline = prose_baseline(prose);
  if (mark->task) {
    draw_task(frame, &setting->style, baseline, mark->task == 2);
    label->actual_text = mark->task == 2 ? S("[완료]") : S("[미완료]");
  } else {
    TextStyle text = prose->text;
    Str words = str_format(report, "%.*s ", STR(mark->text));
    frame_add_text(frame, setting_label(setting, words, &text),
                   (Point){0, baseline}, prose->color,
                   tag_content(element_content(report, label)));
  }
  frame_add_group(frame, box->frame, matrix_move(shift, 0));
  box->frame = frame;
  box->x = mark_x;
}

static FlowItem *first_box(FlowList *flow, int from) {
  for (int i = from; i < flow->items.count; i++) {
    FlowItem *item = &flow->items.items[i];
    if (item->kind == FLOW_BOX && item->frame) return item;
  }
  return NULL;
}

static void set_item(Setting *setting, BlockPlace *place, const ListItem *item,
                     const ItemMark *mark, Element *list) {
  Arena *report = setting->paragraph.report;
  Element *entry = element_new(report, list, ELEMENT_LIST_ITEM);
  Element *label = element_new(report, entry, ELEMENT_LABEL);
  BlockPlace inner = *place;
  inner.parent = element_new(report, entry, ELEMENT_LIST_BODY);
  double size = place->prose->text.size;
  double mark_width = mark->task ? size
                                 : text_width(setting->paragraph.fonts,
                                              mark->text, &place->prose->text);
  double step = fmax(size * 1.5, mark_width + size * .45);
  double edge = place->x;
  setting_indent(&inner, step);
  if (inner.x == place->x) edge -= step;
  ParagraphStyle prose = *place->prose;
  prose.indent = 0;
  inner.prose = &prose;
  int from = place->flow->items.count;
  blocks_set(setting, &inner, &item->blocks);
  FlowItem *box = first_box(place->flow, from);
  if (box) hang_mark(setting, box, edge, mark, &prose, label);
}

static bool has_long_item(const FlowList *flow, const int *starts, int count) {
  for (int i = 0; i < count; i++) {
    int boxes = 0;
    for (int at = starts[i]; at < starts[i + 1]; at++)
      boxes += flow->items.items[at].kind == FLOW_BOX;
    if (boxes > 1) return true;
  }
  return false;
}

static ItemMark item_mark(Setting *setting, const BlockPlace *place,
                          const Block *block, int i) {
  int task = block->items.items[i].task;
  if (task) return (ItemMark){.task = task};
  if (block->is_ordered)
    return (ItemMark){number_mark(setting->paragraph.report,
                                  block->first_number + i, place->number_level),
                      0};
  int level = place->bullet_level;
  return (ItemMark){
      str_from(bullets[level < BULLET_COUNT ? level : BULLET_COUNT - 1]), 0};
}

/* Half a line between items only where some run over one line. */
static void space_items(Setting *setting, FlowList *flow, const int *starts,
                        int count) {
  if (!has_long_item(flow, starts, count)) return;
  double half = setting->style.body.leading / 2;
  for (int i = 1; i < count; i++) {
    FlowItem *glue = &flow->items.items[starts[i] - 1];
    glue->height = half;
    glue->stretch = half / 2;
  }
}

static void weigh_break(FlowList *flow, int at) {
  FlowItem *item = &flow->items.items[at];
  if (item->kind == FLOW_PENALTY && item->penalty < FLOW_COST_LONE_ITEM)
    item->penalty = FLOW_COST_LONE_ITEM;
}

/* Neither the first nor the last of three and more items stands alone. */
static void keep_items(FlowList *flow, const int *starts, int count) {
  if (count < 3) return;
  if (starts[1] >= 2) weigh_break(flow, starts[1] - 2);
  if (starts[count - 1] >= 2) weigh_break(flow, starts[count - 1] - 2);
}

void list_set(Setting *setting, BlockPlace *place, const Block *block) {
  Arena *report = setting->paragraph.report;
  double half = setting->style.body.leading / 2;
  Element *list = element_new(report, place->parent, ELEMENT_LIST);
  bool is_nested = place->bullet_level || place->number_level;
  BlockPlace inner = *place;
  inner.on_grid = false;
  inner.may_float = false;
  if (is_nested) {
    inner.x -= place->prose->text.size / 2;
    inner.width += place->prose->text.size / 2;
  }
  int before = place->flow->items.count - 1;
  if (before >= 0) weigh_break(place->flow, before);
  if (!is_nested && !place->after_heading)
    flow_add_gap(place->flow, half, half / 2);
  int count = block->items.count;
  int *starts = arena_array(report, int, count + 1);
  for (int i = 0; i < count; i++) {
    ItemMark mark = item_mark(setting, place, block, i);
    if (i) flow_add_glue(place->flow, 0, 0);
    starts[i] = place->flow->items.count;
    BlockPlace deeper = inner;
    deeper.bullet_level += !block->is_ordered;
    deeper.number_level += block->is_ordered;
    set_item(setting, &deeper, &block->items.items[i], &mark, list);
  }
  starts[count] = place->flow->items.count;
  space_items(setting, place->flow, starts, count);
  keep_items(place->flow, starts, count);
  if (!is_nested) flow_add_gap(place->flow, half, half / 2);
  place->after_heading = false;
  place->after_block = true;
}
