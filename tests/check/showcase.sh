#!/usr/bin/env bash
# docs/showcase.md, which shows every block, is set without a word of warning.
#   showcase.sh SOURCE_DIR BUILD_DIR
set -uo pipefail
messages=$("$2/jikji" check "$1/docs/showcase.md" 2>&1)
status=$?
if [ $status = 0 ] && [ -z "$messages" ]; then
  echo "1 passed, 0 failed"
else
  echo "$messages"
  echo "0 passed, 1 failed"
  exit 1
fi
