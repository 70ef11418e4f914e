/* One chart as a picture file. Private to build/. */
#ifndef JIKJI_BUILD_PICTURES_H
#define JIKJI_BUILD_PICTURES_H

#include "build/build.h"
#include "chart/chart.h"

typedef struct PictureRequest {
  PictureFormat format;
  double scale, ppi; /* of PNG */
  Color background;  /* alpha 0: none */
  Str language;
  Str name; /* of the file; the title where the chart has none */
  bool plain_pdf;
  long long created; /* date of the PDF, seconds since 1970 */
} PictureRequest;

/* The bytes of the picture. False after an error. */
bool picture_write(Arena *arena, const Chart *chart,
                   const PictureRequest *request, Diags *diags, Str *bytes);

const char *picture_ending(PictureFormat format); /* ".png" */

#endif
