/* The content of a page, or of a group on it, being written: operators (ISO
 * 32000-1, annex A), of which none repeats what already holds. Private to
 * export/pdf.
 *
 * Everything is written in the page's own coordinates, to .01 pt: what stands
 * in transformed groups is transformed here, so that states need not nest. */
#ifndef JIKJI_EXPORT_PDF_CONTENT_H
#define JIKJI_EXPORT_PDF_CONTENT_H

#include "export/pdf/document.h"

/* An outline that all is cut at, within those outside of it. */
typedef struct PdfClip {
  const Path *path;
  Matrix matrix; /* to the page */
  const struct PdfClip *outer;
} PdfClip;

/* What the operators so far have set. Numbers that readers see are counted in
 * their last decimal; INT_MIN is what nobody knows. */
typedef struct GraphicsState {
  int fill, stroke; /* colours, or patterns: see content_paint.c */
  int alpha;        /* thousandths */
  int width, miter; /* thousandths */
  int cap, join;
  int dashes;              /* 0: none; others are written each time */
  int font, size, spacing; /* an object; thousandths */
  int stretch;             /* thousandths of a per cent */
} GraphicsState;

typedef struct SavedState {
  GraphicsState state;
  const PdfClip *clip;
} SavedState;

enum { STATES_MAX = 26 }; /* ISO 19005-2, 6.1.13: 28 */

/* Between BT and ET. */
typedef struct TextObject {
  bool is_open;
  bool in_array, in_string; /* of a TJ that is not complete */
  Matrix turn;              /* of text space to the page, without a place */
  Point line;               /* where the line begins, as written */
  int line_count; /* of all in the content so far, to tell them apart */
  double pen;     /* how far along it the next glyph would stand */
} TextObject;

typedef enum ResourceKind {
  RESOURCE_FONT,
  RESOURCE_STATE,
  RESOURCE_PATTERN,
  RESOURCE_OBJECT,
  RESOURCE_KINDS
} ResourceKind;

typedef struct PdfContent {
  PdfDocument *document;
  Arena *scratch; /* the page's */
  StrBuf text;
  List(int) streams; /* of the text that was too long for one */
  bool is_form;      /* is not the page's own: holds no marks, is one stream */
  Rect page;         /* the whole, y up */
  GraphicsState state;
  SavedState saved[STATES_MAX];
  int saved_count;
  const PdfClip *clip; /* in force */
  TextObject shown;
  List(int) resources[RESOURCE_KINDS]; /* numbers of objects */
  Tag tag;                             /* of what is painted next */
  bool is_measured;            /* what is painted next tells what it covers */
  Tag open;                    /* of the mark that is open; TAG_INHERIT: none */
  bool tells;                  /* the open mark says what its glyphs show */
  bool has_span, span_in_text; /* a span does, begun in a text object */
} PdfContent;

/* A page's content begins with the states that ISO 32000-1, 8.4.1 says; a
 * form's with those of who shows it, opaque and unfaded. */
void content_open(PdfContent *content, PdfDocument *document, Arena *scratch,
                  Rect page, bool is_form);
void content_close(PdfContent *content);

/* "<</Font<<…>>…>>" of all that was named. */
void content_put_resources(const PdfContent *content, StrBuf *body);
/* Writes the name of an object and remembers it. */
void content_put_name(PdfContent *content, ResourceKind kind, int number);

/* q and Q. */
void content_save(PdfContent *content);
void content_restore(PdfContent *content);
/* Puts the clip in force, NULL: none, and no other one. */
void content_set_clip(PdfContent *content, const PdfClip *clip);

/* Takes the clip out of force, where it is. */
void content_leave_clip(PdfContent *content, const PdfClip *clip);

/* Ends a text object, or the showing of text in it, where there is one. */
void content_end_text(PdfContent *content);
void content_end_showing(PdfContent *content);

/* Room for one operator; what was written long before may leave. */
char *content_room(PdfContent *content, int bytes);
void content_wrote(PdfContent *content, char *end);
void content_add(PdfContent *content, Str text);

/* content_form.c: closes a form and writes it, its object number; a layer fades
 * as a whole. Shows a form or picture. */
int content_add_form(PdfContent *content, bool is_layer);
void content_show_object(PdfContent *content, int number, double opacity);

/* content_marks.c: opens the mark of what is painted next; of one tag one after
 * the other share it. It shows `shown`, whatever readers make of its glyphs;
 * empty: they tell. After such a text content_told ends what it stands for. */
void content_tell(PdfContent *content, Str shown);
void content_told(PdfContent *content);
void content_end_mark(PdfContent *content);

/* content_paint.c: makes the next fills or strokes so; a gradient stands in the
 * coordinates that `matrix` takes to the page. One that lets something through
 * differently here and there needs content_restore afterwards: true. */
bool content_set_paint(PdfContent *content, const Paint *paint, Matrix matrix,
                       bool is_stroke);
void content_set_alpha(PdfContent *content, double alpha);
bool paint_is_seen(const Paint *paint);

/* content_line.c: how the next strokes go, their lengths scaled. False: dashes
 * leave nothing of them. */
bool content_set_line(PdfContent *content, const Stroke *stroke, double scale);

/* content_path.c */
void content_path(PdfContent *content, const Path *path, Matrix matrix);
void content_path_item(PdfContent *content, const FrameItem *item,
                       Matrix matrix);

/* content_stamps.c */
void content_stamps(PdfContent *content, const Stamps *stamps, Matrix matrix);

/* content_text.c: what it covers on the page. */
Rect content_glyphs(PdfContent *content, const FrameItem *item, Matrix matrix);

/* content_image.c */
void content_image(PdfContent *content, const FrameItem *item, Matrix matrix);

#endif
