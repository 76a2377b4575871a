/* fuzz_events: what the events come to does not depend on how the stream is cut, and a worker that dies is never green.
 */
#include "fuzz.h"

#include "protocol/reader.h"
#include "protocol/verdict.h"

static void
judge(struct summary *summary, const char *bytes, size_t size, size_t piece, struct ended ended)
{
    struct reader reader;
    const struct observation seen = {
        .ended = ended,
        .worker = "w",
        .path = "t",
        .stderr_tail = "",
    };

    reader_init(&reader, &protocol_events, 64);
    for (size_t done = 0; done < size; done += piece)
        reader_feed(&reader, bytes + done, size - done < piece ? size - done : piece);
    reader_finish(&reader);
    PROMISE(verdict_reach(summary, reader.protocol, reader.state, &seen) <= summary->result_count);
    reader_free(&reader);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct summary whole = { 0 };
    struct summary pieces = { 0 };
    struct ended ended = { .how = ENDED_EXITED };

    if (size < 2)
        return 0;
    if (data[1] < 64)
        ended.exit_code = data[1];
    else
        ended = (struct ended){ .how = ENDED_SIGNALED, .term_signal = 11 };
    judge(&whole, (const char *)data + 2, size - 2, size, ended);
    judge(&pieces, (const char *)data + 2, size - 2, data[0] + (size_t)1, ended);
    fuzz_check_summary(&whole);
    fuzz_check_same(&whole, &pieces);
    PROMISE(ended.how == ENDED_EXITED || whole.counts[OUTCOME_BACKEND_CRASH] > 0);
    summary_free(&whole);
    summary_free(&pieces);
    return 0;
}
