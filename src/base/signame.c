/* signame: signals by their canonical names. */
#include <config.h>

#include "base/signame.h"

#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#ifndef ORI_SIGRTMIN
#define ORI_SIGRTMIN SIGRTMIN
#endif

/* The first entry of a number is its canonical name, the others are read too. */
static const struct {
    const char *name;
    int number;
} signals[] = {
    { "HUP", SIGHUP },       { "INT", SIGINT },   { "QUIT", SIGQUIT }, { "ILL", SIGILL },   { "TRAP", SIGTRAP },
    { "ABRT", SIGABRT },     { "BUS", SIGBUS },   { "FPE", SIGFPE },   { "KILL", SIGKILL }, { "USR1", SIGUSR1 },
    { "SEGV", SIGSEGV },     { "USR2", SIGUSR2 }, { "PIPE", SIGPIPE }, { "ALRM", SIGALRM }, { "TERM", SIGTERM },
    { "CHLD", SIGCHLD },     { "CONT", SIGCONT }, { "STOP", SIGSTOP }, { "TSTP", SIGTSTP }, { "TTIN", SIGTTIN },
    { "TTOU", SIGTTOU },     { "URG", SIGURG },   { "XCPU", SIGXCPU }, { "XFSZ", SIGXFSZ }, { "VTALRM", SIGVTALRM },
    { "PROF", SIGPROF },     { "SYS", SIGSYS },
#ifdef SIGSTKFLT
    { "STKFLT", SIGSTKFLT },
#endif
#ifdef SIGWINCH
    { "WINCH", SIGWINCH },
#endif
#ifdef SIGPOLL
    { "IO", SIGPOLL },       { "POLL", SIGPOLL },
#endif
#ifdef SIGPWR
    { "PWR", SIGPWR },
#endif
#ifdef SIGIOT
    { "IOT", SIGIOT },
#endif
    { "CLD", SIGCHLD },
};

enum { SIGNAL_COUNT = sizeof signals / sizeof signals[0] };

const char *
signame_format(int signal, char buffer[SIGNAME_TEXT])
{
    for (size_t i = 0; i < SIGNAL_COUNT; i++) {
        if (signals[i].number == signal) {
            (void)snprintf(buffer, SIGNAME_TEXT, "SIG%s", signals[i].name);
            return buffer;
        }
    }
    if (signal == ORI_SIGRTMIN)
        (void)snprintf(buffer, SIGNAME_TEXT, "SIGRTMIN");
    else if (signal > ORI_SIGRTMIN && signal <= SIGRTMAX)
        (void)snprintf(buffer, SIGNAME_TEXT, "SIGRTMIN+%d", signal - ORI_SIGRTMIN);
    else
        (void)snprintf(buffer, SIGNAME_TEXT, "signal %d", signal);
    return buffer;
}

/* All of TEXT as a number from 0 to LIMIT, or -1. */
static int
parse_number(const char *text, int limit)
{
    char *end;
    long value;

    if (!isdigit((unsigned char)*text))
        return -1;
    value = strtol(text, &end, 10);
    return *end == '\0' && value <= limit ? (int)value : -1;
}

int
signame_parse(const char *text)
{
    int number = parse_number(text, SIGRTMAX);

    if (number >= 0)
        return number > 0 ? number : -1;
    if (strncasecmp(text, "SIG", 3) == 0)
        text += 3;
    for (size_t i = 0; i < SIGNAL_COUNT; i++)
        if (strcasecmp(text, signals[i].name) == 0)
            return signals[i].number;
    if (strncasecmp(text, "RTMIN", 5) != 0)
        return -1;
    if (text[5] == '\0')
        return ORI_SIGRTMIN;
    number = text[5] == '+' ? parse_number(text + 6, SIGRTMAX - ORI_SIGRTMIN) : -1;
    return number >= 0 ? ORI_SIGRTMIN + number : -1;
}
