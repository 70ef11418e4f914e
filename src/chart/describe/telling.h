/* A description being written. Private to describe/. */
#ifndef JIKJI_CHART_DESCRIBE_TELLING_H
#define JIKJI_CHART_DESCRIBE_TELLING_H

#include "chart/describe/phrases.h"
#include "chart/spec/view.h"

typedef struct Telling {
  Drawing *drawing;
  Arena *arena;
  bool is_korean;
  const View *unit; /* that is told of */
  StrBuf text;
  int room; /* characters that may still be added */
} Telling;

/* A sentence of a phrase; tell(telling, PHRASE_BY, value, category). */
#define SENTENCE(telling, phrase, ...)                                         \
  phrase_text((telling)->arena, (telling)->is_korean, (phrase),                \
              (const Str[]){__VA_ARGS__},                                      \
              (int)(sizeof((Str[]){__VA_ARGS__}) / sizeof(Str)))

/* Adds a sentence where it finds room; false: it did not. */
bool tell(Telling *telling, Str sentence);

/* ---- Words (words.c) ---- */

/* What a unit draws: "막대그림", "Bar chart". */
Str kind_word(const Telling *telling, const View *unit);
/* What a definition shows: its title, or the field with its aggregate. */
Str def_words(const Telling *telling, const ChannelDef *def);
/* A value as people write it: moments as far as they matter, numbers with
 * Korean units, bins by both ends. */
Str value_words(const Telling *telling, const ChannelDef *def, Value value);
/* Whether a number of a definition is a calendar year, by its field's name. */
bool def_is_year(const ChannelDef *def, double number);
/* The first words of a list and how many there are more. */
Str list_words(const Telling *telling, const Str *words, int count, int most);

/* ---- What a unit shows (readings.c) ---- */

/* One drawn value. */
typedef struct Reading {
  int row;
  int series;       /* 0 where there is one */
  double at, value; /* place along the chart, amount */
} Reading;

/* The values of a unit with their names. */
typedef struct Readings {
  const View *unit;
  const ChannelDef *along, *value, *series; /* NULL: none */
  Reading *items; /* in the order of rows, until sorted */
  int count, series_count;
} Readings;

/* By what a unit's marks run and what they measure; `value` NULL: they measure
 * nothing. */
Readings readings_of(const Telling *telling, const View *unit);
/* By series, each in the order of places. */
void readings_sort(Readings *readings);
Str reading_place(const Telling *telling, const Readings *readings,
                  const Reading *reading);
Str reading_value(const Telling *telling, const Readings *readings,
                  const Reading *reading);
Str reading_series(const Telling *telling, const Readings *readings,
                   const Reading *reading);
const Reading *reading_extreme(const Readings *readings, bool greatest);

/* Up to so many series the run of each is told, and so its name. */
enum { SERIES_TOLD = 4 };

/* ---- Sentences about a unit ---- */

/* False: it found no room. */
bool tell_subject(Telling *telling, const View *unit); /* subject.c */
void tell_axes(Telling *telling, const View *unit);
void tell_facts(Telling *telling, const View *unit); /* facts.c */

/* Whether a unit's marks run along a line of time or numbers. */
bool unit_runs(const View *unit);
/* The definition of a map's colours, or NULL. */
const ChannelDef *color_def(const View *unit);

#endif
