/* ori-cell: exactly one worker under its limits and its deadline, and one record, whatever the worker does. */
#include <errno.h>
#include <signal.h>

#include "base/diag.h"
#include "base/io.h"
#include "cell/cell.h"
#include "cell/options.h"

int
main(int argc, char **argv)
{
    struct cell_options options;
    int status;

    diag_set_program("ori-cell");
    if (io_open_standard() != 0) {
        diag_errno(errno, "standard descriptors");
        return EXIT_IO;
    }
    (void)signal(SIGPIPE, SIG_IGN); /* what cannot be written is an error, and no death; the worker has them back */
    (void)signal(SIGXFSZ, SIG_IGN);
    status = cell_options_read(&options, argc, argv);
    return status >= 0 ? status : cell_run(&options);
}
