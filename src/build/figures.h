/* The figures of a report: drawn once for the page, and once by themselves for
 * slides, on other threads. Private to build/. */
#ifndef JIKJI_BUILD_FIGURES_H
#define JIKJI_BUILD_FIGURES_H

#include "article/article.h"
#include "build/attachments.h"
#include "build/build.h"
#include "chart/chart.h"
#include "page/page.h"

/* One picture file of a figure. */
typedef struct PictureFile {
  Str name; /* "figures/ranks.png" */
  Str bytes;
} PictureFile;

/* A spec's text, and where its relative urls lead. */
typedef struct SpecText {
  Place place;
  bool is_yaml;
  FolderAccess access;
} SpecText;

/* A figure that a chart spec draws, or that the page itself does (no tree). */
typedef struct FigureJob {
  const Block *block;
  Str name; /* of its files: the spec's stem, or the figure's id */
  SpecText spec;
  const Tree *tree; /* of the page's drawing; a thread reads its own */
  Arena arena;      /* of the files and messages, one thread's */
  Arena drawing;    /* of the stand-alone chart, kept while it is needed */
  FontSet *fonts;
  Diags diags;
  Chart *chart; /* stand-alone; NULL once its files are made */
  List(PictureFile) files;
} FigureJob;

typedef List(Str) InputPaths;

typedef struct Figures Figures;

typedef struct FiguresRequest {
  const Article *article;
  FontSet *fonts;
  int formats, jobs;
  bool plain_pdf;
  bool attach_data;  /* each chart's rows go with the report */
  bool keeps_charts; /* the stand-alone ones, to be looked at afterwards */
  long long created;
  const ChartParam *params;
  int param_count;
} FiguresRequest;

/* Reads the specs of the article's figures and starts to draw the stand-alone
 * pictures on other threads. A spec that cannot be read is told, and has no
 * picture. */
Figures *figures_open(Arena *report, const FiguresRequest *request,
                      Diags *diags);

/* What page/ gets charts from: drawn on the calling thread, each width once. */
FigureSource figures_source(Figures *figures);

/* Waits for the threads and joins their messages, in the article's order. */
void figures_finish(Figures *figures, Diags *diags);

/* The data of the charts drawn so far, in the order they were drawn first. */
const AttachmentList *figures_attachments(const Figures *figures);

/* The files that were read for figures. */
const InputPaths *figures_inputs(const Figures *figures);

int figures_count(const Figures *figures);
FigureJob *figures_job(Figures *figures, int index);

#endif
