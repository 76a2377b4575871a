/* recordname: the file name of a test file's record. */
#include "plan/recordname.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"

enum { STEM_MAX = 200, HASH_DIGITS = 32 };

char *
recordname_normalize(const char *path)
{
    struct buffer out = { 0 };

    if (*path == '/')
        buffer_add(&out, "/");
    while (*path != '\0') {
        size_t length = strcspn(path, "/");

        if (length > 0 && !(length == 1 && *path == '.')) {
            if (out.size > 0 && out.data[out.size - 1] != '/')
                buffer_add(&out, "/");
            buffer_append(&out, path, length);
        }
        path += length;
        path += strspn(path, "/");
    }
    if (out.size == 0)
        buffer_add(&out, ".");
    return buffer_take(&out);
}

/* ASCII's letters, whatever the locale. */
static bool
is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
}

/* FNV-1a with 64 bits, from two bases: http://www.isthe.com/chongo/tech/comp/fnv/. The second is the first's with its
   bits turned over. */
static uint64_t
hash(const char *text, uint64_t value)
{
    for (; *text != '\0'; text++)
        value = (value ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return value;
}

/* An escape is never cut in two: the part of it at the end goes as well. */
static void
cut(struct buffer *name, const char *path)
{
    const uint64_t base = UINT64_C(0xcbf29ce484222325);

    name->size = STEM_MAX - 1 - HASH_DIGITS;
    for (size_t back = 1; back <= 2; back++)
        if (name->data[name->size - back] == '+') {
            name->size -= back;
            break;
        }
    buffer_printf(name, "+%016" PRIx64 "%016" PRIx64, hash(path, base), hash(path, ~base));
}

char *
recordname_make(const char *path)
{
    struct buffer name = { 0 };

    for (const char *next = path; *next != '\0'; next++) {
        if (*next == '/')
            buffer_add(&name, "~");
        else if (is_plain(*next) && !(*next == '.' && next == path))
            buffer_append(&name, next, 1);
        else
            buffer_printf(&name, "+%02X", (unsigned)(unsigned char)*next);
    }
    if (name.size > STEM_MAX)
        cut(&name, path);
    buffer_add(&name, ".json");
    return buffer_take(&name);
}
