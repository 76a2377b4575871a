/* spool: bytes that grow without memory growing: the first ones are kept in memory, all of them go to an unlinked
   temporary file in $TMPDIR when they are more. What that file does not take stays in memory, so nothing is lost by a
   directory that is full or not there. A struct spool of all zeros is empty. */
#ifndef ORI_SPOOL_H
#define ORI_SPOOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { SPOOL_MEMORY_BYTES = 1 << 20 };

struct spool {
    struct buffer memory; /* what is not in the file */
    size_t size;          /* all of it */
    bool has_file;
    bool has_failed; /* the file takes nothing more; what it has taken before is good */
    int fd;
};

void spool_append(struct spool *spool, const void *bytes, size_t count);

/* Appends the first COUNT bytes to OUT. 0, or -1 with errno when the file cannot be read. */
int spool_read(struct spool *spool, size_t count, struct buffer *out);

/* Empties the spool; memory and file are kept for what comes next. */
void spool_clear(struct spool *spool);
void spool_free(struct spool *spool);

#endif
