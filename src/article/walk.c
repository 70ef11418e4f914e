/* One way to go over blocks, so that no stage forgets a kind. */
#include "article/walk.h"

typedef struct Walk {
  void (*visit)(void *owner, Block *block);
  void *owner;
} Walk;

static void walk_list(const Walk *walk, const BlockList *blocks) {
  for (int i = 0; i < blocks->count; i++) {
    Block *block = blocks->items[i];
    walk->visit(walk->owner, block);
    walk_list(walk, &block->blocks);
    for (int k = 0; k < block->items.count; k++)
      walk_list(walk, &block->items.items[k].blocks);
  }
}

void article_walk(const Article *article,
                  void (*visit)(void *owner, Block *block), void *owner) {
  Walk walk = {visit, owner};
  walk_list(&walk, &article->blocks);
  for (int i = 0; i < article->footnotes.count; i++)
    walk_list(&walk, &article->footnotes.items[i].blocks);
}

void block_walk_inlines(Block *block,
                        void (*visit)(void *owner, InlineList *inlines),
                        void *owner) {
  visit(owner, &block->inlines);
  visit(owner, &block->title);
  visit(owner, &block->caption);
  visit(owner, &block->unit);
  for (int i = 0; i < block->items.count; i++)
    visit(owner, &block->items.items[i].term);
  TableBody *table = block->table;
  for (int row = 0; table && row < table->rows.count; row++)
    for (int i = 0; i < table->column_count; i++)
      visit(owner, &table->rows.items[row].cells[i].inlines);
  visit(owner, &block->note);
  visit(owner, &block->source);
}
