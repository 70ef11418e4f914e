/* The last sound of Hanja. Private to korean/. */
#ifndef JIKJI_KOREAN_HANJA_H
#define JIKJI_KOREAN_HANJA_H

#include "korean/korean.h"

/* The coda of the Korean reading of one Hanja; CODA_UNKNOWN for anything else.
 */
Coda hanja_coda(uint32_t c);

#endif
