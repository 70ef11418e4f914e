#!/usr/bin/env bash
# The whole report with all figures in three formats: wall time, CPU time and
# peak memory of the process, then the time of each stage.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=${RUNS:-7}
for ((i = 0; i < runs; i++)); do
  /usr/bin/env python3 - "$work" <<'PY'
import resource, subprocess, sys, time
start = time.monotonic()
subprocess.run(["build/jikji", "build", "data", "-o", sys.argv[1] + "/out", "--quiet"], check=True)
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{wall:.3f} {used.ru_utime + used.ru_stime:.3f} {used.ru_maxrss / 1024:.0f}")
PY
done | sort -n | awk '{ wall[NR] = $1; cpu[NR] = $2; if ($3 > peak) peak = $3 }
  END { m = int((NR + 1) / 2)
        printf "median wall %.3f s, CPU %.3f s (of %d runs), peak %d MB\n",
               wall[m], cpu[m], NR, peak }'
build/jikji build data -o "$work/out" --timings --quiet
