/* Functions on text. Indices count UTF-16 units, as ECMAScript's do. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "expr/functions.h"
#include "expr/regexp.h"
#include "expr/utf16.h"

static Value change_case(Call *call) {
  Str text = call_text(call, 0);
  if (!call_work(call, text.len)) return (Value){0};
  char *changed = call->function->detail ? g_utf8_strup(text.text, text.len)
                                         : g_utf8_strdown(text.text, text.len);
  Str copy = str_copy(call->scratch, str_from(changed));
  g_free(changed);
  return value_str(copy);
}

static bool is_white(uint32_t c) {
  return (c < 0x80 && g_ascii_isspace((char)c)) || c == '\v' || c == 0xFEFF ||
         (c >= 0x80 && g_unichar_isspace(c));
}

static Value trim(Call *call) {
  Str text = call_text(call, 0);
  int start = 0, end = 0;
  bool inside = false;
  for (int at = 0; at < text.len;) {
    int before = at;
    if (is_white(str_next(text, &at))) continue;
    if (!inside) start = before;
    inside = true;
    end = at;
  }
  return value_str(str_slice(text, start, inside ? end : start));
}

/* A bound of substring(): between 0 and the length. */
static int bound(const Call *call, int i, int length, int otherwise) {
  if (!call_has(call, i)) return otherwise;
  double asked = trunc(call_number(call, i));
  return !(asked > 0) ? 0 : asked < length ? (int)asked : length;
}

static Value substring(Call *call) {
  Str text = call_text(call, 0);
  int length = utf16_length(text);
  int a = bound(call, 1, length, 0), b = bound(call, 2, length, length);
  return value_str(utf16_slice(text, MIN(a, b), MAX(a, b)));
}

static Str repeat(Call *call, Str text, int times) {
  StrBuf buf = {.arena = call->scratch};
  for (int i = 0; i < times; i++)
    strbuf_add(&buf, text);
  return strbuf_str(&buf);
}

static Value pad(Call *call) {
  Str text = call_text(call, 0);
  Str fill = call_has(call, 2) ? call_text(call, 2) : S(" ");
  Str align = call_has(call, 3) ? call_text(call, 3) : S("right");
  double missing = call_number(call, 1) - utf16_length(text);
  if (!(missing > 0)) return value_str(text);
  if (!call_work(call, missing * (1 + fill.len / 16))) return (Value){0};
  int units = (int)missing;
  int before = str_is(align, "left")     ? units
               : str_is(align, "center") ? units / 2
                                         : 0;
  Str start = repeat(call, fill, before);
  Str end = repeat(call, fill, units - before);
  return value_str(
      str_join(call->scratch, str_join(call->scratch, start, text), end));
}

static Value truncate_text(Call *call) {
  Str text = call_text(call, 0);
  Str ellipsis = call_has(call, 3) ? call_text(call, 3) : S("\u2026");
  Str align = call_has(call, 2) ? call_text(call, 2) : S("right");
  int length = utf16_length(text);
  double asked = call_number(call, 1);
  if (!(length > asked)) return value_str(text);
  int kept = MAX(0, (int)asked - utf16_length(ellipsis));
  int left = str_is(align, "left")     ? 0
             : str_is(align, "center") ? (kept + 1) / 2
                                       : kept;
  Str start = utf16_slice(text, 0, left);
  Str end = utf16_slice(text, length - (kept - left), length);
  return value_str(
      str_join(call->scratch, str_join(call->scratch, start, ellipsis), end));
}

/* The longest start of the text that is a decimal number. */
static Value parse_float(Call *call) {
  Str text = str_trim(call_text(call, 0));
  int i = 0, digits = 0;
  bool point = false;
  if (i < text.len && strchr("+-", text.text[i]) && text.text[i]) i++;
  if (str_starts(str_slice(text, i, text.len), S("Infinity")))
    return value_number(i && text.text[0] == '-' ? -INFINITY : INFINITY);
  for (; i < text.len; i++) {
    if (text.text[i] == '.' && !point)
      point = true;
    else if (g_ascii_isdigit(text.text[i]))
      digits++;
    else
      break;
  }
  if (!digits) return value_number(NAN);
  int end = i;
  if (i < text.len && (text.text[i] | 0x20) == 'e') {
    int e = i + 1;
    if (e < text.len && (text.text[e] == '+' || text.text[e] == '-')) e++;
    for (; e < text.len && g_ascii_isdigit(text.text[e]); e++)
      end = e + 1;
  }
  return value_number(value_to_number(value_str(str_slice(text, 0, end))));
}

static Value parse_int(Call *call) {
  Str text = str_trim(call_text(call, 0));
  double asked = call_has(call, 1) ? call_number(call, 1) : 0;
  int radix = fabs(asked) < 100 ? (int)asked : asked > 0 ? 100 : 0, i = 0;
  bool negative = text.len && text.text[0] == '-';
  if (text.len && (text.text[0] == '+' || negative)) i++;
  bool has_prefix = i + 1 < text.len && text.text[i] == '0' &&
                    (text.text[i + 1] | 0x20) == 'x';
  if (has_prefix && (radix == 0 || radix == 16)) {
    i += 2;
    radix = 16;
  }
  if (!radix) radix = 10;
  if (radix < 2 || radix > 36) return value_number(NAN);
  double number = 0;
  int start = i;
  for (; i < text.len; i++) {
    char c = g_ascii_tolower(text.text[i]);
    int digit = g_ascii_isdigit(c)   ? c - '0'
                : g_ascii_isalpha(c) ? c - 'a' + 10
                                     : 99;
    if (digit >= radix) break;
    number = number * radix + digit;
  }
  if (i == start) return value_number(NAN);
  return value_number(negative ? -number : number);
}

/* A regular expression out of a value; NULL after an error. */
static const RegExp *regexp_of(Call *call, Value pattern, Str flags) {
  if (pattern.kind == VALUE_REGEXP) return pattern.regexp;
  Str message;
  int offset;
  Str source = pattern.kind == VALUE_UNDEFINED
                   ? S("(?:)")
                   : text_of(call->scratch, pattern);
  if (!call_work(call, 1000)) return NULL;
  const RegExp *regexp =
      regexp_compile(call->scratch, source, flags, &message, &offset);
  if (!regexp)
    call_fault(call, DIAG_EXPR_REGEXP, "this regular expression is wrong: %.*s",
               STR(message));
  return regexp;
}

static RegExpOutcome match(Call *call, const RegExp *regexp, Str text,
                           int start, RegExpMatch *found) {
  if (!call_work(call, 20 + (text.len - start) / 16)) return REGEXP_LIMIT;
  RegExpOutcome outcome = regexp_match(regexp, text, start, found);
  if (outcome == REGEXP_LIMIT)
    call_fault(call, DIAG_EXPR_REGEXP,
               "this regular expression takes too long on some text");
  return outcome;
}

static Value make_regexp(Call *call) {
  Str flags = call_has(call, 1) ? call_text(call, 1) : (Str){"", 0};
  const RegExp *regexp = regexp_of(call, call_argument(call, 0), flags);
  if (!regexp) return (Value){0};
  return (Value){.kind = VALUE_REGEXP, .regexp = regexp};
}

static Value test(Call *call) {
  RegExpMatch found;
  const RegExp *regexp = regexp_of(call, call_argument(call, 0), (Str){"", 0});
  if (!regexp) return (Value){0};
  return value_boolean(match(call, regexp, call_text(call, 1), 0, &found) ==
                       REGEXP_FOUND);
}

/* The replacement with $&, $1 and $$ filled in. */
static void add_replacement(StrBuf *buf, Str replacement, Str text,
                            const RegExpMatch *found) {
  for (int i = 0; i < replacement.len; i++) {
    char c = replacement.text[i];
    char next = i + 1 < replacement.len ? replacement.text[i + 1] : '\0';
    int group = next == '&' ? 0 : g_ascii_isdigit(next) ? next - '0' : -1;
    bool is_group = c == '$' && group >= 0 && group < found->count &&
                    (group > 0 || next == '&');
    if (c == '$' && next == '$') {
      strbuf_add_c(buf, "$");
      i++;
    } else if (is_group) {
      if (found->starts[group] >= 0)
        strbuf_add(buf,
                   str_slice(text, found->starts[group], found->ends[group]));
      i++;
    } else {
      strbuf_add(buf, str_slice(replacement, i, i + 1));
    }
  }
}

static RegExpOutcome find_plain(Str text, Str pattern, RegExpMatch *found) {
  int at = str_find(text, pattern);
  *found = (RegExpMatch){.count = 1};
  found->starts[0] = at;
  found->ends[0] = at + pattern.len;
  return at < 0 ? REGEXP_NONE : REGEXP_FOUND;
}

static Value replace(Call *call) {
  Str text = call_text(call, 0), replacement = call_text(call, 2);
  Value pattern = call_argument(call, 1);
  if (pattern.kind != VALUE_STRING && pattern.kind != VALUE_REGEXP)
    return call_fault(call, DIAG_EXPR_ARGUMENTS,
                      "replace() takes a text or a regular expression to "
                      "look for");
  const RegExp *regexp = pattern.kind == VALUE_REGEXP ? pattern.regexp : NULL;
  StrBuf buf = {.arena = call->scratch};
  int copied = 0, at = 0;
  while (at <= text.len) {
    RegExpMatch found;
    RegExpOutcome outcome =
        regexp ? match(call, regexp, text, at, &found)
               : find_plain(text, value_text(&pattern), &found);
    if (outcome == REGEXP_LIMIT) return (Value){0};
    if (outcome == REGEXP_NONE) break;
    strbuf_add(&buf, str_slice(text, copied, found.starts[0]));
    add_replacement(&buf, replacement, text, &found);
    copied = at = found.ends[0];
    if (found.ends[0] == found.starts[0]) str_next(text, &at);
    if (!regexp || !regexp->is_global || found.starts[0] >= text.len) break;
  }
  strbuf_add(&buf, str_slice(text, copied, text.len));
  return value_str(strbuf_str(&buf));
}

typedef List(Value) ValueList;

static void split_units(Call *call, Str text, double limit, ValueList *parts) {
  for (int at = 0; at < text.len && parts->count < limit;) {
    int start = at;
    str_next(text, &at);
    list_add(call->scratch, parts, value_str(str_slice(text, start, at)));
  }
}

static void split_by_text(Call *call, Str text, double limit,
                          ValueList *parts) {
  Str separator = call_text(call, 1);
  int start = 0;
  while (parts->count < limit) {
    int at = str_find(str_slice(text, start, text.len), separator);
    int end = at < 0 ? text.len : start + at;
    list_add(call->scratch, parts, value_str(str_slice(text, start, end)));
    if (at < 0) return;
    start = end + separator.len;
  }
}

static void split_by_regexp(Call *call, Str text, double limit,
                            ValueList *parts) {
  const RegExp *regexp = call_argument(call, 1).regexp;
  int start = 0, at = 0;
  RegExpMatch found;
  while (at < text.len && parts->count < limit &&
         match(call, regexp, text, at, &found) == REGEXP_FOUND) {
    if (found.ends[0] == start || found.starts[0] >= text.len) {
      str_next(text, &at); /* an empty match splits nothing off */
      if (found.starts[0] < at) continue;
    }
    list_add(call->scratch, parts,
             value_str(str_slice(text, start, found.starts[0])));
    for (int i = 1; i < found.count && parts->count < limit; i++)
      list_add(call->scratch, parts,
               found.starts[i] < 0 ? (Value){0}
                                   : value_str(str_slice(text, found.starts[i],
                                                         found.ends[i])));
    start = at = found.ends[0];
  }
  if (parts->count < limit)
    list_add(call->scratch, parts, value_str(str_slice(text, start, text.len)));
}

static Value split(Call *call) {
  Str text = call_text(call, 0);
  double limit = call_has(call, 2) ? call_number(call, 2) : 1e9;
  ValueList parts = {0};
  if (!call_work(call, text.len)) return (Value){0};
  Value separator = call_argument(call, 1);
  if (separator.kind == VALUE_UNDEFINED)
    list_add(call->scratch, &parts, value_str(text));
  else if (separator.kind == VALUE_REGEXP)
    split_by_regexp(call, text, limit, &parts);
  else if (call_text(call, 1).len)
    split_by_text(call, text, limit, &parts);
  else
    split_units(call, text, limit, &parts);
  return (Value){.kind = VALUE_ARRAY, .len = parts.count, .items = parts.items};
}

/* Bytes of a text of Latin-1 characters; false where one is none. */
static bool latin_bytes(Call *call, Str text, Str *bytes) {
  char *copy = arena_alloc(call->scratch, (size_t)text.len + 1);
  int len = 0;
  for (int at = 0; at < text.len;) {
    uint32_t c = str_next(text, &at);
    if (c > 0xFF) return false;
    copy[len++] = (char)c;
  }
  *bytes = (Str){copy, len};
  return true;
}

static Value encode_base64(Call *call) {
  Str bytes;
  if (!latin_bytes(call, call_text(call, 0), &bytes))
    return call_fault(call, DIAG_EXPR_ARGUMENTS,
                      "btoa() takes text of Latin-1 characters only");
  char *encoded = g_base64_encode((const guchar *)bytes.text, (gsize)bytes.len);
  Str copy = str_copy(call->scratch, str_from(encoded));
  g_free(encoded);
  return value_str(copy);
}

static Value decode_base64(Call *call) {
  gsize count;
  guchar *bytes =
      g_base64_decode(str_c(call->scratch, call_text(call, 0)), &count);
  StrBuf buf = {.arena = call->scratch};
  for (gsize i = 0; i < count; i++)
    strbuf_add_char(&buf, bytes[i]);
  g_free(bytes);
  return value_str(strbuf_str(&buf));
}

static Value encode_uri(Call *call) {
  Str text = call_text(call, 0);
  StrBuf buf = {.arena = call->scratch};
  for (int i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.text[i];
    if (c < 0x80 && (g_ascii_isalnum((char)c) || strchr("-_.!~*'()", c)) && c)
      strbuf_add(&buf, str_slice(text, i, i + 1));
    else
      strbuf_addf(&buf, "%%%02X", c);
  }
  return value_str(strbuf_str(&buf));
}

static const ExprFunction functions[] = {
    {"atob", 1, -1, decode_base64, 0},
    {"btoa", 1, -1, encode_base64, 0},
    {"encodeURIComponent", 1, -1, encode_uri, 0},
    {"lower", 1, -1, change_case, 0},
    {"pad", 2, -1, pad, 0},
    {"parseFloat", 1, -1, parse_float, 0},
    {"parseInt", 1, -1, parse_int, 0},
    {"regexp", 1, -1, make_regexp, 0},
    {"replace", 3, -1, replace, 0},
    {"split", 1, -1, split, 0},
    {"substring", 1, -1, substring, 0},
    {"test", 1, -1, test, 0},
    {"trim", 1, -1, trim, 0},
    {"truncate", 2, -1, truncate_text, 0},
    {"upper", 1, -1, change_case, 1},
};

const FunctionTable string_functions = {functions,
                                        sizeof functions / sizeof *functions};
