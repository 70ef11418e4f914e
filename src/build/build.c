/* One report, from files to files. */
#include "build/build.h"

#include <glib.h>
#include <stdio.h>

#include "base/calendar.h"
#include "base/outputs.h"
#include "build/accessibility.h"
#include "build/figures.h"
#include "build/manifest.h"
#include "build/stopwatch.h"
#include "export/export.h"

/* What the stages hand on. */
typedef struct Build {
  Arena *report;
  const BuildRequest *request;
  Diags *diags;
  Stopwatch watch;
  Str path;   /* of the Markdown file */
  Str folder; /* it stands in */
  FontSet *fonts;
  Article *article;
  Figures *figures;
  Pages *pages;
  StrBuf lines; /* of the paragraphs, for a dump */
  PdfDraft *draft;
  Str pdf;
  Manifest manifest;
} Build;

static bool find_report(Build *build) {
  Str path = build->request->report;
  char *text = str_c(build->report, path);
  if (g_file_test(text, G_FILE_TEST_IS_DIR))
    path = path_join(build->report, path, S("report.md"));
  build->path = path;
  build->folder = path_folder(build->report, path);
  return true;
}

static bool open_fonts(Build *build) {
  FontOptions options = {.folder = build->request->fonts,
                         .system_faces = true,
                         .warn_system = true};
  build->fonts = fonts_open(build->report, &options, build->diags);
  return build->fonts != NULL;
}

/* "NAME=VALUE" as members of `params` in the article. */
static ValueMember *read_params(Build *build) {
  const BuildRequest *request = build->request;
  ValueMember *params =
      arena_array(build->report, ValueMember, request->param_count);
  for (int i = 0; i < request->param_count; i++) {
    Str text = str_from(request->params[i]);
    int equals = str_find_char(text, '=');
    Str name = equals < 0 ? text : str_slice(text, 0, equals);
    Str value = equals < 0 ? S("true") : str_slice(text, equals + 1, text.len);
    params[i] = (ValueMember){name, value_str(value)};
  }
  return params;
}

static bool read_article(Build *build) {
  ArticleRequest request = {.path = build->path,
                            .allowed_folders = build->request->allowed_folders,
                            .allowed_count = build->request->allowed_count,
                            .params = read_params(build),
                            .param_count = build->request->param_count};
  build->article = article_read(build->report, &request, build->diags);
  return build->article != NULL;
}

/* The report's date: what the caller sets, else the article's, else the epoch;
 * never the clock's. */
static long long report_date(const Build *build) {
  if (build->request->source_date_epoch >= 0)
    return build->request->source_date_epoch;
  int year = 1970, month = 1, day = 1;
  Str date = build->article->date;
  if (date.len >= 10)
    sscanf(str_c(build->report, date), "%4d-%2d-%2d", &year, &month, &day);
  return (long long)calendar_days(year, month, day) * 86400;
}

static ChartParam *chart_params(Build *build) {
  ValueMember *members = read_params(build);
  int count = build->request->param_count;
  ChartParam *params = arena_array(build->report, ChartParam, count);
  for (int i = 0; i < count; i++)
    params[i] = (ChartParam){members[i].name, members[i].value};
  return params;
}

static bool wants_data(const Build *build) {
  const json_t *front = build->article->front->root;
  return json_is_true(json_object_get(front, "attach-data"));
}

static bool start_figures(Build *build) {
  const BuildRequest *request = build->request;
  int jobs = request->jobs ? request->jobs : (int)g_get_num_processors();
  FiguresRequest figures = {.article = build->article,
                            .fonts = build->fonts,
                            .formats =
                                request->check_only ? 0 : request->formats,
                            .jobs = jobs,
                            .plain_pdf = request->plain_pdf,
                            .attach_data = wants_data(build),
                            .keeps_charts = request->check_only,
                            .created = report_date(build),
                            .params = chart_params(build),
                            .param_count = request->param_count};
  build->figures = figures_open(build->report, &figures, build->diags);
  return true;
}

static void attach_files(Build *build) {
  AttachmentList files = {0};
  attachments_add_source(build->report, &files, build->article,
                         path_name(build->path));
  const AttachmentList *data = figures_attachments(build->figures);
  for (int i = 0; i < data->count; i++)
    list_add(build->report, &files, data->items[i]);
  build->pages->attachments = files;
}

static bool set_pages(Build *build) {
  FigureSource source = figures_source(build->figures);
  PageRequest request = {
      .article = build->article, .figures = &source, .fonts = build->fonts};
  if (build->request->wants_dump) request.lines = &build->lines;
  build->pages = page_build(build->report, &request, build->diags);
  if (!build->pages) return false;
  build->pages->info.creator = S("jikji");
  build->pages->info.created = report_date(build);
  if (wants_data(build)) attach_files(build);
  return true;
}

static bool paint_pdf(Build *build) {
  if (build->request->check_only) return true;
  PdfOptions options = {.plain = build->request->plain_pdf};
  build->draft =
      export_pdf_open(build->report, build->pages, &options, build->diags);
  for (int i = 0; i < build->pages->list.count; i++)
    if (!export_pdf_add(build->draft, &build->pages->list.items[i]))
      return false;
  return true;
}

static bool finish_pdf(Build *build) {
  return !build->draft || export_pdf_finish(build->draft, &build->pdf);
}

static bool finish_figures(Build *build) {
  figures_finish(build->figures, build->diags);
  return build->diags->error_count == 0;
}

/* Only `check` tells of it: a build goes on all the same. */
static bool check_access(Build *build) {
  if (!build->request->check_only) return true;
  article_check_access(build->article, build->diags);
  for (int i = 0; i < figures_count(build->figures); i++)
    accessibility_check_chart(figures_job(build->figures, i), build->report,
                              build->diags);
  accessibility_check_pages(build->report, build->pages, build->diags);
  return true;
}

static bool add_output(Build *build, Outputs *outputs, Str name, Str bytes) {
  manifest_add_output(build->report, &build->manifest, name, bytes);
  return outputs_add(outputs, name, bytes, build->diags);
}

static bool add_inputs(Build *build) {
  const InputPaths *figures = figures_inputs(build->figures);
  bool is_done = true;
  for (int i = 0; i < build->article->inputs.count; i++)
    is_done &=
        manifest_add_input(build->report, &build->manifest, build->folder,
                           build->article->inputs.items[i], build->diags);
  for (int i = 0; i < figures->count; i++)
    is_done &=
        manifest_add_input(build->report, &build->manifest, build->folder,
                           figures->items[i], build->diags);
  return is_done;
}

static bool add_outputs(Build *build, Outputs *outputs) {
  if (!add_output(build, outputs, S("report.pdf"), build->pdf)) return false;
  for (int i = 0; i < figures_count(build->figures); i++) {
    const FigureJob *job = figures_job(build->figures, i);
    for (int j = 0; j < job->files.count; j++)
      if (!add_output(build, outputs, job->files.items[j].name,
                      job->files.items[j].bytes))
        return false;
  }
  if (!add_inputs(build)) return false;
  return outputs_add(outputs, S("manifest.json"),
                     manifest_text(build->report, &build->manifest),
                     build->diags);
}

static Str output_folder(Build *build) {
  if (build->request->output.len) return build->request->output;
  return path_join(build->report, build->folder, S("out"));
}

static bool write_outputs(Build *build) {
  if (build->request->check_only) return true;
  Outputs *outputs =
      outputs_open(build->report, output_folder(build), build->diags);
  if (!outputs) return false;
  if (!add_outputs(build, outputs)) {
    outputs_abandon(outputs);
    return false;
  }
  return outputs_commit(outputs, build->diags);
}

/* A stage that fails ends the run; errors that a stage recorded while it went
 * on end it before anything is written. */
static const struct {
  const char *name;
  bool (*run)(Build *build);
} stages[] = {
    {"find report", find_report},   {"open fonts", open_fonts},
    {"read article", read_article}, {"start figures", start_figures},
    {"set pages", set_pages},       {"wait for figures", finish_figures},
    {"check access", check_access}, {"paint PDF", paint_pdf},
    {"finish PDF", finish_pdf},     {"write files", write_outputs},
};

static void fill_result(Build *build, BuildResult *result) {
  result->page_count = build->pages->list.count;
  result->figure_count = figures_count(build->figures);
  if (!build->request->check_only) result->output = output_folder(build);
  if (!build->request->wants_dump) return;
  StrBuf dump = {.arena = build->report};
  strbuf_add(&dump, strbuf_str(&build->lines));
  pages_dump(build->pages, &dump);
  result->dump = strbuf_str(&dump);
}

bool build_report(Arena *report, const BuildRequest *request, Diags *diags,
                  BuildResult *result) {
  Build build = {.report = report,
                 .request = request,
                 .diags = diags,
                 .lines = {.arena = report}};
  bool is_done = true;
  for (size_t i = 0; is_done && i < G_N_ELEMENTS(stages); i++) {
    stopwatch_start(&build.watch);
    is_done = stages[i].run(&build);
    list_add(report, &result->timings,
             ((Timing){stages[i].name, stopwatch_stop(&build.watch)}));
  }
  if (!is_done && build.figures) figures_finish(build.figures, diags);
  is_done = is_done && diags->error_count == 0;
  if (is_done) fill_result(&build, result);
  return is_done;
}
