/* YAML text -> json_t through libyaml's events: the core schema's scalars, no
 * tags, one document, aliases copied within a limit. */
#include <glib.h>
#include <math.h>
#include <string.h>
#include <yaml.h>

#include "base/limits.h"
#include "base/number.h"
#include "base/tree.h"
#include "base/tree_places.h"

typedef struct YamlReader {
  yaml_parser_t parser;
  Arena *arena;
  Diags *diags;
  Place place;
  TreePlaces *places;
  GHashTable *anchors; /* name -> json_t */
  int alias_nodes;
  bool failed;
  Str text;
  size_t known_index; /* a character's index and its byte, the latest asked */
  const char *known_byte;
} YamlReader;

/* libyaml's marks count characters; places count bytes. */
static int byte_of(YamlReader *reader, size_t index) {
  if (index < reader->known_index) {
    reader->known_index = 0;
    reader->known_byte = reader->text.text;
  }
  const char *end = reader->text.text + reader->text.len;
  while (reader->known_index < index && reader->known_byte < end) {
    reader->known_byte = g_utf8_next_char(reader->known_byte);
    reader->known_index++;
  }
  int start = reader->place.offset < 0 ? 0 : reader->place.offset;
  return start + (int)(reader->known_byte - reader->text.text);
}

static Place event_place(YamlReader *reader, const yaml_event_t *event) {
  int start = byte_of(reader, event->start_mark.index);
  int end = byte_of(reader, event->end_mark.index);
  return place_at(reader->place.source, start, end - start);
}

static json_t *fail(YamlReader *reader, Place place, const char *message) {
  if (!reader->failed)
    diag(reader->diags, DIAG_TREE_SYNTAX, place, "%s", message);
  reader->failed = true;
  return NULL;
}

static json_t *pass_limit(YamlReader *reader, Place place, const char *what,
                          int limit) {
  if (!reader->failed)
    diag(reader->diags, DIAG_TREE_LIMIT, place, "%s than the limit of %d", what,
         limit);
  reader->failed = true;
  return NULL;
}

static bool next_event(YamlReader *reader, yaml_event_t *event) {
  if (yaml_parser_parse(&reader->parser, event)) return true;
  const char *problem = reader->parser.problem;
  int at = byte_of(reader, reader->parser.problem_mark.index);
  Str message = str_format(reader->arena, "this is not YAML: %s",
                           problem ? problem : "unreadable");
  fail(reader, place_at(reader->place.source, at, 1), message.text);
  memset(event, 0, sizeof *event);
  return false;
}

static json_t *number_scalar(Str text) {
  double number;
  if (str_is(text, ".inf") || str_is(text, ".nan")) return json_null();
  if (!number_read(text, &number)) return NULL;
  int first = text.text[0] == '-' || text.text[0] == '+';
  bool zero_first = text.len > first + 1 && text.text[first] == '0' &&
                    g_ascii_isdigit(text.text[first + 1]);
  if (zero_first) return NULL; /* 012 is text, as codes and postcodes are */
  bool whole = strcspn(text.text, ".eE") >= (size_t)text.len;
  if (whole && fabs(number) < 9e15) return json_integer((json_int_t)number);
  return json_real(number);
}

/* The core schema: only null, true, false and numbers are no strings. */
static json_t *plain_scalar(Str text) {
  if (text.len == 0 || str_is(text, "~") || str_is(text, "null"))
    return json_null();
  if (str_is(text, "true")) return json_true();
  if (str_is(text, "false")) return json_false();
  json_t *number = number_scalar(text);
  if (number) return number;
  return json_stringn(text.text, (size_t)text.len);
}

static json_t *read_scalar(YamlReader *reader, const yaml_event_t *event) {
  Str text = {(const char *)event->data.scalar.value,
              (int)event->data.scalar.length};
  if (event->data.scalar.tag && !event->data.scalar.quoted_implicit)
    return fail(reader, event_place(reader, event), "YAML tags are not used");
  if (event->data.scalar.plain_implicit &&
      event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
    return plain_scalar(text);
  return json_stringn(text.text, (size_t)text.len);
}

static int count_nodes(const json_t *value) {
  int count = 1;
  const char *key;
  json_t *inner;
  size_t i;
  json_object_foreach((json_t *)value, key, inner) count += count_nodes(inner);
  json_array_foreach(value, i, inner) count += count_nodes(inner);
  return count;
}

static json_t *read_alias(YamlReader *reader, const yaml_event_t *event) {
  json_t *known =
      g_hash_table_lookup(reader->anchors, event->data.alias.anchor);
  if (!known)
    return fail(reader, event_place(reader, event), "this anchor is unknown");
  reader->alias_nodes += count_nodes(known);
  if (reader->alias_nodes > LIMIT_YAML_ALIAS_NODES)
    return pass_limit(reader, event_place(reader, event),
                      "the aliases expand to more nodes",
                      LIMIT_YAML_ALIAS_NODES);
  return json_deep_copy(known);
}

static json_t *read_node(YamlReader *reader, const yaml_event_t *event,
                         int depth);

static json_t *read_sequence(YamlReader *reader, int depth) {
  json_t *array = json_array();
  for (;;) {
    yaml_event_t event;
    if (!next_event(reader, &event)) break;
    bool end = event.type == YAML_SEQUENCE_END_EVENT;
    if (!end) {
      Place place = event_place(reader, &event);
      json_t *item = read_node(reader, &event, depth);
      if (item) {
        tree_places_add(reader->places, array, NULL,
                        (int)json_array_size(array), place, place);
        json_array_append_new(array, item);
      }
    }
    yaml_event_delete(&event);
    if (end || reader->failed) break;
  }
  return array;
}

static bool read_key(YamlReader *reader, const yaml_event_t *event,
                     const json_t *object) {
  Place place = event_place(reader, event);
  if (event->type != YAML_SCALAR_EVENT)
    return fail(reader, place, "a key must be plain text") != NULL;
  const char *key = (const char *)event->data.scalar.value;
  if (strlen(key) != event->data.scalar.length)
    return fail(reader, place, "a key holds a NUL character") != NULL;
  if (json_object_get(object, key))
    return fail(reader, place, "this key stands here twice") != NULL;
  return true;
}

static void read_member(YamlReader *reader, json_t *object,
                        const yaml_event_t *key_event, int depth) {
  if (!read_key(reader, key_event, object)) return;
  const char *key = (const char *)key_event->data.scalar.value;
  yaml_event_t event;
  if (!next_event(reader, &event)) return;
  Place place = event_place(reader, &event);
  json_t *value = read_node(reader, &event, depth);
  if (value) {
    tree_places_add(reader->places, object, key, -1, place,
                    event_place(reader, key_event));
    json_object_set_new(object, key, value);
  }
  yaml_event_delete(&event);
}

static json_t *read_mapping(YamlReader *reader, int depth) {
  json_t *object = json_object();
  for (;;) {
    yaml_event_t event;
    if (!next_event(reader, &event)) break;
    bool end = event.type == YAML_MAPPING_END_EVENT;
    if (!end) read_member(reader, object, &event, depth);
    yaml_event_delete(&event);
    if (end || reader->failed) break;
  }
  return object;
}

static void keep_anchor(YamlReader *reader, const yaml_char_t *anchor,
                        json_t *value) {
  if (anchor && value)
    g_hash_table_replace(reader->anchors, g_strdup((const char *)anchor),
                         json_incref(value));
}

static json_t *read_container(YamlReader *reader, const yaml_event_t *event,
                              int depth) {
  Place place = event_place(reader, event);
  if (depth > LIMIT_TREE_DEPTH)
    return pass_limit(reader, place, "the YAML is nested deeper",
                      LIMIT_TREE_DEPTH);
  bool is_mapping = event->type == YAML_MAPPING_START_EVENT;
  json_t *value =
      is_mapping ? read_mapping(reader, depth) : read_sequence(reader, depth);
  tree_places_add_self(reader->places, value, place);
  keep_anchor(reader,
              is_mapping ? event->data.mapping_start.anchor
                         : event->data.sequence_start.anchor,
              value);
  return value;
}

static json_t *read_node(YamlReader *reader, const yaml_event_t *event,
                         int depth) {
  json_t *value = NULL;
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    value = read_scalar(reader, event);
    keep_anchor(reader, event->data.scalar.anchor, value);
    return value;
  case YAML_ALIAS_EVENT:
    return read_alias(reader, event);
  case YAML_MAPPING_START_EVENT:
  case YAML_SEQUENCE_START_EVENT:
    return read_container(reader, event, depth + 1);
  default:
    return fail(reader, event_place(reader, event), "this is not YAML");
  }
}

static json_t *read_document(YamlReader *reader) {
  json_t *root = NULL;
  int documents = 0;
  for (bool done = false; !done && !reader->failed;) {
    yaml_event_t event;
    if (!next_event(reader, &event)) break;
    if (event.type == YAML_STREAM_END_EVENT)
      done = true;
    else if (event.type == YAML_DOCUMENT_START_EVENT && ++documents > 1)
      fail(reader, event_place(reader, &event), "one document is expected");
    else if (event.type == YAML_SCALAR_EVENT ||
             event.type == YAML_ALIAS_EVENT ||
             event.type == YAML_MAPPING_START_EVENT ||
             event.type == YAML_SEQUENCE_START_EVENT)
      root = read_node(reader, &event, 0);
    yaml_event_delete(&event);
  }
  return root ? root : json_null();
}

static void release_json(void *root) {
  json_decref(root);
}

Tree *tree_read_yaml(Arena *arena, Place place, Diags *diags) {
  Str text = place.source->text;
  if (place.offset >= 0)
    text = str_slice(text, place.offset, place.offset + place.length);
  YamlReader reader = {.arena = arena,
                       .diags = diags,
                       .place = place,
                       .places = tree_places_new(arena),
                       .text = text,
                       .known_byte = text.text};
  reader.anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify)release_json);
  yaml_parser_initialize(&reader.parser);
  yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text.text,
                               (size_t)text.len);
  json_t *root = read_document(&reader);
  g_hash_table_destroy(reader.anchors);
  yaml_parser_delete(&reader.parser);
  arena_defer(arena, release_json, root);
  if (reader.failed) return NULL;
  Tree *tree = arena_new(arena, Tree);
  *tree = (Tree){root, place, reader.places};
  return tree;
}
