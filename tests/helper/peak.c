/* peak: runs a command, and writes its own peak of resident memory, in KiB, to a file: that of this one process, not of
   its children. peak FILE COMMAND [ARG]...

   The kernel's rusage cannot tell the two apart, so the process is looked at when it is about to be gone. Ends with the
   command's status, or with 128 and its signal; -1 is written when it was killed before it could be looked at. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static long
read_peak(pid_t pid)
{
    char name[64];
    char line[256];
    long kib = -1;
    FILE *file;

    (void)snprintf(name, sizeof name, "/proc/%ld/status", (long)pid);
    file = fopen(name, "re");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    if (file != NULL)
        (void)fclose(file);
    return kib;
}

/* Follows the process to its end. Its status; *KIB is its peak. */
static int
follow(pid_t pid, long *kib)
{
    int status;

    while (waitpid(pid, &status, __WALL) == pid && WIFSTOPPED(status)) {
        int signal = WSTOPSIG(status);

        switch (status >> 16) {
        case PTRACE_EVENT_EXIT:
            *kib = read_peak(pid);
            (void)ptrace(PTRACE_CONT, pid, NULL, NULL);
            break;
        case PTRACE_EVENT_STOP: /* it was stopped, and stays so until it is continued */
            (void)ptrace(signal == SIGTRAP ? PTRACE_CONT : PTRACE_LISTEN, pid, NULL, NULL);
            break;
        default:
            (void)ptrace(PTRACE_CONT, pid, NULL, (void *)(long)signal);
        }
    }
    return status;
}

int
main(int argc, char **argv)
{
    int gate[2];
    long kib = -1;
    int status;
    char go = 0;
    FILE *out;
    pid_t pid;

    if (argc < 3 || pipe(gate) != 0)
        return 64;
    pid = fork();
    if (pid == 0) {
        (void)close(gate[1]);
        if (read(gate[0], &go, 1) != 1)
            _exit(126);
        (void)close(gate[0]);
        (void)execv(argv[2], argv + 2);
        _exit(127);
    }
    if (pid < 0 || ptrace(PTRACE_SEIZE, pid, NULL, (void *)PTRACE_O_TRACEEXIT) != 0) {
        perror("peak: ptrace");
        return 126;
    }
    (void)close(gate[0]);
    if (write(gate[1], &go, 1) != 1)
        return 126;
    (void)close(gate[1]);
    status = follow(pid, &kib);
    out = fopen(argv[1], "we");
    if (out == NULL || fprintf(out, "%ld\n", kib) < 0 || fclose(out) != 0)
        return 126;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
