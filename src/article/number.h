/* Numbers of chapters, figures, tables and notes. Private to article/. */
#ifndef JIKJI_ARTICLE_NUMBER_H
#define JIKJI_ARTICLE_NUMBER_H

#include "article/reading.h"

/* Gives every block its matter and its label, and footnotes their numbers. */
void article_number(const Reading *reading);

#endif
