/* Operators in, content streams out: states, clips, names of resources. */
#include "export/pdf/content.h"

#include <assert.h>
#include <limits.h>

enum { STREAM_BYTES = 1 << 20 };

/* As every page begins, but for the colours: those are DeviceGray's. */
static const GraphicsState page_state = {.fill = INT_MIN,
                                         .stroke = INT_MIN,
                                         .alpha = 1000,
                                         .width = 1000,
                                         .miter = 10000,
                                         .font = INT_MIN,
                                         .size = INT_MIN,
                                         .stretch = 100 * 1000};

/* Forms go on with the states of who shows them. Layers begin opaque (11.6.6);
 * who shows another form sees to that. */
static const GraphicsState form_state = {.fill = INT_MIN,
                                         .stroke = INT_MIN,
                                         .alpha = 1000,
                                         .width = INT_MIN,
                                         .miter = INT_MIN,
                                         .cap = INT_MIN,
                                         .join = INT_MIN,
                                         .dashes = INT_MIN,
                                         .font = INT_MIN,
                                         .size = INT_MIN,
                                         .spacing = INT_MIN,
                                         .stretch = INT_MIN};

void content_open(PdfContent *content, PdfDocument *document, Arena *scratch,
                  Rect page, bool is_form) {
  *content = (PdfContent){.document = document,
                          .scratch = scratch,
                          .text = {.arena = scratch},
                          .is_form = is_form,
                          .page = page,
                          .state = is_form ? form_state : page_state};
}

/* ---- Bytes ---- */

static void end_stream(PdfContent *content) {
  int number = pdf_add_stream(&content->document->writer, (Str){0},
                              strbuf_str(&content->text));
  list_add(content->scratch, &content->streams, number);
  content->text.len = 0;
}

/* A page's content may go on in another stream between any two words (7.8.2);
 * so what waits to be packed stays small. */
char *content_room(PdfContent *content, int bytes) {
  if (content->text.len > STREAM_BYTES && !content->is_form &&
      !content->shown.in_array)
    end_stream(content);
  strbuf_reserve(&content->text, bytes);
  return content->text.text + content->text.len;
}

void content_wrote(PdfContent *content, char *end) {
  content->text.len = (int)(end - content->text.text);
}

void content_add(PdfContent *content, Str text) {
  content_room(content, text.len);
  strbuf_add(&content->text, text);
}

void content_close(PdfContent *content) {
  content_end_mark(content);
  while (content->saved_count)
    content_restore(content);
  if (!content->is_form) end_stream(content);
}

/* ---- Resources ---- */

static const struct {
  const char *key;
  char letter;
} kinds[] = {[RESOURCE_FONT] = {"/Font", 'F'},
             [RESOURCE_STATE] = {"/ExtGState", 'G'},
             [RESOURCE_PATTERN] = {"/Pattern", 'P'},
             [RESOURCE_OBJECT] = {"/XObject", 'X'}};

/* In rising order: most are new, or among the newest. */
static void remember(PdfContent *content, ResourceKind kind, int number) {
  int at = content->resources[kind].count;
  while (at > 0 && content->resources[kind].items[at - 1] > number)
    at--;
  if (at > 0 && content->resources[kind].items[at - 1] == number) return;
  list_add(content->scratch, &content->resources[kind], number);
  int *items = content->resources[kind].items;
  for (int i = content->resources[kind].count - 1; i > at; i--)
    items[i] = items[i - 1];
  items[at] = number;
}

static void put_resource_name(StrBuf *text, ResourceKind kind, int number) {
  char name[] = {'/', kinds[kind].letter};
  strbuf_add(text, (Str){name, 2});
  pdf_put_integer(text, number);
}

void content_put_name(PdfContent *content, ResourceKind kind, int number) {
  remember(content, kind, number);
  put_resource_name(&content->text, kind, number);
}

void content_put_resources(const PdfContent *content, StrBuf *body) {
  strbuf_add(body, S("<<"));
  for (int kind = 0; kind < RESOURCE_KINDS; kind++) {
    int count = content->resources[kind].count;
    if (!count) continue;
    strbuf_add_c(body, kinds[kind].key);
    strbuf_add(body, S("<<"));
    for (int i = 0; i < count; i++) {
      int number = content->resources[kind].items[i];
      put_resource_name(body, (ResourceKind)kind, number);
      strbuf_add(body, S(" "));
      pdf_put_reference(body, "", number);
    }
    strbuf_add(body, S(">>"));
  }
  strbuf_add(body, S(">>"));
}

/* ---- States ---- */

void content_save(PdfContent *content) {
  assert(content->saved_count < STATES_MAX);
  content_end_text(content);
  content->saved[content->saved_count++] =
      (SavedState){content->state, content->clip};
  content_add(content, S("q\n"));
}

void content_restore(PdfContent *content) {
  content_end_text(content);
  const SavedState *saved = &content->saved[--content->saved_count];
  content->state = saved->state;
  content->clip = saved->clip;
  content_add(content, S("Q\n"));
}

/* How many clips there are; the outermost of all is NULL. */
static int clip_depth(const PdfClip *clip) {
  int depth = 0;
  for (; clip; clip = clip->outer)
    depth++;
  return depth;
}

static bool is_within(const PdfClip *clip, const PdfClip *outer) {
  while (clip && clip != outer)
    clip = clip->outer;
  return clip == outer;
}

/* Beyond the states that may nest, clips add to the last one's. */
static void add_clip(PdfContent *content, const PdfClip *clip) {
  enum { CLIPS_MAX = STATES_MAX - 2 };
  if (content->saved_count < CLIPS_MAX) content_save(content);
  content_end_text(content);
  content_path(content, clip->path, clip->matrix);
  content_add(content, S("W n\n"));
  content->clip = clip;
}

void content_set_clip(PdfContent *content, const PdfClip *clip) {
  if (clip == content->clip) return;
  while (!is_within(clip, content->clip))
    content_restore(content);
  int missing = clip_depth(clip) - clip_depth(content->clip);
  for (int left = missing - 1; left >= 0; left--) {
    const PdfClip *next = clip;
    for (int i = 0; i < left; i++)
      next = next->outer;
    add_clip(content, next);
  }
}

void content_leave_clip(PdfContent *content, const PdfClip *clip) {
  if (content->clip == clip) content_set_clip(content, clip->outer);
}

/* ---- Text objects ---- */

void content_end_showing(PdfContent *content) {
  TextObject *shown = &content->shown;
  if (!shown->in_array) return;
  strbuf_add(&content->text, shown->in_string ? S(")]TJ\n") : S("]TJ\n"));
  shown->in_array = shown->in_string = false;
}

void content_end_text(PdfContent *content) {
  if (!content->shown.is_open) return;
  content_end_showing(content);
  content_add(content, S("ET\n"));
  content->shown.is_open = false;
}
