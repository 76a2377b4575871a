#!/bin/bash
# Files with any name reach the worker byte for byte, through make, and each has a record of its own.
# shellcheck disable=SC2016 # names and scripts are meant as they stand
. "${srcdir:-.}/tests/cli/lib.sh"

mkdir 'spec dir'
names=('a b.ll' '$HOME.ll' "it's.ll" '"q".ll' 'a#b.ll' '100%.ll' 'back\slash.ll' '-x.ll' 'a:b=c.ll' $'tab\there.ll'
    $'not\xff\xfeutf8.ll' 'ünïcödé.ll' '$(shell touch owned).ll' '`touch owned`.ll' ';touch owned;.ll' '~root.ll'
    'a~b.ll' 'a+7Eb.ll' '&|<>.ll' '*.ll' '?[a]{b,c}!.ll' '{}.ll' '@.ll' '%.ll' '\.ll' "'.ll" '^.ll')
for name in "${names[@]}"; do
    : >"spec dir/$name"
done

begin 'the worker notes its last argument, and answers as one without tests'
cat >worker <<'W'
#!/bin/bash
printf '%s\0' "${!#}" >>seen
exit 2
W
chmod +x worker
run "$ORI_PLAN" --cell="$ORI_CELL" --cell-option=--empty-exit=2 'spec dir' -- ./worker 'two words' '$HOME'
expect_status 0
run make -j1 -k -f results/check.mk
expect_status 0
sort -z seen >seen.sorted
for name in "${names[@]}"; do
    printf '%s\0' "spec dir/$name"
done | sort -z >wanted
cmp wanted seen.sorted || fail 'a name did not arrive as it is'
[ ! -e owned ] || fail 'a name was taken for a command'
[ "$(find results -name '*.json' | wc -l)" = "${#names[@]}" ] || fail 'two files share a record'
case $(ls results) in *[!A-Za-z0-9._~+$'\n'-]*) fail 'the name of a record needs quoting' ;; esac
run "$ORI_MERGE" results
expect_status 2
expect_out "${#names[@]} files in"

begin 'in a directory that is the current one, a leading dash is no option to the worker'
cd 'spec dir' || exit 99
rm -rf ../seen
run "$ORI_PLAN" --cell="$ORI_CELL" -- ../worker
expect_status 64
run "$ORI_PLAN" --cell="$ORI_CELL" ./-x.ll -- ../worker
expect_status 0
run make -f results/check.mk
[ "$(tr '\0' '\n' <seen)" = ./-x.ll ] || fail "the worker saw $(tr '\0' '\n' <seen)"
cd ..

begin '{} stands for the test file, within a word too'
rm -f seen
run "$ORI_PLAN" --cell="$ORI_CELL" 'spec dir/a b.ll' -- ./worker '--file={}.x'
run make -f results/check.mk
[ "$(tr '\0' '\n' <seen)" = '--file=spec dir/a b.ll.x' ] || fail "the worker saw $(tr '\0' '\n' <seen)"

begin "the filter is the worker's, literally"
rm -f seen
cat >worker <<'W'
#!/bin/bash
printf '%s\0' "$@" >>seen
exit 2
W
run "$ORI_PLAN" --cell="$ORI_CELL" --filter='a $b' 'spec dir/a b.ll' -- ./worker
run make -f results/check.mk
[ "$(tr '\0' '\n' <seen)" = $'--filter=a $b\nspec dir/a b.ll' ] || fail "the worker saw $(tr '\0' '\n' <seen)"

begin 'no cell costs a shell'
mkdir plain && : >plain/one.ll && : >'plain/a b.ll'
run "$ORI_PLAN" --cell="$ORI_CELL" plain -- true
if command -v strace >/dev/null && strace -f -o trace -e trace=execve make -f results/check.mk >/dev/null 2>&1; then
    grep -q '/sh"' trace && fail "make called a shell: $(grep '/sh"' trace)"
fi
exit 0
