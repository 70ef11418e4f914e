/* Time spent, for --timings; nothing that is written depends on it. */
#ifndef JIKJI_BUILD_STOPWATCH_H
#define JIKJI_BUILD_STOPWATCH_H

typedef struct Stopwatch {
  long long started; /* microseconds of a clock that only goes forward */
} Stopwatch;

void stopwatch_start(Stopwatch *watch);
double stopwatch_stop(Stopwatch *watch); /* milliseconds since the start */

#endif
