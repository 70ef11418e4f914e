/* Pictures as objects, each in the file once however often it is shown. */
#include "export/pdf/content.h"

static bool is_same(const PdfPicture *picture, const FrameItem *item) {
  const Image *image = item->image.image;
  if (picture->image != image &&
      !str_equal(picture->image->bytes, image->bytes))
    return false;
  return image->kind != IMAGE_SVG ||
         (picture->width == item->image.rect.width &&
          picture->height == item->image.rect.height);
}

static PdfPicture add_svg(PdfDocument *document, const FrameItem *item) {
  double width = item->image.rect.width, height = item->image.rect.height;
  return (PdfPicture){
      .number = pdf_add_svg(document, item->image.image, width, height),
      .width = width,
      .height = height,
      .matrix = {1 / width, 0, 0, -1 / height, 0, 1}};
}

static const PdfPicture *find_picture(PdfDocument *document,
                                      const FrameItem *item) {
  const Image *image = item->image.image;
  for (int i = 0; i < document->pictures.count; i++)
    if (is_same(&document->pictures.items[i], item))
      return &document->pictures.items[i];
  PdfPicture picture = image->kind == IMAGE_SVG
                           ? add_svg(document, item)
                           : pdf_add_raster(document, image);
  picture.image = image;
  list_add(document->scratch, &document->pictures, picture);
  return list_last(&document->pictures);
}

/* What cairo draws of an SVG counts on letters of their own widths. */
static void reset_text(PdfContent *content) {
  enum { UNSTRETCHED = 100 * 1000 };
  if (content->state.stretch != UNSTRETCHED)
    content_add(content, S("100 Tz\n"));
  if (content->state.spacing != 0) content_add(content, S("0 Tc\n"));
}

void content_image(PdfContent *content, const FrameItem *item, Matrix matrix) {
  const PdfPicture *picture = find_picture(content->document, item);
  if (!picture->number) return;
  Rect rect = item->image.rect;
  Matrix placed =
      matrix_multiply(picture->matrix, matrix_scale(rect.width, rect.height));
  placed = matrix_multiply(placed, matrix_move(rect.x, rect.y));
  content_save(content);
  content_set_alpha(content, 1);
  reset_text(content);
  content_room(content, 6 * PDF_NUMBER_BYTES);
  pdf_put_matrix(&content->text, matrix_multiply(placed, matrix));
  strbuf_add(&content->text, S(" cm\n"));
  content_show_object(content, picture->number, 1);
  content_restore(content);
}
