; An indirectbr goes to the block whose blockaddress it is given, whether the
; address comes from a table, a select, a phi or a running bytecode interpreter.

@arm.table = internal constant [3 x ptr] [
  ptr blockaddress(@pick_arm, %arm0),
  ptr blockaddress(@pick_arm, %arm1),
  ptr blockaddress(@pick_arm, %arm2)
]

define internal i32 @pick_arm(i64 %which, i32 %value) noinline {
entry:
  %place = getelementptr inbounds [3 x ptr], ptr @arm.table, i64 0, i64 %which
  %target = load ptr, ptr %place
  indirectbr ptr %target, [label %arm0, label %arm1, label %arm2]

arm0:
  %added = add i32 %value, 100
  ret i32 %added

arm1:
  %tripled = mul i32 %value, 3
  ret i32 %tripled

arm2:
  %negated = sub i32 0, %value
  ret i32 %negated
}

define i32 @test_table_of_labels() {
  %w0 = call i64 @opaque_i64(i64 0)
  %w1 = call i64 @opaque_i64(i64 1)
  %w2 = call i64 @opaque_i64(i64 2)
  %r0 = call i32 @pick_arm(i64 %w0, i32 7)
  %r1 = call i32 @pick_arm(i64 %w1, i32 7)
  %r2 = call i32 @pick_arm(i64 %w2, i32 7)
  %ok.1 = icmp eq i32 %r0, 107
  %ok.2 = icmp eq i32 %r1, 21
  %ok.3 = icmp eq i32 %r2, -7
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Jumps to a block address chosen by select.
define internal i32 @pick_side(i1 %left) noinline {
entry:
  %target = select i1 %left, ptr blockaddress(@pick_side, %on.left), ptr blockaddress(@pick_side, %on.right)
  indirectbr ptr %target, [label %on.left, label %on.right]

on.left:
  ret i32 1

on.right:
  ret i32 2
}

define i32 @test_selected_label() {
  %yes = call i1 @opaque_i1(i1 true)
  %no = call i1 @opaque_i1(i1 false)
  %left = call i32 @pick_side(i1 %yes)
  %right = call i32 @pick_side(i1 %no)
  %ok.1 = icmp eq i32 %left, 1
  %ok.2 = icmp eq i32 %right, 2
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A threaded interpreter: every operation ends by an indirectbr to the next one.
; Opcodes: 0 halt, 1 increment, 2 double, 3 subtract ten.
@opcode.labels = internal constant [4 x ptr] [
  ptr blockaddress(@interpret, %op.halt),
  ptr blockaddress(@interpret, %op.increment),
  ptr blockaddress(@interpret, %op.double),
  ptr blockaddress(@interpret, %op.subtract)
]

define i32 @interpret(ptr %code, i32 %start) noinline {
entry:
  br label %dispatch

dispatch:
  %pc = phi ptr [ %code, %entry ], [ %pc.next, %op.increment ], [ %pc.next, %op.double ], [ %pc.next, %op.subtract ]
  %acc = phi i32 [ %start, %entry ], [ %incremented, %op.increment ], [ %doubled, %op.double ], [ %subtracted, %op.subtract ]
  %opcode = load i8, ptr %pc
  %pc.next = getelementptr inbounds i8, ptr %pc, i64 1
  %index = zext i8 %opcode to i64
  %place = getelementptr inbounds [4 x ptr], ptr @opcode.labels, i64 0, i64 %index
  %target = load ptr, ptr %place
  indirectbr ptr %target, [label %op.halt, label %op.increment, label %op.double, label %op.subtract]

op.increment:
  %incremented = add i32 %acc, 1
  br label %dispatch

op.double:
  %doubled = shl i32 %acc, 1
  br label %dispatch

op.subtract:
  %subtracted = sub i32 %acc, 10
  br label %dispatch

op.halt:
  ret i32 %acc
}

@program.short = internal global [1 x i8] zeroinitializer
@program.long = internal global [8 x i8] c"\01\02\02\03\02\01\03\00"

; ORI-TARGETS: test_threaded_interpreter interpret
define i32 @test_threaded_interpreter() {
  %start = call i32 @opaque_i32(i32 5)
  %unchanged = call i32 @interpret(ptr @program.short, i32 %start)
  %result = call i32 @interpret(ptr @program.long, i32 %start)
  %ok.1 = icmp eq i32 %unchanged, 5
  %ok.2 = icmp eq i32 %result, 19
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The label is kept in memory and replaced on each trip, as a coroutine would.
define i32 @test_resume_point() {
entry:
  %resume = alloca ptr
  store volatile ptr blockaddress(@test_resume_point, %stage1), ptr %resume
  br label %again

again:
  %trace = phi i32 [ 0, %entry ], [ %trace1, %stage1 ], [ %trace2, %stage2 ]
  %next = load volatile ptr, ptr %resume
  indirectbr ptr %next, [label %stage1, label %stage2, label %stage3]

stage1:
  %shift1 = mul i32 %trace, 10
  %trace1 = add i32 %shift1, 1
  store volatile ptr blockaddress(@test_resume_point, %stage2), ptr %resume
  br label %again

stage2:
  %shift2 = mul i32 %trace, 10
  %trace2 = add i32 %shift2, 2
  store volatile ptr blockaddress(@test_resume_point, %stage3), ptr %resume
  br label %again

stage3:
  %ok = icmp eq i32 %trace, 12
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; The values of a phi depend on which indirectbr came in.
define internal i32 @two_dispatchers(i1 %first, i1 %to.a) noinline {
entry:
  %target = select i1 %to.a, ptr blockaddress(@two_dispatchers, %a), ptr blockaddress(@two_dispatchers, %b)
  br i1 %first, label %one, label %two

one:
  indirectbr ptr %target, [label %a, label %b]

two:
  indirectbr ptr %target, [label %b, label %a]

a:
  %from.a = phi i32 [ 11, %one ], [ 12, %two ]
  ret i32 %from.a

b:
  %from.b = phi i32 [ 21, %one ], [ 22, %two ]
  ret i32 %from.b
}

define i32 @test_phi_after_indirectbr() {
  %t = call i1 @opaque_i1(i1 true)
  %f = call i1 @opaque_i1(i1 false)
  %aa = call i32 @two_dispatchers(i1 %t, i1 %t)
  %ab = call i32 @two_dispatchers(i1 %t, i1 %f)
  %ba = call i32 @two_dispatchers(i1 %f, i1 %t)
  %bb = call i32 @two_dispatchers(i1 %f, i1 %f)
  %ok.1 = icmp eq i32 %aa, 11
  %ok.2 = icmp eq i32 %ab, 21
  %ok.3 = icmp eq i32 %ba, 12
  %ok.4 = icmp eq i32 %bb, 22
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The address of a block is never null.
define i32 @test_blockaddress_not_null() {
entry:
  %slot = alloca ptr
  store volatile ptr blockaddress(@pick_arm, %arm1), ptr %slot
  %address = load volatile ptr, ptr %slot
  %ok = icmp ne ptr %address, null
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i1 @opaque_i1(i1 %value) noinline {
  %slot = alloca i1
  store volatile i1 %value, ptr %slot
  %seen = load volatile i1, ptr %slot
  ret i1 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
