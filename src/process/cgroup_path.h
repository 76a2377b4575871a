/* cgroup_path: where the caller's own cgroup is, and what the small files of a cgroup say.

   PROC is "/proc" and MOUNTS "/sys/fs/cgroup", but in a test. */
#ifndef ORI_CGROUP_PATH_H
#define ORI_CGROUP_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CGROUP_PATH = 4096 };

/* Where the caller's own cgroup (version 2) is: its directory in PATH, and in *DEPTH how many cgroups above it are to
   be seen there. 0, or -1 with errno and *WHY a constant text. */
int cgroup_locate(const char *proc, char path[CGROUP_PATH], int *depth, const char **why);

/* How many processes of the caller's own cgroup, of whichever version counts it, the kernel has killed for want of
   memory; -1 when it cannot be known. Costs two small reads, and no memory. */
int64_t cgroup_own_oom_kills(void);
int64_t cgroup_count_oom_kills(const char *proc, const char *mounts);

/* Reads as much of a small file below the directory FD as TEXT has room for, with a NUL after it. 0, or -1 with errno.
 */
int cgroup_read_file(int fd, const char *name, char *text, size_t size);

/* The number after KEY and a space at the beginning of a line; -1 when no line begins so. */
int64_t cgroup_find_count(const char *text, const char *key);

/* Whether LIST, words parted by SEPARATOR and ended by END or a NUL, holds WORD. */
bool cgroup_has_word(const char *list, const char *word, char separator, char end);

#endif
