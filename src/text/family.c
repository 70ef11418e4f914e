/* A style's family list -> the faces to look in, best first. */
#include "text/font_set.h"

typedef List(const Face *) FaceList;

enum { BOLD_WEIGHT = 700, REGULAR_WEIGHT = 400 };

static bool is_same_name(Str a, Str b) {
  return a.len == b.len &&
         g_ascii_strncasecmp(a.text, b.text, (gsize)a.len) == 0;
}

static void add_face(Arena *arena, FaceList *faces, const Face *face) {
  if (!face) return;
  for (int i = 0; i < faces->count; i++)
    if (faces->items[i] == face) return;
  list_add(arena, faces, face);
}

/* The pinned face of a family whose weight is nearest, or NULL. */
static const Face *pinned_face(const FontStore *store, Str family, int weight) {
  const Face *best = NULL;
  for (int i = 0; i < store->pinned.count; i++) {
    const Face *face = store->pinned.items[i];
    if (!is_same_name(face->info.family, family)) continue;
    if (!best ||
        ABS(face->info.weight - weight) < ABS(best->info.weight - weight))
      best = face;
  }
  return best;
}

static const Face *system_face(FontStore *store, Str family,
                               const FaceChain *chain) {
  const SystemFamily *found = system_family(store, family);
  const Face *best = NULL;
  int best_distance = 0;
  for (int i = 0; i < found->count; i++) {
    int distance = ABS(found->faces[i]->info.weight - chain->weight);
    if (found->is_italic[i] != chain->italic) distance += 2000;
    if (best && distance >= best_distance) continue;
    best = found->faces[i];
    best_distance = distance;
  }
  return best;
}

static bool is_generic(Str name) {
  static const char *const names[] = {
      "serif",        "sans-serif", "monospace", "system-ui", "ui-sans-serif",
      "ui-monospace", "ui-serif",   "cursive",   "fantasy",   "ui-rounded",
  };
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (is_same_name(name, str_from(names[i]))) return true;
  return false;
}

/* The family that a generic name stands for; other names stay. */
static Str generic_family(const FontStore *store, Str name) {
  const FontLock *lock = store->locked;
  if (str_starts(name, S("ui-"))) name = str_slice(name, 3, name.len);
  for (int i = 0; i < lock->generics.count; i++)
    if (is_same_name(lock->generics.items[i].name, name))
      return lock->generics.items[i].family;
  return is_generic(name) ? generic_family(store, S("sans-serif")) : name;
}

/* Cuts the next name off a CSS font-family list, without its quotes. */
static Str next_family(Str *list) {
  int comma = str_find_char(*list, ',');
  int end = comma < 0 ? list->len : comma;
  Str name = str_trim(str_slice(*list, 0, end));
  *list = str_slice(*list, comma < 0 ? end : end + 1, list->len);
  if (name.len >= 2 && (name.text[0] == '"' || name.text[0] == '\'') &&
      name.text[name.len - 1] == name.text[0])
    name = str_trim(str_slice(name, 1, name.len - 1));
  return name;
}

static void add_family(FontSet *fonts, FaceChain *chain, FaceList *faces,
                       Str name) {
  FontStore *store = fonts->store;
  Str family = generic_family(store, name);
  const Face *face = pinned_face(store, family, chain->weight);
  if (!face && fonts->options.system_faces && !is_generic(family)) {
    face = system_face(store, family, chain);
    if (face && !chain->from_system.len) chain->from_system = name;
  }
  if (!face && !chain->unknown.len) chain->unknown = name;
  add_face(fonts->arena, faces, face);
}

static FaceChain *new_chain(FontSet *fonts, Str family, int weight,
                            bool italic) {
  FaceChain *chain = arena_new(fonts->arena, FaceChain);
  *chain = (FaceChain){.family = str_copy(fonts->arena, family),
                       .weight = weight,
                       .italic = italic};
  FaceList faces = {0};
  for (Str rest = chain->family; rest.len;) {
    Str name = next_family(&rest);
    if (name.len) add_family(fonts, chain, &faces, name);
  }
  if (faces.count)
    chain->unknown = (Str){0};
  else
    add_family(fonts, chain, &faces,
               chain->unknown.len ? S("sans-serif") : S("serif"));
  for (int i = 0; i < fonts->store->pinned.count; i++) {
    Str other = fonts->store->pinned.items[i]->info.family;
    add_face(fonts->arena, &faces, pinned_face(fonts->store, other, weight));
  }
  chain->faces = faces.items;
  chain->count = faces.count;
  return chain;
}

const FaceChain *font_set_chain(FontSet *fonts, const TextStyle *style) {
  int weight = style->weight ? style->weight : REGULAR_WEIGHT;
  for (int i = 0; i < fonts->chains.count; i++) {
    const FaceChain *chain = fonts->chains.items[i];
    if (chain->weight == weight && chain->italic == style->italic &&
        str_equal(chain->family, style->family))
      return chain;
  }
  FaceChain *chain = new_chain(fonts, style->family, weight, style->italic);
  list_add(fonts->arena, &fonts->chains, chain);
  return chain;
}

static bool is_said(const Diags *diags, DiagCode code, Str message) {
  for (int i = 0; i < diags->list.count; i++)
    if (diags->list.items[i].code == code &&
        str_equal(diags->list.items[i].message, message))
      return true;
  return false;
}

void font_chain_warn(const FontSet *fonts, const FaceChain *chain, Place place,
                     Diags *diags) {
  Str message = {0};
  DiagCode code = DIAG_TEXT_SYSTEM_FACE;
  if (chain->from_system.len && fonts->options.warn_system) {
    message = str_format(diags->arena,
                         "the family '%.*s' is this machine's, not pinned; "
                         "another machine may set it differently",
                         STR(chain->from_system));
  } else if (chain->unknown.len) {
    code = DIAG_TEXT_NO_FAMILY;
    message = str_format(
        diags->arena, "no face of the family '%.*s' was found; set in %.*s",
        STR(chain->unknown), STR(chain->faces[0]->info.family));
  }
  if (message.len && !is_said(diags, code, message))
    diag(diags, code, place, "%.*s", STR(message));
}
