/* scene_compare OURS.json REFERENCE.json: which stages of a chart agree. Prints
 * one line: "agrees" or "differs" and the roles that differ, with what is
 * missing and what is too much; -v tells the first things of each. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scene_marks.h"

enum { SHOWN = 4 };
static const double tolerance = .5; /* pixels */

/* From data to layout: the first role that differs names the stage. */
static const char *const roles[] = {
    "mark",          "axis-grid",       "axis-tick",    "axis-label",
    "axis-title",    "axis-domain",     "legend-title", "legend-label",
    "legend-symbol", "legend-gradient", "title-text"};

static bool is_same(const SceneThing *a, const SceneThing *b) {
  if (strcmp(a->type, b->type) || strcmp(a->paint, b->paint)) return false;
  if (!str_equal(a->text, b->text)) return false;
  if (a->number_count != b->number_count) return false;
  for (int i = 0; i < a->number_count; i++)
    if (!(fabs(a->numbers[i] - b->numbers[i]) <= tolerance)) return false;
  return true;
}

/* The next thing of the role that has no match yet, near where the last one
 * was found: both files tend to have the same order. */
static bool match(SceneThings *ours, const SceneThing *wanted, int *hint) {
  for (int step = 0; step < ours->count; step++) {
    int index = (*hint + step) % ours->count;
    SceneThing *thing = &ours->items[index];
    if (thing->is_matched || strcmp(thing->role, wanted->role)) continue;
    if (!is_same(thing, wanted)) continue;
    thing->is_matched = true;
    *hint = index + 1;
    return true;
  }
  return false;
}

static void show(const char *sign, const SceneThing *thing) {
  printf("    %s %s %s", sign, thing->role, thing->type);
  for (int i = 0; i < thing->number_count; i++)
    printf(" %.2f", thing->numbers[i]);
  printf(" %s %.*s\n", thing->paint, STR(thing->text));
}

static int count_left(const SceneThings *things, const char *role,
                      const char *sign, bool shows) {
  int count = 0;
  for (int i = 0; i < things->count; i++) {
    const SceneThing *thing = &things->items[i];
    if (thing->is_matched || strcmp(thing->role, role)) continue;
    if (shows && count < SHOWN) show(sign, thing);
    count++;
  }
  return count;
}

static bool compare(SceneFile *ours, SceneFile *reference, bool verbose) {
  int hint = 0;
  bool agrees = fabs(ours->width - reference->width) < 1 &&
                fabs(ours->height - reference->height) < 1;
  for (int i = 0; i < reference->things.count; i++)
    reference->things.items[i].is_matched =
        match(&ours->things, &reference->things.items[i], &hint);
  char line[1024] = "";
  size_t used = 0;
  if (!agrees)
    used = (size_t)snprintf(line, sizeof line, " size %gx%g for %gx%g",
                            ours->width, ours->height, reference->width,
                            reference->height);
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    int missing = count_left(&reference->things, roles[i], "-", verbose);
    bool counts = !reference->is_partial || strcmp(roles[i], "mark") != 0;
    int extra = counts ? count_left(&ours->things, roles[i], "+", verbose) : 0;
    if (!missing && !extra) continue;
    agrees = false;
    used += (size_t)snprintf(line + used, sizeof line - used, " %s -%d+%d",
                             roles[i], missing, extra);
  }
  printf("%s%s\n", agrees ? "agrees" : "differs", line);
  return agrees;
}

int main(int count, char **arguments) {
  bool verbose = count == 4 && !strcmp(arguments[1], "-v");
  if (count != (verbose ? 4 : 3)) {
    fprintf(stderr, "scene_compare [-v] OURS.json REFERENCE.json\n");
    return 2;
  }
  Arena arena = {0};
  SceneFile ours = {0}, reference = {0};
  if (!scene_file_read(&arena, arguments[count - 2], &ours) ||
      !scene_file_read(&arena, arguments[count - 1], &reference)) {
    printf("unreadable\n");
    arena_clear(&arena);
    return 2;
  }
  bool agrees = compare(&ours, &reference, verbose);
  arena_clear(&arena);
  return agrees ? 0 : 1;
}
