/* What `check` says of a finished report beyond what keeps it from being built:
 * things that some readers cannot see. Private to build/. */
#ifndef JIKJI_BUILD_ACCESSIBILITY_H
#define JIKJI_BUILD_ACCESSIBILITY_H

#include "build/figures.h"
#include "frame/pages.h"

/* Text on the pages of too little contrast, and, with the place of its figure,
 * what is hard to see in each chart. */
void accessibility_check_pages(Arena *report, const Pages *pages, Diags *diags);
void accessibility_check_chart(const FigureJob *job, Arena *report,
                               Diags *diags);

#endif
