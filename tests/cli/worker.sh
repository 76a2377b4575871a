#!/bin/bash
# The embedded worker takes the Ori compiler's command line and reports as it does.
. "${srcdir:-.}/tests/cli/lib.sh"
begin "the embedded worker takes the Ori compiler's command line and reports as it does"
need_worker

worker() {
    run "$ORI_LLVM_WORKER" test --backend=llvm --json "$@"
    sed -n '/^---ORI_JSON_BEGIN---$/,/^---ORI_JSON_END---$/{/^---/d;p}' out >frame
}
value() {
    [ "$("$ORI_JSON" frame "$1")" = "$2" ] || fail "$1 is $("$ORI_JSON" frame "$1"), not $2"
}

mkdir -p spec/deep
cat >spec/mixed.ll <<'L'
; ORI-SKIP: test_skipped not on a Tuesday
; ORI-TARGETS: test_good twice thrice
declare i64 @strlen(ptr)
@text = constant [4 x i8] c"abc\00"
define i32 @test_good() {
  %n = call i64 @strlen(ptr @text)
  %m = sub i64 %n, 3
  %r = trunc i64 %m to i32
  ret i32 %r
}
define dso_local i32 @test_bad() {
  ret i32 41
}
define i32 @test_skipped() {
  ret i32 1
}
define i32 @test_with_argument(i32 %x) {
  ret i32 1
}
define i64 @test_of_another_type() {
  ret i64 1
}
L
cat >spec/deep/good.ll <<'L'
define i32 @test_one() {
  ret i32 0
}
L
echo 'define i32 @test_x() { rubbish' >spec/broken.ll
echo '; nothing' >none.ll
echo '; ORI-SKIP: test_gone it is not here' | cat - spec/deep/good.ll >stray.ll

worker spec/mixed.ll
expect_status 1
value 0.path spec/mixed.ll
value 0.results.length 3
value 0.results.0.name test_good
value 0.results.0.outcome.type Passed
value 0.results.0.targets.1 thrice
value 0.results.1.outcome.message 'returned 41'
value 0.results.2.outcome.type Skipped
value 0.results.2.outcome.message 'not on a Tuesday'
value 0.passed 1

worker --filter=good spec/mixed.ll
expect_status 0
value 0.results.length 1

worker spec
expect_status 1
value length 3
value 0.path spec/broken.ll
value 0.llvm_compile_error true
value 0.results.0.outcome.type LlvmCompileFail
value 0.errors.length 1
value 1.path spec/deep/good.ll

worker spec/deep/good.ll spec/mixed.ll spec/deep/good.ll
value length 3

worker none.ll
expect_status 2
value 0.results.length 0
value 0.errors.length 0

worker nosuch.ll
expect_status 1
value 0.errors.0 'cannot read nosuch.ll: No such file or directory'

worker stray.ll
expect_status 1
value 0.errors.0 'ORI-SKIP names test_gone, which is no test'

begin 'however a test is written, it is run'
# However a test is written, it is run: a quoted name, a definition over several lines, one that the module keeps to itself.
cat >odd.ll <<'L'
define i32 @"test_quoted name"() {
  ret i32 0
}
define private
  i32
  @test_private() {
  ret i32 3
}
L
worker odd.ll
expect_status 1
value 0.results.length 2
value 0.results.0.name 'test_quoted name'
value 0.results.1.outcome.message 'returned 3'

"$ORI_LLVM_WORKER" test --backend=llvm --json none.ll >/dev/full 2>err
status=$?
expect_status 74

refuses() {
    local text=$1
    shift
    begin "refuses $*"
    run "$ORI_LLVM_WORKER" "$@"
    expect_status 64
    expect_line_count err 1
    expect_err "$text"
}
refuses 'the command must be test'
refuses 'the command must be test' --backend=llvm --json run x.ll
refuses '--backend=llvm is missing' test --json x.ll
refuses '--backend=wasm: there is only llvm' test --backend=wasm --json x.ll
refuses '--json is missing' test --backend=llvm x.ll
refuses 'no file to test' test --backend=llvm --json
refuses '--nosuch is not an option' test --nosuch

begin 'events'
# Events: each is out before the next thing happens.
printf 'declare i32 @puts(ptr)\n@s = constant [3 x i8] c"hi\\00"\ndefine i32 @test_a() {\n  %%r = call i32 @puts(ptr @s)\n  ret i32 0\n}
; ORI-SKIP: test_b later \\ on\ndefine i32 @test_b() {\n  ret i32 0\n}
define i32 @test_c() {\n  ret i32 -7\n}\n' >events.ll
run "$ORI_LLVM_WORKER" test --backend=llvm --__worker events.ll
expect_status 1
sed -E 's/ [0-9]+( |$)/ N\1/' out >got
cat >want <<'W'
@@ori-test plan test_a
@@ori-test plan test_b
@@ori-test plan test_c
@@ori-test start test_a
hi
@@ori-test result test_a pass N
@@ori-test result test_b skip N later \\ on
@@ori-test start test_c
@@ori-test result test_c fail N returned -7
@@ori-test done
W
cmp want got || fail 'the events differ'
run "$ORI_LLVM_WORKER" test --backend=llvm --__worker --tests=test_c,test_x events.ll
expect_status 1
expect_line_count out 4
run "$ORI_LLVM_WORKER" test --backend=llvm --json --tests=test_a events.ll
expect_status 0
expect_out '"passed": 1, "failed": 0'
echo 'nonsense' >bad.ll
run "$ORI_LLVM_WORKER" test --backend=llvm --__worker bad.ll
expect_status 1
expect_out '@@ori-test file-error bad.ll:1:1: error: '
expect_out '@@ori-test llvm-compile-error'
run "$ORI_LLVM_WORKER" test --backend=llvm --__worker .
expect_status 64
expect_err '--__worker takes one file'
run "$ORI_LLVM_WORKER" test --backend=llvm --__worker --json events.ll
expect_status 64
exit 0
