/* aside: runs a command beside a worker that lives. */
#include "process/aside.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/io.h"
#include "process/signals.h"

enum { READ_BYTES = 4096, LOOK_MS = 100, DEATH_MS = 5000 };

static void
read_stream(const struct sink *output, int *fd)
{
    char bytes[READ_BYTES];
    ssize_t n = io_read(*fd, bytes, sizeof bytes);

    if (n > 0)
        output->take(output->context, bytes, (size_t)n);
    else if (n == 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
        io_close(fd);
}

/* Waits for output or for a signal, SIGCHLD too; a moment at most, for a death may come without any. */
static void
wait_and_read(struct worker *command, const struct sink *output)
{
    struct pollfd polled[] = {
        { .fd = command->stdout_fd, .events = POLLIN },
        { .fd = command->stderr_fd, .events = POLLIN },
        { .fd = command->pidfd, .events = POLLIN },
    };

    if (signals_wait(polled, sizeof polled / sizeof polled[0], LOOK_MS) <= 0)
        return;
    if (polled[0].revents != 0)
        read_stream(output, &command->stdout_fd);
    if (polled[1].revents != 0)
        read_stream(output, &command->stderr_fd);
}

enum aside_end
aside_run(const struct aside_request *request, struct start_error *error)
{
    const struct start_request start = {
        .argv = request->argv,
        .environment = request->environment,
        .stdin_fd = -1,
        .limits = request->limits,
        .mask = signals_old_mask(),
    };
    int64_t deadline = clock_us() + request->timeout_ms * 1000;
    enum aside_end end = ASIDE_ENDED;
    struct worker command;

    if (start_worker(&start, &command, error) != 0)
        return ASIDE_NOT_STARTED;
    while (!worker_is_dead(&command)) {
        if (clock_us() >= deadline || request->is_over(request->context)) {
            end = ASIDE_KILLED;
            break;
        }
        wait_and_read(&command, &request->output);
    }
    worker_signal(&command, SIGKILL);
    for (deadline = clock_us() + DEATH_MS * INT64_C(1000); !worker_reap(&command) && clock_us() < deadline;)
        (void)signals_wait(NULL, 0, 1);
    for (int i = 0; i < 16 && command.stdout_fd >= 0; i++) /* what a pipe holds */
        read_stream(&request->output, &command.stdout_fd);
    for (int i = 0; i < 16 && command.stderr_fd >= 0; i++)
        read_stream(&request->output, &command.stderr_fd);
    worker_close(&command);
    return end;
}
