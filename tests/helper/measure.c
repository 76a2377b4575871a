/* measure: runs a command, and writes what it took to a file: measure FILE COMMAND [ARG]...

   "WALL CPU KIB": seconds by the clock, seconds of processor time with those of all it has waited for, and the peak of
   resident memory of the largest of these. Small itself, because a process inherits the peak of the one that starts it.
   Ends with the command's status, or with 128 and its signal. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now(void)
{
    struct timespec time;

    return clock_gettime(CLOCK_MONOTONIC, &time) == 0 ? (double)time.tv_sec + (double)time.tv_nsec / 1e9 : 0;
}

static double
seconds(const struct timeval *time)
{
    return (double)time->tv_sec + (double)time->tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
    double begin = now();
    struct rusage usage;
    int status;
    FILE *out;
    pid_t pid;

    if (argc < 3)
        return 64;
    pid = fork();
    if (pid == 0) {
        (void)execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
        return 126;
    out = fopen(argv[1], "we");
    if (out == NULL ||
        fprintf(out, "%.6f %.6f %ld\n", now() - begin, seconds(&usage.ru_utime) + seconds(&usage.ru_stime),
                usage.ru_maxrss) < 0 ||
        fclose(out) != 0)
        return 126;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
