#!/usr/bin/env bash
# Calls that would let the clock, the locale, the environment or chance change
# an output, or that overrun; and free() outside base/.
set -euo pipefail
cd "$1"
bad=0
ban() { # pattern, where, why
  local found
  found=$(grep -rnE "$1" $2 --include='*.c' --include='*.h' || true)
  if [ -n "$found" ]; then echo "$found"; echo "  ^ $3"; bad=1; fi
}
inner="src/base src/korean src/table src/expr src/text src/frame src/chart src/article src/page src/export"
ban '\b(strcpy|strcat|sprintf|strtok|gets|vsprintf)\(' src 'overruns'
ban '\b(setlocale|strtod|atof|localtime|gmtime|strftime|mktime)\(' src 'follows the locale or the zone'
ban '\b(time|clock_gettime|gettimeofday|g_get_real_time|g_date_time_new_now_utc)\(' "$inner src/build" 'reads the clock'
ban '\b(rand|random|srand|drand48|g_random_int|g_random_double)\(' src 'is chance'
ban '\b(getenv|g_getenv)\(' "$inner src/build" 'reads the environment'
ban '\b(fork|popen|system|execv?p?)\(' src 'runs another program'
[ $bad = 0 ] && echo "1 passed, 0 failed" || { echo "0 passed, 1 failed"; exit 1; }
