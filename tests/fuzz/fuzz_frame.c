/* fuzz_frame: the frame that is found does not depend on how the stream is cut. */
#include "fuzz.h"

#include "protocol/frame.h"
#include "stream.h"

static void
feed(struct frame *frame, const char *bytes, size_t size, size_t piece, size_t limit)
{
    struct buffer text = { 0 };

    frame->limit = limit;
    stream_feed(&protocol_frame, frame, bytes, size, piece, &text);
    frame_finish(frame, &text);
    buffer_free(&text);
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
        if (frame_read(&summary, content.data, content.size, NULL, &why) == 0)
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
