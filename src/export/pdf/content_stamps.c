/* Stamps: the coordinates move from place to place, and the same words draw
 * each look there. That packs to a tenth of what a million outlines at places
 * of their own would take, and is drawn twice as fast as a million forms. */
#include "export/pdf/content.h"

typedef struct Stamping {
  PdfContent *content;
  Matrix matrix; /* to the page */
  Matrix turn;   /* the same without its place */
  FrameItem *looks;
  int *forms;     /* of looks with gradients; 0: not made, not needed */
  long long x, y; /* where the coordinates have moved to, in hundredths */
} Stamping;

static FrameItem look_item(const StampLook *look) {
  FrameItem item = {.kind = FRAME_PATH};
  item.path.path = look->path;
  item.path.fill = look->fill;
  item.path.stroke = &look->stroke;
  return item;
}

/* Gradients stay where the page is; only in a form they move. */
static int add_form(const Stamping *stamping, const FrameItem *item) {
  PdfContent inner;
  Rect bounds = rect_transformed(frame_item_bounds(item), stamping->turn);
  content_open(&inner, stamping->content->document, stamping->content->scratch,
               rect_grown(bounds, 1), true);
  content_path_item(&inner, item, stamping->turn);
  return content_add_form(&inner, false);
}

static Stamping stamping_open(PdfContent *content, const Stamps *stamps,
                              Matrix matrix) {
  int count = stamps->looks.count;
  Stamping stamping = {
      .content = content,
      .matrix = matrix,
      .turn = {matrix.xx, matrix.yx, matrix.xy, matrix.yy, 0, 0},
      .looks = arena_array(content->scratch, FrameItem, count),
      .forms = arena_array(content->scratch, int, count)};
  for (int i = 0; i < count; i++)
    stamping.looks[i] = look_item(&stamps->looks.items[i]);
  return stamping;
}

static void move_to(Stamping *stamping, Point at) {
  PdfContent *content = stamping->content;
  Point place = matrix_apply(stamping->matrix, at);
  long long x = pdf_scaled(place.x, 2), y = pdf_scaled(place.y, 2);
  content_add(content, S("1 0 0 1 "));
  char *end = content_room(content, 3 * PDF_NUMBER_BYTES);
  end = pdf_write_scaled(end, x - stamping->x, 2);
  *end++ = ' ';
  content_wrote(content, pdf_write_scaled(end, y - stamping->y, 2));
  strbuf_add(&content->text, S(" cm\n"));
  stamping->x = x;
  stamping->y = y;
}

static void show_form(Stamping *stamping, int look) {
  PdfContent *content = stamping->content;
  int *form = &stamping->forms[look];
  if (!*form) *form = add_form(stamping, &stamping->looks[look]);
  content_show_object(content, *form, 1);
}

void content_stamps(PdfContent *content, const Stamps *stamps, Matrix matrix) {
  Stamping stamping = stamping_open(content, stamps, matrix);
  content_save(content);
  for (int i = 0; i < stamps->list.count; i++) {
    const Stamp *stamp = &stamps->list.items[i];
    const StampLook *look = &stamps->looks.items[stamp->look];
    move_to(&stamping, stamp->at);
    if (paint_is_gradient(&look->fill) ||
        paint_is_gradient(&look->stroke.paint))
      show_form(&stamping, stamp->look);
    else
      content_path_item(content, &stamping.looks[stamp->look], stamping.turn);
  }
  content_restore(content);
}
