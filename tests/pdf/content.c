/* Content streams in (ISO 32000-1, 7.8 and annex A), what they do out. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "export/pdf/tokens.h"

enum { MARK_DEPTH_MAX = 60, FORM_DEPTH_MAX = 20, SAVE_DEPTH_MAX = 28 };

typedef struct OpenMark {
  int traits; /* bits of MarkTrait */
} OpenMark;

typedef struct Walk {
  Contents *contents;
  const PdfModel *model;
  const json_t *resources;
  Str bytes;
  int page, save_depth;
  OpenMark marks[MARK_DEPTH_MAX];
  int mark_depth;
  FontUse *font;
  bool is_composite;
  List(Str) operands;
} Walk;

static void fault(Walk *walk, const char *rule, const char *message) {
  list_add(walk->contents->arena, &walk->contents->faults,
           ((ContentFault){walk->page, rule, message}));
}

typedef enum MarkTrait { IS_ARTIFACT, HAS_MCID, HAS_REPLACEMENT } MarkTrait;

/* Whether any open mark has the trait. */
static bool within(const Walk *walk, MarkTrait trait) {
  for (int i = 0; i < walk->mark_depth; i++)
    if (walk->marks[i].traits & 1 << trait) return true;
  return false;
}

static Str operand(const Walk *walk, int from_last) {
  int at = walk->operands.count - 1 - from_last;
  return at >= 0 ? walk->operands.items[at] : (Str){0};
}

/* A property list stands in the content or, by name, in the resources; ours
 * stand in the content. */
static void open_mark(Walk *walk) {
  Arena *arena = walk->contents->arena;
  if (walk->mark_depth == MARK_DEPTH_MAX) abort();
  Str tag = operand(walk, 1), properties = operand(walk, 0);
  Str mcid = pdf_dictionary_find(properties, "MCID");
  Str language = pdf_dictionary_find(properties, "Lang");
  bool is_artifact = str_is(tag, "/Artifact");
  bool is_replaced = pdf_dictionary_find(properties, "ActualText").len > 0;
  if (is_artifact && within(walk, HAS_MCID))
    fault(walk, "ua 7.1-1", "an artifact stands inside tagged content");
  if (mcid.len && within(walk, IS_ARTIFACT))
    fault(walk, "ua 7.1-2", "tagged content stands inside an artifact");
  if (is_replaced && !mcid.len && within(walk, HAS_MCID))
    fault(walk, "jikji",
          "text is replaced within a numbered sequence: poppler "
          "would not tell what follows it");
  OpenMark mark = {is_artifact << IS_ARTIFACT | (mcid.len > 0) << HAS_MCID |
                   is_replaced << HAS_REPLACEMENT};
  walk->marks[walk->mark_depth++] = mark;
  if (language.len)
    list_add(arena, &walk->contents->languages, str_c(arena, language));
  if (mcid.len)
    list_add(arena, &walk->contents->marks,
             ((ContentMark){walk->page, pdf_integer(mcid, -1),
                            str_c(arena, str_slice(tag, 1, tag.len))}));
}

static void close_mark(Walk *walk) {
  if (walk->mark_depth > 0)
    walk->mark_depth--;
  else
    fault(walk, "ua 7.1-3", "a mark ends that never began");
}

static void paint(Walk *walk) {
  if (!within(walk, IS_ARTIFACT) && !within(walk, HAS_MCID))
    fault(walk, "ua 7.1-3", "something is neither tagged nor an artifact");
}

static json_t *resource(const Walk *walk, const char *kind, Str name) {
  json_t *all = model_find(walk->model, walk->resources, kind);
  return json_object_get(all, str_c(walk->contents->arena, name));
}

static void choose_font(Walk *walk) {
  Contents *contents = walk->contents;
  json_t *font = resource(walk, "/Font", operand(walk, 1));
  walk->font = NULL;
  if (!model_is_reference(font)) {
    fault(walk, "a 6.2.2-2", "a font is not in the stream's own resources");
    return;
  }
  walk->is_composite = model_is_name(
      model_find(walk->model, model_resolve(walk->model, font), "/Subtype"),
      "/Type0");
  const char *reference = json_string_value(font);
  for (int i = 0; i < contents->fonts.count; i++)
    if (!strcmp(contents->fonts.items[i].reference, reference))
      walk->font = &contents->fonts.items[i];
  if (walk->font) return;
  FontUse use = {reference, g_hash_table_new(NULL, NULL)};
  arena_defer(contents->arena, (void (*)(void *))g_hash_table_unref, use.codes);
  list_add(contents->arena, &contents->fonts, use);
  walk->font = list_last(&contents->fonts);
}

/* Lines may break inside (7.3.4.3). */
static Str hex_bytes(Arena *arena, Str string) {
  StrBuf bytes = {.arena = arena};
  int high = -1;
  for (int i = 1; i + 1 < string.len; i++) {
    int digit = g_ascii_xdigit_value(string.text[i]);
    if (digit < 0) continue;
    char c = (char)(high * 16 + digit);
    if (high >= 0) strbuf_add(&bytes, (Str){&c, 1});
    high = high < 0 ? digit : -1;
  }
  return strbuf_str(&bytes);
}

static char escaped(Str string, int *at) {
  static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
  char c = string.text[*at];
  const char *letter = c ? strchr(letters, c) : NULL;
  if (letter) return meant[letter - letters];
  if (c < '0' || c > '7') return c;
  int code = 0;
  for (int i = 0; i < 3 && string.text[*at] >= '0' && string.text[*at] <= '7';
       i++)
    code = code * 8 + string.text[(*at)++] - '0';
  --*at;
  return (char)code;
}

/* The bytes of "(A\\))" or "<0041>". */
static Str string_bytes(Arena *arena, Str string) {
  if (string.text[0] == '<') return hex_bytes(arena, string);
  StrBuf bytes = {.arena = arena};
  for (int i = 1; i + 1 < string.len; i++) {
    char c = string.text[i];
    if (c == '\\' && string.text[i + 1] == '\n') {
      i++;
      continue;
    }
    if (c == '\\') {
      i++;
      c = escaped(string, &i);
    }
    strbuf_add(&bytes, (Str){&c, 1});
  }
  return strbuf_str(&bytes);
}

static void use_codes(Walk *walk, Str string) {
  if (!walk->font) {
    fault(walk, "a 6.2.2-2", "text stands in no font");
    return;
  }
  Str bytes = string_bytes(walk->contents->arena, string);
  int width = walk->is_composite ? 2 : 1;
  bool is_replaced = within(walk, HAS_REPLACEMENT);
  for (int i = 0; i + width <= bytes.len; i += width) {
    int code = (unsigned char)bytes.text[i];
    if (width == 2) code = code << 8 | (unsigned char)bytes.text[i + 1];
    gpointer key = GINT_TO_POINTER(code);
    int before = GPOINTER_TO_INT(g_hash_table_lookup(walk->font->codes, key));
    int now = is_replaced && before != 2 ? 1 : 2;
    g_hash_table_insert(walk->font->codes, key, GINT_TO_POINTER(now));
  }
}

static void show_text(Walk *walk) {
  paint(walk);
  Str shown = operand(walk, 0);
  int at = 0;
  for (PdfToken token; (token = pdf_token_next(shown, &at)).kind != PDF_END;)
    if (token.kind == PDF_STRING) use_codes(walk, token.text);
}

static void walk_stream(Walk *walk, Str bytes, const json_t *resources,
                        int depth);

static void show_object(Walk *walk, int depth) {
  paint(walk);
  json_t *object = resource(walk, "/XObject", operand(walk, 0));
  if (!object)
    fault(walk, "a 6.2.2-2", "an object is not in the stream's own resources");
  json_t *dictionary = model_resolve(walk->model, object);
  if (!model_is_name(json_object_get(dictionary, "/Subtype"), "/Form")) return;
  Walk inner = *walk;
  walk_stream(&inner, model_stream(walk->model, walk->contents->arena, object),
              model_find(walk->model, dictionary, "/Resources"), depth + 1);
}

static void use_colour(Walk *walk, const char *space) {
  g_hash_table_insert(walk->contents->colour_spaces, (gpointer)space,
                      (gpointer)space);
}

static void save(Walk *walk) {
  if (++walk->save_depth > SAVE_DEPTH_MAX)
    fault(walk, "a 6.1.13-8", "graphics states are nested too deep");
}

static void restore(Walk *walk) {
  walk->save_depth--;
}

static void set_rgb(Walk *walk) {
  use_colour(walk, "DeviceRGB");
}

static void set_gray(Walk *walk) {
  use_colour(walk, "DeviceGray");
}

static void set_cmyk(Walk *walk) {
  use_colour(walk, "DeviceCMYK");
}

static void nothing(Walk *walk) {
  (void)walk;
}

static void inline_image(Walk *walk) {
  fault(walk, "a 6.2.8-3", "an inline picture, which is not looked into");
}

static const struct {
  const char *name;
  void (*run)(Walk *walk);
} operators[] = {
    {"BDC", open_mark}, {"BMC", open_mark}, {"EMC", close_mark},
    {"q", save},        {"Q", restore},     {"Tf", choose_font},
    {"Tj", show_text},  {"TJ", show_text},  {"'", show_text},
    {"\"", show_text},  {"f", paint},       {"f*", paint},
    {"F", paint},       {"S", paint},       {"s", paint},
    {"B", paint},       {"B*", paint},      {"b", paint},
    {"b*", paint},      {"sh", paint},      {"rg", set_rgb},
    {"RG", set_rgb},    {"g", set_gray},    {"G", set_gray},
    {"k", set_cmyk},    {"K", set_cmyk},    {"BI", inline_image},
    {"n", nothing},     {"W", nothing},     {"W*", nothing},
    {"m", nothing},     {"l", nothing},     {"c", nothing},
    {"v", nothing},     {"y", nothing},     {"h", nothing},
    {"re", nothing},    {"w", nothing},     {"J", nothing},
    {"j", nothing},     {"M", nothing},     {"d", nothing},
    {"i", nothing},     {"ri", nothing},    {"gs", nothing},
    {"cm", nothing},    {"BT", nothing},    {"ET", nothing},
    {"Tc", nothing},    {"Tw", nothing},    {"Tz", nothing},
    {"TL", nothing},    {"Tr", nothing},    {"Ts", nothing},
    {"Td", nothing},    {"TD", nothing},    {"Tm", nothing},
    {"T*", nothing},    {"cs", nothing},    {"CS", nothing},
    {"sc", nothing},    {"scn", nothing},   {"SC", nothing},
    {"SCN", nothing},   {"d0", nothing},    {"d1", nothing},
};

static void run_operator(Walk *walk, Str name, int depth) {
  if (str_is(name, "Do")) {
    show_object(walk, depth);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
    if (!str_is(name, operators[i].name)) continue;
    operators[i].run(walk);
    return;
  }
  fault(walk, "a 6.2.2-1", "an operator that ISO 32000-1 does not know");
}

static bool is_constant(Str word) {
  return str_is(word, "true") || str_is(word, "false") || str_is(word, "null");
}

static void walk_stream(Walk *walk, Str bytes, const json_t *resources,
                        int depth) {
  if (depth > FORM_DEPTH_MAX) abort();
  int marks_before = walk->mark_depth, at = 0;
  walk->resources = resources;
  walk->operands.items = NULL;
  walk->operands.count = walk->operands.capacity = 0;
  for (Str value; (value = pdf_value_next(bytes, &at)).len;) {
    int inside = 0;
    bool is_word = pdf_token_next(value, &inside).kind == PDF_WORD;
    if (!is_word || is_constant(value)) {
      list_add(walk->contents->arena, &walk->operands, value);
      continue;
    }
    run_operator(walk, value, depth);
    walk->operands.count = 0;
  }
  if (walk->mark_depth != marks_before)
    fault(walk, "ua 7.1-3", "a mark does not end in its stream");
}

Contents *contents_read(Arena *arena, const PdfModel *model) {
  Contents *contents = arena_new(arena, Contents);
  contents->arena = arena;
  contents->colour_spaces = g_hash_table_new(g_str_hash, g_str_equal);
  arena_defer(arena, (void (*)(void *))g_hash_table_unref,
              contents->colour_spaces);
  for (int i = 0; i < model->pages.count; i++) {
    json_t *name = json_string(model->pages.items[i]);
    const json_t *page = model_resolve(model, name);
    Walk walk = {.contents = contents, .model = model, .page = i};
    walk_stream(&walk,
                model_stream(model, arena, json_object_get(page, "/Contents")),
                model_find(model, page, "/Resources"), 0);
    json_decref(name);
  }
  return contents;
}
