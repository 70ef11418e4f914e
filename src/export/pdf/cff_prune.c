/* A bare CFF font in, the same without the subroutines that its glyphs do not
 * need out: cairo 1.16 keeps all of a CJK face, a megabyte a font. */
#include <hb-subset.h>
#include <limits.h>
#include <string.h>

#include "export/pdf/document.h"

static int cff_integer(Str cff, int at, int width) {
  unsigned value = 0;
  if (at < 0 || at > cff.len - width) return -1;
  for (int i = 0; i < width; i++)
    value = value << 8 | (unsigned char)cff.text[at + i];
  return value <= INT_MAX ? (int)value : -1;
}

typedef struct CffIndex {
  int count;
  int first, first_end; /* bytes of the first item */
  int end;              /* behind the whole index */
} CffIndex;

/* An INDEX structure (Adobe TN 5176, 5). */
static bool read_index(Str cff, int at, CffIndex *index) {
  index->count = cff_integer(cff, at, 2);
  if (index->count < 0) return false;
  index->end = at + 2;
  if (index->count == 0) return true;
  int width = cff_integer(cff, at + 2, 1);
  if (width < 1 || width > 4) return false;
  int data = at + 3 + (index->count + 1) * width - 1;
  int last = cff_integer(cff, data + 1 - width, width);
  int second = cff_integer(cff, at + 3 + width, width);
  if (last < 1 || second < 1 || second > last || last > cff.len - data)
    return false;
  index->first = data + 1;
  index->first_end = data + second;
  index->end = data + last;
  return true;
}

/* Bytes of the operand or operator at `at` (TN 5176, 4). */
static int dict_step(Str cff, int at) {
  int first = cff_integer(cff, at, 1);
  if (first == 28) return 3;
  if (first == 29) return 5;
  if (first == 30) {
    int end = at + 1;
    while (end < cff.len && (cff.text[end] & 0x0f) != 0x0f &&
           (cff.text[end] & 0xf0) != 0xf0)
      end++;
    return end + 1 - at;
  }
  if (first >= 247 && first <= 254) return 2;
  return first == 12 ? 2 : 1;
}

/* Only offsets matter here, and cairo writes them with five bytes. */
static int dict_operand(Str cff, int at) {
  int first = cff_integer(cff, at, 1);
  if (first == 28) return cff_integer(cff, at + 1, 2);
  if (first == 29) return cff_integer(cff, at + 1, 4);
  if (first >= 32 && first <= 246) return first - 139;
  if (first >= 247 && first <= 250)
    return (first - 247) * 256 + cff_integer(cff, at + 1, 1) + 108;
  return -1;
}

/* How many glyphs the font has; 0 when it cannot be read. */
static int glyph_count(Str cff) {
  enum { OPERATOR_CHAR_STRINGS = 17 };
  CffIndex names, tops, glyphs;
  if (!read_index(cff, cff_integer(cff, 2, 1), &names) ||
      !read_index(cff, names.end, &tops) || tops.count != 1)
    return 0;
  int operand = -1;
  for (int at = tops.first; at < tops.first_end; at += dict_step(cff, at)) {
    int first = cff_integer(cff, at, 1);
    if (first == OPERATOR_CHAR_STRINGS)
      return read_index(cff, operand, &glyphs) ? glyphs.count : 0;
    if (first > 21) operand = dict_operand(cff, at);
  }
  return 0;
}

static void put_u16(char *table, int at, int value) {
  table[at] = (char)(value >> 8);
  table[at + 1] = (char)value;
}

static void add_table(hb_face_t *face, hb_tag_t tag, const char *bytes,
                      int len) {
  hb_blob_t *blob = hb_blob_create(bytes, (unsigned)len,
                                   HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
  hb_face_builder_add_table(face, tag, blob);
  hb_blob_destroy(blob);
}

/* The least OpenType font around a CFF table that hb-subset accepts. */
static hb_face_t *wrap(Arena *scratch, Str cff, int count) {
  hb_face_t *face = hb_face_builder_create();
  char maxp[6] = {0, 0, 0x50, 0};
  put_u16(maxp, 4, count);
  char head[54] = {0, 1, 0, 0};
  memcpy(head + 12, "\x5F\x0F\x3C\xF5", 4);
  put_u16(head, 18, 1000);
  char hhea[36] = {0, 1, 0, 0};
  put_u16(hhea, 34, 1);
  int hmtx_len = 4 + 2 * (count - 1);
  const char *hmtx = arena_alloc(scratch, (size_t)hmtx_len);
  add_table(face, HB_TAG('m', 'a', 'x', 'p'), maxp, sizeof maxp);
  add_table(face, HB_TAG('h', 'e', 'a', 'd'), head, sizeof head);
  add_table(face, HB_TAG('h', 'h', 'e', 'a'), hhea, sizeof hhea);
  add_table(face, HB_TAG('h', 'm', 't', 'x'), hmtx, hmtx_len);
  add_table(face, HB_TAG('C', 'F', 'F', ' '), cff.text, cff.len);
  return face;
}

/* All glyphs, with their numbers, without subroutines. NULL: not possible. */
static hb_face_t *subset(hb_face_t *face, int count) {
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  if (!input) return NULL;
  hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                 HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_add_range(hb_subset_input_glyph_set(input), 0, (unsigned)count - 1);
  hb_face_t *result = hb_subset_or_fail(face, input);
  hb_subset_input_destroy(input);
  return result;
}

Str pdf_font_pruned(Arena *scratch, Str cff) {
  int count = glyph_count(cff);
  if (count <= 0) return cff;
  hb_face_t *whole = wrap(scratch, cff, count);
  hb_face_t *pruned = subset(whole, count);
  Str result = cff;
  if (pruned) {
    hb_blob_t *table =
        hb_face_reference_table(pruned, HB_TAG('C', 'F', 'F', ' '));
    unsigned len;
    const char *bytes = hb_blob_get_data(table, &len);
    Str smaller = str_copy(scratch, (Str){bytes, (int)len});
    if (smaller.len < cff.len && glyph_count(smaller) == count)
      result = smaller;
    hb_blob_destroy(table);
    hb_face_destroy(pruned);
  }
  hb_face_destroy(whole);
  return result;
}
