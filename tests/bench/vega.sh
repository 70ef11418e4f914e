#!/usr/bin/env bash
# Against the real Vega, where npm's vega, vega-lite and canvas are installed:
# vega.sh [NODE_MODULES [SPECS]]. Without arguments the modules are those of
# NODE_PATH and the specs the shared conformance set's, or the tests' own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
modules=${1:-${NODE_PATH:-}}
if [[ ! -d $modules/vega || ! -d $modules/vega-lite || ! -d $modules/canvas ]]; then
  echo "skipped: no vega, vega-lite and canvas in '$modules' (npm install vega vega-lite canvas)"
  exit 0
fi
shared=$here/../../../shared/vega-lite
specs=${2:-$([[ -d $shared/specs ]] && echo "$shared/specs" || echo "$here/../conformance/own")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$(realpath "$modules")" "$work/node_modules"
cp "$here/vega_warm.mjs" "$work"
python3 "$here/vega.py" "${JIKJI:-build/jikji}" "$work" "$specs"
