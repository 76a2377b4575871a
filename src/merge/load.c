/* load: reads the records that a file holds. */
#include "merge/load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "record/pull.h"

static char *
explain_read(int errnum)
{
    switch (errnum) {
    case ENOENT:
        return xstrdup("missing");
    case EINVAL:
        return xstrdup("not a regular file");
    default:
        return xasprintf("cannot read: %s", strerror(errnum));
    }
}

static struct record *
new_record(struct records *records)
{
    if (records->count == records->capacity) {
        records->capacity = records->capacity > 0 ? 2 * records->capacity : 1;
        records->list = xreallocarray(records->list, records->capacity, sizeof *records->list);
    }
    return &records->list[records->count];
}

/* One record, or an array of them. */
static int
read_records(struct records *records, struct pull *pull)
{
    bool is_array = pull_peek(pull) == PULL_ARRAY;

    if (is_array)
        (void)pull_enter(pull);
    while (!is_array || pull_item(pull)) {
        if (record_read(new_record(records), pull) != 0)
            return -1;
        records->count++;
        if (!is_array)
            break;
    }
    return pull_finish(pull);
}

int
load_file(struct records *records, const char *file, char **why)
{
    struct buffer text = { 0 };
    struct pull pull;
    int result = -1;

    *records = (struct records){ 0 };
    if (io_read_file(file, RECORD_MAX_BYTES, &text) != 0) {
        *why = explain_read(errno);
    } else if (text.size == 0) {
        *why = xstrdup("empty");
    } else {
        pull_begin(&pull, text.data, text.size);
        result = read_records(records, &pull);
        if (result != 0)
            *why = xasprintf("%s: %s", pull.refused ? "no record" : "torn or no JSON", pull.why);
        pull_free(&pull);
    }
    if (result != 0)
        load_free(records);
    buffer_free(&text);
    return result;
}

void
load_free(struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        record_free(&records->list[i]);
    free(records->list);
    *records = (struct records){ 0 };
}
