/* io: whole reads, whole writes, and standard descriptors that are open. */
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

/* Opens FILE, a regular file, for reading, and waits for nobody. The descriptor, or -1 with errno: EISDIR for a
   directory, EINVAL for anything else that is no regular file. */
int io_open_file(const char *file);

/* Appends all of FILE, a regular file, to BUFFER. 0, or -1 with errno: as io_open_file, and EFBIG when it is
   larger than LIMIT bytes. */
int io_read_file(const char *file, size_t limit, struct buffer *buffer);

/* FD, or a duplicate of it above 2 that is closed by exec, with FD closed, when it is 0, 1 or 2. A negative FD is an
   error that stays: -1 with errno. */
int io_above_standard(int fd);

/* What a program does first: a standard descriptor that is closed is opened, so that no file gets its number, and what
   is printed no file's content. Reading from 0 is at its end at once, writing to 1 or 2 fails. 0, or -1 with errno. */
int io_open_standard(void);

#endif
