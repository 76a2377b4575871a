/* oncrash: runs the command of --on-crash after a crash, as a worker without limits is run. */
#include "cell/oncrash.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/io.h"
#include "base/signame.h"
#include "base/xalloc.h"
#include "cell/capture.h"
#include "process/environment.h"
#include "process/jobserver.h"
#include "process/supervise.h"

enum { OUTPUT_KEPT = 64 << 10, COMMAND_TIMEOUT_MS = 60000, SYSCTL_BYTES = 4096 };

bool
oncrash_is_due(const struct attempt *attempt)
{
    return attempt->run.pid != 0 && attempt->summary.counts[OUTCOME_BACKEND_CRASH] > 0;
}

/* The first line of a file of the kernel's. The caller frees. */
static char *
read_line(const char *file)
{
    char text[SYSCTL_BYTES];
    FILE *stream = fopen(file, "re");
    char *line = NULL;

    if (stream != NULL && fgets(text, sizeof text, stream) != NULL) {
        text[strcspn(text, "\n")] = '\0';
        line = xstrdup(text);
    }
    if (stream != NULL)
        (void)fclose(stream);
    return line;
}

/* The name by which the kernel writes cores, see core(5), for what can be known of it here. The caller frees; NULL when
   a program takes them, or the name holds more than is known. */
static char *
core_name(const char *pattern, const struct attempt *attempt)
{
    struct buffer name = { 0 };
    bool has_pid = false;
    char *uses_pid;

    if (pattern[0] == '|')
        return NULL;
    for (; *pattern != '\0'; pattern++) {
        if (*pattern != '%') {
            buffer_append(&name, pattern, 1);
            continue;
        }
        switch (*++pattern) {
        case 'p':
        case 'i':
        case 'P':
        case 'I':
            has_pid = true;
            buffer_printf(&name, "%ld", (long)attempt->run.pid);
            break;
        case 's':
            buffer_printf(&name, "%d", attempt->run.ended.term_signal);
            break;
        case '%':
            buffer_add(&name, "%");
            break;
        default:
            buffer_free(&name);
            return NULL;
        }
    }
    uses_pid = read_line("/proc/sys/kernel/core_uses_pid");
    if (!has_pid && uses_pid != NULL && strcmp(uses_pid, "0") != 0)
        buffer_printf(&name, ".%ld", (long)attempt->run.pid);
    free(uses_pid);
    return buffer_take(&name);
}

/* The core that the worker has left, if it is a file and is there. The caller frees. */
static char *
find_core(const struct attempt *attempt)
{
    char *pattern;
    char *name = NULL;
    struct stat status;

    if (!attempt->run.ended.core_dumped)
        return NULL;
    pattern = read_line("/proc/sys/kernel/core_pattern");
    if (pattern != NULL)
        name = core_name(pattern, attempt);
    free(pattern);
    if (name != NULL && stat(name, &status) == 0 && S_ISREG(status.st_mode))
        return name;
    free(name);
    return NULL;
}

static void
describe(struct environment *environment, const struct cell_options *options, const struct attempt *attempt)
{
    char text[32];
    char name[SIGNAME_TEXT] = "";
    char *core = find_core(attempt);

    (void)snprintf(text, sizeof text, "%ld", (long)attempt->run.pid);
    if (attempt->run.ended.term_signal != 0)
        (void)signame_format(attempt->run.ended.term_signal, name);
    environment_set(environment, "ORI_CRASH_PID", text);
    environment_set(environment, "ORI_CRASH_SIGNAL", name);
    environment_set(environment, "ORI_CRASH_CORE", core != NULL ? core : "");
    environment_set(environment, "ORI_CRASH_WORKER", options->worker[0]);
    environment_set(environment, "ORI_CRASH_PATH", options->path);
    free(core);
}

int
oncrash_run(struct buffer *output, const struct cell_options *options, const struct attempt *attempt,
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
    describe(&environment, options, attempt);
    request.environment = environment.list;
    supervise_run(&request, &run);
    if (run.ended.how == ENDED_NOT_STARTED)
        diag_error("cannot run --on-crash: %s", run.ended.reason);
    else if (run.ended.how == ENDED_TIMED_OUT)
        diag_error("--on-crash took too long and was killed");
    buffer_append(output, printed.head.data, printed.head.size);
    free(run.ended.reason);
    capture_free(&printed);
    environment_free(&environment);
    free(command);
    return run.interrupted;
}
