/* Which runs of emphasis need help beside CJK text. */
#include "article/flanking.h"

#include <glib.h>

static bool is_emoji(uint32_t c) {
  return c >= 0x1F000 && c <= 0x1FAFF;
}

static bool is_noncharacter(uint32_t c) {
  return c >= 0xFDD0 && c <= 0xFDEF;
}

/* East Asian wide or full-width, or Hangul; a marker stands for a value. */
static bool is_cjk(uint32_t c) {
  if (c < 0x1100) return false;
  if (is_noncharacter(c)) return true;
  if (g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL) return true;
  return g_unichar_iswide(c) && !is_emoji(c);
}

static bool is_punctuation(uint32_t c) {
  return c < 0x80 ? g_ascii_ispunct((char)c) : g_unichar_ispunct(c);
}

bool flanking_closes(uint32_t before, uint32_t after) {
  return is_punctuation(before) && is_cjk(after);
}

bool flanking_opens(uint32_t before, uint32_t after) {
  return is_cjk(before) && is_punctuation(after);
}
