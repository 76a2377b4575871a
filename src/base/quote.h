/* quote: words made literal for a shell, or for a shell in a recipe of make. */
#ifndef ORI_QUOTE_H
#define ORI_QUOTE_H

#include "base/buffer.h"

enum quote_for { QUOTE_FOR_SHELL, QUOTE_FOR_MAKE };

/* Appends WORD as one word, between quotes only where it must be. */
void quote_word(struct buffer *out, const char *word, enum quote_for reader);

/* Appends WORD as the command itself: with an equals sign in it, it would be an assignment to the shell. */
void quote_command(struct buffer *out, const char *word, enum quote_for reader);

#endif
