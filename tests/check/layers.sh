#!/usr/bin/env bash
# src/layers.txt holds: a folder includes only what it may use, and other
# folders through their doors (no folder reaches into another's inside).
set -euo pipefail
cd "$1"
declare -A allowed
while IFS=: read -r folder uses; do
  [ -n "$folder" ] && allowed[$folder]=" $folder $uses "
done < src/layers.txt
# Inner headers that stand at the door beside the folder's own.
doors=" korean/line_class.h frame/coordinate.h frame/geometry.h frame/inspect.h frame/legibility.h frame/paint.h frame/path.h frame/structure.h frame/pages.h frame/vision.h "
bad=0
for folder in "${!allowed[@]}"; do
  while IFS=: read -r file line include; do
    name=${include#*\"}
    name=${name%\"*}
    used=${name%%/*}
    if [ ! -e "src/$name" ]; then
      echo "$file:$line: no header src/$name"; bad=1; continue
    fi
    case "${allowed[$folder]}" in
      *" $used "*) ;;
      *) echo "$file:$line: $folder may not use $used"; bad=1 ;;
    esac
    [ "$used" = "$folder" ] || [ "$used" = base ] && continue
    [ "$name" = "$used/$used.h" ] && continue
    case "$doors" in
      *" $name "*) ;;
      *) echo "$file:$line: $name is inside $used; use its door"; bad=1 ;;
    esac
  done < <(grep -rnE '^#include "' "src/$folder" --include='*.[ch]' | sed 's/:#include /:/')
done
[ $bad = 0 ] && echo "1 passed, 0 failed" || { echo "0 passed, 1 failed"; exit 1; }
