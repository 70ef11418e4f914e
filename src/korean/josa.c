/* The particle that agrees: a pair as written and a coda -> one form. */
#include <glib.h>

#include "korean/korean.h"

/* Longer ones before those they start with. */
static const struct {
  Str written, after_consonant, after_vowel;
} pairs[] = {
#define PAIR(written, consonant, vowel)                                        \
  {                                                                            \
    {written, sizeof written - 1}, {consonant, sizeof consonant - 1}, {        \
      vowel, sizeof vowel - 1                                                  \
    }                                                                          \
  }
    PAIR("은(는)", "은", "는"),
    PAIR("는(은)", "은", "는"),
    PAIR("이(가)", "이", "가"),
    PAIR("가(이)", "이", "가"),
    PAIR("을(를)", "을", "를"),
    PAIR("를(을)", "을", "를"),
    PAIR("과(와)", "과", "와"),
    PAIR("와(과)", "과", "와"),
    PAIR("아(야)", "아", "야"),
    PAIR("야(아)", "아", "야"),
    PAIR("으로서(로서)", "으로서", "로서"),
    PAIR("으로써(로써)", "으로써", "로써"),
    PAIR("으로(로)", "으로", "로"),
    PAIR("로(으로)", "으로", "로"),
    PAIR("(으)로", "으로", "로"),
    PAIR("이나(나)", "이나", "나"),
    PAIR("나(이나)", "이나", "나"),
    PAIR("이라는(라는)", "이라는", "라는"),
    PAIR("이라고(라고)", "이라고", "라고"),
    PAIR("이라(라)", "이라", "라"),
    PAIR("이란(란)", "이란", "란"),
    PAIR("이랑(랑)", "이랑", "랑"),
    PAIR("이며(며)", "이며", "며"),
    PAIR("이고(고)", "이고", "고"),
    PAIR("이지만(지만)", "이지만", "지만"),
    PAIR("이면(면)", "이면", "면"),
    PAIR("이든지(든지)", "이든지", "든지"),
    PAIR("이든(든)", "이든", "든"),
    PAIR("이어서(여서)", "이어서", "여서"),
    PAIR("이었다(였다)", "이었다", "였다"),
    PAIR("이었(였)", "이었", "였"),
    PAIR("이에요(예요)", "이에요", "예요"),
    PAIR("이다(다)", "이다", "다"),
    PAIR("(이)", "이", ""),
#undef PAIR
};

bool josa_find(Str text, JosaPair *pair) {
  for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
    if (!str_starts(text, pairs[i].written)) continue;
    *pair = (JosaPair){pairs[i].written, pairs[i].after_consonant,
                       pairs[i].after_vowel};
    return true;
  }
  return false;
}

Str josa_choose(const JosaPair *pair, Coda coda) {
  if (coda == CODA_UNKNOWN) return pair->written;
  bool is_direction = str_starts(pair->after_consonant, S("으로"));
  if (coda == CODA_RIEUL && is_direction) return pair->after_vowel;
  return coda == CODA_NONE ? pair->after_vowel : pair->after_consonant;
}
