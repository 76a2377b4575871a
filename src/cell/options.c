/* options: the command line of ori-cell. */
#include "cell/options.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/duration.h"
#include "base/options.h"
#include "base/signame.h"
#include "base/text.h"

static int
parse_factor(const char *what, const char *text, double *factor)
{
    char *end;

    errno = 0;
    *factor = strtod(text, &end);
    if (end != text && *end == '\0' && errno == 0 && isfinite(*factor) && *factor > 0 && *factor <= 1e6)
        return -1;
    return diag_usage("%s=%s: not a factor such as 2 or 0.5", what, text);
}

static int
read_factor(void *place, const struct option_row *row, const char *text)
{
    (void)row;
    return parse_factor("--timeout-factor", text, place);
}

static int
read_run(void *place, const struct option_row *row, const char *text)
{
    if (!text_is_utf8(text, strlen(text)))
        return diag_usage("--run: the id is no UTF-8");
    return option_text(place, row, text);
}

static int
read_protocol(void *place, const struct option_row *row, const char *text)
{
    const struct protocol **protocol = place;

    *protocol = protocol_find(text);
    return *protocol != NULL ? -1 : diag_usage("--%s=%s: there is no such %s", row->name, text, row->name);
}

/* "crash,fail" as a set: the words stand in the order of its bits. 0, or -1 when there is another. */
static int
read_set(const char *text, const char *const *words, unsigned *set)
{
    *set = 0;
    for (const char *rest = text;; rest++) {
        size_t length = strcspn(rest, ",");
        int found = option_find_word(rest, length, words);

        if (found < 0)
            return -1;
        *set |= 1U << found;
        rest += length;
        if (*rest == '\0')
            return 0;
    }
}

static int
read_retry_on(void *place, const struct option_row *row, const char *text)
{
    static const char *const kinds[] = { "crash", "timeout", "fail", NULL };

    if (read_set(text, kinds, place) == 0)
        return -1;
    return diag_usage("--%s=%s: not a list of crash, timeout and fail", row->name, text);
}

static int
read_keep_output(void *place, const struct option_row *row, const char *text)
{
    size_t *keep = place;
    uint64_t value;

    if (size_parse(text, &value) != 0 || value > (uint64_t)1 << 30)
        return diag_usage("--%s=%s: not a size up to 1G such as 64K", row->name, text);
    *keep = (size_t)value;
    return -1;
}

static int
read_leak(void *place, const struct option_row *row, const char *text)
{
    enum leak_policy *policy = place;
    int found = LEAK_NOTE;
    int status = option_word(&found, row, text);

    *policy = (enum leak_policy)found;
    return status;
}

static int
read_isolate(void *place, const struct option_row *row, const char *text)
{
    static const char *const levels[] = { "pid", "cgroup", NULL };
    unsigned *set = place;

    *set = strcmp(text, "auto") == 0 ? ISOLATE_AUTO : ISOLATE_NONE;
    if (*set == ISOLATE_AUTO || strcmp(text, "none") == 0 || read_set(text, levels, set) == 0)
        return -1;
    return diag_usage("--%s=%s: not none, auto, or a list of pid and cgroup", row->name, text);
}

static int
read_jobserver(void *place, const struct option_row *row, const char *text)
{
    bool *pass = place;
    int found = 0;
    int status = option_word(&found, row, text);

    *pass = found == 1;
    return status;
}

static int
read_signal(void *place, const struct option_row *row, const char *text)
{
    int *number = place;

    *number = signame_parse(text);
    return *number > 0 ? -1 : diag_usage("--%s=%s: there is no such signal", row->name, text);
}

static int
read_limit(void *place, const struct option_row *row, const char *text)
{
    const char *why;

    return limits_parse(place, text, &why) == 0 ? -1 : diag_usage("--%s=%s: %s", row->name, text, why);
}

static const char *const leak_policies[] = { [LEAK_NOTE] = "note", [LEAK_FAIL] = "fail", NULL };
static const char *const jobserver_policies[] = { "hide", "pass", NULL };
static const struct option_range lines = { 0, 1000, "a number" };
static const struct option_range statuses = { 1, 255, "a status" };

#define PLACE(member) offsetof(struct cell_options, member)

static const struct option_row rows[] = {
    { 'o', "output", "FILE", "the record, replaced atomically", option_text, PLACE(output), NULL },
    { 0, "path", "PATH", "the test file's name in the record (default: the last ARG)", option_text, PLACE(path), NULL },
    { 0, "run", "ID", "id of the run (default: none)", read_run, PLACE(run), NULL },
    { 't', "timeout", "DURATION", "wall-clock limit, default 60s; 0 is none", option_duration, PLACE(timeout_ms),
      NULL },
    { 0, "timeout-factor", "F", "multiply it by F (default: $ORI_TIMEOUT_FACTOR or 1)", read_factor,
      PLACE(timeout_factor), NULL },
    { 0, "total-timeout", "DURATION", "for all attempts together; default 3 times their time-outs", option_duration,
      PLACE(total_timeout_ms), NULL },
    { 's', "signal", "SIG", "what to send at the deadline, default KILL", read_signal, PLACE(signal), NULL },
    { 'k', "kill-after", "DURATION", "SIGKILL this long after -s, default 5s; 0 is never", option_duration,
      PLACE(kill_after_ms), NULL },
    { 0, "limit", "RES=VALUE",
      "setrlimit for the worker, repeatable; RES as in prlimit(1):\nas core cpu data fsize nofile nproc stack ...; in "
      "a "
      "cgroup also\nmemory and pids, of the worker's family together",
      read_limit, PLACE(limits), NULL },
    { 0, "protocol", "P", "auto (default), frame, events, exit or tap", read_protocol, PLACE(protocol), NULL },
    { 0, "rerun-rest", NULL, "after a crash, run the tests that it kept from running (events)", option_set,
      PLACE(rerun_rest), NULL },
    { 0, "retries", "N", "run again up to N times; what passes then is flaky", option_number, PLACE(retries), &lines },
    { 0, "retry-on", "LIST", "for what: crash, timeout, fail; default crash,timeout,fail", read_retry_on,
      PLACE(retry_on), NULL },
    { 0, "empty-exit", "N", "exiting with N and no report is a file without tests, default none", option_number,
      PLACE(empty_exit), &statuses },
    { 0, "stderr-lines", "N", "lines of stderr kept in a crash message, default 5", option_number, PLACE(stderr_lines),
      &lines },
    { 0, "keep-output", "SIZE", "output kept of a failure, first and last SIZE each, default 64K", read_keep_output,
      PLACE(keep_output), NULL },
    { 0, "on-crash", "COMMAND", "run once after a crash; what it prints is the record's backtrace", option_name,
      PLACE(on_crash), NULL },
    { 0, "on-timeout", "COMMAND", "run at the deadline, before the worker is killed; likewise", option_name,
      PLACE(on_timeout), NULL },
    { 0, "leak-grace", "DURATION", "how long a process left behind may write on, default 0.5s", option_duration,
      PLACE(leak_grace_ms), NULL },
    { 0, "leak", "POLICY", "note (default) or fail: a process left behind is an error", read_leak, PLACE(leak),
      leak_policies },
    { 0, "isolate", "LEVELS",
      "none (default); pid, a pid namespace for the worker and its\nfamily; cgroup, a cgroup; pid,cgroup; or auto, the "
      "best there is",
      read_isolate, PLACE(isolate), NULL },
    { 0, "jobserver", "POLICY", "hide (default) make's jobserver from the worker, or pass it on", read_jobserver,
      PLACE(pass_jobserver), jobserver_policies },
    { 0, "fail", NULL, "exit 1 when the record holds a failure", option_set, PLACE(fail), NULL },
    { 0, "timing", NULL, "tell where the cell's own time went", option_set, PLACE(timing), NULL },
    { 'q', "quiet", NULL, "no line when it ends", option_set, PLACE(quiet), NULL },
    { .name = NULL },
};

static const struct option_table table = {
    .usage = "ori-cell [OPTION]... -o RECORD [--] WORKER [ARG]...",
    .about = "Run one worker on one test file behind a process boundary, and write one record.\n",
    .closing = "Durations are seconds, or have one of the suffixes s, m, h, d; sizes may end in K, M, G, T.\n"
               "Exit status: 0 the record is written, 1 only with --fail, 126 or 127 the worker could not\n"
               "be run, 64 usage, 74 the record could not be written.\n",
    .rows = rows,
    .column = 28,
    .in_order = true,
};

/* What is missing, and what follows from what. */
static int
complete(struct cell_options *options, int argc, char **argv, int first)
{
    const char *limit = limits_of_cgroup(&options->limits);

    if (options->output == NULL)
        return diag_usage("no record named with -o");
    if (options->output[0] == '\0')
        return diag_usage("the record's name is empty");
    if (first >= argc)
        return diag_usage("no worker to run");
    if (argv[first][0] == '\0')
        return diag_usage("the worker's name is empty");
    if (options->rerun_rest && !options->protocol->knows_rest)
        return diag_usage("--rerun-rest needs a worker that reports by --protocol=events");
    if (limit != NULL && (options->isolate & (ISOLATE_CGROUP | ISOLATE_AUTO)) == 0)
        return diag_usage("--limit=%s: only a cgroup can enforce it, see --isolate=cgroup", limit);
    options->worker = argv + first;
    if (options->path == NULL)
        options->path = argv[argc - 1];
    if (options->timeout_ms > 0) {
        double scaled = (double)options->timeout_ms * options->timeout_factor;

        if (scaled > 3e13)
            return diag_usage("--timeout times the factor is too long");
        options->timeout_ms = scaled < 1 ? 1 : (int64_t)scaled;
    }
    if (options->total_timeout_ms < 0)
        options->total_timeout_ms = 3 * options->timeout_ms * (int64_t)(options->retries + 1);
    return -1;
}

int
cell_options_read(struct cell_options *options, int argc, char **argv)
{
    const char *factor = getenv("ORI_TIMEOUT_FACTOR");
    int status = -1;
    int first;

    *options = (struct cell_options){
        .timeout_ms = 60000,
        .timeout_factor = 1,
        .total_timeout_ms = -1, /* as complete() has it */
        .kill_after_ms = 5000,
        .leak_grace_ms = 500,
        .signal = SIGKILL,
        .protocol = &protocol_auto,
        .stderr_lines = 5,
        .keep_output = 64 << 10,
        .retry_on = RETRY_ON_CRASH | RETRY_ON_TIMEOUT | RETRY_ON_FAIL,
    };
    limits_init(&options->limits);
    if (factor != NULL && factor[0] != '\0')
        status = parse_factor("ORI_TIMEOUT_FACTOR", factor, &options->timeout_factor);
    if (status < 0)
        status = options_read(&table, options, argc, argv, &first);
    return status < 0 ? complete(options, argc, argv, first) : status;
}
