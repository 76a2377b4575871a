/* namespace: a worker in a pid namespace of its own, where it sees nobody but its family, and which the kernel ends as
   a whole when its first process dies, by whatever: also when the cell is killed. */
#ifndef ORI_NAMESPACE_H
#define ORI_NAMESPACE_H

#include <signal.h>

#include "process/become.h"
#include "process/program.h"
#include "process/start.h"
#include "process/worker.h"

/* On this, from outside of the namespace, a keeper kills all others in it. One that nobody sends to a process group. */
#define NAMESPACE_EMPTY SIGURG

/* Makes the namespace (and a user namespace around it, for who is not root), its first process, the keeper, and in it
   the worker's child. 0, or -1 with errno. What fails later is reported to ENDS. */
int namespace_make(const struct start_request *request, const struct program *program, const struct become_ends *ends,
                   struct worker *worker);

/* When the child has become the worker: its pid, as it is out here. 0, or -1 with errno. */
int namespace_learn(struct worker *worker);

#endif
