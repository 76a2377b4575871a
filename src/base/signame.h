/* signame: signals by their canonical names. */
#ifndef ORI_SIGNAME_H
#define ORI_SIGNAME_H

enum { SIGNAME_TEXT = 32 };

/* Writes "SIGSEGV", "SIGRTMIN+3", or "signal 77" for a number without a name. Returns BUFFER. */
const char *signame_format(int signal, char buffer[SIGNAME_TEXT]);

/* Reads "KILL", "SIGKILL", "9", "RTMIN+3"; letters of any case. The number, or -1 when TEXT names no signal. */
int signame_parse(const char *text);

#endif
