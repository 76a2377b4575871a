/* load: reads the records that a file holds. */
#include "merge/load.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/xalloc.h"
#include "record/json.h"

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

static int
take_records(struct records *records, json_object *root, char **why)
{
    bool is_array = json_object_is_type(root, json_type_array);
    size_t count = is_array ? json_object_array_length(root) : 1;

    records->list = xcalloc(count, sizeof *records->list);
    for (size_t i = 0; i < count; i++) {
        json_object *object = is_array ? json_object_array_get_idx(root, i) : root;

        if (record_read(&records->list[i], object, why) != 0)
            return -1;
        records->count++;
    }
    return 0;
}

int
load_file(struct records *records, const char *file, char **why)
{
    struct buffer text = { 0 };
    char *reason = NULL;
    json_object *root;
    int result;

    *records = (struct records){ 0 };
    if (io_read_file(file, RECORD_MAX_BYTES, &text) != 0) {
        *why = explain_read(errno);
        buffer_free(&text);
        return -1;
    }
    root = text.size > 0 ? json_read(text.data, text.size, &reason) : NULL;
    if (root == NULL)
        *why = text.size > 0 ? xasprintf("torn or no JSON: %s", reason) : xstrdup("empty");
    buffer_free(&text);
    free(reason);
    if (root == NULL)
        return -1;
    reason = NULL;
    result = take_records(records, root, &reason);
    if (result != 0) {
        *why = xasprintf("no record: %s", reason);
        load_free(records);
    }
    free(reason);
    json_object_put(root);
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
