/* options: the command line of ori-plan. */
#ifndef ORI_PLAN_OPTIONS_H
#define ORI_PLAN_OPTIONS_H

/* Strings point into argv; the lists are owned, and NULL ends them. */
struct plan_options {
    const char *output; /* NULL: not named */
    const char *results;
    const char *filter; /* NULL for none */
    const char *cell;   /* NULL: not named */
    const char *run;    /* NULL: not named */
    const char **suffixes;
    const char **cell_options; /* NULL for none */
    const char **worker;
    char **paths;
};

/* Reads the command line. -1 when there is something to plan; otherwise the status to exit with, everything said. */
int plan_options_read(struct plan_options *options, int argc, char **argv);

void plan_options_free(struct plan_options *options);

#endif
