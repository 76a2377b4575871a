/* report: how the worker tells what became of its tests.

   All of it goes through stdio, as what the tests have printed does, and so stands after it; each event is flushed, for
   the next moment may be the worker's last. */
#include "worker/report.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

#include "protocol/words.h"

static void
end_event(void)
{
    (void)putchar('\n');
    (void)fflush(stdout);
}

/* A blank and the text, with what would end the line escaped. */
static void
print_detail(const char *text)
{
    (void)putchar(' ');
    for (; *text != '\0'; text++) {
        if (*text == '\\' || *text == '\n' || *text == '\r')
            (void)printf("\\%c", *text == '\n' ? 'n' : *text == '\r' ? 'r' : '\\');
        else
            (void)putchar(*text);
    }
}

void
report_plan(const struct report *report, const char *name)
{
    if (!report->events)
        return;
    (void)printf(EVENTS_MARKER EVENT_PLAN " %s", name);
    end_event();
}

void
report_start(const struct report *report, const char *name)
{
    if (!report->events)
        return;
    (void)printf(EVENTS_MARKER EVENT_START " %s", name);
    end_event();
}

void
report_result(const struct report *report, const struct test_result *result)
{
    if (!report->events)
        return;
    (void)printf(EVENTS_MARKER EVENT_RESULT " %s %s %" PRId64, result->name, words_of_outcome(result->outcome),
                 result->duration_ms * 1000000);
    if (result->message != NULL)
        print_detail(result->message);
    end_event();
}

static void
report_errors(const struct summary *summary)
{
    for (size_t i = 0; i < summary->error_count; i++) {
        (void)printf(EVENTS_MARKER EVENT_FILE_ERROR);
        print_detail(summary->errors[i]);
        end_event();
    }
    if (summary->llvm_compile_error) {
        (void)printf(EVENTS_MARKER EVENT_COMPILE_ERROR);
        end_event();
    }
}

void
report_file(struct report *report, const struct summary *summary)
{
    struct writer writer;

    if (report->events) {
        report_errors(summary);
        return;
    }
    writer_init(&writer, &report->json, NULL);
    buffer_add(&report->json, report->json.size > 0 ? ",\n" : "");
    writer_object(&writer, NULL, false);
    summary_write(&writer, summary);
    writer_end_object(&writer);
}

int
report_finish(struct report *report)
{
    if (report->events)
        (void)printf(EVENTS_MARKER EVENT_DONE "\n");
    else
        (void)printf(FRAME_BEGIN "\n[%s]\n" FRAME_END "\n", buffer_text(&report->json));
    buffer_free(&report->json);
    if (fflush(stdout) != 0)
        return -1;
    if (!ferror(stdout))
        return 0;
    errno = EIO; /* of an earlier write, whose own reason is gone */
    return -1;
}
