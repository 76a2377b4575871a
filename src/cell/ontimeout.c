/* ontimeout: runs the command of --on-timeout while the worker still lives. */
#include "cell/ontimeout.h"

#include <stdlib.h>
#include <string.h>

#include "base/capture.h"
#include "base/diag.h"
#include "base/xalloc.h"
#include "cell/attempt.h"
#include "process/aside.h"
#include "process/environment.h"
#include "process/jobserver.h"

enum { OUTPUT_KEPT = 64 << 10 };

static void
set_number(struct environment *environment, const char *name, long number)
{
    char *text = xasprintf("%ld", number);

    environment_set(environment, name, text);
    free(text);
}

void
ontimeout_run(void *context, pid_t worker, bool (*is_over)(void *over_context), void *over_context)
{
    const struct ontimeout *what = context;
    char shell[] = "/bin/sh";
    char flag[] = "-c";
    char *command = xstrdup(what->options->on_timeout);
    char *const argv[] = { shell, flag, command, NULL };
    struct environment environment;
    struct limits limits;
    struct capture printed;
    struct start_error error;
    struct aside_request request = {
        .argv = argv,
        .limits = &limits,
        .timeout_ms = attempt_time(what->ends_us, ONTIMEOUT_MS),
        .output = { capture_take, &printed },
        .is_over = is_over,
        .context = over_context,
    };

    limits_init(&limits);
    capture_init(&printed, OUTPUT_KEPT, 1);
    environment_init(&environment);
    jobserver_hide(&environment);
    set_number(&environment, "ORI_TIMEOUT_PID", (long)worker);
    environment_set(&environment, "ORI_TIMEOUT_PATH", what->options->path);
    request.environment = environment.list;
    switch (aside_run(&request, &error)) {
    case ASIDE_NOT_STARTED:
        diag_errno(error.errnum, "cannot run --on-timeout: %s", error.step);
        break;
    case ASIDE_KILLED:
        diag_error("--on-timeout took too long and was killed");
        break;
    case ASIDE_ENDED:
        break;
    }
    buffer_append(what->output, printed.head.data, printed.head.size);
    capture_free(&printed);
    environment_free(&environment);
    free(command);
}
