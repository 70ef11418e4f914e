/* Keeping a part, giving it up, and putting it back. */
#include "page/kept_part.h"

PartMark kept_part_mark(const Book *book) {
  const Setting *setting = &book->setting;
  return (PartMark){setting->entries.count, setting->opened_notes.count,
                    setting->page_targets.count,
                    setting->lines ? setting->lines->len : 0};
}

void kept_part_rewind(Book *book, Part *part, const PartMark *mark) {
  Setting *setting = &book->setting;
  setting->entries.count = mark->entry_count;
  for (int i = mark->note_count; i < setting->opened_notes.count; i++)
    setting->notes[setting->opened_notes.items[i]] = (FlowNote){0};
  setting->opened_notes.count = mark->note_count;
  setting->page_targets.count = mark->target_count;
  setting->note_numbers.is_guessed = false;
  if (setting->lines) setting->lines->len = mark->line_bytes;
  list_forget(&part->element->kids);
  list_forget(&part->pages);
}

KeptPart kept_part_of(const Book *book, const Part *part, const PartMark *mark,
                      const Diags *told) {
  const Setting *setting = &book->setting;
  Arena *report = book->report;
  KeptPart kept = {.part = *part,
                   .element = *part->element,
                   .told = *told,
                   .is_guessed = setting->note_numbers.is_guessed};
  for (int i = mark->entry_count; i < setting->entries.count; i++)
    list_add(report, &kept.entries, setting->entries.items[i]);
  for (int i = mark->note_count; i < setting->opened_notes.count; i++) {
    int index = setting->opened_notes.items[i];
    list_add(report, &kept.notes, ((KeptNote){index, setting->notes[index]}));
  }
  for (int i = mark->target_count; i < setting->page_targets.count; i++)
    list_add(report, &kept.targets, setting->page_targets.items[i]);
  if (setting->lines)
    kept.lines =
        str_copy(report, str_slice(strbuf_str(setting->lines), mark->line_bytes,
                                   setting->lines->len));
  return kept;
}

void kept_part_restore(Book *book, Part *part, const KeptPart *kept) {
  Setting *setting = &book->setting;
  for (int i = 0; i < kept->entries.count; i++)
    list_add(book->report, &setting->entries, kept->entries.items[i]);
  for (int i = 0; i < kept->notes.count; i++) {
    const KeptNote *note = &kept->notes.items[i];
    list_add(book->report, &setting->opened_notes, note->index);
    setting->notes[note->index] = note->note;
  }
  for (int i = 0; i < kept->targets.count; i++)
    list_add(book->report, &setting->page_targets, kept->targets.items[i]);
  setting->note_numbers.is_guessed = kept->is_guessed;
  if (setting->lines) strbuf_add(setting->lines, kept->lines);
  *part->element = kept->element;
  *part = kept->part;
}

bool kept_part_prints_numbers(const KeptPart *kept) {
  return kept->targets.count || kept->is_guessed;
}
