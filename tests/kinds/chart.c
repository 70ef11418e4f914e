/* A Vega-Lite spec in; the dump of its frame and the messages out. Specs whose
 * name ends in "-print" are drawn with the theme of reports, those in
 * "-english" are described in English. */
#include "chart/chart.h"
#include "base/tree.h"
#include "cases.h"

static FontSet *fonts_of_cases(Arena *arena, Diags *diags) {
  FontOptions options = {.folder = str_from(JIKJI_FONTS)};
  return fonts_open(arena, &options, diags);
}

void case_chart(Arena *arena, Str path, Str input, StrBuf *output) {
  Source *source = arena_new(arena, Source);
  *source = (Source){path_name(path), str_copy(arena, input)};
  Diags diags = {.arena = arena};
  Tree *tree = tree_read_json(arena, place_whole(source), &diags);
  FontSet *fonts = fonts_of_cases(arena, &diags);
  FolderAccess access = {.folder = path_folder(arena, path)};
  TableSet tables = {0};
  bool print = str_ends(path, S("-print.vl.json"));
  bool english = str_ends(path, S("-english.vl.json"));
  ChartRequest request = {.spec = tree,
                          .access = &access,
                          .tables = &tables,
                          .theme = print ? THEME_JIKJI : THEME_VEGA,
                          .language = english ? S("en") : S("ko")};
  Chart *chart =
      tree && fonts ? chart_draw(arena, &request, fonts, &diags) : NULL;
  case_add_diags(output, &diags);
  if (!chart) return;
  strbuf_addf(output, "size %gx%g\nalt %.*s\n", chart->frame->width,
              chart->frame->height, STR(chart->alt));
  frame_dump(chart->frame, output);
}
