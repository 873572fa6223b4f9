// System calls that Swift cannot make: variadic functions, and one without a function in the C library.
// Each returns an open file, or -1 with errno.

int paddock_open_at(int folder, const char *path, int flags);

// Opens a folder only to go on from there; a link in its place is not followed.
int paddock_open_passage(int folder, const char *name);

// Opens what a path below a folder names; no link and no `..` in it leads out of the folder.
// ENOSYS where the system has no such call.
int paddock_open_beneath(int folder, const char *path, int flags);
