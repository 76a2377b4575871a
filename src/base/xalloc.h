/* xalloc: memory, or the end of the program with status 74 and one line on stderr. The caller frees. */
#ifndef ORI_XALLOC_H
#define ORI_XALLOC_H

#include <stddef.h>

/* The end of every failed allocation here: one line on stderr, then _exit(74). */
_Noreturn void xalloc_fail(void);

/* What xalloc_fail does first, until something else is named or NULL; it must not allocate. */
void xalloc_before_failing(void (*act)(void));

/* What it does after that, with CONTEXT, for who keeps something that is not to be left behind. */
void xalloc_before_exit(void (*act)(void *context), void *context);

void *xmalloc(size_t bytes);
void *xcalloc(size_t count, size_t bytes);
void *xreallocarray(void *old, size_t count, size_t bytes);
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t limit);
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
