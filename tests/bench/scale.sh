#!/usr/bin/env bash
# Reports at n and 4n: CPU time a page and peak memory should stand still where
# the time grows with the pages and nothing else.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${JIKJI:-build/jikji}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measure() {
  python3 "$here/make_report.py" "$work/in" "$2" "$1"
  python3 - "$program" "$work" "$1 $2" <<'PY'
import os, re, subprocess, sys
program, work, name = sys.argv[1:]
child = subprocess.Popen([program, "build", work + "/in", "-o", work + "/out", "--quiet"],
                         stderr=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
info = subprocess.run(["pdfinfo", work + "/out/report.pdf"], capture_output=True, text=True).stdout
pages = int(re.search(r"Pages:\s+(\d+)", info).group(1))
cpu = used.ru_utime + used.ru_stime
print(f"{name:14} {pages:5} pages {cpu:7.2f} s CPU {1000 * cpu / pages:7.2f} ms/page "
      f"{used.ru_maxrss / 1024:5.0f} MB")
PY
  rm -rf "$work/in" "$work/out"
}
for sizes in "mixed 15 60" "table 2500 10000" "notes 500 2000" "figures 125 500" "lists 100 400"; do
  read -r kind small large <<<"$sizes"
  measure "$kind" "$small"
  measure "$kind" "$large"
done
