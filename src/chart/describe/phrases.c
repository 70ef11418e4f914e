#include "chart/describe/phrases.h"

#include <assert.h>

#include "korean/korean.h"

typedef struct PhraseRow {
  const char *korean, *english;
} PhraseRow;

static const PhraseRow phrases[PHRASE_COUNT] = {
    [PHRASE_TITLE] = {"{1}.", "{1}."},
    [PHRASE_ALONG] = {"{2}에 따른 {1}을(를) 나타낸다.",
                      "It shows {1} over {2}."},
    [PHRASE_ALONG_EACH] = {"{2}에 따른 {1}을(를) {3}별로 나타낸다.",
                           "It shows {1} over {2} for each {3}."},
    [PHRASE_BY] = {"{2}별 {1}을(를) 나타낸다.", "It shows {1} by {2}."},
    [PHRASE_BY_EACH] = {"{2}별 {1}을(를) {3}별로 나누어 나타낸다.",
                        "It shows {1} by {2} and {3}."},
    [PHRASE_RELATION] = {"{2}와(과) {1}의 관계를 나타낸다.",
                         "It shows {1} against {2}."},
    [PHRASE_RELATION_EACH] = {"{2}와(과) {1}의 관계를 {3}별로 나타낸다.",
                              "It shows {1} against {2} for each {3}."},
    [PHRASE_SPREAD] = {"{1}의 분포를 나타낸다.", "It shows how {1} is spread."},
    [PHRASE_SPREAD_BY] = {"{2}별 {1}의 분포를 나타낸다.",
                          "It shows how {1} is spread by {2}."},
    [PHRASE_SHARES] = {"{2}별 {1}의 몫을 나타낸다.",
                       "It shows the share of each {2} in {1}."},
    [PHRASE_CELLS] = {"{2}와(과) {3}에 따른 {1}을(를) 색으로 나타낸다.",
                      "It shows {1} as colour by {2} and {3}."},
    [PHRASE_PAIRS] = {"{1}와(과) {2}을(를) 나타낸다.", "It shows {1} and {2}."},
    [PHRASE_MAP] = {"지역별 {1}을(를) 나타낸다.", "It shows {1} by region."},
    [PHRASE_MAP_PLAIN] = {"지역의 모양을 나타낸다.",
                          "It shows the shapes of regions."},
    [PHRASE_MAP_PLACES] = {"자리 {1}곳을 나타낸다.", "It shows {1} places."},
    [PHRASE_AXIS_RANGE] = {"{1}은(는) {2}, {3}부터 {4}까지다.",
                           "The {1} axis is {2}, from {3} to {4}."},
    [PHRASE_AXIS_RANGE_LOG] =
        {"{1}은(는) {2}, {3}부터 {4}까지이며 로그 눈금이다.",
         "The {1} axis is {2}, from {3} to {4} on a log scale."},
    [PHRASE_AXIS_TURNED] =
        {"{1}은(는) {2}, {3}부터 {4}까지이며 작은 값이 {5}.",
         "The {1} axis is {2}, from {3} to {4}, small values at the {5}."},
    [PHRASE_AXIS_KINDS] = {"{1}은(는) {2} {3}가지다.",
                           "The {1} axis is {2}, with {3} values."},
    [PHRASE_SERIES] = {"계열은 {1}이다.", "The series are {1}."},
    [PHRASE_SERIES_MANY] = {"계열은 {1}가지다.", "There are {1} series."},
    [PHRASE_ROSE] = {"{1}의 {2}에서 {3}의 {4}(으)로 늘었다.",
                     "It rises from {2} at {1} to {4} at {3}."},
    [PHRASE_FELL] = {"{1}의 {2}에서 {3}의 {4}(으)로 줄었다.",
                     "It falls from {2} at {1} to {4} at {3}."},
    [PHRASE_CHANGED] = {"{1}의 {2}에서 {3}의 {4}(으)로 바뀌었다.",
                        "It goes from {2} at {1} to {4} at {3}."},
    [PHRASE_STAYED] = {"{1}와(과) {2} 모두 {3}이다.",
                       "It is {3} at {1} and at {2}."},
    [PHRASE_SERIES_ROSE] = {"{1}은(는) {2}의 {3}에서 {4}의 {5}(으)로 늘었다.",
                            "{1} rises from {3} at {2} to {5} at {4}."},
    [PHRASE_SERIES_FELL] = {"{1}은(는) {2}의 {3}에서 {4}의 {5}(으)로 줄었다.",
                            "{1} falls from {3} at {2} to {5} at {4}."},
    [PHRASE_SERIES_CHANGED] =
        {"{1}은(는) {2}의 {3}에서 {4}의 {5}(으)로 바뀌었다.",
         "{1} goes from {3} at {2} to {5} at {4}."},
    [PHRASE_SERIES_STAYED] = {"{1}은(는) {2}와(과) {3} 모두 {4}이다.",
                              "{1} is {4} at {2} and at {3}."},
    [PHRASE_ENDS] =
        {"{1}에 가장 큰 것은 {2}({3}), 가장 작은 것은 {4}({5})이다.",
         "At {1} the greatest is {2} ({3}), the least {4} ({5})."},
    [PHRASE_PEAK] = {"가장 큰 값은 {2}의 {1}이다.",
                     "The greatest is {1} at {2}."},
    [PHRASE_TROUGH] = {"가장 작은 값은 {2}의 {1}이다.",
                       "The least is {1} at {2}."},
    [PHRASE_ONE] = {"값은 {1}이다.", "The value is {1}."},
    [PHRASE_LIST] = {"값은 {1}이다.", "The values are {1}."},
    [PHRASE_MOST_LEAST] =
        {"가장 큰 것은 {1}({2}), 가장 작은 것은 {3}({4})이다.",
         "The greatest is {1} ({2}), the least {3} ({4})."},
    [PHRASE_MOST_LEAST_EACH] =
        {"가장 큰 값은 {2} {3}의 {1}, 가장 작은 값은 {5} {6}의 {4}이다.",
         "The greatest is {1} ({2}, {3}), the least {4} ({5}, {6})."},
    [PHRASE_POINTS] = {"점은 {1}개다.", "There are {1} points."},
    [PHRASE_RISES_WITH] = {"{2}이(가) 클수록 {1}도 큰 편이다.",
                           "Where {2} is greater, {1} tends to be greater."},
    [PHRASE_FALLS_WITH] = {"{2}이(가) 클수록 {1}은(는) 작은 편이다.",
                           "Where {2} is greater, {1} tends to be less."},
    [PHRASE_VALUES] = {"값은 {1}부터 {2}까지다.",
                       "The values run from {1} to {2}."},
    [PHRASE_PANELS] = {"{3}별로 나눈 {2} {1}개: {4}.",
                       "{2} in {1} panels by {3}: {4}."},
    [PHRASE_PANELS_BOTH] = {"{3}와(과) {4}별로 나눈 {2} {1}개다.",
                            "{2} in {1} panels by {3} and {4}."},
    [PHRASE_VIEWS] = {"그림 {1}개를 나란히 놓았다.",
                      "{1} charts side by side."},
    [PHRASE_PART] = {"({1}) {2}", "({1}) {2}"},
    [PHRASE_EMPTY] = {"그릴 값이 없다.", "There are no values to show."},
    [PHRASE_HORIZONTAL] = {"가로축", "horizontal"},
    [PHRASE_VERTICAL] = {"세로축", "vertical"},
    [PHRASE_TOP] = {"위다", "top"},
    [PHRASE_RIGHT] = {"오른쪽이다", "right"},
    [PHRASE_MORE] = {"{1} 외 {2}가지", "{1} and {2} more"},
    [PHRASE_COUNT_OF_ROWS] = {"개수", "the count"},
    [PHRASE_MEAN] = {"{1} 평균", "mean {1}"},
    [PHRASE_SUM] = {"{1} 합", "total {1}"},
    [PHRASE_MEDIAN] = {"{1} 중앙값", "median {1}"},
    [PHRASE_LEAST] = {"{1} 최솟값", "least {1}"},
    [PHRASE_GREATEST] = {"{1} 최댓값", "greatest {1}"},
    [PHRASE_DISTINCT] = {"{1} 가짓수", "number of different {1}"},
    [PHRASE_BINS] = {"{1} 구간", "ranges of {1}"},
};

/* The number of an argument "{1}" at the start of the text; 0: none is. */
static int argument_number(Str text) {
  bool is_argument = text.len >= 3 && text.text[0] == '{' &&
                     text.text[1] >= '1' && text.text[1] <= '9' &&
                     text.text[2] == '}';
  return is_argument ? text.text[1] - '0' : 0;
}

/* Adds the particle that the text starts with as it agrees with the word before
 * it; returns its length, 0: there is none. */
static int add_particle(StrBuf *buf, Str text, Str word) {
  JosaPair pair;
  if (!josa_find(text, &pair)) return 0;
  strbuf_add(buf, josa_choose(&pair, josa_coda(word)));
  return pair.written.len;
}

Str phrase_text(Arena *arena, bool is_korean, Phrase phrase,
                const Str *arguments, int count) {
  const PhraseRow *row = &phrases[phrase];
  Str text = str_from(is_korean ? row->korean : row->english);
  StrBuf buf = {.arena = arena};
  for (int i = 0; i < text.len;) {
    Str rest = str_slice(text, i, text.len);
    int number = argument_number(rest);
    if (!number) {
      strbuf_add(&buf, str_slice(rest, 0, 1));
      i++;
      continue;
    }
    assert(number <= count && "a phrase has all its arguments");
    strbuf_add(&buf, arguments[number - 1]);
    i += 3;
    if (is_korean)
      i += add_particle(&buf, str_slice(text, i, text.len),
                        arguments[number - 1]);
  }
  return strbuf_str(&buf);
}
