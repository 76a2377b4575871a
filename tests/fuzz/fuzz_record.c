/* fuzz_record: a record that can be read is written and read again as the same. */
#include "fuzz.h"

#include "record/json.h"
#include "record/record.h"

/* Reads a record. Whether it is one. */
static int
read_record(struct record *record, const char *bytes, size_t size)
{
    char *why = NULL;
    json_object *root = json_read(bytes, size, &why);
    int result = root != NULL ? record_read(record, root, &why) : -1;

    PROMISE((result == 0) == (why == NULL));
    free(why);
    json_object_put(root);
    return result;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct record record;
    struct record again;
    struct buffer text = { 0 };

    if (read_record(&record, (const char *)data, size) != 0)
        return 0;
    fuzz_check_summary(&record.summary);
    record_begin(&text, record.run, &record.summary);
    buffer_add(&text, "}");
    PROMISE(read_record(&again, text.data, text.size) == 0);
    fuzz_check_same(&record.summary, &again.summary);
    record_free(&record);
    record_free(&again);
    buffer_free(&text);
    return 0;
}
