/* The faces of a report and how a style chooses among them. */
#ifndef JIKJI_TEXT_FONT_SET_H
#define JIKJI_TEXT_FONT_SET_H

#include "text/face.h"
#include "text/font_lock.h"

/* A family of the system, looked for once. */
typedef struct SystemFamily {
  Str name;
  const Face **faces; /* upright and italic, all weights; maybe none */
  bool *is_italic;
  int count;
} SystemFamily;

/* The faces that all FontSets of a report share. */
typedef struct FontStore {
  Arena arena;
  GMutex lock; /* guards arena and system */
  const FontLock *locked;
  List(const Face *) pinned; /* in the lock's order */
  List(SystemFamily *) system;
} FontStore;

/* The faces that a style's characters are looked for in, the best first. */
typedef struct FaceChain {
  Str family; /* the style's, as written */
  int weight;
  bool italic;
  const Face **faces;
  int count;
  Str from_system; /* families that the system gave, for a warning; or empty */
  Str unknown;     /* a family that nobody has, where no other was found */
} FaceChain;

struct FontSet {
  Arena *arena;
  FontOptions options;
  FontStore *store;
  hb_buffer_t *buffer;
  List(FaceChain *) chains;
  struct WidthCache *widths;
  struct ShapeCache *shapes;
};

/* The faces for a style; the same pointer for the same family, weight and
 * slant. Diags may be NULL. */
const FaceChain *font_set_chain(FontSet *fonts, const TextStyle *style);

/* Warns of faces that come from the system, or of families that none has. */
void font_chain_warn(const FontSet *fonts, const FaceChain *chain, Place place,
                     Diags *diags);

/* The system's faces of a family, through Fontconfig; the store's, shared. */
const SystemFamily *system_family(FontStore *store, Str name);

#endif
