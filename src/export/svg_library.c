/* librsvg by name: dlopen, and one look-up for each function used. */
#include "export/svg_library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct Symbol {
  const char *name;
  size_t at; /* in SvgLibrary */
} Symbol;

static const Symbol symbols[] = {
    {"rsvg_handle_new_from_data", offsetof(SvgLibrary, handle_new_from_data)},
    {"rsvg_handle_set_dpi", offsetof(SvgLibrary, handle_set_dpi)},
    {"rsvg_handle_get_intrinsic_dimensions",
     offsetof(SvgLibrary, handle_get_intrinsic_dimensions)},
    {"rsvg_handle_get_intrinsic_size_in_pixels",
     offsetof(SvgLibrary, handle_get_intrinsic_size_in_pixels)},
    {"rsvg_handle_render_document",
     offsetof(SvgLibrary, handle_render_document)},
    {"g_object_unref", offsetof(SvgLibrary, object_unref)},
};

static bool find_symbols(void *file, SvgLibrary *library) {
  for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
    void *found = dlsym(file, symbols[i].name);
    if (!found) return false;
    memcpy((char *)library + symbols[i].at, &found, sizeof found);
  }
  return true;
}

static gpointer load(gpointer unused) {
  (void)unused;
  static SvgLibrary library;
  void *file = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL);
  return file && find_symbols(file, &library) ? &library : NULL;
}

const SvgLibrary *svg_library(void) {
  static GOnce once = G_ONCE_INIT;
  return g_once(&once, load, NULL);
}
