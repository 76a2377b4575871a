/* proc: what Linux tells of processes in /proc. It is a map, and never the truth: it may be hidden, covered, or that of
   another pid namespace. Nothing here allocates or locks but what says so. */
#ifndef ORI_PROC_H
#define ORI_PROC_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PROC_COMMAND = 64 };

struct process {
    pid_t pid;
    pid_t parent;
    unsigned long long start_time; /* in clock ticks after boot; pid and this together are one process for ever */
    bool is_dead;                  /* all of its threads: one whose main thread alone has exited lives on */
    bool is_ending;                /* in exit(2) already, or about to die by SIGKILL: nobody's leak any more */
    bool is_ours;                  /* descends from this process */
    char command[PROC_COMMAND];    /* the kernel's name of it, any bytes but NUL */
};

struct processes {
    struct process *list; /* sorted by pid */
    size_t count;
    size_t capacity;
};

/* Opens /proc, so that what is mounted over it later does not matter. A descriptor, or -1 where there is none. */
int proc_open(void);

/* Whether its pids are those of this process' own pid namespace. */
bool proc_is_ours(int proc);

/* Fills PROCESS but for is_ours. 0, or -1 with errno when it is gone or cannot be told. */
int proc_read(int proc, pid_t pid, struct process *process);

/* Calls ACT for each child of this process, which must have one thread, however many they are. 0, or -1 when the kernel
   does not list them. */
int proc_children(int proc, void (*act)(void *context, pid_t pid), void *context);

/* Lists all processes that there are, ours marked; allocates. 0, or -1 with errno. The caller frees list. */
int proc_list(int proc, struct processes *all);

/* The process of that pid, NULL when there is none. */
struct process *proc_find(const struct processes *all, pid_t pid);

#endif
