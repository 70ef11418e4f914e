/* An article's pages, and their structure. Charts are plain boxes, half as high
 * as wide; tall.svg is higher than a page. */
#include "page/page.h"

#include "article/article.h"
#include "cases.h"

static bool draw_box(void *owner, const Block *block, Str target, double width,
                     double max_height, Figure *figure) {
  (void)block;
  double height = width / 2 < max_height ? width / 2 : max_height;
  if (str_ends(target, S("tall.svg"))) height = 2 * max_height;
  Frame *frame = frame_new(owner, width, height);
  frame_add_rect(frame, (Rect){0, 0, width, height},
                 paint_color(color_rgb(0xD9D9D9)));
  *figure = (Figure){frame, str_format(owner, "그림: %.*s", STR(target)), {0}};
  return true;
}

static Pages *build(Arena *arena, Str path, Diags *diags) {
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  FontSet *fonts = fonts_open(arena, &options, diags);
  ArticleRequest read = {.path = path};
  Article *article = article_read(arena, &read, diags);
  if (!article || !fonts) return NULL;
  FigureSource figures = {arena, draw_box};
  PageRequest request = {
      .article = article, .figures = &figures, .fonts = fonts};
  return page_build(arena, &request, diags);
}

void case_page(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)input;
  Diags diags = {.arena = arena};
  Pages *pages = build(arena, path, &diags);
  if (pages) pages_dump(pages, output);
  case_add_diags(output, &diags);
}

void case_tags(Arena *arena, Str path, Str input, StrBuf *output) {
  (void)input;
  Diags diags = {.arena = arena};
  Pages *pages = build(arena, path, &diags);
  if (pages) pages_dump_structure(pages, output);
  case_add_diags(output, &diags);
}
