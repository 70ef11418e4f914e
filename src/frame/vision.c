/* Colours as people see them. */
#include "frame/vision.h"

#include <math.h>

typedef struct Light {
  double red, green, blue; /* linear sRGB */
} Light;

static double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92
                            : pow((channel + 0.055) / 1.055, 2.4);
}

static Light light_of(Color color) {
  return (Light){linear(color.red), linear(color.green), linear(color.blue)};
}

static double luminance(Color color) {
  Light light = light_of(color);
  return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue;
}

double color_contrast(Color a, Color b) {
  double one = luminance(a), two = luminance(b);
  return (fmax(one, two) + 0.05) / (fmin(one, two) + 0.05);
}

Color color_over(Color color, Color ground) {
  double alpha = color.alpha;
  return (Color){color.red * alpha + ground.red * (1 - alpha),
                 color.green * alpha + ground.green * (1 - alpha),
                 color.blue * alpha + ground.blue * (1 - alpha), 1};
}

const char *color_vision_name(ColorVision vision) {
  static const char *const names[VISION_COUNT] = {
      "full colour vision", "protanopia", "deuteranopia", "tritanopia"};
  return names[vision];
}

static Light transformed(const double m[9], Light light) {
  return (Light){
      m[0] * light.red + m[1] * light.green + m[2] * light.blue,
      m[3] * light.red + m[4] * light.green + m[5] * light.blue,
      m[6] * light.red + m[7] * light.green + m[8] * light.blue,
  };
}

/* Machado et al. 2009, table 1, severity 1.0; rows for red, green, blue. */
static Light simulated(Light light, ColorVision vision) {
  static const double matrices[VISION_COUNT][9] = {
      [VISION_FULL] = {1, 0, 0, 0, 1, 0, 0, 0, 1},
      [VISION_PROTAN] = {0.152286, 1.052583, -0.204868, 0.114503, 0.786281,
                         0.099216, -0.003882, -0.048116, 1.051998},
      [VISION_DEUTAN] = {0.367322, 0.860646, -0.227968, 0.280085, 0.672501,
                         0.047413, -0.011820, 0.042940, 0.968881},
      [VISION_TRITAN] = {1.255528, -0.076749, -0.178779, -0.078411, 0.930809,
                         0.147602, 0.004733, 0.691367, 0.303900},
  };
  Light seen = transformed(matrices[vision], light);
  return (Light){fmin(fmax(seen.red, 0), 1), fmin(fmax(seen.green, 0), 1),
                 fmin(fmax(seen.blue, 0), 1)};
}

/* Lightness and two hues in the fields of a Light. */
static Light oklab(Light light) {
  static const double cones[9] = {0.4122214708, 0.5363325363, 0.0514459929,
                                  0.2119034982, 0.6806995451, 0.1073969566,
                                  0.0883024619, 0.2817188376, 0.6299787005};
  static const double lab[9] = {0.2104542553, 0.7936177850,  -0.0040720468,
                                1.9779984951, -2.4285922050, 0.4505937099,
                                0.0259040371, 0.7827717662,  -0.8086757660};
  Light cone = transformed(cones, light);
  cone = (Light){cbrt(cone.red), cbrt(cone.green), cbrt(cone.blue)};
  return transformed(lab, cone);
}

double color_distance(Color a, Color b, ColorVision vision) {
  Light one = oklab(simulated(light_of(a), vision));
  Light two = oklab(simulated(light_of(b), vision));
  return sqrt(pow(one.red - two.red, 2) + pow(one.green - two.green, 2) +
              pow(one.blue - two.blue, 2));
}
