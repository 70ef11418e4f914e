/* The logical structure of a document: what a screen reader reads. Leaves are
 * ELEMENT_CONTENT; frame items point to one of them, wherever they are drawn.
 * Roles are ISO 32000-1, 14.8.4. */
#ifndef JIKJI_FRAME_STRUCTURE_H
#define JIKJI_FRAME_STRUCTURE_H

#include "base/list.h"
#include "base/str.h"
#include "frame/geometry.h"

typedef enum ElementRole {
  ELEMENT_CONTENT, /* a leaf: what is drawn, in the parent's reading order */
  ELEMENT_DOCUMENT,
  ELEMENT_SECTION,
  ELEMENT_H1,
  ELEMENT_H2,
  ELEMENT_H3,
  ELEMENT_H4,
  ELEMENT_H5,
  ELEMENT_H6,
  ELEMENT_PARAGRAPH,
  ELEMENT_SPAN,
  ELEMENT_QUOTE,
  ELEMENT_BLOCK_QUOTE,
  ELEMENT_CODE,
  ELEMENT_LIST,
  ELEMENT_LIST_ITEM,
  ELEMENT_LABEL,
  ELEMENT_LIST_BODY,
  ELEMENT_TABLE,
  ELEMENT_TABLE_HEAD,
  ELEMENT_TABLE_BODY,
  ELEMENT_ROW,
  ELEMENT_HEADER_CELL,
  ELEMENT_CELL,
  ELEMENT_CAPTION,
  ELEMENT_FIGURE,
  ELEMENT_FORMULA,
  ELEMENT_NOTE,
  ELEMENT_BIB_ENTRY,
  ELEMENT_REFERENCE,
  ELEMENT_LINK,
  ELEMENT_CONTENTS,      /* TOC */
  ELEMENT_CONTENTS_ITEM, /* TOCI */
  ELEMENT_INDEX,
  ELEMENT_ROLE_COUNT
} ElementRole;

typedef enum CellScope {
  SCOPE_NONE,
  SCOPE_ROW,
  SCOPE_COLUMN,
  SCOPE_BOTH
} CellScope;

/* How a list's labels count (14.8.5.5). */
typedef enum ListNumbering {
  NUMBERING_NONE, /* no labels, or words */
  NUMBERING_DISC,
  NUMBERING_CIRCLE,
  NUMBERING_SQUARE,
  NUMBERING_DECIMAL, /* also 가, 나, 다, for which PDF has no name */
  NUMBERING_UPPER_ROMAN,
  NUMBERING_LOWER_ROMAN,
  NUMBERING_UPPER_ALPHA,
  NUMBERING_LOWER_ALPHA
} ListNumbering;

typedef struct Element Element;
struct Element {
  ElementRole role;
  Element *parent;
  List(Element *) kids; /* in reading order */
  Str language;         /* where it differs from the parent's */
  Str alt;              /* of figures, links, formulas */
  Str actual_text;      /* where glyphs and text differ */
  Str expansion;        /* of an abbreviation */
  Str title, id;        /* id: of notes, of header cells */
  ListNumbering numbering;
  CellScope scope;
  int row_span, column_span; /* 0 means 1 */
  List(Element *) headers;   /* of a cell: its header cells, which have ids */
  Str attached;              /* figure of the attachments with its data */
};

Element *element_new(Arena *arena, Element *parent, ElementRole role);

/* Takes a kid out of its parent, with all that is in it. */
void element_let_go(Element *kid);

/* Moves a kid to the front of another element. */
void element_adopt_first(Element *parent, Element *kid, Arena *arena);

/* The parent's last kid where it is a content leaf, else a new one. */
Element *element_content(Arena *arena, Element *parent);

const char *element_role_name(ElementRole role); /* "P", "TD"; "" of content */

const char *list_numbering_name(ListNumbering numbering); /* "Decimal" */

/* What a frame item is to a reader. */
typedef enum TagKind {
  TAG_INHERIT, /* as the group around it; at the top: an artifact of layout */
  TAG_CONTENT,
  TAG_ARTIFACT_LAYOUT, /* rules, boxes, backgrounds */
  TAG_ARTIFACT_HEADER, /* running heads */
  TAG_ARTIFACT_FOOTER, /* page numbers */
  TAG_ARTIFACT_REPEAT  /* a table head on a later page */
} TagKind;

typedef struct Tag {
  TagKind kind;
  Element *content; /* of TAG_CONTENT: an ELEMENT_CONTENT */
} Tag;

Tag tag_content(Element *content);
Tag tag_artifact(TagKind kind);

/* The words of a leaf; empty: not known, or a picture. */
typedef Str LeafWords(void *owner, const Element *leaf);

/* The tree as indented text, for tests: role, attributes, and the words of
 * leaves where `words` is not NULL. */
void structure_dump(const Element *root, LeafWords *words, void *owner,
                    StrBuf *text);

#endif
