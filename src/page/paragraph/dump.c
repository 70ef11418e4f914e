/* Set lines as text. */
#include "page/paragraph/paragraph.h"

static const char *const ends[] = {
    [LINE_ENDS_AT_SPACE] = "space",   [LINE_ENDS_IN_WORD] = "word",
    [LINE_ENDS_AT_HYPHEN] = "hyphen", [LINE_ENDS_ANYWHERE] = "anywhere",
    [LINE_ENDS_HARD] = "hard",        [LINE_ENDS_TEXT] = "end",
};

static void add_text(StrBuf *text, const Frame *frame) {
  for (int i = 0; i < frame->items.count; i++)
    if (frame->items.items[i].kind == FRAME_GLYPHS)
      strbuf_add(text, frame->items.items[i].glyphs.run->text);
  strbuf_add_c(text, "\n");
}

void lines_dump(const Lines *lines, StrBuf *text) {
  strbuf_addf(text, "pass %d\n", lines->pass);
  for (int i = 0; i < lines->count; i++) {
    const Line *line = &lines->items[i];
    strbuf_addf(text, "%7.2f %+5.2f %4.0f%% %7.0f %-8s|", line->natural_width,
                line->ratio, line->space * 100, line->demerits,
                ends[line->end]);
    add_text(text, line->frame);
  }
}
