/* A part is set and broken into pages. Where its last page is short, it is set
 * again a little tighter, as a book designer would do it, if that saves the
 * page. */
#include "page/kept_part.h"

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

static void release_arena(void *arena) {
  arena_clear(arena);
}

/* What a setting makes lies in an arena of its own, so that it can be given
 * up. */
static void open_part(Book *book, Part *part) {
  part->arena = arena_new(book->report, Arena);
  arena_defer(book->report, release_arena, part->arena);
  part->flow = (FlowList){.arena = part->arena, .notes = book->setting.notes};
  book->setting.paragraph.report = part->arena;
}

/* Messages of a setting that is not kept are not told. */
static void set_and_break(Book *book, Part *part, Tightness tightness,
                          Diags *told) {
  Setting *setting = &book->setting;
  Diags *all = setting->paragraph.diags;
  Style style = setting->style;
  open_part(book, part);
  *told = (Diags){.arena = book->report, .strict_data = all->strict_data};
  setting->paragraph.diags = told;
  setting->tightness = tightness;
  if (part->is_turned) setting->style = style_turned(&style);
  setting->style.body.leading *= tightness.leading;
  setting->style.note_place = part->note_place;
  setting->slack = (Slack){0};
  part_set(book, part);
  part_break(book, part);
  setting->style = style;
  setting->paragraph.diags = all;
  setting->paragraph.report = book->report;
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
  kept_part_rewind(refit->book, refit->part, &refit->mark);
  if (refit->part->arena != refit->first.part.arena)
    arena_clear(refit->part->arena);
  set_and_break(refit->book, refit->part, tightness, &refit->told);
  return refit->part->pages.count < refit->first.part.pages.count;
}

static void go_back(Refit *refit) {
  kept_part_rewind(refit->book, refit->part, &refit->mark);
  arena_clear(refit->part->arena);
  kept_part_restore(refit->book, refit->part, &refit->first);
  refit->told = refit->first.told;
}

/* Where the tightest does not save the page, nothing looser does. */
static void tighten(Refit *refit) {
  const Tightness *tightest = &attempts[ATTEMPT_COUNT - 1];
  if (!is_promising(refit, *tightest)) return;
  if (!set_again(refit, *tightest)) {
    go_back(refit);
    return;
  }
  for (const Tightness *at = attempts; at <= tightest; at++)
    if (is_promising(refit, *at) && set_again(refit, *at)) break;
  arena_clear(refit->first.part.arena);
}

KeptPart part_fit(Book *book, Part *part) {
  Refit refit = {.book = book, .part = part, .mark = kept_part_mark(book)};
  NoteNumbers *numbers = &book->setting.note_numbers;
  bool was_guessed = numbers->is_guessed;
  kept_part_rewind(book, part, &refit.mark);
  set_and_break(book, part, natural, &refit.told);
  refit.slack = book->setting.slack;
  refit.first = kept_part_of(book, part, &refit.mark, &refit.told);
  if (ends_short(book, part)) tighten(&refit);
  book->setting.tightness = natural;
  KeptPart kept = kept_part_of(book, part, &refit.mark, &refit.told);
  numbers->is_guessed |= was_guessed;
  return kept;
}
