// Subjects are bytes, so the 8-bit library is the one we want.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
