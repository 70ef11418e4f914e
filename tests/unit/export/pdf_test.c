/* A document made by hand, written as PDF and read again: what a viewer and a
 * screen reader rely on. */
#include <stdlib.h>
#include <string.h>

#include "export/export.h"
#include "pdf_text.h"

typedef struct Sample {
  Arena arena;
  Diags diags;
  FontSet *fonts;
  Pages *pages;
  Element *section;
} Sample;

static Tag within(Sample *sample, Element *element) {
  return tag_content(element_content(&sample->arena, element));
}

static void add_text(Sample *sample, Frame *frame, const char *words,
                     Point origin, Tag tag) {
  TextStyle style = {.family = S("Noto Sans CJK KR"), .size = 10};
  ShapedText *text =
      text_shape_label(sample->fonts, &sample->arena, str_from(words), &style,
                       (Place){0}, &sample->diags);
  frame_add_text(frame, text, origin, color_rgb(0), tag);
}

static Element *add_element(Sample *sample, ElementRole role) {
  return element_new(&sample->arena, sample->section, role);
}

static Frame *add_page(Sample *sample, const char *label) {
  Frame *frame = frame_new(&sample->arena, 300, 400);
  list_add(&sample->arena, &sample->pages->list,
           ((Page){.frame = frame, .label = str_from(label)}));
  add_text(sample, frame, "머리말", (Point){20, 20},
           tag_artifact(TAG_ARTIFACT_HEADER));
  frame_add_line(frame, (Point){20, 24}, (Point){280, 24}, 1, color_rgb(0));
  return frame;
}

static void add_first_page(Sample *sample) {
  Frame *frame = add_page(sample, "i");
  frame_add_anchor(frame, S("start"), (Point){20, 40});
  add_text(sample, frame, "제목", (Point){20, 50},
           within(sample, add_element(sample, ELEMENT_H1)));
  Element *paragraph = add_element(sample, ELEMENT_PARAGRAPH);
  add_text(sample, frame, "글 << /MCID 7 >> BDC (", (Point){20, 70},
           within(sample, paragraph));
  Element *note = element_new(&sample->arena, paragraph, ELEMENT_NOTE);
  add_text(sample, frame, "각주", (Point){20, 380}, within(sample, note));
  Element *figure = add_element(sample, ELEMENT_FIGURE);
  figure->alt = S("파란 네모");
  Frame *chart = frame_new(&sample->arena, 100, 50);
  frame_add_rect(chart, (Rect){0, 0, 60, 40}, paint_color(color_rgb(0x0072B2)));
  FrameItem *group = frame_add_group(frame, chart, matrix_move(20, 100));
  group->group.opacity = 0.5;
  group->tag = within(sample, figure);
}

static void add_table(Sample *sample, Frame *frame) {
  Element *table = add_element(sample, ELEMENT_TABLE);
  Element *head = element_new(&sample->arena, table, ELEMENT_ROW);
  Element *row = element_new(&sample->arena, table, ELEMENT_ROW);
  Element *header = element_new(&sample->arena, head, ELEMENT_HEADER_CELL);
  header->scope = SCOPE_COLUMN;
  header->column_span = 2;
  add_text(sample, frame, "연도", (Point){20, 110}, within(sample, header));
  for (int i = 0; i < 2; i++) {
    Element *cell = element_new(&sample->arena, row, ELEMENT_CELL);
    add_text(sample, frame, "2018", (Point){20 + 40 * i, 130},
             within(sample, cell));
  }
}

static void add_second_page(Sample *sample) {
  Frame *frame = add_page(sample, "1");
  Element *paragraph = sample->section->kids.items[1];
  add_text(sample, frame, "이어지는 글", (Point){20, 50},
           tag_content(paragraph->kids.items[0]));
  Element *reference =
      element_new(&sample->arena, paragraph, ELEMENT_REFERENCE);
  add_text(sample, frame, "제목을 보라", (Point){20, 70},
           within(sample, reference));
  frame_add_link(frame, (Rect){20, 60, 60, 12}, S("start"), (Str){0},
                 reference);
  Element *link = element_new(&sample->arena, paragraph, ELEMENT_LINK);
  add_text(sample, frame, "누리집", (Point){20, 90}, within(sample, link));
  frame_add_link(frame, (Rect){20, 80, 60, 12}, (Str){0},
                 S("https://example.org/(가)"), link);
  add_table(sample, frame);
}

static int open_sample(void **state) {
  Sample *sample = calloc(1, sizeof *sample);
  sample->diags.arena = &sample->arena;
  FontOptions options = {.folder = S(JIKJI_FONTS)};
  sample->fonts = fonts_open(&sample->arena, &options, &sample->diags);
  if (!sample->fonts) return -1;
  sample->pages = pages_new(&sample->arena);
  Element *root = element_new(&sample->arena, NULL, ELEMENT_DOCUMENT);
  sample->pages->structure = root;
  sample->section = element_new(&sample->arena, root, ELEMENT_SECTION);
  sample->pages->info = (DocumentInfo){
      .title = S("보고서 <1>"), .language = S("ko"), .created = 1577977445};
  add_first_page(sample);
  add_second_page(sample);
  list_add(&sample->arena, &sample->pages->outline,
           ((OutlineEntry){S("제목"), 1, S("start")}));
  *state = sample;
  return 0;
}

static int close_sample(void **state) {
  Sample *sample = *state;
  arena_clear(&sample->arena);
  free(sample);
  return 0;
}

static Str write_pdf(Sample *sample, bool plain) {
  Str bytes = {0};
  PdfOptions options = {.plain = plain};
  assert_true(export_pdf(&sample->arena, sample->pages, &options,
                         &sample->diags, &bytes));
  assert_int_equal(sample->diags.error_count, 0);
  return bytes;
}

static void every_mark_belongs_to_one_element(void **state) {
  Sample *sample = *state;
  Str text = pdf_unpack(&sample->arena, write_pdf(sample, false));
  /* page 1: H1, P, Note, Figure; page 2: P, Reference, Link, TH, 2 TD */
  static const char *const marks[] = {
      "/H1<</MCID 0>>BDC",     "/P<</MCID 1>>BDC",  "/Note<</MCID 2>>BDC",
      "/Figure<</MCID 3>>BDC", "/P<</MCID 0>>BDC",  "/Reference<</MCID 1>>BDC",
      "/Link<</MCID 2>>BDC",   "/TH<</MCID 3>>BDC", "/TD<</MCID 4>>BDC",
      "/TD<</MCID 5>>BDC"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    assert_int_equal(count_of(text, marks[i]), 1);
  assert_int_equal(count_of(text, "/Artifact<</Type/Pagination/Subtype/Header"),
                   2);
  assert_int_equal(count_of(text, "/Artifact<</Type/Layout>>BDC"), 2);
  assert_int_equal(count_of(text, "/Private"), 0);
  assert_int_equal(count_of(text, "/Type/MCR"), 1); /* the divided paragraph */
  assert_holds(text, "/StructParents 0/Tabs/S");
  assert_holds(text, "/StructParents 1/Tabs/S");
}

static void the_structure_says_what_readers_need(void **state) {
  Sample *sample = *state;
  Str text = pdf_unpack(&sample->arena, write_pdf(sample, false));
  assert_holds(text, "/Alt<FEFFD30CB7800020B124BAA8>");
  assert_holds(text, "/BBox[20 260 80 300]");
  assert_holds(text, "<</O/Table/Scope/Column/ColSpan 2>>");
  assert_holds(text, "/ID(note)");
  assert_holds(text, "/IDTree");
  assert_holds(text, "/MarkInfo<</Marked true>>");
  assert_holds(text, "/DisplayDocTitle true");
  assert_holds(text, "/Lang(ko)");
  assert_holds(text, "<pdfaid:part>2</pdfaid:part>");
  assert_holds(text, "<pdfaid:conformance>A</pdfaid:conformance>");
  assert_holds(text, "<pdfuaid:part>1</pdfuaid:part>");
  assert_holds(text, "pdfaExtension:schemas");
  assert_holds(text, "보고서 &lt;1&gt;");
  assert_holds(text, "/GTS_PDFA1");
  assert_holds(text, "(D:20200102150405Z)");
}

static void links_lead_somewhere_and_stand_in_links(void **state) {
  Sample *sample = *state;
  Str text = pdf_unpack(&sample->arena, write_pdf(sample, false));
  assert_int_equal(count_of(text, "/Subtype/Link"), 2);
  assert_int_equal(count_of(text, "/S/Link"), 2); /* one in the reference */
  assert_int_equal(count_of(text, "/Type/OBJR"), 2);
  assert_int_equal(count_of(text, "/F 4"), 2);
  assert_int_equal(count_of(text, "/StructParent "), 2);
  assert_holds(text, "(https://example.org/\\(%EA%B0%80\\))");
  assert_holds(text, "/XYZ 20 360 null]");
  assert_holds(text, "/Nums[0<</S/r/St 1>> 1<</S/D/St 1>>]");
}

static void fonts_are_small_and_named(void **state) {
  Sample *sample = *state;
  Str file = write_pdf(sample, false);
  Str text = pdf_unpack(&sample->arena, file);
  assert_true(file.len < 40 << 10);
  assert_holds(text, "+NotoSansCJKkr-Regular");
  assert_holds(text, "/ToUnicode");
  assert_int_equal(count_of(text, "/Interpolate true"), 0);
  assert_int_equal(count_of(text, "/Subtype/CIDFontType0/"), 1);
}

static void the_same_pages_give_the_same_bytes(void **state) {
  Sample *sample = *state;
  Str first = write_pdf(sample, false);
  setenv("TZ", "Asia/Seoul", 1);
  Str second = write_pdf(sample, false);
  assert_true(str_equal(first, second));
}

static void plain_files_claim_nothing(void **state) {
  Sample *sample = *state;
  Str text = pdf_unpack(&sample->arena, write_pdf(sample, true));
  static const char *const claims[] = {"pdfaid:part>",   "pdfuaid:part>",
                                       "/MarkInfo",      "/StructTreeRoot",
                                       "/OutputIntents", "BDC\n/"};
  for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
    assert_int_equal(count_of(text, claims[i]), 0);
  assert_int_equal(count_of(text, "/Subtype/Link"), 2);
}

static void attachments_make_it_part_three(void **state) {
  Sample *sample = *state;
  Attachment file = {S("un_ranks.csv"), S("순위"),  S("text/csv"),
                     S("Data"),         S("ranks"), S("year,rank\n2018,3\n")};
  list_add(&sample->arena, &sample->pages->attachments, file);
  Element *figure = sample->section->kids.items[2];
  figure->attached = file.figure;
  Str text = pdf_unpack(&sample->arena, write_pdf(sample, false));
  sample->pages->attachments.count = 0;
  figure->attached = (Str){0};
  assert_holds(text, "<pdfaid:part>3</pdfaid:part>");
  assert_holds(text, "/AFRelationship/Data");
  assert_holds(text, "/Subtype/text#2Fcsv");
  assert_holds(text, "/EmbeddedFiles<</Names[(un_ranks.csv)");
  assert_int_equal(count_of(text, "/AF["), 2); /* the document, the figure */
}

/* Frames need not last until the end, nor need all be there at once. */
static void pages_may_come_one_by_one(void **state) {
  Sample *sample = *state;
  Str whole = write_pdf(sample, false), bytes;
  PdfDraft *draft = export_pdf_open(&sample->arena, sample->pages,
                                    &(PdfOptions){0}, &sample->diags);
  for (int i = 0; i < sample->pages->list.count; i++) {
    Page page = sample->pages->list.items[i];
    Frame frame = *page.frame;
    page.frame = &frame;
    assert_true(export_pdf_add(draft, &page));
    memset(&frame, 0, sizeof frame);
  }
  assert_true(export_pdf_finish(draft, &bytes));
  assert_true(str_equal(bytes, whole));
}

static void a_lost_anchor_is_told(void **state) {
  Sample *sample = *state;
  OutlineEntry *entry = &sample->pages->outline.items[0];
  entry->destination = S("nowhere");
  Str text = pdf_unpack(&sample->arena, write_pdf(sample, false));
  entry->destination = S("start");
  assert_int_equal(count_of(text, "/Outlines"), 0);
  assert_int_equal(list_last(&sample->diags.list)->code, DIAG_EXPORT_NO_ANCHOR);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_mark_belongs_to_one_element),
      cmocka_unit_test(the_structure_says_what_readers_need),
      cmocka_unit_test(links_lead_somewhere_and_stand_in_links),
      cmocka_unit_test(fonts_are_small_and_named),
      cmocka_unit_test(the_same_pages_give_the_same_bytes),
      cmocka_unit_test(plain_files_claim_nothing),
      cmocka_unit_test(attachments_make_it_part_three),
      cmocka_unit_test(pages_may_come_one_by_one),
      cmocka_unit_test(a_lost_anchor_is_told),
  };
  return cmocka_run_group_tests(tests, open_sample, close_sample);
}
