/* jikji chart SPEC... */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "build/build.h"
#include "cli/commands.h"

typedef struct ChartOptions {
  char *output, *format, *base, *config, *theme, *size, *background, *fonts,
      *lang;
  double scale, ppi;
  int jobs;
  gboolean dump, scene;
} ChartOptions;

static const struct {
  const char *name;
  double width, height;
} sizes[] = {
    {"slide", 1920, 1080}, {"half-slide", 960, 1080}, {"a4-width", 605, 0}};

static bool read_size(const char *text, double *width, double *height) {
  if (!text) return true;
  for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
    if (!strcmp(text, sizes[i].name)) {
      *width = sizes[i].width;
      *height = sizes[i].height;
      return true;
    }
  }
  char *end;
  *width = g_ascii_strtod(text, &end);
  if (end == text || *end != 'x') return false;
  const char *second = end + 1;
  *height = g_ascii_strtod(second, &end);
  return end != second && *end == '\0' && *width > 0 && *height > 0;
}

static bool read_format(const char *text, int *formats) {
  *formats = FORMAT_PNG;
  if (!text || !strcmp(text, "png")) return true;
  *formats = !strcmp(text, "svg")   ? FORMAT_SVG
             : !strcmp(text, "pdf") ? FORMAT_PDF
                                    : 0;
  return *formats != 0;
}

static const char *read_options(const ChartOptions *options,
                                ChartBuildRequest *request) {
  if (!read_size(options->size, &request->width, &request->height))
    return "--size is WIDTHxHEIGHT, slide, half-slide or a4-width";
  if (!read_format(options->format, &request->formats))
    return "--format is png, svg or pdf";
  if (options->theme && strcmp(options->theme, "vega") &&
      strcmp(options->theme, "jikji"))
    return "--theme is vega or jikji";
  if (options->scale < 0 || options->scale > 16)
    return "--scale is a number up to 16";
  if (options->ppi < 0 || options->ppi > 2400)
    return "--ppi is a number up to 2400";
  request->jikji_theme = options->theme && !strcmp(options->theme, "jikji");
  request->scale = options->scale;
  request->ppi = options->ppi;
  request->jobs = options->jobs;
  request->output = str_from(options->output);
  request->base = str_from(options->base);
  request->config = str_from(options->config);
  request->background = str_from(options->background);
  request->language = str_from(options->lang);
  if (options->jobs < 0) return "--jobs is 1 or more";
  if (options->dump && options->scene) return "--dump or --scene, not both";
  if (options->dump) request->text = CHART_TEXT_DUMP;
  if (options->scene) request->text = CHART_TEXT_SCENE;
  return NULL;
}

static void show_result(void *owner, const ChartBuildResult *result) {
  const CommandLine *line = owner;
  show_diags(&result->diags, &line->common);
  if (result->is_drawn && result->text.len)
    fwrite(result->text.text, 1, (size_t)result->text.len, stdout);
}

/* A spec whose picture would have the path of another's, by folder and name;
 * NULL: none. */
static const char *find_clash(Arena *arena, const ChartOptions *options,
                              char **specs, int count) {
  if ((options->dump || options->scene) && !options->output) return NULL;
  GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
  const char *clash = NULL;
  for (int i = 0; i < count && !clash; i++) {
    Str spec = str_from(specs[i]);
    Str folder = options->output ? S("") : path_folder(arena, spec);
    Str path = path_join(arena, folder, path_stem(spec));
    if (!g_hash_table_add(names, str_c(arena, path))) clash = specs[i];
  }
  g_hash_table_destroy(names);
  return clash;
}

static ExitStatus wrong_use(const char *message) {
  fprintf(stderr, "jikji chart: %s\nSee 'jikji chart --help'.\n", message);
  return EXIT_USAGE;
}

static ExitStatus run(CommandLine *line, const ChartOptions *options, int count,
                      char **arguments) {
  if (!command_line_read(line, &count, &arguments)) return EXIT_USAGE;
  if (count < 2) return wrong_use("which spec?");
  if (count > 2 && options->output &&
      !g_file_test(options->output, G_FILE_TEST_IS_DIR))
    return wrong_use("for several specs, --output is a folder");
  const char *clash =
      find_clash(line->arena, options, arguments + 1, count - 1);
  if (clash)
    return wrong_use(str_c(
        line->arena,
        str_format(line->arena, "two specs give one picture: %s", clash)));
  ChartBuildRequest request = {.specs = (const char *const *)arguments + 1,
                               .spec_count = count - 1};
  const char *message = read_options(options, &request);
  if (message) return wrong_use(message);
  request.fonts = fonts_folder(line->arena, options->fonts);
  request.allowed_folders = allowed_folders(line, &request.allowed_count);
  request.params = (const char *const *)line->common.params;
  request.param_count =
      line->common.params ? (int)g_strv_length(line->common.params) : 0;
  return build_charts(&request, show_result, line) ? EXIT_DONE : EXIT_ERRORS;
}

static void release_options(const ChartOptions *options) {
  char *const texts[] = {options->output,     options->format, options->base,
                         options->config,     options->theme,  options->size,
                         options->background, options->fonts,  options->lang};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    g_free(texts[i]);
}

ExitStatus command_chart(int count, char **arguments) {
  ChartOptions options = {0};
  const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
       "The picture, its kind by the ending; or a folder", "FILE"},
      {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
       "Kind of picture where --output does not say (png)", "KIND"},
      {"base", 0, 0, G_OPTION_ARG_FILENAME, &options.base,
       "Where relative data urls start (the spec's folder)", "DIR"},
      {"config", 0, 0, G_OPTION_ARG_FILENAME, &options.config,
       "A Vega-Lite config merged under the spec's own", "FILE"},
      {"theme", 0, 0, G_OPTION_ARG_FILENAME, &options.theme,
       "vega (default) or jikji", "NAME"},
      {"scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale,
       "Pixels per unit (1)", "N"},
      {"ppi", 0, 0, G_OPTION_ARG_DOUBLE, &options.ppi,
       "Resolution written into the PNG (72 x scale)", "N"},
      {"size", 0, 0, G_OPTION_ARG_FILENAME, &options.size,
       "Outer size in px; slide, half-slide, a4-width", "WxH"},
      {"lang", 0, 0, G_OPTION_ARG_STRING, &options.lang,
       "Language of generated words, such as the alt text (ko)", "TAG"},
      {"background", 0, 0, G_OPTION_ARG_FILENAME, &options.background,
       "A colour, or none", "COLOR"},
      {"fonts", 0, 0, G_OPTION_ARG_FILENAME, &options.fonts,
       "Folder of the pinned faces' lock", "DIR"},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &options.jobs,
       "Threads (as many as cores)", "N"},
      {"dump", 0, 0, G_OPTION_ARG_NONE, &options.dump,
       "Print the picture as text", NULL},
      {"scene", 0, 0, G_OPTION_ARG_NONE, &options.scene,
       "Print all marks and their numbers as JSON", NULL},
      {NULL, 0, 0, 0, NULL, NULL, NULL}};
  Arena arena = {0};
  CommandLine line = {.arena = &arena,
                      .synopsis = "SPEC...",
                      .summary = "Draws Vega-Lite specs (JSON or YAML): one "
                                 "picture each.",
                      .entries = entries};
  ExitStatus status = run(&line, &options, count, arguments);
  release_options(&options);
  arena_clear(&arena);
  return status;
}
