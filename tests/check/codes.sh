#!/usr/bin/env bash
# Every diagnostic code appears in some expected text under tests/.
set -euo pipefail
cd "$1"
bad=0
while read -r code; do
  if ! grep -rqF "[$code]" tests/cases tests/cli 2>/dev/null; then
    echo "no case shows $code"; bad=$((bad + 1))
  fi
done < <(sed -nE 's|^X\([A-Z0-9_]+, "([a-z0-9/-]+)".*|\1|p' src/base/diag_codes.h)
[ $bad = 0 ] && echo "1 passed, 0 failed" || { echo "0 passed, 1 failed"; exit 1; }
