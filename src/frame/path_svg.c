/* SVG path data in (SVG 1.1, 8.3), a path out. */
#include <glib.h>
#include <math.h>

#include "frame/path.h"

static const double pi = 3.14159265358979323846;

typedef struct Reader {
  Path *path;
  Str data;
  int at;
  double scale;
  Point origin;
  Point current, start;
  Point control; /* of the latest curve, for S and T */
  char previous; /* the latest command in upper case */
} Reader;

static void skip_space(Reader *reader) {
  while (reader->at < reader->data.len &&
         g_ascii_isspace(reader->data.text[reader->at]))
    reader->at++;
}

static void skip_comma(Reader *reader) {
  skip_space(reader);
  if (reader->at < reader->data.len && reader->data.text[reader->at] == ',') {
    reader->at++;
    skip_space(reader);
  }
}

static bool is_at_number(const Reader *reader) {
  if (reader->at >= reader->data.len) return false;
  char c = reader->data.text[reader->at];
  return g_ascii_isdigit(c) || c == '.' || c == '-' || c == '+';
}

static int digits_end(Str data, int at) {
  while (at < data.len && g_ascii_isdigit(data.text[at]))
    at++;
  return at;
}

/* A number may end where the next begins: "1.5.5-2" are three. */
static bool read_number(Reader *reader, double *number) {
  Str data = reader->data;
  int start = reader->at, at = start;
  if (at < data.len && (data.text[at] == '-' || data.text[at] == '+')) at++;
  int whole = at;
  at = digits_end(data, at);
  int digits = at - whole;
  if (at < data.len && data.text[at] == '.') {
    int end = digits_end(data, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (!digits || at - start > 60) return false;
  if (at < data.len && (data.text[at] | 0x20) == 'e') {
    int sign = at + 1;
    if (sign < data.len && (data.text[sign] == '-' || data.text[sign] == '+'))
      sign++;
    int end = digits_end(data, sign);
    if (end > sign) at = end;
  }
  if (at - start > 80) return false;
  char text[88] = {0};
  for (int i = start; i < at; i++)
    text[i - start] = data.text[i];
  *number = g_ascii_strtod(text, NULL);
  reader->at = at;
  skip_comma(reader);
  return isfinite(*number);
}

/* Flags of arcs are one digit and may stand without space: "0 01 5 5". */
static bool read_flag(Reader *reader, double *flag) {
  if (reader->at >= reader->data.len) return false;
  char c = reader->data.text[reader->at];
  if (c != '0' && c != '1') return false;
  *flag = c - '0';
  reader->at++;
  skip_comma(reader);
  return true;
}

static Point placed(const Reader *reader, Point p) {
  return (Point){reader->origin.x + reader->scale * p.x,
                 reader->origin.y + reader->scale * p.y};
}

static void move_to(Reader *reader, Point to) {
  Point p = placed(reader, to);
  path_move(reader->path, p.x, p.y);
  reader->current = reader->start = to;
}

static void line_to(Reader *reader, Point to) {
  Point p = placed(reader, to);
  path_line(reader->path, p.x, p.y);
  reader->current = to;
}

static void curve_to(Reader *reader, Point one, Point two, Point to) {
  Point a = placed(reader, one), b = placed(reader, two),
        p = placed(reader, to);
  path_curve(reader->path, a.x, a.y, b.x, b.y, p.x, p.y);
  reader->control = two;
  reader->current = to;
}

static void quadratic_to(Reader *reader, Point control, Point to) {
  Point from = reader->current;
  Point one = {from.x + 2.0 / 3 * (control.x - from.x),
               from.y + 2.0 / 3 * (control.y - from.y)};
  Point two = {to.x + 2.0 / 3 * (control.x - to.x),
               to.y + 2.0 / 3 * (control.y - to.y)};
  curve_to(reader, one, two, to);
  reader->control = control;
}

/* The latest control point mirrored, where the latest command had one. */
static Point mirrored(const Reader *reader, char curve, char smooth) {
  if (reader->previous != curve && reader->previous != smooth)
    return reader->current;
  return (Point){2 * reader->current.x - reader->control.x,
                 2 * reader->current.y - reader->control.y};
}

typedef struct Ellipse {
  Point center;
  double rx, ry, cos_tilt, sin_tilt;
} Ellipse;

static Point on_ellipse(const Ellipse *e, double x, double y) {
  return (Point){
      e->center.x + e->cos_tilt * e->rx * x - e->sin_tilt * e->ry * y,
      e->center.y + e->sin_tilt * e->rx * x + e->cos_tilt * e->ry * y};
}

static void sweep(Reader *reader, const Ellipse *e, double from, double turn,
                  Point to) {
  int pieces = (int)ceil(fabs(turn) / (pi / 2) - 1e-9);
  if (pieces < 1) pieces = 1;
  double step = turn / pieces, k = 4.0 / 3 * tan(step / 4);
  for (int i = 0; i < pieces; i++) {
    double a = from + step * i, b = from + step * (i + 1);
    Point end = i == pieces - 1 ? to : on_ellipse(e, cos(b), sin(b));
    curve_to(reader, on_ellipse(e, cos(a) - k * sin(a), sin(a) + k * cos(a)),
             on_ellipse(e, cos(b) + k * sin(b), sin(b) - k * cos(b)), end);
  }
}

/* From end points to a center (SVG 1.1, F.6.5). n: rx ry tilt large sweep. */
static void arc_to(Reader *reader, const double n[5], Point to) {
  Point from = reader->current;
  Ellipse e = {.rx = fabs(n[0]), .ry = fabs(n[1])};
  if (from.x == to.x && from.y == to.y) return;
  if (e.rx == 0 || e.ry == 0) {
    line_to(reader, to);
    return;
  }
  e.cos_tilt = cos(n[2] * pi / 180);
  e.sin_tilt = sin(n[2] * pi / 180);
  double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
  double x = e.cos_tilt * dx + e.sin_tilt * dy;
  double y = -e.sin_tilt * dx + e.cos_tilt * dy;
  double reach = x * x / (e.rx * e.rx) + y * y / (e.ry * e.ry);
  if (reach > 1) e.rx *= sqrt(reach), e.ry *= sqrt(reach);
  double xr = x / e.rx, yr = y / e.ry, square = xr * xr + yr * yr;
  double factor = sqrt(fmax(0, 1 / square - 1));
  if ((n[3] != 0) == (n[4] != 0)) factor = -factor;
  double cx = factor * yr, cy = -factor * xr; /* center on the unit circle */
  Ellipse unmoved = e;
  Point shift = on_ellipse(&unmoved, cx, cy);
  e.center =
      (Point){shift.x + (from.x + to.x) / 2, shift.y + (from.y + to.y) / 2};
  double start = atan2(yr - cy, xr - cx);
  double turn = atan2(-yr - cy, -xr - cx) - start;
  if (n[4] != 0 && turn < 0) turn += 2 * pi;
  if (n[4] == 0 && turn > 0) turn -= 2 * pi;
  sweep(reader, &e, start, turn, to);
}

static int number_count(char command) {
  switch (command) {
  case 'H':
  case 'V':
    return 1;
  case 'M':
  case 'L':
  case 'T':
    return 2;
  case 'S':
  case 'Q':
    return 4;
  case 'C':
    return 6;
  case 'A':
    return 7;
  default:
    return -1;
  }
}

static bool read_numbers(Reader *reader, char command, double n[7]) {
  int count = number_count(command);
  for (int i = 0; i < count; i++) {
    bool is_flag = command == 'A' && (i == 3 || i == 4);
    if (!(is_flag ? read_flag(reader, &n[i]) : read_number(reader, &n[i])))
      return false;
  }
  return true;
}

/* Makes relative numbers absolute. */
static void shift_numbers(const Reader *reader, char command, double n[7]) {
  Point at = reader->current;
  if (command == 'H') {
    n[0] += at.x;
  } else if (command == 'V') {
    n[0] += at.y;
  } else {
    int first = command == 'A' ? 5 : 0;
    for (int i = first; i < number_count(command); i++)
      n[i] += (i - first) % 2 ? at.y : at.x;
  }
}

static void draw(Reader *reader, char command, const double n[7]) {
  switch (command) {
  case 'M':
    move_to(reader, (Point){n[0], n[1]});
    break;
  case 'L':
    line_to(reader, (Point){n[0], n[1]});
    break;
  case 'H':
    line_to(reader, (Point){n[0], reader->current.y});
    break;
  case 'V':
    line_to(reader, (Point){reader->current.x, n[0]});
    break;
  case 'C':
    curve_to(reader, (Point){n[0], n[1]}, (Point){n[2], n[3]},
             (Point){n[4], n[5]});
    break;
  case 'S':
    curve_to(reader, mirrored(reader, 'C', 'S'), (Point){n[0], n[1]},
             (Point){n[2], n[3]});
    break;
  case 'Q':
    quadratic_to(reader, (Point){n[0], n[1]}, (Point){n[2], n[3]});
    break;
  case 'T':
    quadratic_to(reader, mirrored(reader, 'Q', 'T'), (Point){n[0], n[1]});
    break;
  case 'A':
    arc_to(reader, n, (Point){n[5], n[6]});
    break;
  }
}

/* One command letter with all its sets of numbers. */
static bool read_command(Reader *reader) {
  char letter = reader->data.text[reader->at++];
  char command = g_ascii_toupper(letter);
  skip_space(reader);
  if (command == 'Z') {
    path_close(reader->path);
    reader->current = reader->start;
    reader->previous = command;
    return true;
  }
  if (number_count(command) < 0) return false;
  do {
    double n[7];
    if (!read_numbers(reader, command, n)) return false;
    if (g_ascii_islower(letter)) shift_numbers(reader, command, n);
    if (reader->previous == 'Z' && command != 'M')
      move_to(reader, reader->current);
    draw(reader, command, n);
    reader->previous = command;
    if (command == 'M') { /* further pairs are lines */
      command = 'L';
      letter = g_ascii_islower(letter) ? 'l' : 'L';
    }
  } while (is_at_number(reader));
  return true;
}

bool path_read_svg(Path *path, Str data, double scale, Point origin) {
  Reader reader = {
      .path = path, .data = data, .scale = scale, .origin = origin};
  skip_space(&reader);
  if (reader.at < data.len && (data.text[reader.at] | 0x20) != 'm')
    return false;
  while (reader.at < data.len) {
    if (!read_command(&reader)) return false;
    skip_space(&reader);
  }
  return path->segments.count > 0;
}
