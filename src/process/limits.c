/* limits: what --limit=RES=VALUE asks for, and setrlimit(2) for the worker. */
#include "process/limits.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/duration.h"

/* Of a cgroup, and no number of setrlimit's. */
enum { OF_CGROUP = UCHAR_MAX };

static const struct resource {
    const char *name;
    unsigned char number; /* for setrlimit, where it is signed or not as the C library has it */
} resources[] = {
    { "memory", OF_CGROUP },
    { "pids", OF_CGROUP },
    { "as", RLIMIT_AS },
    { "core", RLIMIT_CORE },
    { "cpu", RLIMIT_CPU },
    { "data", RLIMIT_DATA },
    { "fsize", RLIMIT_FSIZE },
    { "nofile", RLIMIT_NOFILE },
    { "stack", RLIMIT_STACK },
#ifdef RLIMIT_LOCKS
    { "locks", RLIMIT_LOCKS },
#endif
#ifdef RLIMIT_MEMLOCK
    { "memlock", RLIMIT_MEMLOCK },
#endif
#ifdef RLIMIT_MSGQUEUE
    { "msgqueue", RLIMIT_MSGQUEUE },
#endif
#ifdef RLIMIT_NICE
    { "nice", RLIMIT_NICE },
#endif
#ifdef RLIMIT_NPROC
    { "nproc", RLIMIT_NPROC },
#endif
#ifdef RLIMIT_RSS
    { "rss", RLIMIT_RSS },
#endif
#ifdef RLIMIT_RTPRIO
    { "rtprio", RLIMIT_RTPRIO },
#endif
#ifdef RLIMIT_RTTIME
    { "rttime", RLIMIT_RTTIME },
#endif
#ifdef RLIMIT_SIGPENDING
    { "sigpending", RLIMIT_SIGPENDING },
#endif
};

enum { RESOURCE_COUNT = sizeof resources / sizeof resources[0] };
_Static_assert((int)RESOURCE_COUNT <= (int)LIMITS_MAX, "every resource has a place");

static const struct resource *
find_resource(const char *name, size_t length)
{
    for (size_t i = 0; i < RESOURCE_COUNT; i++)
        if (strlen(resources[i].name) == length && memcmp(resources[i].name, name, length) == 0)
            return &resources[i];
    return NULL;
}

static void
set(struct limits *limits, const char *name, uint64_t value)
{
    int i = 0;

    while (i < limits->count && strcmp(limits->list[i].name, name) != 0)
        i++;
    limits->list[i] = (struct limit){ name, value };
    if (i == limits->count)
        limits->count++;
}

void
limits_init(struct limits *limits)
{
    limits->count = 0;
    set(limits, "core", 0);
}

static int
parse_value(const struct resource *resource, const char *text, uint64_t *value, const char **why)
{
    int64_t ms;

    if (strcmp(text, "unlimited") == 0) {
        *value = LIMIT_UNLIMITED;
        return 0;
    }
    if (resource->number != RLIMIT_CPU) {
        *why = "the value is no size";
        return size_parse(text, value);
    }
    *why = "the value is no duration of whole seconds";
    if (duration_parse(text, &ms) != 0 || ms % 1000 != 0)
        return -1;
    *value = (uint64_t)ms / 1000;
    return 0;
}

int
limits_parse(struct limits *limits, const char *text, const char **why)
{
    const char *equals = strchr(text, '=');
    const struct resource *resource;
    uint64_t value;

    if (equals == NULL) {
        *why = "not of the form RES=VALUE";
        return -1;
    }
    resource = find_resource(text, (size_t)(equals - text));
    if (resource == NULL) {
        *why =
            "no such resource; there are as, core, cpu, data, fsize, memory, nofile, nproc, pids, stack and the others "
            "of prlimit(1)";
        return -1;
    }
#if defined(__linux__) && defined(RLIMIT_RSS)
    if (resource->number == RLIMIT_RSS) {
        *why = "Linux takes it and does not enforce it, see setrlimit(2); as limits the address space";
        return -1;
    }
#endif
    if (parse_value(resource, equals + 1, &value, why) != 0)
        return -1;
    set(limits, resource->name, value);
    return 0;
}

int
limits_apply(const struct limits *limits, const char **name)
{
    for (int i = 0; i < limits->count; i++) {
        const struct limit *limit = &limits->list[i];
        const struct resource *resource = find_resource(limit->name, strlen(limit->name));
        rlim_t soft = limit->value == LIMIT_UNLIMITED ? RLIM_INFINITY : (rlim_t)limit->value;
        struct rlimit wanted = { .rlim_cur = soft, .rlim_max = soft };

        if (resource->number == OF_CGROUP)
            continue;
        if (resource->number == RLIMIT_CPU && soft != RLIM_INFINITY)
            wanted.rlim_max++;
        if (setrlimit(resource->number, &wanted) != 0) {
            *name = limit->name;
            return -1;
        }
    }
    return 0;
}

const char *
limits_of_cgroup(const struct limits *limits)
{
    for (int i = 0; i < limits->count; i++) {
        const struct limit *limit = &limits->list[i];

        if (limit->value != LIMIT_UNLIMITED && find_resource(limit->name, strlen(limit->name))->number == OF_CGROUP)
            return limit->name;
    }
    return NULL;
}

bool
limits_find(const struct limits *limits, const char *name, uint64_t *value)
{
    for (int i = 0; i < limits->count; i++) {
        if (strcmp(limits->list[i].name, name) == 0) {
            *value = limits->list[i].value;
            return *value != LIMIT_UNLIMITED;
        }
    }
    return false;
}

static double
cpu_seconds(const struct rusage *usage)
{
    return (double)usage->ru_utime.tv_sec + (double)usage->ru_stime.tv_sec +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

/* A worker that blocks SIGXCPU is killed by SIGKILL at the hard limit, a second later. The kernel holds the limit
   against the ticks of its clock that it has found the worker running at; what it tells in the end is the time itself.
 */
static bool
cpu_was_used(uint64_t value, int signal, const struct rusage *usage)
{
    double limit = (double)value + (signal == SIGKILL ? 1 : 0);

    return cpu_seconds(usage) >= limit * 0.9 - 0.1;
}

/* Blocks are of 512 bytes, whatever the file system's are. */
static bool
was_written(uint64_t value, const struct rusage *usage)
{
    return usage->ru_oublock > 0 && (uint64_t)usage->ru_oublock >= value / 512;
}

const char *
limits_explain(const struct limits *limits, int signal, const struct rusage *usage, char buffer[LIMIT_TEXT])
{
    char value_text[DURATION_TEXT];
    uint64_t value;

    if ((signal == SIGXCPU || signal == SIGKILL) && limits_find(limits, "cpu", &value) &&
        cpu_was_used(value, signal, usage)) {
        (void)snprintf(buffer, LIMIT_TEXT, "cpu limit %" PRIu64 "s", value);
        return buffer;
    }
    if (signal == SIGXFSZ && limits_find(limits, "fsize", &value) && was_written(value, usage)) {
        (void)snprintf(buffer, LIMIT_TEXT, "file size limit %s", size_format(value, value_text));
        return buffer;
    }
    return NULL;
}
