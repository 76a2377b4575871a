/* fuzz: what the fuzz targets share. Each feeds what libFuzzer makes up to one reader of hostile bytes, whole and in
   pieces, and aborts when the two differ or when what comes out is not what the reader's header promises. */
#ifndef ORI_FUZZ_H
#define ORI_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/summary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PROMISE(condition)                                                                \
    do {                                                                                  \
        if (!(condition)) {                                                               \
            (void)fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            abort();                                                                      \
        }                                                                                 \
    } while (0)

/* Every text of a summary is UTF-8, and every counter the number of its outcomes. */
static inline void
fuzz_check_summary(const struct summary *summary)
{
    uint64_t counts[OUTCOME_COUNT] = { 0 };

    for (size_t i = 0; i < summary->result_count; i++) {
        const struct test_result *result = &summary->results[i];

        counts[result->outcome]++;
        PROMISE(text_is_utf8(result->name, strlen(result->name)));
        PROMISE(outcome_has_message(result->outcome) == (result->message != NULL));
        PROMISE(result->message == NULL || text_is_utf8(result->message, strlen(result->message)));
    }
    PROMISE(memcmp(counts, summary->counts, sizeof counts) == 0);
    for (size_t i = 0; i < summary->error_count; i++)
        PROMISE(text_is_utf8(summary->errors[i], strlen(summary->errors[i])));
}

static inline void
fuzz_write(struct buffer *out, const struct summary *summary)
{
    struct writer writer;

    writer_init(&writer, out, NULL);
    writer_object(&writer, NULL, false);
    summary_write(&writer, summary);
    writer_end_object(&writer);
}

static inline void
fuzz_check_same(const struct summary *one, const struct summary *other)
{
    struct buffer left = { 0 };
    struct buffer right = { 0 };

    fuzz_write(&left, one);
    fuzz_write(&right, other);
    PROMISE(left.size == right.size && memcmp(left.data, right.data, left.size) == 0);
    buffer_free(&left);
    buffer_free(&right);
}

#endif
