/* report_text: a tally for people and for grep. */
#ifndef ORI_REPORT_TEXT_H
#define ORI_REPORT_TEXT_H

#include "base/buffer.h"
#include "merge/tally.h"

enum report_detail { REPORT_SUMMARY, REPORT_FAILURES, REPORT_EVERYTHING };

/* Appends the report. No control character of a worker's is in it. The last lines are stable: ori-merge(1). */
void report_text(struct buffer *out, const struct tally *tally, enum report_detail detail, enum verdict verdict);

#endif
