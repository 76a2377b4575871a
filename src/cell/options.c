/* options: the command line of ori-cell. */
#include <config.h>

#include "cell/options.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/duration.h"
#include "base/io.h"
#include "base/signame.h"
#include "base/text.h"

enum {
    OPT_PATH = 256,
    OPT_RUN,
    OPT_LIMIT,
    OPT_PROTOCOL,
    OPT_STDERR_LINES,
    OPT_EMPTY_EXIT,
    OPT_TOTAL_TIMEOUT,
    OPT_ISOLATE,
    OPT_FAIL,
    OPT_TIMING,
    OPT_LEAK_GRACE,
    OPT_LEAK,
    OPT_TIMEOUT_FACTOR,
    OPT_JOBSERVER,
    OPT_RERUN_REST,
    OPT_RETRIES,
    OPT_RETRY_ON,
    OPT_KEEP_OUTPUT,
    OPT_ON_CRASH,
    OPT_ON_TIMEOUT,
    OPT_HELP,
    OPT_VERSION
};

static const struct option long_options[] = {
    { "output", required_argument, NULL, 'o' },
    { "path", required_argument, NULL, OPT_PATH },
    { "run", required_argument, NULL, OPT_RUN },
    { "timeout", required_argument, NULL, 't' },
    { "timeout-factor", required_argument, NULL, OPT_TIMEOUT_FACTOR },
    { "total-timeout", required_argument, NULL, OPT_TOTAL_TIMEOUT },
    { "signal", required_argument, NULL, 's' },
    { "kill-after", required_argument, NULL, 'k' },
    { "limit", required_argument, NULL, OPT_LIMIT },
    { "protocol", required_argument, NULL, OPT_PROTOCOL },
    { "empty-exit", required_argument, NULL, OPT_EMPTY_EXIT },
    { "stderr-lines", required_argument, NULL, OPT_STDERR_LINES },
    { "leak-grace", required_argument, NULL, OPT_LEAK_GRACE },
    { "leak", required_argument, NULL, OPT_LEAK },
    { "isolate", required_argument, NULL, OPT_ISOLATE },
    { "jobserver", required_argument, NULL, OPT_JOBSERVER },
    { "rerun-rest", no_argument, NULL, OPT_RERUN_REST },
    { "retries", required_argument, NULL, OPT_RETRIES },
    { "retry-on", required_argument, NULL, OPT_RETRY_ON },
    { "keep-output", required_argument, NULL, OPT_KEEP_OUTPUT },
    { "on-crash", required_argument, NULL, OPT_ON_CRASH },
    { "on-timeout", required_argument, NULL, OPT_ON_TIMEOUT },
    { "fail", no_argument, NULL, OPT_FAIL },
    { "timing", no_argument, NULL, OPT_TIMING },
    { "quiet", no_argument, NULL, 'q' },
    { "help", no_argument, NULL, OPT_HELP },
    { "version", no_argument, NULL, OPT_VERSION },
    { NULL, 0, NULL, 0 },
};

static const char help[] =
    "Usage: ori-cell [OPTION]... -o RECORD [--] WORKER [ARG]...\n"
    "Run one worker on one test file behind a process boundary, and write one record.\n"
    "\n"
    "  -o, --output=FILE         the record, replaced atomically\n"
    "      --path=PATH           the test file's name in the record (default: the last ARG)\n"
    "      --run=ID              id of the run (default: none)\n"
    "  -t, --timeout=DURATION    wall-clock limit, default 60s; 0 is none\n"
    "      --timeout-factor=F    multiply it by F (default: $ORI_TIMEOUT_FACTOR or 1)\n"
    "      --total-timeout=DURATION for all attempts together; default 3 times their time-outs\n"
    "  -s, --signal=SIG          what to send at the deadline, default KILL\n"
    "  -k, --kill-after=DURATION SIGKILL this long after -s, default 5s; 0 is never\n"
    "      --limit=RES=VALUE     setrlimit for the worker, repeatable; RES as in prlimit(1):\n"
    "                            as core cpu data fsize nofile nproc stack ...; in a cgroup also\n"
    "                            memory and pids, of the worker's family together\n"
    "      --protocol=P          auto (default), frame, events, exit or tap\n"
    "      --rerun-rest          after a crash, run the tests that it kept from running (events)\n"
    "      --retries=N           run again up to N times; what passes then is flaky\n"
    "      --retry-on=LIST       for what: crash, timeout, fail; default crash,timeout,fail\n"
    "      --empty-exit=N        exiting with N and no report is a file without tests, default none\n"
    "      --stderr-lines=N      lines of stderr kept in a crash message, default 5\n"
    "      --keep-output=SIZE    output kept of a failure, first and last SIZE each, default 64K\n"
    "      --on-crash=COMMAND    run once after a crash; what it prints is the record's backtrace\n"
    "      --on-timeout=COMMAND  run at the deadline, before the worker is killed; likewise\n"
    "      --leak-grace=DURATION how long a process left behind may write on, default 0.5s\n"
    "      --leak=POLICY         note (default) or fail: a process left behind is an error\n"
    "      --isolate=LEVELS      none (default); pid, a pid namespace for the worker and its\n"
    "                            family; cgroup, a cgroup; pid,cgroup; or auto, the best there is\n"
    "      --jobserver=POLICY    hide (default) make's jobserver from the worker, or pass it on\n"
    "      --fail                exit 1 when the record holds a failure\n"
    "      --timing              tell where the cell's own time went\n"
    "  -q, --quiet               no line when it ends\n"
    "      --help, --version     print this, or the version, and exit\n"
    "\n"
    "Durations are seconds, or have one of the suffixes s, m, h, d; sizes may end in K, M, G, T.\n"
    "Exit status: 0 the record is written, 1 only with --fail, 126 or 127 the worker could not\n"
    "be run, 64 usage, 74 the record could not be written.\n";

/* The place of TEXT in the list, or -1. */
static int
find_word(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(text, words[i]) == 0)
            return (int)i;
    return -1;
}

static int
read_duration(const char *option, const char *text, int64_t *ms)
{
    if (duration_parse(text, ms) == 0)
        return -1;
    return diag_usage("--%s=%s: not a duration such as 10, 0.5 or 2m", option, text);
}

static int
read_factor(const char *what, const char *text, double *factor)
{
    char *end;

    errno = 0;
    *factor = strtod(text, &end);
    if (end != text && *end == '\0' && errno == 0 && isfinite(*factor) && *factor > 0 && *factor <= 1e6)
        return -1;
    return diag_usage("%s=%s: not a factor such as 2 or 0.5", what, text);
}

static int
read_count(const char *option, const char *text, size_t *count)
{
    uint64_t value;

    if (size_parse(text, &value) == 0 && value <= 1000) {
        *count = (size_t)value;
        return -1;
    }
    return diag_usage("--%s=%s: not a number from 0 to 1000", option, text);
}

static int
read_empty_exit(struct cell_options *options, const char *text)
{
    uint64_t value;

    if (strspn(text, "0123456789") != strlen(text) || size_parse(text, &value) != 0 || value < 1 || value > 255)
        return diag_usage("--empty-exit=%s: not a status from 1 to 255", text);
    options->empty_exit = (int)value;
    return -1;
}

static int
read_word(const char *option, const char *text, const char *const *words, size_t count, int *place)
{
    *place = find_word(text, words, count);
    if (*place >= 0)
        return -1;
    return diag_usage("--%s=%s: there is no such %s", option, text, option);
}

static int
read_protocol(struct cell_options *options, const char *text)
{
    const char *names[PROTOCOL_COUNT];
    int place;
    int status;

    for (int i = 0; i < PROTOCOL_COUNT; i++)
        names[i] = protocol_name((enum protocol)i);
    status = read_word("protocol", text, names, PROTOCOL_COUNT, &place);
    if (status < 0)
        options->protocol = (enum protocol)place;
    return status;
}

/* Reads words parted by commas as a set, which has bit N for the N-th word. 0, or -1 when there is another word. */
static int
read_set(const char *text, const char *const *words, size_t count, unsigned *set)
{
    char word[16];

    *set = 0;
    for (const char *rest = text;; rest++) {
        size_t length = strcspn(rest, ",");
        int place;

        (void)snprintf(word, sizeof word, "%.*s", length < sizeof word ? (int)length : (int)sizeof word, rest);
        place = find_word(word, words, count);
        if (place < 0)
            return -1;
        *set |= 1U << place;
        rest += length;
        if (*rest == '\0')
            return 0;
    }
}

/* The words stand as the bits of enum retry_on. */
static int
read_retry_on(struct cell_options *options, const char *text)
{
    static const char *const kinds[] = { "crash", "timeout", "fail" };

    if (read_set(text, kinds, sizeof kinds / sizeof kinds[0], &options->retry_on) == 0)
        return -1;
    return diag_usage("--retry-on=%s: not a list of crash, timeout and fail", text);
}

static int
read_keep_output(struct cell_options *options, const char *text)
{
    uint64_t value;

    if (size_parse(text, &value) != 0 || value > (uint64_t)1 << 30)
        return diag_usage("--keep-output=%s: not a size up to 1G such as 64K", text);
    options->keep_output = (size_t)value;
    return -1;
}

static int
read_leak(struct cell_options *options, const char *text)
{
    static const char *const policies[] = { [LEAK_NOTE] = "note", [LEAK_FAIL] = "fail" };
    int place;
    int status = read_word("leak", text, policies, sizeof policies / sizeof policies[0], &place);

    if (status < 0)
        options->leak = (enum leak_policy)place;
    return status;
}

/* The words stand as the bits of enum isolate. */
static int
read_isolate(struct cell_options *options, const char *text)
{
    static const char *const levels[] = { "pid", "cgroup" };

    options->isolate = ISOLATE_NONE;
    if (strcmp(text, "auto") == 0)
        options->isolate = ISOLATE_AUTO;
    if (strcmp(text, "auto") == 0 || strcmp(text, "none") == 0)
        return -1;
    if (read_set(text, levels, sizeof levels / sizeof levels[0], &options->isolate) == 0)
        return -1;
    return diag_usage("--isolate=%s: not none, auto, or a list of pid and cgroup", text);
}

static int
read_jobserver(struct cell_options *options, const char *text)
{
    static const char *const policies[] = { "hide", "pass" };
    int place;
    int status = read_word("jobserver", text, policies, sizeof policies / sizeof policies[0], &place);

    if (status < 0)
        options->pass_jobserver = place == 1;
    return status;
}

static int
read_signal(struct cell_options *options, const char *text)
{
    options->signal = signame_parse(text);
    return options->signal > 0 ? -1 : diag_usage("--signal=%s: there is no such signal", text);
}

static int
read_limit(struct cell_options *options, const char *text)
{
    const char *why;

    return limits_parse(&options->limits, text, &why) == 0 ? -1 : diag_usage("--limit=%s: %s", text, why);
}

static int
read_option(struct cell_options *options, double *factor, int opt, char **argv)
{
    switch (opt) {
    case 'o':
        options->output = optarg;
        return -1;
    case OPT_PATH:
        options->path = optarg;
        return -1;
    case OPT_RUN:
        options->run = optarg;
        return text_is_utf8(optarg, strlen(optarg)) ? -1 : diag_usage("--run: the id is no UTF-8");
    case 't':
        return read_duration("timeout", optarg, &options->timeout_ms);
    case OPT_TIMEOUT_FACTOR:
        return read_factor("--timeout-factor", optarg, factor);
    case OPT_ISOLATE:
        return read_isolate(options, optarg);
    case OPT_TOTAL_TIMEOUT:
        return read_duration("total-timeout", optarg, &options->total_timeout_ms);
    case 's':
        return read_signal(options, optarg);
    case 'k':
        return read_duration("kill-after", optarg, &options->kill_after_ms);
    case OPT_LIMIT:
        return read_limit(options, optarg);
    case OPT_PROTOCOL:
        return read_protocol(options, optarg);
    case OPT_STDERR_LINES:
        return read_count("stderr-lines", optarg, &options->stderr_lines);
    case OPT_EMPTY_EXIT:
        return read_empty_exit(options, optarg);
    case OPT_LEAK_GRACE:
        return read_duration("leak-grace", optarg, &options->leak_grace_ms);
    case OPT_LEAK:
        return read_leak(options, optarg);
    case OPT_JOBSERVER:
        return read_jobserver(options, optarg);
    case OPT_RERUN_REST:
        options->rerun_rest = true;
        return -1;
    case OPT_RETRIES:
        return read_count("retries", optarg, &options->retries);
    case OPT_RETRY_ON:
        return read_retry_on(options, optarg);
    case OPT_KEEP_OUTPUT:
        return read_keep_output(options, optarg);
    case OPT_ON_CRASH:
        options->on_crash = optarg;
        return *optarg != '\0' ? -1 : diag_usage("--on-crash=: the command is empty");
    case OPT_ON_TIMEOUT:
        options->on_timeout = optarg;
        return *optarg != '\0' ? -1 : diag_usage("--on-timeout=: the command is empty");
    case OPT_FAIL:
        options->fail = true;
        return -1;
    case OPT_TIMING:
        options->timing = true;
        return -1;
    case 'q':
        options->quiet = true;
        return -1;
    case OPT_HELP:
        return diag_answer(help);
    case OPT_VERSION:
        return diag_answer("ori-cell (ori-cell) " PACKAGE_VERSION "\n");
    default:
        return diag_bad_option(opt, argv);
    }
}

/* What is missing, and what follows from what. */
static int
complete(struct cell_options *options, int argc, char **argv, double factor)
{
    const char *limit;

    if (options->output == NULL)
        return diag_usage("no record named with -o");
    if (options->output[0] == '\0')
        return diag_usage("the record's name is empty");
    if (optind >= argc)
        return diag_usage("no worker to run");
    if (argv[optind][0] == '\0')
        return diag_usage("the worker's name is empty");
    if (options->rerun_rest && options->protocol != PROTOCOL_AUTO && options->protocol != PROTOCOL_EVENTS)
        return diag_usage("--rerun-rest needs a worker that reports by --protocol=events");
    limit = limits_of_cgroup(&options->limits);
    if (limit != NULL && (options->isolate & (ISOLATE_CGROUP | ISOLATE_AUTO)) == 0)
        return diag_usage("--limit=%s: only a cgroup can enforce it, see --isolate=cgroup", limit);
    options->worker = argv + optind;
    if (options->path == NULL)
        options->path = argv[argc - 1];
    if (options->timeout_ms > 0) {
        double scaled = (double)options->timeout_ms * factor;

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
    const char *factor_text = getenv("ORI_TIMEOUT_FACTOR");
    double factor = 1;
    int status = -1;
    int opt;

    *options = (struct cell_options){
        .timeout_ms = 60000,
        .total_timeout_ms = -1, /* as complete() has it */
        .kill_after_ms = 5000,
        .leak_grace_ms = 500,
        .signal = SIGKILL,
        .stderr_lines = 5,
        .keep_output = 64 << 10,
        .retry_on = RETRY_ON_CRASH | RETRY_ON_TIMEOUT | RETRY_ON_FAIL,
    };
    limits_init(&options->limits);
    if (factor_text != NULL && factor_text[0] != '\0')
        status = read_factor("ORI_TIMEOUT_FACTOR", factor_text, &factor);
    opterr = 0;
    while (status < 0 && (opt = getopt_long(argc, argv, "+:o:t:s:k:q", long_options, NULL)) != -1)
        status = read_option(options, &factor, opt, argv);
    return status < 0 ? complete(options, argc, argv, factor) : status;
}
