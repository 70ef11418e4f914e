/* A finished document: pages, structure, outline and what is said of it. */
#ifndef JIKJI_FRAME_PAGES_H
#define JIKJI_FRAME_PAGES_H

#include "frame/frame.h"

typedef struct Page {
  Frame *frame;
  Str label;   /* the printed page number: "iv", "12"; empty for none */
  Str badness; /* what is wrong with how it is filled, for dumps; or empty */
} Page;

/* A line of the outline; its title leads to an anchor. */
typedef struct OutlineEntry {
  Str title;
  int level; /* from 1 */
  Str destination;
} OutlineEntry;

typedef struct Attachment {
  Str name, description, media_type;
  Str relationship; /* "Data", "Source" */
  Str figure; /* what elements with its data are `attached` to; or empty */
  Str bytes;
} Attachment;

typedef List(Attachment) AttachmentList;

/* Dates are what the report says, never the clock's; times are seconds. */
typedef struct DocumentInfo {
  Str title, author, subject, keywords, language, creator;
  long long created; /* seconds since 1970 UTC */
} DocumentInfo;

typedef struct Pages {
  Arena *arena;
  List(Page) list;
  Element *structure; /* ELEMENT_DOCUMENT, or NULL for an untagged picture */
  List(OutlineEntry) outline;
  AttachmentList attachments;
  DocumentInfo info;
} Pages;

Pages *pages_new(Arena *arena);

/* The structure as text, with the words that each leaf shows on all pages, cut
 * in their middle where they are long: what a screen reader gets, in its order.
 */
void pages_dump_structure(const Pages *pages, StrBuf *text);

/* "page 3 (iv) 595.28x841.89 badness 0", then the page's frame; outline and
 * structure at the end. */
void pages_dump(const Pages *pages, StrBuf *text);

#endif
