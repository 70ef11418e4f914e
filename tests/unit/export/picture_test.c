/* Pictures whose colours are told by profiles or made of inks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>
#include <lcms2.h>
#include <turbojpeg.h>

#include "export/export.h"
#include "export/picture.h"

enum { SIDE = 16 };

typedef struct Sample {
  Arena arena;
  Diags diags;
} Sample;

static int open_sample(void **state) {
  Sample *sample = calloc(1, sizeof *sample);
  sample->diags.arena = &sample->arena;
  *state = sample;
  return 0;
}

static int close_sample(void **state) {
  Sample *sample = *state;
  arena_clear(&sample->arena);
  free(sample);
  return 0;
}

/* A square of one colour: three channels, or four inks. */
static Str jpeg(Arena *arena, const unsigned char *color, int channels) {
  unsigned char pixels[SIDE * SIDE * 4];
  for (int i = 0; i < SIDE * SIDE; i++)
    memcpy(pixels + i * channels, color, (size_t)channels);
  tjhandle writer = tjInitCompress();
  unsigned char *bytes = NULL;
  unsigned long size = 0;
  tjCompress2(writer, pixels, SIDE, 0, SIDE,
              channels == 4 ? TJPF_CMYK : TJPF_RGB, &bytes, &size, TJSAMP_444,
              95, 0);
  Str copy = str_copy(arena, (Str){(char *)bytes, (int)size});
  tjFree(bytes);
  tjDestroy(writer);
  return copy;
}

/* RGB whose red and green primaries have changed places. */
static Str turned_profile(Arena *arena) {
  cmsCIExyY white = {0.3127, 0.3290, 1};
  cmsCIExyYTRIPLE primaries = {
      {0.30, 0.60, 1}, {0.64, 0.33, 1}, {0.15, 0.06, 1}};
  cmsToneCurve *gamma = cmsBuildGamma(NULL, 2.2);
  cmsToneCurve *curves[3] = {gamma, gamma, gamma};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsUInt32Number len = 0;
  cmsSaveProfileToMem(profile, NULL, &len);
  char *bytes = arena_alloc(arena, len);
  cmsSaveProfileToMem(profile, bytes, &len);
  cmsCloseProfile(profile);
  cmsFreeToneCurve(gamma);
  return (Str){bytes, (int)len};
}

static Str with_profile(Arena *arena, Str jpeg_bytes, Str profile) {
  StrBuf bytes = {.arena = arena};
  int len = profile.len + 16;
  const char head[] = {'\xFF', '\xE2', (char)(len >> 8), (char)len};
  strbuf_add(&bytes, str_slice(jpeg_bytes, 0, 2));
  strbuf_add(&bytes, (Str){head, 4});
  strbuf_add(&bytes, (Str){"ICC_PROFILE\0\1\1", 14});
  strbuf_add(&bytes, profile);
  strbuf_add(&bytes, str_slice(jpeg_bytes, 2, jpeg_bytes.len));
  return strbuf_str(&bytes);
}

static unsigned color_of(Str bytes) {
  Image image = {.kind = IMAGE_JPEG, .bytes = bytes};
  Picture picture = picture_open(&image);
  assert_non_null(picture.surface);
  unsigned pixel =
      *(const unsigned *)(const void *)cairo_image_surface_get_data(
          picture.surface);
  cairo_surface_destroy(picture.surface);
  return pixel & 0xffffff;
}

static void assert_near(unsigned color, int red, int green, int blue) {
  int channels[] = {(int)(color >> 16), (int)(color >> 8 & 255),
                    (int)(color & 255)};
  int wanted[] = {red, green, blue};
  for (int i = 0; i < 3; i++)
    assert_in_range(abs(channels[i] - wanted[i]), 0, 12);
}

static void a_profile_is_followed(void **state) {
  Sample *sample = *state;
  const unsigned char red[] = {255, 0, 0};
  Str plain = jpeg(&sample->arena, red, 3);
  assert_near(color_of(plain), 255, 0, 0);
  Str turned =
      with_profile(&sample->arena, plain, turned_profile(&sample->arena));
  assert_near(color_of(turned), 0, 255, 0);
}

static void inks_are_mixed(void **state) {
  Sample *sample = *state;
  const unsigned char none[] = {255, 255, 255, 255},
                      cyan[] = {0, 255, 255, 255};
  const unsigned char dark[] = {255, 255, 255, 51};
  assert_near(color_of(jpeg(&sample->arena, none, 4)), 255, 255, 255);
  assert_near(color_of(jpeg(&sample->arena, cyan, 4)), 0, 255, 255);
  assert_near(color_of(jpeg(&sample->arena, dark, 4)), 51, 51, 51);
}

/* A page that shows the picture twice. */
static Str pdf_with(Sample *sample, const Image *image) {
  Pages *pages = pages_new(&sample->arena);
  Frame *frame = frame_new(&sample->arena, 100, 100);
  pages->structure = element_new(&sample->arena, NULL, ELEMENT_DOCUMENT);
  Element *figure =
      element_new(&sample->arena, pages->structure, ELEMENT_FIGURE);
  figure->alt = S("네모");
  for (int i = 0; i < 2; i++)
    frame_add_image(frame, image, (Rect){10, 10, 50, 50})->tag =
        tag_content(element_content(&sample->arena, figure));
  list_add(&sample->arena, &pages->list, ((Page){.frame = frame}));
  Str bytes = {0};
  PdfOptions options = {0};
  assert_true(
      export_pdf(&sample->arena, pages, &options, &sample->diags, &bytes));
  return bytes;
}

static int count_in(Str text, Str part) {
  int count = 0;
  for (int at; (at = str_find(text, part)) >= 0; count++)
    text = str_slice(text, at + part.len, text.len);
  return count;
}

static void a_plain_jpeg_goes_in_untouched(void **state) {
  Sample *sample = *state;
  const unsigned char red[] = {200, 30, 30}, cyan[] = {0, 255, 255, 255};
  Image plain = {.kind = IMAGE_JPEG, .bytes = jpeg(&sample->arena, red, 3)};
  assert_int_equal(count_in(pdf_with(sample, &plain), plain.bytes), 1);
  Image inks = {.kind = IMAGE_JPEG, .bytes = jpeg(&sample->arena, cyan, 4)};
  Str pdf = pdf_with(sample, &inks);
  assert_true(str_find(pdf, inks.bytes) < 0);
  assert_true(str_find(pdf, S("DeviceCMYK")) < 0);
}

static Str png(Sample *sample, double alpha) {
  Frame *frame = frame_new(&sample->arena, 40, 20);
  frame_add_rect(frame, (Rect){0, 0, 30, 20},
                 paint_color((Color){.8, .2, .1, 1}));
  PictureOptions options = {.scale = 1, .background = {1, 1, 1, alpha}};
  Str bytes;
  assert_true(
      export_png(&sample->arena, frame, &options, &sample->diags, &bytes));
  return bytes;
}

static void a_plain_png_goes_in_untouched(void **state) {
  Sample *sample = *state;
  Image plain = {.kind = IMAGE_PNG, .bytes = png(sample, 1)};
  PngStream stream;
  assert_true(png_stands_as_is(&sample->arena, plain.bytes, &stream));
  Str pdf = pdf_with(sample, &plain);
  assert_int_equal(count_in(pdf, stream.packed), 1);
  assert_int_equal(count_in(pdf, S("/Predictor 15/Colors 3/Bits")), 1);
}

static void what_shines_through_a_png_is_a_mask(void **state) {
  Sample *sample = *state;
  Image faded = {.kind = IMAGE_PNG, .bytes = png(sample, .5)};
  Str pdf = pdf_with(sample, &faded);
  assert_int_equal(count_in(pdf, S("/SMask ")), 1);
  assert_int_equal(count_in(pdf, S("/ColorSpace/DeviceGray")), 1);
  assert_int_equal(count_in(pdf, S("/ColorSpace/DeviceRGB")), 1);
}

static void inks_inside_a_drawing_are_mixed(void **state) {
  Sample *sample = *state;
  const unsigned char cyan[] = {0, 255, 255, 255};
  Str bytes = jpeg(&sample->arena, cyan, 4);
  char *packed = g_base64_encode((const guchar *)bytes.text, (gsize)bytes.len);
  Str svg = str_format(
      &sample->arena,
      "<svg xmlns='http://www.w3.org/2000/svg' "
      "xmlns:xlink='http://www.w3.org/1999/xlink' width='20' height='20'>"
      "<image width='20' height='20' "
      "xlink:href='data:image/jpeg;base64,%s'/></svg>",
      packed);
  g_free(packed);
  Image image = {.kind = IMAGE_SVG, .bytes = svg, .width = 20, .height = 20};
  assert_true(str_find(pdf_with(sample, &image), S("DeviceCMYK")) < 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_profile_is_followed),
      cmocka_unit_test(inks_are_mixed),
      cmocka_unit_test(a_plain_jpeg_goes_in_untouched),
      cmocka_unit_test(a_plain_png_goes_in_untouched),
      cmocka_unit_test(what_shines_through_a_png_is_a_mask),
      cmocka_unit_test(inks_inside_a_drawing_are_mixed),
  };
  return cmocka_run_group_tests(tests, open_sample, close_sample);
}
