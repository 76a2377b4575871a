; Check sums, hashes and generators with published answers: CRC-32, Adler-32,
; FNV-1a, SHA-1 of one block, xorshift and SplitMix64.

@check.text = private unnamed_addr constant [10 x i8] c"123456789\00"
@wikipedia = private unnamed_addr constant [10 x i8] c"Wikipedia\00"
@foobar = private unnamed_addr constant [7 x i8] c"foobar\00"

declare i32 @llvm.fshl.i32(i32, i32, i32)

define i32 @crc32(ptr %text, i64 %length) noinline {
entry:
  %empty = icmp eq i64 %length, 0
  br i1 %empty, label %exit, label %byte

byte:
  %i = phi i64 [ 0, %entry ], [ %i.next, %byte.end ]
  %crc = phi i32 [ -1, %entry ], [ %shifted, %byte.end ]
  %place = getelementptr inbounds i8, ptr %text, i64 %i
  %char = load i8, ptr %place
  %char.wide = zext i8 %char to i32
  %start = xor i32 %crc, %char.wide
  br label %bit

bit:
  %n = phi i32 [ 0, %byte ], [ %n.next, %bit ]
  %state = phi i32 [ %start, %byte ], [ %shifted, %bit ]
  %low = and i32 %state, 1
  %mask = sub i32 0, %low
  %poly = and i32 %mask, -306674912
  %half = lshr i32 %state, 1
  %shifted = xor i32 %half, %poly
  %n.next = add i32 %n, 1
  %bits.left = icmp ult i32 %n.next, 8
  br i1 %bits.left, label %bit, label %byte.end

byte.end:
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %length
  br i1 %more, label %byte, label %exit

exit:
  %final = phi i32 [ -1, %entry ], [ %shifted, %byte.end ]
  %crc.out = xor i32 %final, -1
  ret i32 %crc.out
}

; ORI-TARGETS: test_crc32 crc32
define i32 @test_crc32() {
  %length = call i64 @opaque_i64(i64 9)
  %none = call i64 @opaque_i64(i64 0)
  %check = call i32 @crc32(ptr @check.text, i64 %length)
  %empty = call i32 @crc32(ptr @check.text, i64 %none)
  %ok.1 = icmp eq i32 %check, -873187034
  %ok.2 = icmp eq i32 %empty, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @adler32(ptr %text, i64 %length) noinline {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %loop ]
  %a = phi i32 [ 1, %entry ], [ %a.next, %loop ]
  %b = phi i32 [ 0, %entry ], [ %b.next, %loop ]
  %place = getelementptr inbounds i8, ptr %text, i64 %i
  %char = load i8, ptr %place
  %char.wide = zext i8 %char to i32
  %a.sum = add i32 %a, %char.wide
  %a.next = urem i32 %a.sum, 65521
  %b.sum = add i32 %b, %a.next
  %b.next = urem i32 %b.sum, 65521
  %i.next = add i64 %i, 1
  %more = icmp ult i64 %i.next, %length
  br i1 %more, label %loop, label %exit

exit:
  %high = shl i32 %b.next, 16
  %sum = or i32 %high, %a.next
  ret i32 %sum
}

; ORI-TARGETS: test_adler32 adler32
define i32 @test_adler32() {
  %length = call i64 @opaque_i64(i64 9)
  %sum = call i32 @adler32(ptr @wikipedia, i64 %length)
  %ok = icmp eq i32 %sum, 300286872
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

define i64 @fnv1a(ptr %text) noinline {
entry:
  br label %loop

loop:
  %place = phi ptr [ %text, %entry ], [ %place.next, %mix ]
  %hash = phi i64 [ -3750763034362895579, %entry ], [ %hash.next, %mix ]
  %char = load i8, ptr %place
  %end = icmp eq i8 %char, 0
  br i1 %end, label %exit, label %mix

mix:
  %char.wide = zext i8 %char to i64
  %mixed = xor i64 %hash, %char.wide
  %hash.next = mul i64 %mixed, 1099511628211
  %place.next = getelementptr inbounds i8, ptr %place, i64 1
  br label %loop

exit:
  ret i64 %hash
}

; ORI-TARGETS: test_fnv1a fnv1a
define i32 @test_fnv1a() {
  %length = call i64 @opaque_i64(i64 6)
  %end = getelementptr inbounds i8, ptr @foobar, i64 %length
  %word = call i64 @fnv1a(ptr @foobar)
  %empty = call i64 @fnv1a(ptr %end)
  %ok.1 = icmp eq i64 %word, -8821353812377114648
  %ok.2 = icmp eq i64 %empty, -3750763034362895579
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; The first value after the seed, and the one a thousand steps on.
define i32 @test_xorshift32() {
entry:
  %seed = call i32 @opaque_i32(i32 -1831433054)
  br label %loop

loop:
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %x = phi i32 [ %seed, %entry ], [ %x3, %loop ]
  %first = phi i32 [ 0, %entry ], [ %first.next, %loop ]
  %left = shl i32 %x, 13
  %x1 = xor i32 %x, %left
  %right = lshr i32 %x1, 17
  %x2 = xor i32 %x1, %right
  %left.again = shl i32 %x2, 5
  %x3 = xor i32 %x2, %left.again
  %is.first = icmp eq i32 %i, 0
  %first.next = select i1 %is.first, i32 %x3, i32 %first
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, 1000
  br i1 %more, label %loop, label %exit

exit:
  %ok.1 = icmp eq i32 %first.next, 723471715
  %ok.2 = icmp eq i32 %x3, -995970708
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i64 @splitmix64(i64 %state) noinline {
  %z = add i64 %state, -7046029254386353131
  %z30 = lshr i64 %z, 30
  %a = xor i64 %z, %z30
  %b = mul i64 %a, -4658895280553007687
  %b27 = lshr i64 %b, 27
  %c = xor i64 %b, %b27
  %d = mul i64 %c, -7723592293110705685
  %d31 = lshr i64 %d, 31
  %out = xor i64 %d, %d31
  ret i64 %out
}

; ORI-TARGETS: test_splitmix64 splitmix64
define i32 @test_splitmix64() {
  %zero = call i64 @opaque_i64(i64 0)
  %value = call i64 @splitmix64(i64 %zero)
  %ok = icmp eq i64 %value, -2152535657050944081
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; The SHA-1 schedule: words 16 to 79 are made from the sixteen of the message.
define internal void @sha1_expand(ptr %words) noinline {
entry:
  br label %loop

loop:
  %t = phi i64 [ 16, %entry ], [ %t.next, %loop ]
  %t3 = sub i64 %t, 3
  %t8 = sub i64 %t, 8
  %t14 = sub i64 %t, 14
  %t16 = sub i64 %t, 16
  %p3 = getelementptr inbounds i32, ptr %words, i64 %t3
  %p8 = getelementptr inbounds i32, ptr %words, i64 %t8
  %p14 = getelementptr inbounds i32, ptr %words, i64 %t14
  %p16 = getelementptr inbounds i32, ptr %words, i64 %t16
  %w3 = load i32, ptr %p3
  %w8 = load i32, ptr %p8
  %w14 = load i32, ptr %p14
  %w16 = load i32, ptr %p16
  %x1 = xor i32 %w3, %w8
  %x2 = xor i32 %x1, %w14
  %x3 = xor i32 %x2, %w16
  %word = call i32 @llvm.fshl.i32(i32 %x3, i32 %x3, i32 1)
  %place = getelementptr inbounds i32, ptr %words, i64 %t
  store i32 %word, ptr %place
  %t.next = add i64 %t, 1
  %more = icmp ult i64 %t.next, 80
  br i1 %more, label %loop, label %exit

exit:
  ret void
}

; The eighty rounds over the expanded words, from the initial state.
define [5 x i32] @sha1_rounds(ptr %words) noinline {
entry:
  br label %round

round:
  %t = phi i64 [ 0, %entry ], [ %t.next, %step ]
  %a = phi i32 [ 1732584193, %entry ], [ %new, %step ]
  %b = phi i32 [ -271733879, %entry ], [ %a, %step ]
  %c = phi i32 [ -1732584194, %entry ], [ %b30, %step ]
  %d = phi i32 [ 271733878, %entry ], [ %c, %step ]
  %e = phi i32 [ -1009589776, %entry ], [ %d, %step ]
  %cd = xor i32 %c, %d
  %bcd = and i32 %b, %cd
  %choose = xor i32 %d, %bcd
  %parity = xor i32 %b, %cd
  %both = and i32 %c, %d
  %majority = xor i32 %bcd, %both
  %phase = udiv i64 %t, 20
  switch i64 %phase, label %phase3 [
    i64 0, label %phase0
    i64 1, label %phase1
    i64 2, label %phase2
  ]

phase0:
  br label %step

phase1:
  br label %step

phase2:
  br label %step

phase3:
  br label %step

step:
  %f = phi i32 [ %choose, %phase0 ], [ %parity, %phase1 ], [ %majority, %phase2 ], [ %parity, %phase3 ]
  %k = phi i32 [ 1518500249, %phase0 ], [ 1859775393, %phase1 ], [ -1894007588, %phase2 ], [ -899497514, %phase3 ]
  %place = getelementptr inbounds i32, ptr %words, i64 %t
  %word = load i32, ptr %place
  %a5 = call i32 @llvm.fshl.i32(i32 %a, i32 %a, i32 5)
  %s1 = add i32 %a5, %f
  %s2 = add i32 %s1, %e
  %s3 = add i32 %s2, %k
  %new = add i32 %s3, %word
  %b30 = call i32 @llvm.fshl.i32(i32 %b, i32 %b, i32 30)
  %t.next = add i64 %t, 1
  %more = icmp ult i64 %t.next, 80
  br i1 %more, label %round, label %finish

finish:
  %h0 = add i32 %new, 1732584193
  %h1 = add i32 %a, -271733879
  %h2 = add i32 %b30, -1732584194
  %h3 = add i32 %c, 271733878
  %h4 = add i32 %d, -1009589776
  %r0 = insertvalue [5 x i32] undef, i32 %h0, 0
  %r1 = insertvalue [5 x i32] %r0, i32 %h1, 1
  %r2 = insertvalue [5 x i32] %r1, i32 %h2, 2
  %r3 = insertvalue [5 x i32] %r2, i32 %h3, 3
  %r4 = insertvalue [5 x i32] %r3, i32 %h4, 4
  ret [5 x i32] %r4
}

; The message "abc", padded to one block: a9993e36 4706816a ba3e2571 7850c26c 9cd0d89d.
; ORI-TARGETS: test_sha1_abc sha1_rounds
define i32 @test_sha1_abc() {
  %words = alloca [80 x i32]
  store [80 x i32] zeroinitializer, ptr %words
  %message = call i32 @opaque_i32(i32 1633837952)
  %length.place = getelementptr inbounds [80 x i32], ptr %words, i64 0, i64 15
  store i32 %message, ptr %words
  store i32 24, ptr %length.place
  call void @sha1_expand(ptr %words)
  %digest = call [5 x i32] @sha1_rounds(ptr %words)
  %d0 = extractvalue [5 x i32] %digest, 0
  %d1 = extractvalue [5 x i32] %digest, 1
  %d2 = extractvalue [5 x i32] %digest, 2
  %d3 = extractvalue [5 x i32] %digest, 3
  %d4 = extractvalue [5 x i32] %digest, 4
  %ok.1 = icmp eq i32 %d0, -1449574858
  %ok.2 = icmp eq i32 %d1, 1191608682
  %ok.3 = icmp eq i32 %d2, -1170332303
  %ok.4 = icmp eq i32 %d3, 2018558572
  %ok.5 = icmp eq i32 %d4, -1664034659
  %code.5 = select i1 %ok.5, i32 0, i32 5
  %code.4 = select i1 %ok.4, i32 %code.5, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
