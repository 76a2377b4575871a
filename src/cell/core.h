/* core: the core that a worker has left, told only when it is that worker's. */
#ifndef ORI_CORE_H
#define ORI_CORE_H

#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

struct core {
    char *name;    /* by which it can be opened as long as this is not freed; NULL when there is none */
    char *program; /* the file that was executed last, or NULL when the core does not tell */
    int fd;        /* -1 when there is none */
};

struct core_wanted {
    pid_t pid;
    int term_signal;
    struct timespec started_at; /* by the calendar clock */
};

/* Looks for the core where the kernel writes it. Workers may share the name, and any of them may replace the file at
   any time: the name is then that of the file as it was looked at. Always fills CORE. */
void core_find(struct core *core, const struct core_wanted *wanted);

/* The same with FILE for the core; HAS_PID says that no other process writes a file of this name. */
void core_open(struct core *core, const char *file, bool has_pid, const struct core_wanted *wanted);

void core_free(struct core *core);

#endif
