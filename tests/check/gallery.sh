#!/usr/bin/env bash
# docs/gallery.md is set without a word of warning, shows every spec of
# docs/gallery as it is, and has thirty charts or more.
#   gallery.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
page=$1/docs/gallery.md
passed=0 failed=0
expect() {
  if [ "$2" = yes ]; then passed=$((passed + 1)); return; fi
  echo "failed: $1"
  failed=$((failed + 1))
}

messages=$("$2/jikji" check "$page" 2>&1) && [ -z "$messages" ] && quiet=yes
[ "${quiet:-no}" = yes ] || echo "$messages"
expect "checked without a message" "${quiet:-no}"

# The code block that follows the figure of a spec.
shown() {
  awk -v name="(gallery/$1.vl.json)" '
    index($0, name) { found = 1 }
    found && /^```$/ { exit }
    inside { print }
    found && /^```json$/ { inside = 1 }' "$page"
}
count=0
for spec in "$1"/docs/gallery/*.vl.json; do
  name=$(basename "$spec" .vl.json)
  count=$((count + 1))
  same=no
  [ "$(shown "$name")" = "$(cat "$spec")" ] && same=yes
  expect "$name is shown as it is" $same
done
enough=no
[ $count -ge 30 ] && enough=yes
expect "thirty charts or more, not $count" $enough
echo "$passed passed, $failed failed"
[ $failed = 0 ]
