; Globals and functions of internal, private, linkonce_odr, weak_odr and hidden
; linkage behave as one object each, and aliases are second names for them.

@hits = internal global i32 0
@secret = private global i32 77
@shared.limit = linkonce_odr global i32 640
@weak.limit = weak_odr global i32 480
@hidden.count = hidden global i32 12
@tentative = common global i64 0, align 8

define internal void @hit() noinline {
  %old = load i32, ptr @hits
  %new = add i32 %old, 1
  store i32 %new, ptr @hits
  ret void
}

define i32 @test_internal_state() {
  store volatile i32 0, ptr @hits
  call void @hit()
  call void @hit()
  call void @hit()
  %count = load volatile i32, ptr @hits
  %ok = icmp eq i32 %count, 3
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

define i32 @test_private_variable() {
  %before = load volatile i32, ptr @secret
  %twice = shl i32 %before, 1
  store volatile i32 %twice, ptr @secret
  %after = load volatile i32, ptr @secret
  store volatile i32 %before, ptr @secret
  %ok.1 = icmp eq i32 %before, 77
  %ok.2 = icmp eq i32 %after, 154
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define i32 @test_mergeable_variables() {
  %shared = load volatile i32, ptr @shared.limit
  %weak = load volatile i32, ptr @weak.limit
  %hidden = load volatile i32, ptr @hidden.count
  %common = load volatile i64, ptr @tentative
  %ok.1 = icmp eq i32 %shared, 640
  %ok.2 = icmp eq i32 %weak, 480
  %ok.3 = icmp eq i32 %hidden, 12
  %ok.4 = icmp eq i64 %common, 0
  %code.4 = select i1 %ok.4, i32 0, i32 4
  %code.3 = select i1 %ok.3, i32 %code.4, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define linkonce_odr i32 @triple(i32 %x) noinline {
  %r = mul i32 %x, 3
  ret i32 %r
}

define weak_odr i32 @quadruple(i32 %x) noinline {
  %r = shl i32 %x, 2
  ret i32 %r
}

define private i32 @quintuple(i32 %x) noinline {
  %r = mul i32 %x, 5
  ret i32 %r
}

; ORI-TARGETS: test_function_linkage triple quadruple
define i32 @test_function_linkage() {
  %x = call i32 @opaque_i32(i32 -9)
  %x3 = call i32 @triple(i32 %x)
  %x4 = call i32 @quadruple(i32 %x)
  %x5 = call i32 @quintuple(i32 %x)
  %ok.1 = icmp eq i32 %x3, -27
  %ok.2 = icmp eq i32 %x4, -36
  %ok.3 = icmp eq i32 %x5, -45
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@original = global i32 5
@second.name = alias i32, ptr @original

; Writing by one name is seen by the other.
define i32 @test_variable_alias() {
  store volatile i32 41, ptr @original
  %seen = load volatile i32, ptr @second.name
  store volatile i32 42, ptr @second.name
  %back = load volatile i32, ptr @original
  %ok.1 = icmp eq i32 %seen, 41
  %ok.2 = icmp eq i32 %back, 42
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; An alias may see the start of an array as a scalar, and may stand behind
; another alias.
@pair = global [2 x i32] [i32 1000, i32 2000]
@pair.first = alias i32, ptr @pair
@pair.again = alias [2 x i32], ptr @pair.first

define i32 @test_alias_of_alias() {
  %value = load volatile i32, ptr @pair.first
  %second.place = getelementptr inbounds [2 x i32], ptr @pair.again, i64 0, i64 1
  %second = load volatile i32, ptr %second.place
  store volatile i32 1001, ptr @pair.again
  %changed = load volatile i32, ptr @pair
  store volatile i32 1000, ptr @pair.first
  %ok.1 = icmp eq i32 %value, 1000
  %ok.2 = icmp eq i32 %second, 2000
  %ok.3 = icmp eq i32 %changed, 1001
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

@thrice = alias i32 (i32), ptr @triple

define i32 @test_function_alias() {
  %x = call i32 @opaque_i32(i32 14)
  %r = call i32 @thrice(i32 %x)
  %ok = icmp eq i32 %r, 42
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i32 @opaque_i32(i32 %value) noinline {
  %slot = alloca i32
  store volatile i32 %value, ptr %slot
  %seen = load volatile i32, ptr %slot
  ret i32 %seen
}
