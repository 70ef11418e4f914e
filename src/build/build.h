/* From files to files: one report, one chart. The door of build/. */
#ifndef JIKJI_BUILD_BUILD_H
#define JIKJI_BUILD_BUILD_H

#include "base/diag.h"

typedef enum PictureFormat {
  FORMAT_PNG = 1,
  FORMAT_SVG = 2,
  FORMAT_PDF = 4
} PictureFormat;

typedef struct BuildRequest {
  Str report;      /* a Markdown file, or a folder that holds report.md */
  Str output;      /* folder; empty: `out` beside the report */
  Str fonts;       /* folder of the pinned faces */
  int formats;     /* of the figures: PictureFormat bits */
  int jobs;        /* threads; 0: all cores */
  bool check_only; /* every stage, nothing written */
  bool wants_dump; /* lines and pages as text, in the result */
  bool plain_pdf;
  const Str *allowed_folders;
  int allowed_count;
  const char *const *params; /* "NAME=VALUE" */
  int param_count;
  long long source_date_epoch; /* -1: not given */
} BuildRequest;

/* Where the time went, in order of the stages. */
typedef struct Timing {
  const char *stage;
  double milliseconds;
} Timing;

typedef struct BuildResult {
  List(Timing) timings;
  int page_count, figure_count;
  Str output; /* the folder written to */
  Str dump;   /* of the pages, where asked for */
} BuildResult;

/* Builds (or checks) one report. False when an error was recorded; then nothing
 * was written and the previous outputs stand. */
bool build_report(Arena *report, const BuildRequest *request, Diags *diags,
                  BuildResult *result);

/* What of a chart is told as text. */
typedef enum ChartText {
  CHART_TEXT_NONE,
  CHART_TEXT_DUMP, /* the frame, an item a line */
  CHART_TEXT_SCENE /* the marks and their numbers, as JSON */
} ChartText;

typedef struct ChartBuildRequest {
  const char *const *specs; /* paths of .vl.json, .vl.yaml */
  int spec_count;
  int jobs;    /* threads; 0: all cores */
  Str output;  /* path of the picture, kind by its ending; or a folder */
  int formats; /* where output is a folder or empty: beside the spec */
  Str base;    /* where relative data urls start; empty: the spec's folder */
  Str config;  /* path of a config, or empty */
  Str fonts;
  bool jikji_theme;
  double scale, ppi;    /* 0: defaults */
  double width, height; /* outer size in px, 0: by the spec */
  Str background;       /* a colour, "none", or empty */
  Str language;         /* of generated words; empty: "ko" */
  ChartText text;       /* printed in a picture's stead, or none */
  const Str *allowed_folders;
  int allowed_count;
  const char *const *params;
  int param_count;
} ChartBuildRequest;

/* What became of one spec. */
typedef struct ChartBuildResult {
  Diags diags;
  Str text; /* where asked for */
  bool is_drawn;
} ChartBuildResult;

/* Is told of each spec, in their order, on the caller's thread; the result is
 * gone afterwards. */
typedef void ChartTold(void *owner, const ChartBuildResult *result);

/* Draws specs, one picture each. Faces are opened and data files read once for
 * all. What one chart lacks keeps no other from being drawn. False: one has
 * errors. */
bool build_charts(const ChartBuildRequest *request, ChartTold *told,
                  void *owner);

/* The pinned faces, one a line, and whether each file is the locked one. False
 * after an error. */
bool build_list_fonts(Arena *arena, Str fonts, Diags *diags, Str *list);

#endif
