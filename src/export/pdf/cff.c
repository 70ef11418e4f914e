/* Charstrings in, a CFF font out (Adobe TN 5176). */
#include "export/pdf/cff.h"

#include "base/list.h"
#include "export/pdf/charstring.h"

/* Operators of dictionaries (TN 5176, tables 9, 10 and 23); those above 255
 * have two bytes. */
enum {
  FONT_BBOX = 5,
  CHARSET = 15,
  CHAR_STRINGS = 17,
  PRIVATE = 18,
  DEFAULT_WIDTH = 20,
  ROS = 0x0C1E,
  CID_COUNT = 0x0C22,
  FD_ARRAY = 0x0C24,
  FD_SELECT = 0x0C25
};

enum { FIRST_OWN_STRING = 391 }; /* TN 5176, appendix A */

static void put_bytes(StrBuf *cff, unsigned value, int width) {
  char bytes[4];
  for (int i = 0; i < width; i++)
    bytes[i] = (char)(value >> 8 * (width - 1 - i));
  strbuf_add(cff, (Str){bytes, width});
}

/* Five bytes for any, so that dictionaries have one length. */
static void put_integer(StrBuf *cff, int value) {
  put_bytes(cff, 29, 1);
  put_bytes(cff, (unsigned)value, 4);
}

static void put_operator(StrBuf *cff, int operator) {
  put_bytes(cff, (unsigned)operator, operator> 255 ? 2 : 1);
}

static void put_entry(StrBuf *cff, int operator, int value) {
  put_integer(cff, value);
  put_operator(cff, operator);
}

static int offset_width(int last) {
  int width = 1;
  while (width < 4 && last >> 8 * width)
    width++;
  return width;
}

/* An INDEX (TN 5176, 5). */
static void put_index(StrBuf *cff, const Str *items, int count) {
  put_bytes(cff, (unsigned)count, 2);
  if (!count) return;
  int end = 1;
  for (int i = 0; i < count; i++)
    end += items[i].len;
  int width = offset_width(end);
  put_bytes(cff, (unsigned)width, 1);
  unsigned offset = 1;
  put_bytes(cff, offset, width);
  for (int i = 0; i < count; i++)
    put_bytes(cff, offset += (unsigned)items[i].len, width);
  for (int i = 0; i < count; i++)
    strbuf_add(cff, items[i]);
}

/* The programs, after the widths that are not the usual one. */
static void put_programs(StrBuf *cff, const CffFont *font) {
  Str *programs = arena_array(cff->arena, Str, font->count);
  for (int i = 0; i < font->count; i++) {
    const CffGlyph *glyph = &font->glyphs[i];
    programs[i] = glyph->program;
    if (glyph->width == font->usual_width) continue;
    StrBuf told = {.arena = cff->arena};
    charstring_put_number(&told, glyph->width);
    strbuf_add(&told, glyph->program);
    programs[i] = strbuf_str(&told);
  }
  put_index(cff, programs, font->count);
}

/* Which CIDs the glyphs after the first have: runs of a first one and how many
 * follow it (TN 5176, 13: format 2). */
static void put_charset(StrBuf *cff, const CffFont *font) {
  put_bytes(cff, 2, 1);
  for (int i = 1; i < font->count;) {
    int first = i++;
    while (i < font->count &&
           font->glyphs[i].cid == font->glyphs[i - 1].cid + 1)
      i++;
    put_bytes(cff, (unsigned)font->glyphs[first].cid, 2);
    put_bytes(cff, (unsigned)(i - first - 1), 2);
  }
}

/* All glyphs belong to the one font dictionary (TN 5176, 19: format 3). */
static void put_select(StrBuf *cff, const CffFont *font) {
  put_bytes(cff, 3, 1);
  put_bytes(cff, 1, 2);
  put_bytes(cff, 0, 3);
  put_bytes(cff, (unsigned)font->count, 2);
}

/* Where the parts begin. */
typedef struct CffPlan {
  int charset, select, char_strings, fonts;
  int private, private_len;
} CffPlan;

static void put_top(StrBuf *cff, const CffFont *font, const CffPlan *plan) {
  put_integer(cff, FIRST_OWN_STRING);
  put_integer(cff, FIRST_OWN_STRING + 1);
  put_integer(cff, 0);
  put_operator(cff, ROS);
  for (int i = 0; i < 4; i++)
    put_integer(cff, font->box[i]);
  put_operator(cff, FONT_BBOX);
  put_entry(cff, CID_COUNT, font->glyphs[font->count - 1].cid + 1);
  put_entry(cff, CHARSET, plan->charset);
  put_entry(cff, FD_SELECT, plan->select);
  put_entry(cff, CHAR_STRINGS, plan->char_strings);
  put_entry(cff, FD_ARRAY, plan->fonts);
}

static void put_head(StrBuf *cff, const CffFont *font, const CffPlan *plan) {
  static const Str strings[] = {{"Adobe", 5}, {"Identity", 8}};
  StrBuf top = {.arena = cff->arena};
  put_top(&top, font, plan);
  Str dictionary = strbuf_str(&top);
  put_bytes(cff, 0x01000404, 4); /* version 1.0, offsets of four bytes */
  put_index(cff, &font->name, 1);
  put_index(cff, &dictionary, 1);
  put_index(cff, strings, 2);
  put_index(cff, NULL, 0); /* global subroutines */
}

static void put_body(StrBuf *cff, const CffFont *font, CffPlan *plan) {
  plan->charset = cff->len;
  put_charset(cff, font);
  plan->select = cff->len;
  put_select(cff, font);
  plan->private = cff->len;
  put_entry(cff, DEFAULT_WIDTH, font->usual_width);
  plan->private_len = cff->len - plan->private;
  StrBuf entry = {.arena = cff->arena};
  put_integer(&entry, plan->private_len);
  put_entry(&entry, PRIVATE, plan->private);
  Str dictionary = strbuf_str(&entry);
  plan->fonts = cff->len;
  put_index(cff, &dictionary, 1);
  plan->char_strings = cff->len;
  put_programs(cff, font);
}

/* The head tells where the body's parts begin, and is as long whatever it
 * tells: it is written once more over itself. */
Str cff_write(Arena *arena, const CffFont *font) {
  StrBuf cff = {.arena = arena}, head = {.arena = arena};
  CffPlan plan = {0};
  put_head(&cff, font, &plan);
  put_body(&cff, font, &plan);
  put_head(&head, font, &plan);
  for (int i = 0; i < head.len; i++)
    cff.text[i] = head.text[i];
  return strbuf_str(&cff);
}
