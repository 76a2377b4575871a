/* text: bytes from outside made fit for a record and for a terminal. */
#ifndef ORI_TEXT_H
#define ORI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Appends the bytes to OUT as valid UTF-8 (RFC 3629: shortest form, no surrogates, up to U+10FFFF). Each maximal
   subpart that is none becomes one U+FFFD, as chapter 3.9 of the Unicode Standard recommends. */
void text_repair(struct buffer *out, const char *bytes, size_t count);

/* The length of the character at the begin of the COUNT bytes, of which there is one at least; 0, with *SKIP the length
   of the maximal subpart, when there is none. */
size_t text_character(const char *bytes, size_t count, size_t *skip);

/* How many of the first MOST bytes of TEXT, valid UTF-8 that is longer, there may be so that no character is cut. */
size_t text_cut(const char *text, size_t most);

/* Whether the bytes are valid UTF-8. */
bool text_is_utf8(const char *bytes, size_t count);

/* Appends the text to OUT for a person at a terminal: repaired, control characters (C0, DEL and C1) as "?", a line
   feed too. INDENT, if it is not NULL, keeps line feeds, and is put after each of them. */
void text_printable(struct buffer *out, const char *bytes, size_t count, const char *indent);

/* Appends the last LINES non-empty lines of the bytes, repaired, joined by line feeds; CR before LF is dropped. */
void text_tail(struct buffer *out, const char *bytes, size_t count, size_t lines);

#endif
