/* reports: all that a run is told in, at once. */
#include "merge/reports.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/xalloc.h"

const struct report *const reports_table[] = {
    &report_text,
    &report_json,
    NULL,
};

/* FULL is the file's own buffer. */
static void
drain_to_file(void *context, struct buffer *full)
{
    struct outfile *file = context;

    (void)full;
    outfile_drain(file);
}

static void
begin(struct report_writer *writer, const struct report_request *request, enum report_detail detail)
{
    writer->request = *request;
    if (request->file == NULL) {
        outfile_adopt(&writer->file, STDOUT_FILENO);
    } else if (outfile_open(&writer->file, request->file, OUTFILE_KEEP_OLD) != 0) {
        writer->errnum = errno;
        return;
    }
    writer->drain = (struct drain){ drain_to_file, &writer->file };
    writer->page = (struct report_page){ outfile_buffer(&writer->file), &writer->drain, detail, NULL };
    request->report->begin(&writer->page);
}

/* Writers stay where they are: their pages lead to their files. */
void
reports_begin(struct reports *reports, const struct report_request *requests, size_t count, enum report_detail detail)
{
    reports->list = xcalloc(count, sizeof *reports->list);
    reports->count = count;
    for (size_t i = 0; i < count; i++)
        begin(&reports->list[i], &requests[i], detail);
}

void
reports_file(struct reports *reports, const struct gathered *file)
{
    for (size_t i = 0; i < reports->count; i++) {
        struct report_writer *writer = &reports->list[i];

        if (writer->errnum != 0)
            continue;
        writer->request.report->file(&writer->page, file);
        outfile_drain(&writer->file);
    }
}

static int
end(struct report_writer *writer, const struct run *run)
{
    if (writer->errnum == 0) {
        writer->request.report->end(&writer->page, run);
        if (outfile_commit(&writer->file) == 0)
            return 0;
        writer->errnum = errno;
    }
    if (writer->request.file != NULL)
        diag_errno(writer->errnum, "cannot write %s", writer->request.file);
    else
        diag_errno(writer->errnum, "stdout");
    return -1;
}

int
reports_end(struct reports *reports, const struct run *run)
{
    int result = 0;

    for (size_t i = 0; i < reports->count; i++)
        result |= end(&reports->list[i], run);
    free(reports->list);
    *reports = (struct reports){ NULL, 0 };
    return result;
}
