/* The tokens of a date as ECMAScript engines read it. Private to table/. */
#ifndef JIKJI_TABLE_DATE_TOKEN_H
#define JIKJI_TABLE_DATE_TOKEN_H

#include "base/str.h"

typedef enum DateTokenKind {
  DATE_END,
  DATE_NUMBER,
  DATE_MONTH, /* value: 1 to 12 */
  DATE_AM_PM, /* value: 0 or 12 */
  DATE_ZONE,  /* value: hours from UTC */
  DATE_T,     /* the letter between date and time */
  DATE_WORD,  /* any other word */
  DATE_SPACE,
  DATE_SYMBOL /* value: the character */
} DateTokenKind;

typedef struct DateToken {
  DateTokenKind kind;
  int value;
  int length; /* characters of a number or word */
} DateToken;

/* The text and the token that comes next in it. */
typedef struct DateScanner {
  Str text;
  int at; /* behind `next` */
  DateToken next;
} DateScanner;

DateScanner date_scanner(Str text);

/* Takes the next token. */
DateToken date_token_take(DateScanner *scanner);

/* Takes it only when it is that symbol. */
bool date_symbol_skip(DateScanner *scanner, char symbol);

bool date_is_symbol(DateToken token, char symbol);
bool date_is_sign(DateToken token);
bool date_is_z(DateToken token);

/* A number of exactly that many digits. */
bool date_is_fixed(DateToken token, int length);

#endif
