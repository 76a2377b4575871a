; Text programs: reversal in place, word counts, a rotating cipher, number
; formatting, Roman numerals and run lengths.

declare i64 @strlen(ptr)
declare i32 @strcmp(ptr, ptr)
declare ptr @strcpy(ptr, ptr)

@stressed = private unnamed_addr constant [9 x i8] c"stressed\00"
@desserts = private unnamed_addr constant [9 x i8] c"desserts\00"
@sentence = private unnamed_addr constant [24 x i8] c"  the quick  brown fox \00"
@plain = private unnamed_addr constant [14 x i8] c"Why Did, Zoo?\00"
@cipher = private unnamed_addr constant [14 x i8] c"Jul Qvq, Mbb?\00"
@mcmxciv = private unnamed_addr constant [8 x i8] c"MCMXCIV\00"
@mmxxiv = private unnamed_addr constant [7 x i8] c"MMXXIV\00"
@runs = private unnamed_addr constant [10 x i8] c"aaabccccd\00"
@runs.packed = private unnamed_addr constant [9 x i8] c"a3b1c4d1\00"
@smallest.text = private unnamed_addr constant [12 x i8] c"-2147483648\00"
@zero.text = private unnamed_addr constant [2 x i8] c"0\00"

define void @reverse_text(ptr %text) noinline {
entry:
  %length = call i64 @strlen(ptr %text)
  %last = sub i64 %length, 1
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %i.next, %swap ]
  %j = phi i64 [ %last, %entry ], [ %j.next, %swap ]
  %open = icmp slt i64 %i, %j
  br i1 %open, label %swap, label %exit

swap:
  %i.place = getelementptr inbounds i8, ptr %text, i64 %i
  %j.place = getelementptr inbounds i8, ptr %text, i64 %j
  %x = load i8, ptr %i.place
  %y = load i8, ptr %j.place
  store i8 %y, ptr %i.place
  store i8 %x, ptr %j.place
  %i.next = add i64 %i, 1
  %j.next = sub i64 %j, 1
  br label %loop

exit:
  ret void
}

; ORI-TARGETS: test_reverse_text reverse_text
define i32 @test_reverse_text() {
  %buffer = alloca [16 x i8]
  %copied = call ptr @strcpy(ptr %buffer, ptr @stressed)
  call void @reverse_text(ptr %buffer)
  %once = call i32 @strcmp(ptr %buffer, ptr @desserts)
  call void @reverse_text(ptr %buffer)
  %twice = call i32 @strcmp(ptr %buffer, ptr @stressed)
  store volatile i8 0, ptr %buffer
  call void @reverse_text(ptr %buffer)
  %empty = load volatile i8, ptr %buffer
  %ok.1 = icmp eq i32 %once, 0
  %ok.2 = icmp eq i32 %twice, 0
  %ok.3 = icmp eq i8 %empty, 0
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; A word starts where a letter follows a space or the beginning.
define i32 @count_words(ptr %text) noinline {
entry:
  br label %loop

loop:
  %place = phi ptr [ %text, %entry ], [ %place.next, %look ]
  %count = phi i32 [ 0, %entry ], [ %count.next, %look ]
  %was.space = phi i1 [ true, %entry ], [ %is.space, %look ]
  %char = load i8, ptr %place
  %end = icmp eq i8 %char, 0
  br i1 %end, label %exit, label %look

look:
  %is.space = icmp eq i8 %char, 32
  %is.letter = xor i1 %is.space, true
  %starts = and i1 %was.space, %is.letter
  %starts.int = zext i1 %starts to i32
  %count.next = add i32 %count, %starts.int
  %place.next = getelementptr inbounds i8, ptr %place, i64 1
  br label %loop

exit:
  ret i32 %count
}

; ORI-TARGETS: test_count_words count_words
define i32 @test_count_words() {
  %blank = alloca [2 x i8]
  store volatile [2 x i8] c" \00", ptr %blank
  %four = call i32 @count_words(ptr @sentence)
  %none = call i32 @count_words(ptr %blank)
  %one = call i32 @count_words(ptr @stressed)
  %ok.1 = icmp eq i32 %four, 4
  %ok.2 = icmp eq i32 %none, 0
  %ok.3 = icmp eq i32 %one, 1
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Rotates the letters of a text in place and keeps their case.
define void @rotate_letters(ptr %text, i8 %by) noinline {
entry:
  br label %loop

loop:
  %place = phi ptr [ %text, %entry ], [ %place.next, %store ], [ %place.next, %look ]
  %char = load i8, ptr %place
  %place.next = getelementptr inbounds i8, ptr %place, i64 1
  %end = icmp eq i8 %char, 0
  br i1 %end, label %exit, label %look

look:
  %case = and i8 %char, 32
  %upper = and i8 %char, -33
  %position = sub i8 %upper, 65
  %letter = icmp ult i8 %position, 26
  br i1 %letter, label %store, label %loop

store:
  %moved = add i8 %position, %by
  %wrapped = urem i8 %moved, 26
  %upper.next = add i8 %wrapped, 65
  %char.next = or i8 %upper.next, %case
  store i8 %char.next, ptr %place
  br label %loop

exit:
  ret void
}

; ORI-TARGETS: test_rotating_cipher rotate_letters
define i32 @test_rotating_cipher() {
  %buffer = alloca [16 x i8]
  %by = call i8 @opaque_i8(i8 13)
  %copied = call ptr @strcpy(ptr %buffer, ptr @plain)
  call void @rotate_letters(ptr %buffer, i8 %by)
  %hidden = call i32 @strcmp(ptr %buffer, ptr @cipher)
  call void @rotate_letters(ptr %buffer, i8 %by)
  %clear = call i32 @strcmp(ptr %buffer, ptr @plain)
  %ok.1 = icmp eq i32 %hidden, 0
  %ok.2 = icmp eq i32 %clear, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Writes a number in decimal, the smallest one included.
define void @write_decimal(i32 %number, ptr %out) noinline {
entry:
  %negative = icmp slt i32 %number, 0
  %flipped = sub i32 0, %number
  %size = select i1 %negative, i32 %flipped, i32 %number
  br label %digit

digit:
  %rest = phi i32 [ %size, %entry ], [ %rest.next, %digit ]
  %i = phi i64 [ 0, %entry ], [ %i.next, %digit ]
  %place = getelementptr inbounds i8, ptr %out, i64 %i
  %value = urem i32 %rest, 10
  %rest.next = udiv i32 %rest, 10
  %value.byte = trunc i32 %value to i8
  %char = add i8 %value.byte, 48
  store i8 %char, ptr %place
  %i.next = add i64 %i, 1
  %done = icmp eq i32 %rest.next, 0
  br i1 %done, label %sign, label %digit

sign:
  %sign.place = getelementptr inbounds i8, ptr %out, i64 %i.next
  %sign.char = select i1 %negative, i8 45, i8 0
  store i8 %sign.char, ptr %sign.place
  %sign.length = zext i1 %negative to i64
  %length = add i64 %i.next, %sign.length
  %end.place = getelementptr inbounds i8, ptr %out, i64 %length
  store i8 0, ptr %end.place
  call void @reverse_text(ptr %out)
  ret void
}

; ORI-TARGETS: test_write_decimal write_decimal reverse_text
define i32 @test_write_decimal() {
  %first = alloca [16 x i8]
  %second = alloca [16 x i8]
  %smallest = call i32 @opaque_i32(i32 -2147483648)
  %zero = call i32 @opaque_i32(i32 0)
  call void @write_decimal(i32 %smallest, ptr %first)
  call void @write_decimal(i32 %zero, ptr %second)
  %order.first = call i32 @strcmp(ptr %first, ptr @smallest.text)
  %order.second = call i32 @strcmp(ptr %second, ptr @zero.text)
  %ok.1 = icmp eq i32 %order.first, 0
  %ok.2 = icmp eq i32 %order.second, 0
  %code.2 = select i1 %ok.2, i32 0, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

define internal i32 @roman_digit(i8 %char) noinline {
entry:
  switch i8 %char, label %join [
    i8 73, label %i
    i8 86, label %v
    i8 88, label %x
    i8 76, label %l
    i8 67, label %c
    i8 68, label %d
    i8 77, label %m
  ]

i:
  br label %join

v:
  br label %join

x:
  br label %join

l:
  br label %join

c:
  br label %join

d:
  br label %join

m:
  br label %join

join:
  %value = phi i32 [ 0, %entry ], [ 1, %i ], [ 5, %v ], [ 10, %x ], [ 50, %l ], [ 100, %c ], [ 500, %d ], [ 1000, %m ]
  ret i32 %value
}

; A smaller digit in front of a greater one is taken away.
define i32 @read_roman(ptr %text) noinline {
entry:
  br label %loop

loop:
  %place = phi ptr [ %text, %entry ], [ %place.next, %add ]
  %total = phi i32 [ 0, %entry ], [ %total.next, %add ]
  %char = load i8, ptr %place
  %end = icmp eq i8 %char, 0
  br i1 %end, label %exit, label %add

add:
  %place.next = getelementptr inbounds i8, ptr %place, i64 1
  %char.next = load i8, ptr %place.next
  %here = call i32 @roman_digit(i8 %char)
  %following = call i32 @roman_digit(i8 %char.next)
  %smaller = icmp slt i32 %here, %following
  %negated = sub i32 0, %here
  %part = select i1 %smaller, i32 %negated, i32 %here
  %total.next = add i32 %total, %part
  br label %loop

exit:
  ret i32 %total
}

; ORI-TARGETS: test_roman_numerals read_roman
define i32 @test_roman_numerals() {
  %three = call i64 @opaque_i64(i64 3)
  %tail = getelementptr inbounds i8, ptr @mcmxciv, i64 %three
  %whole = call i32 @read_roman(ptr @mcmxciv)
  %part = call i32 @read_roman(ptr %tail)
  %later = call i32 @read_roman(ptr @mmxxiv)
  %ok.1 = icmp eq i32 %whole, 1994
  %ok.2 = icmp eq i32 %part, 94
  %ok.3 = icmp eq i32 %later, 2024
  %code.3 = select i1 %ok.3, i32 0, i32 3
  %code.2 = select i1 %ok.2, i32 %code.3, i32 2
  %code.1 = select i1 %ok.1, i32 %code.2, i32 1
  ret i32 %code.1
}

; Packs every run of one character as that character and a digit.
define internal void @pack_runs(ptr %text, ptr %out) noinline {
entry:
  br label %run

run:
  %start = phi ptr [ %text, %entry ], [ %scan.next, %write ]
  %target = phi ptr [ %out, %entry ], [ %target.next, %write ]
  %char = load i8, ptr %start
  %end = icmp eq i8 %char, 0
  br i1 %end, label %exit, label %scan

scan:
  %here = phi ptr [ %start, %run ], [ %scan.next, %scan ]
  %count = phi i8 [ 48, %run ], [ %count.next, %scan ]
  %scan.next = getelementptr inbounds i8, ptr %here, i64 1
  %count.next = add i8 %count, 1
  %next.char = load i8, ptr %scan.next
  %same = icmp eq i8 %next.char, %char
  br i1 %same, label %scan, label %write

write:
  %digit.place = getelementptr inbounds i8, ptr %target, i64 1
  store i8 %char, ptr %target
  store i8 %count.next, ptr %digit.place
  %target.next = getelementptr inbounds i8, ptr %target, i64 2
  br label %run

exit:
  store i8 0, ptr %target
  ret void
}

define i32 @test_run_lengths() {
  %buffer = alloca [32 x i8]
  %source = alloca [16 x i8]
  %copied = call ptr @strcpy(ptr %source, ptr @runs)
  call void @pack_runs(ptr %source, ptr %buffer)
  %order = call i32 @strcmp(ptr %buffer, ptr @runs.packed)
  %ok = icmp eq i32 %order, 0
  %code = select i1 %ok, i32 0, i32 1
  ret i32 %code
}

; Each opaque_* helper returns its argument through volatile memory, so that
; no optimiser can see which value comes back.
define internal i8 @opaque_i8(i8 %value) noinline {
  %slot = alloca i8
  store volatile i8 %value, ptr %slot
  %seen = load volatile i8, ptr %slot
  ret i8 %seen
}

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
