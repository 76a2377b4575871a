/* writer: writes JSON value by value. */
#include "record/writer.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"

void
writer_init(struct writer *writer, struct buffer *out, const struct drain *drain)
{
    *writer = (struct writer){ .out = out, .drain = drain };
}

/* How many of the bytes stand for themselves in a string. */
static size_t
plain_run(const char *bytes, size_t count)
{
    size_t n = 0;

    while (n < count && (unsigned char)bytes[n] >= ' ' && bytes[n] != '"' && bytes[n] != '\\')
        n++;
    return n;
}

static void
add_quoted(struct buffer *out, const char *bytes, size_t count)
{
    static const char letters[] = "\"\\\b\f\n\r\t";
    static const char escapes[] = "\"\\bfnrt";

    buffer_add(out, "\"");
    while (count > 0) {
        size_t length = plain_run(bytes, count);
        const char *letter;

        buffer_append(out, bytes, length);
        bytes += length;
        count -= length;
        if (count == 0)
            break;
        letter = *bytes != '\0' ? strchr(letters, *bytes) : NULL;
        if (letter != NULL)
            buffer_append(out, (const char[]){ '\\', escapes[letter - letters] }, 2);
        else
            buffer_printf(out, "\\u%04x", (unsigned char)*bytes);
        bytes++;
        count--;
    }
    buffer_add(out, "\"");
}

static void
add_line(struct writer *writer)
{
    buffer_printf(writer->out, "\n%*s", (int)writer->depth, "");
}

/* What stands before a value: a comma, a line's end, its name. */
static void
begin_value(struct writer *writer, const char *name)
{
    bool breaks = writer->breaks || (writer->depth > 0 && (writer->lines >> (writer->depth - 1) & 1) != 0);

    drain_if_full(writer->drain, writer->out);
    if (writer->has_value)
        buffer_add(writer->out, breaks ? "," : ", ");
    if (breaks)
        add_line(writer);
    if (name != NULL) {
        add_quoted(writer->out, name, strlen(name));
        buffer_add(writer->out, ": ");
    }
    writer->breaks = false;
    writer->has_value = true;
}

static void
enter(struct writer *writer, const char *name, const char *bracket, bool lines)
{
    begin_value(writer, name);
    buffer_add(writer->out, bracket);
    writer->lines = (writer->lines & ~(UINT32_C(1) << writer->depth)) | ((uint32_t)lines << writer->depth);
    writer->depth++;
    writer->has_value = false;
}

static void
leave(struct writer *writer, const char *bracket)
{
    writer->depth--;
    writer->has_value = true;
    buffer_add(writer->out, bracket);
}

void
writer_object(struct writer *writer, const char *name, bool lines)
{
    enter(writer, name, "{", lines);
}

void
writer_end_object(struct writer *writer)
{
    leave(writer, "}");
}

void
writer_array(struct writer *writer, const char *name, bool lines)
{
    enter(writer, name, "[", lines);
}

void
writer_end_array(struct writer *writer)
{
    leave(writer, "]");
}

void
writer_break(struct writer *writer)
{
    writer->breaks = true;
}

void
writer_string(struct writer *writer, const char *name, const char *text)
{
    if (text == NULL) {
        writer_null(writer, name);
        return;
    }
    begin_value(writer, name);
    add_quoted(writer->out, text, strlen(text));
}

void
writer_bytes(struct writer *writer, const char *name, const char *bytes, size_t count)
{
    struct buffer text = { 0 };

    text_repair(&text, bytes, count);
    begin_value(writer, name);
    add_quoted(writer->out, text.data, text.size);
    buffer_free(&text);
}

void
writer_number(struct writer *writer, const char *name, int64_t number)
{
    begin_value(writer, name);
    buffer_printf(writer->out, "%" PRId64, number);
}

void
writer_count(struct writer *writer, const char *name, uint64_t count)
{
    begin_value(writer, name);
    buffer_printf(writer->out, "%" PRIu64, count);
}

void
writer_boolean(struct writer *writer, const char *name, bool value)
{
    begin_value(writer, name);
    buffer_add(writer->out, value ? "true" : "false");
}

void
writer_null(struct writer *writer, const char *name)
{
    begin_value(writer, name);
    buffer_add(writer->out, "null");
}
