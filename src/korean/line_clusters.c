/* Text -> clusters with their classes in context and their syllable counts. */
#include "korean/line_clusters.h"

enum {
  WORD_SYLLABLES = 2, /* what a Latin word or a digit string counts as */
  RIGHT_SINGLE_QUOTE = 0x2019,
  MINUS = 0x2212
};

bool characters_hold(const char *characters, uint32_t wanted) {
  Str text = str_from(characters);
  for (int offset = 0; offset < text.len;)
    if (str_next(text, &offset) == wanted) return true;
  return false;
}

static bool ends_word(LineClass line_class) {
  return line_class == LINE_SPACE || line_class == LINE_BREAK ||
         line_class == LINE_ZERO_BREAK;
}

static bool is_letter(LineClass line_class) {
  return line_class <= LINE_DIGIT;
}

static LineClass class_at(const LineClusters *clusters, int at) {
  if (at < 0 || at >= clusters->count) return LINE_SPACE;
  return clusters->items[at].line_class;
}

/* ASCII quotes open or close by where they stand; a closing quote before a
 * number stands for a century ('04); a dash before a number may be a minus; <
 * is a sign between two terms (3<7), and * behind a word marks a note. */
static LineClass class_in_context(const LineClusters *clusters, int at) {
  const LineCluster *cluster = &clusters->items[at];
  uint32_t c = cluster->code_point;
  LineClass before = class_at(clusters, at - 1);
  LineClass after = class_at(clusters, at + 1);
  bool starts = ends_word(before) || before == LINE_OPEN;
  if (c == '"' || c == '\'')
    return (starts || before == LINE_MIDDLE) && !ends_word(after) ? LINE_OPEN
                                                                  : LINE_CLOSE;
  if (c == RIGHT_SINGLE_QUOTE && starts && after == LINE_DIGIT)
    return LINE_OPEN;
  if ((c == '-' || c == MINUS) && starts && after == LINE_DIGIT)
    return LINE_PREFIX;
  bool follows_term = before == LINE_LATIN || before == LINE_DIGIT;
  if (c == '<' && follows_term && (after == LINE_LATIN || after == LINE_DIGIT))
    return LINE_LATIN;
  if (c == '*' && before <= LINE_HANJA && after > LINE_HANJA) return LINE_UNIT;
  return cluster->line_class;
}

/* A letter's share of its stretch: a whole Latin word counts once. */
static int syllables_at(const LineClusters *clusters, int at, int word_start) {
  LineClass line_class = class_at(clusters, at);
  if (line_class == LINE_HANGUL || line_class == LINE_HANJA) return 1;
  if (line_class != LINE_LATIN && line_class != LINE_DIGIT) return 0;
  bool continues = at > word_start && class_at(clusters, at - 1) == line_class;
  return continues ? 0 : WORD_SYLLABLES;
}

/* Counts one eojeol, clusters [start, end). */
static void count_word(LineClusters *clusters, int start, int end) {
  int word = 0, stretch = 0;
  for (int i = start; i < end; i++) {
    LineCluster *cluster = &clusters->items[i];
    cluster->word_start = start;
    cluster->word_end = end;
    cluster->word_before = word;
    cluster->stretch_before = stretch;
    int here = syllables_at(clusters, i, start);
    word += here;
    stretch = is_letter(cluster->line_class) ? stretch + here : 0;
  }
  int after = 0;
  for (int i = end - 1; i >= start; i--) {
    LineCluster *cluster = &clusters->items[i];
    bool letter = is_letter(cluster->line_class);
    after = letter ? after + syllables_at(clusters, i, start) : 0;
    cluster->word_after = word - cluster->word_before;
    cluster->stretch_after = after;
  }
}

static bool matches(const LineClusters *clusters, int at, int end,
                    const char *ascii) {
  for (int i = 0; ascii[i]; i++)
    if (at + i >= end ||
        clusters->items[at + i].code_point != (uint32_t)ascii[i])
      return false;
  return true;
}

/* Marks the URL of an eojeol: from its scheme to the first character that is
 * not ASCII. */
static void mark_address(LineClusters *clusters, int start, int end) {
  int from = -1;
  for (int i = start; i < end && from < 0; i++) {
    bool scheme = i > start && matches(clusters, i, end, "://") &&
                  clusters->items[i - 1].line_class == LINE_LATIN;
    if (scheme || matches(clusters, i, end, "www.")) from = i;
  }
  for (int i = from; from >= 0 && i < end; i++) {
    if (clusters->items[i].code_point >= 0x80) break;
    clusters->items[i].in_address = true;
  }
}

static void settle_words(LineClusters *clusters) {
  for (int start = 0; start < clusters->count;) {
    int end = start;
    while (end < clusters->count && !ends_word(clusters->items[end].line_class))
      end++;
    count_word(clusters, start, end);
    mark_address(clusters, start, end);
    start = end + 1;
  }
}

LineClusters line_clusters(Arena *scratch, Str text, const int *starts,
                           int count) {
  LineClusters clusters = {arena_array(scratch, LineCluster, count), count};
  for (int i = 0; i < count; i++) {
    int at = starts[i];
    clusters.items[i].code_point = str_next(text, &at);
    clusters.items[i].line_class = line_class(clusters.items[i].code_point);
  }
  for (int i = 0; i < count; i++)
    clusters.items[i].line_class = class_in_context(&clusters, i);
  settle_words(&clusters);
  return clusters;
}
