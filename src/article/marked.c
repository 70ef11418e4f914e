/* Source text -> marked text: one pass that puts markers and fillers in. */
#include "article/marked.h"

#include <glib.h>
#include <string.h>

#include "article/attributes.h"
#include "article/flanking.h"
#include "article/marked_lines.h"
#include "base/limits.h"

enum { FIRST_MARKER = 0xFDD0, FIRST_DIGIT = 0xFDE0, MARKER_BYTES = 3 };

typedef struct Marking {
  Arena *report;
  Diags *diags;
  MarkedText *marked;
  StrBuf output;
  Str text; /* of the source */
  int at, end;
  bool is_inline;
  uint32_t previous; /* the character before */
  Fence fence;
} Marking;

static Marker *add_marker(Marking *marking, MarkerKind kind, int length) {
  Marker *marker = list_new(marking->report, &marking->marked->markers);
  marker->kind = kind;
  marker->at = marking->output.len;
  marker->place = place_at(marking->marked->source, marking->at, length);
  return marker;
}

static void put_filler(Marking *marking) {
  Marker *marker = add_marker(marking, MARKER_FILLER, 0);
  marker->length = MARKER_BYTES;
  strbuf_add_char(&marking->output, FIRST_MARKER + MARKER_FILLER);
}

/* Stands for the next `length` bytes of the source, with its number, so that it
 * is known again wherever cmark puts it. */
static void put_marker(Marking *marking, MarkerKind kind, int length) {
  int index = marking->marked->markers.count;
  int start = marking->output.len;
  add_marker(marking, kind, length);
  strbuf_add_char(&marking->output, FIRST_MARKER + (uint32_t)kind);
  char digits[16];
  int count = g_snprintf(digits, sizeof digits, "%d", index);
  for (int i = 0; i < count; i++)
    strbuf_add_char(&marking->output,
                    FIRST_DIGIT + (uint32_t)(digits[i] - '0'));
  marking->marked->markers.items[index].length = marking->output.len - start;
  marking->at += length;
  marking->previous = FIRST_MARKER;
}

static void copy(Marking *marking, int length) {
  Str part = str_slice(marking->text, marking->at, marking->at + length);
  strbuf_add(&marking->output, part);
  marking->at += length;
}

static char peek(const Marking *marking, int ahead) {
  int at = marking->at + ahead;
  return at < marking->end ? marking->text.text[at] : '\0';
}

static Str rest_of(const Marking *marking) {
  return str_slice(marking->text, marking->at, marking->end);
}

static int line_length(const Marking *marking) {
  int len = str_find_char(rest_of(marking), '\n');
  return len < 0 ? marking->end - marking->at : len;
}

/* -- Values -- */

/* The bytes of {{ ... }}; 0 when no end comes before an empty line or a fence
 * of code. Text in quotes may hold braces. */
static int template_extent(Str text) {
  enum { LONGEST = 4 << 10 }; /* keeps the scan linear */
  char quote = '\0';
  for (int i = 2; i + 1 < text.len && i < LONGEST; i++) {
    char c = text.text[i];
    if (c == '\n') {
      const char *next = text.text + i + 1;
      int left = text.len - i - 1;
      if (*next == '\n' || *next == '\r') return 0;
      if (left >= 3 && (!memcmp(next, "```", 3) || !memcmp(next, "~~~", 3)))
        return 0;
    }
    if (quote) {
      if (c == '\\') i++;
      if (c == quote || c == '\n') quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '}' && text.text[i + 1] == '}') {
      return i + 2;
    }
  }
  return 0;
}

static void mark_brace(Marking *marking) {
  Str rest = rest_of(marking);
  if (peek(marking, 1) == '{') {
    int length = template_extent(rest);
    if (length) {
      put_marker(marking, MARKER_TEMPLATE, length);
    } else {
      copy(marking, 2);
      marking->previous = '{';
    }
    return;
  }
  int length = attributes_extent(rest, 0);
  if (length) {
    put_marker(marking, MARKER_ATTRIBUTES, length);
    return;
  }
  copy(marking, 1);
  marking->previous = '{';
}

/* -- Emphasis -- */

static void mark_run(Marking *marking, char sign) {
  int length = 1;
  while (peek(marking, length) == sign)
    length++;
  int after = marking->at + length;
  Str text = str_slice(marking->text, 0, marking->end);
  uint32_t next = str_next(text, &after);
  bool counts = sign == '*' || length == 2;
  if (counts && flanking_closes(marking->previous, next)) put_filler(marking);
  copy(marking, length);
  if (counts && flanking_opens(marking->previous, next)) {
    put_filler(marking);
    marking->previous = FIRST_MARKER;
  } else {
    marking->previous = (uint32_t)sign;
  }
}

/* -- Lines -- */

/* The bytes of quote marks and spaces that open a line. */
static int prefix_length(const Marking *marking) {
  int length = 0;
  while (peek(marking, length) && strchr(" \t>", peek(marking, length)))
    length++;
  return length;
}

/* A fence of a div with what follows it; attributes may run over lines. */
static int div_extent(const Marking *marking) {
  Str rest = rest_of(marking);
  int line = line_length(marking);
  int brace = str_find_char(str_slice(rest, 0, line), '{');
  if (brace < 0) return line;
  int attributes = attributes_extent(rest, brace);
  if (brace + attributes <= line) return line;
  int after = brace + attributes;
  int more = str_find_char(str_slice(rest, after, rest.len), '\n');
  return more < 0 ? rest.len : after + more;
}

static void mark_div(Marking *marking) {
  int length = div_extent(marking);
  strbuf_add_c(&marking->output, "<?");
  put_marker(marking, MARKER_DIV, length);
  strbuf_add_c(&marking->output, "?>");
}

/* A row such as |---|:--:| with more columns than the limit: cmark would fill
 * every row of its table with as many cells. */
static bool is_giant_row(const Marking *marking, int length) {
  int columns = 0;
  for (int i = 0; i < length; i++) {
    char c = peek(marking, i);
    if (!strchr("|-: \t\r", c)) return false;
    columns += c == '|';
  }
  return columns > LIMIT_MARKDOWN_TABLE_COLUMNS + 1;
}

static void drop_line(Marking *marking, int length) {
  diag(marking->diags, DIAG_ARTICLE_LIMIT,
       place_at(marking->marked->source, marking->at, 1),
       "a table has more than %d columns", LIMIT_MARKDOWN_TABLE_COLUMNS);
  add_marker(marking, MARKER_BREAK, length);
  marking->at += length;
}

/* The mark of a definition becomes that of a list, which cmark knows. */
static void mark_definition(Marking *marking) {
  add_marker(marking, MARKER_DEFINITION, 1)->length = 1;
  strbuf_add_char(&marking->output, '+');
  marking->at++;
}

static void mark_line_start(Marking *marking) {
  marking->previous = ' ';
  int indent = prefix_length(marking);
  Str before = str_slice(marking->text, 0, marking->at);
  copy(marking, indent);
  int length = line_length(marking);
  Str line = str_slice(rest_of(marking), 0, length);
  bool is_code = fence_pass(&marking->fence, line);
  if (peek(marking, 0) == ':' && peek(marking, 1) == ':' &&
      peek(marking, 2) == ':') {
    mark_div(marking);
  } else if (is_giant_row(marking, length)) {
    drop_line(marking, length);
  } else if (line_is_caption(before, line)) {
    add_marker(marking, MARKER_BREAK, 0)->length = 1;
    strbuf_add_char(&marking->output, '\n');
  } else if (!is_code && indent < 4 && line_is_definition(before, line)) {
    mark_definition(marking);
  }
}

/* -- The pass -- */

static void mark_escape(Marking *marking) {
  bool is_pair = g_ascii_ispunct(peek(marking, 1));
  marking->previous = is_pair ? (uint32_t)peek(marking, 1) : '\\';
  copy(marking, is_pair ? 2 : 1);
}

/* A line break and the spaces around it are one space. */
static void join_lines(Marking *marking) {
  int length = 0;
  while (peek(marking, length) && strchr(" \t\r\n", peek(marking, length)))
    length++;
  add_marker(marking, MARKER_BREAK, length)->length = 1;
  strbuf_add_char(&marking->output, ' ');
  marking->at += length;
  marking->previous = ' ';
}

static void mark_newline(Marking *marking) {
  if (marking->is_inline) {
    join_lines(marking);
    return;
  }
  copy(marking, 1);
  mark_line_start(marking);
}

static void mark_other(Marking *marking) {
  int after = marking->at;
  uint32_t c = str_next(marking->text, &after);
  if (c == 0 || (c >= FIRST_MARKER && c <= 0xFDEF)) {
    diag(marking->diags, DIAG_ARTICLE_CHARACTER,
         place_at(marking->marked->source, marking->at, after - marking->at),
         "U+%04X is not a character of text", c);
    if (c)
      strbuf_add_char(&marking->output, 0xFFFD);
    else
      strbuf_add_char(&marking->output, ' ');
    marking->at = c ? after : marking->at + 1;
    return;
  }
  copy(marking, after - marking->at);
  marking->previous = c;
}

static void mark_next(Marking *marking) {
  switch (peek(marking, 0)) {
  case '\n':
    mark_newline(marking);
    break;
  case '\r':
    if (marking->is_inline)
      join_lines(marking);
    else
      copy(marking, 1);
    break;
  case '\\':
    mark_escape(marking);
    break;
  case '{':
    mark_brace(marking);
    break;
  case '*':
  case '~':
    mark_run(marking, peek(marking, 0));
    break;
  default:
    mark_other(marking);
  }
}

static void find_lines(Arena *report, MarkedText *marked) {
  list_add(report, &marked->lines, 0);
  for (int i = 0; i < marked->text.len; i++)
    if (marked->text.text[i] == '\n') list_add(report, &marked->lines, i + 1);
}

/* A filler, so that no block can start; it stands for a letter, which a run of
 * emphasis may follow. */
static void start_inline(Marking *marking) {
  put_filler(marking);
  marking->previous = FIRST_MARKER;
}

/* -- Notes called in attributes -- */

Str marked_note_name(Str text) {
  if (!str_starts(text, S("[^"))) return (Str){0};
  int end = 2;
  while (end < text.len && !strchr(" \t\r\n[]", text.text[end]))
    end++;
  bool is_closed = end > 2 && end < text.len && text.text[end] == ']';
  return is_closed ? str_slice(text, 2, end) : (Str){0};
}

/* "[^a] [^b]", of all attributes and divs. */
static Str find_calls(Arena *report, const MarkedText *marked) {
  StrBuf calls = {.arena = report};
  for (int i = 0; i < marked->markers.count; i++) {
    const Marker *marker = &marked->markers.items[i];
    if (marker->kind != MARKER_ATTRIBUTES && marker->kind != MARKER_DIV)
      continue;
    int end = marker->place.offset + marker->place.length;
    for (int at = marker->place.offset; at < end; at++) {
      Str rest = str_slice(marked->source->text, at, end);
      Str name = marked_note_name(rest);
      if (name.len) strbuf_addf(&calls, "[^%.*s] ", STR(name));
    }
  }
  return strbuf_str(&calls);
}

static void put_calls(Marking *marking, Str calls) {
  Marker *marker = add_marker(marking, MARKER_BREAK, 0);
  strbuf_add(&marking->output, calls);
  strbuf_add(&marking->output, S("\n\n"));
  marker->length = marking->output.len;
  marking->marked->has_calls = true;
}

static const MarkedText *mark(Arena *report, Place place, Diags *diags,
                              bool is_inline, Str calls) {
  MarkedText *marked = arena_new(report, MarkedText);
  marked->source = place.source;
  marked->origin = place.offset;
  Marking marking = {.report = report,
                     .diags = diags,
                     .marked = marked,
                     .output = {.arena = report},
                     .text = place.source->text,
                     .at = place.offset,
                     .end = place.offset + place.length,
                     .is_inline = is_inline};
  if (calls.len) put_calls(&marking, calls);
  if (is_inline)
    start_inline(&marking);
  else
    mark_line_start(&marking);
  while (marking.at < marking.end)
    mark_next(&marking);
  marked->text = strbuf_str(&marking.output);
  find_lines(report, marked);
  return marked;
}

const MarkedText *marked_blocks(Arena *report, Place place, Diags *diags) {
  const MarkedText *marked = mark(report, place, diags, false, (Str){0});
  Str calls = find_calls(report, marked);
  Diags told = {.arena = report};
  return calls.len ? mark(report, place, &told, false, calls) : marked;
}

const MarkedText *marked_inlines(Arena *report, Place place, Diags *diags) {
  return mark(report, place, diags, true, (Str){0});
}
