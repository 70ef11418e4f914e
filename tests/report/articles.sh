#!/usr/bin/env bash
# Articles that nobody wrote, of all kinds of blocks in all kinds of styles:
# nothing is lost or printed twice, pages that are named are right, and the PDF
# keeps its rules.
#   articles.sh SOURCE_DIR BUILD_DIR [FIRST LAST]
set -uo pipefail
export LC_ALL=C.UTF-8
here=$1/tests/report/articles
jikji=$2/jikji
rules=$2/tests/pdf_rules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for seed in $(seq "${3:-1}" "${4:-24}"); do
  article=$work/$seed
  python3 "$here/write.py" "$seed" "$article"
  "$jikji" build "$article" -o "$article/out" --quiet 2> "$work/told" &&
    python3 "$here/read.py" "$article/report.md" "$article/out/report.pdf" \
      > "$work/found" &&
    "$rules" "$article/out/report.pdf" > "$work/found"
  if [ $? = 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED article $seed"
    cat "$work/found" <(grep -A2 error "$work/told") | head -8
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
