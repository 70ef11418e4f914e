#include "chart/check/check.h"

#include <string.h>

#include "base/limits.h"
#include "chart/check/property.h"
#include "chart/normalize/normalize.h"
#include "chart/spec/channel_marks.h"

typedef struct Checking {
  Drawing *drawing;
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
  add_sort(&text, group->takes, FLAG, "true or false");
  add_sort(&text, group->takes, LIST, "a list");
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
  diag_hint(drawing->diags, "one of: %s", group->words);
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

static void check_value(Checking *checking, const PropertyGroup *group,
                        const Property *property) {
  const json_t *value = property->value;
  if (json_is_null(value) || json_is_expression(value)) return;
  unsigned sort = sort_of(value);
  if (!(group->takes & sort)) {
    tell_sort(checking, group, property);
    return;
  }
  if (sort == TEXT && group->words &&
      !has_word(group->words, json_string_value(value)))
    tell_word(checking, group, property);
  if (!group->object) return;
  if (sort == OBJECT) check_object(checking, group->object, value);
  for (size_t i = 0; i < json_array_size(value); i++)
    if (is_plain_object(json_array_get(value, i)))
      check_object(checking, group->object, json_array_get(value, i));
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

/* Whether the view's mark, or the points on its line, draw by a channel. */
static bool serves_view(Drawing *drawing, const json_t *view, Channel channel) {
  const json_t *encoding = json_object_get(view, "encoding");
  if (channel_serves_mark(channel, mark_name(view), encoding)) return true;
  const json_t *point = json_object_get(json_object_get(view, "mark"), "point");
  const char *mark = str_c(drawing->arena, mark_name(view));
  if (!point)
    point = json_object_get(json_object_get(drawing->config, mark), "point");
  return point && channel_serves_mark(channel, S("point"), encoding);
}

/* Channels of a view's own encoding that its own mark draws nothing by. */
static void check_channels(Checking *checking, const json_t *view) {
  Drawing *drawing = checking->drawing;
  const json_t *encoding = json_object_get(view, "encoding");
  const char *name;
  json_t *def;
  json_object_foreach((json_t *)encoding, name, def) {
    Channel channel = channel_read(str_from(name));
    if (channel == CHANNEL_NONE || json_is_null(def)) continue;
    if (serves_view(drawing, view, channel)) continue;
    diag(drawing->diags, DIAG_CHART_UNUSED_CHANNEL,
         tree_place_key(drawing->tree, encoding, name),
         "the mark '%.*s' cannot use the channel '%s'; it is ignored",
         STR(mark_name(view)), name);
  }
}

static void check_object(Checking *checking, const ObjectKind *kind,
                         const json_t *object) {
  if (kind->choose) kind = kind->choose(object);
  if (!kind || checking->depth > LIMIT_TREE_DEPTH) return;
  Property property = {.owner = object};
  json_t *value;
  checking->depth++;
  json_object_foreach((json_t *)object, property.name, value) {
    property.value = value;
    check_member(checking, kind, &property);
  }
  checking->depth--;
  if (json_object_get(object, "mark") && json_object_get(object, "encoding"))
    check_channels(checking, object);
}

void spec_check(Drawing *drawing) {
  Checking checking = {.drawing = drawing};
  check_object(&checking, &kind_spec, drawing->tree->root);
}
