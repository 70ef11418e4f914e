/* The structure tree: building it and writing it as text. */
#include "frame/structure.h"

#include <assert.h>

/* Deeper nesting than any report can ask for is a fault of ours. */
enum { STRUCTURE_DEPTH_MAX = 1000 };

Element *element_new(Arena *arena, Element *parent, ElementRole role) {
  Element *element = arena_new(arena, Element);
  element->role = role;
  element->parent = parent;
  if (parent) list_add(arena, &parent->kids, element);
  return element;
}

void element_let_go(Element *kid) {
  Element *parent = kid->parent;
  int kept = 0;
  for (int i = 0; parent && i < parent->kids.count; i++)
    if (parent->kids.items[i] != kid)
      parent->kids.items[kept++] = parent->kids.items[i];
  if (parent) parent->kids.count = kept;
}

void element_adopt_first(Element *parent, Element *kid, Arena *arena) {
  element_let_go(kid);
  list_add(arena, &parent->kids, kid);
  for (int i = parent->kids.count - 1; i > 0; i--)
    parent->kids.items[i] = parent->kids.items[i - 1];
  parent->kids.items[0] = kid;
  kid->parent = parent;
}

Element *element_content(Arena *arena, Element *parent) {
  if (parent->kids.count) {
    Element *last = *list_last(&parent->kids);
    if (last->role == ELEMENT_CONTENT) return last;
  }
  return element_new(arena, parent, ELEMENT_CONTENT);
}

const char *element_role_name(ElementRole role) {
  static const char *const names[ELEMENT_ROLE_COUNT] = {
      [ELEMENT_CONTENT] = "",
      [ELEMENT_DOCUMENT] = "Document",
      [ELEMENT_SECTION] = "Sect",
      [ELEMENT_H1] = "H1",
      [ELEMENT_H2] = "H2",
      [ELEMENT_H3] = "H3",
      [ELEMENT_H4] = "H4",
      [ELEMENT_H5] = "H5",
      [ELEMENT_H6] = "H6",
      [ELEMENT_PARAGRAPH] = "P",
      [ELEMENT_SPAN] = "Span",
      [ELEMENT_QUOTE] = "Quote",
      [ELEMENT_BLOCK_QUOTE] = "BlockQuote",
      [ELEMENT_CODE] = "Code",
      [ELEMENT_LIST] = "L",
      [ELEMENT_LIST_ITEM] = "LI",
      [ELEMENT_LABEL] = "Lbl",
      [ELEMENT_LIST_BODY] = "LBody",
      [ELEMENT_TABLE] = "Table",
      [ELEMENT_TABLE_HEAD] = "THead",
      [ELEMENT_TABLE_BODY] = "TBody",
      [ELEMENT_ROW] = "TR",
      [ELEMENT_HEADER_CELL] = "TH",
      [ELEMENT_CELL] = "TD",
      [ELEMENT_CAPTION] = "Caption",
      [ELEMENT_FIGURE] = "Figure",
      [ELEMENT_FORMULA] = "Formula",
      [ELEMENT_NOTE] = "Note",
      [ELEMENT_BIB_ENTRY] = "BibEntry",
      [ELEMENT_REFERENCE] = "Reference",
      [ELEMENT_LINK] = "Link",
      [ELEMENT_CONTENTS] = "TOC",
      [ELEMENT_CONTENTS_ITEM] = "TOCI",
      [ELEMENT_INDEX] = "Index",
  };
  return names[role];
}

Tag tag_content(Element *content) {
  assert(content && content->role == ELEMENT_CONTENT);
  return (Tag){TAG_CONTENT, content};
}

Tag tag_artifact(TagKind kind) {
  assert(kind > TAG_CONTENT);
  return (Tag){kind, NULL};
}

const char *list_numbering_name(ListNumbering numbering) {
  static const char *const names[] = {
      [NUMBERING_NONE] = "None",
      [NUMBERING_DISC] = "Disc",
      [NUMBERING_CIRCLE] = "Circle",
      [NUMBERING_SQUARE] = "Square",
      [NUMBERING_DECIMAL] = "Decimal",
      [NUMBERING_UPPER_ROMAN] = "UpperRoman",
      [NUMBERING_LOWER_ROMAN] = "LowerRoman",
      [NUMBERING_UPPER_ALPHA] = "UpperAlpha",
      [NUMBERING_LOWER_ALPHA] = "LowerAlpha",
  };
  return names[numbering];
}

static void add_text(StrBuf *text, const char *name, Str value) {
  if (value.len) strbuf_addf(text, " %s=\"%.*s\"", name, STR(value));
}

static void add_attributes(StrBuf *text, const Element *element) {
  static const char *const scopes[] = {
      [SCOPE_ROW] = "row", [SCOPE_COLUMN] = "column", [SCOPE_BOTH] = "both"};
  add_text(text, "id", element->id);
  add_text(text, "lang", element->language);
  add_text(text, "title", element->title);
  add_text(text, "alt", element->alt);
  add_text(text, "actual", element->actual_text);
  add_text(text, "expansion", element->expansion);
  if (element->numbering != NUMBERING_NONE)
    strbuf_addf(text, " numbering=%s", list_numbering_name(element->numbering));
  if (element->scope != SCOPE_NONE)
    strbuf_addf(text, " scope=%s", scopes[element->scope]);
  if (element->row_span > 1) strbuf_addf(text, " rows=%d", element->row_span);
  if (element->column_span > 1)
    strbuf_addf(text, " columns=%d", element->column_span);
  for (int i = 0; i < element->headers.count; i++)
    add_text(text, "header", element->headers.items[i]->id);
  add_text(text, "attached", element->attached);
}

typedef struct TreeDump {
  LeafWords *words;
  void *owner;
  StrBuf *text;
} TreeDump;

static void add_element(const TreeDump *dump, const Element *element,
                        int depth) {
  assert(depth < STRUCTURE_DEPTH_MAX);
  bool is_leaf = element->role == ELEMENT_CONTENT;
  strbuf_addf(dump->text, "%*s%s", 2 * depth, "",
              is_leaf ? "-" : element_role_name(element->role));
  add_attributes(dump->text, element);
  Str words =
      is_leaf && dump->words ? dump->words(dump->owner, element) : (Str){0};
  if (words.len) strbuf_addf(dump->text, " %.*s", STR(words));
  strbuf_add(dump->text, S("\n"));
  for (int i = 0; i < element->kids.count; i++)
    add_element(dump, element->kids.items[i], depth + 1);
}

void structure_dump(const Element *root, LeafWords *words, void *owner,
                    StrBuf *text) {
  TreeDump dump = {words, owner, text};
  if (root) add_element(&dump, root, 0);
}
