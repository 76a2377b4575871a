/* io: whole reads, whole writes, and files that are replaced atomically. */
#ifndef ORI_IO_H
#define ORI_IO_H

#include <stddef.h>
#include <sys/types.h>

#include "base/buffer.h"

/* Writes all COUNT bytes, over interruptions and short writes. 0, or -1 with errno. */
int io_write_all(int fd, const void *bytes, size_t count);

/* Reads at most COUNT bytes, once, over interruptions. What read(2) returns. */
ssize_t io_read(int fd, void *bytes, size_t count);

/* Closes *FD unless it is -1, and makes it so. For what was only read, where nothing can be lost. */
void io_close(int *fd);

/* Appends all of FILE, a regular file, to BUFFER. 0, or -1 with errno: EISDIR for a directory, EINVAL for anything else
   that is no regular file, EFBIG when it is larger than LIMIT bytes. */
int io_read_file(const char *file, size_t limit, struct buffer *buffer);

/* Replaces FILE by the COUNT bytes: written beside it under a name that ends in ".tmp", then renamed, so that
   there is the old file or the new one and never a part. 0, or -1 with errno, the old file untouched and
   nothing left beside it. A symbolic link to a file stays, and the file is replaced. A device or a pipe is written to;
   ENXIO when nobody reads the pipe. */
int io_replace_file(const char *file, const void *bytes, size_t count);

#endif
