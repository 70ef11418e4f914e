/* The named colours of CSS Color 4, 6.1, sorted by name, which is
 * in lower case. */
#ifndef JIKJI_BASE_COLOR_NAMES_H
#define JIKJI_BASE_COLOR_NAMES_H

typedef struct ColorName {
  const char *name;
  unsigned rgb;
} ColorName;

extern const ColorName color_names[];
extern const int color_name_count;

#endif
