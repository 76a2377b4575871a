/* test_bounds: whatever a frame holds, reading it and writing the record of it takes no more memory than three times
   its size, at a few MiB and near the limit, and time that grows with its size alone. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "protocol/frame.h"
#include "record/record.h"

/* AddressSanitizer takes memory of its own. */
#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED true
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED false
#endif

enum {
    SLACK_KIB = 1024,      /* what any process takes more than it asks for */
    MOST_CPU_SECONDS = 120 /* of one frame: many times what it takes; anything quadratic takes hours */
};

#define PASSED "\"outcome\":{\"type\":\"Passed\"}"

/* A frame that is BEGIN, UNIT again and again with SEPARATOR between, and END. */
struct shape {
    const char *proves;
    const char *begin;
    const char *unit;
    const char *separator;
    const char *end;
    int result;
};

static const struct shape shapes[] = {
    { "the smallest results", "[{\"results\":[", "{\"name\":\"\"," PASSED "}", ",", "]}]", 0 },
    { "results with a name and a message", "[{\"results\":[",
      "{\"name\":\"t\",\"outcome\":{\"type\":\"Failed\",\"message\":\"m\"}}", ",", "]}]", 0 },
    { "flaky results, which are not believed", "[{\"results\":[", "{\"name\":\"\",\"flaky\":\"f\"," PASSED "}", ",",
      "]}]", 0 },
    { "empty targets", "[{\"results\":[{\"name\":\"t\"," PASSED ",\"targets\":[", "\"\"", ",", "]}]}]", 0 },
    { "empty errors", "[{\"results\":[],\"errors\":[", "\"\"", ",", "]}]", 0 },
    { "empty summaries", "[", "{\"results\":[]}", ",", "]", 0 },
    { "summaries with an error", "[", "{\"results\":[],\"errors\":[\"\"]}", ",", "]", 0 },
    { "members", "[{\"results\":[],", "\"a\":1", ",", "}]", 0 },
    { "objects that are skipped", "[{\"results\":[],\"x\":[", "{}", ",", "]}]", 0 },
    { "a nest", "[{\"results\":[],\"x\":", "[", "", "}]", -1 },
    { "a name", "[{\"results\":[{\"name\":\"", "nnnnnnnn", "", "\"," PASSED "}]}]", 0 },
    { "an escaped name", "[{\"results\":[{\"name\":\"", "\\u00e9", "", "\"," PASSED "}]}]", 0 },
    { "a message", "[{\"results\":[{\"name\":\"t\",\"outcome\":{\"type\":\"Failed\",\"message\":\"", "mm\\t", "",
      "\"}}]}]", 0 },
    { "a message of a test that has none",
      "[{\"results\":[{\"name\":\"t\",\"outcome\":{\"type\":\"Passed\",\"message\":\"", "mmmm", "", "\"}}]}]", 0 },
    { "a path", "[{\"results\":[],\"path\":\"", "pppp", "", "\"}]", 0 },
    { "bytes that are no UTF-8", "[{\"results\":[{\"name\":\"", "\xff", "", "\"," PASSED "}]}]", -1 },
    { "digits", "[{\"results\":[],\"duration_ms\":", "9", "", "}]", 0 },
};

static void
make_frame(struct buffer *frame, const struct shape *shape, size_t size)
{
    size_t end = strlen(shape->end) + strlen(shape->separator) + strlen(shape->unit);

    (void)buffer_reserve(frame, size);
    buffer_add(frame, shape->begin);
    buffer_add(frame, shape->unit);
    while (frame->size + end <= size) {
        buffer_add(frame, shape->separator);
        buffer_add(frame, shape->unit);
    }
    buffer_add(frame, shape->end);
}

static void
forget(void *context, struct buffer *full)
{
    size_t *bytes = context;

    *bytes += full->size;
    buffer_clear(full);
}

static long
peak_kib(void)
{
    struct rusage usage;

    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : -1;
}

/* What a cell does with a frame. Exits with what went wrong. */
static _Noreturn void
read_and_write(const struct shape *shape, size_t size)
{
    const struct rlimit most = { MOST_CPU_SECONDS, MOST_CPU_SECONDS };
    struct buffer frame = { 0 };
    struct buffer text = { 0 };
    struct summary summary = { 0 };
    size_t written = 0;
    const struct drain drain = { forget, &written };
    struct facts cell;
    char *why = NULL;
    long before = peak_kib();
    long taken;

    (void)setrlimit(RLIMIT_CPU, &most);
    make_frame(&frame, shape, size);
    if (frame_read(&summary, frame.data, frame.size, NULL, &why) != shape->result)
        _exit(2);
    buffer_free(&frame);
    facts_init(&cell);
    record_write(&text, NULL, &summary, &cell, &drain);
    taken = peak_kib() - before;
    (void)fprintf(stderr, "%s: %zu KiB, peak %ld KiB, %.2f times\n", shape->proves, size / 1024, taken,
                  (double)taken * 1024 / (double)size);
    _exit((size_t)taken <= 3 * size / 1024 + SLACK_KIB ? 0 : 3);
}

static void
check_shapes(size_t size)
{
    if (IS_SANITIZED) {
        print_message("not counted under a sanitizer\n");
        return;
    }
    for (size_t i = 0; i < COUNT(shapes); i++) {
        int status;
        pid_t pid = fork();

        if (pid == 0)
            read_and_write(&shapes[i], size);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        if (status != 0)
            fail_msg("%s: status 0x%x", shapes[i].proves, (unsigned)status);
    }
}

static void
a_frame_of_4_mib_costs_three_times_its_size(void **state)
{
    (void)state;
    check_shapes((size_t)4 << 20);
}

static void
a_frame_of_60_mib_costs_three_times_its_size(void **state)
{
    (void)state;
    check_shapes((size_t)60 << 20);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_of_4_mib_costs_three_times_its_size),
        cmocka_unit_test(a_frame_of_60_mib_costs_three_times_its_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
