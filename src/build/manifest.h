/* What was made from what: out/manifest.json. Private to build/. */
#ifndef JIKJI_BUILD_MANIFEST_H
#define JIKJI_BUILD_MANIFEST_H

#include "base/diag.h"

typedef struct ManifestFile {
  Str path;
  Str sha256;
  int bytes;
} ManifestFile;

/* Inputs named relative to the report's folder, outputs relative to the output
 * folder; both sorted by path when written. */
typedef struct Manifest {
  List(ManifestFile) inputs, outputs;
} Manifest;

/* Adds a file that was read, once. False after an error. */
bool manifest_add_input(Arena *report, Manifest *manifest, Str folder, Str path,
                        Diags *diags);
void manifest_add_output(Arena *report, Manifest *manifest, Str name,
                         Str bytes);

/* The manifest as JSON. */
Str manifest_text(Arena *report, Manifest *manifest);

#endif
