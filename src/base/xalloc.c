/* xalloc: memory, or the end of the program. */
#include "base/xalloc.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"

static void (*last_act)(void);
static void (*exit_act)(void *context);
static void *exit_context;

void
xalloc_before_failing(void (*act)(void))
{
    last_act = act;
}

void
xalloc_before_exit(void (*act)(void *context), void *context)
{
    exit_act = act;
    exit_context = context;
}

_Noreturn void
xalloc_fail(void)
{
    if (last_act != NULL)
        last_act();
    if (exit_act != NULL)
        exit_act(exit_context);
    diag_errno(ENOMEM, "memory");
    _exit(EXIT_IO);
}

static void *
checked(void *memory)
{
    if (memory == NULL)
        xalloc_fail();
    return memory;
}

void *
xmalloc(size_t bytes)
{
    return checked(malloc(bytes > 0 ? bytes : 1));
}

void *
xcalloc(size_t count, size_t bytes)
{
    return checked(calloc(count > 0 ? count : 1, bytes > 0 ? bytes : 1));
}

void *
xreallocarray(void *old, size_t count, size_t bytes)
{
    if (bytes != 0 && count > SIZE_MAX / bytes)
        xalloc_fail();
    return checked(realloc(old, count * bytes > 0 ? count * bytes : 1));
}

char *
xstrdup(const char *text)
{
    return checked(strdup(text));
}

char *
xstrndup(const char *text, size_t limit)
{
    return checked(strndup(text, limit));
}

char *
xasprintf(const char *format, ...)
{
    va_list args;
    char *text;
    int n;

    va_start(args, format);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        xalloc_fail();
    text = xmalloc((size_t)n + 1);
    va_start(args, format);
    (void)vsnprintf(text, (size_t)n + 1, format, args);
    va_end(args);
    return text;
}
