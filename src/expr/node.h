/* A parsed expression. Private to expr/. */
#ifndef JIKJI_EXPR_NODE_H
#define JIKJI_EXPR_NODE_H

#include "expr/expr.h"

typedef enum NodeKind {
  NODE_LITERAL,   /* value */
  NODE_NAME,      /* name: a global */
  NODE_DATUM,     /* the row as an object */
  NODE_FIELD,     /* name: a member of datum */
  NODE_MEMBER,    /* name of parts[0] */
  NODE_INDEX,     /* parts[0] [ parts[1] ] */
  NODE_CALL,      /* name or function, of all parts */
  NODE_UNARY,     /* operator, of parts[0] */
  NODE_BINARY,    /* operator, of parts[0] and parts[1] */
  NODE_AND,       /* parts[0] && parts[1] */
  NODE_OR,        /* parts[0] || parts[1] */
  NODE_CONDITION, /* parts[0] ? parts[1] : parts[2], and if() */
  NODE_ARRAY,     /* of all parts */
  NODE_OBJECT     /* member i is names[i]: parts[i] */
} NodeKind;

typedef enum Operator {
  OPERATOR_ADD,
  OPERATOR_SUBTRACT,
  OPERATOR_MULTIPLY,
  OPERATOR_DIVIDE,
  OPERATOR_REMAINDER,
  OPERATOR_EQUAL,
  OPERATOR_UNEQUAL,
  OPERATOR_SAME,
  OPERATOR_DIFFERENT,
  OPERATOR_LESS,
  OPERATOR_GREATER,
  OPERATOR_AT_MOST,
  OPERATOR_AT_LEAST,
  OPERATOR_IN,
  OPERATOR_BIT_AND,
  OPERATOR_BIT_OR,
  OPERATOR_BIT_XOR,
  OPERATOR_SHIFT_LEFT,
  OPERATOR_SHIFT_RIGHT,
  OPERATOR_SHIFT_UNSIGNED,
  OPERATOR_PLUS, /* the unary ones */
  OPERATOR_MINUS,
  OPERATOR_NOT,
  OPERATOR_BIT_NOT
} Operator;

typedef struct Node {
  NodeKind kind;
  Operator operation;
  int offset, length; /* in the text of the expression */
  int count;
  int column; /* of a field in Expr.bound; -1: none */
  struct Node **parts;
  Str *names;
  Str name;
  Value value;
  const struct ExprFunction *function; /* NULL: the scope's */
} Node;

struct Expr {
  Node *root;
  Str text;
  Place place;
  const Table *bound; /* whose columns the fields know; or NULL */
};

/* The place of a stretch of the expression's text in the author's file; the
 * whole expression where escapes make it uncertain. */
Place expr_place(Str text, Place place, int offset, int length);

#endif
