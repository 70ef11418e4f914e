/* Some rows, chosen at random: a reservoir, the same in every run. */
#include "chart/check/property.h"
#include "chart/transform/statistics.h"
#include "chart/transform/step.h"

static const Table *sample_apply(Step *step) {
  double wanted = step_number(step, "sample", -1);
  if (wanted < 0) return step_refuse(step, "sample", "a number of rows");
  int rows = step->in->row_count;
  int size = wanted < rows ? (int)wanted : rows;
  int *chosen = arena_array(step->scratch, int, size);
  Random random = random_start();
  for (int row = 0; row < rows; row++) {
    int place = row < size ? row : (int)(random_next(&random) * (row + 1));
    if (place < size) chosen[place] = row;
  }
  return table_rows(step->chart, step->in, chosen, size);
}

static const PropertyGroup sample_groups[] = {{NUMBER, "sample", NULL, NULL},
                                              {0}};
const Transform sample_transform = {
    {.name = "a sample transform", .groups = sample_groups}, sample_apply};
