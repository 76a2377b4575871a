/* family: the worker and everything it started, also what fled into another session or process group. */
#ifndef ORI_FAMILY_H
#define ORI_FAMILY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "process/proc.h"
#include "process/worker.h"

/* One process that had to be killed. */
struct leak {
    pid_t pid;
    char command[PROC_COMMAND]; /* "" when it cannot be told */
};

/* The first ones that had to be killed, and how many there were in all. */
enum { LEAKS_KEPT = 16 };
struct leaks {
    struct leak list[LEAKS_KEPT];
    size_t count;
};

struct family {
    struct worker *worker;
    int proc;    /* proc_open's */
    bool adopts; /* orphans become this process' children: wait(2) knows all that is left */
    bool is_map_checked;
    bool is_map_ours;     /* once it is checked: the pids of /proc are ours */
    pid_t way;            /* how far wait(2) was asked beyond the last one that was found */
    bool has_reaped;      /* somebody, since wait(2) was asked so */
    bool is_being_killed; /* what dies from now on by SIGKILL dies of us */
    struct leaks leaks;
    struct processes seen; /* what the map has shown when the first of them was killed */
};

/* Before the worker is started: makes orphans of it this process' children, where the system can. Children that there
   are when this is called first, and what descends from them, are spared by all that follows, as far as /proc tells of
   them; an orphan of theirs is not told from one of the family. 0, or -1 with errno. */
int family_begin(struct family *family, struct worker *worker);

/* Reaps all that have died, the worker too where orphans are adopted. Whether one of the family is left, dead or alive,
   that is not reaped: where orphans are adopted this is the kernel's answer. */
bool family_reap(struct family *family);

/* Whether PID is one of the family, as far as that can be told. */
bool family_has(struct family *family, pid_t pid);

/* Sends SIGNAL (SIGSTOP or SIGCONT) to every process of the family. */
void family_signal(struct family *family, int signal);

/* What is there now, but the worker, is noted as left behind, and so is what dies by SIGKILL from now on; for who kills
   the family by other means than family_end. The first time counts. */
void family_note(struct family *family);

/* Kills and reaps all of the family, the worker too; what was killed beside the worker is added to leaks. No pid is
   signalled that could have been used anew. 0 when none is left, -1 when one could not be ended within FAMILY_END_MS:
   it is in leaks. */
enum { FAMILY_END_MS = 5000 };
int family_end(struct family *family);

/* The same without any memory and safe in a signal handler, for the end of a cell that has gone wrong itself; tells
 * nothing. */
void family_end_now(struct family *family);

void family_free(struct family *family);

#endif
