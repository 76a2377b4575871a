/* json: the little that the project needs beside json-c. */
#include "record/json.h"

#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

static json_object *
read_utf8(const char *bytes, size_t count, char **why)
{
    struct json_tokener *tokener;
    json_object *value;
    enum json_tokener_error error;
    size_t end;

    if (count > INT_MAX - 1) {
        *why = xstrdup("too large");
        return NULL;
    }
    tokener = json_tokener_new();
    if (tokener == NULL)
        xalloc_fail();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS);
    value = json_tokener_parse_ex(tokener, bytes, (int)count);
    error = json_tokener_get_error(tokener);
    end = json_tokener_get_parse_end(tokener);
    json_tokener_free(tokener);
    while (end < count && strchr(" \t\r\n", bytes[end]) != NULL && bytes[end] != '\0')
        end++;
    *why = NULL;
    if (error == json_tokener_continue)
        *why = xstrdup("it ends too early");
    else if (error != json_tokener_success)
        *why = xasprintf("%s at byte %zu", json_tokener_error_desc(error), end);
    else if (end < count)
        *why = xasprintf("more after its end at byte %zu", end);
    else if (value == NULL)
        *why = xstrdup("null");
    if (*why != NULL) {
        json_object_put(value);
        return NULL;
    }
    return value;
}

json_object *
json_read(const char *bytes, size_t count, char **why)
{
    struct buffer repaired = { 0 };
    json_object *value;

    if (count == 0) {
        *why = xstrdup("empty");
        return NULL;
    }
    if (text_is_utf8(bytes, count))
        return read_utf8(bytes, count, why);
    text_repair(&repaired, bytes, count);
    value = read_utf8(repaired.data, repaired.size, why);
    buffer_free(&repaired);
    return value;
}

/* How many of the bytes stand for themselves in a JSON string. */
static size_t
plain_run(const char *text)
{
    size_t n = 0;

    while ((unsigned char)text[n] >= ' ' && text[n] != '"' && text[n] != '\\')
        n++;
    return n;
}

void
json_add_string(struct buffer *out, const char *text)
{
    static const char letters[] = "\"\\\b\f\n\r\t";
    static const char escapes[] = "\"\\bfnrt";

    if (text == NULL) {
        buffer_add(out, "null");
        return;
    }
    buffer_add(out, "\"");
    for (;;) {
        size_t length = plain_run(text);
        const char *letter;

        buffer_append(out, text, length);
        text += length;
        if (*text == '\0')
            break;
        letter = strchr(letters, *text);
        if (letter != NULL)
            buffer_append(out, (const char[]){ '\\', escapes[letter - letters] }, 2);
        else
            buffer_printf(out, "\\u%04x", (unsigned)*text);
        text++;
    }
    buffer_add(out, "\"");
}

json_object *
json_member(json_object *object, const char *name)
{
    json_object *value = NULL;

    if (!json_object_is_type(object, json_type_object) || !json_object_object_get_ex(object, name, &value))
        return NULL;
    return value;
}

const char *
json_member_string(json_object *object, const char *name)
{
    json_object *value = json_member(object, name);

    return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
}
