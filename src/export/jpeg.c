/* The head of a JPEG file in (ITU T.81 annex B, JFIF 1.02, EXIF 2.3), its size,
 * orientation and resolution out. */
#include <string.h>

#include "export/picture.h"

static int u8(Str bytes, int at) {
  return at >= 0 && at < bytes.len ? (unsigned char)bytes.text[at] : 0;
}

static int u16(Str bytes, int at, bool little) {
  int a = u8(bytes, at), b = u8(bytes, at + 1);
  return little ? b << 8 | a : a << 8 | b;
}

static int offset32(Str bytes, int at, bool little) {
  unsigned high = (unsigned)u16(bytes, little ? at + 2 : at, little);
  unsigned low = (unsigned)u16(bytes, little ? at : at + 2, little);
  unsigned value = high << 16 | low;
  return value > 0xffffff ? 0xffffff : (int)value;
}

/* TIFF's first directory inside an APP1 segment. */
static int exif_orientation(Str segment) {
  enum { TIFF = 6, TAG_ORIENTATION = 0x0112 };
  if (segment.len < TIFF + 8 || memcmp(segment.text, "Exif\0\0", TIFF))
    return 1;
  bool little = segment.text[TIFF] == 'I';
  int directory = TIFF + offset32(segment, TIFF + 4, little);
  int count = u16(segment, directory, little);
  for (int i = 0; i < count; i++) {
    int entry = directory + 2 + 12 * i;
    if (entry + 12 > segment.len) break;
    if (u16(segment, entry, little) != TAG_ORIENTATION) continue;
    int orientation = u16(segment, entry + 8, little);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

static void read_jfif(Str segment, JpegHead *head) {
  if (segment.len < 12 || memcmp(segment.text, "JFIF\0", 5)) return;
  int unit = u8(segment, 7);
  double factor = unit == 1 ? 1 : unit == 2 ? 2.54 : 0;
  head->ppi_x = u16(segment, 8, false) * factor;
  head->ppi_y = u16(segment, 10, false) * factor;
}

static bool is_frame_marker(int marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
         marker != 0xCC;
}

static bool read_frame(Str segment, JpegHead *head) {
  head->height = u16(segment, 1, false);
  head->width = u16(segment, 3, false);
  head->components = u8(segment, 5);
  return segment.len >= 6 && head->width > 0 && head->height > 0;
}

/* Decoders would fill up a file that was cut off with grey. */
static bool has_end(Str bytes, int at) {
  return str_find(str_slice(bytes, at, bytes.len), S("\xFF\xD9")) >= 0;
}

typedef struct Segment {
  int marker;
  Str bytes;
} Segment;

/* The segment at *at, which moves behind it; false: no more that are whole. */
static bool next_segment(Str bytes, int *at, Segment *segment) {
  while (u8(bytes, *at) == 0xFF && u8(bytes, *at + 1) == 0xFF)
    ++*at; /* fill bytes */
  if (*at + 4 > bytes.len || u8(bytes, *at) != 0xFF) return false;
  int len = u16(bytes, *at + 2, false);
  if (len < 2 || *at + 2 + len > bytes.len) return false;
  segment->marker = u8(bytes, *at + 1);
  segment->bytes = str_slice(bytes, *at + 4, *at + 2 + len);
  *at += 2 + len;
  return true;
}

static bool is_jpeg(Str bytes) {
  return u8(bytes, 0) == 0xFF && u8(bytes, 1) == 0xD8;
}

bool jpeg_head_read(Str bytes, JpegHead *head) {
  *head = (JpegHead){.orientation = 1};
  if (!is_jpeg(bytes)) return false;
  int at = 2;
  for (Segment segment; next_segment(bytes, &at, &segment);) {
    if (is_frame_marker(segment.marker)) {
      head->is_plain = segment.marker <= 0xC2 && u8(segment.bytes, 0) == 8;
      return read_frame(segment.bytes, head) && has_end(bytes, at);
    }
    if (segment.marker == 0xE0) read_jfif(segment.bytes, head);
    if (segment.marker == 0xE1 && head->orientation == 1)
      head->orientation = exif_orientation(segment.bytes);
    if (segment.marker == 0xEE && str_starts(segment.bytes, S("Adobe")))
      head->is_adobe = true;
  }
  return false;
}

/* ICC.1, B.4: parts of the profile, numbered, in APP2 segments. */
Str jpeg_profile(Arena *arena, Str bytes) {
  enum { HEAD = 14, PARTS = 256, START_OF_SCAN = 0xDA };
  Str parts[PARTS] = {{0}};
  int at = 2;
  for (Segment segment; is_jpeg(bytes) && next_segment(bytes, &at, &segment);) {
    if (segment.marker == START_OF_SCAN) break;
    bool is_part = segment.marker == 0xE2 && segment.bytes.len > HEAD &&
                   !memcmp(segment.bytes.text, "ICC_PROFILE", 12);
    if (is_part)
      parts[u8(segment.bytes, 12)] =
          str_slice(segment.bytes, HEAD, segment.bytes.len);
  }
  StrBuf profile = {.arena = arena};
  for (int i = 1; i < PARTS && parts[i].len; i++)
    strbuf_add(&profile, parts[i]);
  return strbuf_str(&profile);
}
