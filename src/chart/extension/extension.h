/* What a spec asks for under usermeta.jikji, which Vega passes over: direct
 * labels, ties, wrapped labels, notes. docs/charts.md tells authors of each. */
#ifndef JIKJI_CHART_EXTENSION_EXTENSION_H
#define JIKJI_CHART_EXTENSION_EXTENSION_H

#include "chart/spec/view.h"

/* An extension as written; NULL: not asked for, null or false. */
const json_t *extension_find(const Drawing *drawing, const char *name);

/* As written, whatever it is; NULL: not there. */
const json_t *extension_own(const Drawing *drawing, const char *name);

/* A request of an extension that may be written `true`, as an object, or as a
 * list of objects: how many there are, and one of them (`true` has none of its
 * own properties: NULL). */
int extension_count(const json_t *extension);
const json_t *extension_item(const json_t *extension, int i);

/* Whether a request is for a view: it names no `views`, or names this one or
 * one around it. */
bool extension_wants(const json_t *item, const View *view);

/* Whether labels of a kind ("axis", "legend", "header", "title", "text") are to
 * be broken into lines rather than cut: `wrap` is true or lists the kind. */
bool extension_wraps(const Drawing *drawing, const char *kind);

#endif
