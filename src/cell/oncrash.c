/* oncrash: runs the command of --on-crash after a crash, as a worker without limits is run. */
#include "cell/oncrash.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/capture.h"
#include "base/diag.h"
#include "base/quote.h"
#include "base/signame.h"
#include "base/xalloc.h"
#include "cell/core.h"
#include "process/environment.h"
#include "process/jobserver.h"
#include "process/program.h"
#include "process/supervise.h"

enum { OUTPUT_KEPT = 64 << 10, COMMAND_TIMEOUT_MS = 60000, VARIABLE_BYTES = 100 << 10 };

bool
oncrash_is_due(const struct attempt *attempt)
{
    return attempt->run.pid != 0 && attempt->summary.counts[OUTCOME_BACKEND_CRASH] > 0;
}

/* The file that the worker's name stands for now, or the name if there is none. The caller frees. */
static char *
resolve(char *const *argv)
{
    struct program program;
    struct stat status;
    char *file = NULL;

    program_init(&program, argv, NULL);
    for (char **one = program.candidates; file == NULL && *one != NULL; one++)
        if (stat(*one, &status) == 0 && S_ISREG(status.st_mode) && access(*one, X_OK) == 0)
            file = xstrdup(*one);
    program_free(&program);
    return file != NULL ? file : xstrdup(argv[0]);
}

/* The command line, for a shell; empty when it is longer than one variable may be. The caller frees. */
static char *
command_line(char *const *argv)
{
    struct buffer line = { 0 };

    quote_command(&line, argv[0], QUOTE_FOR_SHELL);
    for (argv++; *argv != NULL; argv++) {
        buffer_add(&line, " ");
        quote_word(&line, *argv, QUOTE_FOR_SHELL);
    }
    if (line.size > VARIABLE_BYTES)
        buffer_clear(&line);
    return buffer_take(&line);
}

static void
describe(struct environment *environment, const struct cell_options *options, const struct attempt *attempt,
         char *const *argv, const struct core *core)
{
    char text[32];
    char name[SIGNAME_TEXT] = "";
    char *worker = core->program != NULL ? xstrdup(core->program) : resolve(argv);
    char *command = command_line(argv);

    (void)snprintf(text, sizeof text, "%ld", (long)attempt->run.pid);
    if (attempt->run.ended.term_signal != 0)
        (void)signame_format(attempt->run.ended.term_signal, name);
    environment_set(environment, "ORI_CRASH_PID", text);
    environment_set(environment, "ORI_CRASH_SIGNAL", name);
    environment_set(environment, "ORI_CRASH_CORE", core->name != NULL ? core->name : "");
    environment_set(environment, "ORI_CRASH_WORKER", worker);
    environment_set(environment, "ORI_CRASH_COMMAND", command);
    environment_set(environment, "ORI_CRASH_PATH", options->path);
    free(worker);
    free(command);
}

int
oncrash_run(struct buffer *output, const struct cell_options *options, struct attempt *attempt,
            const struct attempt_request *what)
{
    char shell[] = "/bin/sh";
    char flag[] = "-c";
    char *command = xstrdup(options->on_crash);
    char *const argv[] = { shell, flag, command, NULL };
    struct limits limits;
    struct capture printed;
    struct supervised run;
    struct environment environment;
    struct core core = { .fd = -1 };
    const struct core_wanted wanted = { attempt->run.pid, attempt->run.ended.term_signal, attempt->run.started_at };
    struct supervise_request request = {
        .argv = argv,
        .limits = &limits,
        .timeout_ms = attempt_time(what->ends_us, COMMAND_TIMEOUT_MS),
        .deadline_signal = SIGKILL,
        .stdout_sink = { capture_take, &printed },
        .stderr_sink = { capture_take, &printed },
    };

    limits_init(&limits);
    capture_init(&printed, OUTPUT_KEPT, 1);
    environment_init(&environment);
    jobserver_hide(&environment);
    if (attempt->run.ended.core_dumped)
        core_find(&core, &wanted);
    describe(&environment, options, attempt, what->argv, &core);
    request.environment = environment.list;
    supervise_run(&request, &run);
    if (run.ended.how == ENDED_NOT_STARTED)
        diag_error("cannot run --on-crash: %s", run.ended.reason);
    else if (run.ended.how == ENDED_TIMED_OUT)
        diag_error("--on-crash took too long and was killed");
    if (run.ended.survived || run.containment.survivors)
        summary_add_fault(&attempt->summary, "what --on-crash has started could not be ended");
    buffer_append(output, printed.head.data, printed.head.size);
    free(run.ended.reason);
    capture_free(&printed);
    environment_free(&environment);
    core_free(&core);
    free(command);
    return run.interrupted;
}
