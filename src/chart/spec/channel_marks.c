#include "chart/spec/channel_marks.h"

static const char *const composites[] = {"boxplot", "errorbar", "errorband"};

#define RANGED "area bar image line rect rule"
#define ON_PLANE                                                               \
  "arc area bar circle image line point rect rule square text tick trail"

/* Channels that only some marks use. */
static const struct {
  Channel channel;
  const char *marks;
} served[] = {
    {CHANNEL_X, ON_PLANE},
    {CHANNEL_Y, ON_PLANE},
    {CHANNEL_X_OFFSET, ON_PLANE},
    {CHANNEL_Y_OFFSET, ON_PLANE},
    {CHANNEL_LATITUDE, ON_PLANE},
    {CHANNEL_LONGITUDE, ON_PLANE},
    {CHANNEL_X2, RANGED},
    {CHANNEL_Y2, RANGED},
    {CHANNEL_LATITUDE2, "area bar image rect rule"},
    {CHANNEL_LONGITUDE2, "area bar image rect rule"},
    {CHANNEL_THETA, "arc text"},
    {CHANNEL_RADIUS, "arc text"},
    {CHANNEL_THETA2, "arc"},
    {CHANNEL_RADIUS2, "arc"},
    {CHANNEL_STROKE_DASH, "bar circle geoshape line point rule square tick"},
    {CHANNEL_SIZE, "bar circle line point rule square text tick trail"},
    {CHANNEL_SHAPE, "area geoshape line point rule trail"},
    {CHANNEL_ANGLE, "arc point square text"},
    {CHANNEL_TEXT, "text"},
    {CHANNEL_URL, "image"},
};

static bool has_word(const char *words, Str word) {
  Str rest = str_from(words);
  while (rest.len) {
    int end = str_find_char(rest, ' ');
    if (end < 0) end = rest.len;
    if (str_equal(str_slice(rest, 0, end), word)) return true;
    rest = str_slice(rest, end < rest.len ? end + 1 : end, rest.len);
  }
  return false;
}

/* Symbols stand in the middle of a bin whose two ends are given. */
static bool ends_a_bin(Channel channel, const json_t *encoding) {
  if (channel != CHANNEL_X2 && channel != CHANNEL_Y2) return false;
  const json_t *first =
      json_object_get(encoding, channel == CHANNEL_X2 ? "x" : "y");
  const char *bin = json_string_value(json_object_get(first, "bin"));
  return bin && str_is(str_from(bin), "binned");
}

bool channel_serves_mark(Channel channel, Str mark, const json_t *encoding) {
  for (size_t i = 0; i < sizeof composites / sizeof *composites; i++)
    if (str_is(mark, composites[i])) return true;
  if (!has_word("geoshape " ON_PLANE, mark)) return true;
  for (size_t i = 0; i < sizeof served / sizeof *served; i++)
    if (served[i].channel == channel)
      return has_word(served[i].marks, mark) || ends_a_bin(channel, encoding);
  return true;
}
