/* record: the JSON file that a cell writes about its test file. */
#include "record/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "record/json.h"

/* A string, or NULL when it is something else. */
static char *
read_string(struct pull *pull)
{
    struct pull_text text;

    if (pull_peek(pull) != PULL_STRING) {
        pull_skip(pull);
        return NULL;
    }
    pull_string(pull, &text);
    return pull_text_take(&text);
}

/* A number that is not negative, or OTHERWISE. */
static int64_t
read_number(struct pull *pull, int64_t otherwise)
{
    int64_t value;

    if (pull_peek(pull) != PULL_NUMBER) {
        pull_skip(pull);
        return otherwise;
    }
    value = pull_number(pull);
    return value >= 0 ? value : otherwise;
}

/* Whether an object begins; anything else is skipped. */
static bool
begin_object(struct pull *pull)
{
    if (pull_peek(pull) == PULL_OBJECT)
        return pull_enter(pull);
    pull_skip(pull);
    return false;
}

static void
read_how(struct pull *pull, struct record_ended *ended)
{
    char *how = read_string(pull);

    ended->is_known = how != NULL && ended_parse(how, &ended->how) == 0;
    free(how);
}

static void
read_ended(struct pull *pull, struct record_ended *ended)
{
    enum { HOW, CODE, SIGNAL };
    static const char *const names[] = { "how", "code", "signal", NULL };
    struct pull_text name;
    uint32_t seen = 0;

    if (!begin_object(pull))
        return;
    while (pull_member(pull, &name)) {
        switch (pull_known(pull, &name, names, &seen)) {
        case HOW:
            read_how(pull, ended);
            break;
        case CODE:
            ended->code = read_number(pull, -1);
            break;
        case SIGNAL:
            ended->signal = read_number(pull, -1);
            break;
        default:
            pull_skip(pull);
        }
    }
}

static enum record_reason
read_reason(struct pull *pull)
{
    static const char *const names[] = { [RECORD_FIRST] = "first", [RECORD_REST] = "rest", [RECORD_RETRY] = "retry" };
    char *reason = read_string(pull);
    enum record_reason found = RECORD_OTHER;

    for (int i = 0; reason != NULL && i < RECORD_OTHER; i++)
        if (strcmp(reason, names[i]) == 0)
            found = (enum record_reason)i;
    free(reason);
    return found;
}

static struct record_attempt *
new_attempt(struct record_cell *cell)
{
    struct record_attempt *attempt;

    if (cell->attempt_count == cell->attempt_capacity) {
        cell->attempt_capacity = cell->attempt_capacity > 0 ? 2 * cell->attempt_capacity : 4;
        cell->attempts = xreallocarray(cell->attempts, cell->attempt_capacity, sizeof *cell->attempts);
    }
    attempt = &cell->attempts[cell->attempt_count++];
    *attempt = (struct record_attempt){ .reason = RECORD_OTHER, .ended = { .code = -1, .signal = -1 } };
    return attempt;
}

static void
read_attempt(struct pull *pull, struct record_attempt *attempt)
{
    enum { REASON, ENDED, WALL, COUNTS }; /* from COUNTS on in the order of the outcomes */
    static const char *const names[] = {
        "reason",        "ended", "wall_ms", "passed", "failed", "skipped", "skipped_unchanged", "llvm_compile_fail",
        "backend_crash", NULL,
    };
    struct pull_text name;
    uint32_t seen = 0;

    if (!begin_object(pull))
        return;
    while (pull_member(pull, &name)) {
        int member = pull_known(pull, &name, names, &seen);

        if (member == REASON)
            attempt->reason = read_reason(pull);
        else if (member == ENDED)
            read_ended(pull, &attempt->ended);
        else if (member == WALL)
            attempt->wall_ms = read_number(pull, 0);
        else if (member >= COUNTS)
            attempt->counts[member - COUNTS] = read_number(pull, 0);
        else
            pull_skip(pull);
    }
}

static void
read_attempts(struct pull *pull, struct record_cell *cell)
{
    size_t begin = pull->at;

    if (pull_peek(pull) != PULL_ARRAY) {
        pull_skip(pull);
        return;
    }
    (void)pull_enter(pull);
    while (pull_item(pull)) {
        if (cell->attempt_count == RECORD_MAX_ATTEMPTS)
            pull_refuse(pull, begin, "more than %zu attempts", RECORD_MAX_ATTEMPTS);
        else
            read_attempt(pull, new_attempt(cell));
    }
}

static void
read_cell(struct pull *pull, struct record *record)
{
    enum { PROTOCOL, ENDED, STARTED, WALL, ATTEMPTS };
    static const char *const names[] = { "protocol", "ended", "started_at", "wall_ms", "attempts", NULL };
    struct pull_text name;
    uint32_t seen = 0;

    if (!begin_object(pull))
        return;
    record->cell.is_told = true;
    while (pull_member(pull, &name)) {
        switch (pull_known(pull, &name, names, &seen)) {
        case PROTOCOL:
            free(record->cell.protocol);
            record->cell.protocol = read_string(pull);
            break;
        case ENDED:
            read_ended(pull, &record->cell.ended);
            break;
        case STARTED:
            free(record->started_at);
            record->started_at = read_string(pull);
            break;
        case WALL:
            record->wall_ms = read_number(pull, -1);
            break;
        case ATTEMPTS:
            read_attempts(pull, &record->cell);
            break;
        default:
            pull_skip(pull);
        }
    }
}

static void
read_schema(struct pull *pull, struct record *record)
{
    size_t begin = pull->at;

    if (!pull_expect(pull, PULL_STRING, "schema"))
        return;
    free(record->schema);
    record->schema = read_string(pull);
    if (strcmp(record->schema, RECORD_SCHEMA) != 0)
        pull_refuse(pull, begin, "schema '%.40s' is not %s", record->schema, RECORD_SCHEMA);
}

static void
read_run(struct pull *pull, struct record *record)
{
    free(record->run);
    record->run = NULL;
    if (pull_peek(pull) == PULL_NULL)
        pull_skip(pull);
    else if (pull_expect(pull, PULL_STRING, "run"))
        record->run = read_string(pull);
}

static void
read_members(struct pull *pull, struct record *record, struct summary_reader *reader)
{
    enum { SCHEMA, RUN, CELL };
    static const char *const names[] = { "schema", "run", "cell", NULL };
    struct pull_text name;
    uint32_t seen = 0;

    while (pull_member(pull, &name)) {
        if (summary_reader_take(reader, pull, &name))
            continue;
        switch (pull_known(pull, &name, names, &seen)) {
        case SCHEMA:
            read_schema(pull, record);
            break;
        case RUN:
            read_run(pull, record);
            break;
        case CELL:
            read_cell(pull, record);
            break;
        default:
            pull_skip(pull);
        }
    }
}

/* Only a cell knows what was run more than once. */
static void
forget_flaky(struct record *record)
{
    for (size_t i = 0; i < record->summary.result_count; i++) {
        free(record->summary.results[i].flaky);
        record->summary.results[i].flaky = NULL;
    }
}

int
record_read(struct record *record, struct pull *pull)
{
    struct summary_reader reader;

    *record = (struct record){ .wall_ms = -1, .cell.ended = { .code = -1, .signal = -1 } };
    if (summary_reader_begin(&reader, pull, &record->summary, true))
        read_members(pull, record, &reader);
    if (summary_reader_end(&reader, pull) != 0) {
        record_free(record);
        return -1;
    }
    if (record->schema == NULL)
        forget_flaky(record);
    memcpy(record->claimed, reader.claimed, sizeof record->claimed);
    record->claimed_flaky = reader.claimed_flaky;
    return 0;
}

void
record_begin(struct buffer *out, const char *run, const struct summary *summary, const struct drain *drain)
{
    buffer_add(out, "{\"schema\": \"" RECORD_SCHEMA "\", \"run\": ");
    json_add_string(out, run);
    buffer_add(out, ", ");
    summary_write(out, summary, drain);
}

void
record_free(struct record *record)
{
    free(record->schema);
    free(record->run);
    free(record->started_at);
    free(record->cell.protocol);
    free(record->cell.attempts);
    summary_free(&record->summary);
    *record = (struct record){ .wall_ms = -1 };
}
