/* aside: runs a command beside a worker that lives, for what it can tell of it. */
#ifndef ORI_ASIDE_H
#define ORI_ASIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "process/limits.h"
#include "process/sink.h"
#include "process/start.h"

struct aside_request {
    char *const *argv;
    char *const *environment;
    const struct limits *limits;
    int64_t timeout_ms;             /* SIGKILL then, at least 1 */
    struct sink output;             /* of both its streams */
    bool (*is_over)(void *context); /* asked between waits, and whenever a signal has come: whether it is to end now */
    void *context;
};

enum aside_end { ASIDE_ENDED, ASIDE_KILLED, ASIDE_NOT_STARTED };

/* Runs it until it ends, and kills its process group then; the signals must be taken (signals.h). What flees from its
   group is the family's, and ends with that. ERROR tells why it was not started. */
enum aside_end aside_run(const struct aside_request *request, struct start_error *error);

#endif
