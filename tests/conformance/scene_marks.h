/* Scenes read for comparison: what each mark draws, reduced to what an eye
 * could tell apart. */
#ifndef JIKJI_TESTS_SCENE_MARKS_H
#define JIKJI_TESTS_SCENE_MARKS_H

#include "base/list.h"
#include "base/tree.h"

/* One drawn thing. Which numbers it has depends on its type: the corners of
 * rects and texts, the ends of rules, the center and size of symbols. */
typedef struct SceneThing {
  const char *type, *role;
  double numbers[6];
  int number_count;
  char paint[64]; /* fill, stroke and its width, in one spelling */
  Str text;       /* of texts, lines joined; the shape of symbols */
  bool is_matched;
} SceneThing;

typedef List(SceneThing) SceneThings;

typedef struct SceneFile {
  double width, height;
  bool is_partial; /* the reference left out marks with very many items */
  SceneThings things;
} SceneFile;

/* False where the file is no scene. */
bool scene_file_read(Arena *arena, const char *path, SceneFile *file);

#endif
