/* diag: one-line messages on stderr, each in one write. */
#ifndef ORI_DIAG_H
#define ORI_DIAG_H

/* What every program of the project exits with; sysexits(3) where it has a name for it. */
enum exit_status {
    EXIT_OK = 0,
    EXIT_FAILURES = 1,     /* the gate, or ori-cell --fail */
    EXIT_NO_TESTS = 2,     /* nothing to run, nothing was run */
    EXIT_USAGE = 64,       /* EX_USAGE */
    EXIT_NO_INPUT = 66,    /* EX_NOINPUT */
    EXIT_IO = 74,          /* EX_IOERR */
    EXIT_CANNOT_RUN = 126, /* the worker is there, but is no program */
    EXIT_NOT_FOUND = 127   /* there is no such worker */
};

/* Names the program in every later message. NAME must outlive it; a directory in it is left out. */
void diag_set_program(const char *name);
const char *diag_program(void);

/* Prints "PROGRAM: MESSAGE\n". Control characters in the message are shown as "?", a message of more than 4 KiB is cut.
 */
void diag_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Likewise with ": REASON" after it, REASON being what strerror(3) says of ERRNUM. */
void diag_errno(int errnum, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints "PROGRAM: MESSAGE; try 'PROGRAM --help'\n". Returns EXIT_USAGE. */
int diag_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says what is wrong with the option that getopt_long(3) has just answered with '?' or ':'. OPT is its
   answer; opterr must be 0 and the option string start with ':' (or '+:'). Returns EXIT_USAGE. */
int diag_bad_option(int opt, char *const argv[]);

/* What --help and --version do: prints TEXT on stdout, and closes it. Returns the exit status, EXIT_IO after a message
   if the text could not be written. */
int diag_answer(const char *text);

#endif
