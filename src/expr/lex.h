/* Text -> tokens of an expression. Private to expr/. */
#ifndef JIKJI_EXPR_LEX_H
#define JIKJI_EXPR_LEX_H

#include "table/table.h"

typedef enum TokenKind {
  TOKEN_END,
  TOKEN_NUMBER, /* number */
  TOKEN_STRING, /* text, escapes resolved */
  TOKEN_NAME,   /* text */
  TOKEN_SIGN,   /* text: an operator or bracket */
  TOKEN_REGEXP, /* text and flags */
  TOKEN_FAULT   /* a message was recorded */
} TokenKind;

typedef struct Token {
  TokenKind kind;
  int offset, length;
  Str text, flags;
  double number;
} Token;

typedef struct Lexer {
  Arena *arena;
  Str text;
  Place place;
  Diags *diags;
  int at;
} Lexer;

/* The next token. Where an operand is due, "/" begins a regular expression. */
Token lex_next(Lexer *lexer, bool operand_due);

#endif
