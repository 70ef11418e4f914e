/* Places of tree nodes, found by (container, key or index). */
#include "base/tree_places.h"

#include <glib.h>
#include <string.h>

typedef struct Node {
  const json_t *container;
  const char *key; /* NULL: item of an array, or the container itself */
  int index;       /* SELF for the container itself */
  Place value, key_place;
} Node;

enum { SELF = -2 };

struct TreePlaces {
  Arena *arena;
  GHashTable *nodes;
  GHashTable *originals; /* copy -> the container it was made from */
};

static guint node_hash(gconstpointer pointer) {
  const Node *node = pointer;
  guint hash = g_direct_hash(node->container);
  return hash * 31 + (node->key ? g_str_hash(node->key) : (guint)node->index);
}

static gboolean node_equal(gconstpointer left, gconstpointer right) {
  const Node *a = left, *b = right;
  if (a->container != b->container || a->index != b->index) return FALSE;
  if (!a->key || !b->key) return a->key == b->key;
  return strcmp(a->key, b->key) == 0;
}

static void release_table(void *table) {
  g_hash_table_destroy(table);
}

TreePlaces *tree_places_new(Arena *arena) {
  TreePlaces *places = arena_new(arena, TreePlaces);
  places->arena = arena;
  places->nodes = g_hash_table_new(node_hash, node_equal);
  places->originals = g_hash_table_new(g_direct_hash, g_direct_equal);
  arena_defer(arena, release_table, places->nodes);
  arena_defer(arena, release_table, places->originals);
  return places;
}

void tree_places_add(TreePlaces *places, const json_t *container,
                     const char *key, int index, Place value, Place key_place) {
  Node *node = arena_new(places->arena, Node);
  const char *own = key ? str_c(places->arena, str_from(key)) : NULL;
  *node = (Node){container, own, index, value, key_place};
  g_hash_table_replace(places->nodes, node, node);
}

void tree_places_add_self(TreePlaces *places, const json_t *container,
                          Place place) {
  tree_places_add(places, container, NULL, SELF, place, place);
}

/* A reader of text that is known to be valid JSON. */
typedef struct Walk {
  TreePlaces *places;
  const Source *source;
  const char *text; /* the source's text */
  int at;
} Walk;

static void skip_space(Walk *walk) {
  while (walk->text[walk->at] && strchr(" \t\r\n", walk->text[walk->at]))
    walk->at++;
}

static void skip_string(Walk *walk) {
  walk->at++;
  while (walk->text[walk->at] && walk->text[walk->at] != '"')
    walk->at += walk->text[walk->at] == '\\' ? 2 : 1;
  walk->at++;
}

static Place place_since(const Walk *walk, int start) {
  return place_at(walk->source, start, walk->at - start);
}

static void walk_value(Walk *walk, const json_t *value);

static void walk_object(Walk *walk, const json_t *object) {
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)object, key, value) {
    walk->at++; /* { or , */
    skip_space(walk);
    int start = walk->at;
    skip_string(walk);
    Place key_place = place_since(walk, start);
    skip_space(walk);
    walk->at++; /* : */
    skip_space(walk);
    start = walk->at;
    walk_value(walk, value);
    tree_places_add(walk->places, object, key, -1, place_since(walk, start),
                    key_place);
    skip_space(walk);
  }
}

static void walk_array(Walk *walk, const json_t *array) {
  size_t i;
  json_t *value;
  json_array_foreach(array, i, value) {
    walk->at++; /* [ or , */
    skip_space(walk);
    int start = walk->at;
    walk_value(walk, value);
    Place place = place_since(walk, start);
    tree_places_add(walk->places, array, NULL, (int)i, place, place);
    skip_space(walk);
  }
}

static void walk_container(Walk *walk, const json_t *value) {
  int start = walk->at;
  if (json_is_object(value))
    walk_object(walk, value);
  else
    walk_array(walk, value);
  while (walk->text[walk->at] != '}' && walk->text[walk->at] != ']')
    walk->at++; /* an empty container's inner space */
  walk->at++;
  tree_places_add_self(walk->places, value, place_since(walk, start));
}

static void walk_value(Walk *walk, const json_t *value) {
  if (json_is_object(value) || json_is_array(value))
    walk_container(walk, value);
  else if (walk->text[walk->at] == '"')
    skip_string(walk);
  else
    while (walk->text[walk->at] && !strchr(",]} \t\r\n", walk->text[walk->at]))
      walk->at++;
}

void tree_places_walk_json(TreePlaces *places, const Tree *tree) {
  int start = tree->place.offset < 0 ? 0 : tree->place.offset;
  Walk walk = {places, tree->place.source, tree->place.source->text.text,
               start};
  skip_space(&walk);
  walk_value(&walk, tree->root);
}

static Node *find(const Tree *tree, const json_t *container, const char *key,
                  int index) {
  Tree *mutable_tree = (Tree *)tree;
  if (!tree->places) return NULL;
  if (g_hash_table_size(tree->places->nodes) == 0)
    tree_places_walk_json(mutable_tree->places, tree);
  enum { COPIES_OF_COPIES = 8 };
  for (int i = 0; container && i < COPIES_OF_COPIES; i++) {
    Node wanted = {container, key, index, {0}, {0}};
    Node *found = g_hash_table_lookup(tree->places->nodes, &wanted);
    if (found) return found;
    container = g_hash_table_lookup(tree->places->originals, container);
  }
  return NULL;
}

void tree_place_copy(const Tree *tree, const json_t *copy,
                     const json_t *original) {
  if (tree->places && copy && original)
    g_hash_table_insert(tree->places->originals, (void *)copy,
                        (void *)original);
}

Place tree_place_of(const Tree *tree, const json_t *container) {
  Node *node = find(tree, container, NULL, SELF);
  return node ? node->value : tree->place;
}

Place tree_place(const Tree *tree, const json_t *container, const char *key) {
  Node *node = find(tree, container, key, -1);
  return node ? node->value : tree_place_of(tree, container);
}

Place tree_place_text(const Tree *tree, const json_t *container,
                      const char *key) {
  return place_inside_quotes(tree_place(tree, container, key));
}

Place tree_place_key(const Tree *tree, const json_t *container,
                     const char *key) {
  Node *node = find(tree, container, key, -1);
  return node ? node->key_place : tree_place_of(tree, container);
}

Place tree_place_item(const Tree *tree, const json_t *array, int index) {
  Node *node = find(tree, array, NULL, index);
  return node ? node->value : tree_place_of(tree, array);
}
