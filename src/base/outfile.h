/* outfile: a file that is opened before the work and put into its place at the end, whole or not at all. */
#ifndef ORI_OUTFILE_H
#define ORI_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/buffer.h"

enum { OUTFILE_BESIDE_BYTES = 32 };

/* Its life: outfile_open or outfile_adopt, any number of appends to outfile_buffer with an outfile_drain after each,
   and then outfile_commit or outfile_abandon. All zeros is one that is not open.

   What is written has no name until it is committed, where the system has such files, so that a program that is killed
   leaves nothing; else it has a name beside the place, of chance and ".tmp". All descriptors that the commit needs are
   open from the start: it succeeds when no more can be opened, when /proc has been covered, and when the path leads
   elsewhere by now. It belongs to the process that has opened it, and not to a child. */
struct outfile {
    bool is_open;
    bool is_emptied;                   /* what is at the place is none of the user's */
    struct buffer buffer;              /* what is not written yet */
    int fd;                            /* what is written to */
    int directory;                     /* that of the place; -1: a device or a pipe, which is written to as it is */
    int descriptors;                   /* /proc/self/fd, by which a file without a name is given one; else -1 */
    char *base;                        /* the place's name in the directory; owned */
    char beside[OUTFILE_BESIDE_BYTES]; /* the name beside it that is ours; empty: there is none */
    off_t written;
    int errnum; /* what went wrong with writing */
};

enum outfile_old {
    OUTFILE_KEEP_OLD,  /* the file that is at the place stays until the new one is complete */
    OUTFILE_REMOVE_OLD /* it is removed at once, and when nothing is committed also what was put there since */
};

/* Opens what is to be put at NAME. 0, or -1 with errno, nothing left or changed but that an old file may be removed:
   what can be known to be wrong with the place is told here. A symbolic link at NAME stays, and what it leads to is the
   place. A device or a pipe is written to; ENXIO when nobody reads the pipe. No descriptor of it is 0, 1 or 2. */
int outfile_open(struct outfile *out, const char *name, enum outfile_old old);

/* Makes OUT a file that is open already, as a pipe is: written to as it is, and closed by outfile_commit. FD is OUT's
   from then on. */
void outfile_adopt(struct outfile *out, int fd);

/* Where to append. */
struct buffer *outfile_buffer(struct outfile *out);

/* Writes out what has been appended, once it is 64 KiB. An error is kept for outfile_commit. */
void outfile_drain(struct outfile *out);

/* Puts the file into its place, in one step: over a file or a symbolic link that is there, which is not followed. It is
   closed afterwards. 0, or -1 with errno, for what went wrong before as well, and as after outfile_abandon: EISDIR when
   a directory is there, ESTALE when somebody has changed what was beside the place. */
int outfile_commit(struct outfile *out);

/* Closes it, and leaves nothing. errno stays as it was. Does nothing when it is not open. */
void outfile_abandon(struct outfile *out);

/* Replaces FILE by the COUNT bytes: open and commit in one. The old file stays when that fails. */
int outfile_replace(const char *file, const void *bytes, size_t count);

#endif
