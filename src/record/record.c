/* record: the JSON file that a cell writes about its test file. */
#include "record/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "record/json.h"

static char *
copy_member(json_object *object, const char *name)
{
    const char *text = json_member_string(object, name);

    return text != NULL ? xstrdup(text) : NULL;
}

int
record_read(struct record *record, json_object *object, char **why)
{
    json_object *cell = json_member(object, "cell");
    json_object *wall_ms = json_member(cell, "wall_ms");

    *record = (struct record){ .wall_ms = -1 };
    record->schema = copy_member(object, "schema");
    if (record->schema != NULL && strcmp(record->schema, RECORD_SCHEMA) != 0) {
        *why = xasprintf("schema '%.40s' is not %s", record->schema, RECORD_SCHEMA);
        record_free(record);
        return -1;
    }
    if (summary_read(&record->summary, object, why) != 0) {
        record_free(record);
        return -1;
    }
    record->run = copy_member(object, "run");
    record->started_at = copy_member(cell, "started_at");
    if (json_object_is_type(wall_ms, json_type_int) && json_object_get_int64(wall_ms) >= 0)
        record->wall_ms = json_object_get_int64(wall_ms);
    return 0;
}

void
record_begin(struct buffer *out, const char *run, const struct summary *summary)
{
    buffer_add(out, "{\"schema\": \"" RECORD_SCHEMA "\", \"run\": ");
    json_add_string(out, run);
    buffer_add(out, ", ");
    summary_write(out, summary);
}

void
record_free(struct record *record)
{
    free(record->schema);
    free(record->run);
    free(record->started_at);
    summary_free(&record->summary);
    *record = (struct record){ .wall_ms = -1 };
}
