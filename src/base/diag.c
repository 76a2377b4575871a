/* diag: one-line messages on stderr, each in one write. */
#include "base/diag.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"

static const char *program = "ori";

enum { MESSAGE_BYTES = 4096 };

void
diag_set_program(const char *name)
{
    const char *slash = strrchr(name, '/');

    program = slash != NULL ? slash + 1 : name;
}

const char *
diag_program(void)
{
    return program;
}

/* A message may hold a file's name, and that any byte: none of them may reach the terminal as a command. */
static void
print_line(const char *tail, const char *format, va_list args)
{
    char line[MESSAGE_BYTES];
    size_t used;
    int n;

    n = snprintf(line, sizeof line, "%s: ", program);
    used = n < 0 ? 0 : (size_t)n;
    if (used < sizeof line) {
        n = vsnprintf(line + used, sizeof line - used, format, args);
        used += n < 0 ? 0 : (size_t)n;
    }
    if (used < sizeof line) {
        n = snprintf(line + used, sizeof line - used, "%s", tail);
        used += n < 0 ? 0 : (size_t)n;
    }
    if (used > sizeof line - 2)
        used = sizeof line - 2;
    for (size_t i = 0; i < used; i++)
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
            line[i] = '?';
    line[used++] = '\n';
    /* There is nowhere left to tell that stderr is gone. */
    (void)io_write_all(STDERR_FILENO, line, used);
}

void
diag_error(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print_line("", format, args);
    va_end(args);
}

void
diag_errno(int errnum, const char *format, ...)
{
    char reason[256];
    va_list args;

    (void)snprintf(reason, sizeof reason, ": %s", strerror(errnum));
    va_start(args, format);
    print_line(reason, format, args);
    va_end(args);
}

int
diag_usage(const char *format, ...)
{
    char hint[256];
    va_list args;

    (void)snprintf(hint, sizeof hint, "; try '%s --help'", program);
    va_start(args, format);
    print_line(hint, format, args);
    va_end(args);
    return EXIT_USAGE;
}

int
diag_bad_option(int opt, char *const argv[])
{
    const char *word =
        argv[optind - 1] != NULL ? argv[optind - 1] : argv[optind - 2]; /* some getopts count what is missing */
    const char *problem = opt == ':' ? "needs an argument" : "is not an option";

    /* getopt leaves optopt 0 for an unknown long option; of a cluster such as -qx it names the letter. */
    if (word[0] == '-' && word[1] == '-' && word[2] != '\0') {
        if (opt != ':' && optopt != 0)
            problem = "takes no argument";
        return diag_usage("%s %s", word, problem);
    }
    return diag_usage("-%c %s", optopt, problem);
}

int
diag_answer(const char *text)
{
    if (io_write_all(STDOUT_FILENO, text, strlen(text)) == 0 && close(STDOUT_FILENO) == 0)
        return EXIT_OK;
    diag_errno(errno, "stdout");
    return EXIT_IO;
}
