# Reads `jikji build --dump`; prints one line of figures about justified lines:
#   lines, share over 150 % and over 200 %, share ending inside a word, last
#   lines of four letters or fewer and all last lines, cv of the word spaces,
#   share over 111 %.
# Lines begin after the first paragraph's head; a head names place and pass.
/ pass [0-9]+$/ { count = 0; next }
match($0, /%/) && /\|/ {
  space = $3 + 0; why = $5; text = $0; sub(/^[^|]*\|/, "", text)
  count++
  if (why ~ /^end/) {
    if (count > 1) {
      last_lines++
      gsub(/[ .,!?’”」)]/, "", text)
      if (length(text) <= 4) runts++
    }
    next
  }
  if (why ~ /^hard/) next
  lines++; sum += space; squares += space * space
  if (space > 150) loose++
  if (space > 200) holes++
  if (space > 111) wide++
  if (why !~ /^space/) parted++
}
END {
  mean = sum / lines
  printf "lines=%d loose=%.2f holes=%d parted=%.2f runts=%d last=%d cv=%.4f wide=%.2f\n", lines, 100 * loose / lines, holes, 100 * parted / lines,
    runts, last_lines, sqrt(squares / lines - mean * mean) / mean,
    100 * wide / lines
}
