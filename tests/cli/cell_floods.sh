#!/bin/bash
# A worker that writes a gigabyte to stdout, to stderr, or in one line, is not blocked, and the cell does not grow.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'a worker that writes a gigabyte to stdout, to stderr, or in one line, is not blocked, and the cell does not grow'

# Runs a worker under a cell that may not map more than 48 MiB itself; the worker is given its own limit back.
flood() {
    (
        ulimit -S -v 49152
        exec "$ORI_CELL" -t 0 --limit=as=unlimited -o r.json -- sh -c "$1"
    ) >out 2>err || fail "the cell fails: $(cat err)"
}
if "$ORI_CELL" --version >/dev/null && (ulimit -S -v 49152 && "$ORI_CELL" --version) >/dev/null 2>&1; then
    bounded=flood
else
    skip 'the cell cannot be bounded (a sanitizer maps terabytes)'
fi

$bounded 'head -c 1G /dev/zero; exit 3'
[ "$("$ORI_JSON" r.json cell.stdout_bytes)" = 1073741824 ] || fail 'not all of stdout was read'
$bounded 'head -c 1G /dev/zero >&2; exit 3'
[ "$("$ORI_JSON" r.json cell.stderr_bytes)" = 1073741824 ] || fail 'not all of stderr was read'
$bounded 'yes | head -c 1G; exit 3'
[ "$("$ORI_JSON" r.json cell.stdout_bytes)" = 1073741824 ] || fail 'not all lines were read'
$bounded 'printf -- "---ORI_JSON_BEGIN---\n"; head -c 300M /dev/zero; printf -- "\n---ORI_JSON_END---\n"; exit 0'
[ "$("$ORI_JSON" r.json results.0.outcome.message | head -n 1)" = 'worker exited 0 with malformed JSON output: a frame of more than 64 MiB' ] ||
    fail "a frame past its limit gives: $("$ORI_JSON" r.json results.0.outcome.message)"
