/* family: the worker and everything it started, also what fled into another session or process group. */
#ifndef ORI_FAMILY_H
#define ORI_FAMILY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* One process that had to be killed. */
struct leak {
    pid_t pid;
    char command[64]; /* the kernel's name of it, any bytes but NUL */
};

/* The first ones that had to be killed, and how many there were in all. */
enum { LEAKS_KEPT = 16 };
struct leaks {
    struct leak list[LEAKS_KEPT];
    size_t count;
};

/* Makes orphans of the family this process' children (where the system can). 0, or -1 with errno. */
int family_adopt(void);

/* Reaps adopted children that have ended. Whether a process of the family is left beside the worker, which is dead and
   not reaped; false where the system cannot tell. */
bool family_left(pid_t worker);

/* Sends SIGNAL (SIGSTOP or SIGCONT) to every process of the family. */
void family_signal(pid_t worker, int signal);

/* Kills and reaps all of the family but the worker itself, dead or alive, whose pid still is its own as it is not
   reaped; what was killed is added to LEAKS (which may be NULL). No pid is signalled after it could have been
   reused. 0 when none is left, -1 when one could not be ended within FAMILY_END_MS. */
enum { FAMILY_END_MS = 5000 };
int family_end(pid_t worker, struct leaks *leaks);

/* Kills and reaps the worker and all of the family that becomes our child by that, without any memory: for the end of a
   cell that has none left. */
void family_end_now(pid_t worker);

#endif
