/* One spec, one picture. */
#include "build/chart.h"

#include <glib.h>

#include "base/limits.h"
#include "base/outputs.h"
#include "build/pictures.h"

typedef struct ChartBuild {
  Arena *arena;
  const ChartBuildRequest *request;
  Str path; /* of the spec */
  const ChartShared *shared;
  Diags *diags;
  Tree *spec, *config;
  FolderAccess access;
  Chart *chart;
} ChartBuild;

static Tree *read_tree(ChartBuild *build, Str path) {
  const Source *source = file_read_source(build->arena, path, LIMIT_SPEC_BYTES,
                                          (Place){0}, build->diags);
  if (!source) return NULL;
  bool is_yaml = str_ends(path, S(".yaml")) || str_ends(path, S(".yml"));
  Place whole = place_whole(source);
  return is_yaml ? tree_read_yaml(build->arena, whole, build->diags)
                 : tree_read_json(build->arena, whole, build->diags);
}

static bool read_spec(ChartBuild *build) {
  const ChartBuildRequest *request = build->request;
  build->spec = read_tree(build, build->path);
  if (request->config.len) build->config = read_tree(build, request->config);
  Str folder = request->base.len ? request->base
                                 : path_folder(build->arena, build->path);
  /* A spec named on the command line may read from anywhere: who names it
   * could read the file as well. */
  Str *allowed = arena_new(build->arena, Str);
  *allowed = S("/");
  build->access = (FolderAccess){folder, allowed, 1};
  return build->spec && (!request->config.len || build->config);
}

static Str language_of(const ChartBuildRequest *request) {
  return request->language.len ? request->language : S("ko");
}

static bool draw(ChartBuild *build) {
  const ChartBuildRequest *request = build->request;
  ChartParam *params =
      arena_array(build->arena, ChartParam, request->param_count);
  for (int i = 0; i < request->param_count; i++) {
    Str text = str_from(request->params[i]);
    int equals = str_find_char(text, '=');
    Str name = equals < 0 ? text : str_slice(text, 0, equals);
    Str value = equals < 0 ? S("true") : str_slice(text, equals + 1, text.len);
    params[i] = (ChartParam){name, value_str(value)};
  }
  ChartRequest chart = {.spec = build->spec,
                        .access = &build->access,
                        .files = build->shared->files,
                        .theme =
                            request->jikji_theme ? THEME_JIKJI : THEME_VEGA,
                        .config = build->config ? build->config->root : NULL,
                        .params = params,
                        .param_count = request->param_count,
                        .fit_width = request->width,
                        .fit_height = request->height,
                        .language = language_of(request),
                        .wants_scene = request->text == CHART_TEXT_SCENE};
  build->chart =
      chart_draw(build->arena, &chart,
                 fonts_share(build->arena, build->shared->fonts), build->diags);
  return build->chart && build->diags->error_count == 0;
}

static bool read_background(ChartBuild *build, Color *background) {
  Str text = build->request->background;
  *background = build->chart->background;
  if (text.len == 0) return true;
  if (str_is(text, "none")) {
    *background = (Color){0};
    return true;
  }
  if (color_read(text, background)) return true;
  return diag(build->diags, DIAG_BUILD_OPTION, (Place){0},
              "'%.*s' is no colour", STR(text));
}

static bool kind_of_ending(Str path, PictureFormat *format) {
  for (int bit = 1; bit <= FORMAT_PDF; bit <<= 1) {
    if (!str_ends(path, str_from(picture_ending((PictureFormat)bit)))) continue;
    *format = (PictureFormat)bit;
    return true;
  }
  return false;
}

/* Where the picture goes: the file named, or a name from the spec's in the
 * folder named or beside the spec. */
static bool find_output(ChartBuild *build, Str *path, PictureFormat *format) {
  const ChartBuildRequest *request = build->request;
  Str output = request->output;
  bool is_folder = output.len &&
                   g_file_test(str_c(build->arena, output), G_FILE_TEST_IS_DIR);
  *format = (PictureFormat)request->formats;
  *path = output;
  if (output.len && !is_folder && kind_of_ending(output, format)) return true;
  if (output.len && !is_folder)
    return diag(build->diags, DIAG_BUILD_OPTION, (Place){0},
                "'%.*s' ends neither in .png nor .svg nor .pdf", STR(output));
  Str folder = is_folder ? output : path_folder(build->arena, build->path);
  Str name = str_format(build->arena, "%.*s%s", STR(path_stem(build->path)),
                        picture_ending(*format));
  *path = path_join(build->arena, folder, name);
  return true;
}

static bool write_picture(ChartBuild *build) {
  const ChartBuildRequest *request = build->request;
  Str path, bytes;
  PictureRequest picture = {.scale = request->scale > 0 ? request->scale : 1,
                            .ppi = request->ppi,
                            .name = path_stem(build->path),
                            .language = language_of(request)};
  if (!find_output(build, &path, &picture.format)) return false;
  if (!read_background(build, &picture.background)) return false;
  if (!picture_write(build->arena, build->chart, &picture, build->diags,
                     &bytes))
    return false;
  Outputs *outputs =
      outputs_open(build->arena, path_folder(build->arena, path), build->diags);
  if (!outputs) return false;
  if (!outputs_add(outputs, path_name(path), bytes, build->diags)) {
    outputs_abandon(outputs);
    return false;
  }
  return outputs_commit(outputs, build->diags);
}

static Str frame_text(const ChartBuild *build) {
  StrBuf text = {.arena = build->arena};
  frame_dump(build->chart->frame, &text);
  return strbuf_str(&text);
}

bool chart_build(Arena *arena, const ChartBuildRequest *request, Str path,
                 const ChartShared *shared, ChartBuildResult *result) {
  ChartBuild build = {.arena = arena,
                      .request = request,
                      .path = path,
                      .shared = shared,
                      .diags = &result->diags};
  if (!read_spec(&build) || !draw(&build)) return false;
  if (request->text == CHART_TEXT_NONE) return write_picture(&build);
  result->text = request->text == CHART_TEXT_SCENE ? build.chart->scene
                                                   : frame_text(&build);
  return !request->output.len || write_picture(&build);
}
