/* fuzz_record: a record that can be read is written and read again as the same, and a value that is read piece by piece
   is the same JSON as one that is skipped. */
#include "fuzz.h"

#include "base/text.h"

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

static void
check_text(const struct pull_text *text)
{
    char *copy = pull_text_take(text);

    PROMISE(strlen(copy) == text->size && text_is_utf8(copy, text->size));
    PROMISE(text->size > 64 || pull_text_is(text, copy));
    free(copy);
}

/* Reads a value with all that is in it. */
static void
walk(struct pull *pull)
{
    struct pull_text text;

    switch (pull_peek(pull)) {
    case PULL_NOTHING:
        PROMISE(pull->why != NULL);
        break;
    case PULL_NULL:
        pull_skip(pull);
        break;
    case PULL_BOOLEAN:
        (void)pull_boolean(pull);
        break;
    case PULL_NUMBER:
        (void)pull_number(pull);
        break;
    case PULL_STRING:
        pull_string(pull, &text);
        check_text(&text);
        break;
    case PULL_ARRAY:
        if (pull_enter(pull))
            while (pull_item(pull))
                walk(pull);
        break;
    case PULL_OBJECT:
        if (pull_enter(pull))
            while (pull_member(pull, &text)) {
                check_text(&text);
                walk(pull);
            }
        break;
    }
}

static void
check_pull(const char *bytes, size_t size)
{
    struct pull walked;
    struct pull skipped;

    pull_begin(&walked, bytes, size);
    walk(&walked);
    pull_begin(&skipped, bytes, size);
    pull_skip(&skipped);
    PROMISE(pull_finish(&walked) == pull_finish(&skipped));
    PROMISE(walked.at == skipped.at && (walked.why == NULL) == (skipped.why == NULL));
    PROMISE(walked.why == NULL || strcmp(walked.why, skipped.why) == 0);
    pull_free(&walked);
    pull_free(&skipped);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct record record;
    struct record again;
    struct buffer text = { 0 };
    struct buffer same = { 0 };

    check_pull((const char *)data, size);
    if (read_record(&record, (const char *)data, size) != 0)
        return 0;
    fuzz_check_summary(&record.summary);
    record_write(&text, record.run, &record.summary, &record.cell, NULL);
    PROMISE(read_record(&again, text.data, text.size) == 0);
    fuzz_check_same(&record.summary, &again.summary);
    record_write(&same, again.run, &again.summary, &again.cell, NULL);
    PROMISE(text.size == same.size && memcmp(text.data, same.data, same.size) == 0);
    buffer_free(&same);
    record_free(&record);
    record_free(&again);
    buffer_free(&text);
    return 0;
}
