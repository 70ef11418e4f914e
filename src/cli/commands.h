/* The commands of jikji, one file each. Each gets the arguments from its own
 * name on and returns the exit status. */
#ifndef JIKJI_CLI_COMMANDS_H
#define JIKJI_CLI_COMMANDS_H

#include <glib.h>

#include "base/diag.h"

typedef enum ExitStatus {
  EXIT_DONE = 0,
  EXIT_ERRORS = 1, /* the inputs have errors */
  EXIT_USAGE = 2   /* wrong use */
} ExitStatus;

ExitStatus command_build(int count, char **arguments);
ExitStatus command_chart(int count, char **arguments);
ExitStatus command_check(int count, char **arguments);
ExitStatus command_fonts(int count, char **arguments);
ExitStatus command_new(int count, char **arguments);

/* Options that several commands take. */
typedef struct CommonOptions {
  char *diagnostics; /* text, json, sarif */
  char *color;       /* auto, always, never */
  char **params;     /* NAME=VALUE */
  char **allowed;    /* --allow-path */
  gboolean quiet;
} CommonOptions;

/* One command's options on the way in. Everything belongs to `arena`. */
typedef struct CommandLine {
  Arena *arena;
  const char *synopsis;    /* "[REPORT]" */
  const char *summary;     /* one line for --help */
  const char *description; /* shown under the options; may be NULL */
  const GOptionEntry *entries;
  CommonOptions common;
} CommandLine;

/* Reads the options; leaves the rest in *count and arguments[1..]. False after
 * a message on stderr: wrong use. --help prints and exits. */
bool command_line_read(CommandLine *line, int *count, char ***arguments);

/* Prints the messages as the options ask for, on stderr (json and sarif on
 * stdout). */
void show_diags(const Diags *diags, const CommonOptions *options);

/* The allowed folders as borrowed texts. */
const Str *allowed_folders(const CommandLine *line, int *count);

/* Where the pinned faces are described: --fonts, else $JIKJI_FONTS, else the
 * installed folder, else the source tree's. */
Str fonts_folder(Arena *arena, const char *option);

/* $SOURCE_DATE_EPOCH, or -1; *is_valid false where it is not a number. */
long long source_date_epoch(bool *is_valid);

#endif
