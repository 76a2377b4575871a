/* test_reader: stdout is taken apart into report and text, by each protocol, however it comes. */
#include "unit.h"

#include <string.h>

#include "cell/reader.h"

#define FRAME FRAME_BEGIN "\n[]\n" FRAME_END "\n"
#define EVENT EVENTS_MARKER "done\n"

static const struct {
    const char *proves;
    enum protocol asked;
    const char *stream;
    enum protocol found;
    const char *text;
} cases[] = {
    { "nothing", PROTOCOL_AUTO, "", PROTOCOL_AUTO, "" },
    { "text", PROTOCOL_AUTO, "a\nb", PROTOCOL_AUTO, "a\nb" },
    { "a frame", PROTOCOL_AUTO, "a\n" FRAME "b\n", PROTOCOL_FRAME, "a\nb\n" },
    { "a glued frame", PROTOCOL_FRAME, "a\nb" FRAME "c", PROTOCOL_FRAME, "a\nbc" },
    { "two frames", PROTOCOL_FRAME, FRAME "a\n" FRAME, PROTOCOL_FRAME, "a\n" },
    { "a frame goes before events", PROTOCOL_AUTO, "a\n" EVENT FRAME, PROTOCOL_FRAME, "a\n" },
    { "events", PROTOCOL_AUTO, "a\n" EVENT "b" EVENT "c\n", PROTOCOL_EVENTS, "a\nbc\n" },
    { "events in a frame are its own", PROTOCOL_AUTO, FRAME_BEGIN "\n" EVENT FRAME_END "\n", PROTOCOL_FRAME, "" },
    { "frame alone: an event is text", PROTOCOL_FRAME, EVENT, PROTOCOL_FRAME, EVENT },
    { "events alone: a frame is text", PROTOCOL_EVENTS, FRAME, PROTOCOL_EVENTS, FRAME },
    { "exit: all is text", PROTOCOL_EXIT, EVENT FRAME "ok\n", PROTOCOL_EXIT, EVENT FRAME "ok\n" },
    { "tap", PROTOCOL_TAP, "1..1\na\nok\n", PROTOCOL_TAP, "a\n" },
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
            assert_int_equal(reader_protocol(&reader), cases[i].found);
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
