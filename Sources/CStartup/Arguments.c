#include "CStartup.h"

#ifdef __linux__
#include <features.h>
#endif

#ifdef __GLIBC__
void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

/* Swift's runtime reads the arguments from /proc. Where that is missing, as in a bare chroot, it would find none, and
   `paddock check PATH` would look at another folder than PATH. The C library hands them to every constructor. */
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
  _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}
#endif
