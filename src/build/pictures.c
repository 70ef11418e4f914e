/* A chart's frame through export/: PNG, SVG, or a PDF of one page. */
#include "build/pictures.h"

#include "export/export.h"

const char *picture_ending(PictureFormat format) {
  return format == FORMAT_PNG ? ".png" : format == FORMAT_SVG ? ".svg" : ".pdf";
}

/* The chart as the only page, one tagged figure with its alt text. */
static Pages *single_page(Arena *arena, const Chart *chart,
                          const PictureRequest *request) {
  Pages *pages = pages_new(arena);
  Frame *frame = frame_new(arena, chart->frame->width, chart->frame->height);
  if (request->background.alpha > 0) {
    Rect whole = {0, 0, frame->width, frame->height};
    frame_add_rect(frame, whole, paint_color(request->background))->tag =
        tag_artifact(TAG_ARTIFACT_LAYOUT);
  }
  FrameItem *picture = frame_add_group(frame, chart->frame, (Matrix){0});
  pages->structure = chart->structure;
  if (!pages->structure) {
    pages->structure = element_new(arena, NULL, ELEMENT_DOCUMENT);
    Element *figure = element_new(arena, pages->structure, ELEMENT_FIGURE);
    figure->alt = chart->alt;
    picture->tag = tag_content(element_content(arena, figure));
  }
  list_add(arena, &pages->list, ((Page){.frame = frame}));
  pages->info =
      (DocumentInfo){.title = chart->title.len ? chart->title : request->name,
                     .subject = chart->alt,
                     .language = request->language,
                     .creator = S("jikji"),
                     .created = request->created};
  return pages;
}

static bool write_pdf(Arena *arena, const Chart *chart,
                      const PictureRequest *request, Diags *diags, Str *bytes) {
  PdfOptions options = {.plain = request->plain_pdf};
  return export_pdf(arena, single_page(arena, chart, request), &options, diags,
                    bytes);
}

bool picture_write(Arena *arena, const Chart *chart,
                   const PictureRequest *request, Diags *diags, Str *bytes) {
  PictureOptions options = {.scale = request->scale,
                            .ppi = request->ppi,
                            .background = request->background,
                            .title = chart->title,
                            .description = chart->alt,
                            .language = request->language};
  switch (request->format) {
  case FORMAT_PNG:
    return export_png(arena, chart->frame, &options, diags, bytes);
  case FORMAT_SVG:
    options.scale = 1;
    return export_svg(arena, chart->frame, &options, diags, bytes);
  case FORMAT_PDF:
    return write_pdf(arena, chart, request, diags, bytes);
  }
  return false;
}
