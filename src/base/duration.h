/* duration: durations as timeout(1) writes them, and sizes with K, M, G, T. */
#ifndef ORI_DURATION_H
#define ORI_DURATION_H

#include <stdint.h>

/* Reads "10", "0.5", "90s", "2m", "1h", "1d" into milliseconds; what is more than nothing is at least 1 ms.
   0, or -1 when TEXT is no duration or one of more than a thousand years. */
int duration_parse(const char *text, int64_t *ms);

/* Writes MS milliseconds as seconds without needless digits: "60s", "0.1s". Returns BUFFER. */
enum { DURATION_TEXT = 32 };
char *duration_format(int64_t ms, char buffer[DURATION_TEXT]);

/* Reads "4096", "64K", "1M", "2G", "1T" (powers of 1024) into bytes. 0, or -1 when TEXT is no size or too large. */
int size_parse(const char *text, uint64_t *bytes);

/* Writes a number of bytes as size_parse reads it, with the largest suffix that loses nothing. Returns BUFFER. */
char *size_format(uint64_t bytes, char buffer[DURATION_TEXT]);

#endif
