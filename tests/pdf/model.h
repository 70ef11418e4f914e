/* A finished PDF file as its readers see it: objects as qpdf tells them in JSON
 * (qpdf's manual, "qpdf JSON"), so that nothing of jikji's own writer or reader
 * is believed. Names are "/X", strings "u:…" or "b:…", references "12 0 R". */
#ifndef JIKJI_TESTS_PDF_MODEL_H
#define JIKJI_TESTS_PDF_MODEL_H

#include <jansson.h>

#include "base/list.h"
#include "base/str.h"

typedef List(const char *) References;

typedef struct PdfModel {
  Arena *arena;
  Str bytes;       /* of the file */
  json_t *objects; /* "obj:12 0 R" -> {"value": …} or {"stream": …} */
  json_t *trailer, *catalog;
  References pages; /* in order */
} PdfModel;

/* NULL when qpdf cannot read the file. */
PdfModel *model_read(Arena *arena, Str path);

/* A copy that can be changed without touching the first. */
PdfModel *model_copy(Arena *arena, const PdfModel *model);

/* The value itself, or what it refers to; of a stream its dictionary. */
json_t *model_resolve(const PdfModel *model, json_t *value);

/* What a dictionary holds under a key ("/Type"), resolved; NULL: nothing. */
json_t *model_find(const PdfModel *model, const json_t *dictionary,
                   const char *key);

/* The bytes of the stream that a value refers to, unpacked unless they are a
 * picture's; empty for no stream. */
Str model_stream(const PdfModel *model, Arena *arena, const json_t *reference);
void model_set_stream(PdfModel *model, const char *reference, Str bytes);

bool model_is_reference(const json_t *value);
bool model_is_name(const json_t *value, const char *name); /* "/Link" */

/* "/Link" -> "Link"; "" for what is no name. */
const char *model_name(const json_t *value);

/* The text of a string; "" for what is none. */
const char *model_text(const json_t *value);

#endif
