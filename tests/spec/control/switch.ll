; The switch instruction picks the one matching case, or else the default:
; dense tables, sparse keys, negative and 64-bit cases, odd widths, shared targets.

; Days of a month in a common year; 0 for a number that names no month.
define i32 @days_in_month(i32 %month) noinline {
  switch i32 %month, label %invalid [
    i32 1, label %long
    i32 2, label %february
    i32 3, label %long
    i32 4, label %short
    i32 5, label %long
    i32 6, label %short
    i32 7, label %long
    i32 8, label %long
    i32 9, label %short
    i32 10, label %long
    i32 11, label %short
    i32 12, label %long
  ]

long:
  ret i32 31

short:
  ret i32 30

february:
  ret i32 28

invalid:
  ret i32 0
}

; ORI-TARGETS: test_dense_months days_in_month
define i32 @test_dense_months() {
entry:
  %last = call i32 @opaque_i32(i32 12)
  br label %loop

loop:
  %month = phi i32 [ 1, %entry ], [ %month.next, %loop ]
  %total = phi i32 [ 0, %entry ], [ %total.next, %loop ]
  %days = call i32 @days_in_month(i32 %month)
  %total.next = add i32 %total, %days
  %month.next = add i32 %month, 1
  %more = icmp ule i32 %month.next, %last
  br i1 %more, label %loop, label %exit

exit:
  %m2 = call i32 @opaque_i32(i32 2)
  %m11 = call i32 @opaque_i32(i32 11)
  %february = call i32 @days_in_month(i32 %m2)
  %november = call i32 @days_in_month(i32 %m11)
  %ok.1 = icmp eq i32 %total.next, 365
  %ok.2 = icmp eq i32 %february, 28
  %ok.3 = icmp eq i32 %november, 30
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Keys just outside a jump table, on both sides, must take the default edge.
; ORI-TARGETS: test_outside_dense_range days_in_month
define i32 @test_outside_dense_range() {
  %below = call i32 @opaque_i32(i32 0)
  %above = call i32 @opaque_i32(i32 13)
  %negative = call i32 @opaque_i32(i32 -1)
  %huge = call i32 @opaque_i32(i32 2147483647)
  %d0 = call i32 @days_in_month(i32 %below)
  %d13 = call i32 @days_in_month(i32 %above)
  %dn = call i32 @days_in_month(i32 %negative)
  %dh = call i32 @days_in_month(i32 %huge)
  %ok.1 = icmp eq i32 %d0, 0
  %ok.2 = icmp eq i32 %d13, 0
  %ok.3 = icmp eq i32 %dn, 0
  %ok.4 = icmp eq i32 %dh, 0
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define internal i32 @classify_sparse(i32 %key) noinline {
entry:
  switch i32 %key, label %join [
    i32 -2147483648, label %lowest
    i32 -1000, label %minus.thousand
    i32 -1, label %minus.one
    i32 7, label %seven
    i32 65536, label %page
    i32 2147483647, label %highest
  ]

lowest:
  br label %join

minus.thousand:
  br label %join

minus.one:
  br label %join

seven:
  br label %join

page:
  br label %join

highest:
  br label %join

join:
  %class = phi i32 [ 99, %entry ], [ 10, %lowest ], [ 11, %minus.thousand ], [ 12, %minus.one ], [ 13, %seven ], [ 14, %page ], [ 15, %highest ]
  ret i32 %class
}

define i32 @test_sparse_cases() {
  %min = call i32 @opaque_i32(i32 -2147483648)
  %seven = call i32 @opaque_i32(i32 7)
  %page = call i32 @opaque_i32(i32 65536)
  %max = call i32 @opaque_i32(i32 2147483647)
  %miss = call i32 @opaque_i32(i32 65535)
  %c.min = call i32 @classify_sparse(i32 %min)
  %c.seven = call i32 @classify_sparse(i32 %seven)
  %c.page = call i32 @classify_sparse(i32 %page)
  %c.max = call i32 @classify_sparse(i32 %max)
  %c.miss = call i32 @classify_sparse(i32 %miss)
  %ok.1 = icmp eq i32 %c.min, 10
  %ok.2 = icmp eq i32 %c.seven, 13
  %ok.3 = icmp eq i32 %c.page, 14
  %ok.4 = icmp eq i32 %c.max, 15
  %ok.5 = icmp eq i32 %c.miss, 99
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_negative_cases() {
  %thousand = call i32 @opaque_i32(i32 -1000)
  %one = call i32 @opaque_i32(i32 -1)
  %near = call i32 @opaque_i32(i32 -2)
  %positive = call i32 @opaque_i32(i32 1000)
  %c.thousand = call i32 @classify_sparse(i32 %thousand)
  %c.one = call i32 @classify_sparse(i32 %one)
  %c.near = call i32 @classify_sparse(i32 %near)
  %c.positive = call i32 @classify_sparse(i32 %positive)
  %ok.1 = icmp eq i32 %c.thousand, 11
  %ok.2 = icmp eq i32 %c.one, 12
  %ok.3 = icmp eq i32 %c.near, 99
  %ok.4 = icmp eq i32 %c.positive, 99
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The cases agree in their low 32 bits, so the whole 64-bit key must be compared.
define internal i32 @classify_wide(i64 %key) noinline {
  switch i64 %key, label %other [
    i64 5, label %plain
    i64 4294967301, label %high.bit
    i64 -4294967291, label %negative
    i64 9223372036854775807, label %largest
  ]

plain:
  ret i32 1

high.bit:
  ret i32 2

negative:
  ret i32 3

largest:
  ret i32 4

other:
  ret i32 0
}

define i32 @test_64_bit_cases() {
  %k1 = call i64 @opaque_i64(i64 5)
  %k2 = call i64 @opaque_i64(i64 4294967301)
  %k3 = call i64 @opaque_i64(i64 -4294967291)
  %k4 = call i64 @opaque_i64(i64 9223372036854775807)
  %k5 = call i64 @opaque_i64(i64 8589934597)
  %c1 = call i32 @classify_wide(i64 %k1)
  %c2 = call i32 @classify_wide(i64 %k2)
  %c3 = call i32 @classify_wide(i64 %k3)
  %c4 = call i32 @classify_wide(i64 %k4)
  %c5 = call i32 @classify_wide(i64 %k5)
  %ok.1 = icmp eq i32 %c1, 1
  %ok.2 = icmp eq i32 %c2, 2
  %ok.3 = icmp eq i32 %c3, 3
  %ok.4 = icmp eq i32 %c4, 4
  %ok.5 = icmp eq i32 %c5, 0
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Ranges of i8 characters: 1 for a digit below '4', 2 for a vowel, 0 otherwise.
define internal i32 @character_class(i8 %char) noinline {
  switch i8 %char, label %plain [
    i8 48, label %low.digit
    i8 49, label %low.digit
    i8 50, label %low.digit
    i8 51, label %low.digit
    i8 97, label %vowel
    i8 101, label %vowel
    i8 105, label %vowel
    i8 111, label %vowel
    i8 117, label %vowel
  ]

low.digit:
  ret i32 1

vowel:
  ret i32 2

plain:
  ret i32 0
}

define i32 @test_shared_targets() {
entry:
  %end = call i32 @opaque_i32(i32 256)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %digits = phi i32 [ 0, %entry ], [ %digits.next, %loop ]
  %vowels = phi i32 [ 0, %entry ], [ %vowels.next, %loop ]
  %char = trunc i32 %i to i8
  %class = call i32 @character_class(i8 %char)
  %is.digit = icmp eq i32 %class, 1
  %is.vowel = icmp eq i32 %class, 2
  %digit.value = select i1 %is.digit, i32 %i, i32 0
  %vowel.value = select i1 %is.vowel, i32 %i, i32 0
  %digits.next = add i32 %digits, %digit.value
  %vowels.next = add i32 %vowels, %vowel.value
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %end
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = icmp eq i32 %digits.next, 198
  %ok.2 = icmp eq i32 %vowels.next, 531
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The default edge may be the only edge there is.
define i32 @test_only_default() {
entry:
  %key = call i32 @opaque_i32(i32 17)
  switch i32 %key, label %default []

default:
  %twice = shl i32 %key, 1
  %ok = icmp eq i32 %twice, 34
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; A three-bit key: 7 and -1 are the same case value.
define internal i32 @octal_switch(i3 %key) noinline {
  switch i3 %key, label %rest [
    i3 -1, label %seven
    i3 3, label %three
    i3 -4, label %four
  ]

seven:
  ret i32 7

three:
  ret i32 3

four:
  ret i32 4

rest:
  ret i32 -1
}

define i32 @test_narrow_key() {
  %wide7 = call i32 @opaque_i32(i32 15)
  %wide4 = call i32 @opaque_i32(i32 12)
  %wide1 = call i32 @opaque_i32(i32 9)
  %key7 = trunc i32 %wide7 to i3
  %key4 = trunc i32 %wide4 to i3
  %key1 = trunc i32 %wide1 to i3
  %r7 = call i32 @octal_switch(i3 %key7)
  %r4 = call i32 @octal_switch(i3 %key4)
  %r1 = call i32 @octal_switch(i3 %key1)
  %ok.1 = icmp eq i32 %r7, 7
  %ok.2 = icmp eq i32 %r4, 4
  %ok.3 = icmp eq i32 %r1, -1
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A small state machine: the switch inside the loop jumps between the states of
; a recogniser for the pattern "ab*c" and counts its matches.
@machine.text = private unnamed_addr constant [14 x i8] c"abbcacxabacbc\00"

define i32 @test_switch_state_machine() {
entry:
  br label %loop

loop:
  %index = phi i64 [ 0, %entry ], [ %index.next, %step ]
  %state = phi i32 [ 0, %entry ], [ %state.next, %step ]
  %matches = phi i32 [ 0, %entry ], [ %matches.next, %step ]
  %place = getelementptr inbounds [14 x i8], ptr @machine.text, i64 0, i64 %index
  %char = load volatile i8, ptr %place
  switch i8 %char, label %reset [
    i8 97, label %begin
    i8 98, label %middle
    i8 99, label %finish
    i8 0, label %exit
  ]

reset:
  br label %step

begin:
  br label %step

middle:
  br label %step

finish:
  %matched = add i32 %matches, %state
  br label %step

step:
  %state.next = phi i32 [ 0, %reset ], [ 1, %begin ], [ %state, %middle ], [ 0, %finish ]
  %matches.next = phi i32 [ %matches, %reset ], [ %matches, %begin ], [ %matches, %middle ], [ %matched, %finish ]
  %index.next = add i64 %index, 1
  br label %loop

exit:
  %ok.1 = icmp eq i32 %matches, 3
  %ok.2 = icmp eq i64 %index, 13
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}
