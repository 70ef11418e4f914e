#include "export/thin_path.h"

#include <math.h>

/* Cells of which a pixel has as many across. */
static const double cells_per_pixel = 8;

/* Points in a row that share a cell: their first and last, and those furthest
 * along the other axis. */
typedef struct Run {
  double cell;
  int first, low, high, last; /* indexes of segments */
  double least, most;
} Run;

typedef struct Thinning {
  Path *thin;
  const Path *path;
  Matrix to_pixels;
  bool by_rows; /* cells follow each other down, not across */
} Thinning;

static Point pixel_of(const Thinning *thinning, int index) {
  Point at = thinning->path->segments.items[index].p[0];
  Point pixel = matrix_apply(thinning->to_pixels, at);
  return thinning->by_rows ? (Point){pixel.y, pixel.x} : pixel;
}

static Run run_at(const Thinning *thinning, int index) {
  Point pixel = pixel_of(thinning, index);
  return (Run){floor(pixel.x * cells_per_pixel),
               index,
               index,
               index,
               index,
               pixel.y,
               pixel.y};
}

/* False: the point lies in another cell. */
static bool run_takes(Run *run, const Thinning *thinning, int index) {
  Point pixel = pixel_of(thinning, index);
  if (floor(pixel.x * cells_per_pixel) != run->cell) return false;
  run->last = index;
  if (pixel.y < run->least) {
    run->least = pixel.y;
    run->low = index;
  }
  if (pixel.y > run->most) {
    run->most = pixel.y;
    run->high = index;
  }
  return true;
}

static void keep(const Thinning *thinning, int index) {
  list_add(thinning->thin->arena, &thinning->thin->segments,
           thinning->path->segments.items[index]);
}

static void run_end(const Run *run, const Thinning *thinning) {
  int early = run->low < run->high ? run->low : run->high;
  int late = run->low < run->high ? run->high : run->low;
  keep(thinning, run->first);
  if (early > run->first) keep(thinning, early);
  if (late > early) keep(thinning, late);
  if (run->last > late) keep(thinning, run->last);
}

static bool is_straight(const Path *path, int index) {
  return path->segments.items[index].verb == PATH_LINE;
}

/* How often a path goes on to another cell. */
static int cell_changes(const Thinning *thinning) {
  int changes = 0;
  double before = NAN;
  for (int i = 0; i < thinning->path->segments.count; i++) {
    double cell = floor(pixel_of(thinning, i).x * cells_per_pixel);
    changes += cell != before;
    before = cell;
  }
  return changes;
}

static bool runs_down(Thinning thinning) {
  int across = cell_changes(&thinning);
  thinning.by_rows = true;
  return cell_changes(&thinning) < across;
}

Path *path_thin(Arena *arena, const Path *path, Matrix to_pixels) {
  Thinning thinning = {path_new(arena), path, to_pixels, false};
  thinning.by_rows = runs_down(thinning);
  for (int i = 0; i < path->segments.count;) {
    if (!is_straight(path, i)) {
      keep(&thinning, i++);
      continue;
    }
    Run run = run_at(&thinning, i++);
    while (i < path->segments.count && is_straight(path, i) &&
           run_takes(&run, &thinning, i))
      i++;
    run_end(&run, &thinning);
  }
  return thinning.thin;
}
