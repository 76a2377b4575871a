/* program: the files that a worker's name may stand for, and how one of them is executed: what execvp(3) does, but made
   ready beforehand, because nothing may be allocated between vfork and exec. */
#ifndef ORI_PROGRAM_H
#define ORI_PROGRAM_H

/* Owned by it; argv and environment are the caller's and stay where they are. */
struct program {
    char *const *argv;
    char *const *environment;
    char **candidates;  /* the name itself if a slash is in it, else one for each directory of PATH; ends in NULL */
    char **script_argv; /* of the shell that runs a file without a "#!" line; the file's name goes to [1] */
};

/* Never fails. ENVIRONMENT is the program's, NULL for this process' own. PATH is this process' own, or the system's
   where there is none. */
void program_init(struct program *program, char *const *argv, char *const *environment);

/* Becomes the first candidate that can be executed, as POSIX says of execvp: one that is not there or must not be
   executed is passed over, and one that is no program of any format is run by the shell. Returns only with errno set:
   EACCES if there was one that must not be executed; a directory of PATH that the user may not search is as good as not
   there. Neither allocates nor locks. */
void program_execute(const struct program *program);

void program_free(struct program *program);

#endif
