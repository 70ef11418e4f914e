/* Draws the charts of a report: stand-alone pictures on a pool of threads, the
 * page's own on the page builder's thread. */
#include "build/figures.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "build/pictures.h"
#include "export/export.h"

enum { PANEL_WIDTH = 466 /* of a panel's own picture: 156 mm and margins */ };

/* A figure as drawn for a page at one width, no higher than asked. */
typedef struct PageFigure {
  int job; /* -1: none */
  const Block *block;
  Str target;
  double width, max_height;
  Figure figure;
} PageFigure;

struct Figures {
  Arena *report;
  FiguresRequest request;
  Diags *diags;
  List(FigureJob) jobs;
  GHashTable *of_blocks; /* Block -> its job's index + 1 */
  GHashTable *of_specs;  /* path of a spec's file -> the same */
  List(PageFigure) drawn;
  InputPaths inputs;
  AttachmentList attachments;
  GThreadPool *pool;
  ChartFiles *files;
};

static bool is_yaml(Str target) {
  return str_ends(target, S(".yaml")) || str_ends(target, S(".yml"));
}

/* A spec's relative urls start at its own folder; it may read what the report
 * may. */
static FolderAccess spec_access(Arena *arena, const Article *article,
                                Str path) {
  FolderAccess access = article->access;
  Str *allowed = arena_array(arena, Str, access.allowed_count + 1);
  for (int i = 0; i < access.allowed_count; i++)
    allowed[i] = access.allowed[i];
  allowed[access.allowed_count] = access.folder;
  return (FolderAccess){path_folder(arena, path), allowed,
                        access.allowed_count + 1};
}

static const Tree *read_tree(Arena *arena, const SpecText *spec, Diags *diags) {
  return spec->is_yaml ? tree_read_yaml(arena, spec->place, diags)
                       : tree_read_json(arena, spec->place, diags);
}

static bool find_spec_file(Figures *figures, Str target, Place asked,
                           SpecText *spec) {
  Arena *report = figures->report;
  const Article *article = figures->request.article;
  Str path =
      file_resolve(report, &article->access, target, asked, figures->diags);
  if (!path.len) return false;
  const Source *source =
      file_read_source(report, path, LIMIT_SPEC_BYTES, asked, figures->diags);
  if (!source) return false;
  *spec = (SpecText){place_whole(source), is_yaml(target),
                     spec_access(report, article, path)};
  list_add(report, &figures->inputs, path);
  return true;
}

static bool find_spec(Figures *figures, const Block *block, SpecText *spec) {
  if (!block->spec.source)
    return find_spec_file(figures, block->target, block->place, spec);
  Place place = block->spec;
  Str text =
      str_slice(place.source->text, place.offset, place.offset + place.length);
  *spec = (SpecText){place, !str_starts(str_trim(text), S("{")),
                     figures->request.article->access};
  return true;
}

static bool name_is_taken(const Figures *figures, Str name) {
  for (int i = 0; i < figures->jobs.count; i++)
    if (str_equal(figures->jobs.items[i].name, name)) return true;
  return false;
}

/* The spec's stem; the id for a spec in the article; a number where both are
 * taken. */
static Str figure_name(Figures *figures, const Block *block) {
  Str id = block->id;
  if (str_starts(id, S("fig-"))) id = str_slice(id, 4, id.len);
  Str name = block->target.len ? path_stem(block->target) : id;
  if (name.len == 0 || name_is_taken(figures, name)) name = id;
  for (int i = figures->jobs.count + 1;
       name.len == 0 || name_is_taken(figures, name); i++)
    name = str_format(figures->report, "figure-%d", i);
  return name;
}

static bool is_panel(const Block *block) {
  return block->label.printed.len &&
         (block->kind == BLOCK_NUMBER_PANEL || block->kind == BLOCK_FROM_TO ||
          block->kind == BLOCK_MIRROR);
}

static bool is_chart(const Block *block) {
  return block->kind == BLOCK_FIGURE &&
         (block->spec.source || target_is_chart(block->target));
}

/* The specs of these could not be read, as was told. */
enum { UNREADABLE = -2 };

static void set_job(Figures *figures, const Block *block, int index) {
  g_hash_table_insert(figures->of_blocks, (gpointer)block,
                      GINT_TO_POINTER(index + 1));
}

/* The index of the block's job; -1: it has none. */
static int find_job(const Figures *figures, const Block *block) {
  return GPOINTER_TO_INT(g_hash_table_lookup(figures->of_blocks, block)) - 1;
}

/* The same for a.vl.json and ./a.vl.json. */
static char *spec_key(Arena *report, const SpecText *spec) {
  char *path = str_c(report, spec->place.source->path);
  char *whole = g_canonicalize_filename(path, "/");
  arena_defer(report, g_free, whole);
  return whole;
}

/* The index of the job that draws a spec's file; -1: none does yet. */
static int find_spec_job(const Figures *figures, const Block *block,
                         const SpecText *spec) {
  if (!block->target.len) return -1;
  const char *key = spec_key(figures->report, spec);
  return GPOINTER_TO_INT(g_hash_table_lookup(figures->of_specs, key)) - 1;
}

/* The article has told which files are missing. */
static bool is_missing(const Figures *figures, const Block *block) {
  if (!block->target.len) return false;
  Diags told = {.arena = figures->report};
  const FolderAccess *access = &figures->request.article->access;
  Str path =
      file_resolve(figures->report, access, block->target, block->place, &told);
  return !path.len ||
         !g_file_test(str_c(figures->report, path), G_FILE_TEST_EXISTS);
}

/* A spec that several figures show is one picture. */
static bool read_chart(Figures *figures, FigureJob *job, int *known) {
  if (is_missing(figures, job->block) ||
      !find_spec(figures, job->block, &job->spec))
    return false;
  *known = find_spec_job(figures, job->block, &job->spec);
  if (*known >= 0) return true;
  job->tree = read_tree(figures->report, &job->spec, figures->diags);
  return job->tree != NULL;
}

static void add_job(Figures *figures, const Block *block) {
  if (!is_panel(block) && !is_chart(block)) return;
  FigureJob job = {.block = block};
  int known = -1;
  if (is_chart(block) && !read_chart(figures, &job, &known)) known = UNREADABLE;
  if (known != -1) {
    set_job(figures, block, known);
    return;
  }
  job.name = figure_name(figures, block);
  set_job(figures, block, figures->jobs.count);
  if (block->target.len)
    g_hash_table_insert(figures->of_specs, spec_key(figures->report, &job.spec),
                        GINT_TO_POINTER(figures->jobs.count + 1));
  list_add(figures->report, &figures->jobs, job);
}

static void add_jobs(Figures *figures, const BlockList *blocks) {
  for (int i = 0; i < blocks->count; i++) {
    const Block *block = blocks->items[i];
    add_jobs(figures, &block->blocks);
    for (int j = 0; j < block->items.count; j++)
      add_jobs(figures, &block->items.items[j].blocks);
    add_job(figures, block);
  }
}

static ChartRequest chart_request(const Figures *figures, const Tree *spec,
                                  const FolderAccess *access) {
  const FiguresRequest *request = &figures->request;
  return (ChartRequest){.spec = spec,
                        .access = access,
                        .files = figures->files,
                        .tables = &request->article->tables,
                        .theme = THEME_JIKJI,
                        .params = request->params,
                        .param_count = request->param_count,
                        .language = request->article->language};
}

static void write_files(const Figures *figures, FigureJob *job) {
  for (int bit = 1; bit <= FORMAT_PDF; bit <<= 1) {
    if (!(figures->request.formats & bit)) continue;
    PictureRequest picture = {.format = (PictureFormat)bit,
                              .scale = 2,
                              .ppi = 144,
                              .background = job->chart->background,
                              .name = job->name,
                              .language = figures->request.article->language,
                              .plain_pdf = figures->request.plain_pdf,
                              .created = figures->request.created};
    Str bytes;
    if (!picture_write(&job->arena, job->chart, &picture, &job->diags, &bytes))
      continue;
    Str name = str_format(&job->arena, "figures/%.*s%s", STR(job->name),
                          picture_ending(picture.format));
    list_add(&job->arena, &job->files, ((PictureFile){name, bytes}));
  }
}

static Chart *draw_chart_alone(const Figures *figures, FigureJob *job) {
  const Tree *tree = read_tree(&job->drawing, &job->spec, &job->diags);
  if (!tree) return NULL;
  ChartRequest request = chart_request(figures, tree, &job->spec.access);
  return chart_draw(&job->drawing, &request, job->fonts, &job->diags);
}

static Chart *draw_panel_alone(const Figures *figures, FigureJob *job) {
  PageRequest request = {.article = figures->request.article,
                         .fonts = job->fonts};
  Chart *chart = arena_new(&job->drawing, Chart);
  chart->structure = element_new(&job->drawing, NULL, ELEMENT_DOCUMENT);
  chart->frame = page_draw_panel(&job->drawing, &request, job->block,
                                 PANEL_WIDTH, chart->structure, &job->diags);
  chart->background = color_rgb(0xFFFFFF);
  chart->title = job->block->plain;
  return chart->frame ? chart : NULL;
}

/* Messages may point into what was drawn. */
static void release_drawing(FigureJob *job) {
  if (job->diags.list.count) return;
  job->chart = NULL;
  arena_clear(&job->drawing);
}

/* Runs on a thread of the pool: touches nothing but its job. */
static void draw_alone(void *data, void *owner) {
  FigureJob *job = data;
  const Figures *figures = owner;
  job->fonts = fonts_share(&job->drawing, figures->request.fonts);
  job->chart = is_panel(job->block) ? draw_panel_alone(figures, job)
                                    : draw_chart_alone(figures, job);
  if (!job->chart) return;
  if (job->block->alt.len) job->chart->alt = job->block->alt;
  if (job->chart->title.len == 0) job->chart->title = job->block->plain;
  write_files(figures, job);
  if (!figures->request.keeps_charts) release_drawing(job);
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

static GHashTable *open_table(Arena *report, GHashFunc hash, GEqualFunc equal) {
  GHashTable *table = g_hash_table_new(hash, equal);
  arena_defer(report, release_table, table);
  return table;
}

static void release_jobs(void *data) {
  Figures *figures = data;
  if (figures->pool) g_thread_pool_free(figures->pool, TRUE, TRUE);
  for (int i = 0; i < figures->jobs.count; i++) {
    arena_clear(&figures->jobs.items[i].drawing);
    arena_clear(&figures->jobs.items[i].arena);
  }
}

Figures *figures_open(Arena *report, const FiguresRequest *request,
                      Diags *diags) {
  Figures *figures = arena_new(report, Figures);
  *figures = (Figures){.report = report, .request = *request, .diags = diags};
  figures->of_blocks = open_table(report, NULL, NULL);
  figures->of_specs = open_table(report, g_str_hash, g_str_equal);
  add_jobs(figures, &request->article->blocks);
  figures->files = chart_files_open(report);
  arena_defer(report, release_jobs, figures);
  figures->pool =
      g_thread_pool_new(draw_alone, figures, request->jobs, TRUE, NULL);
  for (int i = 0; i < figures->jobs.count; i++) {
    FigureJob *job = &figures->jobs.items[i];
    job->diags = (Diags){.arena = &job->arena, .strict_data = true};
    g_thread_pool_push(figures->pool, job, NULL);
  }
  return figures;
}

/* What the figure's element is attached to. */
static Str attach_rows(Figures *figures, const PageFigure *drawn,
                       const Chart *chart) {
  if (!figures->request.attach_data) return (Str){0};
  const Block *block = drawn->block;
  Str figure = drawn->job >= 0 ? figures->jobs.items[drawn->job].name
                               : path_stem(drawn->target);
  Str says = block && block->plain.len ? block->plain : chart->title;
  attachments_add_chart(figures->report, &figures->attachments, chart, figure,
                        says);
  return figure;
}

/* As wide as the page wants it, and no higher. */
static Chart *draw_sized(Figures *figures, Arena *arena, ChartRequest *request,
                         double max_height) {
  FontSet *fonts = figures->request.fonts;
  Chart *chart = chart_draw(arena, request, fonts, figures->diags);
  if (!chart || chart->frame->height <= max_height || max_height <= 0)
    return chart;
  request->fit_height = max_height;
  return chart_draw(arena, request, fonts, figures->diags);
}

static void release_arena(void *arena) {
  arena_clear(arena);
}

/* What the drawing took is given back but for its frame, unless there were
 * messages, whose places may stand in it. */
static bool draw_chart(Figures *figures, const Tree *spec,
                       const FolderAccess *access, PageFigure *drawn,
                       double max_height) {
  Arena *report = figures->report;
  Arena *drawing = arena_new(report, Arena);
  arena_defer(report, release_arena, drawing);
  int told = figures->diags->list.count;
  ChartRequest request = chart_request(figures, spec, access);
  request.fit_width = drawn->width;
  request.omit_title = true;
  const Chart *chart = draw_sized(figures, drawing, &request, max_height);
  if (chart)
    drawn->figure =
        (Figure){frame_copy(report, chart->frame), str_copy(report, chart->alt),
                 attach_rows(figures, drawn, chart)};
  bool is_drawn = chart != NULL;
  if (figures->diags->list.count == told) arena_clear(drawing);
  return is_drawn;
}

static bool draw_image(Figures *figures, Str target, Place asked,
                       PageFigure *drawn, double max_height) {
  Arena *report = figures->report;
  const Article *article = figures->request.article;
  Str path =
      file_resolve(report, &article->access, target, asked, figures->diags);
  const Image *image =
      path.len ? image_read(report, path, asked, figures->diags) : NULL;
  if (!image) return false;
  double scale = drawn->width / image->width;
  if (max_height > 0 && image->height * scale > max_height)
    scale = max_height / image->height;
  /* Pixels are not enlarged, unless a width is asked for. */
  bool may_grow =
      image->kind == IMAGE_SVG ||
      (drawn->block && (drawn->block->width > 0 || drawn->block->is_turned));
  if (scale > 1 && !may_grow) scale = 1;
  Rect rect = {0, 0, image->width * scale, image->height * scale};
  Frame *frame = frame_new(report, rect.width, rect.height);
  frame_add_image(frame, image, rect);
  drawn->figure = (Figure){frame, {0}, {0}};
  list_add(report, &figures->inputs, path);
  return true;
}

static bool draw_figure(Figures *figures, PageFigure *drawn,
                        double max_height) {
  const Block *block = drawn->block;
  if (drawn->job == UNREADABLE) return false;
  if (drawn->job >= 0) {
    const FigureJob *job = &figures->jobs.items[drawn->job];
    return draw_chart(figures, job->tree, &job->spec.access, drawn, max_height);
  }
  Place asked = block ? block->place : (Place){0};
  if (!target_is_chart(drawn->target))
    return draw_image(figures, drawn->target, asked, drawn, max_height);
  SpecText spec;
  if (!find_spec_file(figures, drawn->target, asked, &spec)) return false;
  const Tree *tree = read_tree(figures->report, &spec, figures->diags);
  return tree && draw_chart(figures, tree, &spec.access, drawn, max_height);
}

static bool draw_for_page(void *owner, const Block *block, Str target,
                          double width, double max_height, Figure *figure) {
  Figures *figures = owner;
  if (block) target = block->target;
  int job = block ? find_job(figures, block) : -1;
  for (int i = 0; i < figures->drawn.count; i++) {
    const PageFigure *known = &figures->drawn.items[i];
    if (known->job == job && known->width == width &&
        known->max_height == max_height && str_equal(known->target, target)) {
      *figure = known->figure;
      return known->figure.frame != NULL;
    }
  }
  PageFigure drawn = {.job = job,
                      .block = block,
                      .target = target,
                      .width = width,
                      .max_height = max_height};
  bool is_drawn = draw_figure(figures, &drawn, max_height);
  list_add(figures->report, &figures->drawn, drawn);
  *figure = drawn.figure;
  return is_drawn;
}

FigureSource figures_source(Figures *figures) {
  return (FigureSource){figures, draw_for_page};
}

void figures_finish(Figures *figures, Diags *diags) {
  if (figures->pool) g_thread_pool_free(figures->pool, FALSE, TRUE);
  figures->pool = NULL;
  for (int i = 0; i < figures->jobs.count; i++)
    diags_join(diags, &figures->jobs.items[i].diags);
}

const AttachmentList *figures_attachments(const Figures *figures) {
  return &figures->attachments;
}

const InputPaths *figures_inputs(const Figures *figures) {
  return &figures->inputs;
}

int figures_count(const Figures *figures) {
  return figures->jobs.count;
}

FigureJob *figures_job(Figures *figures, int index) {
  return &figures->jobs.items[index];
}
