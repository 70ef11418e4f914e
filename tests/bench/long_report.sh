#!/usr/bin/env bash
# The report's text four times over, some 120 pages: what the stages take, what
# share finishing the PDF (all that is not cairo's painting) has in the whole,
# and how many bytes a page takes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r data "$work/report"
python3 - "$work/report/report.md" <<'PY'
import re, sys
front, body = open(sys.argv[1]).read().split("\n---\n", 1)
front = front.replace("attach-data: true\n", "")
def copy(n):
    text = re.sub(r"([#@])((?:sec|fig|tbl)-[a-z0-9-]+)",
                  lambda m: m[1] + m[2] + (f"-k{n}" if n else ""), body)
    return re.sub(r"\[\^([^\]]+)\]", lambda m: f"[^{m[1]}-k{n}]", text)
open(sys.argv[1], "w").write(front + "\n---\n" + "\n\n".join(map(copy, range(4))))
PY
for ((i = 0; i < ${RUNS:-5}; i++)); do
  build/jikji build "$work/report" -o "$work/out" --timings 2>&1 |
    awk '/finish PDF/ { finish = $3 } /^all/ { all = $2 }
         END { printf "%.1f ms of %.1f ms: %.1f %%\n", finish, all, 100 * finish / all }'
done
pages=$(pdfinfo "$work/out/report.pdf" | awk '/^Pages/ { print $2 }')
bytes=$(stat -c %s "$work/out/report.pdf")
echo "$pages pages, $bytes bytes, $((bytes / pages)) a page"
