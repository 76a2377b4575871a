/* findings: makes the record's facts of what the cell knows. What goes through more than one step is gathered in a
   struct telling, whose memory the facts point to. */
#include <config.h>

#include "cell/findings.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/signame.h"
#include "record/facts.h"
#include "record/record.h"

enum { CONTAINMENTS = 3 };

struct telling {
    struct facts facts;
    char host[256];
    const char *containment[CONTAINMENTS + 1];
    struct facts_signal signals[SIGNALS_IGNORED_KEPT];
    char signal_names[SIGNALS_IGNORED_KEPT][SIGNAME_TEXT];
    struct facts_leak leaks[LEAKS_KEPT];
    struct facts_limit limits[LIMITS_MAX];
    struct buffer out_tail;
    struct buffer err_tail;
};

/* How long the cell itself has taken so far: all but the time in which its last worker ran. */
static int64_t
overhead_us(const struct findings *findings)
{
    const struct supervised *run = &findings->attempt->run;

    return clock_us() - findings->begun_us - (run->died_us - run->running_us);
}

static int64_t
timeval_ms(const struct timeval *time)
{
    return (int64_t)time->tv_sec * 1000 + time->tv_usec / 1000;
}

/* ru_maxrss is in KiB on Linux and the BSDs. */
static void
tell_usage(struct facts *facts, const struct supervised *run)
{
    const struct memory_use *memory = &run->containment.memory;

    facts->wall_ms = run->wall_ms;
    facts->user_ms = timeval_ms(&run->usage.ru_utime);
    facts->system_ms = timeval_ms(&run->usage.ru_stime);
    facts->max_rss_kib = run->usage.ru_maxrss;
    if (memory->max_bytes >= 0)
        facts->max_memory_kib = memory->max_bytes / 1024;
    if (memory->oom_kills > 0)
        facts->oom_kills = (int64_t)memory->oom_kills;
}

static void
tell_host(struct telling *telling)
{
    if (gethostname(telling->host, sizeof telling->host) != 0)
        telling->host[0] = '\0';
    telling->host[sizeof telling->host - 1] = '\0';
    telling->facts.host = telling->host;
}

/* What held the family, and what reached the cell meanwhile. */
static void
tell_containment(struct telling *telling, const struct supervised *run)
{
    struct facts *facts = &telling->facts;
    size_t count = 0;

    telling->containment[count++] = run->containment.adopts ? "subreaper" : "group";
    if (run->containment.in_namespace)
        telling->containment[count++] = "pid";
    if (run->containment.in_cgroup)
        telling->containment[count++] = "cgroup";
    facts->containment = telling->containment;
    if (run->continued > 0)
        facts->stopped = (int64_t)run->continued;
    for (size_t i = 0; i < run->ignored_count; i++) {
        const struct signal_ignored *ignored = &run->ignored[i];

        telling->signals[i] = (struct facts_signal){ signame_format(ignored->number, telling->signal_names[i]),
                                                     ignored->sender, (int64_t)ignored->count };
    }
    facts->signals = telling->signals;
    facts->signal_count = run->ignored_count;
}

static void
tell_leaks(struct telling *telling, const struct leaks *leaks)
{
    struct facts *facts = &telling->facts;

    if (leaks->count == 0)
        return;
    facts->leaked_count = (int64_t)leaks->count;
    facts->leak_count = leaks->count < LEAKS_KEPT ? leaks->count : LEAKS_KEPT;
    for (size_t i = 0; i < facts->leak_count; i++)
        telling->leaks[i] = (struct facts_leak){ leaks->list[i].pid, leaks->list[i].command };
    facts->leaks = telling->leaks;
}

static void
tell_attempts(struct facts *facts, const struct attempts *attempts)
{
    if (attempts->count < 2)
        return;
    facts->attempts = attempts->notes;
    facts->attempt_count = attempts->count;
}

/* A stream's first and last KEEP bytes, or all of it in the head, in one piece, if it is that short, so that no
   character is cut in two. */
static struct facts_stream
stream(const struct capture *text, size_t keep, struct buffer *tail)
{
    bool is_short = text->bytes <= 2 * (uint64_t)keep;
    struct facts_stream told;

    capture_last(text, is_short ? 2 * keep : keep, tail);
    told.head = (struct facts_bytes){ text->head.data, text->head.size };
    told.tail = (struct facts_bytes){ buffer_text(tail), tail->size };
    told.omitted_bytes = (int64_t)(text->bytes - text->head.size - tail->size);
    if (is_short) {
        told.head = told.tail;
        told.tail = (struct facts_bytes){ "", 0 };
        told.omitted_bytes = 0;
    }
    if (told.head.data == NULL)
        told.head.data = "";
    return told;
}

/* What the worker printed is of interest when something went wrong. */
static void
tell_output(struct telling *telling, const struct findings *findings)
{
    const struct attempt *attempt = findings->attempt;
    struct facts *facts = &telling->facts;
    size_t keep = findings->options->keep_output;

    facts->stdout_bytes = (int64_t)attempt->stdout_bytes;
    facts->stderr_bytes = (int64_t)attempt->stderr_text.bytes;
    facts->stderr_tail = attempt->stderr_tail;
    if (findings->backtrace != NULL)
        facts->backtrace = (struct facts_bytes){ findings->backtrace->data != NULL ? findings->backtrace->data : "",
                                                 findings->backtrace->size };
    facts->has_output = keep > 0 && summary_has_failures(&attempt->summary);
    if (!facts->has_output)
        return;
    facts->out = stream(&attempt->stdout_text, keep, &telling->out_tail);
    facts->err = stream(&attempt->stderr_text, keep, &telling->err_tail);
}

static void
tell_limits(struct telling *telling, const struct cell_options *options)
{
    const struct limits *limits = &options->limits;

    telling->facts.timeout_ms = options->timeout_ms;
    for (int i = 0; i < limits->count; i++) {
        const struct limit *limit = &limits->list[i];

        telling->limits[i] = (struct facts_limit){ limit->name, limit->value == LIMIT_UNLIMITED, limit->value };
    }
    telling->facts.limits = telling->limits;
    telling->facts.limit_count = (size_t)limits->count;
}

static void
tell(struct telling *telling, const struct findings *findings)
{
    const struct cell_options *options = findings->options;
    const struct attempt *attempt = findings->attempt;
    const struct supervised *run = &attempt->run;
    struct facts *facts = &telling->facts;

    facts_init(facts);
    facts->version = PACKAGE_VERSION;
    facts->worker = (const char *const *)options->worker;
    facts->protocol = attempt->protocol->name;
    if (options->empty_exit > 0)
        facts->empty_exit = (int64_t)options->empty_exit;
    facts->ended = facts_end(&run->ended);
    facts->started_ms = (int64_t)run->started_at.tv_sec * 1000 + run->started_at.tv_nsec / 1000000;
    tell_host(telling);
    tell_usage(facts, run);
    if (findings->attempts->count == 1)
        facts->overhead_us = overhead_us(findings);
    tell_containment(telling, run);
    tell_leaks(telling, &run->containment.leaks);
    tell_attempts(facts, findings->attempts);
    tell_output(telling, findings);
    tell_limits(telling, options);
}

void
findings_record(struct buffer *out, const struct findings *findings, const struct drain *drain)
{
    struct telling telling = { .host = "" };

    tell(&telling, findings);
    record_write(out, findings->options->run, &findings->attempt->summary, &telling.facts, drain);
    buffer_free(&telling.out_tail);
    buffer_free(&telling.err_tail);
}
