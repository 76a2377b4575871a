; zext fills with zeros and sext with copies of the sign bit, between machine
; widths, odd widths and i128.

define i32 @test_zext_machine_widths() {
  %x8.16 = call i8 @opaque_i8(i8 -100)
  %wide8.16 = zext i8 %x8.16 to i16
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %wide8.16, i16 156)
  %x8.32 = call i8 @opaque_i8(i8 -1)
  %wide8.32 = zext i8 %x8.32 to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %wide8.32, i32 255)
  %x8.64 = call i8 @opaque_i8(i8 127)
  %wide8.64 = zext i8 %x8.64 to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %wide8.64, i64 127)
  %x16.32 = call i16 @opaque_i16(i16 -32768)
  %wide16.32 = zext i16 %x16.32 to i32
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %wide16.32, i32 32768)
  %x16.64 = call i16 @opaque_i16(i16 -2)
  %wide16.64 = zext i16 %x16.64 to i64
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %wide16.64, i64 65534)
  %x32.64 = call i32 @opaque_i32(i32 -2147483648)
  %wide32.64 = zext i32 %x32.64 to i64
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %wide32.64, i64 2147483648)
  ret i32 %r6
}

define i32 @test_zext_odd_widths() {
  %x3.8 = call i3 @opaque_i3(i3 -3)
  %wide3.8 = zext i3 %x3.8 to i8
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %wide3.8, i8 5)
  %x7.13 = call i7 @opaque_i7(i7 -64)
  %wide7.13 = zext i7 %x7.13 to i13
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %wide7.13, i13 64)
  %x13.24 = call i13 @opaque_i13(i13 4095)
  %wide13.24 = zext i13 %x13.24 to i24
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %wide13.24, i24 4095)
  %x24.33 = call i24 @opaque_i24(i24 -8388608)
  %wide24.33 = zext i24 %x24.33 to i33
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %wide24.33, i33 8388608)
  %x33.64 = call i33 @opaque_i33(i33 -1)
  %wide33.64 = zext i33 %x33.64 to i64
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %wide33.64, i64 8589934591)
  %x48.100 = call i48 @opaque_i48(i48 -140737488355328)
  %wide48.100 = zext i48 %x48.100 to i100
  %r6 = call i32 @check_i100(i32 %r5, i32 6, i100 %wide48.100, i100 140737488355328)
  ret i32 %r6
}

define i32 @test_zext_to_i128() {
  %x8.128 = call i8 @opaque_i8(i8 -7)
  %wide8.128 = zext i8 %x8.128 to i128
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %wide8.128, i128 249)
  %x64.128 = call i64 @opaque_i64(i64 -9223372036854775808)
  %wide64.128 = zext i64 %x64.128 to i128
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %wide64.128, i128 9223372036854775808)
  %x65.128 = call i65 @opaque_i65(i65 -1)
  %wide65.128 = zext i65 %x65.128 to i128
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %wide65.128, i128 36893488147419103231)
  %x100.128 = call i100 @opaque_i100(i100 -5)
  %wide100.128 = zext i100 %x100.128 to i128
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %wide100.128, i128 1267650600228229401496703205371)
  %x127.128 = call i127 @opaque_i127(i127 -85070591730234615865843651857942052864)
  %wide127.128 = zext i127 %x127.128 to i128
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %wide127.128, i128 85070591730234615865843651857942052864)
  ret i32 %r5
}

define i32 @test_sext_machine_widths() {
  %x8.16 = call i8 @opaque_i8(i8 -100)
  %wide8.16 = sext i8 %x8.16 to i16
  %r1 = call i32 @check_i16(i32 0, i32 1, i16 %wide8.16, i16 -100)
  %x8.32 = call i8 @opaque_i8(i8 -1)
  %wide8.32 = sext i8 %x8.32 to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %wide8.32, i32 -1)
  %x8.64 = call i8 @opaque_i8(i8 127)
  %wide8.64 = sext i8 %x8.64 to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %wide8.64, i64 127)
  %x16.32 = call i16 @opaque_i16(i16 -32768)
  %wide16.32 = sext i16 %x16.32 to i32
  %r4 = call i32 @check_i32(i32 %r3, i32 4, i32 %wide16.32, i32 -32768)
  %x16.64 = call i16 @opaque_i16(i16 -2)
  %wide16.64 = sext i16 %x16.64 to i64
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %wide16.64, i64 -2)
  %x32.64 = call i32 @opaque_i32(i32 -2147483648)
  %wide32.64 = sext i32 %x32.64 to i64
  %r6 = call i32 @check_i64(i32 %r5, i32 6, i64 %wide32.64, i64 -2147483648)
  ret i32 %r6
}

define i32 @test_sext_odd_widths() {
  %x3.8 = call i3 @opaque_i3(i3 -3)
  %wide3.8 = sext i3 %x3.8 to i8
  %r1 = call i32 @check_i8(i32 0, i32 1, i8 %wide3.8, i8 -3)
  %x7.13 = call i7 @opaque_i7(i7 -64)
  %wide7.13 = sext i7 %x7.13 to i13
  %r2 = call i32 @check_i13(i32 %r1, i32 2, i13 %wide7.13, i13 -64)
  %x13.24 = call i13 @opaque_i13(i13 4095)
  %wide13.24 = sext i13 %x13.24 to i24
  %r3 = call i32 @check_i24(i32 %r2, i32 3, i24 %wide13.24, i24 4095)
  %x24.33 = call i24 @opaque_i24(i24 -8388608)
  %wide24.33 = sext i24 %x24.33 to i33
  %r4 = call i32 @check_i33(i32 %r3, i32 4, i33 %wide24.33, i33 -8388608)
  %x33.64 = call i33 @opaque_i33(i33 -1)
  %wide33.64 = sext i33 %x33.64 to i64
  %r5 = call i32 @check_i64(i32 %r4, i32 5, i64 %wide33.64, i64 -1)
  %x48.100 = call i48 @opaque_i48(i48 -140737488355328)
  %wide48.100 = sext i48 %x48.100 to i100
  %r6 = call i32 @check_i100(i32 %r5, i32 6, i100 %wide48.100, i100 -140737488355328)
  ret i32 %r6
}

define i32 @test_sext_to_i128() {
  %x8.128 = call i8 @opaque_i8(i8 -7)
  %wide8.128 = sext i8 %x8.128 to i128
  %r1 = call i32 @check_i128(i32 0, i32 1, i128 %wide8.128, i128 -7)
  %x64.128 = call i64 @opaque_i64(i64 -9223372036854775808)
  %wide64.128 = sext i64 %x64.128 to i128
  %r2 = call i32 @check_i128(i32 %r1, i32 2, i128 %wide64.128, i128 -9223372036854775808)
  %x65.128 = call i65 @opaque_i65(i65 -1)
  %wide65.128 = sext i65 %x65.128 to i128
  %r3 = call i32 @check_i128(i32 %r2, i32 3, i128 %wide65.128, i128 -1)
  %x100.128 = call i100 @opaque_i100(i100 -5)
  %wide100.128 = sext i100 %x100.128 to i128
  %r4 = call i32 @check_i128(i32 %r3, i32 4, i128 %wide100.128, i128 -5)
  %x127.128 = call i127 @opaque_i127(i127 -85070591730234615865843651857942052864)
  %wide127.128 = sext i127 %x127.128 to i128
  %r5 = call i32 @check_i128(i32 %r4, i32 5, i128 %wide127.128, i128 -85070591730234615865843651857942052864)
  ret i32 %r5
}

; Loads that extend at once must pick the right kind.
define i32 @test_extend_after_load() {
  %slot = alloca i16
  store volatile i16 -2, ptr %slot
  %first = load volatile i16, ptr %slot
  %signed = sext i16 %first to i64
  %r1 = call i32 @check_i64(i32 0, i32 1, i64 %signed, i64 -2)
  %second = load volatile i16, ptr %slot
  %unsigned = zext i16 %second to i64
  %r2 = call i32 @check_i64(i32 %r1, i32 2, i64 %unsigned, i64 65534)
  ret i32 %r2
}

; sext of trunc is not a plain mask.
define i32 @test_extend_after_trunc() {
  %x = call i32 @opaque_i32(i32 69)
  %low = trunc i32 %x to i3
  %signed = sext i3 %low to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %signed, i32 -3)
  %unsigned = zext i3 %low to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %unsigned, i32 5)
  %y = call i64 @opaque_i64(i64 4294967295)
  %word = trunc i64 %y to i32
  %back = sext i32 %word to i64
  %r3 = call i32 @check_i64(i32 %r2, i32 3, i64 %back, i64 -1)
  %same = zext i32 %word to i64
  %r4 = call i32 @check_i64(i32 %r3, i32 4, i64 %same, i64 4294967295)
  ret i32 %r4
}

; The sum wraps first and is extended afterwards.
define i32 @test_extend_narrow_sum() {
  %x = call i8 @opaque_i8(i8 100)
  %y = call i8 @opaque_i8(i8 100)
  %sum = add i8 %x, %y
  %signed = sext i8 %sum to i32
  %r1 = call i32 @check_i32(i32 0, i32 1, i32 %signed, i32 -56)
  %unsigned = zext i8 %sum to i32
  %r2 = call i32 @check_i32(i32 %r1, i32 2, i32 %unsigned, i32 200)
  %carry.x = zext i8 %x to i32
  %carry.y = zext i8 %y to i32
  %wide.sum = add i32 %carry.x, %carry.y
  %r3 = call i32 @check_i32(i32 %r2, i32 3, i32 %wide.sum, i32 200)
  ret i32 %r3
}

; Hands its argument back through a volatile slot, so that nothing can fold it.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

define internal i16 @opaque_i16(i16 %value) noinline {
  %slot = alloca i16
  store volatile i16 %value, ptr %slot
  %seen = load volatile i16, ptr %slot
  ret i16 %seen
}

define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}

define internal i3 @opaque_i3(i3 %value) noinline {
  %slot = alloca i3
  store volatile i3 %value, ptr %slot
  %seen = load volatile i3, ptr %slot
  ret i3 %seen
}

define internal i7 @opaque_i7(i7 %value) noinline {
  %slot = alloca i7
  store volatile i7 %value, ptr %slot
  %seen = load volatile i7, ptr %slot
  ret i7 %seen
}

define internal i13 @opaque_i13(i13 %value) noinline {
  %slot = alloca i13
  store volatile i13 %value, ptr %slot
  %seen = load volatile i13, ptr %slot
  ret i13 %seen
}

define internal i24 @opaque_i24(i24 %value) noinline {
  %slot = alloca i24
  store volatile i24 %value, ptr %slot
  %seen = load volatile i24, ptr %slot
  ret i24 %seen
}

define internal i33 @opaque_i33(i33 %value) noinline {
  %slot = alloca i33
  store volatile i33 %value, ptr %slot
  %seen = load volatile i33, ptr %slot
  ret i33 %seen
}

define internal i48 @opaque_i48(i48 %value) noinline {
  %slot = alloca i48
  store volatile i48 %value, ptr %slot
  %seen = load volatile i48, ptr %slot
  ret i48 %seen
}

define internal i64 @opaque_i64(i64 %value) noinline {
  %slot = alloca i64
  store volatile i64 %value, ptr %slot
  %seen = load volatile i64, ptr %slot
  ret i64 %seen
}

define internal i65 @opaque_i65(i65 %value) noinline {
  %slot = alloca i65
  store volatile i65 %value, ptr %slot
  %seen = load volatile i65, ptr %slot
  ret i65 %seen
}

define internal i100 @opaque_i100(i100 %value) noinline {
  %slot = alloca i100
  store volatile i100 %value, ptr %slot
  %seen = load volatile i100, ptr %slot
  ret i100 %seen
}

define internal i127 @opaque_i127(i127 %value) noinline {
  %slot = alloca i127
  store volatile i127 %value, ptr %slot
  %seen = load volatile i127, ptr %slot
  ret i127 %seen
}

; Keeps the first failure: prior when non-zero, else code when got is not want.
define internal i32 @check_i16(i32 %prior, i32 %code, i16 %got, i16 %want) noinline {
  %same = icmp eq i16 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i32(i32 %prior, i32 %code, i32 %got, i32 %want) noinline {
  %same = icmp eq i32 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i64(i32 %prior, i32 %code, i64 %got, i64 %want) noinline {
  %same = icmp eq i64 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i8(i32 %prior, i32 %code, i8 %got, i8 %want) noinline {
  %same = icmp eq i8 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i13(i32 %prior, i32 %code, i13 %got, i13 %want) noinline {
  %same = icmp eq i13 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i24(i32 %prior, i32 %code, i24 %got, i24 %want) noinline {
  %same = icmp eq i24 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i33(i32 %prior, i32 %code, i33 %got, i33 %want) noinline {
  %same = icmp eq i33 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i100(i32 %prior, i32 %code, i100 %got, i100 %want) noinline {
  %same = icmp eq i100 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}

define internal i32 @check_i128(i32 %prior, i32 %code, i128 %got, i128 %want) noinline {
  %same = icmp eq i128 %got, %want
  %verdict = select i1 %same, i32 0, i32 %code
  %clean = icmp eq i32 %prior, 0
  %result = select i1 %clean, i32 %verdict, i32 %prior
  ret i32 %result
}
