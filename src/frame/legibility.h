/* Looking at a finished frame for what is hard to see. */
#ifndef JIKJI_FRAME_LEGIBILITY_H
#define JIKJI_FRAME_LEGIBILITY_H

#include "frame/frame.h"

typedef enum FaintKind { FAINT_TEXT, FAINT_MARK } FaintKind;

/* Something with less contrast to its ground than WCAG 2.1 asks: text 4.5 (3
 * from 18 pt, or 14 pt bold), marks of charts 3. */
typedef struct Faint {
  FaintKind kind;
  Str text; /* the words, or the kind of mark: "bar" */
  Color color, ground;
  double contrast, asked;
} Faint;

typedef List(Faint) FaintList;

typedef struct LegibilityRequest {
  Color ground;      /* opaque, what the frame stands on */
  bool skip_figures; /* leave out what is part of a Figure element */
} LegibilityRequest;

/* Adds what it finds, in drawing order, each pair of colours once a kind. The
 * ground is the fill that was drawn last under the middle of a text or mark;
 * over pictures and gradients nothing is said. Nor of a mark that bears a text
 * or has an outline that is seen, nor where marks have so many colours that
 * they are a gradation. */
void frame_find_faint(Arena *arena, const Frame *frame,
                      const LegibilityRequest *request, FaintList *found);

#endif
