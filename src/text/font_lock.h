/* fonts.lock: which faces reports are set in, and how each is known. */
#ifndef JIKJI_TEXT_FONT_LOCK_H
#define JIKJI_TEXT_FONT_LOCK_H

#include "base/diag.h"

typedef struct LockedFace {
  Str name; /* "serif-regular" */
  Str family, style, file, version, sha256;
  int weight, index;
  long long bytes;   /* size of the file */
  uint32_t checksum; /* checkSumAdjustment of the face's head table */
  Place place;       /* of its `face` line */
} LockedFace;

typedef struct LockedGeneric {
  Str name, family; /* "sans-serif", "Noto Sans CJK KR" */
} LockedGeneric;

typedef struct FontLock {
  const Source *source;
  List(Str) folders;
  List(LockedGeneric) generics;
  List(LockedFace) faces;
} FontLock;

/* Reads folder/fonts.lock, strictly: an unknown word, a missing or a repeated
 * fact is an error with its place. NULL after an error. */
const FontLock *font_lock_read(Arena *arena, Str folder, Diags *diags);

#endif
