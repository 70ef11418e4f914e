/* Files out, whole or not at all: every output is written beside its place and
 * renamed when all of them are there. */
#ifndef JIKJI_BASE_OUTPUTS_H
#define JIKJI_BASE_OUTPUTS_H

#include "base/diag.h"

/* The outputs of one report (or of one command). */
typedef struct Outputs Outputs;

/* Outputs under `folder`, which is made when missing. NULL after an error. */
Outputs *outputs_open(Arena *report, Str folder, Diags *diags);

/* Writes the bytes to a temporary file beside folder/name; folders are made.
 * False after an error. */
bool outputs_add(Outputs *outputs, Str name, Str bytes, Diags *diags);

/* Renames everything to its name, in the order added. False after an error. */
bool outputs_commit(Outputs *outputs, Diags *diags);

/* Removes the temporary files; the previous outputs stay as they were. */
void outputs_abandon(Outputs *outputs);

#endif
