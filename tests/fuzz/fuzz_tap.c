/* fuzz_tap: what TAP comes to does not depend on how the stream is cut. */
#include "fuzz.h"

#include "protocol/reader.h"
#include "protocol/tap.h"

static void
read_stream(struct reader *reader, const char *bytes, size_t size, size_t piece)
{
    reader_init(reader, &protocol_tap, 64);
    for (size_t done = 0; done < size; done += piece)
        reader_feed(reader, bytes + done, size - done < piece ? size - done : piece);
    reader_finish(reader);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct reader whole;
    struct reader pieces;

    if (size < 1)
        return 0;
    read_stream(&whole, (const char *)data + 1, size - 1, size);
    read_stream(&pieces, (const char *)data + 1, size - 1, data[0] + (size_t)1);
    fuzz_check_summary(&((struct tap *)whole.state)->intake.summary);
    fuzz_check_same(&((struct tap *)whole.state)->intake.summary, &((struct tap *)pieces.state)->intake.summary);
    PROMISE(whole.text.bytes == pieces.text.bytes);
    reader_free(&whole);
    reader_free(&pieces);
    return 0;
}
