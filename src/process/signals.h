/* signals: those that are sent to the cell, and by whom.

   From signals_take on they are blocked but while signals_wait waits. Every signal that would end the cell is taken, so
   that it ends the family first; one that was ignored when the cell was started stays so (nohup, a background job).
   What the family itself sends to the cell is noted, and not obeyed. */
#ifndef ORI_SIGNALS_H
#define ORI_SIGNALS_H

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* One that has come; a later one of the same number takes the place of one that was not fetched. */
struct signal_seen {
    int number;
    int code;       /* si_code */
    pid_t sender;   /* 0 for the kernel, or when that cannot be told */
    pid_t session;  /* the sender's, when the signal came; -1 when it was gone already */
    uint64_t count; /* how many came since the last was fetched */
};

/* Takes the signals, once. What END does happens, with the signals blocked, when the cell dies of a fault of its own;
   it must be safe in a signal handler. 0, or -1 with errno. */
int signals_take(void (*end)(void));

/* The mask before signals_take: the worker's. */
const sigset_t *signals_old_mask(void);

/* Waits until one of the descriptors is ready, a signal has come, or TIMEOUT_MS (-1: for ever) have passed. Like
   ppoll(2), with the signals let in. */
int signals_wait(struct pollfd *polled, nfds_t count, int64_t timeout_ms);

/* Lets in all that have come. Of real-time signals of which there are more than anybody would send some are dropped. */
void signals_collect(void);

/* Fetches one that has come. Whether there was one. */
bool signals_next(struct signal_seen *seen);

/* Lets the signals in again; what ends the cell ends it from now on. */
void signals_release(void);

/* After that: ends the process with STATUS and MESSAGE on stderr, which must stay, if it has not ended by itself in MS
 * milliseconds. */
void signals_bound(int64_t ms, int status, const char *message);

/* In the child that is to be the worker, between vfork and exec: every signal is at its default, also those that the C
   library keeps for itself, and then the old mask is back. 0, or -1 with errno. */
int signals_restore(const sigset_t *mask);

/* Ends this process by SIGNAL, as if it had never been handled. */
_Noreturn void signals_die_by(int signal);

#endif
