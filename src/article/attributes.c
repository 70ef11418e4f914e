/* Attributes: found in the text, read into a list, asked by name. */
#include "article/attributes.h"

#include <string.h>

#include "article/attribute_scan.h"
#include "article/fill.h"
#include "article/inlines.h"
#include "base/number.h"

enum { LONGEST = 16 << 10 }; /* bytes of one {...}; keeps the scan linear */

int attributes_extent(Str text, int start) {
  int end = text.len - start > LONGEST ? start + LONGEST : text.len;
  AttributeScan scan = {.text = str_slice(text, 0, end), .at = start + 1};
  for (int tokens = 0;; tokens++) {
    AttributeToken token = attribute_next(&scan);
    if (token == TOKEN_NONE) return 0;
    if (token == TOKEN_END) return tokens ? scan.at - start : 0;
  }
}

typedef struct AttributeReading {
  const Reading *reading;
  AttributeScan scan;
  Attributes *attributes;
} AttributeReading;

static Place place_of(const AttributeReading *from, int start, int end) {
  return place_at(from->attributes->place.source, start, end - start);
}

static Str join_class(Arena *arena, Str classes, Str name) {
  if (classes.len == 0) return name;
  return str_format(arena, "%.*s %.*s", STR(classes), STR(name));
}

static void add_pair(AttributeReading *from, Place name_place, Str name) {
  Attributes *attributes = from->attributes;
  Place value = place_of(from, from->scan.value_start, from->scan.value_end);
  for (int i = 0; i < attributes->list.count; i++) {
    if (!str_equal(attributes->list.items[i].name, name)) continue;
    diag(from->reading->diags, DIAG_ARTICLE_ATTRIBUTE, name_place,
         "'%.*s' stands here twice", STR(name));
    return;
  }
  if (str_is(name, "id")) {
    attributes->id = reading_text(from->reading, value);
    attributes->id_place = value;
    return;
  }
  if (str_is(name, "class")) {
    attributes->classes = join_class(from->reading->report, attributes->classes,
                                     reading_text(from->reading, value));
    return;
  }
  list_add(from->reading->report, &attributes->list,
           ((Attribute){name, name_place, value}));
}

static void add_token(AttributeReading *from, AttributeToken token) {
  Place place = place_of(from, from->scan.name_start, from->scan.name_end);
  Str name = reading_text(from->reading, place);
  Attributes *attributes = from->attributes;
  if (token == TOKEN_ID) {
    attributes->id = name;
    attributes->id_place = place;
  } else if (token == TOKEN_CLASS) {
    attributes->classes =
        join_class(from->reading->report, attributes->classes, name);
  } else if (token == TOKEN_UNNUMBERED) {
    attributes->is_unnumbered = true;
  } else {
    add_pair(from, place, name);
  }
}

const Attributes *attributes_read(const Reading *reading, Place place) {
  Attributes *attributes = arena_new(reading->report, Attributes);
  attributes->place = place;
  Str text = str_slice(place.source->text, 0, place.offset + place.length);
  AttributeReading from = {
      reading, {.text = text, .at = place.offset + 1}, attributes};
  for (;;) {
    AttributeToken token = attribute_next(&from.scan);
    if (token == TOKEN_END || token == TOKEN_NONE) break;
    add_token(&from, token);
  }
  if (attributes_has_class(attributes, "unnumbered"))
    attributes->is_unnumbered = true;
  return attributes;
}

bool classes_hold(Str classes, const char *name) {
  int len = (int)strlen(name);
  for (int start = 0; start < classes.len;) {
    Str rest = str_slice(classes, start, classes.len);
    int end = str_find_char(rest, ' ');
    if (end < 0) end = rest.len;
    if (end == len && !memcmp(rest.text, name, (size_t)len)) return true;
    start += end + 1;
  }
  return false;
}

bool attributes_has_class(const Attributes *attributes, const char *name) {
  return attributes && classes_hold(attributes->classes, name);
}

const Attribute *attributes_find(const Attributes *attributes,
                                 const char *name) {
  for (int i = 0; attributes && i < attributes->list.count; i++)
    if (str_is(attributes->list.items[i].name, name))
      return &attributes->list.items[i];
  return NULL;
}

Str attributes_text(const Reading *reading, const Attributes *attributes,
                    const char *name) {
  const Attribute *attribute = attributes_find(attributes, name);
  return attribute ? fill_text(reading, attribute->value) : (Str){0};
}

InlineList attributes_inlines(const Reading *reading,
                              const Attributes *attributes, const char *name) {
  const Attribute *attribute = attributes_find(attributes, name);
  if (!attribute) return (InlineList){0};
  return inlines_read_line(reading, attribute->value);
}

double attributes_share(const Reading *reading, const Attributes *attributes,
                        const char *name) {
  const Attribute *attribute = attributes_find(attributes, name);
  if (!attribute) return 0;
  Str text = fill_text(reading, attribute->value);
  double number;
  bool is_percent = str_ends(text, S("%"));
  Str digits = is_percent ? str_slice(text, 0, text.len - 1) : text;
  if (number_read(digits, &number) && is_percent && number > 0 && number <= 100)
    return number / 100;
  diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, attribute->value,
       "'%s' must be a share of the measure from 1%% to 100%%", name);
  return 0;
}

bool attributes_flag(const Reading *reading, const Attributes *attributes,
                     const char *name) {
  const Attribute *attribute = attributes_find(attributes, name);
  if (!attribute) return false;
  Str text = fill_text(reading, attribute->value);
  if (str_is(text, "true")) return true;
  if (!str_is(text, "false"))
    diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, attribute->value,
         "'%s' must be true or false", name);
  return false;
}

void attributes_check(const Reading *reading, const Attributes *attributes,
                      const char *const *names) {
  int count = 0;
  while (names[count])
    count++;
  for (int i = 0; attributes && i < attributes->list.count; i++) {
    const Attribute *attribute = &attributes->list.items[i];
    bool is_known = false;
    for (int k = 0; k < count && !is_known; k++)
      is_known = str_is(attribute->name, names[k]);
    if (is_known) continue;
    diag(reading->diags, DIAG_ARTICLE_ATTRIBUTE, attribute->place,
         "nothing here takes the attribute '%.*s'", STR(attribute->name));
    diag_hint_nearest(reading->diags, attribute->name, names, count);
  }
}
