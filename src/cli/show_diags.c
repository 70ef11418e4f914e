/* Diagnostics for people (excerpt and caret), and as JSON or SARIF. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/commands.h"

static const char *const severity_words[] = {"error", "warning", "note"};
static const char *const severity_colors[] = {"31", "33", "36"};

typedef struct Painter {
  bool in_color;
} Painter;

static void paint(const Painter *painter, const char *code) {
  if (painter->in_color) fprintf(stderr, "\033[%sm", code);
}

static bool has_line(const Diag *message) {
  return message->place.source && message->place.offset >= 0;
}

/* Columns that a terminal gives a character. */
static int display_width(uint32_t c) {
  if (g_unichar_iscntrl(c)) return 1; /* printed as a space */
  if (g_unichar_iszerowidth(c)) return 0;
  return g_unichar_iswide(c) ? 2 : 1;
}

static int display_length(Str text) {
  int at = 0, width = 0;
  while (at < text.len)
    width += display_width(str_next(text, &at));
  return width;
}

/* A window of a long line around the caret. */
static Str cut_line(Str line, int *caret) {
  enum { BEFORE = 60, AFTER = 120 };
  int start = *caret > BEFORE ? *caret - BEFORE : 0;
  int end = *caret + AFTER < line.len ? *caret + AFTER : line.len;
  while (start > 0 && (line.text[start] & 0xC0) == 0x80)
    start--;
  while (end < line.len && (line.text[end] & 0xC0) == 0x80)
    end++;
  *caret -= start;
  return str_slice(line, start, end);
}

/* Tabs as the space that they are counted as; broken bytes as U+FFFD. */
static void print_line(Str line) {
  for (int at = 0; at < line.len;) {
    char bytes[6];
    uint32_t c = str_next(line, &at);
    int len = g_unichar_to_utf8(g_unichar_iscntrl(c) ? ' ' : c, bytes);
    fwrite(bytes, 1, (size_t)len, stderr);
  }
}

static void print_excerpt(const Painter *painter, const Diag *message) {
  const Source *source = message->place.source;
  int offset = MIN(message->place.offset, source->text.len);
  Str line = source_line(source, offset);
  int caret = offset - (int)(line.text - source->text.text);
  if (caret > line.len) caret = line.len;
  LineColumn at = source_position(source, offset);
  Str shown = cut_line(line, &caret);
  fprintf(stderr, "%5d | ", at.line);
  print_line(shown);
  int length = MIN(MAX(message->place.length, 1), MAX(shown.len - caret, 1));
  Str marked = str_slice(shown, caret, MIN(caret + length, shown.len));
  fprintf(stderr, "\n      | %*s", display_length(str_slice(shown, 0, caret)),
          "");
  paint(painter, severity_colors[message->severity]);
  for (int i = 0, n = MAX(display_length(marked), 1); i < n; i++)
    fputc('^', stderr);
  paint(painter, "0");
  fputc('\n', stderr);
}

static void print_message(const Painter *painter, const Diag *message) {
  paint(painter, "1");
  if (message->place.source)
    fprintf(stderr, "%.*s:", STR(message->place.source->path));
  if (has_line(message)) {
    LineColumn at =
        source_position(message->place.source, message->place.offset);
    fprintf(stderr, "%d:%d:", at.line, at.column);
  }
  if (message->place.source) fputc(' ', stderr);
  paint(painter, severity_colors[message->severity]);
  fprintf(stderr, "%s", severity_words[message->severity]);
  paint(painter, "0");
  fprintf(stderr, "[%s]: %.*s\n", diag_code_name(message->code),
          STR(message->message));
  if (has_line(message)) print_excerpt(painter, message);
  if (message->hint.len) fprintf(stderr, "      = %.*s\n", STR(message->hint));
}

static void print_count(int count, const char *word, bool is_first) {
  if (count)
    fprintf(stderr, "%s%d %s%s", is_first ? "" : ", ", count, word,
            count == 1 ? "" : "s");
}

static void show_text(const Diags *diags, const CommonOptions *options) {
  bool is_terminal = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
  Painter painter = {is_terminal};
  if (options->color && strcmp(options->color, "auto"))
    painter.in_color = !strcmp(options->color, "always");
  int counts[3] = {0};
  for (int i = 0; i < diags->list.count; i++) {
    counts[diags->list.items[i].severity]++;
    if (i < LIMIT_DIAGNOSTICS) print_message(&painter, &diags->list.items[i]);
  }
  if (diags->list.count > LIMIT_DIAGNOSTICS)
    fprintf(stderr, "... and %d more\n", diags->list.count - LIMIT_DIAGNOSTICS);
  if (counts[DIAG_ERROR] + counts[DIAG_WARNING] == 0) return;
  print_count(counts[DIAG_ERROR], "error", true);
  print_count(counts[DIAG_WARNING], "warning", counts[DIAG_ERROR] == 0);
  fputc('\n', stderr);
}

static json_t *json_of(Str text) {
  return json_stringn_nocheck(text.text ? text.text : "", (size_t)text.len);
}

static json_t *message_json(const Diag *message) {
  json_t *json = json_object();
  if (message->place.source)
    json_object_set_new(json, "file", json_of(message->place.source->path));
  if (has_line(message)) {
    LineColumn at =
        source_position(message->place.source, message->place.offset);
    json_object_set_new(json, "line", json_integer(at.line));
    json_object_set_new(json, "column", json_integer(at.column));
  }
  json_object_set_new(json, "severity",
                      json_string(severity_words[message->severity]));
  json_object_set_new(json, "code", json_string(diag_code_name(message->code)));
  json_object_set_new(json, "message", json_of(message->message));
  if (message->hint.len)
    json_object_set_new(json, "hint", json_of(message->hint));
  return json;
}

static json_t *sarif_result(const Diag *message) {
  json_t *location = json_array();
  if (message->place.source) {
    json_t *physical = json_pack("{s:{s:o}}", "artifactLocation", "uri",
                                 json_of(message->place.source->path));
    if (has_line(message)) {
      LineColumn at =
          source_position(message->place.source, message->place.offset);
      json_object_set_new(physical, "region",
                          json_pack("{s:i,s:i}", "startLine", at.line,
                                    "startColumn", at.column));
    }
    json_array_append_new(location,
                          json_pack("{s:o}", "physicalLocation", physical));
  }
  return json_pack("{s:s,s:s,s:{s:o},s:o}", "ruleId",
                   diag_code_name(message->code), "level",
                   severity_words[message->severity], "message", "text",
                   json_of(message->message), "locations", location);
}

static void show_json(const Diags *diags, bool is_sarif) {
  json_t *list = json_array();
  for (int i = 0; i < diags->list.count; i++) {
    const Diag *message = &diags->list.items[i];
    json_array_append_new(list, is_sarif ? sarif_result(message)
                                         : message_json(message));
  }
  json_t *root = list;
  if (is_sarif)
    root = json_pack("{s:s,s:s,s:[{s:{s:{s:s,s:s}},s:o}]}", "$schema",
                     "https://json.schemastore.org/sarif-2.1.0.json", "version",
                     "2.1.0", "runs", "tool", "driver", "name", "jikji",
                     "version", JIKJI_VERSION, "results", list);
  json_dumpf(root, stdout, JSON_INDENT(2));
  putchar('\n');
  json_decref(root);
}

void show_diags(const Diags *diags, const CommonOptions *options) {
  if (options->diagnostics && strcmp(options->diagnostics, "text"))
    show_json(diags, !strcmp(options->diagnostics, "sarif"));
  else
    show_text(diags, options);
}
