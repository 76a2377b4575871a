/* spool: bytes that grow without memory growing: the first ones are kept in memory, all of them go to an unlinked
   temporary file when they are more. A struct spool of all zeros is empty. */
#ifndef ORI_SPOOL_H
#define ORI_SPOOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { SPOOL_MEMORY_BYTES = 1 << 20 };

struct spool {
    struct buffer memory; /* what is not in the file yet */
    size_t size;          /* all of it */
    bool has_file;
    int fd;
    int errnum; /* what went wrong with the file; nothing is kept from then on */
};

void spool_append(struct spool *spool, const void *bytes, size_t count);

/* Appends the first COUNT bytes to OUT. 0, or -1 with errno, also for what went wrong before. */
int spool_read(struct spool *spool, size_t count, struct buffer *out);

/* Empties the spool; memory and file are kept for what comes next. */
void spool_clear(struct spool *spool);
void spool_free(struct spool *spool);

#endif
