/* Page breaks: what a reader would see at the foot and the head of pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/flow/air.h"
#include "page/flow/plan.h"

static const FlowPage page = {.height = 100,
                              .leading = 10,
                              .width = 80,
                              .note_gap = 5,
                              .note_above = 5,
                              .note_rule = 20,
                              .rule_width = .5};

static FlowItem *add_line(FlowList *list) {
  FlowItem *box = flow_add_box(list, frame_new(list->arena, 80, 10), 0);
  box->on_grid = true;
  return box;
}

static void add_paragraph(FlowList *list, int lines) {
  for (int i = 0; i < lines; i++) {
    if (i)
      flow_add_penalty(list, i == 1 || i == lines - 1 ? FLOW_COST_WIDOW : 0);
    add_line(list);
  }
  flow_add_penalty(list, 0);
}

static int boxes_on(const FlowList *list, const FlowPlan *plan) {
  int count = 0;
  for (int i = plan->from.item; i < plan->to.item; i++)
    count += list->items.items[i].kind == FLOW_BOX;
  return count;
}

static void lines_fill_pages(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 25);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 3);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 10);
  assert_int_equal(boxes_on(&list, &plans.items[1]), 10);
  assert_int_equal(boxes_on(&list, &plans.items[2]), 5);
  arena_clear(&arena);
}

static void no_line_stands_alone(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 9); /* the next would leave one line on this page */
  add_paragraph(&list, 6);
  add_paragraph(&list, 5); /* and this one would leave one for the third */
  add_paragraph(&list, 5);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 3);
  for (int i = 0; i < 2; i++) {
    const FlowItem *end = &list.items.items[plans.items[i].to.item];
    assert_true(end->penalty < FLOW_COST_WIDOW);
    assert_true(boxes_on(&list, &plans.items[i]) >= 7);
  }
  arena_clear(&arena);
}

static void headings_keep_two_lines(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 7);
  flow_add_gap(&list, 5, 0);
  add_line(&list); /* the heading */
  flow_add_penalty(&list, FLOW_NEVER);
  add_paragraph(&list, 6);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 7);
  arena_clear(&arena);
}

static void figure_floats_and_text_moves_up(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 7);
  flow_add_float(&list, frame_new(&arena, 80, 40), 0, 5);
  flow_add_penalty(&list, 0);
  add_paragraph(&list, 8);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 2);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 10);
  assert_int_equal(plans.items[1].top_count, 1);
  assert_int_equal(boxes_on(&list, &plans.items[1]), 5);
  arena_clear(&arena);
}

static void figure_stands_where_it_fits(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 3);
  flow_add_float(&list, frame_new(&arena, 80, 30), 0, 5);
  flow_add_penalty(&list, 0);
  add_paragraph(&list, 2);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 1);
  assert_int_equal(plans.items[0].top_count, 0);
  assert_int_equal(plans.items[0].to.floats, 1);
  arena_clear(&arena);
}

static void figures_keep_their_order_and_end_with_the_chapter(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 4);
  for (int i = 0; i < 5; i++) {
    flow_add_float(&list, frame_new(&arena, 80, 60), 0, 5);
    flow_add_penalty(&list, 0);
  }
  add_paragraph(&list, 4);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.items[plans.count - 1].to.floats, 5);
  for (int i = 1; i < plans.count; i++)
    assert_true(plans.items[i].to.floats >= plans.items[i - 1].to.floats);
  arena_clear(&arena);
}

static FlowNote *note_of(Arena *arena, int lines) {
  FlowNote *note = arena_new(arena, FlowNote);
  for (int i = 0; i < lines; i++)
    list_add(arena, &note->lines,
             ((FlowNoteLine){frame_new(arena, 80, 10), 0, 10}));
  return note;
}

static void note_stands_with_its_mark(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena, .notes = note_of(&arena, 2)};
  add_paragraph(&list, 14);
  int index = 0;
  list.items.items[8].notes = &index; /* the fifth line */
  list.items.items[8].note_count = 1;
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 7);
  assert_int_equal(plans.items[0].to.notes.note, -1);
  arena_clear(&arena);
}

static void long_note_goes_on(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena, .notes = note_of(&arena, 14)};
  add_paragraph(&list, 14);
  int index = 0;
  list.items.items[8].notes = &index;
  list.items.items[8].note_count = 1;
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  int lines = 0;
  for (int i = 0; i < plans.count; i++)
    lines += boxes_on(&list, &plans.items[i]);
  assert_int_equal(lines, 14);
  assert_int_equal(plans.items[0].to.notes.note, 0);
  assert_true(plans.items[0].to.notes.line >= 2);
  assert_int_equal(plans.items[plans.count - 1].to.notes.note, -1);
  arena_clear(&arena);
}

static void what_is_too_tall_gets_its_page(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 3);
  flow_add_box(&list, frame_new(&arena, 80, 400), 0);
  flow_add_penalty(&list, 0);
  add_paragraph(&list, 3);
  flow_add_float(&list, frame_new(&arena, 80, 400), 0, 5);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 4);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 3);
  assert_int_equal(boxes_on(&list, &plans.items[1]), 1);
  arena_clear(&arena);
}

static void forced_breaks_hold(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 2);
  flow_add_penalty(&list, FLOW_ALWAYS);
  add_paragraph(&list, 2);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 2);
  arena_clear(&arena);
}

static void time_grows_with_length(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  for (int i = 0; i < 20000; i++)
    add_paragraph(&list, 3);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_true(plans.count >= 6000);
  arena_clear(&arena);
}

static void a_longer_page_saves_a_short_one(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 21);
  flow_trim(&list);
  FlowPage slack = page;
  assert_int_equal(flow_break(&arena, &list, &slack).count, 3);
  slack.slack = 10;
  FlowPlans plans = flow_break(&arena, &list, &slack);
  assert_int_equal(plans.count, 2);
  Frame *first = flow_compose(&arena, &list, &slack, &plans.items[0], 0);
  Frame *second = flow_compose(&arena, &list, &slack, &plans.items[1], 1);
  assert_true(first->height > 100 || second->height > 100);
  arena_clear(&arena);
}

static double place_of(const Frame *page_frame, const Frame *part) {
  for (int i = 0; i < page_frame->items.count; i++) {
    const FrameItem *item = &page_frame->items.items[i];
    if (item->kind == FRAME_GROUP && item->group.frame == part)
      return item->group.matrix.y0;
  }
  return -1;
}

static void figure_stands_at_the_foot(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena, .notes = note_of(&arena, 1)};
  int mark = 0;
  add_paragraph(&list, 3);
  Frame *picture = frame_new(&arena, 80, 20);
  flow_add_float(&list, picture, 0, 5)->placement = FLOW_AT_BOTTOM;
  flow_add_penalty(&list, 0);
  add_paragraph(&list, 2);
  list.items.items[0].notes = &mark;
  list.items.items[0].note_count = 1;
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 1);
  Frame *frame = flow_compose(&arena, &list, &page, &plans.items[0], 0);
  assert_float_equal(place_of(frame, picture), 100 - 20 - 20, .1);
  arena_clear(&arena);
}

static void figure_has_a_page_of_its_own(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 6);
  flow_add_float(&list, frame_new(&arena, 80, 40), 0, 5)->placement =
      FLOW_ON_OWN_PAGE;
  flow_add_penalty(&list, 0);
  add_paragraph(&list, 8);
  flow_trim(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 3);
  assert_true(boxes_on(&list, &plans.items[0]) >= 9);
  assert_int_equal(boxes_on(&list, &plans.items[1]), 0);
  arena_clear(&arena);
}

/* The float's block comes first, the words about it on the third page. */
static void figure_waits_for_its_mention(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 8);
  FlowEntry entry = {.page = -1, .anchor = S("fig-a")};
  flow_add_float(&list, frame_new(&arena, 80, 40), 0, 5)->entry = &entry;
  flow_add_penalty(&list, 0);
  add_paragraph(&list, 17);
  flow_add_mention(&list, S("fig-a"));
  add_paragraph(&list, 6);
  flow_trim(&list);
  flow_find_references(&list);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 10);
  list.floats.items[0].reference = -1;
  plans = flow_break(&arena, &list, &page);
  assert_int_equal(boxes_on(&list, &plans.items[0]), 8);
  arena_clear(&arena);
}

static FlowColumns *add_columns(FlowList *list, int lines) {
  FlowColumns *columns = arena_new(list->arena, FlowColumns);
  columns->list = (FlowList){.arena = list->arena};
  columns->count = 2;
  columns->width = 35;
  columns->gap = 10;
  add_paragraph(&columns->list, lines);
  flow_trim(&columns->list);
  flow_add_columns(list, columns, 0);
  return columns;
}

static void columns_are_balanced(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_columns(&list, 8);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 1);
  Arena scratch = {0};
  assert_float_equal(flow_used_height(&scratch, &list, &page, &plans.items[0]),
                     40, .1);
  arena_clear(&scratch);
  arena_clear(&arena);
}

static int count_boxes(const Frame *frame) {
  int count = 0;
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    if (item->kind != FRAME_GROUP) continue;
    const Frame *inner = item->group.frame;
    count += inner->items.count ? count_boxes(inner) : 1;
  }
  return count;
}

static void columns_go_on_without_loss(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 4);
  flow_add_gap(&list, 10, 0);
  add_columns(&list, 43);
  FlowPlans plans = flow_break(&arena, &list, &page);
  assert_int_equal(plans.count, 3);
  int boxes = 0;
  for (int i = 0; i < plans.count; i++)
    boxes +=
        count_boxes(flow_compose(&arena, &list, &page, &plans.items[i], i));
  assert_int_equal(boxes, 4 + 43);
  arena_clear(&arena);
}

static int boxes_of_pages(Arena *arena, const FlowList *list) {
  FlowPlans plans = flow_break(arena, list, &page);
  int boxes = 0;
  for (int i = 0; i < plans.count; i++)
    boxes += count_boxes(flow_compose(arena, list, &page, &plans.items[i], i));
  return boxes;
}

static void a_figure_parts_columns_without_loss(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 4);
  flow_add_float(&list, frame_new(&arena, 80, 40), 0, 5)->placement =
      FLOW_ON_OWN_PAGE;
  flow_add_penalty(&list, 0);
  add_columns(&list, 43);
  assert_int_equal(boxes_of_pages(&arena, &list), 4 + 1 + 43);
  arena_clear(&arena);
}

/* What stands above them could be stretched, but they fill their page. */
static void full_columns_are_not_pushed_down(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 2);
  flow_add_gap(&list, 10, 5);
  add_columns(&list, 14);
  flow_add_gap(&list, 10, 5);
  add_paragraph(&list, 8);
  flow_trim(&list);
  assert_int_equal(boxes_of_pages(&arena, &list), 2 + 14 + 8);
  arena_clear(&arena);
}

/* Nothing of them fits under the text. */
static void low_columns_go_to_the_next_page(void **state) {
  (void)state;
  Arena arena = {0};
  FlowList list = {.arena = &arena};
  add_paragraph(&list, 10);
  flow_add_gap(&list, 10, 5);
  add_columns(&list, 6);
  assert_int_equal(boxes_of_pages(&arena, &list), 10 + 6);
  arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_fill_pages),
      cmocka_unit_test(no_line_stands_alone),
      cmocka_unit_test(headings_keep_two_lines),
      cmocka_unit_test(figure_floats_and_text_moves_up),
      cmocka_unit_test(figure_stands_where_it_fits),
      cmocka_unit_test(figures_keep_their_order_and_end_with_the_chapter),
      cmocka_unit_test(note_stands_with_its_mark),
      cmocka_unit_test(long_note_goes_on),
      cmocka_unit_test(what_is_too_tall_gets_its_page),
      cmocka_unit_test(forced_breaks_hold),
      cmocka_unit_test(a_longer_page_saves_a_short_one),
      cmocka_unit_test(figure_stands_at_the_foot),
      cmocka_unit_test(figure_has_a_page_of_its_own),
      cmocka_unit_test(figure_waits_for_its_mention),
      cmocka_unit_test(columns_are_balanced),
      cmocka_unit_test(columns_go_on_without_loss),
      cmocka_unit_test(a_figure_parts_columns_without_loss),
      cmocka_unit_test(full_columns_are_not_pushed_down),
      cmocka_unit_test(low_columns_go_to_the_next_page),
      cmocka_unit_test(time_grows_with_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
