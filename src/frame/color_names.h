/* The named colours of CSS Color 4, 6.1, sorted by name. Private to color.c. */
#ifndef JIKJI_FRAME_COLOR_NAMES_H
#define JIKJI_FRAME_COLOR_NAMES_H

typedef struct ColorName {
  const char *name;
  unsigned rgb;
} ColorName;

extern const ColorName color_names[];
extern const int color_name_count;

#endif
