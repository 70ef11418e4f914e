/* Looking at a finished frame for what no reader should see. */
#ifndef JIKJI_FRAME_INSPECT_H
#define JIKJI_FRAME_INSPECT_H

#include "frame/frame.h"

typedef enum FindingKind {
  FINDING_OVERLAP,  /* the ink of two texts meets */
  FINDING_OFF_FRAME /* a text stands over the frame's edge */
} FindingKind;

typedef struct Finding {
  FindingKind kind;
  Str text, other; /* other: the one it meets, or empty */
  Rect rect;       /* of the ink in question, in the frame's points */
} Finding;

typedef List(Finding) FindingList;

/* Adds what it finds, from top to bottom, 100 at most. Texts that stand askew
 * are not compared with others: their boxes say too little. */
void frame_inspect(Arena *arena, const Frame *frame, FindingList *findings);

#endif
