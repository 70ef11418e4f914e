/* jikji build [REPORT], jikji check [REPORT]. */
#include <stdio.h>
#include <string.h>

#include "build/build.h"
#include "cli/commands.h"

typedef struct BuildOptions {
  char *output, *format, *fonts, *pdf;
  int jobs;
  gboolean timings, dump;
} BuildOptions;

static bool read_formats(const char *text, int *formats) {
  static const struct {
    const char *name;
    PictureFormat format;
  } known[] = {{"png", FORMAT_PNG}, {"svg", FORMAT_SVG}, {"pdf", FORMAT_PDF}};
  *formats = FORMAT_PNG | FORMAT_SVG | FORMAT_PDF;
  if (!text) return true;
  *formats = 0;
  char **names = g_strsplit(text, ",", -1);
  bool is_good = names[0] != NULL;
  for (int i = 0; names[i]; i++) {
    int before = *formats;
    for (size_t j = 0; j < G_N_ELEMENTS(known); j++)
      if (!strcmp(names[i], known[j].name)) *formats |= (int)known[j].format;
    is_good = is_good && (*formats != before || !*names[i]);
  }
  g_strfreev(names);
  return is_good && *formats;
}

static void print_timings(const BuildResult *result) {
  double total = 0;
  for (int i = 0; i < result->timings.count; i++) {
    const Timing *timing = &result->timings.items[i];
    fprintf(stderr, "%-18s %8.1f ms\n", timing->stage, timing->milliseconds);
    total += timing->milliseconds;
  }
  fprintf(stderr, "%-18s %8.1f ms\n", "all", total);
}

static void print_result(const CommandLine *line, const BuildOptions *options,
                         const BuildResult *result) {
  if (options->dump)
    fwrite(result->dump.text, 1, (size_t)result->dump.len, stdout);
  if (options->timings) print_timings(result);
  if (!line->common.quiet && result->output.len)
    fprintf(stderr, "%.*s: %d pages, %d figures\n", STR(result->output),
            result->page_count, result->figure_count);
}

static ExitStatus run(const CommandLine *line, const BuildOptions *options,
                      BuildRequest *request) {
  Arena *arena = line->arena;
  request->fonts = fonts_folder(arena, options->fonts);
  request->allowed_folders = allowed_folders(line, &request->allowed_count);
  request->params = (const char *const *)line->common.params;
  request->param_count =
      line->common.params ? (int)g_strv_length(line->common.params) : 0;
  Diags diags = {.arena = arena, .strict_data = true};
  BuildResult result = {0};
  bool is_built = build_report(arena, request, &diags, &result);
  show_diags(&diags, &line->common);
  if (!is_built) return EXIT_ERRORS;
  print_result(line, options, &result);
  return EXIT_DONE;
}

static ExitStatus wrong_use(const char *command, const char *message) {
  fprintf(stderr, "jikji %s: %s\nSee 'jikji %s --help'.\n", command, message,
          command);
  return EXIT_USAGE;
}

static ExitStatus read_request(CommandLine *line, BuildOptions *options,
                               int count, char **arguments,
                               BuildRequest *request) {
  const char *command = arguments[0];
  if (!command_line_read(line, &count, &arguments)) return EXIT_USAGE;
  if (count > 2) return wrong_use(command, "one report at a time");
  if (!read_formats(options->format, &request->formats))
    return wrong_use(command, "--format lists png, svg or pdf");
  if (options->jobs < 0) return wrong_use(command, "--jobs is 1 or more");
  if (options->pdf && strcmp(options->pdf, "plain") &&
      strcmp(options->pdf, "archival"))
    return wrong_use(command, "--pdf is archival or plain");
  bool is_valid;
  request->source_date_epoch = source_date_epoch(&is_valid);
  if (!is_valid)
    return wrong_use(command, "SOURCE_DATE_EPOCH is a number of seconds");
  request->report = count > 1 ? str_from(arguments[1]) : S(".");
  request->output = str_from(options->output);
  request->jobs = options->jobs;
  request->plain_pdf = options->pdf && !strcmp(options->pdf, "plain");
  request->wants_dump = options->dump;
  return EXIT_DONE;
}

static void release_options(const BuildOptions *options) {
  g_free(options->output);
  g_free(options->format);
  g_free(options->fonts);
  g_free(options->pdf);
}

static ExitStatus build_or_check(int count, char **arguments, bool check_only) {
  BuildOptions options = {0};
  const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
       "Where to write (out beside the report)", "DIR"},
      {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format,
       "Kinds of figure pictures (png,svg,pdf)", "LIST"},
      {"pdf", 0, 0, G_OPTION_ARG_FILENAME, &options.pdf,
       "archival (PDF/A and PDF/UA) or plain", "KIND"},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &options.jobs,
       "Threads (as many as cores)", "N"},
      {"fonts", 0, 0, G_OPTION_ARG_FILENAME, &options.fonts,
       "Folder of the pinned faces' lock", "DIR"},
      {"timings", 0, 0, G_OPTION_ARG_NONE, &options.timings,
       "Tell the time of each stage", NULL},
      {"dump", 0, 0, G_OPTION_ARG_NONE, &options.dump,
       "Print each line with its breaks, and the pages, as text", NULL},
      {NULL, 0, 0, 0, NULL, NULL, NULL}};
  Arena arena = {0};
  CommandLine line = {
      .arena = &arena,
      .synopsis = "[REPORT]",
      .summary = check_only
                     ? "Runs every stage and tells all that is wrong, but "
                       "writes nothing."
                     : "Sets a report: OUT/report.pdf, OUT/figures/*, "
                       "OUT/manifest.json.",
      .description = "REPORT is a Markdown file, or a folder that holds "
                     "report.md (default: the current folder).",
      .entries = entries};
  BuildRequest request = {.check_only = check_only};
  ExitStatus status = read_request(&line, &options, count, arguments, &request);
  if (status == EXIT_DONE) status = run(&line, &options, &request);
  release_options(&options);
  arena_clear(&arena);
  return status;
}

ExitStatus command_build(int count, char **arguments) {
  return build_or_check(count, arguments, false);
}

ExitStatus command_check(int count, char **arguments) {
  return build_or_check(count, arguments, true);
}
