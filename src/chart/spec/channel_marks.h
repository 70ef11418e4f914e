/* Which marks can use which channels (Vega-Lite's documentation, "Encoding",
 * and what it tells of channels that it drops). */
#ifndef JIKJI_CHART_SPEC_CHANNEL_MARKS_H
#define JIKJI_CHART_SPEC_CHANNEL_MARKS_H

#include <jansson.h>

#include "chart/spec/channel.h"

/* Whether a mark of that name draws anything by the channel of an encoding.
 * Composite marks and unknown ones take all. */
bool channel_serves_mark(Channel channel, Str mark, const json_t *encoding);

#endif
