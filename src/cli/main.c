/* jikji COMMAND ...: the table of commands. */
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "build/build.h"
#include "cli/commands.h"

static const struct {
  const char *name;
  ExitStatus (*run)(int count, char **arguments);
  const char *summary;
} commands[] = {
    {"build", command_build, "sets a report: PDF, figures, manifest"},
    {"chart", command_chart, "draws charts, one picture per spec"},
    {"check", command_check, "tells all that is wrong, writes nothing"},
    {"fonts", command_fonts, "lists the faces and checks them"},
    {"new", command_new, "makes a small report to start from"},
};

static void print_usage(FILE *stream) {
  fputs(
      "jikji turns data, an article and chart specs into charts and a typeset "
      "PDF report.\n\nUsage: jikji COMMAND [OPTION...] ...\n\nCommands:\n",
      stream);
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    fprintf(stream, "  %-8s %s\n", commands[i].name, commands[i].summary);
  fputs("\n'jikji COMMAND --help' tells a command's options.\n", stream);
}

static ExitStatus unknown_command(const char *name) {
  const char *names[G_N_ELEMENTS(commands)];
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    names[i] = commands[i].name;
  Str nearest = str_nearest(str_from(name), names, (int)G_N_ELEMENTS(commands));
  fprintf(stderr, "jikji: no command is called '%s'", name);
  if (nearest.len) fprintf(stderr, "; did you mean '%.*s'?", STR(nearest));
  fputs("\nSee 'jikji --help'.\n", stderr);
  return EXIT_USAGE;
}

/* A run is short and allocates in waves: what was freed is kept for the next
 * picture instead of being given back and faulted in again. */
static void keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
}

int main(int count, char **arguments) {
  signal(SIGXFSZ, SIG_IGN); /* a file too big is an error of write() */
  keep_freed_memory();
  if (count < 2) {
    print_usage(stderr);
    return EXIT_USAGE;
  }
  const char *name = arguments[1];
  if (!strcmp(name, "--help") || !strcmp(name, "-h") || !strcmp(name, "help")) {
    print_usage(stdout);
    return EXIT_DONE;
  }
  if (!strcmp(name, "--version")) {
    puts("jikji " JIKJI_VERSION);
    return EXIT_DONE;
  }
  for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
    if (!strcmp(name, commands[i].name))
      return (int)commands[i].run(count - 1, arguments + 1);
  return (int)unknown_command(name);
}
