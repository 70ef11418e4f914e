#!/usr/bin/env bash
# No two files give a function or a variable the same name: across static
# libraries the linker would take either without a word.
set -euo pipefail
doubled=$(nm -A --defined-only "$2"/libjikji_*.a 2>/dev/null |
  awk '$2 ~ /^[TDBRC]$/ || $3 ~ /^[TDBRC]$/ {print $NF}' | sort | uniq -d)
if [ -n "$doubled" ]; then
  echo "defined twice: $doubled"
  echo "0 passed, 1 failed"
  exit 1
fi
echo "1 passed, 0 failed"
