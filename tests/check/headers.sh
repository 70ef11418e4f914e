#!/usr/bin/env bash
# Every header compiles alone.
set -euo pipefail
cd "$1"
flags=$(pkg-config --cflags glib-2.0 jansson yaml-0.1 librsvg-2.0 \
  harfbuzz cairo freetype2 fontconfig sqlite3 libpcre2-8)
bad=0; good=0
while read -r header; do
  if echo "#include \"$header\"" | ${CC:-cc} -std=c17 -D_GNU_SOURCE -Wall \
    -Wextra -Werror -fsyntax-only -xc - -Isrc $flags; then
    good=$((good + 1))
  else
    echo "$header does not compile alone"; bad=$((bad + 1))
  fi
done < <(cd src && find . -name '*.h' ! -name diag_codes.h | sed 's|^\./||' | sort)
echo "$good passed, $bad failed"
[ $bad = 0 ]
