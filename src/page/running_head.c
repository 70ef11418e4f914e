/* Running heads: the report's title on even pages, the chapter on odd ones,
 * over a hairline; the page number outside. */
#include "page/book.h"

/* The head's baseline, of the top margin. */
static const double head_share = .64, rule_below = 6;

/* As much of the text as fits, with an ellipsis where it does not. */
static Str fitted(Book *book, Str text, const TextStyle *style, double width) {
  FontSet *fonts = book->setting.paragraph.fonts;
  if (text_width(fonts, text, style) <= width) return text;
  int end = 0;
  for (int at = 0; at < text.len;) {
    str_next(text, &at);
    if (text_width(fonts, str_slice(text, 0, at), style) > width - style->size)
      break;
    end = at;
  }
  return str_format(book->report, "%.*s…", end, text.text);
}

void running_head_draw(Book *book, const BookPage *page, Frame *frame) {
  Setting *setting = &book->setting;
  Style *style = &setting->style;
  if (page->is_whole || page->is_opener || page->part == book->colophon) return;
  bool is_even = page->number % 2 == 0;
  double left = style->margin_left, right = frame->width - style->margin_right;
  double y = style->margin_top * head_share;
  TextStyle text = style_sans(style, style->running_head.size, 0);
  text.tabular = true;
  ShapedText *number = setting_label(setting, page->label, &text);
  Str title = is_even ? book->article->title : page->part->title;
  title = fitted(book, title, &text, right - left - number->width - 24);
  ShapedText *words = setting_label(setting, title, &text);
  double words_x = is_even ? right - words->width : left;
  double number_x = is_even ? left : right - number->width;
  frame_add_text(frame, words, (Point){words_x, y}, style->grey,
                 tag_artifact(TAG_ARTIFACT_HEADER));
  frame_add_text(frame, number, (Point){number_x, y}, style->grey,
                 tag_artifact(TAG_ARTIFACT_FOOTER));
  frame_add_line(frame, (Point){left, y + rule_below},
                 (Point){right, y + rule_below}, style->hair_rule, style->grey)
      ->tag = tag_artifact(TAG_ARTIFACT_LAYOUT);
}
