/* duration: durations as timeout(1) writes them, and sizes with K, M, G, T. */
#include "base/duration.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A thousand years in milliseconds: far from any overflow, and longer than any test. */
#define DURATION_MAX_MS INT64_C(31557600000000)

/* Reads digits with at most one point into thousandths, rounded up. NULL when there is no digit or too much. */
static const char *
read_thousandths(const char *text, int64_t *thousandths)
{
    int64_t value = 0;
    int64_t weight = 100;
    int digits = 0;
    int rest = 0;

    for (; isdigit((unsigned char)*text); text++, digits++) {
        value = value * 10 + (*text - '0');
        if (value > DURATION_MAX_MS)
            return NULL;
    }
    value *= 1000;
    if (*text == '.') {
        for (text++; isdigit((unsigned char)*text); text++, digits++) {
            value += weight * (*text - '0');
            if (weight == 0 && *text != '0')
                rest = 1;
            weight /= 10;
        }
    }
    *thousandths = value + rest;
    return digits > 0 ? text : NULL;
}

int
duration_parse(const char *text, int64_t *ms)
{
    static const struct {
        const char *suffix;
        int64_t seconds;
    } units[] = { { "", 1 }, { "s", 1 }, { "m", 60 }, { "h", 3600 }, { "d", 86400 } };
    int64_t value;
    const char *suffix = read_thousandths(text, &value);

    if (suffix == NULL)
        return -1;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(suffix, units[i].suffix) != 0)
            continue;
        if (value > DURATION_MAX_MS / units[i].seconds)
            return -1;
        *ms = value * units[i].seconds;
        return 0;
    }
    return -1;
}

char *
duration_format(int64_t ms, char buffer[DURATION_TEXT])
{
    int used = snprintf(buffer, DURATION_TEXT, "%" PRId64 ".%03" PRId64, ms / 1000, ms % 1000);

    while (used > 0 && buffer[used - 1] == '0')
        used--;
    if (used > 0 && buffer[used - 1] == '.')
        used--;
    buffer[used] = 's';
    buffer[used + 1] = '\0';
    return buffer;
}

static const char size_suffixes[] = "KMGT";

int
size_parse(const char *text, uint64_t *bytes)
{
    uint64_t value = 0;
    const char *suffix;
    unsigned shift = 0;

    if (!isdigit((unsigned char)*text))
        return -1;
    for (; isdigit((unsigned char)*text); text++) {
        unsigned digit = (unsigned)(*text - '0');

        if (value > (UINT64_MAX - digit) / 10)
            return -1;
        value = value * 10 + digit;
    }
    if (*text != '\0') {
        suffix = strchr(size_suffixes, *text);
        if (suffix == NULL || text[1] != '\0')
            return -1;
        shift = 10 * (unsigned)(suffix - size_suffixes + 1);
        if (value > UINT64_MAX >> shift)
            return -1;
    }
    *bytes = value << shift;
    return 0;
}

char *
size_format(uint64_t bytes, char buffer[DURATION_TEXT])
{
    size_t unit = 0;

    while (bytes > 0 && bytes % 1024 == 0 && unit < strlen(size_suffixes)) {
        bytes /= 1024;
        unit++;
    }
    (void)snprintf(buffer, DURATION_TEXT, "%" PRIu64 "%.*s", bytes, unit > 0 ? 1 : 0,
                   unit > 0 ? size_suffixes + unit - 1 : "");
    return buffer;
}
