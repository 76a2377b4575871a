/* spool: bytes that grow without memory growing. */
#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/io.h"
#include "base/xalloc.h"

static int
open_file(void)
{
    const char *directory = getenv("TMPDIR");
    char *name = xasprintf("%s/ori-spool.XXXXXX", directory != NULL && *directory != '\0' ? directory : "/tmp");
    int fd = mkostemp(name, O_CLOEXEC);
    int saved = errno;

    if (fd >= 0 && unlink(name) != 0) {
        saved = errno;
        (void)close(fd);
        fd = -1;
    }
    free(name);
    errno = saved;
    return fd;
}

/* A limit on the size of files is an error like a full disk, and no signal. */
static int
write_file(const struct spool *spool)
{
    const struct sigaction ignore = { .sa_handler = SIG_IGN };
    struct sigaction old;
    int result;
    int saved;

    if (sigaction(SIGXFSZ, &ignore, &old) != 0)
        return -1;
    result = io_write_all(spool->fd, spool->memory.data, spool->memory.size);
    saved = errno;
    if (sigaction(SIGXFSZ, &old, NULL) != 0)
        return -1;
    errno = saved;
    return result;
}

/* Moves what is in memory to the file. What a write that failed has left there is behind all that counts. */
static void
spill(struct spool *spool)
{
    if (!spool->has_file) {
        spool->fd = open_file();
        spool->has_file = spool->fd >= 0;
    }
    if (spool->has_file && write_file(spool) == 0)
        buffer_clear(&spool->memory);
    else
        spool->has_failed = true;
}

void
spool_append(struct spool *spool, const void *bytes, size_t count)
{
    if (!spool->has_failed && spool->memory.size > 0 && spool->memory.size + count > SPOOL_MEMORY_BYTES)
        spill(spool);
    buffer_append(&spool->memory, bytes, count);
    spool->size += count;
}

/* The part of the first COUNT bytes that is in the file. */
static int
read_file(struct spool *spool, size_t count, struct buffer *out)
{
    if (lseek(spool->fd, 0, SEEK_SET) != 0)
        return -1;
    while (count > 0) {
        ssize_t n = io_read(spool->fd, buffer_reserve(out, count), count);

        if (n <= 0) {
            if (n == 0)
                errno = EIO;
            return -1;
        }
        out->size += (size_t)n;
        count -= (size_t)n;
    }
    return lseek(spool->fd, 0, SEEK_END) < 0 ? -1 : 0;
}

int
spool_read(struct spool *spool, size_t count, struct buffer *out)
{
    size_t in_file = spool->size - spool->memory.size;

    if (in_file > 0 && read_file(spool, count < in_file ? count : in_file, out) != 0)
        return -1;
    if (count > in_file)
        buffer_append(out, spool->memory.data, count - in_file);
    return 0;
}

void
spool_clear(struct spool *spool)
{
    if (spool->has_failed)
        buffer_free(&spool->memory); /* it may have grown large */
    buffer_clear(&spool->memory);
    spool->size = 0;
    spool->has_failed = false;
    if (spool->has_file && (lseek(spool->fd, 0, SEEK_SET) != 0 || ftruncate(spool->fd, 0) != 0)) {
        (void)close(spool->fd);
        spool->has_file = false;
    }
}

void
spool_free(struct spool *spool)
{
    buffer_free(&spool->memory);
    if (spool->has_file)
        (void)close(spool->fd); /* the file is gone already */
    *spool = (struct spool){ .has_file = false };
}
