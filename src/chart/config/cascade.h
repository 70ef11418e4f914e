/* Properties that are looked up in several objects, the first that has one
 * winning: a mark's own, its styles', the config's, the defaults'. */
#ifndef JIKJI_CHART_CONFIG_CASCADE_H
#define JIKJI_CHART_CONFIG_CASCADE_H

#include <jansson.h>

#include "chart/drawing.h"

enum { CASCADE_LAYERS = 24 };

typedef struct Cascade {
  const json_t *layers[CASCADE_LAYERS];
  int count;
} Cascade;

/* Adds an object below those there; anything else is ignored. */
void cascade_add(Cascade *cascade, const json_t *object);
/* Adds the named member of the chart's config. */
void cascade_add_config(Cascade *cascade, const Drawing *drawing,
                        const char *name);
/* Adds the styles that `style` names (a text or a list, the last strongest). */
void cascade_add_styles(Cascade *cascade, const Drawing *drawing,
                        const json_t *style);

/* The winning member, which may be a JSON null; NULL: nobody has it. */
const json_t *cascade_find(const Cascade *cascade, const char *name);
/* In the layers up to `layers` only. */
const json_t *cascade_find_in(const Cascade *cascade, const char *name,
                              int layers);

/* Where the winning member's text stands, for expressions. */
Place cascade_text_place(const Cascade *cascade, const Drawing *drawing,
                         const char *name);

/* With expressions evaluated. A null or another kind gives the fallback. */
double cascade_number(const Cascade *cascade, Drawing *drawing,
                      const char *name, double fallback);
bool cascade_flag(const Cascade *cascade, Drawing *drawing, const char *name,
                  bool fallback);
Str cascade_str(const Cascade *cascade, Drawing *drawing, const char *name,
                const char *fallback);
/* False: no colour is set (or null, or none). */
bool cascade_color(const Cascade *cascade, Drawing *drawing, const char *name,
                   Color *color);

/* A text as lines: an array of texts, or a text cut at "\n" where lineBreak or
 * a line break asks for it. Returns their count. */
/* A text cut at a line break; in the arena. */
int text_lines_by(Arena *arena, Str text, Str line_break, const Str **lines);
int cascade_lines(const json_t *json, Drawing *drawing, const Str **lines);

/* The config's member by a path of names, NULL where there is none. */
const json_t *config_find(const Drawing *drawing, const char *group,
                          const char *name);
double config_number(const Drawing *drawing, const char *group,
                     const char *name, double fallback);

/* The defaults: Vega-Lite's, and those of jikji over them. New references. */
json_t *config_vega(void);
json_t *config_jikji(double type_scale);

/* The spec's config over the request's over the theme's defaults. */
const json_t *config_merge(Drawing *drawing, const json_t *spec_config);

#endif
