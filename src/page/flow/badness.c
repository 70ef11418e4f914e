/* Badness as a sum and as words. */
#include "page/flow/cost.h"

#include <math.h>

static const char *const names[] = {[FLOW_BAD_BREAK] = "break",
                                    [FLOW_BAD_EMPTY] = "empty",
                                    [FLOW_BAD_LONG] = "long",
                                    [FLOW_BAD_SHORT_END] = "short end",
                                    [FLOW_BAD_THIN_TEXT] = "little text",
                                    [FLOW_BAD_FLOAT_WAITS] = "float waits",
                                    [FLOW_BAD_FLOAT_EARLY] = "float early",
                                    [FLOW_BAD_NOTE_SPLIT] = "split note",
                                    [FLOW_BAD_OVERFULL] = "overfull"};

double badness_total(const FlowBadness *badness) {
  double total = 0;
  for (int i = 0; i < FLOW_REASON_COUNT; i++)
    total += badness->of[i];
  return total;
}

Str badness_text(Arena *arena, const FlowBadness *badness) {
  StrBuf text = {.arena = arena};
  double total = badness_total(badness);
  strbuf_addf(&text, "%.*f", fabs(total) < .05 ? 0 : 1, total);
  const char *before = ": ";
  for (int i = 0; i < FLOW_REASON_COUNT; i++) {
    if (fabs(badness->of[i]) < .05) continue;
    strbuf_addf(&text, "%s%s %.1f", before, names[i], badness->of[i]);
    before = ", ";
  }
  return strbuf_str(&text);
}
