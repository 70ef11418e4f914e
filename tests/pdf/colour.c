/* ISO 19005-2, 6.2.3 to 6.2.5 and 6.2.10: the colour space that is meant, and
 * what graphics states may hold. */
#include <glib.h>
#include <string.h>

#include "rules.h"

/* ICC.1, 7.2: class at 12, colour space at 16, version at 8. */
static const char *check_profile(Inspection *inspection, Str profile) {
  if (profile.len < 128) {
    violation(inspection, "a 6.2.3-1", "the output profile is too short");
    return "";
  }
  bool is_device = !memcmp(profile.text + 12, "mntr", 4) ||
                   !memcmp(profile.text + 12, "prtr", 4);
  bool is_rgb = !memcmp(profile.text + 16, "RGB ", 4);
  if (!is_device || !is_rgb || profile.text[8] >= 5)
    violation(inspection, "a 6.2.3-1", "the output profile's head is wrong");
  return is_rgb ? "RGB" : "";
}

static const char *output_space(Inspection *inspection) {
  const PdfModel *model = inspection->model;
  json_t *intents = model_find(model, model->catalog, "/OutputIntents"), *one;
  size_t i;
  json_array_foreach(intents, i, one) {
    const json_t *intent = model_resolve(model, one);
    if (!model_is_name(json_object_get(intent, "/S"), "/GTS_PDFA1")) continue;
    const json_t *profile = json_object_get(intent, "/DestOutputProfile");
    return check_profile(inspection,
                         model_stream(model, inspection->arena, profile));
  }
  return "";
}

static void use_space(Inspection *inspection, const char *name) {
  gpointer key = str_c(inspection->arena, str_from(name));
  if (g_str_has_prefix(name, "Device"))
    g_hash_table_insert(inspection->contents->colour_spaces, key, key);
}

static void check_blend(Inspection *inspection, const char *key,
                        const json_t *mode) {
  static const char *const known[] = {
      "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",
      "Darken",    "Lighten",    "ColorDodge", "ColorBurn", "HardLight",
      "SoftLight", "Difference", "Exclusion",  "Hue",       "Saturation",
      "Color",     "Luminosity"};
  for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
    if (!strcmp(model_name(mode), known[i])) return;
  violation(inspection, "a 6.2.10-1", "%s blends by %s", key, model_name(mode));
}

static void check_state(Inspection *inspection, const char *key,
                        const json_t *state) {
  static const char *const forbidden[] = {"/TR", "/TR2", "/HTP", "/HT"};
  for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
    if (json_object_get(state, forbidden[i]))
      violation(inspection, "a 6.2.5-1", "%s has %s", key, forbidden[i]);
  json_t *mode = json_object_get(state, "/BM");
  if (mode) check_blend(inspection, key, mode);
}

/* Wherever a dictionary names a colour space or holds graphics states. */
static void look_into(Inspection *inspection, const char *key, json_t *value) {
  static const char *const spaces[] = {"/ColorSpace", "/CS"};
  json_t *inner;
  const char *name;
  size_t i;
  for (i = 0; i < G_N_ELEMENTS(spaces); i++)
    use_space(inspection, model_name(json_object_get(value, spaces[i])));
  if (json_is_object(json_object_get(value, "/ExtGState"))) {
    json_object_foreach(json_object_get(value, "/ExtGState"), name, inner) {
      check_state(inspection, key, model_resolve(inspection->model, inner));
    }
  }
  if (json_is_object(value)) {
    json_object_foreach(value, name, inner) {
      if (json_is_object(inner)) look_into(inspection, key, inner);
    }
  }
}

static void check_spaces(Inspection *inspection, const char *output) {
  GHashTable *used = inspection->contents->colour_spaces;
  if (g_hash_table_contains(used, "DeviceRGB") && strcmp(output, "RGB"))
    violation(inspection, "a 6.2.4.3-2", "DeviceRGB without an output intent");
  if (g_hash_table_contains(used, "DeviceGray") && !output[0])
    violation(inspection, "a 6.2.4.3-4", "DeviceGray without an output intent");
  if (g_hash_table_contains(used, "DeviceCMYK"))
    violation(inspection, "a 6.2.4.3-3", "DeviceCMYK is used");
}

void rules_colour(Inspection *inspection) {
  const char *key;
  json_t *object;
  json_object_foreach(inspection->model->objects, key, object) {
    json_t *stream = json_object_get(object, "stream");
    look_into(inspection, key,
              stream ? json_object_get(stream, "dict")
                     : json_object_get(object, "value"));
  }
  check_spaces(inspection, output_space(inspection));
}
