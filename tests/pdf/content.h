/* What the pages' content streams do: marks, painting, text in fonts. */
#ifndef JIKJI_TESTS_PDF_CONTENT_H
#define JIKJI_TESTS_PDF_CONTENT_H

#include <glib.h>

#include "model.h"

/* A piece of marked content with an MCID. */
typedef struct ContentMark {
  int page, mcid;
  const char *tag; /* "P" */
} ContentMark;

/* A font and the codes that are shown in it. */
typedef struct FontUse {
  const char *reference;
  GHashTable *codes; /* as pointers; whether a replacement text stands around:
                        GINT_TO_POINTER(1) yes, (2) no */
} FontUse;

/* What is wrong with a stream, found on the way. */
typedef struct ContentFault {
  int page;
  const char *rule, *message;
} ContentFault;

typedef struct Contents {
  Arena *arena;
  List(ContentMark) marks;
  List(FontUse) fonts;
  List(ContentFault) faults;
  References languages;      /* of /Lang in property lists */
  GHashTable *colour_spaces; /* names of device spaces in use */
} Contents;

Contents *contents_read(Arena *arena, const PdfModel *model);

#endif
