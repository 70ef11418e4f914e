#!/usr/bin/env bash
# How even prose of six kinds (a law, essays, news, a manual, glosses, units) is
# set, and whether its words come whole out of the PDF.
#   evenness.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
export LC_ALL=C.UTF-8
source_dir=$1
jikji=$2/jikji
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
expect() {
  local name=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "FAILED: $name"
  fi
}
holds() { awk "BEGIN { exit !($1) }"; }
. "$source_dir/tests/report/prose/set.sh"

# The words of the source that are not in the PDF's text as often.
lost_words() {
  pdftotext "$1/out/report.pdf" - | tr -s ' \n\f' '\n' | sort > "$work/there"
  tr -d '`\\' < "$2" | tr -s ' \n' '\n' | sort > "$work/wanted"
  comm -13 "$work/there" "$work/wanted"
}

# Characters of the source that are not in the PDF's text as often.
lost_characters() {
  pdftotext "$1/out/report.pdf" - | grep -o '[^[:space:]]' | sort > "$work/there"
  tr -d '`\\' < "$2" | sed "y/\"'/“’/" | grep -o '[^[:space:]]' | sort > "$work/wanted"
  comm -13 "$work/there" "$work/wanted" | grep -vc '[“’]'
}

for unit in word syllable; do
  : > "$work/$unit"
  lost=0 words=0 gone=0
  for name in $(prose_names); do
    for size in 9.5 10 10.5 11; do
      dir=$work/$unit-$name-$size
      prose_set "$name" "$size" "$unit" "$dir" >> "$work/$unit"
      text=$source_dir/tests/report/prose/$name.txt
      lost=$((lost + $(lost_words "$dir" "$text" | wc -l)))
      words=$((words + $(wc -w < "$text")))
      gone=$((gone + $(lost_characters "$dir" "$text")))
    done
  done
  eval "$(awk -f "$source_dir/tests/report/prose/figures.awk" "$work/$unit")"
  echo "$unit: $lines lines, over 150 %: $loose %, over 200 %: $holes," \
    "parted words: $parted %, short last lines: $runts of $last, cv $cv," \
    "over 111 %: $wide %, words not whole: $lost of $words"
  expect "$unit: enough lines" [ "$lines" -gt 400 ]
  expect "$unit: no character is lost" [ "$gone" = 0 ]
  expect "$unit: few last lines are short" holds "27 * $runts <= $last"
  expect "$unit: no line is twice too loose" [ "$holes" = 0 ]
  expect "$unit: few lines are loose" holds "$loose <= 1"
  [ $unit = syllable ] && expect "spaces are alike" holds "$cv <= .048"
  [ $unit = syllable ] && expect "few are over 111 %" holds "$wide <= 1"
  [ $unit = word ] && expect "few words are parted" holds "$parted <= 4"
  [ $unit = word ] && expect "words come out whole" holds "$lost <= .01 * $words"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
