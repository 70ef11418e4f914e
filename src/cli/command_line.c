/* Options of the commands, through GOptionContext. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "cli/commands.h"

static void release_strings(void *strings) {
  g_strfreev(strings);
}
static void release_string(void *string) {
  g_free(string);
}

/* GLib hands over what it read; the arena releases it. */
static void keep_options(CommandLine *line) {
  CommonOptions *common = &line->common;
  if (common->params) arena_defer(line->arena, release_strings, common->params);
  if (common->allowed)
    arena_defer(line->arena, release_strings, common->allowed);
  if (common->diagnostics)
    arena_defer(line->arena, release_string, common->diagnostics);
  if (common->color) arena_defer(line->arena, release_string, common->color);
}

static bool is_one_of(const char *value, const char *const *allowed) {
  return !value || g_strv_contains(allowed, value);
}

static bool is_utf8(char **texts) {
  for (int i = 0; texts && texts[i]; i++)
    if (!g_utf8_validate(texts[i], -1, NULL)) return false;
  return true;
}

static bool check_values(const CommonOptions *common, const char *command) {
  static const char *const diagnostics[] = {"text", "json", "sarif", NULL};
  static const char *const colors[] = {"auto", "always", "never", NULL};
  if (!is_one_of(common->diagnostics, diagnostics))
    fprintf(stderr, "jikji %s: --diagnostics is text, json or sarif\n",
            command);
  else if (!is_one_of(common->color, colors))
    fprintf(stderr, "jikji %s: --color is auto, always or never\n", command);
  else if (!is_utf8(common->params))
    fprintf(stderr, "jikji %s: --param is UTF-8 text\n", command);
  else
    return true;
  return false;
}

/* Texts are read as file names are, byte by byte: GLib would take the others
 * for text in the locale's encoding, and a locale is never set. */
bool command_line_read(CommandLine *line, int *count, char ***arguments) {
  CommonOptions *common = &line->common;
  const GOptionEntry entries[] = {
      {"param", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->params,
       "A report or chart parameter; may be repeated", "NAME=VALUE"},
      {"allow-path", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->allowed,
       "A further folder that files may be read from", "DIR"},
      {"diagnostics", 0, 0, G_OPTION_ARG_FILENAME, &common->diagnostics,
       "Messages as text, json or sarif", "FORM"},
      {"color", 0, 0, G_OPTION_ARG_FILENAME, &common->color,
       "Colour in messages: auto, always, never", "WHEN"},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &common->quiet,
       "Only messages about what is wrong", NULL},
      {NULL, 0, 0, 0, NULL, NULL, NULL}};
  char *command = (*arguments)[0];
  char *name = g_strdup_printf("jikji %s", command);
  g_set_prgname(name);
  g_free(name);
  GOptionContext *context = g_option_context_new(line->synopsis);
  g_option_context_set_summary(context, line->summary);
  if (line->description)
    g_option_context_set_description(context, line->description);
  if (line->entries)
    g_option_context_add_main_entries(context, line->entries, NULL);
  g_option_context_add_main_entries(context, entries, NULL);
  GError *error = NULL;
  bool is_read = g_option_context_parse(context, count, arguments, &error);
  g_option_context_free(context);
  keep_options(line);
  if (!is_read) {
    fprintf(stderr, "jikji %s: %s\nSee 'jikji %s --help'.\n", command,
            error->message, command);
    g_error_free(error);
    return false;
  }
  return check_values(common, command);
}

const Str *allowed_folders(const CommandLine *line, int *count) {
  char **allowed = line->common.allowed;
  *count = allowed ? (int)g_strv_length(allowed) : 0;
  Str *folders = arena_array(line->arena, Str, *count);
  for (int i = 0; i < *count; i++)
    folders[i] = str_from(allowed[i]);
  return folders;
}

static bool holds_lock(const char *folder) {
  char *path = g_build_filename(folder, "fonts.lock", NULL);
  bool is_there = g_file_test(path, G_FILE_TEST_EXISTS);
  g_free(path);
  return is_there;
}

Str fonts_folder(Arena *arena, const char *option) {
  if (option) return str_copy(arena, str_from(option));
  const char *environment = getenv("JIKJI_FONTS");
  if (environment && *environment)
    return str_copy(arena, str_from(environment));
  if (holds_lock(JIKJI_FONTS_INSTALLED)) return str_from(JIKJI_FONTS_INSTALLED);
  return str_from(JIKJI_FONTS_SOURCE);
}

long long source_date_epoch(bool *is_valid) {
  const char *text = getenv("SOURCE_DATE_EPOCH");
  *is_valid = true;
  if (!text || !*text) return -1;
  char *end;
  gint64 seconds = g_ascii_strtoll(text, &end, 10);
  *is_valid = *end == '\0' && seconds >= 0;
  return *is_valid ? (long long)seconds : -1;
}
