/* buffer: bytes that grow. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { FIRST_BYTES = 64 }; /* most are names and short messages */

char *
buffer_reserve(struct buffer *buffer, size_t count)
{
    size_t capacity = buffer->capacity > 0 ? buffer->capacity : FIRST_BYTES;

    if (count > SIZE_MAX / 4 - buffer->size)
        xalloc_fail();
    while (capacity - buffer->size < count)
        capacity *= 2;
    if (capacity != buffer->capacity) {
        buffer->data = xreallocarray(buffer->data, capacity, 1);
        buffer->capacity = capacity;
    }
    return buffer->data + buffer->size;
}

void
buffer_append(struct buffer *buffer, const void *bytes, size_t count)
{
    if (count == 0)
        return;
    memcpy(buffer_reserve(buffer, count), bytes, count);
    buffer->size += count;
}

void
buffer_add(struct buffer *buffer, const char *text)
{
    buffer_append(buffer, text, strlen(text));
}

/* Formatted where there is room already, which is mostly enough, and else once more. */
void
buffer_printf(struct buffer *buffer, const char *format, ...)
{
    size_t room = buffer->capacity - buffer->size;
    va_list args;
    int n;

    va_start(args, format);
    n = vsnprintf(room > 0 ? buffer->data + buffer->size : NULL, room, format, args);
    va_end(args);
    if (n < 0)
        xalloc_fail();
    if ((size_t)n >= room) {
        (void)buffer_reserve(buffer, (size_t)n + 1);
        va_start(args, format);
        (void)vsnprintf(buffer->data + buffer->size, (size_t)n + 1, format, args);
        va_end(args);
    }
    buffer->size += (size_t)n;
}

char *
buffer_text(struct buffer *buffer)
{
    *buffer_reserve(buffer, 1) = '\0';
    return buffer->data;
}

char *
buffer_take(struct buffer *buffer)
{
    char *text = buffer_text(buffer);

    *buffer = (struct buffer){ 0 };
    return text;
}

void
buffer_clear(struct buffer *buffer)
{
    buffer->size = 0;
}

void
buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){ 0 };
}
