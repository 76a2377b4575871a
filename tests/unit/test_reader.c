/* test_reader: stdout is taken apart into report and text, by each protocol, however it comes. */
#include "unit.h"

#include <string.h>

#include "protocol/reader.h"
#include "protocol/words.h"

#define FRAME FRAME_BEGIN "\n[]\n" FRAME_END "\n"
#define EVENT EVENTS_MARKER "done\n"

static const struct {
    const char *proves;
    const char *stream;
    const char *text;
    const struct protocol *asked;
    const struct protocol *found;
} cases[] = {
    { "nothing", "", "", &protocol_auto, &protocol_auto },
    { "text", "a\nb", "a\nb", &protocol_auto, &protocol_auto },
    { "a frame", "a\n" FRAME "b\n", "a\nb\n", &protocol_auto, &protocol_frame },
    { "a glued frame", "a\nb" FRAME "c", "a\nbc", &protocol_frame, &protocol_frame },
    { "two frames", FRAME "a\n" FRAME, "a\n", &protocol_frame, &protocol_frame },
    { "a frame goes before events", "a\n" EVENT FRAME, "a\n", &protocol_auto, &protocol_frame },
    { "events", "a\n" EVENT "b" EVENT "c\n", "a\nbc\n", &protocol_auto, &protocol_events },
    { "events in a frame are its own", FRAME_BEGIN "\n" EVENT FRAME_END "\n", "", &protocol_auto, &protocol_frame },
    { "frame alone: an event is text", EVENT, EVENT, &protocol_frame, &protocol_frame },
    { "events alone: a frame is text", FRAME, FRAME, &protocol_events, &protocol_events },
    { "exit: all is text", EVENT FRAME "ok\n", EVENT FRAME "ok\n", &protocol_exit, &protocol_exit },
    { "a frame after CRLF", "a\r\n" FRAME_BEGIN "\r\n[]\r\n" FRAME_END "\r\nb\r\n", "a\r\nb\r\n", &protocol_auto,
      &protocol_frame },
    { "a glued frame, CRLF", "ab" FRAME_BEGIN "\r\n[]\n" FRAME_END "\n", "ab", &protocol_frame, &protocol_frame },
    { "nearly a sentinel", "-" FRAME_BEGIN "-\n-\n", "-" FRAME_BEGIN "-\n-\n", &protocol_auto, &protocol_auto },
    { "half a sentinel at the end", "a\n---ORI_JSON_", "a\n---ORI_JSON_", &protocol_frame, &protocol_frame },
    { "tap", "1..1\na\nok\n", "a\n", &protocol_tap, &protocol_tap },
};

static void
takes_it_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t length = strlen(cases[i].stream);

        print_message("%s\n", cases[i].proves);
        for (size_t piece = 1; piece <= length + 1; piece++) {
            struct reader reader;
            struct buffer text = { 0 };

            reader_init(&reader, cases[i].asked, 1000);
            for (size_t done = 0; done < length; done += piece)
                reader_feed(&reader, cases[i].stream + done, length - done < piece ? length - done : piece);
            reader_finish(&reader);
            assert_int_equal(reader.bytes, length);
            assert_ptr_equal(reader_spoken(&reader), cases[i].found);
            capture_last(&reader.text, 2000, &text);
            assert_string_equal(buffer_text(&text), cases[i].text);
            buffer_free(&text);
            reader_free(&reader);
        }
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_it_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
