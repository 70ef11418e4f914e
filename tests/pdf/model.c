/* qpdf in, a model out. */
#include "model.h"

#include <glib.h>
#include <string.h>

static void release_json(void *json) {
  json_decref(json);
}

static json_t *run_qpdf(Arena *arena, Str path) {
  char *arguments[] = {"qpdf",
                       "--json=2",
                       "--json-key=qpdf",
                       "--json-stream-data=inline",
                       "--decode-level=generalized",
                       str_c(arena, path),
                       NULL};
  char *text = NULL;
  int status = 0;
  if (!g_spawn_sync(NULL, arguments, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                    NULL, &text, NULL, &status, NULL))
    return NULL;
  json_t *root = status ? NULL : json_loads(text, 0, NULL);
  g_free(text);
  return root;
}

static void add_pages(PdfModel *model, const char *reference, json_t *node,
                      int depth) {
  if (depth > 50 || !node) return;
  json_t *kids = model_find(model, node, "/Kids"), *kid;
  if (!kids) list_add(model->arena, &model->pages, reference);
  size_t i;
  json_array_foreach(kids, i, kid) {
    add_pages(model, json_string_value(kid), model_resolve(model, kid),
              depth + 1);
  }
}

static void find_parts(PdfModel *model) {
  model->trailer =
      json_object_get(json_object_get(model->objects, "trailer"), "value");
  model->catalog = model_find(model, model->trailer, "/Root");
  json_t *pages = json_object_get(model->catalog, "/Pages");
  add_pages(model, json_string_value(pages), model_resolve(model, pages), 0);
}

PdfModel *model_read(Arena *arena, Str path) {
  json_t *root = run_qpdf(arena, path);
  if (!root) return NULL;
  arena_defer(arena, release_json, root);
  PdfModel *model = arena_new(arena, PdfModel);
  model->arena = arena;
  char *bytes;
  gsize len;
  if (!g_file_get_contents(str_c(arena, path), &bytes, &len, NULL)) return NULL;
  arena_defer(arena, g_free, bytes);
  model->bytes = (Str){bytes, (int)len};
  model->objects = json_array_get(json_object_get(root, "qpdf"), 1);
  find_parts(model);
  return model->catalog ? model : NULL;
}

PdfModel *model_copy(Arena *arena, const PdfModel *model) {
  PdfModel *copy = arena_new(arena, PdfModel);
  *copy = (PdfModel){.arena = arena, .bytes = str_copy(arena, model->bytes)};
  copy->objects = json_deep_copy(model->objects);
  arena_defer(arena, release_json, copy->objects);
  find_parts(copy);
  return copy;
}

bool model_is_reference(const json_t *value) {
  const char *text = json_string_value(value);
  return text && g_ascii_isdigit(text[0]) && g_str_has_suffix(text, " R");
}

static json_t *find_object(const PdfModel *model, const json_t *reference) {
  char *key = g_strconcat("obj:", json_string_value(reference), NULL);
  json_t *object = json_object_get(model->objects, key);
  g_free(key);
  return object;
}

json_t *model_resolve(const PdfModel *model, json_t *value) {
  if (!model_is_reference(value)) return value;
  json_t *object = find_object(model, value);
  json_t *stream = json_object_get(object, "stream");
  return stream ? json_object_get(stream, "dict")
                : json_object_get(object, "value");
}

json_t *model_find(const PdfModel *model, const json_t *dictionary,
                   const char *key) {
  return model_resolve(model, json_object_get(dictionary, key));
}

/* Streams that go on in one another (7.8.2). */
static Str joined_streams(const PdfModel *model, Arena *arena,
                          const json_t *list) {
  StrBuf bytes = {.arena = arena};
  for (size_t i = 0; i < json_array_size(list); i++) {
    strbuf_add(&bytes, model_stream(model, arena, json_array_get(list, i)));
    strbuf_add(&bytes, S("\n"));
  }
  return strbuf_str(&bytes);
}

Str model_stream(const PdfModel *model, Arena *arena, const json_t *reference) {
  if (json_is_array(reference)) return joined_streams(model, arena, reference);
  if (!model_is_reference(reference)) return (Str){0};
  const json_t *stream =
      json_object_get(find_object(model, reference), "stream");
  const char *text = json_string_value(json_object_get(stream, "data"));
  if (!text) return (Str){0};
  gsize len;
  guchar *bytes = g_base64_decode(text, &len);
  Str copy = str_copy(arena, (Str){(char *)bytes, (int)len});
  g_free(bytes);
  return copy;
}

void model_set_stream(PdfModel *model, const char *reference, Str bytes) {
  char *text = g_base64_encode((const guchar *)bytes.text, (gsize)bytes.len);
  char *key = g_strconcat("obj:", reference, NULL);
  json_t *stream =
      json_object_get(json_object_get(model->objects, key), "stream");
  json_object_set_new(stream, "data", json_string(text));
  g_free(key);
  g_free(text);
}

bool model_is_name(const json_t *value, const char *name) {
  const char *text = json_string_value(value);
  return text && !strcmp(text, name);
}

const char *model_name(const json_t *value) {
  const char *text = json_string_value(value);
  return text && text[0] == '/' ? text + 1 : "";
}

const char *model_text(const json_t *value) {
  const char *text = json_string_value(value);
  bool is_text = text && (text[0] == 'u' || text[0] == 'b') && text[1] == ':';
  return is_text ? text + 2 : "";
}
