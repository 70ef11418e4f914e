# Sourced: prose_set NAME SIZE BREAK DIR sets tests/report/prose/NAME.txt in
# lines of 160 mm as DIR/report.md; prints its lines as `build --dump` tells
# them. Needs $source_dir and $jikji.
prose_names() { basename -s .txt "$source_dir"/tests/report/prose/*.txt; }

prose_set() {
  mkdir -p "$4"
  {
    printf -- '---\ntitle: %s\ncover: false\nstyle:\n' "$1"
    printf '  margins: {left: 25mm, right: 25mm}\n'
    printf '  type: {body: [%s, 17]}\n' "$2"
    printf '  paragraph: {break: %s}\n---\n\n' "$3"
    sed G "$source_dir/tests/report/prose/$1.txt"
  } > "$4/report.md"
  "$jikji" build "$4" -o "$4/out" --quiet --dump 2> "$4/log"
}
