/* The pinned faces as a list. */
#include "build/build.h"
#include "text/text.h"

bool build_list_fonts(Arena *arena, Str folder, Diags *diags, Str *list) {
  FontOptions options = {.folder = folder};
  FontSet *fonts = fonts_open(arena, &options, diags);
  if (!fonts || !fonts_verify(fonts, diags)) return false;
  StrBuf text = {.arena = arena};
  for (int i = 0; i < fonts_face_count(fonts); i++) {
    const FaceInfo *info = face_info(fonts_face(fonts, i));
    strbuf_addf(&text,
                "%.*s %.*s\n  version %.*s\n  %.*s, face %d\n  sha256 %.*s\n",
                STR(info->family), STR(info->style), STR(info->version),
                STR(info->path), info->index, STR(info->sha256));
  }
  *list = strbuf_str(&text);
  return diags->error_count == 0;
}
