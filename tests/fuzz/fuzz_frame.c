/* fuzz_frame: the frame that is found does not depend on how the stream is cut. */
#include "fuzz.h"

#include "cell/frame.h"
#include "cell/verdict.h"

static void
feed(struct frame *frame, const char *bytes, size_t size, size_t piece, size_t limit)
{
    for (size_t done = 0; done < size; done += piece)
        frame_feed(frame, bytes + done, size - done < piece ? size - done : piece, limit);
    frame_finish(frame);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct frame whole = { .is_open = false };
    struct frame pieces = { .is_open = false };
    struct buffer content = { 0 };
    struct buffer same = { 0 };
    struct summary summary = { 0 };
    char *why = NULL;
    size_t limit;

    if (size < 2)
        return 0;
    limit = data[1] < 128 ? FRAME_MAX_BYTES : data[1];
    feed(&whole, (const char *)data + 2, size - 2, size, limit);
    feed(&pieces, (const char *)data + 2, size - 2, data[0] + (size_t)1, limit);
    PROMISE(whole.is_complete == pieces.is_complete && whole.too_large == pieces.too_large);
    if (whole.is_complete && !whole.too_large) {
        PROMISE(frame_content(&whole, &content) == 0 && frame_content(&pieces, &same) == 0);
        PROMISE(content.size == same.size && content.size <= limit + 1);
        PROMISE(memcmp(buffer_text(&content), buffer_text(&same), content.size) == 0);
        if (verdict_read_frame(&summary, content.data, content.size, NULL, &why) == REPORT_COMPLETE)
            fuzz_check_summary(&summary);
        else
            PROMISE(why != NULL && summary.result_count == 0);
    }
    free(why);
    summary_free(&summary);
    buffer_free(&content);
    buffer_free(&same);
    frame_free(&whole);
    frame_free(&pieces);
    return 0;
}
