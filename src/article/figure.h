/* Figures: charts and pictures. Private to article/. */
#ifndef JIKJI_ARTICLE_FIGURE_H
#define JIKJI_ARTICLE_FIGURE_H

#include "article/blocks.h"

/* An image that stands alone in its paragraph. */
Block *figure_from_image(const Reading *reading, const Inline *image,
                         const Attributes *attributes);

/* The file of an image among text: one that is missing is an error. */
void figure_check_image(const Reading *reading, const Inline *image);

/* A fenced block that holds a spec. */
Block *figure_from_spec(const Reading *reading, Place block, Place spec,
                        const Attributes *attributes);

#endif
