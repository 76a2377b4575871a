/* line: the one line that a cell prints when it ends, and the one of --timing. */
#ifndef ORI_LINE_H
#define ORI_LINE_H

#include "base/buffer.h"
#include "cell/findings.h"

/* Appends the line: "PASS  types/int.ll  12 tests  0.03 s". */
void line_result(struct buffer *out, const struct findings *findings);

/* Appends a line that tells where the time went; WRITTEN_US is when the record had been written. */
void line_timing(struct buffer *out, const struct findings *findings, int64_t written_us);

#endif
