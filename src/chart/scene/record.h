/* What is drawn, kept as marks with their numbers beside the frame, as Vega's
 * scenegraph holds them. A group without a record keeps none, so a chart whose
 * scene nobody asks for pays nothing. */
#ifndef JIKJI_CHART_SCENE_RECORD_H
#define JIKJI_CHART_SCENE_RECORD_H

#include <jansson.h>

#include "chart/scene/group.h"

/* A mark: {"type": "rule", "role": "axis-tick", "items": [...]}, positions in
 * the group's coordinates. A group mark's item holds its own "marks". */
typedef struct Record {
  json_t *marks;
  json_t *open;  /* the mark that takes further items, borrowed; or NULL */
  json_t *frame; /* the group's own size and paint */
} Record;

Record *record_new(Arena *arena);

/* Says what the shapes that follow are: "axis-tick", "legend-label". */
void record_role(Group *group, const char *role);

/* Starts a mark of its own, such as each line is. */
void record_begin(Group *group, const char *type);

/* A new item at a point, of the open mark where that is of the type; NULL
 * (which all functions below take) where no record is kept. */
json_t *record_item(Group *group, const char *type, Point at,
                    const Paints *paints);
void record_number(json_t *item, const char *name, double value);
void record_text(json_t *item, const char *name, Str text);
void record_bounds(json_t *item, Bounds bounds);

/* The last item of the group's primitives. */
void record_rect(Group *group, Bounds box, const double radii[4],
                 const Paints *paints);
void record_rule(Group *group, Point from, Point to, const Paints *paints);
void record_label(Group *group, const Label *label, Bounds bounds);

/* The group's frame: Vega draws it as part of the group. */
void record_frame(Group *group, const Paints *paints);

/* Takes over what a child holds: as a group of a role that its name stands for
 * or, where Vega has no such group, as marks of the parent. */
void record_child(Group *parent, const Group *child, const char *name);

/* ---- The scene as JSON (scene_json.c) ---- */

typedef struct ScenePicture {
  double width, height;           /* of the picture */
  double view_width, view_height; /* of the top view */
  Str background;
} ScenePicture;

/* All marks flattened in drawing order, a mark a line; positions in the
 * picture's units to 0.01. */
Str record_scene(Arena *arena, const Group *root, const ScenePicture *picture);

#endif
