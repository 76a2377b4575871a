/* buffer: bytes that grow. A struct buffer of all zeros is empty; buffer_free leaves it so. */
#ifndef ORI_BUFFER_H
#define ORI_BUFFER_H

#include <stddef.h>

struct buffer {
    char *data; /* owned; not terminated unless buffer_text was asked */
    size_t size;
    size_t capacity;
};

void buffer_append(struct buffer *buffer, const void *bytes, size_t count);
void buffer_add(struct buffer *buffer, const char *text);
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Room for COUNT more bytes at data + size; the caller adds to size what it has put there. */
char *buffer_reserve(struct buffer *buffer, size_t count);

/* The content as a string; a NUL stands after it and is not counted in size. The buffer still owns it. */
char *buffer_text(struct buffer *buffer);

/* Hands the content over as a string that the caller frees, and empties the buffer. */
char *buffer_take(struct buffer *buffer);

void buffer_clear(struct buffer *buffer);
void buffer_free(struct buffer *buffer);

#endif
