#!/usr/bin/env bash
# A table of 10,000 rows from CSV, and one of 40,000: the time must grow with
# the rows.
set -euo pipefail
jikji=build/jikji
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for rows in 10000 40000; do
  awk -v rows=$rows 'BEGIN {
    print "번호,이름,지역,금액,비율"
    for (i = 0; i < rows; i++)
      print i ",항목 " i % 97 "번,지역 " int(i / 50) "," i * 37 % 99999 "," i % 1000 / 10
  }' > "$work/rows.csv"
  printf -- '---\ntitle: 큰 표\ndata: {t: {url: rows.csv}}\n---\n\n# 표\n\n' \
    > "$work/report.md"
  printf '::: {.table #tbl-t data=t caption="큰 표" merge="지역" shade="비율"}\n:::\n' \
    >> "$work/report.md"
  echo "$rows rows"
  "$jikji" build "$work" -o "$work/out" --timings
done
