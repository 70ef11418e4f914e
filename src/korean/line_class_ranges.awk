# LineBreak.txt of the Unicode Character Database -> line_class_ranges.inc.
#
#   awk -f line_class_ranges.awk /usr/share/unicode/LineBreak.txt
#
# The file is Debian's unicode-data 15.0.0. Each range of UAX #14 becomes one of
# the classes of line_class.h; the general category, which stands in the comment
# of its line, tells letters from signs. What Korean changes is in line_class.c.

function hexadecimal(text,    i, value) {
  value = 0
  for (i = 1; i <= length(text); i++)
    value = value * 16 + index("0123456789ABCDEF", substr(text, i, 1)) - 1
  return value
}

function of_class(line_break, category) {
  if (line_break == "OP") return "OPEN"
  if (line_break == "CL" || line_break == "CP") return "CLOSE"
  if (line_break == "QU") return category == "Pi" ? "OPEN" : "CLOSE"
  if (line_break ~ /^(EX|IS|NS)$/) return category ~ /^L[om]$/ ? "HANJA" : "STOP"
  if (line_break ~ /^(HY|SY|B2)$/) return "MIDDLE"
  if (line_break ~ /^(BA|BB|SP)$/) {
    if (category ~ /^(Zs|Cc)$/) return "SPACE"
    return category == "Pd" ? "MIDDLE" : of_category(category)
  }
  if (line_break == "IN") return "ELLIPSIS"
  if (line_break == "PR") return "PREFIX"
  if (line_break == "PO") return "UNIT"
  if (line_break == "NU") return "DIGIT"
  if (line_break == "GL" || line_break == "WJ") return "GLUE"
  if (line_break == "ZW") return "ZERO_BREAK"
  if (line_break ~ /^(BK|NL|LF|CR)$/) return "BREAK"
  if (line_break ~ /^(CM|ZWJ|JV|JT|EM)$/) return "MARK"
  if (line_break ~ /^(H2|H3|JL)$/) return "HANGUL"
  if (line_break == "CJ") return "HANJA"
  if (line_break == "ID") return category ~ /^(Lo|Lm|Nl|Cn)$/ ? "HANJA" : "SYMBOL"
  return of_category(category)
}

function of_category(category) {
  if (category ~ /^(L.|L&|M.|Co|Sk)$/) return "LATIN"
  return category ~ /^N[dl]$/ ? "DIGIT" : "SYMBOL"
}

function put() {
  if (kind == "") return
  row = sprintf("R(%X, %X, %s)", first, last, kind)
  gsub(/\(/, "(0x", row)
  sub(/, /, ", 0x", row)
  if (length(line) + length(row) + 1 > 80) { print line; line = "" }
  line = line == "" ? row : line " " row
}

BEGIN {
  print "/* Made by line_class_ranges.awk from LineBreak.txt of Unicode 15.0.0. */"
}

# Code points that are not assigned take the class before them.
/^[0-9A-F]/ {
  split($1, field, ";")
  split(field[1], bounds, /\.\./)
  from = hexadecimal(bounds[1])
  to = bounds[2] == "" ? from : hexadecimal(bounds[2])
  now = of_class(field[2], $3)
  if (now == kind) { last = to; next }
  put()
  first = from; last = to; kind = now
}

END { put(); print line }
