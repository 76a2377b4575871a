/* pull: JSON read value by value.

   A string is looked at once where it stands: that tells whether it is well formed and how long it is when decoded, so
   that who wants it can put it where it is to stay, into room of the right size. */
#include "record/pull.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { REPLACEMENT = 0xfffd };

void
pull_begin(struct pull *pull, const char *bytes, size_t size)
{
    *pull = (struct pull){ .bytes = bytes, .size = size };
}

/* An error of the syntax where the reading has come to. */
static void
fail(struct pull *pull, const char *what)
{
    if (pull->why == NULL)
        pull->why = xasprintf("%s at byte %zu", pull->at >= pull->size ? "it ends too early" : what, pull->at);
}

void
pull_refuse(struct pull *pull, size_t at, const char *format, ...)
{
    char *what = NULL;
    va_list args;

    if (pull->why != NULL)
        return;
    va_start(args, format);
    if (vasprintf(&what, format, args) < 0)
        xalloc_fail();
    va_end(args);
    pull->why = xasprintf("%s at byte %zu", what, at);
    pull->refused = true;
    free(what);
}

/* The next byte that is no white space, which is not read yet; -1 at the end and after an error. */
static int
look(struct pull *pull)
{
    if (pull->why != NULL)
        return -1;
    while (pull->at < pull->size) {
        char c = pull->bytes[pull->at];

        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            return (unsigned char)c;
        pull->at++;
    }
    return -1;
}

/* TYPE if the word is what comes next. */
static enum pull_type
peek_word(struct pull *pull, const char *word, enum pull_type type)
{
    size_t length = strlen(word);
    size_t left = pull->size - pull->at;

    if (left >= length && memcmp(pull->bytes + pull->at, word, length) == 0)
        return type;
    if (left < length && memcmp(pull->bytes + pull->at, word, left) == 0)
        pull->at = pull->size;
    fail(pull, "no value");
    return PULL_NOTHING;
}

enum pull_type
pull_peek(struct pull *pull)
{
    int c = look(pull);

    switch (c) {
    case '{':
        return PULL_OBJECT;
    case '[':
        return PULL_ARRAY;
    case '"':
        return PULL_STRING;
    case 't':
        return peek_word(pull, "true", PULL_BOOLEAN);
    case 'f':
        return peek_word(pull, "false", PULL_BOOLEAN);
    case 'n':
        return peek_word(pull, "null", PULL_NULL);
    default:
        if (c == '-' || (c >= '0' && c <= '9'))
            return PULL_NUMBER;
        fail(pull, "no value");
        return PULL_NOTHING;
    }
}

bool
pull_enter(struct pull *pull)
{
    int c = look(pull);

    if (c != '{' && c != '[')
        fail(pull, "no array and no object");
    else if (pull->depth == PULL_MAX_DEPTH)
        fail(pull, "nested too deep");
    if (pull->why != NULL)
        return false;
    pull->at++;
    pull->depth++;
    pull->fresh = true;
    return true;
}

/* Whether there is one more element before CLOSE; reads the comma before it, or CLOSE. */
static bool
next_element(struct pull *pull, char close)
{
    int c = look(pull);

    if (pull->why != NULL)
        return false;
    if (c == close) {
        pull->at++;
        pull->depth--;
        pull->fresh = false;
        return false;
    }
    if (!pull->fresh) {
        if (c != ',') {
            fail(pull, close == '}' ? "no ',' and no '}'" : "no ',' and no ']'");
            return false;
        }
        pull->at++;
    }
    pull->fresh = false;
    return true;
}

bool
pull_item(struct pull *pull)
{
    return next_element(pull, ']');
}

/* Four hexadecimal digits; -1 when they are none. */
static int32_t
hexadecimal(const char *bytes, size_t left)
{
    int32_t value = 0;

    if (left < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        char c = bytes[i];

        if (c >= '0' && c <= '9')
            value = value * 16 + (c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + (c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value = value * 16 + (c - 'A' + 10);
        else
            return -1;
    }
    return value;
}

/* The code point of "\uXXXX", or of two of them that are a pair; -1 when it is no escape. */
static int32_t
escaped_code(const char *bytes, size_t left, size_t *taken)
{
    int32_t code = hexadecimal(bytes + 2, left - 2);
    int32_t low = -1;

    *taken = 6;
    if (code < 0xd800 || code > 0xdfff)
        return code;
    if (code < 0xdc00 && left >= 12 && bytes[6] == '\\' && bytes[7] == 'u')
        low = hexadecimal(bytes + 8, left - 8);
    if (low < 0xdc00 || low > 0xdfff)
        return REPLACEMENT;
    *taken = 12;
    return 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
}

/* Reads the escape at BYTES, of which TAKEN bytes are. The code point, or -1 when it is no escape. */
static int32_t
read_escape(const char *bytes, size_t left, size_t *taken)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    const char *letter;

    if (left < 2 || bytes[1] == '\0')
        return -1;
    if (bytes[1] == 'u')
        return escaped_code(bytes, left, taken);
    letter = strchr(letters, bytes[1]);
    *taken = 2;
    return letter != NULL ? meant[letter - letters] : -1;
}

/* Writes the code point as UTF-8, a NUL as U+FFFD. Its length. */
static size_t
encode(int32_t code, char out[4])
{
    if (code == 0)
        code = REPLACEMENT;
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xc0 | (code >> 6));
        out[1] = (char)(0x80 | (code & 0x3f));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xe0 | (code >> 12));
        out[1] = (char)(0x80 | ((code >> 6) & 0x3f));
        out[2] = (char)(0x80 | (code & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | (code >> 18));
    out[1] = (char)(0x80 | ((code >> 12) & 0x3f));
    out[2] = (char)(0x80 | ((code >> 6) & 0x3f));
    out[3] = (char)(0x80 | (code & 0x3f));
    return 4;
}

static bool
is_plain(char c)
{
    return (unsigned char)c >= ' ' && (unsigned char)c < 0x80 && c != '"' && c != '\\';
}

/* Reads what stands at the place in a string and is neither plain nor its end. How many bytes it has; 0 after an error.
 *SIZE: how many when it is decoded. */
static size_t
scan_special(struct pull *pull, struct pull_text *text, size_t *size)
{
    const char *bytes = pull->bytes + pull->at;
    size_t left = pull->size - pull->at;
    size_t taken = 0;
    char decoded[4];
    int32_t code;

    if ((unsigned char)*bytes < ' ') {
        fail(pull, "a control character in a string");
        return 0;
    }
    if (*bytes != '\\') {
        *size = text_character(bytes, left, &taken);
        if (*size > 0)
            return *size;
        *size = 3;
        text->repairs++;
        text->is_plain = false;
        return taken;
    }
    code = read_escape(bytes, left, &taken);
    if (code < 0) {
        fail(pull, "a bad escape");
        return 0;
    }
    text->is_plain = false;
    text->has_nul = text->has_nul || code == 0;
    *size = encode(code, decoded);
    return taken;
}

/* Reads a string, whose quote is what comes next. */
static bool
scan_string(struct pull *pull, struct pull_text *text)
{
    *text = (struct pull_text){ .raw = pull->bytes + pull->at + 1, .at = pull->at, .is_plain = true };
    pull->at++;
    while (pull->at < pull->size) {
        size_t begin = pull->at;
        size_t size;

        while (pull->at < pull->size && is_plain(pull->bytes[pull->at]))
            pull->at++;
        text->size += pull->at - begin;
        if (pull->at == pull->size)
            break;
        if (pull->bytes[pull->at] == '"') {
            text->raw_size = pull->at - text->at - 1;
            pull->at++;
            return true;
        }
        begin = scan_special(pull, text, &size);
        if (begin == 0)
            return false;
        text->size += size;
        pull->at += begin;
    }
    fail(pull, "");
    return false;
}

bool
pull_member(struct pull *pull, struct pull_text *name)
{
    if (!next_element(pull, '}'))
        return false;
    if (look(pull) != '"')
        fail(pull, "no member's name");
    else if (scan_string(pull, name) && name->has_nul)
        pull_refuse(pull, name->at, "a NUL in a member's name");
    else if (look(pull) != ':')
        fail(pull, "no ':'");
    pull->at++;
    return pull->why == NULL;
}

void
pull_string(struct pull *pull, struct pull_text *text)
{
    if (look(pull) != '"') {
        fail(pull, "no string");
    } else if (scan_string(pull, text)) {
        pull->repairs += text->repairs;
        if (pull->repairs > PULL_MAX_REPAIRS)
            pull_refuse(pull, text->at, "more than %d bytes that are no UTF-8", PULL_MAX_REPAIRS);
    }
    if (pull->why != NULL)
        *text = (struct pull_text){ .raw = "", .is_plain = true };
}

/* Reads digits, of which there must be one. How many there are. */
static size_t
scan_digits(struct pull *pull)
{
    size_t begin = pull->at;

    while (pull->at < pull->size && pull->bytes[pull->at] >= '0' && pull->bytes[pull->at] <= '9')
        pull->at++;
    if (pull->at == begin)
        fail(pull, "no digit");
    return pull->at - begin;
}

static bool
take(struct pull *pull, const char *either)
{
    if (pull->why != NULL || pull->at == pull->size || pull->bytes[pull->at] == '\0' ||
        strchr(either, pull->bytes[pull->at]) == NULL)
        return false;
    pull->at++;
    return true;
}

/* The exponent, held within what no number of 64 bits with so many digits as there are bytes needs. */
static int64_t
read_exponent(struct pull *pull)
{
    bool minus = take(pull, "-");
    int64_t exponent = 0;
    size_t count;

    if (!minus)
        (void)take(pull, "+");
    count = scan_digits(pull);
    for (const char *digit = pull->bytes + pull->at - count; count > 0; digit++, count--)
        if (exponent < INT64_C(1) << 50)
            exponent = exponent * 10 + (*digit - '0');
    return minus ? -exponent : exponent;
}

/* The whole number that the first WHOLE of the digits are, a point among them not counted and noughts behind them
   where there are not so many. What is larger than INT64_MAX is INT64_MAX. */
static int64_t
whole_part(const char *digits, size_t count, int64_t whole)
{
    int64_t value = 0;

    for (size_t i = 0; whole > 0 && (i < count || value > 0); i++) {
        int digit = 0;

        if (i < count) {
            if (digits[i] == '.')
                continue;
            digit = digits[i] - '0';
        }
        if (value > (INT64_MAX - digit) / 10)
            return INT64_MAX;
        value = value * 10 + digit;
        whole--;
    }
    return value;
}

int64_t
pull_number(struct pull *pull)
{
    bool minus;
    const char *digits;
    size_t count;
    int64_t whole;
    int64_t value;

    (void)look(pull);
    if (pull->why != NULL)
        return 0;
    minus = take(pull, "-");
    digits = pull->bytes + pull->at;
    if (take(pull, "0"))
        count = 1;
    else
        count = scan_digits(pull);
    whole = (int64_t)count;
    if (take(pull, "."))
        count += scan_digits(pull) + 1;
    if (take(pull, "eE"))
        whole += read_exponent(pull);
    if (pull->why != NULL)
        return 0;
    value = whole_part(digits, count, whole);
    return minus ? -value : value;
}

bool
pull_boolean(struct pull *pull)
{
    if (pull_peek(pull) == PULL_BOOLEAN) {
        bool value = pull->bytes[pull->at] == 't';

        pull->at += value ? 4 : 5;
        return value;
    }
    fail(pull, "no boolean");
    return false;
}

/* No deeper than pull_enter lets it go. */
void
pull_skip(struct pull *pull)
{
    struct pull_text text;

    switch (pull_peek(pull)) {
    case PULL_NOTHING:
        break;
    case PULL_NULL:
        pull->at += 4;
        break;
    case PULL_BOOLEAN:
        (void)pull_boolean(pull);
        break;
    case PULL_NUMBER:
        (void)pull_number(pull);
        break;
    case PULL_STRING:
        (void)scan_string(pull, &text);
        break;
    case PULL_ARRAY:
        if (pull_enter(pull))
            while (pull_item(pull))
                pull_skip(pull);
        break;
    case PULL_OBJECT:
        if (pull_enter(pull))
            while (pull_member(pull, &text))
                pull_skip(pull);
        break;
    }
}

int
pull_finish(struct pull *pull)
{
    if (look(pull) >= 0)
        fail(pull, "more after its end");
    return pull->why == NULL ? 0 : -1;
}

bool
pull_expect(struct pull *pull, enum pull_type type, const char *what)
{
    static const char *const names[] = {
        [PULL_NOTHING] = "value", [PULL_NULL] = "null",   [PULL_BOOLEAN] = "boolean", [PULL_NUMBER] = "number",
        [PULL_STRING] = "string", [PULL_ARRAY] = "array", [PULL_OBJECT] = "object",
    };

    if (pull_peek(pull) == type)
        return true;
    pull_refuse(pull, pull->at, "%s is no %s", what, names[type]);
    return false;
}

int
pull_known(struct pull *pull, const struct pull_text *name, const char *const names[], uint32_t *seen)
{
    for (int i = 0; names[i] != NULL; i++) {
        if (!pull_text_is(name, names[i]))
            continue;
        if ((*seen >> i & 1) != 0)
            pull_refuse(pull, name->at, "duplicate member '%s'", names[i]);
        *seen |= UINT32_C(1) << i;
        return i;
    }
    return -1;
}

void
pull_text_copy(const struct pull_text *text, char *out)
{
    const char *next = text->raw;
    const char *end = text->raw + text->raw_size;

    if (text->is_plain) {
        memcpy(out, text->raw, text->size);
        return;
    }
    while (next < end) {
        size_t left = (size_t)(end - next);
        size_t taken = 1;
        size_t length;

        if (*next == '\\') {
            out += encode(read_escape(next, left, &taken), out);
        } else if ((length = text_character(next, left, &taken)) > 0) {
            memcpy(out, next, length);
            out += length;
            taken = length;
        } else {
            out += encode(REPLACEMENT, out);
        }
        next += taken;
    }
}

bool
pull_text_is(const struct pull_text *text, const char *other)
{
    size_t length = strlen(other);
    char decoded[64];

    if (text->size != length || length > sizeof decoded)
        return false;
    if (text->is_plain)
        return memcmp(text->raw, other, length) == 0;
    pull_text_copy(text, decoded);
    return memcmp(decoded, other, length) == 0;
}

char *
pull_text_take(const struct pull_text *text)
{
    char *copy = xmalloc(text->size + 1);

    pull_text_copy(text, copy);
    copy[text->size] = '\0';
    return copy;
}

void
pull_free(struct pull *pull)
{
    free(pull->why);
    *pull = (struct pull){ .why = NULL };
}
