/* What the file says of itself: Info, XMP with its claims, the colour space
 * (ISO 19005-2, 6.6 and 6.2.3; ISO 14289-1, 5). */
#include <assert.h>
#include <lcms2.h>
#include <string.h>

#include "base/calendar.h"
#include "export/pdf/document.h"

static const char producer[] = "jikji";

static CivilTime created(const PdfDocument *document) {
  return calendar_civil((double)document->info.created * 1000);
}

static void put_date(PdfDocument *document, StrBuf *body, const char *key) {
  CivilTime time = created(document);
  strbuf_addf(body, "/%s(D:%04d%02d%02d%02d%02d%02dZ)", key, time.year,
              time.month, time.day, time.hour, time.minute, time.second);
}

static void put_entry(StrBuf *body, const char *key, Str text) {
  if (!text.len) return;
  strbuf_addf(body, "/%s", key);
  pdf_put_text(body, text);
}

int pdf_add_info(PdfDocument *document) {
  const DocumentInfo *info = &document->info;
  StrBuf body = {.arena = document->scratch};
  strbuf_add(&body, S("<<"));
  put_entry(&body, "Title", info->title);
  put_entry(&body, "Author", info->author);
  put_entry(&body, "Subject", info->subject);
  put_entry(&body, "Keywords", info->keywords);
  put_entry(&body, "Creator", info->creator);
  put_entry(&body, "Producer", str_from(producer));
  put_date(document, &body, "CreationDate");
  put_date(document, &body, "ModDate");
  strbuf_add(&body, S(">>"));
  return pdf_add(&document->writer, strbuf_str(&body));
}

static void put_escaped(StrBuf *xml, Str text) {
  for (int at = 0; at < text.len;) {
    uint32_t c = str_next(text, &at);
    if (c == '<')
      strbuf_add(xml, S("&lt;"));
    else if (c == '>')
      strbuf_add(xml, S("&gt;"));
    else if (c == '&')
      strbuf_add(xml, S("&amp;"));
    else if (c >= ' ' && c != 0xFFFE && c != 0xFFFF)
      strbuf_add_char(xml, c);
  }
}

static void put_simple(StrBuf *xml, const char *element, Str text) {
  if (!text.len) return;
  strbuf_addf(xml, "<%s>", element);
  put_escaped(xml, text);
  strbuf_addf(xml, "</%s>\n", element);
}

/* rdf:Alt, rdf:Seq or rdf:Bag with one item. */
static void put_list(StrBuf *xml, const char *element, const char *list,
                     Str text) {
  if (!text.len) return;
  const char *language = strcmp(list, "Alt") ? "" : " xml:lang=\"x-default\"";
  strbuf_addf(xml, "<%s><rdf:%s><rdf:li%s>", element, list, language);
  put_escaped(xml, text);
  strbuf_addf(xml, "</rdf:li></rdf:%s></%s>\n", list, element);
}

static void put_dates(PdfDocument *document, StrBuf *xml) {
  static const char *const elements[] = {"xmp:CreateDate", "xmp:ModifyDate",
                                         "xmp:MetadataDate"};
  CivilTime time = created(document);
  Str date =
      str_format(document->scratch, "%04d-%02d-%02dT%02d:%02d:%02dZ", time.year,
                 time.month, time.day, time.hour, time.minute, time.second);
  for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
    put_simple(xml, elements[i], date);
}

/* PDF/A-2 without attachments, -3 with; level A needs the tags. */
static void put_claims(const PdfDocument *document, StrBuf *xml) {
  if (!document->is_archival) return;
  strbuf_addf(xml,
              "<pdfaid:part>%d</pdfaid:part>\n"
              "<pdfaid:conformance>%s</pdfaid:conformance>\n",
              document->pages->attachments.count ? 3 : 2,
              document->is_tagged ? "A" : "U");
  if (document->is_tagged)
    strbuf_add(xml, S("<pdfuaid:part>1</pdfuaid:part>\n"));
}

/* PDF/A knows no pdfuaid: its schema must be described in the file. */
static const char extension_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char xmp_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

static const char xmp_foot[] = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
                               "<?xpacket end=\"r\"?>";

int pdf_add_xmp(PdfDocument *document) {
  const DocumentInfo *info = &document->info;
  StrBuf xml = {.arena = document->scratch};
  strbuf_add_c(&xml, xmp_head);
  strbuf_add(&xml, S("<dc:format>application/pdf</dc:format>\n"));
  put_list(&xml, "dc:title", "Alt", info->title);
  put_list(&xml, "dc:creator", "Seq", info->author);
  put_list(&xml, "dc:description", "Alt", info->subject);
  put_list(&xml, "dc:language", "Bag", info->language);
  put_simple(&xml, "pdf:Keywords", info->keywords);
  put_simple(&xml, "pdf:Producer", str_from(producer));
  put_simple(&xml, "xmp:CreatorTool", info->creator);
  put_dates(document, &xml);
  put_claims(document, &xml);
  if (document->is_archival && document->is_tagged)
    strbuf_add_c(&xml, extension_schema);
  strbuf_add_c(&xml, xmp_foot);
  int number = pdf_reserve(&document->writer);
  pdf_set_packed(&document->writer, number, S("/Type/Metadata/Subtype/XML"),
                 strbuf_str(&xml));
  return number;
}

/* lcms2 stamps the clock's time into the profile's head (ICC.1, 7.2.8). */
static void fix_date(char *profile) {
  static const unsigned char date[12] = {0x07, 0xD0, 0, 1, 0, 1};
  memcpy(profile + 24, date, sizeof date);
}

/* Made once for all files: its curves take longer than many a chart's page. */
static gpointer make_srgb(gpointer unused) {
  (void)unused;
  static char bytes[4096];
  static Str profile = {bytes, 0};
  cmsHPROFILE made = cmsCreate_sRGBProfile();
  cmsUInt32Number len = sizeof bytes;
  bool is_saved = cmsSaveProfileToMem(made, bytes, &len);
  assert(is_saved);
  cmsCloseProfile(made);
  fix_date(bytes);
  profile.len = (int)len;
  return &profile;
}

static Str srgb_profile(void) {
  static GOnce once = G_ONCE_INIT;
  return *(const Str *)g_once(&once, make_srgb, NULL);
}

int pdf_add_output_intent(PdfDocument *document) {
  int profile = pdf_add_stream(&document->writer, S("/N 3"), srgb_profile());
  return pdf_add(
      &document->writer,
      str_format(document->scratch,
                 "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier"
                 "(sRGB)/Info(sRGB IEC61966-2.1)/RegistryName"
                 "(http://www.color.org)/DestOutputProfile %d 0 R>>",
                 profile));
}
