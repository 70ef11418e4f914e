/* The tables of `data:`. Private to article/. */
#ifndef JIKJI_ARTICLE_DATA_H
#define JIKJI_ARTICLE_DATA_H

#include "article/reading.h"

/* Loads every entry; one that fails is told and left out. */
void data_read(Reading *reading);

#endif
