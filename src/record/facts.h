/* facts: all that a cell tells of how it came to its results, as a value: what it ran and how that ended, what it used,
   what held it and what was left behind, what it printed. This is the record's member "cell" (ori-record(5)); nobody
   else writes or reads it. */
#ifndef ORI_FACTS_H
#define ORI_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/ended.h"
#include "record/members.h"
#include "record/outcome.h"
#include "record/pull.h"
#include "record/writer.h"

/* How a worker ended. */
struct facts_end {
    bool is_known; /* false: it is not told, or not in words that we know */
    enum ended_how how;
    int64_t code;
    int64_t signal;
    int64_t after_ms;
    bool core_dumped;
    bool survived;
    const char *reason; /* why it was not started; NULL for none */
};

enum facts_reason { FACTS_FIRST, FACTS_REST, FACTS_RETRY, FACTS_OTHER };

struct facts_attempt {
    enum facts_reason reason;
    struct facts_end ended;
    int64_t wall_ms;
    int64_t counts[OUTCOME_COUNT];
    int64_t errors;
    const char *message; /* valid UTF-8; NULL for none */
};

/* What the family sent to the cell, and was not obeyed. */
struct facts_signal {
    const char *name;
    int64_t sender;
    int64_t count;
};

/* A process that was left behind. */
struct facts_leak {
    int64_t pid;
    const char *command;
};

struct facts_limit {
    const char *name;
    bool is_unlimited;
    uint64_t value;
};

/* Bytes that may hold a NUL. */
struct facts_bytes {
    const char *data;
    size_t size;
};

/* The begin and the end of what was printed. */
struct facts_stream {
    struct facts_bytes head;
    int64_t omitted_bytes;
    struct facts_bytes tail;
};

/* A record with more attempts than these is none. */
#define FACTS_MAX_ATTEMPTS ((size_t)1 << 20)

/* Texts are NULL where they are not told, and numbers NOT_TOLD; in a text that is written may be any bytes where no
   other is said. What is written belongs to who writes it; what was read belongs to the facts. */
struct facts {
    bool is_told;
    const char *version;
    const char *const *worker; /* its words, which NULL ends */
    const char *host;
    const char *protocol;
    struct facts_end ended;
    int64_t started_ms; /* of the epoch */
    int64_t wall_ms;
    int64_t user_ms;
    int64_t system_ms;
    int64_t max_rss_kib;
    int64_t max_memory_kib; /* of all of the family at one time */
    int64_t oom_kills;
    int64_t overhead_us;
    int64_t stdout_bytes;
    int64_t stderr_bytes;
    const char *stderr_tail;        /* lines, joined by line feeds, valid UTF-8 */
    const char *const *containment; /* what held the family, which NULL ends */
    int64_t stopped;
    const struct facts_signal *signals;
    size_t signal_count;
    int64_t leaked_count;
    const struct facts_leak *leaks; /* the first of them */
    size_t leak_count;
    const struct facts_attempt *attempts; /* none when there was one only */
    size_t attempt_count;
    bool has_output;
    struct facts_stream out;
    struct facts_stream err;
    struct facts_bytes backtrace; /* of what was not run the data is NULL */
    int64_t empty_exit;           /* the status that says, without a report, that there are no tests */
    int64_t timeout_ms;
    const struct facts_limit *limits;
    size_t limit_count;
    struct arena texts;
};

/* Nothing is told. */
void facts_init(struct facts *facts);

/* Makes facts of how a worker ended. */
struct facts_end facts_end(const struct ended *ended);

/* Writes them as an object called "cell". */
void facts_write(struct writer *writer, const struct facts *facts);

/* Reads the next value, of which is skipped what is of another type than it should be. FACTS, which must be told
   nothing yet, is filled as far as there is no error. */
void facts_read(struct facts *facts, struct pull *pull);

/* Of facts that were read. */
void facts_free(struct facts *facts);

#endif
