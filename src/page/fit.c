/* A part is set and broken into pages. Where its last page is short, it is set
 * again a little tighter, as a book designer would do it, if that saves the
 * page. */
#include "page/book.h"

/* Under this share of a page the last one is short: fuller ones do not ask for
 * the text to be set tighter. */
static const double short_share = .3;

/* Breaks may fall better than on the average. */
static const double luck = 1.2;

/* Tried in turn: what is seen least comes first. A leading of .976 gives an A4
 * page a line more. */
static const Tightness natural = {1, 0, 1};
static const Tightness attempts[] = {
    {1, .008, 1},     {1, 0, .92},       {1, .01, .92},   {.976, 0, 1},
    {.976, .01, .94}, {.976, .015, .88}, {.976, .02, .84}};
enum { ATTEMPT_COUNT = sizeof attempts / sizeof *attempts };

/* Where the lists that parts add to ended before the part. */
typedef struct PartMark {
  int entry_count, note_count, line_bytes;
} PartMark;

static PartMark mark_part(const Book *book) {
  return (PartMark){book->setting.entries.count,
                    book->setting.opened_notes.count,
                    book->setting.lines ? book->setting.lines->len : 0};
}

/* The part's own lists are left as they are, for who keeps them. */
static void rewind_part(Book *book, Part *part, const PartMark *mark) {
  Setting *setting = &book->setting;
  setting->entries.count = mark->entry_count;
  for (int i = mark->note_count; i < setting->opened_notes.count; i++)
    setting->notes[setting->opened_notes.items[i]] = (FlowNote){0};
  setting->opened_notes.count = mark->note_count;
  if (setting->lines) setting->lines->len = mark->line_bytes;
  list_forget(&part->element->kids);
  list_forget(&part->pages);
  part->flow = (FlowList){.arena = book->report, .notes = setting->notes};
}

/* A note as it was set. */
typedef struct KeptNote {
  int index;
  FlowNote note;
} KeptNote;

/* A part as it was set once. */
typedef struct KeptPart {
  Part part;
  Element element;
  List(Entry *) entries;
  List(KeptNote) notes;
  Str lines;
  Diags told;
} KeptPart;

static KeptPart keep_part(const Book *book, const Part *part,
                          const PartMark *mark, const Diags *told) {
  const Setting *setting = &book->setting;
  Arena *report = book->report;
  KeptPart kept = {.part = *part, .element = *part->element, .told = *told};
  for (int i = mark->entry_count; i < setting->entries.count; i++)
    list_add(report, &kept.entries, setting->entries.items[i]);
  for (int i = mark->note_count; i < setting->opened_notes.count; i++) {
    int index = setting->opened_notes.items[i];
    list_add(report, &kept.notes, ((KeptNote){index, setting->notes[index]}));
  }
  if (setting->lines)
    kept.lines =
        str_copy(report, str_slice(strbuf_str(setting->lines), mark->line_bytes,
                                   setting->lines->len));
  return kept;
}

static void restore_part(Book *book, Part *part, const PartMark *mark,
                         const KeptPart *kept) {
  Setting *setting = &book->setting;
  rewind_part(book, part, mark);
  for (int i = 0; i < kept->entries.count; i++)
    list_add(book->report, &setting->entries, kept->entries.items[i]);
  for (int i = 0; i < kept->notes.count; i++) {
    const KeptNote *note = &kept->notes.items[i];
    list_add(book->report, &setting->opened_notes, note->index);
    setting->notes[note->index] = note->note;
  }
  if (setting->lines) strbuf_add(setting->lines, kept->lines);
  *part->element = kept->element;
  *part = kept->part;
}

/* Messages of a setting that is not kept are not told. */
static void set_and_break(Book *book, Part *part, Tightness tightness,
                          Diags *told) {
  Setting *setting = &book->setting;
  Diags *all = setting->paragraph.diags;
  Style style = setting->style;
  *told = (Diags){.arena = book->report, .strict_data = all->strict_data};
  setting->paragraph.diags = told;
  setting->tightness = tightness;
  if (part->is_turned) setting->style = style_turned(&style);
  setting->style.body.leading *= tightness.leading;
  setting->slack = (Slack){0};
  part_set(book, part);
  part_break(book, part);
  setting->style = style;
  setting->paragraph.diags = all;
}

static bool ends_short(const Book *book, const Part *part) {
  double height = style_text_height(&book->setting.style);
  return part->pages.count > 1 && !part->is_turned &&
         part->end_height < short_share * height;
}

/* The most that an attempt may gain on the pages before the last. */
static double gained_height(const Book *book, const Part *part,
                            const Slack *slack, Tightness tightness) {
  const Style *style = &book->setting.style;
  double leading = style->body.leading, height = style_text_height(style);
  int full_pages = part->pages.count - 1;
  double gained = style->page_slack * leading * full_pages;
  gained += slack->figures * (1 - tightness.figures);
  gained += slack->lines * leading * tightness.tracking;
  gained += height * (1 - tightness.leading) * full_pages;
  return gained * luck;
}

/* A part that ends short, and how to set it again. */
typedef struct Refit {
  Book *book;
  Part *part;
  PartMark mark;
  KeptPart first;
  Slack slack;
  Diags told; /* of the latest setting */
} Refit;

static bool is_promising(const Refit *refit, Tightness tightness) {
  return gained_height(refit->book, &refit->first.part, &refit->slack,
                       tightness) >= refit->first.part.end_height;
}

/* Sets the part again; whether that saves a page. */
static bool set_again(Refit *refit, Tightness tightness) {
  rewind_part(refit->book, refit->part, &refit->mark);
  set_and_break(refit->book, refit->part, tightness, &refit->told);
  return refit->part->pages.count < refit->first.part.pages.count;
}

/* Where the tightest does not save the page, nothing looser does. */
static void tighten(Refit *refit) {
  const Tightness *tightest = &attempts[ATTEMPT_COUNT - 1];
  refit->first =
      keep_part(refit->book, refit->part, &refit->mark, &refit->told);
  if (!is_promising(refit, *tightest)) return;
  if (!set_again(refit, *tightest)) {
    restore_part(refit->book, refit->part, &refit->mark, &refit->first);
    refit->told = refit->first.told;
    return;
  }
  for (const Tightness *at = attempts; at <= tightest; at++)
    if (is_promising(refit, *at) && set_again(refit, *at)) return;
}

void part_fit(Book *book, Part *part) {
  Refit refit = {.book = book, .part = part, .mark = mark_part(book)};
  set_and_break(book, part, natural, &refit.told);
  refit.slack = book->setting.slack;
  if (ends_short(book, part)) tighten(&refit);
  book->setting.tightness = natural;
  diags_add(book->setting.paragraph.diags, &refit.told);
}
