/* glibc_abi: what a static json-c that was compiled with glibc's headers calls, for a cell that is linked with another
   C library.

   Of json-c's calls all but these are standard functions, with the same arguments in every C library of a machine.
   These are what glibc's headers make of printf and its like under _FORTIFY_SOURCE: the same function, with the size of
   the destination, which is for a check that is left out here, and a flag for %n, which json-c does not use. Their
   contracts are in the Linux Standard Base, Core, "Interfaces for libc": http://refspecs.linuxbase.org/LSB_5.0.0/. */
#undef _FORTIFY_SOURCE /* or the functions here would be made of themselves */

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>

int __fprintf_chk(FILE *stream, int flag, const char *format, ...);
int __snprintf_chk(char *text, size_t limit, int flag, size_t size, const char *format, ...);
char *__strcat_chk(char *text, const char *more, size_t size);
int __vasprintf_chk(char **text, int flag, const char *format, va_list args);
int __vfprintf_chk(FILE *stream, int flag, const char *format, va_list args);
int __vsnprintf_chk(char *text, size_t limit, int flag, size_t size, const char *format, va_list args);
void __vsyslog_chk(int priority, int flag, const char *format, va_list args);

int
__fprintf_chk(FILE *stream, int flag, const char *format, ...)
{
    va_list args;
    int n;

    (void)flag;
    va_start(args, format);
    n = vfprintf(stream, format, args);
    va_end(args);
    return n;
}

int
__snprintf_chk(char *text, size_t limit, int flag, size_t size, const char *format, ...)
{
    va_list args;
    int n;

    (void)flag;
    (void)size;
    va_start(args, format);
    n = vsnprintf(text, limit, format, args);
    va_end(args);
    return n;
}

char *
__strcat_chk(char *text, const char *more, size_t size)
{
    (void)size;
    (void)memcpy(text + strlen(text), more, strlen(more) + 1);
    return text;
}

int
__vasprintf_chk(char **text, int flag, const char *format, va_list args)
{
    (void)flag;
    return vasprintf(text, format, args);
}

int
__vfprintf_chk(FILE *stream, int flag, const char *format, va_list args)
{
    (void)flag;
    return vfprintf(stream, format, args);
}

int
__vsnprintf_chk(char *text, size_t limit, int flag, size_t size, const char *format, va_list args)
{
    (void)flag;
    (void)size;
    return vsnprintf(text, limit, format, args);
}

void
__vsyslog_chk(int priority, int flag, const char *format, va_list args)
{
    (void)flag;
    vsyslog(priority, format, args);
}
