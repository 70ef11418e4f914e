/* An entry of a transform array to the transform that it names. */
#include "chart/transform/transform.h"

#include "chart/transform/step.h"

typedef struct TransformKind {
  const char *key; /* the member that names the transform */
  const Transform *transform;
} TransformKind;

#define TRANSFORM_ROW(key, transform) {key, &transform},
static const TransformKind kinds[] = {
#include "chart/transform/transform_rows.inc"
};
#undef TRANSFORM_ROW

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static const TransformKind *kind_find(const json_t *transform) {
  for (int i = 0; i < KIND_COUNT; i++)
    if (json_object_get(transform, kinds[i].key)) return &kinds[i];
  return NULL;
}

const ObjectKind *transform_object_kind(const json_t *transform) {
  const TransformKind *kind = kind_find(transform);
  return kind ? &kind->transform->kind : NULL;
}

/* Nothing in the entry names a transform: its first member is taken for the
 * name that was meant. */
static bool refuse_unknown(const TransformContext *context,
                           const json_t *transform) {
  const char *names[KIND_COUNT];
  for (int i = 0; i < KIND_COUNT; i++)
    names[i] = kinds[i].key;
  void *first = json_object_iter((json_t *)transform);
  const char *name = first ? json_object_iter_key(first) : "";
  Place place =
      context->tree ? tree_place_of(context->tree, transform) : (Place){0};
  if (context->tree && first)
    place = tree_place_key(context->tree, transform, name);
  diag(context->diags, DIAG_CHART_BAD_SPEC, place,
       first ? "there is no transform '%s'"
             : "a transform is an object that names one%s",
       name);
  diag_hint_nearest(context->diags, str_from(name), names, KIND_COUNT);
  return false;
}

bool transform_apply(const TransformContext *context, const json_t *transform,
                     const Table **table) {
  const TransformKind *kind = kind_find(transform);
  if (!kind) return refuse_unknown(context, transform);
  Arena scratch = {0};
  Step step = {context, transform, *table, context->chart, &scratch};
  const Table *made = kind->transform->apply(&step);
  arena_clear(&scratch);
  if (made) *table = made;
  return made != NULL;
}
