/* The front matter's `style:` map over the defaults: groups of keys, each a
 * field of Style. Unknown ones are errors. */
#include <stddef.h>
#include <string.h>

#include "base/number.h"
#include "page/style.h"
#include "page/style_page.h"
#include "page/style_paragraph.h"

typedef enum SettingKind {
  LENGTH, /* points, or "27mm", "1cm", "12pt" */
  NUMBER, /* plain */
  COUNT,
  SWITCH,
  TYPE, /* a size, or [size, leading] */
  COLOR,
  FAMILY,
  MARKS,          /* a list of texts */
  READ_ELSEWHERE, /* by the article */
  PENALTY,
  EM,      /* a share of the type size, either way */
  MEASURE, /* em */
  UNIT,
  ALIGN,
  WORD_SPACE,
  LETTER_SPACE,
  GLYPH_WIDTH,
  PAPER,
  NOTE_PLACE,
  NOTE_RESTART,
  PATTERN
} SettingKind;

typedef struct StyleKey {
  const char *group, *name;
  SettingKind kind;
  size_t offset;
} StyleKey;

#define FIELD(field) offsetof(Style, field)

static const StyleKey keys[] = {
    {"page", "size", PAPER, 0},
    {"page", "width", LENGTH, FIELD(page_width)},
    {"page", "height", LENGTH, FIELD(page_height)},
    {"page", "slack", COUNT, FIELD(page_slack)},
    {"margins", "top", LENGTH, FIELD(margin_top)},
    {"margins", "right", LENGTH, FIELD(margin_right)},
    {"margins", "bottom", LENGTH, FIELD(margin_bottom)},
    {"margins", "left", LENGTH, FIELD(margin_left)},
    {"fonts", "body", FAMILY, FIELD(serif)},
    {"fonts", "heading", FAMILY, FIELD(sans)},
    {"fonts", "code", FAMILY, FIELD(mono)},
    {"type", "body", TYPE, FIELD(body)},
    {"type", "title", TYPE, FIELD(title)},
    {"type", "subtitle", TYPE, FIELD(subtitle)},
    {"type", "chapter", TYPE, FIELD(chapter)},
    {"type", "section", TYPE, FIELD(section)},
    {"type", "subsection", TYPE, FIELD(subsection)},
    {"type", "caption", TYPE, FIELD(caption)},
    {"type", "table", TYPE, FIELD(table)},
    {"type", "note", TYPE, FIELD(note)},
    {"type", "footnote", TYPE, FIELD(footnote)},
    {"type", "running-head", TYPE, FIELD(running_head)},
    {"type", "quote", TYPE, FIELD(quote)},
    {"type", "code", TYPE, FIELD(code)},
    {"type", "panel-value", TYPE, FIELD(panel_value)},
    {"type", "panel-unit", TYPE, FIELD(panel_unit)},
    {"type", "panel-text", TYPE, FIELD(panel_text)},
    {"paragraph", "indent", NUMBER, FIELD(indent)},
    {"paragraph", "indent-first", SWITCH, FIELD(indent_first)},
    {"paragraph", "align", ALIGN, FIELD(align)},
    {"paragraph", "break", UNIT, FIELD(form.break_unit)},
    {"paragraph", "narrow", MEASURE, FIELD(form.narrow)},
    {"paragraph", "tolerance", NUMBER, FIELD(form.tolerance)},
    {"paragraph", "word-penalty", PENALTY, FIELD(form.word_penalty)},
    {"paragraph", "word-space", WORD_SPACE, FIELD(form)},
    {"paragraph", "letter-space", LETTER_SPACE, FIELD(form)},
    {"paragraph", "tracking", EM, FIELD(form.tracking)},
    {"paragraph", "glyph-width", GLYPH_WIDTH, FIELD(form)},
    {"paragraph", "hangul-latin", NUMBER, FIELD(form.hangul_latin)},
    {"paragraph", "hanging", NUMBER, FIELD(form.hanging)},
    {"paragraph", "hyphenate", SWITCH, FIELD(form.hyphenates)},
    {"paragraph", "emphasis-dots", SWITCH, FIELD(form.dots)},
    {"blocks", "gap", LENGTH, FIELD(block_gap)},
    {"lists", "numbers", MARKS, FIELD(list_numbers)},
    {"lists", "bullets", MARKS, FIELD(list_bullets)},
    {"numbering", "headings", READ_ELSEWHERE, 0},
    {"numbering", "appendix", READ_ELSEWHERE, 0},
    {"numbering", "figures", READ_ELSEWHERE, 0},
    {"numbering", "tables", READ_ELSEWHERE, 0},
    {"numbering", "equations", READ_ELSEWHERE, 0},
    {"footnotes", "number", PATTERN, FIELD(note_pattern)},
    {"footnotes", "restart", NOTE_RESTART, FIELD(note_restart)},
    {"footnotes", "place", NOTE_PLACE, FIELD(note_place)},
    {"footnotes", "under-tables", SWITCH, FIELD(notes_under_tables)},
    {"chapters", "air", COUNT, FIELD(chapter_lines)},
    {"chapters", "odd", SWITCH, FIELD(chapter_on_odd)},
    {"tables", "gap", NUMBER, FIELD(cell_gap)},
    {"tables", "cell-space", LENGTH, FIELD(cell_space)},
    {"tables", "float-share", NUMBER, FIELD(float_share)},
    {"rules", "hair", LENGTH, FIELD(hair_rule)},
    {"rules", "thin", LENGTH, FIELD(thin_rule)},
    {"rules", "title", LENGTH, FIELD(title_rule)},
    {"rules", "thick", LENGTH, FIELD(thick_rule)},
    {"rules", "accent", LENGTH, FIELD(accent_rule)},
    {"rules", "footnote", NUMBER, FIELD(footnote_rule)},
    {"colors", "ink", COLOR, FIELD(ink)},
    {"colors", "accent", COLOR, FIELD(accent)},
    {"colors", "accent-2", COLOR, FIELD(second_accent)},
    {"colors", "grey", COLOR, FIELD(grey)},
    {"colors", "context", COLOR, FIELD(context)},
    {"colors", "rule", COLOR, FIELD(rule)},
    {"colors", "fill", COLOR, FIELD(fill)},
    {"colors", "shade", COLOR, FIELD(shade)},
};

enum { KEY_COUNT = sizeof keys / sizeof *keys };

typedef struct StyleReader {
  Style *style;
  Arena *report;
  const Tree *front;
  Diags *diags;
} StyleReader;

static bool read_length(const json_t *value, double *points) {
  static const struct {
    const char *name;
    double points;
  } units[] = {{"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}, {"pt", 1}};
  if (json_is_number(value)) {
    *points = json_number_value(value);
    return true;
  }
  Str text = json_str(value);
  double factor = 1;
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    if (!str_ends(text, str_from(units[i].name))) continue;
    text = str_slice(text, 0, text.len - 2);
    factor = units[i].points;
  }
  if (!text.len || !number_read(text, points)) return false;
  *points *= factor;
  return true;
}

/* A size alone keeps the proportion of its leading. */
static bool read_type(const json_t *value, TypeSize *type) {
  double size, leading;
  if (json_is_array(value)) {
    if (json_array_size(value) != 2 ||
        !read_length(json_array_get(value, 0), &size) ||
        !read_length(json_array_get(value, 1), &leading))
      return false;
  } else {
    if (!read_length(value, &size)) return false;
    leading = size * type->leading / type->size;
  }
  if (size < 3 || size > 200 || leading < size || leading > 600) return false;
  *type = (TypeSize){size, leading};
  return true;
}

static bool read_marks(Arena *report, const json_t *value, ListMarks *marks) {
  size_t count = json_array_size(value);
  if (count < 1 || count > LIST_LEVELS) return false;
  for (size_t i = 0; i < count; i++) {
    const json_t *item = json_array_get(value, i);
    if (!json_is_string(item) || !json_string_length(item)) return false;
    marks->items[i] = str_copy(report, json_str(item));
  }
  marks->count = (int)count;
  return true;
}

static bool read_field(StyleReader *reader, const StyleKey *key,
                       const json_t *value) {
  void *field = (char *)reader->style + key->offset;
  double number = json_number_value(value);
  switch (key->kind) {
  case LENGTH:
    return read_length(value, &number) && number >= 0 && number <= 20000 &&
           (*(double *)field = number, true);
  case NUMBER:
    return json_is_number(value) && number >= 0 && number <= 10 &&
           (*(double *)field = number, true);
  case COUNT:
    return json_is_integer(value) && number >= 0 && number <= 20 &&
           (*(int *)field = (int)number, true);
  case SWITCH:
    return json_is_boolean(value) &&
           (*(bool *)field = json_is_true(value), true);
  case TYPE:
    return read_type(value, field);
  case PENALTY:
    return json_is_integer(value) && number >= 0 && number <= 10000 &&
           (*(int *)field = (int)number, true);
  case EM:
    return json_is_number(value) && number >= -.2 && number <= 1 &&
           (*(double *)field = number, true);
  case MEASURE:
    return json_is_number(value) && number >= 0 && number <= 100 &&
           (*(double *)field = number, true);
  case UNIT:
    return style_break_read(value, field);
  case ALIGN:
    return style_align_read(value, field);
  case WORD_SPACE:
    return style_word_space_read(value, field);
  case LETTER_SPACE:
    return style_letter_space_read(value, field);
  case GLYPH_WIDTH:
    return style_glyph_width_read(value, field);
  case COLOR:
    return json_is_string(value) && color_read(json_str(value), field);
  case FAMILY:
    return json_is_string(value) && json_string_length(value) > 0 &&
           (*(Str *)field = str_copy(reader->report, json_str(value)), true);
  case MARKS:
    return read_marks(reader->report, value, field);
  case PAPER: {
    Style tried = *reader->style; /* it was read before all else */
    return style_paper_read(value, &tried);
  }
  case NOTE_PLACE:
    return style_note_place_read(value, field);
  case NOTE_RESTART:
    return style_note_restart_read(value, field);
  case PATTERN:
    return style_pattern_read(reader->report, value, field);
  case READ_ELSEWHERE:
    return true;
  }
  return false;
}

static const StyleKey *find_key(const char *group, const char *name) {
  for (int i = 0; i < KEY_COUNT; i++)
    if (!strcmp(keys[i].group, group) && !strcmp(keys[i].name, name))
      return &keys[i];
  return NULL;
}

static bool is_group(const char *name) {
  for (int i = 0; i < KEY_COUNT; i++)
    if (!strcmp(keys[i].group, name)) return true;
  return false;
}

/* Names of a group's keys, or of the groups, for hints. */
static int collect_names(const char *group, const char *names[KEY_COUNT]) {
  int count = 0;
  for (int i = 0; i < KEY_COUNT; i++) {
    const char *name = group ? keys[i].name : keys[i].group;
    if (group && strcmp(keys[i].group, group)) continue;
    if (count && !strcmp(names[count - 1], name)) continue;
    names[count++] = name;
  }
  return count;
}

static void name_unknown(StyleReader *reader, Place place, const char *group,
                         const char *name) {
  const char *names[KEY_COUNT];
  int count = collect_names(group, names);
  diag(reader->diags, DIAG_PAGE_STYLE_KEY, place, "the style has no %s '%s'",
       group ? "key" : "group", name);
  diag_hint_nearest(reader->diags, str_from(name), names, count);
}

static const char *wanted(SettingKind kind) {
  if (kind == PAPER) return style_paper_names();
  static const char *const words[] = {
      [LENGTH] = "a length such as 12, \"12pt\" or \"27mm\"",
      [NUMBER] = "a number from 0 to 10",
      [COUNT] = "a whole number from 0 to 20",
      [SWITCH] = "true or false",
      [TYPE] = "a size, or [size, leading]",
      [COLOR] = "a colour such as \"#0B3D6B\"",
      [FAMILY] = "the name of a family",
      [MARKS] = "a list of one to eight marks",
      [READ_ELSEWHERE] = "",
      [PENALTY] = "a whole number from 0 to 10000",
      [EM] = "a number of em from -0.2 to 1",
      [MEASURE] = "a number of em from 0 to 100",
      [UNIT] = "word, word-only or syllable",
      [ALIGN] = "justified or left",
      [WORD_SPACE] = ("[narrowest, natural, widest] in word spaces, such as "
                      "[0.67, 1, 1.5]"),
      [GLYPH_WIDTH] = ("a number from 0.5 to 2, or [narrowest, natural, "
                       "widest] such as [0.98, 1, 1.02]"),
      [LETTER_SPACE] = "[least, most] in em, such as [-0.03, 0.04]",
      [NOTE_PLACE] = "page, chapter or end",
      [NOTE_RESTART] = "document, chapter or page",
      [PATTERN] = "a number as it is printed, such as \"1)\" or \"①\""};
  return words[kind];
}

static void read_group(StyleReader *reader, const char *group,
                       const json_t *map) {
  const char *name;
  json_t *value;
  json_object_foreach((json_t *)map, name, value) {
    const StyleKey *key = find_key(group, name);
    if (!key) {
      name_unknown(reader, tree_place_key(reader->front, map, name), group,
                   name);
      continue;
    }
    if (read_field(reader, key, value)) continue;
    diag(reader->diags, DIAG_PAGE_STYLE_VALUE,
         tree_place(reader->front, map, name), "style.%s.%s takes %s", group,
         name, wanted(key->kind));
  }
}

/* The unit of breaking brings limits of its own, which other keys of the group
 * then change: it is read before them. */
static void read_break_unit(StyleReader *reader, const json_t *map) {
  const json_t *paragraph = json_object_get(map, "paragraph");
  BreakUnit unit;
  if (style_break_read(json_object_get(paragraph, "break"), &unit))
    reader->style->form = paragraph_form(unit);
}

/* The sheet brings margins and sizes of type of its own, which other keys then
 * change. */
static void read_paper(StyleReader *reader, const json_t *map) {
  const json_t *page = json_object_get(map, "page");
  style_paper_read(json_object_get(page, "size"), reader->style);
}

/* "0.7", "false", "0.67, 1, 1.5", "syllable" as what YAML would make of it. */
static json_t *wish_value(Arena *arena, Str text) {
  double number;
  if (str_is(text, "true") || str_is(text, "false"))
    return json_boolean(str_is(text, "true"));
  if (number_read(text, &number))
    return number == number_whole(number) ? json_integer(number_whole(number))
                                          : json_real(number);
  if (str_find_char(text, ',') < 0) return json_string(str_c(arena, text));
  json_t *list = json_array();
  for (int start = 0; start <= text.len;) {
    Str rest = str_slice(text, start, text.len);
    int comma = str_find_char(rest, ',');
    Str item = comma < 0 ? rest : str_slice(rest, 0, comma);
    json_array_append_new(list, wish_value(arena, str_trim(item)));
    start += item.len + 1;
  }
  return list;
}

static void read_wish(StyleReader *reader, const StyleWish *wish) {
  static const char group[] = "paragraph";
  const char *name = str_c(reader->report, wish->name);
  const StyleKey *key = find_key(group, name);
  if (!key) {
    name_unknown(reader, wish->name_place, group, name);
    return;
  }
  json_t *value = wish_value(reader->report, wish->value);
  if (key->kind == UNIT) {
    BreakUnit unit;
    if (style_break_read(value, &unit))
      reader->style->form = paragraph_form(unit);
  }
  if (!read_field(reader, key, value))
    diag(reader->diags, DIAG_PAGE_STYLE_VALUE, wish->value_place,
         "'%s' takes %s", name, wanted(key->kind));
  json_decref(value);
}

/* The unit of breaking brings limits that other keys change: it comes first. */
void style_read_wishes(Style *style, Arena *report, const Block *block,
                       Diags *diags) {
  StyleReader reader = {style, report, NULL, diags};
  for (int is_unit = 1; is_unit >= 0; is_unit--)
    for (int i = 0; i < block->wishes.count; i++)
      if (str_is(block->wishes.items[i].name, "break") == (is_unit == 1))
        read_wish(&reader, &block->wishes.items[i]);
}

/* A text block that is too small cannot be set at all. */
static void check_measure(StyleReader *reader, Place place) {
  Style *style = reader->style;
  Style plain = style_default();
  if (style_measure(style) >= 10 * style->body.size &&
      style_text_height(style) >= 10 * style->body.leading)
    return;
  diag(reader->diags, DIAG_PAGE_STYLE_VALUE, place,
       "the margins leave no room for text: %.0f x %.0f pt",
       style_measure(style), style_text_height(style));
  *style = plain;
}

void style_read(Style *style, Arena *report, const Tree *front, Diags *diags) {
  if (!front) return;
  const json_t *map = json_object_get(front->root, "style");
  if (!map || json_is_null(map)) return;
  StyleReader reader = {style, report, front, diags};
  Place place = tree_place(front, front->root, "style");
  if (!json_is_object(map)) {
    diag(diags, DIAG_PAGE_STYLE_VALUE, place, "style takes groups of keys");
    return;
  }
  read_paper(&reader, map);
  read_break_unit(&reader, map);
  const char *group;
  json_t *value;
  json_object_foreach((json_t *)map, group, value) {
    if (!is_group(group))
      name_unknown(&reader, tree_place_key(front, map, group), NULL, group);
    else if (!json_is_object(value))
      diag(diags, DIAG_PAGE_STYLE_VALUE, tree_place(front, map, group),
           "style.%s takes a map of keys", group);
    else
      read_group(&reader, group, value);
  }
  check_measure(&reader, place);
}
