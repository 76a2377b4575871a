/* fuzz_record: a record that can be read is written and read again as the same. */
#include "fuzz.h"

#include "record/pull.h"
#include "record/record.h"

/* Reads a record. Whether it is one. */
static int
read_record(struct record *record, const char *bytes, size_t size)
{
    struct pull pull;
    int result;

    pull_begin(&pull, bytes, size);
    result = record_read(record, &pull);
    if (result == 0 && pull_finish(&pull) != 0) {
        record_free(record);
        result = -1;
    }
    PROMISE((result == 0) == (pull.why == NULL));
    pull_free(&pull);
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
    record_begin(&text, record.run, &record.summary, NULL);
    buffer_add(&text, "}");
    PROMISE(read_record(&again, text.data, text.size) == 0);
    fuzz_check_same(&record.summary, &again.summary);
    record_free(&record);
    record_free(&again);
    buffer_free(&text);
    return 0;
}
