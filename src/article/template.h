/* {{ expression | format }} becomes text. Private to article/. */
#ifndef JIKJI_ARTICLE_TEMPLATE_H
#define JIKJI_ARTICLE_TEMPLATE_H

#include "article/reading.h"

/* The text of a template that stands at `place`, braces included; empty after
 * an error. */
Str template_text(const Reading *reading, Str text, Place place);

/* How a value is printed: by a d3 or Korean format, or plainly where `format`
 * is empty. Nothing to print is an error. */
Str template_print(const Reading *reading, Value value, Str format,
                   Place place);

#endif
