#!/usr/bin/env bash
# The guides hold what the program takes: each attribute, key of the front
# matter and key of the style is named, and each example is set without a
# message (of style.md: read without one).
#   docs.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
expect() { # WHAT yes|no
  if [ "$2" = yes ]; then passed=$((passed + 1)); return; fi
  echo "failed: $1"
  failed=$((failed + 1))
}
docs=$1/docs

# -- Names --

names_of() { # FILE...: what stands in the lists of names of attributes
  sed -nE '/^ *(static )?const char \*const names\[\]|^#define (TABLE|DATA)_ATTR/,/;|[^\\]$/p' "$@" |
    grep -oE '"[a-z-]+"' | tr -d '"'
}
keys_of() { # the second name in each row of the style's table
  sed -nE 's/^    \{"[a-z]+", "([a-z0-9-]+)", .*/\1/p' "$1/src/page/style_read.c"
}
front_keys() {
  sed -n '/^static const char \*const keys\[\] = {/,/};/p' "$1/src/article/front_matter.c" |
    grep -oE '"[a-z-]+"' | tr -d '"'
}
named() { # NAME FILE
  grep -qE "[\`{ ]$1[\`=:}]" "$2"
}
for name in $(names_of "$1"/src/article/directive*.c "$1"/src/article/figure.c \
  "$1"/src/article/block_code.c "$1"/src/article/table_rules.h \
  "$1"/src/article/data_table.h | sort -u) $(front_keys "$1"); do
  named "$name" "$docs/reports.md" && is=yes || is=no
  expect "reports.md names '$name'" $is
done
for name in $(keys_of "$1"); do
  named "$name" "$docs/style.md" && is=yes || is=no
  expect "style.md names '$name'" $is
done
expect "there are names" "$([ $passed -gt 90 ] && echo yes || echo no)"

# -- Examples --

# Writes the blocks of a language as files NAME-1, NAME-2 ...
blocks_of() { # FILE LANGUAGE NAME
  awk -v language="$2" -v name="$3" '
    inside && $0 == fence { inside = 0; close(file); next }
    inside { print > file; next }
    /^````*[a-z]+$/ {
      fence = $0; sub(/[a-z]+$/, "", fence)
      if (substr($0, length(fence) + 1) != language) { skip = 1 }
      else { inside = 1; file = name "-" ++count; next }
    }' "$1"
}
set_example() { # NAME: a report in the folder of the shipped one
  messages=$("$2/jikji" check "$work/data/$1.md" 2>&1)
  if [ $? = 0 ] && [ -z "$messages" ]; then expect "$1" yes; return; fi
  echo "$messages"
  expect "$1 is set without a message" no
}
cp -r "$1/data" "$work/data"
blocks_of "$docs/reports.md" yaml "$work/front"
blocks_of "$docs/reports.md" markdown "$work/block"
blocks_of "$docs/style.md" yaml "$work/style"
for block in "$work"/block-*; do
  name=reports.md-example-${block##*-}
  {
    echo ---; cat "$work/front-1"; echo ---
    grep -q '^# ' "$block" || echo "# 보기"
    echo
    cat "$block"
  } >"$work/data/$name.md"
  set_example "$name" "$2"
done
for block in "$work"/style-*; do
  name=style.md-example-${block##*-}
  {
    echo ---; echo "title: 보기"
    head -1 "$block" | grep -q '^style:' || echo "style:"
    cat "$block"
    echo ---; echo; echo "# 보기"; echo; echo "글."
  } >"$work/data/$name.md"
  set_example "$name" "$2"
done
expect "there are examples" "$([ $passed -gt 120 ] && echo yes || echo no)"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
