#!/usr/bin/env bash
# The shipped report as its readers get it: built twice in different
# surroundings, then looked at with tools that jikji does not use.
#   report.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
export LC_ALL=C.UTF-8
source_dir=$1
jikji=$2/jikji
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAILED: $*"; }
lacks() { ! grep -q "$@"; }
expect() { local name=$1; shift; if "$@"; then ok; else bad "$name"; fi; }

cd "$source_dir"
"$jikji" build data -o "$work/one" --quiet > "$work/log" 2>&1 ||
  { cat "$work/log"; echo "0 passed, 1 failed"; exit 1; }
[ -s "$work/log" ] && { cat "$work/log"; bad "the build says something"; } || ok

# The same bytes elsewhere, in another zone, language and home.
mkdir "$work/home"
(cd "$work/home" && env -i PATH="$PATH" TZ=Asia/Seoul LANG=ko_KR.UTF-8 \
  LC_ALL=C HOME="$work/home" "$jikji" build "$source_dir/data" \
  -o "$work/two" --jobs 1 --quiet)
expect "another surrounding gives the same bytes" \
  diff -rq "$work/one" "$work/two"
SOURCE_DATE_EPOCH=86400 "$jikji" build data -o "$work/three" --quiet
expect "SOURCE_DATE_EPOCH sets the date" \
  grep -q 'CreationDate.*1970' <(TZ=UTC pdfinfo "$work/three/report.pdf")

pdf=$work/one/report.pdf
expect "the file is under 1.5 MB" [ "$(stat -c %s "$pdf")" -lt 1500000 ]
expect "qpdf finds no fault" qpdf --check "$pdf" > "$work/qpdf" 2>&1
expect "all fonts embedded, subset, with Unicode" \
  [ -z "$(pdffonts "$pdf" | awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes")')" ]
expect "an outline" grep -q Outlines <(qpdf --qdf --object-streams=disable "$pdf" - 2>/dev/null)
expect "tagged" grep -q 'Tagged: *yes' <(pdfinfo "$pdf")
expect "a title" grep -q 'Title: *대한민국 전자정부' <(pdfinfo "$pdf")

# Words: each word of the prose comes back whole.
pdftotext "$pdf" "$work/text"
expect "no replacement character" lacks $'\xef\xbf\xbd' "$work/text"
expect "no-break spaces read as spaces" lacks $'\xc2\xa0' "$work/text"
expect "no raw markup" lacks -E '\*\*|\{\{|\}\}|@(fig|tbl|sec)-|:::' "$work/text"

# What screen readers get holds the article's sentences in its order.
pdfinfo -struct-text "$pdf" > "$work/spoken"
expect "no replacement character is spoken" lacks $'\xef\xbf\xbd' "$work/spoken"
expect "brackets are spoken as written" lacks -P '[\x{2329}\x{232A}]' "$work/spoken"
expect "the structure reads as the article" python3 - "$work/spoken" data/report.md << 'PY'
import re, sys
packed = lambda text: re.sub(r"[\s\u200b]+", "", text)
pieces = re.findall(r'^\s*"(.*)"$', open(sys.argv[1]).read(), re.M)
spoken = packed("".join(pieces))
twice = [pair for pair in zip(pieces, pieces[1:])
         if pair[0].endswith(" ") and pair[1].startswith(" ")]
if twice:
    sys.exit(f"spaces are spoken twice: {twice[:3]}")
body = open(sys.argv[2]).read().split("\n---\n", 1)[1]
last, seen, wrong = 0, 0, []
for line in re.findall(r"^[가-힣].{60,}$", body, re.M):
    for part in re.split(r"@[a-z0-9-]+|\{\{.*?\}\}|[\[\]{}*`|\"'()_\\]|\.\s", line):
        part = packed(part)
        if len(part) < 20:
            continue
        at = spoken.find(part)
        seen += 1
        if at < last:
            wrong.append(part)
        last = max(last, at)
for opening, closing in ("〈〉", "「」"):
    if not 0 < spoken.count(opening) == spoken.count(closing):
        sys.exit(f"{opening} and {closing} are not spoken as often")
tables = set(re.findall(r"〈표(\d+)〉", spoken))
if len(tables) < len(set(re.findall(r"#(tbl-[a-z-]+)", body))):
    sys.exit(f"references to tables are not spoken whole: {tables}")
if wrong or seen < 50:
    sys.exit(f"{seen} looked for; missing or out of order: {wrong[:3]}")
PY

# A line neither starts nor ends with a mark that may not stand there.
expect "no forbidden line start" lacks -E '^[」』》〉）)%·,]' "$work/text"
expect "no forbidden line end" lacks -E '[「『《〈（(]$' "$work/text"

# Figures: three kinds each, and the manifest knows all files.
for spec in data/charts/*.vl.json; do
  name=$(basename "$spec" .vl.json)
  [ "$name" = cover ] && continue
  for kind in png svg pdf; do
    expect "figures/$name.$kind" [ -s "$work/one/figures/$name.$kind" ]
  done
  expect "$name.pdf is sound" qpdf --check "$work/one/figures/$name.pdf" > "$work/qpdf" 2>&1
done
(cd "$work/one" && jq -r '.outputs[] | "\(.sha256)  \(.path)"' manifest.json |
  sha256sum -c --quiet) && ok || bad "the manifest's sums"
expect "the manifest names every output" [ "$(jq '.outputs | length' "$work/one/manifest.json")" \
  = "$(find "$work/one" -type f ! -name manifest.json | wc -l)" ]

# Evenness and facts, where the material to judge them lies beside the clone.
shared=$source_dir/../shared
if [ -d "$shared" ]; then
  python3 "$shared/seed/facts_check.py" "$pdf" > "$work/facts" ||
    tail -20 "$work/facts"
  expect "every fact" python3 "$shared/seed/facts_check.py" "$pdf" > /dev/null
  line=$(python3 "$shared/tools/evenness.py" "$pdf")
  echo "$line"
  expect "at most 2 % of lines over 150 %" awk -v l="$line" 'BEGIN {
    match(l, />1.5 +[0-9.]+/); exit substr(l, RSTART + 5, RLENGTH - 5) > 2 }'
  expect "no line over 200 %" awk -v l="$line" 'BEGIN {
    match(l, />2 +[0-9.]+/); exit substr(l, RSTART + 3, RLENGTH - 3) > 0 }'
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
