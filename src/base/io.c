/* io: whole reads, whole writes, and standard descriptors that are open. */
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

/* Somebody who shares the descriptor may have made it non-blocking. */
static int
wait_for_room(int fd)
{
    struct pollfd polled = { .fd = fd, .events = POLLOUT };

    return poll(&polled, 1, -1) >= 0 || errno == EINTR ? 0 : -1;
}

int
io_write_all(int fd, const void *bytes, size_t count)
{
    const char *next = bytes;

    while (count > 0) {
        ssize_t n = write(fd, next, count);

        if (n < 0) {
            if (errno != EINTR && (errno != EAGAIN || wait_for_room(fd) != 0))
                return -1;
            continue;
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

static int
close_failed(int fd)
{
    int saved = errno;

    (void)close(fd); /* nothing was written, so nothing can be lost here */
    errno = saved;
    return -1;
}

int
io_open_file(const char *file)
{
    int fd = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a FIFO would hold us up before we know that it is one */
    struct stat status;

    if (fd < 0)
        return -1;
    if (fstat(fd, &status) != 0)
        return close_failed(fd);
    if (!S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        return close_failed(fd);
    }
    return fd;
}

int
io_read_file(const char *file, size_t limit, struct buffer *buffer)
{
    int fd = io_open_file(file);

    if (fd < 0)
        return -1;
    if (read_all(fd, limit, buffer) != 0)
        return close_failed(fd);
    (void)close(fd);
    return 0;
}

int
io_above_standard(int fd)
{
    int above;
    int saved;

    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    above = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    saved = errno;
    (void)close(fd); /* nothing was written to it */
    errno = saved;
    return above;
}

/* Where nothing can be read and nothing be written, also when it is opened again by its name in /dev. */
static int
open_stand_in(int fd)
{
#ifdef O_PATH
    if (fd != STDIN_FILENO)
        return open("/", O_PATH | O_DIRECTORY);
#else
    (void)fd;
#endif
    return open("/dev/null", O_RDONLY);
}

/* The lowest number that is free is the one that is given out, so they are filled from below. */
int
io_open_standard(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) >= 0)
            continue;
        if (errno != EBADF || open_stand_in(fd) != fd)
            return -1;
    }
    return 0;
}
