/* worker: the process that runs the tests, from its start until its status is known, whoever its parent is. */
#ifndef ORI_WORKER_H
#define ORI_WORKER_H

#include <stdbool.h>
#include <sys/resource.h>
#include <sys/types.h>

struct worker;

/* What can be done with a worker depends on who started it. */
struct worker_operations {
    bool (*is_dead)(const struct worker *worker);
    void (*signal)(const struct worker *worker, int signal);
    bool (*reap)(struct worker *worker);
};

struct worker {
    const struct worker_operations *operations;
    pid_t pid;     /* its process group's and its session's too */
    pid_t keeper;  /* the first process of its pid namespace, a child of ours, whose death ends all of it; 0 for none */
    int pidfd;     /* readable when it has died, -1 where the system has none */
    int told_fd;   /* where its keeper tells of its end; -1 for none */
    int stdout_fd; /* the reading ends, non-blocking; -1 after their end */
    int stderr_fd;
    int tether[2];       /* process/tether.h; -1 for none */
    bool is_reaped;      /* what follows is known, and its pid may be somebody else's */
    int wait_status;     /* as wait(2) has it */
    struct rusage usage; /* its own and that of the children it waited for */
};

/* One that was not started: nothing of it is open. */
extern const struct worker worker_none;

/* A worker that is this process' child. */
extern const struct worker_operations worker_child;

/* How any worker is signalled whose pid is held until it is reaped. */
void worker_signal_group(const struct worker *worker, int signal);

/* Whether it has died, reaped or not; never waits. One that is traced by another process is dead as well, though
   wait(2) does not tell before the tracer is gone (where the system has pidfds). */
bool worker_is_dead(const struct worker *worker);

/* What to poll(2) to be told when it may have died; -1 for nothing. */
int worker_poll_fd(const struct worker *worker);

/* Sends SIGNAL to its process group and, where it has left that, to itself, unless it is reaped. A stopped process
   takes no signal but SIGKILL before it is continued, so it is. */
void worker_signal(const struct worker *worker, int signal);

/* Reaps it if that can be done at once. Whether it is reaped. */
bool worker_reap(struct worker *worker);

/* Opens the pidfd of a child that was just started. -1 where the system has none. */
int worker_open_pidfd(pid_t pid);

/* Closes what is open of it. */
void worker_close(struct worker *worker);

#endif
