#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

int paddock_open_at(int folder, const char *path, int flags) { return openat(folder, path, flags); }

int paddock_open_passage(int folder, const char *name) {
#if defined(O_PATH)
  const int passage = O_PATH; // needs no permission to list the folder
#else
  const int passage = O_SEARCH;
#endif
  return openat(folder, name, O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | passage);
}

int paddock_open_beneath(int folder, const char *path, int flags) {
#if defined(__linux__)
  // openat2(2) with RESOLVE_BENEATH and RESOLVE_NO_MAGICLINKS.
  const struct {
    uint64_t flags, mode, resolve;
  } how = {(uint64_t)flags, 0, 0x08 | 0x02};
  return (int)syscall(437, folder, path, &how, sizeof how);
#else
  (void)folder, (void)path, (void)flags;
  errno = ENOSYS;
  return -1;
#endif
}
