/* Which item first speaks of each float. */
#include <glib.h>

#include "page/flow/flow.h"

void flow_add_mention(FlowList *list, Str anchor) {
  FlowMention mention = {anchor, list->items.count};
  list_add(list->arena, &list->mentions, mention);
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

void flow_find_references(FlowList *list) {
  if (!list->mentions.count || !list->floats.count) return;
  Arena scratch = {0};
  GHashTable *first = g_hash_table_new(g_str_hash, g_str_equal);
  arena_defer(&scratch, release_table, first);
  for (int i = list->mentions.count - 1; i >= 0; i--)
    g_hash_table_insert(first, str_c(&scratch, list->mentions.items[i].anchor),
                        &list->mentions.items[i]);
  for (int i = 0; i < list->floats.count; i++) {
    FlowFloat *floating = &list->floats.items[i];
    if (!floating->entry) continue;
    const FlowMention *mention =
        g_hash_table_lookup(first, str_c(&scratch, floating->entry->anchor));
    if (mention) floating->reference = mention->item;
  }
  arena_clear(&scratch);
}
