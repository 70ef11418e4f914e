#!/bin/bash
# scenes.sh BUILD [REGEX]: draws the shared conformance specs and compares the
# numbers of their marks with the reference's, stage by stage.
build=$(realpath "$1"); pattern=${2:-.}
here=$(cd "$(dirname "$0")" && pwd)
shared=${JIKJI_SHARED:-$here/../../../shared}/vega-lite
[ -d "$shared/specs" ] || { echo "no shared specs: skipped"; exit 0; }
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
cd "$shared" || exit 1
for spec in specs/*.vl.json; do
  name=$(basename "$spec" .vl.json)
  [[ $name =~ $pattern ]] || continue
  "$build/jikji" chart "$spec" --base . --scene \
    > "$scratch/scene.json" 2> /dev/null
  echo "$name: $("$build/tests/scene_compare" $VERBOSE "$scratch/scene.json" \
    "reference/$name.scene.json")"
done | tee "$scratch/all"
agreeing=$(grep -c ': agrees' "$scratch/all")
echo "scenes: $agreeing of $(grep -c '^[^ ].*: ' "$scratch/all") agree"
