/* A monotonic clock. */
#include "build/stopwatch.h"

#include <glib.h>

void stopwatch_start(Stopwatch *watch) {
  watch->started = g_get_monotonic_time();
}

double stopwatch_stop(Stopwatch *watch) {
  return (double)(g_get_monotonic_time() - watch->started) / 1000.0;
}
