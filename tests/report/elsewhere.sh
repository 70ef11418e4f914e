#!/usr/bin/env bash
# The same bytes from a fresh copy of the source, compiled at another path, and
# from five builds in other zones, languages, homes, folders, on other numbers
# of threads.
#   elsewhere.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
source_dir=$1
jikji=$2/jikji
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
expect() {
  local name=$1; shift
  if "$@" > "$work/log" 2>&1; then passed=$((passed + 1));
  else failed=$((failed + 1)); echo "FAILED: $name"; head -5 "$work/log"; fi
}

cd "$source_dir"
"$jikji" build data -o "$work/first" --quiet

surroundings=(
  "TZ=UTC LC_ALL=C --jobs 1"
  "TZ=Asia/Seoul LC_ALL=ko_KR.UTF-8 --jobs 2"
  "TZ=America/St_Johns LC_ALL=de_DE.UTF-8 --jobs 3"
  "TZ=Pacific/Apia LC_ALL=tr_TR.UTF-8 --jobs 8"
  "TZ=Asia/Kathmandu LC_ALL=C.UTF-8 --jobs 16"
)
for i in "${!surroundings[@]}"; do
  read -r zone locale option jobs <<< "${surroundings[$i]}"
  home=$work/home$i
  mkdir "$home"
  (cd "$home" && env -i PATH="$PATH" HOME="$home" "$zone" "$locale" \
    "$jikji" build "$source_dir/data" -o "$work/again$i" "$option" "$jobs" --quiet)
  expect "$zone, $locale, $jobs threads" diff -rq "$work/first" "$work/again$i"
done

mkdir -p "$work/another path/to the source"
git ls-files -z 2> /dev/null | tar --null -T - -c 2> /dev/null |
  tar -x -C "$work/another path/to the source"
cd "$work/another path/to the source"
if [ -e CMakeLists.txt ]; then
  expect "the copy compiles" bash -c 'cmake -S . -B build &&
    cmake --build build -j "$(nproc)" --target jikji'
  build/jikji build data -o out --quiet
  expect "a build of the copy gives the same bytes" diff -rq "$work/first" out
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
