/* `---` YAML `---`: found, read, checked, and taken over. */
#include "article/front_matter.h"

#include <glib.h>

#include "article/fill.h"

/* -- Finding it -- */

static int line_end(Str text, int start) {
  int len = str_find_char(str_slice(text, start, text.len), '\n');
  return len < 0 ? text.len : start + len;
}

static bool is_line(Str line, const char *words) {
  while (line.len && g_ascii_isspace(line.text[line.len - 1]))
    line.len--;
  return str_is(line, words);
}

/* The YAML between the lines of ---, and what follows them. */
static bool find(Reading *reading, Place *yaml) {
  Str text = reading->source->text;
  int first = line_end(text, 0);
  if (!is_line(str_slice(text, 0, first), "---")) return false;
  int start = MIN(first + 1, text.len);
  for (int at = start; at < text.len;) {
    int end = line_end(text, at);
    Str line = str_slice(text, at, end);
    if (is_line(line, "---") || is_line(line, "...")) {
      *yaml = place_at(reading->source, start, at - start);
      reading->body = MIN(end + 1, text.len);
      return true;
    }
    at = end + 1;
  }
  diag(reading->diags, DIAG_ARTICLE_UNCLOSED, place_at(reading->source, 0, 3),
       "the front matter is not closed");
  diag_hint(reading->diags, "a line of '---' closes it");
  reading->body = text.len;
  return false;
}

static void release_json(void *json) {
  json_decref(json);
}

static const Tree *empty_tree(Reading *reading) {
  Tree *tree = arena_new(reading->report, Tree);
  tree->root = json_object();
  tree->place = place_whole(reading->source);
  arena_defer(reading->report, release_json, tree->root);
  return tree;
}

/* -- Checking it -- */

static const char *const keys[] = {
    "title",  "subtitle", "author",     "organization", "edition",
    "date",   "lang",     "keywords",   "description",  "data",
    "values", "cover",    "contents",   "lists",        "colophon",
    "style",  "params",   "attach-data"};

void front_check_keys(const Reading *reading, const json_t *object,
                      const char *const *known, int count) {
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)object, key, value) {
    bool is_known = false;
    for (int i = 0; i < count && !is_known; i++)
      is_known = g_str_equal(key, known[i]);
    if (is_known) continue;
    diag(reading->diags, DIAG_ARTICLE_UNKNOWN_KEY,
         tree_place_key(reading->article->front, object, key),
         "there is no key '%s' here", key);
    diag_hint_nearest(reading->diags, str_from(key), known, count);
  }
}

static void check_objects(Reading *reading) {
  static const char *const objects[] = {"data", "values", "params"};
  const Tree *front = reading->article->front;
  for (size_t i = 0; i < G_N_ELEMENTS(objects); i++) {
    const json_t *value = json_object_get(front->root, objects[i]);
    if (!value || json_is_object(value) || json_is_null(value)) continue;
    diag(reading->diags, DIAG_ARTICLE_WRONG_KIND,
         tree_place(front, front->root, objects[i]),
         "'%s' must be a map of names", objects[i]);
  }
}

void front_matter_read(Reading *reading) {
  Place yaml;
  const Tree *tree = NULL;
  if (find(reading, &yaml))
    tree = tree_read_yaml(reading->report, yaml, reading->diags);
  if (tree && json_is_null(tree->root)) tree = NULL;
  if (tree && !json_is_object(tree->root)) {
    diag(reading->diags, DIAG_ARTICLE_WRONG_KIND,
         place_at(reading->source, yaml.offset, 1),
         "the front matter must be a map of keys");
    tree = NULL;
  }
  reading->article->front = tree ? tree : empty_tree(reading);
  front_check_keys(reading, reading->article->front->root, keys,
                   (int)G_N_ELEMENTS(keys));
  check_objects(reading);
  front_parts_check(reading);
}

/* -- Asking it -- */

Place front_text_place(const Reading *reading, const json_t *object,
                       const char *key) {
  Place place = tree_place(reading->article->front, object, key);
  if (place.offset < 0) return place;
  char first = place.source->text.text[place.offset];
  bool is_quoted = first == '"' || first == '\'';
  return is_quoted && place.length > 1
             ? place_within(place, 1, place.length - 2)
             : place;
}

const Table *front_table(const Reading *reading, const json_t *object,
                         const char *key) {
  const Article *article = reading->article;
  Str name = json_str(json_object_get(object, key));
  const Table *table = table_set_find(&article->tables, name);
  if (table) return table;
  const json_t *all = json_object_get(article->front->root, "data");
  if (name.len && json_object_get(all, str_c(reading->report, name)))
    return NULL; /* it could not be loaded, which was told */
  diag(reading->diags, DIAG_ARTICLE_NO_TABLE,
       tree_place(article->front, object, key),
       name.len ? "no table of 'data' is called '%.*s'"
                : "the name of a table is missing%.*s",
       STR(name));
  List(const char *) names = {0};
  const char *known;
  json_t *value;
  json_object_foreach((json_t *)all, known, value)
      list_add(reading->report, &names, known);
  diag_hint_nearest(reading->diags, name, names.items, names.count);
  return NULL;
}

int front_column(const Reading *reading, const json_t *object, const char *key,
                 const Table *table) {
  Str name = json_str(json_object_get(object, key));
  int column = name.len ? table_find_index(table, name) : -1;
  if (column >= 0) return column;
  diag(reading->diags, DIAG_ARTICLE_NO_COLUMN,
       tree_place(reading->article->front, object, key),
       name.len ? "the table has no column '%.*s'"
                : "the name of a column is missing%.*s",
       STR(name));
  diag_hint_nearest(reading->diags, name, table_names(reading->report, table),
                    table->columns.count);
  return -1;
}

/* -- Taking it over -- */

static Str scalar_text(const Reading *reading, const json_t *value,
                       Place place) {
  if (json_is_string(value)) return fill_str(reading, json_str(value), place);
  if (json_is_integer(value) || json_is_real(value))
    return value_to_str(reading->report,
                        value_from_json(reading->report, value));
  return (Str){0};
}

static Str front_text(const Reading *reading, const char *key) {
  const Tree *front = reading->article->front;
  const json_t *value = json_object_get(front->root, key);
  if (!value || json_is_null(value)) return (Str){0};
  if (json_is_object(value) || json_is_array(value) || json_is_boolean(value)) {
    diag(reading->diags, DIAG_ARTICLE_WRONG_KIND,
         tree_place(front, front->root, key), "'%s' must be text", key);
    return (Str){0};
  }
  return scalar_text(reading, value,
                     front_text_place(reading, front->root, key));
}

typedef List(Str) Texts;

static Texts front_texts(const Reading *reading, const char *key) {
  const Tree *front = reading->article->front;
  const json_t *value = json_object_get(front->root, key);
  Texts texts = {0};
  if (!json_is_array(value)) {
    Str one = front_text(reading, key);
    if (one.len) list_add(reading->report, &texts, one);
    return texts;
  }
  size_t i;
  json_t *item;
  json_array_foreach(value, i, item) {
    Place place = tree_place_item(front, value, (int)i);
    Str text = scalar_text(reading, item, place);
    if (text.len)
      list_add(reading->report, &texts, text);
    else
      diag(reading->diags, DIAG_ARTICLE_WRONG_KIND, place,
           "'%s' must list texts", key);
  }
  return texts;
}

static bool is_date(Str date) {
  static const char form[] = "dddd-dd-dd";
  if (date.len != (int)sizeof form - 1) return false;
  for (int i = 0; i < date.len; i++) {
    bool fits = form[i] == 'd' ? g_ascii_isdigit(date.text[i])
                               : date.text[i] == form[i];
    if (!fits) return false;
  }
  GDate civil;
  g_date_clear(&civil, 1);
  int year = (int)g_ascii_strtoll(date.text, NULL, 10);
  int month = (date.text[5] - '0') * 10 + date.text[6] - '0';
  int day = (date.text[8] - '0') * 10 + date.text[9] - '0';
  return year > 0 &&
         g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static void check_date(const Reading *reading, Str date) {
  if (date.len == 0 || is_date(date)) return;
  const Tree *front = reading->article->front;
  diag(reading->diags, DIAG_ARTICLE_WRONG_KIND,
       tree_place(front, front->root, "date"), "'%.*s' is no date", STR(date));
  diag_hint(reading->diags, "write YYYY-MM-DD, such as 2020-01-03");
}

/* RFC 3066: words of up to eight letters or digits, with hyphens between. */
static void check_language(const Reading *reading, Str language) {
  if (!language.len ||
      g_regex_match_simple("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$",
                           str_c(reading->report, language), 0, 0))
    return;
  const Tree *front = reading->article->front;
  diag_as(reading->diags, DIAG_WARNING, DIAG_ARTICLE_WRONG_KIND,
          tree_place(front, front->root, "lang"), "'%.*s' names no language",
          STR(language));
  diag_hint(reading->diags, "write ko or en, such as in RFC 3066");
}

void front_matter_apply(Reading *reading) {
  Article *article = reading->article;
  article->title = front_text(reading, "title");
  article->subtitle = front_text(reading, "subtitle");
  article->organization = front_text(reading, "organization");
  article->edition = front_text(reading, "edition");
  article->description = front_text(reading, "description");
  article->language = front_text(reading, "lang");
  check_language(reading, article->language);
  if (article->language.len == 0) article->language = S("ko");
  article->date = front_text(reading, "date");
  check_date(reading, article->date);
  Texts authors = front_texts(reading, "author");
  for (int i = 0; i < authors.count; i++)
    list_add(reading->report, &article->authors, authors.items[i]);
  Texts keywords = front_texts(reading, "keywords");
  for (int i = 0; i < keywords.count; i++)
    list_add(reading->report, &article->keywords, keywords.items[i]);
}
