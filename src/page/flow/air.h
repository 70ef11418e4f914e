/* The air above and below blocks in the vertical list: its glue. Private to
 * page/. */
#ifndef JIKJI_PAGE_FLOW_AIR_H
#define JIKJI_PAGE_FLOW_AIR_H

#include "page/flow/flow.h"

/* Adds the glue where the list does not end in as much already. */
void flow_add_gap(FlowList *list, double height, double stretch);

/* The same for the air below a block: what follows on the grid needs just the
 * least of it. */
void flow_add_air(FlowList *list, double height, double least, double stretch);

/* Makes the glue before the item `first` so high in all, where there is any. */
void flow_raise_gap(FlowList *list, int first, double height);

/* The natural height of the items from `first` on, without the glue at the
 * end. */
double flow_height_from(const FlowList *list, int first);

/* Takes off the glue and penalties at its end. */
void flow_trim(FlowList *list);

#endif
