/* Vega-Lite specs become frames. The door of chart/. */
#ifndef JIKJI_CHART_CHART_H
#define JIKJI_CHART_CHART_H

#include "base/file.h"
#include "base/tree.h"
#include "frame/frame.h"
#include "table/table.h"

/* Whose defaults stand under the spec's own config. */
typedef enum ChartTheme { THEME_VEGA, THEME_JIKJI } ChartTheme;

typedef struct ChartParam {
  Str name;
  Value value;
} ChartParam;

/* Data files that several charts read, from whatever thread: each file is read
 * once. Lives as long as its arena, and the charts' frames and data with it. */
typedef struct ChartFiles ChartFiles;
ChartFiles *chart_files_open(Arena *arena);

typedef struct ChartRequest {
  const Tree *spec;
  const FolderAccess *access; /* where relative data urls lead */
  ChartFiles *files;          /* shared with other charts; may be NULL */
  const TableSet *tables;     /* "data": {"name": ...}; may be NULL */
  ChartTheme theme;
  const json_t *config;     /* merged under the spec's config, or NULL */
  const ChartParam *params; /* values for variable params of the spec */
  int param_count;
  double fit_width; /* outer width wanted, in chart units; 0: by the spec */
  double fit_height;
  bool omit_title;   /* the page's caption says it */
  double type_scale; /* of the theme's type sizes; 0 means 1 */
  Str language;      /* of generated text: "ko", "en" */
  bool wants_scene;  /* keep the numbers of all marks */
} ChartRequest;

/* A category's colour. */
typedef struct ChartSwatch {
  Str field, label;
  Color color;
  bool is_alone; /* nothing but the colour tells the category */
} ChartSwatch;

/* A drawn chart. One chart unit is one pixel at scale 1 and one point on a
 * page. */
typedef struct Chart {
  Frame *frame;     /* its width and height are the picture's */
  Color background; /* alpha 0: none */
  Str title, subtitle;
  Str alt;            /* the spec's description, else written from the data */
  Element *structure; /* ELEMENT_DOCUMENT of a frame tagged already, or NULL */
  Str scene;          /* JSON in the form of docs/charts.md, where asked for */
  List(ChartSwatch) swatches;
  List(const Table *) data; /* the rows behind the marks, each table once */
} Chart;

/* Reads, computes, lays out and draws. NULL after an error. */
Chart *chart_draw(Arena *arena, const ChartRequest *request, FontSet *fonts,
                  Diags *diags);

#endif
