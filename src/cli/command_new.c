/* jikji new DIR: a small report that builds. */
#include <stdio.h>

#include "base/outputs.h"
#include "cli/commands.h"

static const char report[] =
    "---\n"
    "title: 새 보고서\n"
    "subtitle: 자료를 고치면 글과 표와 그림이 함께 바뀐다\n"
    "author: 지은이\n"
    "date: 2026-01-02\n"
    "lang: ko\n"
    "data:\n"
    "  visits: {url: visits.csv}\n"
    "values:\n"
    "  first: {data: visits, filter: \"datum.year == 2022\", field: count}\n"
    "  last: {data: visits, filter: \"datum.year == 2025\", field: count}\n"
    "---\n"
    "\n"
    "# 이용 현황 {#sec-visits}\n"
    "\n"
    "이용 건수는 2022년 {{ first | 만 }} 건에서 2025년 {{ last | 만 }} 건으로 "
    "늘었다. 해마다의 값은 @fig-visits와(과) @tbl-visits에 있다.\n"
    "\n"
    "![해마다 늘어난 이용](charts/visits.vl.json){#fig-visits "
    "alt=\"2022년부터 2025년까지 해마다 늘어난 이용 건수의 꺾은선.\" "
    "source=\"자료: 보기로 지은 값\"}\n"
    "\n"
    "::: {.table #tbl-visits data=visits columns=\"year,count\" "
    "header=\"연도|이용\" caption=\"해마다의 이용\" unit=\"건\" "
    "format=\"year:d;count:,\" source=\"자료: 보기로 지은 값\"}\n"
    ":::\n";

static const char visits[] = "year,count\n"
                             "2022,120000\n"
                             "2023,185000\n"
                             "2024,240000\n"
                             "2025,310000\n";

static const char chart[] =
    "{\n"
    "  \"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\",\n"
    "  \"title\": \"해마다 늘어난 이용\",\n"
    "  \"width\": 420,\n"
    "  \"height\": 200,\n"
    "  \"data\": {\"url\": \"../visits.csv\"},\n"
    "  \"config\": {\"customFormatTypes\": true},\n"
    "  \"mark\": {\"type\": \"line\", \"point\": true},\n"
    "  \"encoding\": {\n"
    "    \"x\": {\"field\": \"year\", \"type\": \"quantitative\",\n"
    "          \"title\": null, \"scale\": {\"zero\": false},\n"
    "          \"axis\": {\"format\": \"d\", \"tickMinStep\": 1}},\n"
    "    \"y\": {\"field\": \"count\", \"type\": \"quantitative\",\n"
    "          \"title\": \"이용 건수\",\n"
    "          \"axis\": {\"formatType\": \"korean\", \"format\": \"만\"}}\n"
    "  }\n"
    "}\n";

static const struct {
  const char *name;
  const char *text;
} files[] = {{"report.md", report},
             {"visits.csv", visits},
             {"charts/visits.vl.json", chart}};

static bool is_free(const char *folder) {
  bool is_empty = true;
  GDir *dir = g_dir_open(folder, 0, NULL);
  if (dir) {
    is_empty = g_dir_read_name(dir) == NULL;
    g_dir_close(dir);
  }
  return is_empty;
}

static bool write_files(Arena *arena, const char *folder, Diags *diags) {
  Outputs *outputs = outputs_open(arena, str_from(folder), diags);
  if (!outputs) return false;
  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    if (!outputs_add(outputs, str_from(files[i].name), str_from(files[i].text),
                     diags)) {
      outputs_abandon(outputs);
      return false;
    }
  }
  return outputs_commit(outputs, diags);
}

static ExitStatus make(const CommandLine *line, const char *folder) {
  if (!is_free(folder)) {
    fprintf(stderr, "jikji new: '%s' is not empty; nothing was written\n",
            folder);
    return EXIT_ERRORS;
  }
  Diags diags = {.arena = line->arena};
  bool is_made = write_files(line->arena, folder, &diags);
  show_diags(&diags, &line->common);
  if (!is_made) return EXIT_ERRORS;
  if (!line->common.quiet)
    printf("%s is ready: jikji build %s\n", folder, folder);
  return EXIT_DONE;
}

ExitStatus command_new(int count, char **arguments) {
  Arena arena = {0};
  CommandLine line = {.arena = &arena,
                      .synopsis = "DIR",
                      .summary = "Makes a small report in DIR, which builds."};
  ExitStatus status = EXIT_USAGE;
  if (command_line_read(&line, &count, &arguments)) {
    if (count == 2)
      status = make(&line, arguments[1]);
    else
      fprintf(stderr, "jikji new: name one folder\n");
  }
  arena_clear(&arena);
  return status;
}
