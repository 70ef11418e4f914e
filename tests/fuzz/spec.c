/* Any JSON as a spec: drawn, described, dumped and painted, or refused with a
 * message. Mutations keep it JSON: members are exchanged, dropped, and get
 * values that charts are sensitive to. */
#include <glib.h>
#include <string.h>

#include "base/tree.h"
#include "chart/chart.h"
#include "export/export.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most,
                               unsigned seed);

/* ---- Drawing ---- */

static FontSet *fonts_once(void) {
  static Arena arena;
  static FontSet *fonts;
  Diags diags = {.arena = &arena};
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  if (!fonts) fonts = fonts_open(&arena, &options, &diags);
  return fonts;
}

static void draw_chart(Arena *arena, const Tree *tree, Diags *diags) {
  FolderAccess access = {.folder = S("/nowhere")};
  TableSet tables = {0};
  ChartRequest request = {.spec = tree,
                          .access = &access,
                          .tables = &tables,
                          .theme = THEME_VEGA,
                          .language = S("ko"),
                          .wants_scene = true};
  Chart *chart = chart_draw(arena, &request, fonts_once(), diags);
  if (!chart) return;
  StrBuf text = {.arena = arena};
  frame_dump(chart->frame, &text);
  double area = chart->frame->width * chart->frame->height;
  PictureOptions options = {.scale = 1};
  Str picture;
  if (area < 1e6) export_png(arena, chart->frame, &options, diags, &picture);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size > 1 << 15) return 0;
  Arena arena = {0};
  Diags diags = {.arena = &arena};
  Source source = {S("spec.vl.json"),
                   str_copy(&arena, (Str){(const char *)bytes, (int)size})};
  Tree *tree = tree_read_json(&arena, place_whole(&source), &diags);
  if (tree) draw_chart(&arena, tree, &diags);
  arena_clear(&arena);
  return 0;
}

/* ---- Mutating ---- */

/* A member or an item. */
typedef struct Slot {
  json_t *container;
  const char *key; /* NULL: an item */
  size_t index;
} Slot;

typedef List(Slot) SlotList;

static void gather(Arena *arena, json_t *node, SlotList *slots, int depth) {
  const char *key;
  json_t *value;
  size_t index;
  if (depth > 60) return;
  json_object_foreach(node, key, value) {
    list_add(arena, slots, ((Slot){node, key, 0}));
    gather(arena, value, slots, depth + 1);
  }
  json_array_foreach(node, index, value) {
    list_add(arena, slots, ((Slot){node, NULL, index}));
    gather(arena, value, slots, depth + 1);
  }
}

static json_t *slot_value(const Slot *slot) {
  return slot->key ? json_object_get(slot->container, slot->key)
                   : json_array_get(slot->container, slot->index);
}

static void slot_set(const Slot *slot, json_t *value) {
  if (slot->key)
    json_object_set_new(slot->container, slot->key, value);
  else
    json_array_set_new(slot->container, slot->index, value);
}

static void slot_drop(const Slot *slot) {
  if (slot->key)
    json_object_del(slot->container, slot->key);
  else
    json_array_remove(slot->container, slot->index);
}

static json_t *telling_value(GRand *chance) {
  static const char *const texts[] = {"null",
                                      "true",
                                      "false",
                                      "0",
                                      "-1",
                                      "1",
                                      "1e308",
                                      "-1e-308",
                                      "3.5",
                                      "1e9",
                                      "\"\"",
                                      "[]",
                                      "{}",
                                      "\"quantitative\"",
                                      "\"temporal\"",
                                      "\"nominal\"",
                                      "\"ordinal\"",
                                      "\"log\"",
                                      "\"band\"",
                                      "\"symlog\"",
                                      "\"quantile\"",
                                      "\"sum\"",
                                      "\"mean\"",
                                      "\"count\"",
                                      "\"argmax\"",
                                      "\"container\"",
                                      "{\"step\": 0}",
                                      "{\"expr\": \"datum.a / 0\"}",
                                      "{\"field\": \"a\"}",
                                      "{\"datum\": 1}",
                                      "{\"value\": 1}",
                                      "[0, 0]",
                                      "[null]",
                                      "\"2012-01-01\"",
                                      "{\"year\": 1e9}",
                                      "\"yearmonthdate\"",
                                      "\"%Y\"",
                                      "\".3s\"",
                                      "\"red\"",
                                      "{\"repeat\": \"row\"}",
                                      "{\"param\": \"a\"}",
                                      "\"bar\"",
                                      "\"line\"",
                                      "\"arc\"",
                                      "\"boxplot\"",
                                      "\"geoshape\"",
                                      "\"trail\"",
                                      "\"errorband\""};
  const char *text =
      texts[g_rand_int_range(chance, 0, (gint32)G_N_ELEMENTS(texts))];
  return json_loads(text, JSON_DECODE_ANY, NULL);
}

static void mutate(GRand *chance, const SlotList *slots) {
  const Slot *to = &slots->items[g_rand_int_range(chance, 0, slots->count)];
  const Slot *from = &slots->items[g_rand_int_range(chance, 0, slots->count)];
  switch (g_rand_int_range(chance, 0, 5)) {
  case 0:
    slot_drop(to);
    break;
  case 1:
    slot_set(to, json_deep_copy(slot_value(from)));
    break;
  case 2: /* as the same-named member of another object */
    if (from->key && json_is_object(slot_value(to)))
      json_object_set_new(slot_value(to), from->key,
                          json_deep_copy(slot_value(from)));
    break;
  default:
    slot_set(to, telling_value(chance));
  }
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most,
                               unsigned seed) {
  json_t *root = json_loadb((const char *)bytes, size, 0, NULL);
  Arena arena = {0};
  SlotList slots = {0};
  gather(&arena, root, &slots, 0);
  GRand *chance = g_rand_new_with_seed(seed);
  char *text = NULL;
  if (slots.count && g_rand_int_range(chance, 0, 20)) {
    mutate(chance, &slots);
    text = json_dumps(root, JSON_COMPACT);
  }
  size_t length = text ? strlen(text) : 0;
  if (length && length <= most)
    memcpy(bytes, text, length);
  else
    length = LLVMFuzzerMutate(bytes, size, most);
  free(text);
  g_rand_free(chance);
  json_decref(root);
  arena_clear(&arena);
  return length;
}
