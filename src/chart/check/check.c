#include "chart/check/check.h"

#include <string.h>

#include "base/limits.h"
#include "chart/check/rules.h"
#include "expr/expr.h"

typedef struct Checking {
  Drawing *drawing;
  const json_t *layer; /* the nearest view of layers around, or NULL */
  int depth;
} Checking;

/* A property being checked. */
typedef struct Property {
  const json_t *owner; /* the object that has it */
  const char *name;
  const json_t *value;
} Property;

typedef List(const char *) NameList;

/* ---- Lists of words ---- */

static bool has_word(const char *words, const char *word) {
  size_t length = strlen(word);
  if (!length) return false;
  for (const char *at = words; (at = strstr(at, word)); at += length) {
    bool starts = at == words || at[-1] == ' ';
    if (starts && (at[length] == ' ' || at[length] == '\0')) return true;
  }
  return false;
}

static void add_words(Arena *arena, NameList *list, const char *words) {
  Str rest = str_from(words);
  while (rest.len) {
    int end = str_find_char(rest, ' ');
    if (end < 0) end = rest.len;
    list_add(arena, list, str_c(arena, str_slice(rest, 0, end)));
    rest = str_slice(rest, end < rest.len ? end + 1 : end, rest.len);
  }
}

static const PropertyGroup *group_of(const ObjectKind *kind, const char *name) {
  for (; kind; kind = kind->base)
    for (const PropertyGroup *group = kind->groups; group && group->names;
         group++)
      if (has_word(group->names, name)) return group;
  return NULL;
}

/* ---- Messages ---- */

static void tell_unknown(Checking *checking, const ObjectKind *kind,
                         const json_t *object, const char *name) {
  Drawing *drawing = checking->drawing;
  NameList names = {0};
  diag(drawing->diags, DIAG_CHART_UNKNOWN_PROPERTY,
       tree_place_key(drawing->tree, object, name),
       "'%s' is no property of %s; it is ignored", name, kind->name);
  for (const ObjectKind *each = kind; each; each = each->base)
    for (const PropertyGroup *group = each->groups; group && group->names;
         group++)
      add_words(drawing->arena, &names, group->names);
  diag_hint_nearest(drawing->diags, str_from(name), names.items, names.count);
}

static void add_sort(StrBuf *text, unsigned takes, unsigned sort,
                     const char *name) {
  if (!(takes & sort)) return;
  strbuf_addf(text, "%s%s", text->len ? " or " : "", name);
}

static void tell_sort(Checking *checking, const PropertyGroup *group,
                      const Property *property) {
  Drawing *drawing = checking->drawing;
  StrBuf text = {.arena = drawing->arena};
  add_sort(&text, group->takes, NUMBER, "a number");
  add_sort(&text, group->takes, TEXT, "a text");
  add_sort(&text, group->takes, COLOR, "a colour");
  add_sort(&text, group->takes, EXPRESSION, "an expression");
  add_sort(&text, group->takes, FLAG, "true or false");
  add_sort(&text, group->takes, LIST, "a list");
  add_sort(&text, group->takes, OBJECTS, "a list of objects");
  add_sort(&text, group->takes, OBJECT, "an object");
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, property->owner, property->name),
       "'%s' takes %.*s", property->name, STR(strbuf_str(&text)));
}

static void tell_word(Checking *checking, const PropertyGroup *group,
                      const Property *property) {
  Drawing *drawing = checking->drawing;
  NameList words = {0};
  Str given = json_str(property->value);
  add_words(drawing->arena, &words, group->words);
  diag(drawing->diags, DIAG_CHART_BAD_VALUE,
       drawing_place(drawing, property->owner, property->name),
       "'%s' cannot be '%.*s'", property->name, STR(given));
  diag_hint(drawing->diags, "one of: %.*s",
            STR(str_trim(str_from(group->words))));
  diag_hint_nearest(drawing->diags, given, words.items, words.count);
}

/* ---- Values ---- */

static unsigned sort_of(const json_t *value) {
  if (json_is_number(value)) return NUMBER;
  if (json_is_string(value)) return TEXT;
  if (json_is_boolean(value)) return FLAG;
  return json_is_array(value) ? LIST : OBJECT;
}

static void check_object(Checking *checking, const ObjectKind *kind,
                         const json_t *object);

static bool is_plain_object(const json_t *value) {
  return json_is_object(value) && !json_is_expression(value);
}

/* Reading it tells what is wrong, with the place. */
static void check_expression(Checking *checking, const json_t *owner,
                             const char *name) {
  Drawing *drawing = checking->drawing;
  expr_parse(drawing->arena, json_str(json_object_get(owner, name)),
             tree_place_text(drawing->tree, owner, name), drawing->diags);
}

static void check_text(Checking *checking, const PropertyGroup *group,
                       const Property *property) {
  Color color;
  Str text = json_str(property->value);
  if (group->words && !has_word(group->words, text.text))
    tell_word(checking, group, property);
  if (group->takes & TEXT) return;
  if (group->takes & EXPRESSION)
    check_expression(checking, property->owner, property->name);
  bool is_none = !text.len || str_is(text, "none");
  if (group->takes & COLOR && !is_none && !color_read(text, &color))
    diag(checking->drawing->diags, DIAG_CHART_BAD_VALUE,
         drawing_place(checking->drawing, property->owner, property->name),
         "'%.*s' is no colour", STR(text));
}

static void check_items(Checking *checking, const PropertyGroup *group,
                        const Property *property) {
  for (size_t i = 0; i < json_array_size(property->value); i++) {
    const json_t *item = json_array_get(property->value, i);
    if (group->object && is_plain_object(item))
      check_object(checking, group->object, item);
    if (!(group->takes & OBJECTS) || json_is_object(item)) continue;
    diag(checking->drawing->diags, DIAG_CHART_BAD_SPEC,
         tree_place_item(checking->drawing->tree, property->value, (int)i),
         "'%s' lists objects", property->name);
  }
}

/* What a property takes, as a value of JSON shows it. */
static unsigned shown_sorts(const PropertyGroup *group) {
  unsigned sorts = group->takes;
  if (sorts & (COLOR | EXPRESSION)) sorts |= TEXT;
  return sorts & OBJECTS ? sorts | LIST : sorts;
}

static void check_value(Checking *checking, const PropertyGroup *group,
                        const Property *property) {
  const json_t *value = property->value;
  if (json_is_null(value)) return;
  if (json_is_expression(value)) {
    check_expression(checking, value, "expr");
    return;
  }
  unsigned sort = sort_of(value);
  if (!(shown_sorts(group) & sort)) {
    tell_sort(checking, group, property);
    return;
  }
  if (sort == TEXT) check_text(checking, group, property);
  if (sort == OBJECT && group->object)
    check_object(checking, group->object, value);
  check_items(checking, group, property);
}

/* ---- Objects ---- */

static void check_member(Checking *checking, const ObjectKind *kind,
                         const Property *property) {
  const PropertyGroup *group = group_of(kind, property->name);
  if (group)
    check_value(checking, group, property);
  else if (kind->members && json_is_object(property->value))
    check_object(checking, kind->members, property->value);
  else if (!kind->is_open && !kind->members)
    tell_unknown(checking, kind, property->owner, property->name);
}

static void apply_rules(const Checking *checking, const ObjectKind *kind,
                        const json_t *object) {
  for (; kind; kind = kind->base)
    if (kind->rule) kind->rule(checking->drawing, object);
}

static void check_members(Checking *checking, const ObjectKind *kind,
                          const json_t *object) {
  Property property = {.owner = object};
  json_t *value;
  json_object_foreach((json_t *)object, property.name, value) {
    property.value = value;
    check_member(checking, kind, &property);
  }
}

static void check_object(Checking *checking, const ObjectKind *kind,
                         const json_t *object) {
  if (kind->choose) kind = kind->choose(object);
  if (!kind || checking->depth > LIMIT_TREE_DEPTH) return;
  const json_t *layer = checking->layer;
  if (json_object_get(object, "mark") && json_object_get(object, "encoding"))
    channels_check(checking->drawing, object, layer);
  if (json_object_get(object, "layer")) checking->layer = object;
  checking->depth++;
  check_members(checking, kind, object);
  apply_rules(checking, kind, object);
  checking->depth--;
  checking->layer = layer;
}

bool spec_check(Drawing *drawing) {
  Checking checking = {.drawing = drawing};
  if (json_is_object(drawing->tree->root)) {
    check_object(&checking, &kind_spec, drawing->tree->root);
    return true;
  }
  return diag(drawing->diags, DIAG_CHART_BAD_SPEC,
              place_at(drawing->tree->place.source, 0, 1),
              "a spec is an object, {...}");
}
