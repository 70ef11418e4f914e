/* jikji fonts: the pinned faces. */
#include <stdio.h>

#include "build/build.h"
#include "cli/commands.h"

ExitStatus command_fonts(int count, char **arguments) {
  char *fonts = NULL;
  const GOptionEntry entries[] = {{"fonts", 0, 0, G_OPTION_ARG_FILENAME, &fonts,
                                   "Folder of the pinned faces' lock", "DIR"},
                                  {NULL, 0, 0, 0, NULL, NULL, NULL}};
  Arena arena = {0};
  CommandLine line = {.arena = &arena,
                      .synopsis = "",
                      .summary = "Lists the pinned faces, and checks that each "
                                 "file is the one that was locked.",
                      .entries = entries};
  ExitStatus status = EXIT_USAGE;
  if (command_line_read(&line, &count, &arguments)) {
    Diags diags = {.arena = &arena};
    Str list = S("");
    bool is_good =
        build_list_fonts(&arena, fonts_folder(&arena, fonts), &diags, &list);
    fwrite(list.text, 1, (size_t)list.len, stdout);
    show_diags(&diags, &line.common);
    status = is_good ? EXIT_DONE : EXIT_ERRORS;
  }
  g_free(fonts);
  arena_clear(&arena);
  return status;
}
