/* Walking over attributes token by token. Private to article/attributes. */
#ifndef JIKJI_ARTICLE_ATTRIBUTE_SCAN_H
#define JIKJI_ARTICLE_ATTRIBUTE_SCAN_H

#include "base/str.h"

typedef enum AttributeToken {
  TOKEN_END, /* the closing brace */
  TOKEN_ID,
  TOKEN_CLASS,
  TOKEN_UNNUMBERED,
  TOKEN_PAIR,
  TOKEN_NONE /* these are no attributes */
} AttributeToken;

/* Byte ranges of the token in the text: `name` of all but the end, `value` of a
 * pair without its quotes. */
typedef struct AttributeScan {
  Str text;
  int at; /* after the brace at first, then after each token */
  int name_start, name_end;
  int value_start, value_end;
} AttributeScan;

AttributeToken attribute_next(AttributeScan *scan);

#endif
