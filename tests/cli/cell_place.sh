#!/bin/bash
# The record's place: what is wrong with it is said before the worker runs, and whatever happens to it meanwhile there is a
# whole record or none, and nothing beside it.
# shellcheck disable=SC2016 # the inner shell expands it
. "${srcdir:-.}/tests/cli/lib.sh"
begin "the record's place"

# cell RECORD SCRIPT [OPTION]...: runs the script as worker, which passes if it comes to its end.
cell() {
    local record=$1 script=$2
    shift 2
    rm -f ran
    run "$ORI_CELL" -o "$record" --path=t --protocol=exit "$@" -- sh -c ": >ran; $script"
}
# expect_refused RECORD REASON: the cell says so, and runs nothing.
expect_refused() {
    cell "$1" true
    expect_status 74
    expect_line_count err 1
    expect_err "ori-cell: cannot write $1: "
    expect_err "$2"
    [ ! -e ran ] || fail "the worker was run, though $1 cannot be written"
    expect_nothing_beside
}
expect_nothing_beside() {
    [ -z "$(find . -name '*.tmp')" ] || fail "$(find . -name '*.tmp') was left"
}
# expect_record FILE: a whole record of a test that passed, and nothing else.
expect_record() {
    expect_status 0
    if [ ! -f "$1" ] || [ -L "$1" ]; then fail "$1 is no file"; fi
    [ "$("$ORI_JSON" "$1" passed)" = 1 ] || fail "$1 is no record"
    expect_nothing_beside
}

begin 'names'
# Names. A file system has 255 bytes for one.
longest=$(printf '%255s' '' | tr ' ' n)
cell "$longest" true
expect_record "$longest"
cell "$longest" ": >$longest" # to be replaced, by way of another name
expect_record "$longest"
rm "$longest"
expect_refused "${longest}n" 'name too long'
expect_refused no/such/r.json 'No such file or directory'
expect_refused . 'Is a directory'
mkdir taken
: >taken/kept
expect_refused taken 'Is a directory'
[ "$(ls -A taken)" = kept ] || fail 'the directory at the place was changed'
: >file
expect_refused file/r.json 'Not a directory'
if [ "$(id -u)" != 0 ]; then
    mkdir readonly
    chmod a-w readonly
    expect_refused readonly/r.json 'Permission denied'
fi

begin 'an old record is gone before the worker runs, so that none lies about when the cell dies'
echo old >r.json
cell r.json 'test ! -e r.json'
expect_record r.json

begin 'what the worker puts at the place is no record, and is not followed'
echo untouched >victim
cell r.json 'ln -s victim r.json'
expect_record r.json
[ "$(cat victim)" = untouched ] || fail 'a planted link was followed'
cell r.json 'ln -s /no/such/place r.json'
expect_record r.json
cell r.json 'echo forged >r.json'
expect_record r.json
cell r.json 'mkfifo r.json'
expect_record r.json
cell r.json 'mkdir r.json'
expect_status 74
expect_err 'ori-cell: cannot write r.json: Is a directory'
expect_nothing_beside
rmdir r.json

begin 'nor is what it does to the directory'
# Nor is what it does to the directory: the record goes where it was to go.
mkdir place elsewhere
cell place/r.json 'mv place moved && ln -s elsewhere place'
expect_record moved/r.json
[ -z "$(ls -A elsewhere)" ] || fail 'the record was led elsewhere'
rm -r moved place
mkdir place
cell place/r.json 'rm -r place'
expect_status 74
expect_err 'ori-cell: cannot write place/r.json: No such file or directory'

begin "a link that was there is the user's"
# A link that was there is the user's: it stays, and what it leads to is replaced, also when there is nothing yet.
mkdir place
ln -s place/real link.json
for _ in 1 2; do
    cell link.json true
    expect_record place/real
    [ -L link.json ] || fail "the user's link is gone"
done

begin 'something to write to is written to'
# Something to write to is written to; a pipe nobody reads is not waited for.
run "$ORI_CELL" -q -o /dev/stdout --path=t --protocol=exit -- true
expect_status 0
[ "$("$ORI_JSON" out passed)" = 1 ] || fail 'no record on /dev/stdout'
mkfifo pipe
expect_refused pipe 'No such device or address'
[ -p pipe ] || fail 'the pipe is gone'
cat pipe >piped &
reader=$!
until run "$ORI_CELL" -o pipe --path=t --protocol=exit -- true && [ "$status" = 0 ]; do :; done
wait $reader
[ "$("$ORI_JSON" piped passed)" = 1 ] || fail 'no record in the pipe'

begin "a file size limit of the cell's own"
rm -f r.json
(ulimit -f 8 && cell r.json 'head -c 100000 /dev/zero | tr "\0" x; exit 1' --keep-output=200K && exit "$status")
status=$?
expect_status 74
expect_err 'ori-cell: cannot write r.json: File too large'
[ ! -e r.json ] || fail 'a part of a record'
expect_nothing_beside

begin 'a full disk'
cat >full.sh <<'S'
mount -t tmpfs -o size=64k,nr_inodes=10 none full || exit 77
: >full/victim
"$1" -o full/r.json --path=t --protocol=exit --keep-output=200K -- \
    sh -c 'echo forged >full/r.json; head -c 100000 /dev/zero | tr "\0" x; exit 1' 2>&1 && exit 1
[ $? = 74 ] && [ "$(ls -A full)" = victim ] || exit 2
touch full/r.json full/1 full/2 full/3 full/4 full/5 full/6 full/7 full/8 full/9 2>/dev/null
"$1" -q -o full/r.json --path=t --protocol=exit -- true || exit 3 # there is room where the old record was
mv full/r.json full/other
"$1" -o full/r.json --path=t --protocol=exit -- touch ran 2>&1 && exit 4
[ $? = 74 ] && [ ! -e ran ] && [ ! -e full/r.json ] || exit 5
S
mkdir full
rm -f ran
if unshare -m true 2>err; then
    run unshare -m sh full.sh "$ORI_CELL"
elif unshare -Urm true 2>err; then
    run unshare -Urm sh full.sh "$ORI_CELL"
else
    status=77
fi
if [ "$status" = 77 ]; then
    echo 'no small file system can be mounted here: a full disk is left out' >&2
else
    expect_status 0
    [ "$(grep -c 'ori-cell: cannot write full/r.json: No space left on device' out)" = 2 ] || fail 'not told that it is full'
fi

begin 'the standard output'
# The standard output: closed, and a pipe that nobody reads. What is printed reaches no record, and what cannot be is 74.
rm -f r.json
status=0
"$ORI_CELL" -o r.json --path=t --protocol=exit -- true <&- >out 2>&- || status=$?
expect_record r.json
rm -f r.json
status=0
"$ORI_CELL" -o r.json --path=t --protocol=exit -- true <&- >&- 2>err || status=$?
expect_status 74
expect_err 'ori-cell: stdout: '
[ "$("$ORI_JSON" r.json passed)" = 1 ] || fail 'no record'
status=0
"$ORI_CELL" -q -o /dev/stdout --path=t --protocol=exit -- true >&- 2>err || status=$?
expect_status 74
mkfifo unread
exec 4<>unread
exec 5>unread 4<&-
status=0
"$ORI_CELL" -o r.json --path=t --protocol=exit -- true >&5 2>err || status=$?
exec 5>&-
expect_status 74
expect_err 'ori-cell: stdout: Broken pipe'
cell r.json 'kill -PIPE $$'
expect_out 'CRASH t  worker killed by SIGPIPE'
cell r.json 'kill -XFSZ $$'
expect_out 'CRASH t  worker killed by SIGXFSZ'

begin 'a cell that is ended leaves nothing, not even what the worker has put at the place'
# A cell that is ended leaves nothing, not even what the worker has put at the place. One that is killed leaves nothing of
# its own, where a file can be without a name.
mkdir ended
mkfifo ready
for signal in TERM INT HUP KILL; do
    planted='echo forged >ended/r.json; '
    if [ $signal = KILL ]; then
        cell ended/r.json 'ls -A ended >seen'
        rm ended/r.json
        [ ! -s seen ] || continue
        planted=
    fi
    # Job control, or SIGINT would be ignored.
    set -m
    "$ORI_CELL" -t 0 -o ended/r.json -- sh -c "${planted}echo >ready; exec sleep 987" >out 2>err &
    set +m
    read -r _ <ready
    kill -$signal $!
    status=0
    wait $! 2>/dev/null || status=$?
    expect_status $((128 + $(kill -l $signal)))
    [ -z "$(ls -A ended)" ] || fail "SIG$signal leaves $(ls -A ended)"
done

begin 'two cells of one pid, each in a namespace of its own, that write one record at the same time'
own=()
if unshare -pf --mount-proc true 2>err; then
    own=(unshare -pf --mount-proc)
elif unshare -Urpf --mount-proc true 2>err; then
    own=(unshare -Urpf --mount-proc)
fi
if [ ${#own[@]} = 0 ]; then
    echo 'no pid namespace can be made here: two cells of one pid are left out' >&2
else
    mkdir both
    mkfifo first second
    "${own[@]}" "$ORI_CELL" -o both/r.json --path=t --protocol=exit -- sh -c 'read -r _ <first; echo >second' >first.out 2>&1 &
    run "${own[@]}" "$ORI_CELL" -o both/r.json --path=t --protocol=exit -- sh -c 'echo >first; read -r _ <second'
    expect_record both/r.json
    status=0
    wait $! || status=$?
    expect_record both/r.json
    [ "$(ls -A both)" = r.json ] || fail "left beside the record: $(ls -A both)"
fi
exit 0
