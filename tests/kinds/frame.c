/* A picture drawn line by line in; what is asked of it out. Drawing:
 *   size W H | rect X Y W H COLOR | line X1 Y1 X2 Y2 WIDTH COLOR
 *   path COLOR DATA | text X Y SIZE WORDS | image FILE
 *   link NAME X Y W H | anchor NAME X Y | group NAME X Y OPACITY ... end
 * Asking: dump | bounds | inspect | png SCALE | svg | outlines | pdf |
 * pdf-orphan (what is drawn belongs to no element of the document). */
#include <glib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "cases.h"
#include "export/export.h"
#include "frame/coordinate.h"
#include "frame/inspect.h"

enum { GROUPS_MAX = 8, WORDS_MAX = 8 };

typedef struct Easel {
  Arena *arena;
  Diags *diags;
  FontSet *fonts;
  Str folder; /* of the case file, where images stand */
  StrBuf *output;
  Frame *open[GROUPS_MAX]; /* open[0] is the picture */
  int depth;
  Str words[WORDS_MAX]; /* of the line; the last holds the rest */
  int word_count;
} Easel;

static double number(const Easel *easel, int index) {
  double value = 0;
  if (index < easel->word_count) number_read(easel->words[index], &value);
  return value;
}

static Color color(const Easel *easel, int index) {
  Color result = {0};
  color_read(easel->words[index], &result);
  return result;
}

static Rect rect(const Easel *easel, int first) {
  return (Rect){number(easel, first), number(easel, first + 1),
                number(easel, first + 2), number(easel, first + 3)};
}

static Frame *paper(const Easel *easel) {
  return easel->open[easel->depth];
}

/* The words from the given one to the end of the line. */
static Str rest(const Easel *easel, int index) {
  const char *end = easel->words[easel->word_count - 1].text +
                    easel->words[easel->word_count - 1].len;
  const char *start = easel->words[index].text;
  return (Str){start, (int)(end - start)};
}

static void do_size(Easel *easel) {
  easel->open[0]->width = number(easel, 1);
  easel->open[0]->height = number(easel, 2);
}

static void do_rect(Easel *easel) {
  frame_add_rect(paper(easel), rect(easel, 1), paint_color(color(easel, 5)));
}

static void do_line(Easel *easel) {
  frame_add_line(paper(easel), (Point){number(easel, 1), number(easel, 2)},
                 (Point){number(easel, 3), number(easel, 4)}, number(easel, 5),
                 color(easel, 6));
}

static void do_path(Easel *easel) {
  Path *path = path_new(easel->arena);
  if (path_read_svg(path, rest(easel, 2), 1, (Point){0, 0}))
    frame_add_path(paper(easel), path, paint_color(color(easel, 1)), NULL);
}

static void do_text(Easel *easel) {
  TextStyle style = {.family = S("Noto Sans CJK KR"), .size = 10};
  ShapedText *text =
      text_shape_label(easel->fonts, easel->arena, rest(easel, 4), &style,
                       (Place){0}, easel->diags);
  for (int i = 0; i < text->run_count; i++)
    text->runs[i].size = number(easel, 3);
  frame_add_text(paper(easel), text,
                 (Point){number(easel, 1), number(easel, 2)}, color_rgb(0),
                 (Tag){0});
}

static void do_image(Easel *easel) {
  Str path = path_join(easel->arena, easel->folder, easel->words[1]);
  const Image *image = image_read(easel->arena, path, (Place){0}, easel->diags);
  if (image)
    frame_add_image(paper(easel), image,
                    (Rect){0, 0, image->width, image->height});
}

static void do_link(Easel *easel) {
  frame_add_link(paper(easel), rect(easel, 2), easel->words[1], (Str){0}, NULL);
}

static void do_anchor(Easel *easel) {
  frame_add_anchor(paper(easel), easel->words[1],
                   (Point){number(easel, 2), number(easel, 3)});
}

static void do_group(Easel *easel) {
  if (easel->depth + 1 == GROUPS_MAX) return;
  Frame *inner = frame_new(easel->arena, 0, 0);
  FrameItem *group = frame_add_group(
      paper(easel), inner, matrix_move(number(easel, 2), number(easel, 3)));
  group->group.name = easel->words[1];
  group->group.opacity = number(easel, 4);
  easel->open[++easel->depth] = inner;
}

static void do_end(Easel *easel) {
  if (easel->depth) easel->depth--;
}

static void do_dump(Easel *easel) {
  frame_dump(easel->open[0], easel->output);
}

static void add_rect(StrBuf *output, Rect box) {
  coordinate_add_point(output, (Point){box.x, box.y});
  strbuf_add(output, S(" "));
  coordinate_add_point(output, (Point){box.width, box.height});
  strbuf_add(output, S("\n"));
}

static void do_bounds(Easel *easel) {
  add_rect(easel->output, frame_bounds(easel->open[0]));
}

static void do_inspect(Easel *easel) {
  FindingList findings = {0};
  frame_inspect(easel->arena, easel->open[0], &findings);
  for (int i = 0; i < findings.count; i++) {
    const Finding *found = &findings.items[i];
    if (found->kind == FINDING_OVERLAP)
      strbuf_addf(easel->output, "'%.*s' meets '%.*s' ", STR(found->text),
                  STR(found->other));
    else
      strbuf_addf(easel->output, "'%.*s' leaves the frame ", STR(found->text));
    add_rect(easel->output, found->rect);
  }
}

static void do_png(Easel *easel) {
  PictureOptions options = {.scale = number(easel, 1)};
  Str bytes;
  if (export_png(easel->arena, easel->open[0], &options, easel->diags, &bytes))
    strbuf_addf(
        easel->output, "png %dx%d\n",
        (int)GUINT32_FROM_BE(*(const guint32 *)(const void *)(bytes.text + 16)),
        (int)GUINT32_FROM_BE(
            *(const guint32 *)(const void *)(bytes.text + 20)));
}

static void add_svg(Easel *easel, bool text_as_outlines) {
  PictureOptions options = {.scale = 1,
                            .title = S("제목 <1>"),
                            .language = S("ko"),
                            .text_as_outlines = text_as_outlines};
  Str bytes;
  export_svg(easel->arena, easel->open[0], &options, easel->diags, &bytes);
  strbuf_add(easel->output, bytes);
}

static void do_svg(Easel *easel) {
  add_svg(easel, false);
}

static void do_outlines(Easel *easel) {
  add_svg(easel, true);
}

static void add_pdf(Easel *easel, Pages *pages) {
  list_add(easel->arena, &pages->list, ((Page){.frame = easel->open[0]}));
  Str bytes;
  if (export_pdf(easel->arena, pages, &(PdfOptions){0}, easel->diags, &bytes))
    strbuf_addf(easel->output, "pdf %.*s\n", 8, bytes.text);
}

static void do_pdf(Easel *easel) {
  add_pdf(easel, pages_new(easel->arena));
}

static void do_pdf_orphan(Easel *easel) {
  Pages *pages = pages_new(easel->arena);
  pages->structure = element_new(easel->arena, NULL, ELEMENT_DOCUMENT);
  Element *other = element_new(easel->arena, NULL, ELEMENT_PARAGRAPH);
  easel->open[0]->items.items[0].tag =
      tag_content(element_content(easel->arena, other));
  add_pdf(easel, pages);
}

static const struct {
  const char *word;
  void (*run)(Easel *easel);
} commands[] = {
    {"size", do_size},       {"rect", do_rect},
    {"line", do_line},       {"path", do_path},
    {"text", do_text},       {"image", do_image},
    {"link", do_link},       {"anchor", do_anchor},
    {"group", do_group},     {"end", do_end},
    {"dump", do_dump},       {"bounds", do_bounds},
    {"inspect", do_inspect}, {"png", do_png},
    {"svg", do_svg},         {"outlines", do_outlines},
    {"pdf", do_pdf},         {"pdf-orphan", do_pdf_orphan},
};

static void run_line(Easel *easel, Str line) {
  easel->word_count = 0;
  for (line = str_trim(line); line.len && easel->word_count < WORDS_MAX;) {
    int space = str_find_char(line, ' ');
    bool is_last = space < 0 || easel->word_count == WORDS_MAX - 1;
    Str word = is_last ? line : str_slice(line, 0, space);
    easel->words[easel->word_count++] = word;
    line = str_trim(str_slice(line, word.len, line.len));
  }
  if (!easel->word_count) return;
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    if (str_is(easel->words[0], commands[i].word)) commands[i].run(easel);
}

/* Messages name pictures by their path; where the tests stand is no matter. */
static void cut_folder(Arena *arena, Diags *diags, Str folder) {
  for (int i = 0; i < diags->list.count; i++) {
    Str *message = &diags->list.items[i].message;
    int at = str_find(*message, folder);
    if (at < 0) continue;
    Str after = str_slice(*message, at + folder.len + 1, message->len);
    *message = str_join(arena, str_slice(*message, 0, at), after);
  }
}

void case_frame(Arena *arena, Str path, Str input, StrBuf *output) {
  Diags diags = {.arena = arena};
  FontOptions fonts = {.folder = S(JIKJI_FONTS)};
  Easel easel = {.arena = arena,
                 .diags = &diags,
                 .fonts = fonts_open(arena, &fonts, &diags),
                 .folder = path_folder(arena, path),
                 .output = output};
  easel.open[0] = frame_new(arena, 100, 50);
  for (int at = 0; easel.fonts && at < input.len;) {
    int end = str_find_char(str_slice(input, at, input.len), '\n');
    end = end < 0 ? input.len : at + end;
    run_line(&easel, str_slice(input, at, end));
    at = end + 1;
  }
  cut_folder(arena, &diags, easel.folder);
  case_add_diags(output, &diags);
}
