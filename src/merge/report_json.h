/* report_json: a tally for programs. */
#ifndef ORI_REPORT_JSON_H
#define ORI_REPORT_JSON_H

#include "base/buffer.h"
#include "merge/tally.h"

/* Appends the report, schema "ori-merge/1": ori-merge(1). EVERYTHING: passed and skipped results too. */
void report_json(struct buffer *out, const struct tally *tally, bool everything, enum verdict verdict);

#endif
