/* How values are written: in labels of guides, in text marks, in headers. */
#ifndef JIKJI_CHART_GUIDE_FORMAT_H
#define JIKJI_CHART_GUIDE_FORMAT_H

#include "chart/domain/view_scale.h"

/* The format that a spec asks for. */
typedef struct FormatWish {
  Str format;  /* "" : by default */
  Value parts; /* {"year": "%Y", ...} for moments; undefined: none */
  Str type; /* formatType: "number", "time", "korean", "", or, where the config
               allows it, a function of expressions */
} FormatWish;

/* Reads `format` and `formatType` of an axis, legend, header or text channel.
 */
FormatWish format_wish(Drawing *drawing, const Cascade *properties);

/* A prepared format for the values of a definition. */
typedef struct ValueFormat {
  enum {
    VALUE_PLAIN,
    VALUE_AS_NUMBER,
    VALUE_AS_TIME,
    VALUE_BY_SCALE,
    VALUE_KOREAN,
    VALUE_BY_CALL
  } kind;
  Str specifier;
  TickFormat by_scale;
  double bin_step; /* values are starts of bins this wide; 0: no bins */
  double divisor;  /* Korean: of the guide's one unit; 0: each its own */
  Str unit,
      suffix; /* with a divisor: its name and what follows ("만", " 명") */
  const Expr *call; /* of `datum.value` and `datum.format` */
  Value call_format;
} ValueFormat;

/* The format of an axis's or legend's labels. */
ValueFormat guide_format(Drawing *drawing, const ViewScale *scale,
                         const ChannelDef *def, FormatWish wish,
                         const TickFormatRequest *request);

/* The format of values in text: of text marks and headers. */
ValueFormat text_format(Drawing *drawing, const ChannelDef *def,
                        FormatWish wish);

Str value_format_text(Drawing *drawing, const ValueFormat *format, Value value);

/* What the labels of a guide leave out because it is stated once, in the title
 * or else in the last label: "만 명"; "" where labels say all. */
Str guide_unit(Drawing *drawing, const ViewScale *scale, const ChannelDef *def,
               FormatWish wish);
Str guide_title_with_unit(Arena *arena, Str title, Str unit);
/* Lets each label state the unit after all. */
void value_format_keep_unit(Arena *arena, ValueFormat *format);

/* The time format of a definition with a time unit; "" without. */
Str time_unit_format(Drawing *drawing, const ChannelDef *def);

#endif
