/* A character that no face has: where, which, and which faces were tried. */
#include "text/missing.h"

#include "base/limits.h"

static Place char_place(const TextSpan *span, int offset) {
  int at = offset;
  if (span->place.length != span->text.len) return span->place;
  str_next(span->text, &at);
  return place_within(span->place, offset, at - offset);
}

/* Measuring and setting meet the same character twice. */
static bool is_said(const Diags *diags, Place place) {
  int enough = 0;
  for (int i = 0; i < diags->list.count; i++) {
    const Diag *message = &diags->list.items[i];
    if (message->code != DIAG_TEXT_NO_GLYPH) continue;
    if (message->place.source == place.source && place.source &&
        message->place.offset == place.offset)
      return true;
    if (++enough > 2 * LIMIT_DIAGNOSTICS) return true;
  }
  return false;
}

void missing_glyph(const FaceChain *chain, const TextSpan *span, int offset,
                   uint32_t code_point, Diags *diags) {
  Place place = char_place(span, offset);
  if (is_said(diags, place)) return;
  StrBuf tried = {.arena = diags->arena};
  for (int i = 0; i < chain->count; i++)
    strbuf_addf(&tried, "%s%.*s %.*s", i ? ", " : "",
                STR(chain->faces[i]->info.family),
                STR(chain->faces[i]->info.style));
  StrBuf shown = {.arena = diags->arena};
  strbuf_add_char(&shown, code_point);
  diag(diags, DIAG_TEXT_NO_GLYPH, place,
       "no face has the character '%.*s' (U+%04X); tried %.*s",
       STR(strbuf_str(&shown)), code_point, STR(strbuf_str(&tried)));
  diag_hint(diags, "write it another way, or name a family that has it");
}
