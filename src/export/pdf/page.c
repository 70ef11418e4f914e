/* A page's frame in, its object with content and resources out: groups, the
 * order of things, what is noted of them. */
#include "export/pdf/content.h"

#include <assert.h>

enum { PAGE_DEPTH_MAX = 500 };

/* Where the walk stands. */
typedef struct PageWalk {
  PdfContent *content;
  Matrix matrix;        /* to the page */
  const PdfClip *clips; /* around what comes next */
  Rect bounds;          /* of them, on the page */
} PageWalk;

static PdfDocument *document_of(const PageWalk *walk) {
  return walk->content->document;
}

static int page_index(const PdfDocument *document) {
  return document->list.count - 1;
}

/* ---- Painted things ---- */

static bool is_painted(const FrameItem *item) {
  switch (item->kind) {
  case FRAME_PATH:
    return item->path.path->segments.count &&
           (paint_is_seen(&item->path.fill) ||
            (stroke_is_painted(item->path.stroke) &&
             paint_is_seen(&item->path.stroke->paint)));
  case FRAME_STAMPS:
    return item->stamps->list.count > 0;
  case FRAME_GLYPHS:
    return item->glyphs.run->glyph_count > 0 && item->glyphs.run->size > 0 &&
           paint_is_seen(&item->glyphs.paint);
  case FRAME_IMAGE:
    return item->image.rect.width > 0 && item->image.rect.height > 0;
  default:
    return false;
  }
}

static const Element *figure_around(Tag tag) {
  if (tag.kind != TAG_CONTENT) return NULL;
  const Element *element = tag.content->parent;
  while (element && element->role != ELEMENT_FIGURE &&
         element->role != ELEMENT_FORMULA)
    element = element->parent;
  return element;
}

/* Figures say where they are (ISO 32000-1, 14.8.5.4.3: BBox). */
static void note_figure(PageWalk *walk, const Element *figure, Rect bounds) {
  PdfDocument *document = document_of(walk);
  int page = page_index(document);
  bounds = rect_common(bounds, walk->bounds);
  if (rect_is_empty(bounds)) return;
  FigurePlace *last =
      document->figures.count ? list_last(&document->figures) : NULL;
  if (last && last->figure == figure && last->page == page)
    last->bounds = rect_union(last->bounds, bounds);
  else
    list_add(document->scratch, &document->figures,
             ((FigurePlace){figure, page, bounds}));
}

static Rect paint_glyphs(PageWalk *walk, const FrameItem *item) {
  return content_glyphs(walk->content, item, walk->matrix);
}

static Rect paint_other(PageWalk *walk, const FrameItem *item) {
  PdfContent *content = walk->content;
  content_tell(content, (Str){0});
  if (item->kind == FRAME_PATH)
    content_path_item(content, item, walk->matrix);
  else if (item->kind == FRAME_STAMPS)
    content_stamps(content, item->stamps, walk->matrix);
  else
    content_image(content, item, walk->matrix);
  if (!content->is_measured) return rect_empty();
  return rect_transformed(frame_item_bounds(item), walk->matrix);
}

static void paint_item(PageWalk *walk, const FrameItem *item, Tag tag) {
  PdfContent *content = walk->content;
  bool is_hidden = !(walk->bounds.width > 0 && walk->bounds.height > 0);
  if (is_hidden || !is_painted(item)) return;
  const Element *figure =
      document_of(walk)->is_tagged ? figure_around(tag) : NULL;
  content->tag = tag;
  content->is_measured = figure != NULL;
  content_set_clip(content, walk->clips);
  Rect bounds = item->kind == FRAME_GLYPHS ? paint_glyphs(walk, item)
                                           : paint_other(walk, item);
  if (figure) note_figure(walk, figure, bounds);
}

/* ---- Links and anchors ---- */

static void note_link(PageWalk *walk, Rect rect, PdfLink link) {
  PdfDocument *document = document_of(walk);
  Arena *scratch = document->scratch;
  PdfPage *page = list_last(&document->list);
  link.page = page_index(document);
  link.rect = rect_transformed(rect, walk->matrix);
  link.destination = str_copy(scratch, link.destination);
  link.address = str_copy(scratch, link.address);
  link.contents = str_copy(scratch, link.contents);
  list_add(scratch, &document->links, link);
  if (!page->annotations) page->annotations = pdf_reserve(&document->writer);
}

static void note_item_link(PageWalk *walk, const FrameItem *item) {
  note_link(walk, item->link.rect,
            (PdfLink){.destination = item->link.destination,
                      .address = item->link.address,
                      .contents = item->link.contents,
                      .element = item->link.element});
}

static void note_group_link(PageWalk *walk, const FrameItem *item, Tag tag) {
  if (!item->group.link.len) return;
  Rect bounds = frame_bounds(item->group.frame);
  if (rect_is_empty(bounds)) return;
  note_link(walk, bounds,
            (PdfLink){.address = item->group.link,
                      .contents = item->group.link,
                      .tag = tag});
}

/* The first anchor of a name is the one that links lead to. */
static void note_anchor(PageWalk *walk, const FrameItem *item) {
  PdfDocument *document = document_of(walk);
  char *name = str_c(document->scratch, item->anchor.name);
  if (g_hash_table_contains(document->places, name)) return;
  PdfPlace *place = arena_new(document->scratch, PdfPlace);
  *place = (PdfPlace){page_index(document),
                      matrix_apply(walk->matrix, item->anchor.point)};
  g_hash_table_insert(document->places, name, place);
}

/* ---- Groups ---- */

static void walk_frame(PageWalk *walk, const Frame *frame, Tag tag, int depth);

/* As one layer, so that what overlaps inside does not shine through. */
static void walk_layer(PageWalk *walk, const FrameItem *item, Tag tag,
                       int depth) {
  PdfContent *outer = walk->content, inner;
  Rect bounds = rect_transformed(frame_bounds(item->group.frame), walk->matrix);
  bounds = rect_common(rect_grown(bounds, 1), walk->bounds);
  if (rect_is_empty(bounds)) return;
  content_open(&inner, outer->document, outer->scratch, bounds, true);
  inner.clip = walk->clips;
  walk->content = &inner;
  walk_frame(walk, item->group.frame, tag, depth + 1);
  walk->content = outer;
  outer->tag = tag;
  content_set_clip(outer, walk->clips);
  content_tell(outer, (Str){0});
  content_show_object(outer, content_add_form(&inner, true),
                      item->group.opacity);
}

static void walk_group(PageWalk *walk, const FrameItem *item, Tag tag,
                       int depth) {
  if (!matrix_is_usable(item->group.matrix) || !(item->group.opacity > 0))
    return;
  PageWalk outer = *walk;
  walk->matrix = matrix_multiply(item->group.matrix, outer.matrix);
  PdfClip clip = {item->group.clip, walk->matrix, outer.clips};
  if (clip.path) {
    Rect bounds = rect_transformed(path_bounds(clip.path), walk->matrix);
    walk->clips = &clip;
    walk->bounds = rect_common(outer.bounds, bounds);
  }
  note_group_link(walk, item, tag);
  if (item->group.opacity < 1)
    walk_layer(walk, item, tag, depth);
  else
    walk_frame(walk, item->group.frame, tag, depth + 1);
  *walk = outer;
  content_leave_clip(walk->content, &clip);
}

static void walk_frame(PageWalk *walk, const Frame *frame, Tag tag, int depth) {
  assert(depth < PAGE_DEPTH_MAX);
  for (int i = 0; i < frame->items.count; i++) {
    const FrameItem *item = &frame->items.items[i];
    Tag own = item->tag.kind == TAG_INHERIT ? tag : item->tag;
    switch (item->kind) {
    case FRAME_GROUP:
      walk_group(walk, item, own, depth);
      break;
    case FRAME_LINK:
      note_item_link(walk, item);
      break;
    case FRAME_ANCHOR:
      note_anchor(walk, item);
      break;
    default:
      paint_item(walk, item, own);
      break;
    }
  }
}

/* ---- The page ---- */

static void put_contents(StrBuf *body, const PdfContent *content) {
  if (content->streams.count == 1) {
    pdf_put_reference(body, "/Contents", content->streams.items[0]);
    return;
  }
  strbuf_add(body, S("/Contents["));
  for (int i = 0; i < content->streams.count; i++) {
    if (i) strbuf_add(body, S(" "));
    pdf_put_reference(body, "", content->streams.items[i]);
  }
  strbuf_add(body, S("]"));
}

static void set_page(PdfDocument *document, const PdfContent *content) {
  const PdfPage *page = list_last(&document->list);
  int parent = pdf_page_parent(document);
  StrBuf *body = pdf_begin(&document->writer, page->number);
  strbuf_add(body, S("<</Type/Page"));
  pdf_put_reference(body, "/Parent", parent);
  strbuf_add(body, S("/MediaBox["));
  pdf_put_rect(body, content->page);
  strbuf_add(body, S("]"));
  put_contents(body, content);
  strbuf_add(body, S("/Resources"));
  content_put_resources(content, body);
  strbuf_add(body, S("/Group<</S/Transparency/CS/DeviceRGB>>"));
  if (document->is_tagged)
    strbuf_addf(body, "/StructParents %d/Tabs/S", page_index(document));
  if (page->annotations) pdf_put_reference(body, "/Annots", page->annotations);
  strbuf_add(body, S(">>"));
  pdf_end(&document->writer);
}

void pdf_add_page(PdfDocument *document, const Page *page) {
  const Frame *frame = page->frame;
  PdfPage added = {.number = pdf_reserve(&document->writer),
                   .width = frame->width,
                   .height = frame->height,
                   .label = str_copy(document->scratch, page->label),
                   .first_leaf = document->leaves.count};
  list_add(document->scratch, &document->list, added);
  Arena scratch = {0};
  PdfContent content;
  Rect whole = {0, 0, frame->width, frame->height};
  content_open(&content, document, &scratch, whole, false);
  content.text = document->content;
  PageWalk walk = {.content = &content,
                   .matrix = {1, 0, 0, -1, 0, frame->height},
                   .bounds = whole};
  walk_frame(&walk, frame, tag_artifact(TAG_ARTIFACT_LAYOUT), 0);
  content_close(&content);
  document->content = content.text;
  set_page(document, &content);
  arena_clear(&scratch);
}
