/* Tokens -> tree, by precedence climbing over a table of operators. */
#include "base/limits.h"
#include "base/number.h"
#include "expr/functions.h"
#include "expr/lex.h"
#include "expr/node.h"
#include "expr/regexp.h"

#include <math.h>

typedef struct Parser {
  Arena *arena;
  Lexer lexer;
  Token token; /* the next one */
  Diags *diags;
  int depth;
} Parser;

typedef struct Infix {
  const char *sign;
  int precedence; /* higher binds closer */
  NodeKind kind;
  Operator operation;
} Infix;

static const Infix infixes[] = {
    {"||", 1, NODE_OR, 0},
    {"&&", 2, NODE_AND, 0},
    {"|", 3, NODE_BINARY, OPERATOR_BIT_OR},
    {"^", 4, NODE_BINARY, OPERATOR_BIT_XOR},
    {"&", 5, NODE_BINARY, OPERATOR_BIT_AND},
    {"==", 6, NODE_BINARY, OPERATOR_EQUAL},
    {"!=", 6, NODE_BINARY, OPERATOR_UNEQUAL},
    {"===", 6, NODE_BINARY, OPERATOR_SAME},
    {"!==", 6, NODE_BINARY, OPERATOR_DIFFERENT},
    {"<", 7, NODE_BINARY, OPERATOR_LESS},
    {">", 7, NODE_BINARY, OPERATOR_GREATER},
    {"<=", 7, NODE_BINARY, OPERATOR_AT_MOST},
    {">=", 7, NODE_BINARY, OPERATOR_AT_LEAST},
    {"in", 7, NODE_BINARY, OPERATOR_IN},
    {"<<", 8, NODE_BINARY, OPERATOR_SHIFT_LEFT},
    {">>", 8, NODE_BINARY, OPERATOR_SHIFT_RIGHT},
    {">>>", 8, NODE_BINARY, OPERATOR_SHIFT_UNSIGNED},
    {"+", 9, NODE_BINARY, OPERATOR_ADD},
    {"-", 9, NODE_BINARY, OPERATOR_SUBTRACT},
    {"*", 10, NODE_BINARY, OPERATOR_MULTIPLY},
    {"/", 10, NODE_BINARY, OPERATOR_DIVIDE},
    {"%", 10, NODE_BINARY, OPERATOR_REMAINDER},
};

static const struct {
  const char *sign;
  Operator operation;
} prefixes[] = {{"+", OPERATOR_PLUS},
                {"-", OPERATOR_MINUS},
                {"!", OPERATOR_NOT},
                {"~", OPERATOR_BIT_NOT}};

static Node *parse_expression(Parser *parser);

Place expr_place(Str text, Place place, int offset, int length) {
  if (!place.source || place.offset < 0) return place;
  if (place.length == text.len) return place_within(place, offset, length);
  char first = place.offset < place.source->text.len
                   ? place.source->text.text[place.offset]
                   : '\0';
  bool is_quoted = first == '"' || first == '\'';
  if (is_quoted && place.length == text.len + 2)
    return place_within(place, offset + 1, length);
  return place;
}

static void advance(Parser *parser, bool operand_due) {
  if (parser->token.kind != TOKEN_FAULT)
    parser->token = lex_next(&parser->lexer, operand_due);
}

static Node *node_new(Parser *parser, NodeKind kind, int offset, int count) {
  Node *node = arena_new(parser->arena, Node);
  *node = (Node){.kind = kind, .offset = offset, .count = count, .column = -1};
  node->parts = arena_array(parser->arena, Node *, count);
  return node;
}

/* Sets the end of a node to what was read so far. */
static Node *finish(Parser *parser, Node *node) {
  int end = parser->token.offset;
  while (end > node->offset && parser->lexer.text.text[end - 1] == ' ')
    end--;
  node->length = end - node->offset;
  return node;
}

static bool is_sign(const Parser *parser, const char *sign) {
  return parser->token.kind == TOKEN_SIGN && str_is(parser->token.text, sign);
}

static Node *unexpected(Parser *parser, const char *expected) {
  Token token = parser->token;
  if (token.kind == TOKEN_FAULT) return NULL;
  Place place = expr_place(parser->lexer.text, parser->lexer.place,
                           token.offset, token.length ? token.length : 1);
  Str found =
      str_slice(parser->lexer.text, token.offset, token.offset + token.length);
  if (token.kind == TOKEN_END)
    diag(parser->diags, DIAG_EXPR_SYNTAX, place,
         "the expression ends where %s was expected", expected);
  else
    diag(parser->diags, DIAG_EXPR_SYNTAX, place,
         "%s was expected here, not '%.*s'", expected, STR(found));
  parser->token.kind = TOKEN_FAULT;
  return NULL;
}

/* Takes a sign that must stand here. */
static bool expect(Parser *parser, const char *sign, bool operand_due) {
  if (!is_sign(parser, sign)) {
    unexpected(parser, str_format(parser->arena, "'%s'", sign).text);
    return false;
  }
  advance(parser, operand_due);
  return true;
}

static bool is_deeper_than_allowed(Parser *parser) {
  if (++parser->depth <= LIMIT_EXPRESSION_DEPTH) return false;
  if (parser->token.kind != TOKEN_FAULT)
    diag(parser->diags, DIAG_EXPR_LIMIT,
         expr_place(parser->lexer.text, parser->lexer.place,
                    parser->token.offset, 1),
         "the expression is nested deeper than the limit of %d",
         LIMIT_EXPRESSION_DEPTH);
  parser->token.kind = TOKEN_FAULT;
  return true;
}

typedef List(Node *) NodeList;
typedef List(Str) NameList;

/* Expressions with commas between, up to the closing sign, which is taken. */
static bool parse_list(Parser *parser, const char *close, NodeList *list) {
  while (!is_sign(parser, close)) {
    Node *item = parse_expression(parser);
    if (!item) return false;
    list_add(parser->arena, list, item);
    if (!is_sign(parser, ",")) break;
    advance(parser, true);
  }
  return expect(parser, close, false);
}

static Node *parse_array(Parser *parser) {
  Node *array = node_new(parser, NODE_ARRAY, parser->token.offset, 0);
  NodeList items = {0};
  advance(parser, true);
  if (!parse_list(parser, "]", &items)) return NULL;
  array->parts = items.items;
  array->count = items.count;
  return finish(parser, array);
}

static bool parse_member_name(Parser *parser, Str *name) {
  Token token = parser->token;
  if (token.kind == TOKEN_NUMBER)
    *name = number_text(parser->arena, token.number);
  else if (token.kind == TOKEN_STRING || token.kind == TOKEN_NAME)
    *name = token.text;
  else
    return unexpected(parser, "the name of a member") != NULL;
  advance(parser, false);
  return true;
}

static Node *parse_object(Parser *parser) {
  Node *object = node_new(parser, NODE_OBJECT, parser->token.offset, 0);
  NodeList values = {0};
  NameList names = {0};
  advance(parser, false);
  while (!is_sign(parser, "}")) {
    Str name;
    if (!parse_member_name(parser, &name) || !expect(parser, ":", true))
      return NULL;
    Node *value = parse_expression(parser);
    if (!value) return NULL;
    list_add(parser->arena, &names, name);
    list_add(parser->arena, &values, value);
    if (!is_sign(parser, ",")) break;
    advance(parser, false);
  }
  if (!expect(parser, "}", false)) return NULL;
  object->parts = values.items;
  object->names = names.items;
  object->count = values.count;
  return finish(parser, object);
}

static Node *parse_literal(Parser *parser, Value value) {
  Node *literal = node_new(parser, NODE_LITERAL, parser->token.offset, 0);
  literal->value = value;
  advance(parser, false);
  return finish(parser, literal);
}

static const RegExp *compile(Parser *parser, Str pattern, Str flags,
                             int offset) {
  Str message;
  int at;
  const RegExp *regexp =
      regexp_compile(parser->arena, pattern, flags, &message, &at);
  if (!regexp)
    diag(parser->diags, DIAG_EXPR_REGEXP,
         expr_place(parser->lexer.text, parser->lexer.place, offset + at, 1),
         "this regular expression is wrong: %.*s", STR(message));
  return regexp;
}

static Value regexp_value(const RegExp *regexp) {
  return (Value){.kind = VALUE_REGEXP, .regexp = regexp};
}

static Node *parse_regexp(Parser *parser) {
  Token token = parser->token;
  const RegExp *regexp =
      compile(parser, token.text, token.flags, token.offset + 1);
  return regexp ? parse_literal(parser, regexp_value(regexp)) : NULL;
}

/* test('pattern', ...) and regexp('pattern', 'flags') are compiled once. */
static bool precompile(Parser *parser, Node *call) {
  bool is_regexp = str_is(call->name, "regexp");
  if (!call->count || (!is_regexp && !str_is(call->name, "test"))) return true;
  Node *pattern = call->parts[0];
  Str flags = {0};
  for (int i = 0; i < (is_regexp ? call->count : 1); i++)
    if (call->parts[i]->kind != NODE_LITERAL ||
        call->parts[i]->value.kind != VALUE_STRING)
      return true;
  if (is_regexp && call->count > 1) flags = value_text(&call->parts[1]->value);
  const RegExp *regexp =
      compile(parser, value_text(&pattern->value), flags, pattern->offset + 1);
  if (!regexp) return false;
  Node *literal = is_regexp ? call : pattern;
  literal->kind = NODE_LITERAL;
  literal->value = regexp_value(regexp);
  if (is_regexp) literal->count = 0;
  return true;
}

static bool check_arguments(Parser *parser, const Node *call) {
  const ExprFunction *function = call->function;
  if (call->kind != NODE_CALL || !function) return true;
  bool too_many = function->most >= 0 && call->count > function->most;
  if (call->count >= function->least && !too_many) return true;
  Place place = expr_place(parser->lexer.text, parser->lexer.place,
                           call->offset, call->name.len);
  return diag(parser->diags, DIAG_EXPR_ARGUMENTS, place,
              "%s() takes %s %d arguments, not %d", function->name,
              too_many ? "at most" : "at least",
              too_many ? function->most : function->least, call->count);
}

static Node *parse_call(Parser *parser, Token name) {
  Node *call = node_new(parser, NODE_CALL, name.offset, 0);
  NodeList arguments = {0};
  advance(parser, true);
  if (!parse_list(parser, ")", &arguments)) return NULL;
  call->name = name.text;
  call->parts = arguments.items;
  call->count = arguments.count;
  call->function = function_find(name.text);
  if (!check_arguments(parser, call) || !precompile(parser, call)) {
    parser->token.kind = TOKEN_FAULT;
    return NULL;
  }
  if (str_is(name.text, "if")) call->kind = NODE_CONDITION;
  return finish(parser, call);
}

static bool find_constant(Str name, Value *value) {
  static const struct {
    const char *name;
    double number;
  } constants[] = {
      {"NaN", NAN},
      {"Infinity", INFINITY},
      {"E", M_E},
      {"LN2", M_LN2},
      {"LN10", M_LN10},
      {"LOG2E", M_LOG2E},
      {"LOG10E", M_LOG10E},
      {"PI", M_PI},
      {"SQRT1_2", M_SQRT1_2},
      {"SQRT2", M_SQRT2},
      {"MIN_VALUE", 5e-324},
      {"MAX_VALUE", 1.7976931348623157e308},
  };
  for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
    if (str_is(name, constants[i].name)) {
      *value = value_number(constants[i].number);
      return true;
    }
  bool is_true = str_is(name, "true");
  if (str_is(name, "null"))
    *value = value_null();
  else if (is_true || str_is(name, "false"))
    *value = value_boolean(is_true);
  else if (str_is(name, "undefined"))
    *value = (Value){0};
  else
    return false;
  return true;
}

static Node *parse_name(Parser *parser) {
  Token token = parser->token;
  Value value;
  if (find_constant(token.text, &value)) return parse_literal(parser, value);
  advance(parser, false);
  if (is_sign(parser, "(")) return parse_call(parser, token);
  bool is_datum = str_is(token.text, "datum");
  Node *name =
      node_new(parser, is_datum ? NODE_DATUM : NODE_NAME, token.offset, 0);
  name->name = token.text;
  return finish(parser, name);
}

static Node *parse_operand(Parser *parser) {
  Token token = parser->token;
  switch (token.kind) {
  case TOKEN_NUMBER:
    return parse_literal(parser, value_number(token.number));
  case TOKEN_STRING:
    return parse_literal(parser, value_str(token.text));
  case TOKEN_REGEXP:
    return parse_regexp(parser);
  case TOKEN_NAME:
    return parse_name(parser);
  default:
    break;
  }
  if (is_sign(parser, "[")) return parse_array(parser);
  if (is_sign(parser, "{")) return parse_object(parser);
  if (!is_sign(parser, "(")) return unexpected(parser, "a value");
  advance(parser, true);
  Node *inside = parse_expression(parser);
  return inside && expect(parser, ")", false) ? inside : NULL;
}

/* A member by a name known now: of datum a field. */
static Node *named_member(Parser *parser, Node *object, Str name) {
  bool of_datum = object->kind == NODE_DATUM;
  Node *member = node_new(parser, of_datum ? NODE_FIELD : NODE_MEMBER,
                          object->offset, of_datum ? 0 : 1);
  member->name = name;
  if (!of_datum) member->parts[0] = object;
  return finish(parser, member);
}

static Node *parse_dot(Parser *parser, Node *object) {
  advance(parser, false);
  if (parser->token.kind != TOKEN_NAME)
    return unexpected(parser, "the name of a member");
  Str name = parser->token.text;
  advance(parser, false);
  if (!is_sign(parser, "(")) return named_member(parser, object, name);
  unexpected(parser, "an operator");
  diag_hint(parser->diags, "methods are written as functions: lower(x), not "
                           "x.toLowerCase()");
  return NULL;
}

static Node *parse_bracket(Parser *parser, Node *object) {
  advance(parser, true);
  Node *key = parse_expression(parser);
  if (!key || !expect(parser, "]", false)) return NULL;
  if (key->kind == NODE_LITERAL && key->value.kind == VALUE_STRING)
    return named_member(parser, object, value_text(&key->value));
  Node *member = node_new(parser, NODE_INDEX, object->offset, 2);
  member->parts[0] = object;
  member->parts[1] = key;
  return finish(parser, member);
}

static Node *parse_members(Parser *parser) {
  Node *node = parse_operand(parser);
  int depth = parser->depth;
  while (node && (is_sign(parser, ".") || is_sign(parser, "["))) {
    if (is_deeper_than_allowed(parser)) return NULL;
    node = is_sign(parser, ".") ? parse_dot(parser, node)
                                : parse_bracket(parser, node);
  }
  parser->depth = depth;
  return node;
}

static Node *parse_unary(Parser *parser) {
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
    if (!is_sign(parser, prefixes[i].sign)) continue;
    if (is_deeper_than_allowed(parser)) return NULL;
    Node *node = node_new(parser, NODE_UNARY, parser->token.offset, 1);
    node->operation = prefixes[i].operation;
    advance(parser, true);
    node->parts[0] = parse_unary(parser);
    parser->depth--;
    return node->parts[0] ? finish(parser, node) : NULL;
  }
  return parse_members(parser);
}

static const Infix *find_infix(const Parser *parser) {
  TokenKind kind = parser->token.kind;
  if (kind != TOKEN_SIGN && kind != TOKEN_NAME) return NULL;
  for (size_t i = 0; i < sizeof infixes / sizeof *infixes; i++)
    if (str_is(parser->token.text, infixes[i].sign)) return &infixes[i];
  return NULL;
}

static Node *parse_binary(Parser *parser, int least) {
  Node *left = parse_unary(parser);
  int depth = parser->depth;
  const Infix *infix;
  while (left && (infix = find_infix(parser)) && infix->precedence >= least) {
    if (is_deeper_than_allowed(parser)) return NULL;
    Node *node = node_new(parser, infix->kind, left->offset, 2);
    node->operation = infix->operation;
    advance(parser, true);
    node->parts[0] = left;
    node->parts[1] = parse_binary(parser, infix->precedence + 1);
    left = node->parts[1] ? finish(parser, node) : NULL;
  }
  parser->depth = depth;
  return left;
}

static Node *parse_condition(Parser *parser, Node *test) {
  Node *node = node_new(parser, NODE_CONDITION, test->offset, 3);
  advance(parser, true);
  node->parts[0] = test;
  node->parts[1] = parse_expression(parser);
  if (!node->parts[1] || !expect(parser, ":", true)) return NULL;
  node->parts[2] = parse_expression(parser);
  return node->parts[2] ? finish(parser, node) : NULL;
}

static Node *parse_expression(Parser *parser) {
  if (is_deeper_than_allowed(parser)) return NULL;
  Node *node = parse_binary(parser, 1);
  if (node && is_sign(parser, "?")) node = parse_condition(parser, node);
  parser->depth--;
  return node;
}

const Expr *expr_parse(Arena *arena, Str text, Place place, Diags *diags) {
  if (text.len > LIMIT_EXPRESSION_BYTES) {
    diag(diags, DIAG_EXPR_LIMIT, place,
         "the expression is longer than the limit of %d bytes",
         LIMIT_EXPRESSION_BYTES);
    return NULL;
  }
  text = str_copy(arena, text);
  Parser parser = {
      .arena = arena, .lexer = {arena, text, place, diags, 0}, .diags = diags};
  advance(&parser, true);
  Node *root = parse_expression(&parser);
  if (root && parser.token.kind != TOKEN_END)
    root = unexpected(&parser, "an operator");
  if (!root) return NULL;
  Expr *expr = arena_new(arena, Expr);
  *expr = (Expr){.root = root, .text = text, .place = place};
  return expr;
}

static void visit_fields(const Expr *expr, const Node *node,
                         void (*visit)(void *, Str, Place), void *owner) {
  if (node->kind == NODE_FIELD)
    visit(owner, node->name,
          expr_place(expr->text, expr->place, node->offset, node->length));
  for (int i = 0; i < node->count; i++)
    visit_fields(expr, node->parts[i], visit, owner);
}

void expr_fields(const Expr *expr,
                 void (*visit)(void *owner, Str name, Place place),
                 void *owner) {
  visit_fields(expr, expr->root, visit, owner);
}

static Node *bind_node(Arena *arena, const Node *node, const Table *table) {
  Node *bound = arena_new(arena, Node);
  *bound = *node;
  bound->parts = arena_array(arena, Node *, node->count);
  if (node->kind == NODE_FIELD)
    bound->column = table_find_index(table, node->name);
  for (int i = 0; i < node->count; i++)
    bound->parts[i] = bind_node(arena, node->parts[i], table);
  return bound;
}

const Expr *expr_bind(Arena *arena, const Expr *expr, const Table *table) {
  Expr *bound = arena_new(arena, Expr);
  *bound = *expr;
  bound->bound = table;
  bound->root = bind_node(arena, expr->root, table);
  return bound;
}
