#!/bin/bash
# The examples of the man pages and of the README print what stands there.
#
# In a literal block a line "$ COMMAND" is run ("\" goes on with the next line), and what follows is what it prints; the
# lines may come in any order, and times may differ. A line "..." stands for any lines. "$ cat FILE" makes a file that is
# not there yet. The commands on this tree itself run in the build; those that would run this test are left out.
. "${srcdir:-.}/tests/cli/lib.sh"
begin 'the examples of the man pages and of the README print what stands there'

mkdir bin
cat >bin/ori <<'O'
#!/bin/sh
# Stands in for the Ori compiler: two tests in each file.
echo '---ORI_JSON_BEGIN---
{"duration_ms": 1, "llvm_compile_error": false, "errors": [], "results": [
  {"name": "test_one", "targets": [], "outcome": {"type": "Passed"}, "duration_ms": 1},
  {"name": "test_two", "targets": [], "outcome": {"type": "Passed"}, "duration_ms": 0}]}
---ORI_JSON_END---'
O
chmod +x bin/ori
export PATH="$PWD/bin:$build:$PATH"
here=$PWD
in_place=false
[ "$top" = "$build" ] && in_place=true

# Times, process numbers, and the place of a make message are not the example's.
normalize() {
    sed -E 's/[0-9]+\.[0-9]{2} s$/T s/; s/"(wall|user|system|duration)_ms": [0-9]+/"\1_ms": N/g; s/"(max_rss_kib|overhead_us)": [0-9]+/"\1": N/g
        s/"started_at": "[^"]*"/"started_at": "T"/; s/"host": "[^"]*"/"host": "H"/
        s/\[Makefile:[0-9]+: /[Makefile: /'
}
# A record may be broken into other lines than those that it has.
squeeze() {
    if grep -q '^{' "$1"; then tr -d ' \n' <"$1"; else cat "$1"; fi
}
same() {
    normalize <"$1" >expected.n
    normalize <"$2" >actual.n
    if grep -qx '\.\.\.' expected.n; then
        awk 'NR == FNR { want[++n] = $0; next } BEGIN { at = 1 }
            { while (want[at] == "...") at++; if (at <= n && $0 == want[at]) at++ }
            END { while (want[at] == "...") at++; exit at <= n }' expected.n actual.n
    else
        [ "$(squeeze expected.n | sort)" = "$(squeeze actual.n | sort)" ]
    fi
}

count=0 last=0 what=''
# check: runs $command, which stands in $what, and compares with what is in the file expected.
check() {
    local directory=$PWD
    case $command in
    '') return ;;
    './bootstrap && make check' | ./test-all.sh*) return ;;
    'cat '*) [ -e "${command#cat }" ] || cp "$here/expected" "${command#cat }" ;;
    './bootstrap && '* | *check-llvm*)
        if [ ! -e Makefile ]; then
            $in_place && [ -x "$ORI_LLVM_WORKER" ] || return
            directory=$build
        fi
        ;;
    esac
    [[ $command != *ori-llvm-worker* || -x $ORI_LLVM_WORKER ]] || return
    command=${command#./bootstrap && }
    # shellcheck disable=SC2097,SC2098 # the inner shell expands it
    (
        cd "$directory" || exit
        [ "$directory" != "$build" ] || export RESULTS="$here/results"
        status() { return "$last"; }
        status
        eval "$command"
    ) </dev/null >"$here/actual" 2>&1
    last=$?
    count=$((count + 1))
    (cd "$here" && same expected actual) && return
    cp "$here/actual" "$here/out"
    fail "$what: '$command' prints something else"
}

# examples NAME: the blocks on stdin.
examples() {
    local line command='' more=false work="$here/work"
    what=$1
    rm -rf "$work"
    mkdir -p "$work/tests/spec"
    touch "$work/tests/spec/int.ori" "$work/tests/spec/float.ori"
    cd "$work" || exit 99
    : >"$here/expected"
    while IFS= read -r line; do
        if $more; then
            command+=" ${line#"${line%%[![:space:]]*}"}"
        elif [[ $line == '$ '* ]]; then
            check
            command=${line#'$ '}
            : >"$here/expected"
        elif [[ $line == @end ]]; then
            check
            command=''
        else
            printf '%s\n' "$line" >>"$here/expected"
            continue
        fi
        more=false
        if [[ $command == *\\ ]]; then
            command=${command%\\}
            command=${command%% }
            more=true
        fi
    done
    check
    cd "$here" || exit 99
}

for page in "$top"/doc/*.[157]; do
    sed -n '/^\.Bd -literal/,/^\.Ed/ { s/^\.Bd.*/@begin/; s/^\.Ed/@end/; s/\\e/\\/g; s/\\&//g; p; }' "$page" |
        awk '/^@begin/ { block = ""; next } /^@end/ { if (block ~ /(^|\n)\$ /) print block "@end"; next } { block = block $0 "\n" }' >blocks
    examples "${page##*/}" <blocks
done
awk '/^```console/ { on = 1; next } /^```/ { if (on) print "@end"; on = 0 } on' "$top/README.md" >blocks
examples README.md <blocks
[ $count -ge 15 ] || fail "only $count examples were found"
echo "$count examples"
exit 0
