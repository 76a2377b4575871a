/* limits: what --limit=RES=VALUE asks for, and setrlimit(2) for the worker. The limits called memory and pids are of
   all the family together, and for a cgroup to enforce. */
#ifndef ORI_LIMITS_H
#define ORI_LIMITS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/resource.h>

/* No system has more resources than this. */
enum { LIMITS_MAX = 18 };

#define LIMIT_UNLIMITED UINT64_MAX

struct limit {
    const char *name; /* as prlimit(1) calls it, or memory, or pids; static */
    uint64_t value;   /* bytes, seconds (cpu), microseconds (rttime) or a number; LIMIT_UNLIMITED for none */
};

struct limits {
    struct limit list[LIMITS_MAX];
    int count;
};

/* No core dump, nothing else. */
void limits_init(struct limits *limits);

/* Reads "RES=VALUE" and puts it in the place of an earlier limit on the same resource. VALUE is a size, for cpu a
   duration of whole seconds, or "unlimited". 0, or -1 with *WHY a constant text. */
int limits_parse(struct limits *limits, const char *text, const char **why);

/* Sets all limits that are a process's own for the calling one; safe between vfork and exec. The hard limit is the soft
   one, but for cpu one second more, so that SIGXCPU comes before SIGKILL. 0, or -1 with errno and *NAME the limit that
   failed. */
int limits_apply(const struct limits *limits, const char **name);

/* The first limit that only a cgroup can enforce, NULL when there is none; unlimited is none. */
const char *limits_of_cgroup(const struct limits *limits);

/* The value of the limit called NAME; false when it is not set or is unlimited. */
bool limits_find(const struct limits *limits, const char *name, uint64_t *value);

/* The limit that explains why a worker ended by SIGNAL, as "cpu limit 10s" or "file size limit 1M", in BUFFER; NULL
   when none does. A limit is named only when USAGE shows that it was reached, for anyone may send these signals:
   - cpu, when the time was used, but for 10 % and a tenth of a second by which the kernel's two ways to count it may
   differ. It is the time of the worker and of the children that it waited for, where the limit is each process's own: a
   worker whose children have used as much and that raises SIGXCPU itself is not told apart.
   - fsize, when as many bytes went to files. This is known only of file systems with a disk behind them (on tmpfs
   nothing is counted), and not of a single file: a worker that has written as much to several files and raises SIGXFSZ
   itself is not told apart, and one that has only asked for a file that large, as with ftruncate(2), is not named. */
enum { LIMIT_TEXT = 64 };
const char *limits_explain(const struct limits *limits, int signal, const struct rusage *usage,
                           char buffer[LIMIT_TEXT]);

#endif
