/* The YAML at the top of an article. Private to article/. */
#ifndef JIKJI_ARTICLE_FRONT_MATTER_H
#define JIKJI_ARTICLE_FRONT_MATTER_H

#include "article/reading.h"

/* Reads the front matter into article->front and says where the Markdown
 * starts (reading->body). Unknown keys are errors. */
void front_matter_read(Reading *reading);

/* Tells what is wrong with the switches for cover, contents and the like. */
void front_parts_check(const Reading *reading);

/* Fills the article's title and the like, with their values. */
void front_matter_apply(Reading *reading);

/* A key of `object` that is none of the keys is an error. */
void front_check_keys(const Reading *reading, const json_t *object,
                      const char *const *keys, int count);

/* The table that `object` names under a key; the column of a table; NULL and -1
 * after an error. */
const Table *front_table(const Reading *reading, const json_t *object,
                         const char *key);
int front_column(const Reading *reading, const json_t *object, const char *key,
                 const Table *table);

/* Where the text under a key starts, past its quote. */
Place front_text_place(const Reading *reading, const json_t *object,
                       const char *key);

#endif
