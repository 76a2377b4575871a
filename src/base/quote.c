/* quote: words made literal. */
#include "base/quote.h"

#include <string.h>

/* No character that the shell or make reads anything into. Between single quotes make takes every character but the
   dollar as it is, and still needs no shell. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%+,-./:=@_";

static void
add_quoted(struct buffer *out, const char *word, enum quote_for reader)
{
    buffer_add(out, "'");
    for (; *word != '\0'; word++) {
        if (*word == '\'')
            buffer_add(out, "'\\''");
        else if (*word == '$' && reader == QUOTE_FOR_MAKE)
            buffer_add(out, "$$");
        else
            buffer_append(out, word, 1);
    }
    buffer_add(out, "'");
}

void
quote_word(struct buffer *out, const char *word, enum quote_for reader)
{
    if (word[0] != '\0' && word[strspn(word, plain)] == '\0')
        buffer_add(out, word);
    else
        add_quoted(out, word, reader);
}

void
quote_command(struct buffer *out, const char *word, enum quote_for reader)
{
    if (strchr(word, '=') != NULL)
        add_quoted(out, word, reader);
    else
        quote_word(out, word, reader);
}
