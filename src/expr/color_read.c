/* CSS text -> colour. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/color_names.h"
#include "base/number.h"
#include "expr/color_space.h"

static SpaceColor from_hex(uint32_t rgb, double opacity) {
  return (SpaceColor){{(double)(rgb >> 16 & 0xFF), (double)(rgb >> 8 & 0xFF),
                       (double)(rgb & 0xFF)},
                      opacity};
}

/* #rgb, #rgba, #rrggbb or #rrggbbaa, without the "#". */
static bool read_hex(Str digits, SpaceColor *rgb) {
  uint32_t channels[4] = {0, 0, 0, 255};
  bool is_short = digits.len == 3 || digits.len == 4;
  if (!is_short && digits.len != 6 && digits.len != 8) return false;
  for (int i = 0; i < digits.len; i++) {
    int value = g_ascii_xdigit_value(digits.text[i]);
    if (value < 0) return false;
    int channel = is_short ? i : i / 2;
    uint32_t digit = (uint32_t)value;
    if (is_short)
      channels[channel] = digit * 17;
    else
      channels[channel] = i % 2 ? channels[channel] * 16 + digit : digit;
  }
  *rgb = from_hex(channels[0] << 16 | channels[1] << 8 | channels[2],
                  channels[3] / 255.0);
  return true;
}

static bool read_name(Str text, SpaceColor *rgb) {
  for (int i = 0; i < color_name_count; i++)
    if ((int)strlen(color_names[i].name) == text.len &&
        !g_ascii_strncasecmp(color_names[i].name, text.text, (gsize)text.len)) {
      *rgb = from_hex(color_names[i].rgb, 1);
      return true;
    }
  if (text.len != 11 || g_ascii_strncasecmp(text.text, "transparent", 11))
    return false;
  *rgb = (SpaceColor){{NAN, NAN, NAN}, 0};
  return true;
}

/* Up to four numbers with commas between; is_percent tells which had "%". */
static int read_numbers(Str list, double numbers[4], bool is_percent[4]) {
  int count = 0;
  while (count < 4) {
    int comma = str_find_char(list, ',');
    Str item = str_trim(str_slice(list, 0, comma < 0 ? list.len : comma));
    is_percent[count] = str_ends(item, S("%"));
    if (is_percent[count]) item = str_slice(item, 0, item.len - 1);
    if (!number_read(item, &numbers[count])) return 0;
    count++;
    if (comma < 0) return count;
    list = str_slice(list, comma + 1, list.len);
  }
  return 0;
}

/* rgb(), rgba(), hsl() and hsla(). */
static bool read_function(Str text, SpaceColor *rgb) {
  int open = str_find_char(text, '(');
  if (open < 0 || !str_ends(text, S(")"))) return false;
  bool is_hsl = str_starts(text, S("hsl"));
  if (!is_hsl && !str_starts(text, S("rgb"))) return false;
  double number[4] = {0, 0, 0, 1};
  bool percent[4];
  int count =
      read_numbers(str_slice(text, open + 1, text.len - 1), number, percent);
  if (count < 3) return false;
  double opacity = count == 4 ? number[3] : 1;
  if (count == 4 && percent[3]) opacity /= 100;
  SpaceColor color = {{number[0], number[1], number[2]}, opacity};
  if (is_hsl) {
    color.part[1] /= 100;
    color.part[2] /= 100;
    color = color_to_rgb(SPACE_HSL, color);
  }
  for (int i = 0; !is_hsl && percent[0] && i < 3; i++)
    color.part[i] *= 2.55;
  *rgb = color;
  return true;
}

bool space_color_read(Str text, SpaceColor *rgb) {
  text = str_trim(text);
  if (str_starts(text, S("#")))
    return read_hex(str_slice(text, 1, text.len), rgb);
  return read_function(text, rgb) || read_name(text, rgb);
}
