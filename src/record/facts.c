/* facts: what a cell tells, as tables of members. */
#include "record/facts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/signame.h"

#define ROW(structure, member) .name = #member, .place = offsetof(struct structure, member)

/* How a worker ended. */

static void
write_how(struct writer *writer, const char *name, const void *base)
{
    const struct facts_end *end = base;

    if (end->is_known)
        writer_string(writer, name, ended_name(end->how));
}

static void
read_how(struct arena *texts, struct pull *pull, void *base)
{
    struct facts_end *end = base;
    const char *how = members_read_text(texts, pull);

    end->is_known = how != NULL && ended_parse(how, &end->how) == 0;
}

/* The signal for people. */
static void
write_signal_name(struct writer *writer, const char *name, const void *base)
{
    const struct facts_end *end = base;
    char text[SIGNAME_TEXT];

    if (end->signal >= 0)
        writer_string(writer, name, signame_format((int)end->signal, text));
}

static void
read_signal_name(struct arena *texts, struct pull *pull, void *base)
{
    (void)texts;
    (void)base;
    pull_skip(pull);
}

static void
write_core_dumped(struct writer *writer, const char *name, const void *base)
{
    const struct facts_end *end = base;

    if (end->signal >= 0)
        writer_boolean(writer, name, end->core_dumped);
}

static void
read_core_dumped(struct arena *texts, struct pull *pull, void *base)
{
    struct facts_end *end = base;

    (void)texts;
    end->core_dumped = pull_expect(pull, PULL_BOOLEAN, "core_dumped") && pull_boolean(pull);
}

static const struct member end_members[] = {
    { .name = "how", .kind = MEMBER_OTHER, .write = write_how, .read = read_how },
    { ROW(facts_end, reason), .kind = MEMBER_TEXT },
    { ROW(facts_end, after_ms), .kind = MEMBER_NUMBER },
    { ROW(facts_end, survived), .kind = MEMBER_FLAG },
    { ROW(facts_end, signal), .kind = MEMBER_NUMBER },
    { .name = "name", .kind = MEMBER_OTHER, .write = write_signal_name, .read = read_signal_name },
    { .name = "core_dumped", .kind = MEMBER_OTHER, .write = write_core_dumped, .read = read_core_dumped },
    { ROW(facts_end, code), .kind = MEMBER_NUMBER },
    { .name = NULL },
};

#define NO_END                                                     \
    {                                                              \
        .code = NOT_TOLD, .signal = NOT_TOLD, .after_ms = NOT_TOLD \
    }

struct facts_end
facts_end(const struct ended *ended)
{
    struct facts_end end = NO_END;

    end.is_known = true;
    end.how = ended->how;
    end.reason = ended->reason;
    if (ended->how == ENDED_NOT_STARTED)
        return end;
    if (ended->how == ENDED_TIMED_OUT)
        end.after_ms = ended->after_ms;
    end.survived = ended->survived;
    end.core_dumped = ended->core_dumped;
    if (!ended->survived && ended->term_signal != 0)
        end.signal = ended->term_signal;
    else if (!ended->survived)
        end.code = ended->exit_code;
    return end;
}

/* Attempts. */

static const char *const reasons[] = { [FACTS_FIRST] = "first", [FACTS_REST] = "rest", [FACTS_RETRY] = "retry" };

static void
write_reason(struct writer *writer, const char *name, const void *base)
{
    const struct facts_attempt *attempt = base;

    if (attempt->reason != FACTS_OTHER)
        writer_string(writer, name, reasons[attempt->reason]);
}

static void
read_reason(struct arena *texts, struct pull *pull, void *base)
{
    struct facts_attempt *attempt = base;
    const char *text = members_read_text(texts, pull);

    for (int i = 0; text != NULL && i < FACTS_OTHER; i++)
        if (strcmp(text, reasons[i]) == 0)
            attempt->reason = (enum facts_reason)i;
}

#define COUNT_ROW(text, outcome) .name = (text), .place = offsetof(struct facts_attempt, counts[outcome])

static const struct member attempt_members[] = {
    { .name = "reason", .kind = MEMBER_OTHER, .write = write_reason, .read = read_reason },
    { ROW(facts_attempt, ended), .kind = MEMBER_OBJECT, .members = end_members },
    { ROW(facts_attempt, wall_ms), .kind = MEMBER_NUMBER },
    { COUNT_ROW("passed", OUTCOME_PASSED), .kind = MEMBER_NUMBER },
    { COUNT_ROW("failed", OUTCOME_FAILED), .kind = MEMBER_NUMBER },
    { COUNT_ROW("skipped", OUTCOME_SKIPPED), .kind = MEMBER_NUMBER },
    { COUNT_ROW("skipped_unchanged", OUTCOME_SKIPPED_UNCHANGED), .kind = MEMBER_NUMBER },
    { COUNT_ROW("llvm_compile_fail", OUTCOME_LLVM_COMPILE_FAIL), .kind = MEMBER_NUMBER },
    { COUNT_ROW("backend_crash", OUTCOME_BACKEND_CRASH), .kind = MEMBER_NUMBER },
    { ROW(facts_attempt, errors), .kind = MEMBER_NUMBER },
    { ROW(facts_attempt, message), .kind = MEMBER_VALID },
    { .name = NULL },
};

static const struct facts_attempt no_attempt = { .reason = FACTS_OTHER, .ended = NO_END };

/* What came to the cell, and what was left of the family. */

static const struct member signal_members[] = {
    { .name = "signal", .kind = MEMBER_TEXT, .place = offsetof(struct facts_signal, name) },
    { ROW(facts_signal, sender), .kind = MEMBER_NUMBER },
    { ROW(facts_signal, count), .kind = MEMBER_NUMBER },
    { .name = NULL },
};

static const struct facts_signal no_signal = { NULL, NOT_TOLD, NOT_TOLD };

static const struct member leak_members[] = {
    { ROW(facts_leak, pid), .kind = MEMBER_NUMBER },
    { ROW(facts_leak, command), .kind = MEMBER_TEXT },
    { .name = NULL },
};

static const struct facts_leak no_leak = { NOT_TOLD, NULL };

/* Times, as "2026-11-23T01:54:00.123Z". */

static void
write_started(struct writer *writer, const char *name, const void *base)
{
    const struct facts *facts = base;
    time_t seconds = (time_t)(facts->started_ms / 1000);
    char date[32];
    char text[48];
    struct tm utc;

    if (facts->started_ms < 0 || gmtime_r(&seconds, &utc) == NULL ||
        strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &utc) == 0) {
        writer_null(writer, name);
        return;
    }
    (void)snprintf(text, sizeof text, "%s.%03dZ", date, (int)(facts->started_ms % 1000));
    writer_string(writer, name, text);
}

/* The milliseconds of the epoch; NOT_TOLD when it is none. */
static int64_t
parse_time(const char *text)
{
    struct tm utc = { 0 };
    const char *rest = strptime(text, "%Y-%m-%dT%H:%M:%S", &utc);
    int64_t ms = 0;
    int64_t unit = 100;

    if (rest == NULL)
        return NOT_TOLD;
    if (*rest == '.')
        for (int i = 1; unit > 0 && rest[i] >= '0' && rest[i] <= '9'; i++, unit /= 10)
            ms += (rest[i] - '0') * unit;
    ms += (int64_t)timegm(&utc) * 1000;
    return ms >= 0 ? ms : NOT_TOLD;
}

static void
read_started(struct arena *texts, struct pull *pull, void *base)
{
    struct facts *facts = base;
    const char *text = members_read_text(texts, pull);

    facts->started_ms = text != NULL ? parse_time(text) : NOT_TOLD;
}

/* What was printed. */

static void
write_tail(struct writer *writer, const char *name, const void *base)
{
    const char *tail = ((const struct facts *)base)->stderr_tail;
    struct buffer line = { 0 };

    if (tail == NULL)
        return;
    writer_array(writer, name, false);
    while (*tail != '\0') {
        size_t length = strcspn(tail, "\n");

        buffer_clear(&line);
        buffer_append(&line, tail, length);
        writer_string(writer, NULL, buffer_text(&line));
        tail += length + (tail[length] == '\n');
    }
    writer_end_array(writer);
    buffer_free(&line);
}

static void
read_tail(struct arena *texts, struct pull *pull, void *base)
{
    struct facts *facts = base;
    struct buffer lines = { 0 };

    if (!pull_expect(pull, PULL_ARRAY, "stderr_tail"))
        return;
    (void)pull_enter(pull);
    while (pull_item(pull)) {
        const char *line = members_read_text(texts, pull);

        if (line == NULL)
            continue;
        buffer_add(&lines, lines.size > 0 ? "\n" : "");
        buffer_add(&lines, line);
    }
    facts->stderr_tail = arena_copy(texts, buffer_text(&lines), lines.size);
    buffer_free(&lines);
}

static void
write_bytes(struct writer *writer, const char *name, const struct facts_bytes *bytes)
{
    if (bytes->data != NULL)
        writer_bytes(writer, name, bytes->data, bytes->size);
}

static void
read_bytes(struct arena *texts, struct pull *pull, struct facts_bytes *bytes)
{
    bytes->data = members_read_text(texts, pull);
    bytes->size = bytes->data != NULL ? strlen(bytes->data) : 0;
}

static void
write_head(struct writer *writer, const char *name, const void *base)
{
    write_bytes(writer, name, &((const struct facts_stream *)base)->head);
}

static void
read_head(struct arena *texts, struct pull *pull, void *base)
{
    read_bytes(texts, pull, &((struct facts_stream *)base)->head);
}

static void
write_end_of_stream(struct writer *writer, const char *name, const void *base)
{
    write_bytes(writer, name, &((const struct facts_stream *)base)->tail);
}

static void
read_end_of_stream(struct arena *texts, struct pull *pull, void *base)
{
    read_bytes(texts, pull, &((struct facts_stream *)base)->tail);
}

static const struct member stream_members[] = {
    { .name = "head", .kind = MEMBER_OTHER, .write = write_head, .read = read_head },
    { ROW(facts_stream, omitted_bytes), .kind = MEMBER_NUMBER },
    { .name = "tail", .kind = MEMBER_OTHER, .write = write_end_of_stream, .read = read_end_of_stream },
    { .name = NULL },
};

static const struct member output_members[] = {
    { .name = "stdout", .kind = MEMBER_OBJECT, .place = offsetof(struct facts, out), .members = stream_members },
    { .name = "stderr", .kind = MEMBER_OBJECT, .place = offsetof(struct facts, err), .members = stream_members },
    { .name = NULL },
};

static void
write_output(struct writer *writer, const char *name, const void *base)
{
    const struct facts *facts = base;

    if (!facts->has_output)
        return;
    writer_object(writer, name, false);
    members_write(writer, output_members, facts);
    writer_end_object(writer);
}

static void
read_output(struct arena *texts, struct pull *pull, void *base)
{
    struct facts *facts = base;

    facts->has_output = pull_peek(pull) == PULL_OBJECT;
    members_read(texts, pull, output_members, facts);
}

static void
write_backtrace(struct writer *writer, const char *name, const void *base)
{
    write_bytes(writer, name, &((const struct facts *)base)->backtrace);
}

static void
read_backtrace(struct arena *texts, struct pull *pull, void *base)
{
    read_bytes(texts, pull, &((struct facts *)base)->backtrace);
}

/* What was in force: an object whose members are named by the limits. */

static void
write_limits(struct writer *writer, const char *name, const void *base)
{
    const struct facts *facts = base;

    if (facts->timeout_ms < 0)
        return;
    writer_object(writer, name, false);
    writer_number(writer, "timeout_ms", facts->timeout_ms);
    for (size_t i = 0; i < facts->limit_count; i++) {
        const struct facts_limit *limit = &facts->limits[i];

        if (limit->is_unlimited)
            writer_string(writer, limit->name, "unlimited");
        else
            writer_count(writer, limit->name, limit->value);
    }
    writer_end_object(writer);
}

static void
read_limit(struct arena *texts, struct pull *pull, struct facts *facts, const struct pull_text *name)
{
    struct facts_limit *limit;
    char *copy = arena_get(texts, name->size + 1);

    pull_text_copy(name, copy);
    copy[name->size] = '\0';
    facts->limits = limit = members_grow(facts->limits, facts->limit_count, sizeof *limit);
    limit += facts->limit_count++;
    *limit = (struct facts_limit){ .name = copy, .is_unlimited = pull_peek(pull) != PULL_NUMBER };
    if (limit->is_unlimited)
        pull_skip(pull);
    else
        limit->value = (uint64_t)pull_number(pull);
}

static void
read_limits(struct arena *texts, struct pull *pull, void *base)
{
    struct facts *facts = base;
    struct pull_text name;

    if (!pull_expect(pull, PULL_OBJECT, "limits"))
        return;
    (void)pull_enter(pull);
    while (pull_member(pull, &name)) {
        if (pull_text_is(&name, "timeout_ms"))
            facts->timeout_ms = members_read_number(pull);
        else
            read_limit(texts, pull, facts, &name);
    }
}

#define LIST_OF(structure, count, nothing, ...)                                                                        \
    &(const struct member_list)                                                                                        \
    {                                                                                                                  \
        .count_place = offsetof(struct facts, count), .size = sizeof(struct structure), .blank = &nothing, __VA_ARGS__ \
    }

static const struct member cell_members[] = {
    { ROW(facts, version), .kind = MEMBER_TEXT },
    { ROW(facts, worker), .kind = MEMBER_WORDS },
    { ROW(facts, host), .kind = MEMBER_TEXT },
    { ROW(facts, protocol), .kind = MEMBER_TEXT },
    { ROW(facts, empty_exit), .kind = MEMBER_NUMBER },
    { ROW(facts, ended), .kind = MEMBER_OBJECT, .members = end_members, .breaks = true },
    { .name = "started_at", .kind = MEMBER_OTHER, .write = write_started, .read = read_started, .breaks = true },
    { ROW(facts, wall_ms), .kind = MEMBER_NUMBER },
    { ROW(facts, user_ms), .kind = MEMBER_NUMBER },
    { ROW(facts, system_ms), .kind = MEMBER_NUMBER },
    { ROW(facts, max_rss_kib), .kind = MEMBER_NUMBER },
    { ROW(facts, max_memory_kib), .kind = MEMBER_NUMBER },
    { ROW(facts, oom_kills), .kind = MEMBER_NUMBER },
    { ROW(facts, overhead_us), .kind = MEMBER_NUMBER },
    { ROW(facts, stdout_bytes), .kind = MEMBER_NUMBER, .breaks = true },
    { ROW(facts, stderr_bytes), .kind = MEMBER_NUMBER },
    { .name = "stderr_tail", .kind = MEMBER_OTHER, .write = write_tail, .read = read_tail },
    { ROW(facts, containment), .kind = MEMBER_WORDS, .breaks = true },
    { ROW(facts, stopped), .kind = MEMBER_NUMBER },
    { .name = "signals_ignored",
      .kind = MEMBER_LIST,
      .place = offsetof(struct facts, signals),
      .members = signal_members,
      .list = LIST_OF(facts_signal, signal_count, no_signal, .most = 0) },
    { ROW(facts, leaked_count), .kind = MEMBER_NUMBER, .breaks = true },
    { .name = "leaked",
      .kind = MEMBER_LIST,
      .place = offsetof(struct facts, leaks),
      .members = leak_members,
      .list = LIST_OF(facts_leak, leak_count, no_leak, .most = 0) },
    { ROW(facts, attempts), .kind = MEMBER_LIST, .members = attempt_members,
      .list = LIST_OF(facts_attempt, attempt_count, no_attempt, .most = FACTS_MAX_ATTEMPTS, .lines = true),
      .breaks = true },
    { .name = "output", .kind = MEMBER_OTHER, .write = write_output, .read = read_output, .breaks = true },
    { .name = "backtrace", .kind = MEMBER_OTHER, .write = write_backtrace, .read = read_backtrace, .breaks = true },
    { .name = "limits", .kind = MEMBER_OTHER, .write = write_limits, .read = read_limits, .breaks = true },
    { .name = NULL },
};

void
facts_init(struct facts *facts)
{
    *facts = (struct facts){
        .ended = NO_END,
        .empty_exit = NOT_TOLD,
        .started_ms = NOT_TOLD,
        .wall_ms = NOT_TOLD,
        .user_ms = NOT_TOLD,
        .system_ms = NOT_TOLD,
        .max_rss_kib = NOT_TOLD,
        .max_memory_kib = NOT_TOLD,
        .oom_kills = NOT_TOLD,
        .overhead_us = NOT_TOLD,
        .stdout_bytes = NOT_TOLD,
        .stderr_bytes = NOT_TOLD,
        .stopped = NOT_TOLD,
        .leaked_count = NOT_TOLD,
        .out.omitted_bytes = NOT_TOLD,
        .err.omitted_bytes = NOT_TOLD,
        .timeout_ms = NOT_TOLD,
    };
}

void
facts_write(struct writer *writer, const struct facts *facts)
{
    writer_object(writer, "cell", false);
    members_write(writer, cell_members, facts);
    writer_end_object(writer);
}

void
facts_read(struct facts *facts, struct pull *pull)
{
    facts->is_told = pull_peek(pull) == PULL_OBJECT;
    members_read(&facts->texts, pull, cell_members, facts);
}

void
facts_free(struct facts *facts)
{
    members_free(cell_members, facts);
    free((void *)(uintptr_t)facts->limits);
    arena_free(&facts->texts);
    facts_init(facts);
}
