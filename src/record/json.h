/* json: the little that the project needs beside json-c: text in pieces, and one strict way to read. */
#ifndef ORI_JSON_H
#define ORI_JSON_H

#include <json.h>
#include <stddef.h>

#include "base/buffer.h"

/* Reads the bytes, which must be one JSON value (RFC 8259) and nothing after it but white space; bytes that are no
   UTF-8 are repaired first. The caller puts the value. NULL with *WHY (owned by the caller) when it is none.
   A JSON null is answered with *WHY "null" too: nothing of ours is one. */
json_object *json_read(const char *bytes, size_t count, char **why);

/* Appends TEXT, valid UTF-8, as a JSON string with its quotes. NULL becomes null. */
void json_add_string(struct buffer *out, const char *text);

/* The member called NAME, or NULL when OBJECT is no object or has none. Owned by OBJECT. */
json_object *json_member(json_object *object, const char *name);

/* The string member called NAME, or NULL when there is none or it is no string. Owned by OBJECT. */
const char *json_member_string(json_object *object, const char *name);

#endif
