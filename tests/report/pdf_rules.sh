#!/usr/bin/env bash
# Every PDF that jikji writes keeps the rules of PDF/A and PDF/UA: the report,
# its figures, each case of pages, tags and charts; and the rules notice what is
# missing.
#   pdf_rules.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
source_dir=$1
jikji=$2/jikji
rules=$2/tests/pdf_rules
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

cd "$source_dir"
"$jikji" build data -o "$work/report" --quiet || failed=$((failed + 1))
mkdir "$work/charts"
for spec in tests/{cases/chart,pdf/documents}/*.vl.json; do
  "$jikji" chart "$spec" --quiet -o "$work/charts/$(basename "$spec" .vl.json).pdf" \
    > "$work/log" 2>&1 || grep -q error "$work/log" ||
    { echo "FAILED $spec says nothing"; failed=$((failed + 1)); }
done
for article in tests/cases/{page,tags}/*.md tests/pdf/documents/*.md; do
  name=$(basename "$(dirname "$article")")-$(basename "$article" .md)
  "$jikji" build "$article" -o "$work/$name" --quiet > "$work/log" 2>&1 ||
    grep -q error "$work/log" ||
    { echo "FAILED $article says nothing"; failed=$((failed + 1)); }
done
mapfile -t files < <(find "$work" -name '*.pdf' | sort)
"$rules" "${files[@]}" > "$work/rules"
grep FAILED "$work/rules" | sed "s|$work/||"
"$rules" --mutations "${files[@]}" > "$work/mutations"
grep FAILED "$work/mutations" | sed "s|$work/||"
cat "$work/rules" "$work/mutations" | awk -v failed=$failed '
  /^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 }
  END { print passed " passed, " failed " failed"; exit failed > 0 }'
