#!/usr/bin/env bash
# How even each kind of prose is set, by size and by unit of breaking.
set -euo pipefail
export LC_ALL=C.UTF-8
source_dir=$(cd "$(dirname "$0")/../.." && pwd)
jikji=$source_dir/build/jikji
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$source_dir/tests/report/prose/set.sh"
for unit in word syllable; do
  for name in $(prose_names); do
    for size in 9.5 10 10.5 11; do
      printf '%-9s %-10s %4s  ' $unit "$name" $size
      prose_set "$name" $size $unit "$work/one" |
        awk -f "$source_dir/tests/report/prose/figures.awk"
    done
  done
done
