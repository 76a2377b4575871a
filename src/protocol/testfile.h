/* testfile: whether the path that a worker's report names is that of the test file it was run on. */
#ifndef ORI_TESTFILE_H
#define ORI_TESTFILE_H

#include <stdbool.h>

struct testfile {
    const char *path;    /* as the record names it */
    char *const *worker; /* the worker's words, which NULL ends */
};

/* PATH, valid UTF-8, is FILE's if it is its path or one of the worker's words, repaired where these are no UTF-8 and a
   leading "./" left aside; if it is below one of these that is a directory; or if it is the same file as one of these.
 */
bool testfile_is(const struct testfile *file, const char *path);

#endif
