/* Collecting diagnostics. */
#include "base/diag.h"

#include <glib.h>

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

static const struct {
  const char *name;
  DiagSeverity severity;
} codes[] = {
#define X(code, name, severity) {name, DIAG_##severity},
#include "base/diag_codes.h"
#undef X
};

static Str format_list(Arena *arena, const char *format, va_list list) {
  va_list again;
  va_copy(again, list);
  int len = vsnprintf(NULL, 0, format, again);
  va_end(again);
  char *text = arena_alloc(arena, (size_t)len + 1);
  vsnprintf(text, (size_t)len + 1, format, list);
  return (Str){text, len};
}

static void add(Diags *diags, Diag message) {
  if (message.severity == DIAG_ERROR) diags->error_count++;
  list_add(diags->arena, &diags->list, message);
}

bool diag(Diags *diags, DiagCode code, Place place, const char *format, ...) {
  va_list list;
  va_start(list, format);
  Str message = format_list(diags->arena, format, list);
  va_end(list);
  add(diags, (Diag){code, codes[code].severity, place, message, {0}});
  return false;
}

bool diag_as(Diags *diags, DiagSeverity severity, DiagCode code, Place place,
             const char *format, ...) {
  va_list list;
  va_start(list, format);
  Str message = format_list(diags->arena, format, list);
  va_end(list);
  add(diags, (Diag){code, severity, place, message, {0}});
  return false;
}

void diag_hint(Diags *diags, const char *format, ...) {
  assert(diags->list.count > 0);
  va_list list;
  va_start(list, format);
  list_last(&diags->list)->hint = format_list(diags->arena, format, list);
  va_end(list);
}

void diag_hint_nearest(Diags *diags, Str name, const char *const *candidates,
                       int count) {
  Str nearest = str_nearest(name, candidates, count);
  if (nearest.len) diag_hint(diags, "did you mean '%.*s'?", STR(nearest));
}

/* The same file may have been read twice, by two threads. */
static bool same_source(const Source *a, const Source *b) {
  return a == b || (a && b && str_equal(a->path, b->path));
}

static guint hash_message(gconstpointer key) {
  const Diag *message = key;
  return (guint)message->place.offset * 31 + (guint)message->code;
}

static gboolean same_message(gconstpointer a, gconstpointer b) {
  const Diag *first = a, *second = b;
  return first->code == second->code &&
         same_source(first->place.source, second->place.source) &&
         first->place.offset == second->place.offset &&
         str_equal(first->message, second->message);
}

void diags_join(Diags *to, const Diags *from) {
  GHashTable *known = g_hash_table_new(hash_message, same_message);
  list_reserve(to->arena, &to->list, from->list.count); /* nothing moves */
  for (int i = 0; i < to->list.count; i++)
    g_hash_table_add(known, &to->list.items[i]);
  for (int i = 0; i < from->list.count; i++) {
    Diag message = from->list.items[i];
    if (g_hash_table_contains(known, &message)) continue;
    message.message = str_copy(to->arena, message.message);
    message.hint = str_copy(to->arena, message.hint);
    add(to, message);
    g_hash_table_add(known, list_last(&to->list));
  }
  g_hash_table_destroy(known);
}

static guint hash_place(gconstpointer key) {
  return (guint)((const Diag *)key)->place.offset;
}

static gboolean same_place(gconstpointer a, gconstpointer b) {
  const Place *first = &((const Diag *)a)->place;
  const Place *second = &((const Diag *)b)->place;
  return same_source(first->source, second->source) &&
         first->offset == second->offset;
}

/* Keeps those of the messages that are in no set yet. */
static void keep_told_once(Diags *diags, int first, GHashTable *told,
                           GHashTable *errors) {
  int kept = first;
  for (int i = first; i < diags->list.count; i++) {
    Diag *message = &diags->list.items[i];
    bool is_error = message->severity == DIAG_ERROR;
    bool is_shadowed = !is_error && message->place.offset >= 0 &&
                       g_hash_table_contains(errors, message);
    if (is_shadowed || g_hash_table_contains(told, message)) {
      if (is_error) diags->error_count--;
      continue;
    }
    diags->list.items[kept] = *message;
    g_hash_table_add(told, &diags->list.items[kept++]);
  }
  diags->list.count = kept;
}

void diags_settle(Diags *diags, int first) {
  GHashTable *told = g_hash_table_new(hash_message, same_message);
  GHashTable *errors = g_hash_table_new(hash_place, same_place);
  Diag *copies = g_new0(Diag, diags->list.count + 1);
  for (int i = first; i < diags->list.count; i++) {
    copies[i] = diags->list.items[i];
    if (copies[i].severity == DIAG_ERROR) g_hash_table_add(errors, &copies[i]);
  }
  keep_told_once(diags, first, told, errors);
  g_hash_table_destroy(errors);
  g_hash_table_destroy(told);
  g_free(copies);
}

const char *diag_code_name(DiagCode code) {
  return codes[code].name;
}

void diags_add(Diags *to, const Diags *from) {
  for (int i = 0; i < from->list.count; i++)
    list_add(to->arena, &to->list, from->list.items[i]);
  to->error_count += from->error_count;
}
