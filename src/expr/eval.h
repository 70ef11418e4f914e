/* One run of an expression. Private to expr/. */
#ifndef JIKJI_EXPR_EVAL_H
#define JIKJI_EXPR_EVAL_H

#include "expr/node.h"

typedef struct Evaluation {
  const Expr *expr;
  const ExprScope *scope;
  Diags *diags;
  double steps;
  bool is_stopped; /* over the limit of steps */
} Evaluation;

/* Records a fault at a node, once for each node; gives undefined. */
Value eval_fault(Evaluation *evaluation, const Node *node, DiagCode code,
                 Str message);

/* Counts work; false, after an error, over the limit. */
bool eval_work(Evaluation *evaluation, const Node *node, double steps);

/* object.name by ECMAScript's rules for arrays, texts and objects. */
Value eval_member(Value object, Str name);

#endif
