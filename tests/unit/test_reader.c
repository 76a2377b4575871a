/* test_reader: stdout is taken apart into report and text, by each protocol, however it comes. */
#include "unit.h"

#include <string.h>

#include "cell/reader.h"

#define FRAME FRAME_BEGIN "\n[]\n" FRAME_END "\n"
#define EVENT EVENTS_MARKER "done\n"

static const struct {
    const char *proves;
    const char *stream;
    const char *text;
    enum protocol asked;
    enum protocol found;
} cases[] = {
    { "nothing", "", "", PROTOCOL_AUTO, PROTOCOL_AUTO },
    { "text", "a\nb", "a\nb", PROTOCOL_AUTO, PROTOCOL_AUTO },
    { "a frame", "a\n" FRAME "b\n", "a\nb\n", PROTOCOL_AUTO, PROTOCOL_FRAME },
    { "a glued frame", "a\nb" FRAME "c", "a\nbc", PROTOCOL_FRAME, PROTOCOL_FRAME },
    { "two frames", FRAME "a\n" FRAME, "a\n", PROTOCOL_FRAME, PROTOCOL_FRAME },
    { "a frame goes before events", "a\n" EVENT FRAME, "a\n", PROTOCOL_AUTO, PROTOCOL_FRAME },
    { "events", "a\n" EVENT "b" EVENT "c\n", "a\nbc\n", PROTOCOL_AUTO, PROTOCOL_EVENTS },
    { "events in a frame are its own", FRAME_BEGIN "\n" EVENT FRAME_END "\n", "", PROTOCOL_AUTO, PROTOCOL_FRAME },
    { "frame alone: an event is text", EVENT, EVENT, PROTOCOL_FRAME, PROTOCOL_FRAME },
    { "events alone: a frame is text", FRAME, FRAME, PROTOCOL_EVENTS, PROTOCOL_EVENTS },
    { "exit: all is text", EVENT FRAME "ok\n", EVENT FRAME "ok\n", PROTOCOL_EXIT, PROTOCOL_EXIT },
    { "tap", "1..1\na\nok\n", "a\n", PROTOCOL_TAP, PROTOCOL_TAP },
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
