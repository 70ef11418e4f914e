/* Latin words and units whose Korean reading is known. Private to korean/. */
#ifndef JIKJI_KOREAN_JOSA_WORDS_H
#define JIKJI_KOREAN_JOSA_WORDS_H

#include "korean/korean.h"

/* A unit after a number ("km", "GB"); false: not known. Case matters. */
bool josa_unit_coda(Str unit, Coda *coda);

/* A word or acronym that is read as a word ("Google", "NATO", "PDF" is none);
 * false: not known. Words match in any case, acronyms only in capitals. */
bool josa_word_coda(Str word, Coda *coda);

#endif
