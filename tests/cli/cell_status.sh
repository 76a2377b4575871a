#!/bin/bash
# The cell's own status is never the worker's: 0, or what its table says.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "the cell's own status is never the worker's"

run "$ORI_CELL" -o r.json -- sh -c 'exit 3'
expect_status 0

run "$ORI_CELL" --fail -o r.json -- sh -c 'exit 3'
expect_status 1

run "$ORI_CELL" --fail -q --empty-exit=2 -o r.json -- sh -c 'exit 2'
expect_status 0
[ ! -s out ] || fail "-q prints"

run "$ORI_CELL" -o r.json -- ./no-such-worker file.ll
expect_status 127
expect_line_count err 1
expect_err 'cannot run ./no-such-worker: No such file or directory'
[ "$("$ORI_JSON" r.json errors.0)" = 'cannot run ./no-such-worker: No such file or directory' ] || fail 'the record does not say so'
[ "$("$ORI_JSON" r.json cell.ended.how)" = not_started ] || fail 'the record does not say not_started'

run "$ORI_CELL" -o r.json -- /tmp
expect_status 126
expect_err 'cannot run /tmp: '

begin 'a directory in PATH that the user may not search is passed over, which root may always do'
as_user=
if [ "$(id -u)" = 0 ]; then
    for as_user in 'setpriv --reuid=65534 --regid=65534 --clear-groups' 'runuser -u nobody --' ''; do
        $as_user true 2>/dev/null && break
    done
fi
if [ "$(id -u)" != 0 ] || [ -n "$as_user" ]; then
    chmod 755 . && mkdir secret open && chmod 777 open
    cp "$ORI_CELL" cell && chmod 755 cell
    printf '#!/bin/sh\nexit 77\n' >open/there && cp open/there secret/hidden && cp open/there open/mute
    chmod 755 open/there secret/hidden && chmod 644 open/mute && chmod 700 secret
    [ "$(id -u)" = 0 ] || chmod 000 secret
    if $as_user ./cell --version >out 2>&1; then
        for name in 'there 0' 'hidden 127' 'none 127' 'mute 126' './secret/hidden 126' './none 127'; do
            for path in secret:open open:secret; do
                # shellcheck disable=SC2046,SC2086 # words
                run env PATH="$PWD/${path%:*}:$PWD/${path#*:}" $(command -v ${as_user%% *}) ${as_user#* } ./cell -q \
                    --protocol=exit -o open/r.json -- ${name% *}
                [ "$status" = "${name#* }" ] || fail "${name% *} with PATH=$path gives $status"
            done
        done
    fi
    chmod 700 secret
fi

rm -f r.json
run "$ORI_CELL" -o no/such/dir/r.json -- true
expect_status 74
expect_line_count err 1
expect_err 'cannot write no/such/dir/r.json: No such file or directory'

mkdir r.json
run "$ORI_CELL" -o r.json -- true
expect_status 74
expect_err 'cannot write r.json: '
[ "$(ls -A r.json)" = '' ] || fail 'something was left in the directory'
[ "$(find . -name '*.tmp')" = '' ] || fail 'a half record was left behind'
