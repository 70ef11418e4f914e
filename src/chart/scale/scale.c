/* The table of scale types, and the stages that make a scale ready. */
#include "chart/scale/scale.h"

#include <math.h>

#include "chart/scale/kind.h"

#define SCALE_ROW(type, name, kind) [SCALE_##type] = {name, &kind},
static const struct {
  const char *name;
  const ScaleKind *kind;
} types[SCALE_TYPE_COUNT] = {
#include "chart/scale/scale_rows.inc"
};
#undef SCALE_ROW

bool scale_type_read(Str name, ScaleType *type) {
  for (int i = 0; i < SCALE_TYPE_COUNT; i++)
    if (str_is(name, types[i].name)) {
      *type = (ScaleType)i;
      return true;
    }
  return false;
}

const char *scale_type_name(ScaleType type) {
  return types[type].name;
}

bool scale_type_is_continuous(ScaleType type) {
  return types[type].kind->traits & TRAIT_CONTINUOUS;
}

bool scale_type_is_discrete(ScaleType type) {
  return types[type].kind->traits & TRAIT_DISCRETE;
}

bool scale_type_is_discretizing(ScaleType type) {
  return types[type].kind->traits & TRAIT_DISCRETIZING;
}

bool scale_type_is_temporal(ScaleType type) {
  return types[type].kind->traits & TRAIT_TEMPORAL;
}

Scale scale_new(ScaleType type) {
  return (Scale){.type = type,
                 .kind = types[type].kind,
                 .base = 10,
                 .exponent = 1,
                 .constant = 1,
                 .align = 0.5};
}

static void lift_points(Arena *chart, Scale *scale) {
  scale->lifted.count = 0;
  if (!scale->kind->lift) return;
  for (int i = 0; i < scale->points.count; i++)
    list_add(chart, &scale->lifted,
             scale->kind->lift(scale, scale->points.items[i]));
}

void scale_prepare(Arena *chart, Scale *scale) {
  scale->kind = types[scale->type].kind;
  domain_prepare(chart, scale);
  bins_prepare(chart, scale);
  lift_points(chart, scale);
  range_prepare(chart, scale);
  if (scale->kind->prepare) scale->kind->prepare(chart, scale);
}

double scale_bandwidth(const Scale *scale) {
  return scale->type == SCALE_BAND ? scale->bandwidth : 0;
}

double scale_step(const Scale *scale) {
  return scale->step;
}

int scale_index(const Scale *scale, Value value) {
  return scale->kind->class_of ? scale->kind->class_of(scale, value) : -1;
}
