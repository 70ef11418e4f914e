/* Numbers in: text that never depends on locale or on the C library. */
#include "frame/coordinate.h"

#include <math.h>
#include <stdio.h>

/* Above this a double holds no hundredths worth printing. */
static const double coordinate_limit = 1e12;

void coordinate_add_fixed(StrBuf *text, double value, int decimals) {
  static const long long powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
  if (!(fabs(value) < coordinate_limit)) {
    strbuf_addf(text, "%.0f", value);
    return;
  }
  long long power = powers[decimals];
  long long scaled = llround(value * (double)power);
  if (scaled < 0) {
    strbuf_add(text, S("-"));
    scaled = -scaled;
  }
  char digits[32];
  int len = snprintf(digits, sizeof digits, "%lld", scaled / power);
  long long rest = scaled % power;
  if (rest) {
    digits[len++] = '.';
    for (long long place = power / 10; rest; place /= 10) {
      digits[len++] = (char)('0' + rest / place);
      rest %= place;
    }
  }
  strbuf_add(text, (Str){digits, len});
}

void coordinate_add(StrBuf *text, double value) {
  coordinate_add_fixed(text, value, 2);
}

void coordinate_add_point(StrBuf *text, Point point) {
  coordinate_add(text, point.x);
  strbuf_add(text, S(","));
  coordinate_add(text, point.y);
}

void coordinate_add_path(StrBuf *text, const Path *path) {
  static const struct {
    const char *letter;
    int points;
  } verbs[] = {[PATH_MOVE] = {"M", 1},
               [PATH_LINE] = {"L", 1},
               [PATH_CURVE] = {"C", 3},
               [PATH_CLOSE] = {"Z", 0}};
  for (int i = 0; i < path->segments.count; i++) {
    const PathSegment *segment = &path->segments.items[i];
    strbuf_add_c(text, verbs[segment->verb].letter);
    for (int k = 0; k < verbs[segment->verb].points; k++) {
      if (k) strbuf_add(text, S(" "));
      coordinate_add_point(text, segment->p[k]);
    }
  }
}
