/* outfile: a file that is opened before the work and put into its place at the end, whole or not at all. */
#include "base/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include "base/io.h"
#include "base/xalloc.h"

enum { PIECE_BYTES = 64 * 1024 };
enum { LINK_BYTES = 4096, LINKS_FOLLOWED = 40 };
enum { NAMES_TRIED = 100 };

#ifdef O_PATH
enum { HELD = O_PATH | O_DIRECTORY | O_CLOEXEC }; /* a directory that may be written to need not be readable */
#else
enum { HELD = O_RDONLY | O_DIRECTORY | O_CLOEXEC };
#endif

/* What the symbolic link LINK says, as seen from here. The caller frees; NULL with errno. */
static char *
link_target(const char *link)
{
    char text[LINK_BYTES];
    const char *slash = strrchr(link, '/');
    ssize_t length = readlink(link, text, sizeof text);

    if (length < 0)
        return NULL;
    if (length == (ssize_t)sizeof text) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    if (text[0] == '/' || slash == NULL)
        return xstrndup(text, (size_t)length);
    return xasprintf("%.*s/%.*s", (int)(slash - link), link, (int)length, text);
}

/* Where a symbolic link that leads to nothing would have a file made. The caller frees; NULL with errno. */
static char *
follow(const char *link)
{
    char *path = xstrdup(link);

    for (int i = 0; i < LINKS_FOLLOWED; i++) {
        struct stat status;
        char *target;

        if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode))
            return path;
        target = link_target(path);
        free(path);
        if (target == NULL)
            return NULL;
        path = target;
    }
    free(path);
    errno = ELOOP;
    return NULL;
}

/* Finds the PLACE that NAME means, which the caller frees; NULL: what is there has no place to be replaced in, and is
   to be written to. 0, or -1 with errno. */
static int
locate(const char *name, char **place)
{
    struct stat status;
    bool is_link;

    *place = NULL;
    if (lstat(name, &status) != 0) {
        if (errno != ENOENT || name[0] == '\0')
            return -1;
        *place = xstrdup(name);
        return 0;
    }
    is_link = S_ISLNK(status.st_mode);
    if (is_link && stat(name, &status) != 0) {
        if (errno == ENOENT)
            *place = follow(name);
        return *place != NULL ? 0 : -1;
    }
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    if (S_ISREG(status.st_mode)) /* a link of /proc may lead to a file that has no name any more */
        *place = is_link ? realpath(name, NULL) : xstrdup(name);
    return 0;
}

static void
close_quietly(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

/* A pipe that nobody reads is an error, and not to be waited for. */
static int
open_direct(struct outfile *out, const char *name)
{
    out->fd = io_above_standard(open(name, O_WRONLY | O_CLOEXEC | O_NONBLOCK));
    return out->fd < 0 ? -1 : fcntl(out->fd, F_SETFL, 0);
}

/* Holds the directory of PLACE open. */
static int
open_directory(struct outfile *out, const char *place)
{
    const char *slash = strrchr(place, '/');
    char *directory;

    if (slash == NULL)
        directory = xstrdup(".");
    else
        directory = xstrndup(place, slash > place ? (size_t)(slash - place) : 1);
    out->base = xstrdup(slash != NULL ? slash + 1 : place);
    out->directory = io_above_standard(open(directory, HELD));
    free(directory);
    if (out->directory >= 0 && out->base[0] == '\0') {
        errno = EISDIR;
        return -1;
    }
    return out->directory < 0 ? -1 : 0;
}

/* Not every file system has files without a name, and without /proc they cannot be given one. */
static int
open_unnamed(struct outfile *out)
{
#ifdef O_TMPFILE
    out->fd = io_above_standard(openat(out->directory, ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666));
    if (out->fd < 0)
        return -1;
    out->descriptors = io_above_standard(open("/proc/self/fd", HELD));
    if (out->descriptors >= 0)
        return 0;
    close_quietly(&out->fd);
#else
    (void)out;
    errno = EOPNOTSUPP;
#endif
    return -1;
}

/* A name that nobody else has. That it is new is seen when it is made; chance only saves tries. */
static void
make_name(char name[static OUTFILE_BESIDE_BYTES])
{
    uint64_t chance = 0;
    struct timespec now = { .tv_sec = 0 };

#ifdef SYS_getrandom /* the kernel's: a C library need not know of it */
    const unsigned nonblock = 1;

    if (syscall(SYS_getrandom, &chance, sizeof chance, nonblock) != (long)sizeof chance)
        chance = 0;
#endif
    if (chance == 0) {
        (void)clock_gettime(CLOCK_MONOTONIC, &now);
        chance = ((uint64_t)getpid() << 32) ^ ((uint64_t)now.tv_sec << 30) ^ (uint64_t)now.tv_nsec;
    }
    (void)snprintf(name, OUTFILE_BESIDE_BYTES, "ori-%016" PRIx64 ".tmp", chance);
}

static int
open_named(struct outfile *out)
{
    int fd = -1;

    for (int i = 0; i < NAMES_TRIED; i++) {
        make_name(out->beside);
        fd = openat(out->directory, out->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    if (fd < 0)
        out->beside[0] = '\0';
    out->fd = io_above_standard(fd);
    return out->fd < 0 ? -1 : 0;
}

/* From then on what is at the place is none of the user's. */
static int
empty(struct outfile *out)
{
    if (unlinkat(out->directory, out->base, 0) != 0 && errno != ENOENT)
        return -1;
    out->is_emptied = true;
    return 0;
}

/* An old file goes first: it may be what fills the disk. */
static int
open_at(struct outfile *out, const char *place, enum outfile_old old)
{
    if (open_directory(out, place) != 0 || (old == OUTFILE_REMOVE_OLD && empty(out) != 0))
        return -1;
    return open_unnamed(out) == 0 ? 0 : open_named(out);
}

int
outfile_open(struct outfile *out, const char *name, enum outfile_old old)
{
    char *place;
    int result;

    *out = (struct outfile){ .is_open = true, .fd = -1, .directory = -1, .descriptors = -1 };
    result = locate(name, &place);
    if (result == 0)
        result = place != NULL ? open_at(out, place, old) : open_direct(out, name);
    if (result != 0)
        outfile_abandon(out);
    free(place);
    return result;
}

void
outfile_adopt(struct outfile *out, int fd)
{
    *out = (struct outfile){ .is_open = true, .fd = fd, .directory = -1, .descriptors = -1 };
}

struct buffer *
outfile_buffer(struct outfile *out)
{
    return &out->buffer;
}

static void
put(struct outfile *out, const void *bytes, size_t count)
{
    if (out->errnum == 0 && io_write_all(out->fd, bytes, count) != 0)
        out->errnum = errno;
    out->written += (off_t)count;
}

static void
flush(struct outfile *out)
{
    put(out, out->buffer.data, out->buffer.size);
    buffer_clear(&out->buffer);
}

void
outfile_drain(struct outfile *out)
{
    if (out->buffer.size >= PIECE_BYTES)
        flush(out);
}

/* Who is allowed to may have written to the file through /proc, or have put another one in its place. */
static int
check(const struct outfile *out)
{
    struct stat ours;
    struct stat found;

    if (fstat(out->fd, &ours) != 0)
        return -1;
    if (out->beside[0] != '\0') {
        if (fstatat(out->directory, out->beside, &found, AT_SYMLINK_NOFOLLOW) != 0)
            return -1;
        if (found.st_dev != ours.st_dev || found.st_ino != ours.st_ino) {
            errno = ESTALE;
            return -1;
        }
    }
    return ours.st_size == out->written ? 0 : ftruncate(out->fd, out->written);
}

/* What was written is known to be kept only when it is closed without an error. */
static int
close_written(struct outfile *out)
{
    int fd = out->fd;

    out->fd = -1;
    return close(fd);
}

static int
link_as(const struct outfile *out, const char *name)
{
    char number[16];

    (void)snprintf(number, sizeof number, "%d", out->fd);
    return linkat(out->descriptors, number, out->directory, name, AT_SYMLINK_FOLLOW);
}

/* A link is made only where nothing is, so that it needs a name of its own before it can replace anything. */
static int
link_beside(struct outfile *out)
{
    char name[OUTFILE_BESIDE_BYTES];
    int result = -1;

    for (int i = 0; i < NAMES_TRIED && result != 0; i++) {
        make_name(name);
        result = link_as(out, name);
        if (result != 0 && errno != EEXIST)
            break;
    }
    if (result == 0)
        memcpy(out->beside, name, sizeof name);
    return result;
}

static int
rename_beside(struct outfile *out)
{
    if (close_written(out) != 0 || renameat(out->directory, out->beside, out->directory, out->base) != 0)
        return -1;
    out->beside[0] = '\0';
    return 0;
}

static int
put_into_place(struct outfile *out)
{
    if (check(out) != 0)
        return -1;
    if (out->beside[0] != '\0')
        return rename_beside(out);
    if (link_as(out, out->base) == 0) {
        if (close_written(out) == 0)
            return 0;
        out->is_emptied = true; /* it is to go again */
        return -1;
    }
    if (errno != EEXIST || link_beside(out) != 0)
        return -1;
    return rename_beside(out);
}

int
outfile_commit(struct outfile *out)
{
    int result = -1;

    flush(out);
    errno = out->errnum;
    if (out->errnum == 0)
        result = out->directory < 0 ? close_written(out) : put_into_place(out);
    if (result == 0)
        out->is_emptied = false;
    outfile_abandon(out);
    return result;
}

void
outfile_abandon(struct outfile *out)
{
    int saved = errno;

    if (!out->is_open)
        return;
    if (out->beside[0] != '\0')
        (void)unlinkat(out->directory, out->beside, 0);
    if (out->is_emptied)
        (void)unlinkat(out->directory, out->base, 0);
    close_quietly(&out->fd);
    close_quietly(&out->descriptors);
    close_quietly(&out->directory);
    free(out->base);
    buffer_free(&out->buffer);
    *out = (struct outfile){ .is_open = false };
    errno = saved;
}

int
outfile_replace(const char *file, const void *bytes, size_t count)
{
    struct outfile out;

    if (outfile_open(&out, file, OUTFILE_KEEP_OLD) != 0)
        return -1;
    put(&out, bytes, count);
    return outfile_commit(&out);
}
