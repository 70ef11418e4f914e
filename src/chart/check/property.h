/* What the objects of a spec may hold, as tables: one kind of object each, its
 * properties in groups of a like sort. Source: Vega-Lite's documentation, v5
 * and v6, and docs/charts.md for what stands under usermeta.jikji. */
#ifndef JIKJI_CHART_CHECK_PROPERTY_H
#define JIKJI_CHART_CHECK_PROPERTY_H

#include "chart/drawing.h"

/* What a property takes; null and expressions are taken everywhere. */
enum {
  NUMBER = 1,
  TEXT = 2,
  FLAG = 4,
  LIST = 8,
  OBJECT = 16,
  COLOR = 32,      /* a text that names a colour */
  EXPRESSION = 64, /* a text that is one */
  OBJECTS = 128,   /* a list of nothing else */
  ANYTHING = NUMBER | TEXT | FLAG | LIST | OBJECT
};

typedef struct ObjectKind ObjectKind;

typedef struct PropertyGroup {
  unsigned takes;
  const char *names;        /* separated by spaces */
  const ObjectKind *object; /* of objects here, or in a list here; or NULL */
  const char *words;        /* the only texts that may stand here, or NULL */
} PropertyGroup;

struct ObjectKind {
  const char *name;            /* as in "a property of an axis" */
  const ObjectKind *base;      /* whose properties it has, too; or NULL */
  const PropertyGroup *groups; /* the last has no names; NULL: none */
  const ObjectKind *members;   /* other names are the author's, of this kind */
  bool is_open;                /* other names are the author's, of any kind */
  /* What no table says: which properties go together. NULL: nothing. */
  void (*rule)(Drawing *drawing, const json_t *object);
  /* Which kind an object really is, by what it holds; NULL: none known. */
  const ObjectKind *(*choose)(const json_t *object);
};

extern const ObjectKind kind_spec, kind_view; /* kinds_view.c */
extern const ObjectKind kind_encoding, kind_facet_mapping;
extern const ObjectKind kind_condition_list, kind_sort, kind_bin, kind_header;
extern const ObjectKind kind_axis, kind_legend, kind_title; /* kinds_guide.c */
extern const ObjectKind kind_axis_config, kind_legend_config;
extern const ObjectKind kind_header_config, kind_title_config, kind_format;
extern const ObjectKind kind_mark, kind_mark_config; /* kinds_mark.c */
extern const ObjectKind kind_gradient;
extern const ObjectKind kind_scale, kind_scheme;        /* kinds_scale.c */
extern const ObjectKind kind_data, kind_sequence;       /* kinds_data.c */
extern const ObjectKind kind_transform, kind_predicate; /* kinds_transform.c */
extern const ObjectKind kind_operation, kind_sort_field;
extern const ObjectKind kind_config; /* kinds_config.c */
extern const ObjectKind kind_projection, kind_frame, kind_autosize;
extern const ObjectKind kind_padding;

#define ALIGNS "left center right"
#define BASELINES "alphabetic top middle bottom line-top line-bottom"
#define ANCHORS "start middle end"
#define ORIENTS "left right top bottom"
#define ORDERS "ascending descending"
#define OFFSETS "zero center normalize"
#define AGGREGATES                                                             \
  "argmax argmin average ci0 ci1 count distinct exponential exponentialb max " \
  "mean median min missing product q1 q3 stderr stdev stdevp sum valid "       \
  "values variance variancep"

#endif
