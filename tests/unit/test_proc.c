/* test_proc: what is read of /proc, where there is one. */
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/proc.h"

enum { CHILDREN = 900 }; /* whose numbers pass what is read at once */

struct seen {
    pid_t wanted;
    int count;
    bool found;
};

static void
see(void *context, pid_t pid)
{
    struct seen *seen = context;

    seen->count++;
    seen->found = seen->found || pid == seen->wanted;
}

static void
knows_itself(void **state)
{
    int proc = proc_open();
    struct process self;

    (void)state;
    if (!proc_is_ours(proc))
        return; /* there is none, or another's */
    assert_int_equal(proc_read(proc, getpid(), &self), 0);
    assert_int_equal(self.parent, getppid());
    assert_false(self.is_dead);
    assert_false(self.is_ending);
    assert_int_equal(proc_read(proc, 1 << 29, &self), -1);
    (void)close(proc);
    assert_false(proc_is_ours(-1));
}

/* A zombie is dead, one that SIGKILL waits for is about to be, and who lives is found behind any number of them. */
static void
finds_who_lives_behind_many_dead(void **state)
{
    int proc = proc_open();
    struct seen seen = { .wanted = 0 };
    struct processes all = { 0 };
    pid_t dead = 0;

    (void)state;
    if (!proc_is_ours(proc) || proc_children(proc, see, &seen) != 0)
        return;
    for (int i = 0; i < CHILDREN; i++) {
        dead = fork();
        assert_true(dead >= 0);
        if (dead == 0)
            _exit(0);
    }
    seen = (struct seen){ .wanted = fork() };
    if (seen.wanted == 0)
        for (;;)
            (void)pause();
    assert_int_equal(proc_children(proc, see, &seen), 0);
    assert_true(seen.found);
    assert_int_equal(seen.count, CHILDREN + 1);
    while (proc_list(proc, &all) == 0 && proc_find(&all, dead) != NULL && !proc_find(&all, dead)->is_dead)
        continue;
    assert_true(proc_find(&all, dead)->is_ours);
    assert_false(proc_find(&all, seen.wanted)->is_dead);
    assert_true(proc_find(&all, seen.wanted)->is_ours);
    assert_false(proc_find(&all, getpid())->is_ours);
    assert_int_equal(kill(seen.wanted, SIGKILL), 0);
    for (int i = 0; i <= CHILDREN; i++)
        assert_true(wait(NULL) > 0);
    free(all.list);
    (void)close(proc);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_itself),
        cmocka_unit_test(finds_who_lives_behind_many_dead),
    };

    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
