/* text: bytes from outside made fit for a record and for a terminal. */
#include "base/text.h"

#include <string.h>

static const char replacement[] = "\xef\xbf\xbd";

/* How many bytes of a sequence starting with LEAD there should be, and what the second may be (table 3-7 of the
   Unicode Standard). 0 when no sequence starts so. */
static size_t
sequence_length(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef) {
        if (lead == 0xe0)
            *low = 0xa0;
        if (lead == 0xed)
            *high = 0x9f;
        return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        if (lead == 0xf0)
            *low = 0x90;
        if (lead == 0xf4)
            *high = 0x8f;
        return 4;
    }
    return 0;
}

/* The length of the character at BYTES, or 0 with *SKIP the length of the maximal subpart that is none. */
static size_t
character(const unsigned char *bytes, size_t count, size_t *skip)
{
    unsigned char low;
    unsigned char high;
    size_t length = sequence_length(bytes[0], &low, &high);

    *skip = 1;
    if (length == 0)
        return 0;
    for (size_t i = 1; i < length; i++) {
        if (i >= count || bytes[i] < low || bytes[i] > high) {
            *skip = i;
            return 0;
        }
        low = 0x80;
        high = 0xbf;
    }
    return length;
}

size_t
text_character(const char *bytes, size_t count, size_t *skip)
{
    return character((const unsigned char *)bytes, count, skip);
}

size_t
text_cut(const char *text, size_t most)
{
    while (most > 0 && ((unsigned char)text[most] & 0xc0) == 0x80)
        most--;
    return most;
}

static size_t
ascii_run(const unsigned char *bytes, size_t count)
{
    size_t n = 0;

    while (n < count && bytes[n] < 0x80)
        n++;
    return n;
}

void
text_repair(struct buffer *out, const char *bytes, size_t count)
{
    const unsigned char *next = (const unsigned char *)bytes;
    size_t skip;

    while (count > 0) {
        size_t length = ascii_run(next, count);

        if (length == 0)
            length = character(next, count, &skip);
        if (length > 0) {
            buffer_append(out, next, length);
            skip = length;
        } else {
            buffer_add(out, replacement);
        }
        next += skip;
        count -= skip;
    }
}

bool
text_is_utf8(const char *bytes, size_t count)
{
    const unsigned char *next = (const unsigned char *)bytes;
    size_t skip;

    while (count > 0) {
        size_t length = ascii_run(next, count);

        if (length == 0)
            length = character(next, count, &skip);
        if (length == 0)
            return false;
        next += length;
        count -= length;
    }
    return true;
}

/* C1 controls are U+0080 to U+009F, in UTF-8 0xc2 0x80 to 0xc2 0x9f: a terminal obeys them too. */
void
text_printable(struct buffer *out, const char *bytes, size_t count, const char *indent)
{
    const unsigned char *next = (const unsigned char *)bytes;
    size_t skip;

    while (count > 0) {
        size_t length = character(next, count, &skip);

        if (length == 0)
            buffer_add(out, replacement);
        else if (*next == '\n' && indent != NULL)
            buffer_printf(out, "\n%s", indent);
        else if (*next < ' ' || *next == 0x7f || (*next == 0xc2 && next[1] < 0xa0))
            buffer_add(out, "?");
        else
            buffer_append(out, next, length);
        if (length == 0)
            length = skip;
        next += length;
        count -= length;
    }
}

/* Where the line that ends before END begins. */
static size_t
line_begin(const char *bytes, size_t end)
{
    while (end > 0 && bytes[end - 1] != '\n')
        end--;
    return end;
}

void
text_tail(struct buffer *out, const char *bytes, size_t count, size_t lines)
{
    size_t begin = count;
    size_t first = count;
    size_t seen = 0;

    while (begin > 0 && seen < lines) {
        size_t end = begin;

        begin = line_begin(bytes, end);
        if (end > begin && !(end == begin + 1 && bytes[begin] == '\r')) {
            first = begin;
            seen++;
        }
        if (begin > 0)
            begin--;
    }
    for (bool more = false; first < count;) {
        const char *line = bytes + first;
        const char *newline = memchr(line, '\n', count - first);
        size_t length = newline != NULL ? (size_t)(newline - line) : count - first;

        first += length + 1;
        if (length > 0 && line[length - 1] == '\r')
            length--;
        if (length == 0)
            continue;
        if (more)
            buffer_add(out, "\n");
        text_repair(out, line, length);
        more = true;
    }
}
