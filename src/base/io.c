/* io: whole reads, whole writes, and files that are replaced atomically. */
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"

int
io_write_all(int fd, const void *bytes, size_t count)
{
    const char *next = bytes;

    while (count > 0) {
        ssize_t n = write(fd, next, count);

        if (n < 0) {
            if (errno == EINTR)
                continue;
            return -1;
        }
        next += n;
        count -= (size_t)n;
    }
    return 0;
}

ssize_t
io_read(int fd, void *bytes, size_t count)
{
    ssize_t n;

    do
        n = read(fd, bytes, count);
    while (n < 0 && errno == EINTR);
    return n;
}

void
io_close(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

/* The first room is one byte more than the file holds, so that one read and its end are all it takes. */
static int
read_all(int fd, size_t limit, struct buffer *buffer)
{
    struct stat status;
    size_t room = 4096;
    size_t total = 0;

    if (fstat(fd, &status) != 0)
        return -1;
    if (!S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        return -1;
    }
    if (status.st_size > 0 && (uintmax_t)status.st_size < limit)
        room = (size_t)status.st_size + 1;
    for (;;) {
        ssize_t n = io_read(fd, buffer_reserve(buffer, room), room);

        if (n < 0)
            return -1;
        buffer->size += (size_t)n;
        total += (size_t)n;
        if (total > limit) {
            errno = EFBIG;
            return -1;
        }
        if (n == 0)
            return 0;
        if ((off_t)total == status.st_size && (size_t)n < room)
            return 0;
    }
}

int
io_read_file(const char *file, size_t limit, struct buffer *buffer)
{
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO would hold us up before we know that it is one */
    int result;
    int saved;

    if (fd < 0)
        return -1;
    result = read_all(fd, limit, buffer);
    saved = errno;
    (void)close(fd); /* nothing was written, so nothing can be lost here */
    errno = saved;
    return result;
}

/* A name left over by a killed process of the same pid is in the way once; it is removed and tried again. */
static int
open_beside(const char *name)
{
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int fd = open(name, flags, 0666);

    if (fd < 0 && errno == EEXIST && unlink(name) == 0)
        fd = open(name, flags, 0666);
    return fd;
}

/* Writes beside FILE, and renames. */
static int
replace(const char *file, const void *bytes, size_t count)
{
    char *beside = xasprintf("%s.%ld.tmp", file, (long)getpid());
    int fd = open_beside(beside);
    int saved;

    if (fd < 0)
        goto fail;
    if (io_write_all(fd, bytes, count) != 0) {
        saved = errno;
        (void)close(fd);
        errno = saved;
        goto fail_unlink;
    }
    if (close(fd) != 0 || rename(beside, file) != 0)
        goto fail_unlink;
    free(beside);
    return 0;

fail_unlink:
    saved = errno;
    (void)unlink(beside);
    errno = saved;
fail:
    saved = errno;
    free(beside);
    errno = saved;
    return -1;
}

/* To a device or a pipe, which is there to be written to. A pipe that nobody reads is an error, and not to be waited
 * for. */
static int
write_to(const char *file, const void *bytes, size_t count)
{
    int fd = open(file, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    int result;
    int saved;

    if (fd < 0)
        return -1;
    result = fcntl(fd, F_SETFL, 0);
    if (result == 0)
        result = io_write_all(fd, bytes, count);
    saved = errno;
    if (close(fd) != 0 && result == 0)
        return -1;
    errno = saved;
    return result;
}

int
io_replace_file(const char *file, const void *bytes, size_t count)
{
    struct stat status;
    char *target;
    int result;

    if (lstat(file, &status) != 0 || S_ISREG(status.st_mode))
        return replace(file, bytes, count);
    if (stat(file, &status) == 0 && !S_ISREG(status.st_mode))
        return write_to(file, bytes, count);
    target = realpath(file, NULL); /* of a symbolic link, which stays one */
    result = replace(target != NULL ? target : file, bytes, count);
    free(target);
    return result;
}
