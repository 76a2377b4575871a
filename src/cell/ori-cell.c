/* ori-cell: exactly one worker under its limits and its deadline, and one record, whatever the worker does. */
#include "base/diag.h"
#include "cell/cell.h"
#include "cell/options.h"

int
main(int argc, char **argv)
{
    struct cell_options options;
    int status;

    diag_set_program("ori-cell");
    status = cell_options_read(&options, argc, argv);
    return status >= 0 ? status : cell_run(&options);
}
