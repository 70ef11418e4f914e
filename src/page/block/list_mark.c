/* Marks of lists: bullets, numbers by level, boxes to tick. */
#include "page/block/list_mark.h"

#include <math.h>

#include "korean/korean.h"

static const double box_share = .72, bullet_gap = .5; /* em */

/* Circled signs that Unicode lacks, drawn as the face draws those that it has:
 * em, and shares. */
typedef struct CircleForm {
  double across, stroke; /* of the circle */
  double size, stretch;  /* of what is in it */
  int weight;
} CircleForm;
static const CircleForm circled_word = {.92, .03, .66, 1.15, 700},
                        circled_number = {.89, .03, .71, .97, 0};

/* 1. 가. 1) 가) (1) (가) ① ㉮: 행정업무의 운영 및 혁신에 관한 규정 시행규칙. */
static const ListMarks official_numbers = {{{"1.", 2},
                                            {"가.", 4},
                                            {"1)", 2},
                                            {"가)", 4},
                                            {"(1)", 3},
                                            {"(가)", 5},
                                            {"①", 3},
                                            {"㉮", 3}},
                                           8};

static const ListMarks outline_bullets = {
    {{"□", 3}, {"○", 3}, {"-", 1}, {"·", 2}}, 4};

static void take_marks(ListMarks *marks, const ListMarks *asked) {
  if (asked->count) *marks = *asked;
}

ListLook list_look(const Setting *setting, const BlockPlace *place,
                   const Block *list) {
  const Style *style = &setting->style;
  ListLook look = {.form = LIST_PLAIN,
                   .numbers = official_numbers,
                   .bullets = outline_bullets};
  if (place->look) {
    look = *place->look;
  } else {
    take_marks(&look.numbers, &style->list_numbers);
    take_marks(&look.bullets, &style->list_bullets);
  }
  if (list->list_form != LIST_INHERITED) look.form = list->list_form;
  if (look.form == LIST_OFFICIAL && !place->look)
    look.numbers = official_numbers;
  take_marks(&look.numbers, &list->list_numbers);
  take_marks(&look.bullets, &list->list_bullets);
  return look;
}

static Str by_level(const ListMarks *marks, int level) {
  return marks->items[level < marks->count ? level : marks->count - 1];
}

/* Official documents leave a lone item without a mark. */
static bool is_lone(const ListLook *look, const Block *list) {
  return look->form == LIST_OFFICIAL && list->items.count == 1;
}

static bool has_tasks(const Block *list) {
  for (int i = 0; i < list->items.count; i++)
    if (list->items.items[i].task) return true;
  return false;
}

ItemMark list_mark(Setting *setting, const ListLook *look, const Block *list,
                   int level, int i) {
  int task = list->items.items[i].task;
  if (task) return (ItemMark){.task = task};
  if (is_lone(look, list)) return (ItemMark){0};
  if (!list->is_ordered) {
    /* Among boxes to tick no bullet may look like one. */
    if (has_tasks(list)) level = look->bullets.count;
    return (ItemMark){.text = by_level(&look->bullets, level),
                      .is_bullet = true};
  }
  int number = list->first_number + i;
  return (ItemMark){.text = numbering_print(setting->paragraph.report,
                                            by_level(&look->numbers, level),
                                            &number, 1)};
}

/* "거" with U+20DD: what Unicode has no circled sign for. */
static bool is_circled(Str text, Str *inside) {
  Str circle = S("\u20DD");
  if (!str_ends(text, circle)) return false;
  *inside = str_slice(text, 0, text.len - circle.len);
  return true;
}

/* PDF has no name for 가, 나, 다: they count as numbers do. */
ListNumbering list_mark_numbering(const ListLook *look, const Block *list,
                                  int level) {
  static const struct {
    Str sign;
    ListNumbering numbering;
  } signs[] = {
      {{"I", 1}, NUMBERING_UPPER_ROMAN}, {{"i", 1}, NUMBERING_LOWER_ROMAN},
      {{"A", 1}, NUMBERING_UPPER_ALPHA}, {{"a", 1}, NUMBERING_LOWER_ALPHA},
      {{"□", 3}, NUMBERING_SQUARE},      {{"■", 3}, NUMBERING_SQUARE},
      {{"○", 3}, NUMBERING_CIRCLE}};
  const ListMarks *marks = list->is_ordered ? &look->numbers : &look->bullets;
  Str pattern = by_level(marks, level);
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (str_find(pattern, signs[i].sign) >= 0) return signs[i].numbering;
  return list->is_ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
}

/* Dashes and dots are bold, so that they are as dark as the text. */
static TextStyle mark_style(Setting *setting, const ItemMark *mark,
                            const ParagraphStyle *prose) {
  static const double narrow = .6; /* em */
  TextStyle style = prose->text;
  if (mark->is_bullet && text_width(setting->paragraph.fonts, mark->text,
                                    &style) < narrow * style.size)
    style.weight = 700;
  return style;
}

double list_mark_width(Setting *setting, const ItemMark *mark,
                       const ParagraphStyle *prose) {
  Str inside;
  if (mark->task || is_circled(mark->text, &inside)) return prose->text.size;
  TextStyle style = mark_style(setting, mark, prose);
  return text_width(setting->paragraph.fonts, mark->text, &style);
}

/* A box to tick, drawn; ticked where the task is done. */
static void draw_task(Frame *frame, const Style *style, double size,
                      double baseline, bool is_done, Tag tag) {
  double side = size * box_share;
  Path *box = path_new(frame->arena);
  path_rect(box, (Rect){.5, baseline - side + .5, side, side});
  Stroke stroke = {.paint = paint_color(style->ink), .width = .6};
  frame_add_path(frame, box, (Paint){0}, &stroke)->tag = tag;
  if (!is_done) return;
  Path *tick = path_new(frame->arena);
  path_move(tick, .5 + side * .2, baseline - side * .42);
  path_line(tick, .5 + side * .42, baseline - side * .18);
  path_line(tick, .5 + side * .82, baseline - side * .74);
  stroke.width = 1.1;
  stroke.paint = paint_color(style->accent);
  frame_add_path(frame, tick, (Paint){0}, &stroke)->tag = tag;
}

static void draw_circled(Setting *setting, Frame *frame, Str inside,
                         const ParagraphStyle *prose, double baseline,
                         Tag tag) {
  bool is_number = inside.text[0] >= '0' && inside.text[0] <= '9';
  const CircleForm *form = is_number ? &circled_number : &circled_word;
  double size = prose->text.size, radius = size * form->across / 2;
  Point middle = {size / 2, baseline - size * .38};
  Path *circle = path_new(frame->arena);
  path_round_rect(
      circle,
      (Rect){middle.x - radius, middle.y - radius, 2 * radius, 2 * radius},
      (double[4]){radius, radius, radius, radius});
  Stroke stroke = {.paint = paint_color(prose->color),
                   .width = size * form->stroke};
  frame_add_path(frame, circle, (Paint){0}, &stroke)->tag =
      tag_artifact(TAG_ARTIFACT_LAYOUT);
  TextStyle small = prose->text;
  small.size = size * form->size;
  small.stretch = form->stretch;
  small.weight = form->weight;
  ShapedText *text = setting_label(setting, inside, &small);
  frame_add_text(
      frame, text,
      (Point){middle.x - text->width / 2, middle.y + small.size * .37},
      prose->color, tag);
}

static void draw_mark(Setting *setting, Frame *frame, const ItemMark *mark,
                      const ParagraphStyle *prose, double shift,
                      Element *label) {
  Arena *report = setting->paragraph.report;
  double baseline =
      style_baseline((TypeSize){prose->text.size, prose->leading});
  Tag tag = tag_content(element_content(report, label));
  if (mark->task) {
    draw_task(frame, &setting->style, prose->text.size, baseline,
              mark->task == 2, tag);
    label->actual_text = mark->task == 2 ? S("[완료]") : S("[미완료]");
    return;
  }
  Str inside;
  if (is_circled(mark->text, &inside)) {
    draw_circled(setting, frame, inside, prose, baseline, tag);
    return;
  }
  TextStyle style = mark_style(setting, mark, prose);
  double width = list_mark_width(setting, mark, prose);
  double room = shift - width - prose->text.size * bullet_gap;
  Str words = str_format(report, "%.*s ", STR(mark->text));
  frame_add_text(frame, setting_label(setting, words, &style),
                 (Point){mark->is_bullet ? fmax(0, room) : 0, baseline},
                 prose->color, tag);
}

void list_mark_hang(Setting *setting, FlowItem *box, double x,
                    const ItemMark *mark, const ParagraphStyle *prose,
                    Element *label) {
  if (!mark->task && !mark->text.len) return;
  double shift = box->x - x;
  Frame *frame = frame_new(setting->paragraph.report, box->frame->width + shift,
                           box->frame->height);
  draw_mark(setting, frame, mark, prose, shift, label);
  frame_add_group(frame, box->frame, matrix_move(shift, 0));
  box->frame = frame;
  box->x = x;
}
