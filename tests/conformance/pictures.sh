#!/usr/bin/env bash
# Draws the shared Vega-Lite specs and has the shared judge compare the pictures
# with the reference's. Fails where a spec does not pass that is not listed in
# allowed_failures.txt; names the listed ones that pass.
#   pictures.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jikji=$(realpath "$2")/jikji
shared=${JIKJI_SHARED:-$here/../../../shared}/vega-lite
[ -f "$shared/compare.py" ] || { echo "no shared specs: skipped"; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cd "$shared" || exit 1
python3 compare.py --kind all --geo all \
  --command "$jikji chart {spec} --base . -o {png}" > "$scratch/verdicts"
tail -1 "$scratch/verdicts"
grep -vE '^(#|$)' "$here/allowed_failures.txt" | sort > "$scratch/allowed"
awk '$1 ~ /^(close|fail|error)$/ { print $2 }' "$scratch/verdicts" |
  sort > "$scratch/wanting"
awk '$1 == "pass" { print $2 }' "$scratch/verdicts" | sort > "$scratch/passing"
[ -s "$scratch/passing" ] || { echo "nothing was compared"; exit 1; }

comm -12 "$scratch/allowed" "$scratch/passing" |
  sed 's/$/: passes now, take it out of allowed_failures.txt/'
comm -13 "$scratch/allowed" "$scratch/wanting" > "$scratch/worse"
grep -wFf "$scratch/worse" "$scratch/verdicts"
failed=$(wc -l < "$scratch/worse")
echo "$(wc -l < "$scratch/passing") passed, $failed failed"
[ "$failed" = 0 ]
