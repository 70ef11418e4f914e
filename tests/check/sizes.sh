#!/usr/bin/env bash
# Files of at most 600 lines, headers of 150, functions of 60, lines of 80.
set -euo pipefail
cd "$1"
bad=0
while read -r lines file; do
  limit=600
  case "$file" in *.h) limit=150 ;; esac
  if [ "$lines" -gt $limit ]; then
    echo "$file has $lines lines, more than $limit"; bad=1
  fi
done < <(find src tests -name '*.[ch]' -exec wc -l {} + | grep -v ' total$')
long=$(find src -name '*.c' -print0 | xargs -0 ctags -x --c-kinds=f \
  --_xformat='%{end} %n %F %N' 2>/dev/null |
  awk '$1 - $2 >= 60 {print $3 ": " $4 " has " $1 - $2 + 1 " lines"}')
if [ -n "$long" ]; then echo "$long"; bad=1; fi
[ $bad = 0 ] && echo "1 passed, 0 failed" || { echo "0 passed, 1 failed"; exit 1; }
