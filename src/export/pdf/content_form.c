/* Content that is shown as one object: groups that fade as a whole, looks of
 * stamps (ISO 32000-1, 8.10 and 11.6.6). */
#include "export/pdf/content.h"

int content_add_form(PdfContent *content, bool is_layer) {
  content_close(content);
  StrBuf entries = {.arena = content->scratch};
  strbuf_add(&entries, S("/Type/XObject/Subtype/Form/BBox["));
  pdf_put_rect(&entries, content->page);
  strbuf_add(&entries, S("]/Resources"));
  content_put_resources(content, &entries);
  if (is_layer)
    strbuf_add(&entries, S("/Group<</S/Transparency/CS/DeviceRGB/I true>>"));
  return pdf_add_stream(&content->document->writer, strbuf_str(&entries),
                        strbuf_str(&content->text));
}

void content_show_object(PdfContent *content, int number, double opacity) {
  content_end_text(content);
  content_set_alpha(content, opacity);
  content_room(content, 0);
  content_put_name(content, RESOURCE_OBJECT, number);
  strbuf_add(&content->text, S(" Do\n"));
}
