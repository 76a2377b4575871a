/* record: the JSON file that a cell writes about its test file. */
#include "record/record.h"

#include <stdlib.h>
#include <string.h>

#include "record/writer.h"

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
            facts_read(&record->cell, pull);
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

    *record = (struct record){ .schema = NULL };
    facts_init(&record->cell);
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
record_write(struct buffer *out, const char *run, const struct summary *summary, const struct facts *cell,
             const struct drain *drain)
{
    struct writer writer;

    writer_init(&writer, out, drain);
    writer_object(&writer, NULL, false);
    writer_string(&writer, "schema", RECORD_SCHEMA);
    writer_string(&writer, "run", run);
    summary_write(&writer, summary);
    writer_break(&writer);
    facts_write(&writer, cell);
    writer_end_object(&writer);
    buffer_add(out, "\n");
}

void
record_free(struct record *record)
{
    free(record->schema);
    free(record->run);
    facts_free(&record->cell);
    summary_free(&record->summary);
    *record = (struct record){ .schema = NULL };
}
