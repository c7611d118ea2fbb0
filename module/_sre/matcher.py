"""The backtracking matcher: runs a compiled pattern over UTF-8 or bytes.

The state of a match is (pc, position, innermost repeat).  Choices not yet taken stand in a linked list of Choice objects, together with the
group marks to restore on the way back; so the C stack grows only with the nesting of look-arounds and atomic groups in the
pattern, never with the text.  Positions are byte offsets.
"""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import database, utf8
from module._sre import opcodes
from module._sre.characters import ascii_lower, in_category, in_charset, is_ascii_word, is_unicode_word

# what a Choice does when the matcher comes back to it
RESUME = 0              # go on at pc, position
ALTERNATIVE = 1         # go on with the alternative whose skip word is at pc
GREEDY_ONE = 2          # give back one character, down to `limit`, then go on at pc
LAZY_ONE = 3            # take one more character with the body at `a`, up to `b` more, then go on at pc
LAZY_UNTIL = 4          # one more round of the repeat
UNDO_MARK = 5           # mark `a` was `b`; lastindex was `c`
UNDO_ALL = 6            # the marks were `saved`; lastindex was `c`


class Choice(object):
    _immutable_ = True

    def __init__(self, previous, kind, pc, position, repeat, a, b, c, saved):
        self.previous = previous
        self.kind = kind
        self.pc = pc
        self.position = position
        self.repeat = repeat
        self.a = a
        self.b = b
        self.c = c
        self.saved = saved


class Repeat(object):
    """A REPEAT being matched: `count` rounds are done or under way, the last one began at `last`; pc is that of REPEAT."""
    _immutable_ = True

    def __init__(self, outer, pc, count, last):
        self.outer = outer
        self.pc = pc
        self.count = count
        self.last = last


class Matcher(object):
    """One search in one text.

    program: [int]; text: UTF-8 or bytes; start, end: byte offsets that bound the match; narrow: every byte is a character."""

    def __init__(self, program, groups, text, start, end, narrow):
        self.program = program
        self.text = text
        self.start = start
        self.end = end
        self.narrow = narrow
        self.marks = [-1] * (2 * groups)
        self.lastindex = -1
        self.match_start = start
        self.match_end = start
        self.not_empty_at = -1           # a match that begins here must not be empty; -1: no such condition

    # ---- characters

    def code_at(self, position):
        code = ord(self.text[position])
        if code < 128 or self.narrow:
            return code
        return utf8.code_at(self.text, position)

    def after(self, position):
        if self.narrow:
            return position + 1
        return utf8.next_offset(self.text, position)

    def before(self, position):
        if self.narrow:
            return position - 1
        return utf8.previous_offset(self.text, position)

    def is_word(self, position, unicode_rules):
        code = self.code_at(position)
        return is_unicode_word(code) if unicode_rules else is_ascii_word(code)

    def at(self, where, position):
        """A zero-width test.  The text before `start` does not exist for it, nor that after `end`."""
        if where == opcodes.AT_BEGINNING or where == opcodes.AT_BEGINNING_STRING:
            return position == 0
        if where == opcodes.AT_BEGINNING_LINE:
            return position == 0 or self.text[position - 1] == '\n'
        if where == opcodes.AT_END:
            return position == self.end or (position + 1 == self.end and self.text[position] == '\n')
        if where == opcodes.AT_END_LINE:
            return position == self.end or self.text[position] == '\n'
        if where == opcodes.AT_END_STRING:
            return position == self.end
        unicode_rules = where == opcodes.AT_UNI_BOUNDARY or where == opcodes.AT_UNI_NON_BOUNDARY
        if self.end == 0:
            return False
        this = position < self.end and self.is_word(position, unicode_rules)
        that = position > 0 and self.is_word(self.before(position), unicode_rules)
        boundary = where == opcodes.AT_BOUNDARY or where == opcodes.AT_LOC_BOUNDARY or where == opcodes.AT_UNI_BOUNDARY
        return (this != that) == boundary

    def matches_one(self, pc, code):
        """Does the single-character instruction at pc accept the character?"""
        program = self.program
        op = program[pc]
        if op == opcodes.LITERAL:
            return code == program[pc + 1]
        if op == opcodes.IN:
            return in_charset(program, pc + 2, code)
        if op == opcodes.ANY:
            return code != 10
        if op == opcodes.ANY_ALL:
            return True
        if op == opcodes.NOT_LITERAL:
            return code != program[pc + 1]
        if op == opcodes.CATEGORY:
            return in_category(program[pc + 1], code)
        if op == opcodes.IN_UNI_IGNORE:
            return in_charset(program, pc + 2, database.to_lower(code))
        if op == opcodes.LITERAL_UNI_IGNORE:
            return database.to_lower(code) == program[pc + 1]
        if op == opcodes.NOT_LITERAL_UNI_IGNORE:
            return database.to_lower(code) != program[pc + 1]
        if op == opcodes.IN_IGNORE or op == opcodes.IN_LOC_IGNORE:
            lower = ascii_lower(code)
            if in_charset(program, pc + 2, lower):
                return True
            if op == opcodes.IN_LOC_IGNORE and 97 <= lower <= 122:
                return in_charset(program, pc + 2, lower - 32)
            return False
        if op == opcodes.LITERAL_IGNORE or op == opcodes.LITERAL_LOC_IGNORE:
            return ascii_lower(code) == ascii_lower(program[pc + 1])
        assert op == opcodes.NOT_LITERAL_IGNORE or op == opcodes.NOT_LITERAL_LOC_IGNORE
        return ascii_lower(code) != ascii_lower(program[pc + 1])

    def run_of(self, pc, position, most):
        """Where a run of at most `most` characters that the instruction at pc accepts ends."""
        program, text, end = self.program, self.text, self.end
        op = program[pc]
        if most >= end - position:
            if op == opcodes.ANY_ALL:
                return end
            if op == opcodes.ANY:
                assert position >= 0 and end >= 0
                newline = text.find('\n', position, end)
                return end if newline < 0 else newline
        while position < end and most > 0:
            if not self.matches_one(pc, self.code_at(position)):
                break
            position = self.after(position)
            most -= 1
        return position

    def count_between(self, first, last):
        if self.narrow:
            return last - first
        return utf8.count_between(self.text, first, last)

    def same_text(self, op, first, last, position):
        """Where the repetition at `position` of the group's text ends, or -1."""
        text = self.text
        if op == opcodes.GROUPREF:
            length = last - first
            if position + length > self.end:
                return -1
            for i in range(length):
                if text[first + i] != text[position + i]:
                    return -1
            return position + length
        while first < last:
            if position >= self.end:
                return -1
            a, b = self.code_at(first), self.code_at(position)
            if op == opcodes.GROUPREF_UNI_IGNORE:
                a, b = database.to_lower(a), database.to_lower(b)
            else:
                a, b = ascii_lower(a), ascii_lower(b)
            if a != b:
                return -1
            first = self.after(first)
            position = self.after(position)
        return position

    # ---- the engine

    def match(self, pc, position, whole, forbidden):
        """Matches from pc to SUCCESS, from `position` on.  whole: only at the end of the
        text.  A match that ends at the position `forbidden` does not count.  match_end is where it ends."""
        program = self.program
        choice = None
        repeat = None
        while True:
            op = program[pc]
            matched = True
            if op == opcodes.LITERAL:
                matched = position < self.end and self.code_at(position) == program[pc + 1]
                if matched:
                    position = self.after(position)
                    pc += 2
            elif op == opcodes.IN or op == opcodes.IN_IGNORE or op == opcodes.IN_UNI_IGNORE or op == opcodes.IN_LOC_IGNORE:
                matched = position < self.end and self.matches_one(pc, self.code_at(position))
                if matched:
                    position = self.after(position)
                    pc += 1 + program[pc + 1]
            elif op == opcodes.MARK:
                number = program[pc + 1]
                choice = Choice(choice, UNDO_MARK, 0, 0, None, number, self.marks[number], self.lastindex, None)
                self.marks[number] = position
                if number & 1:
                    self.lastindex = number // 2 + 1
                pc += 2
            elif op == opcodes.REPEAT_ONE:
                low, high = program[pc + 2], program[pc + 3]
                tail = pc + 1 + program[pc + 1]
                stop = self.run_of(pc + 4, position, high)
                lowest = self.skip_characters(position, low, stop)
                matched = lowest >= 0
                if matched:
                    if stop > lowest:
                        choice = Choice(choice, GREEDY_ONE, tail, stop, repeat, lowest, 0, 0, None)
                    position = stop
                    pc = tail
            elif op == opcodes.BRANCH:
                pc = self.alternative(pc + 1, position)
                matched = pc >= 0
                if matched:
                    following = self.alternative(pc + program[pc], position)
                    if following >= 0:
                        choice = Choice(choice, ALTERNATIVE, following, position, repeat, 0, 0, 0, None)
                    pc += 1
            elif op == opcodes.JUMP or op == opcodes.INFO:
                pc += 1 + program[pc + 1]
            elif op == opcodes.SUCCESS:
                matched = (not whole or position == self.end) and position != forbidden
                if matched:
                    self.match_end = position
                    return True
            elif op == opcodes.AT:
                matched = self.at(program[pc + 1], position)
                pc += 2
            elif op == opcodes.REPEAT:
                repeat = Repeat(repeat, pc, 0, -1)
                pc += 1 + program[pc + 1]           # the UNTIL decides about the first round, too
            elif op == opcodes.MAX_UNTIL:
                assert repeat is not None
                count = repeat.count
                if count < program[repeat.pc + 2]:
                    pc = repeat.pc + 4
                    repeat = Repeat(repeat.outer, repeat.pc, count + 1, position)
                elif count < program[repeat.pc + 3] and repeat.last != position:
                    choice = Choice(choice, RESUME, pc + 1, position, repeat.outer, 0, 0, 0, None)
                    pc = repeat.pc + 4
                    repeat = Repeat(repeat.outer, repeat.pc, count + 1, position)
                else:
                    pc += 1
                    repeat = repeat.outer
            elif op == opcodes.MIN_UNTIL:
                assert repeat is not None
                count = repeat.count
                if count < program[repeat.pc + 2]:
                    pc = repeat.pc + 4
                    repeat = Repeat(repeat.outer, repeat.pc, count + 1, position)
                else:
                    if count < program[repeat.pc + 3] and repeat.last != position:
                        choice = Choice(choice, LAZY_UNTIL, 0, position, repeat, 0, 0, 0, None)
                    pc += 1
                    repeat = repeat.outer
            elif op == opcodes.MIN_REPEAT_ONE:
                low, high = program[pc + 2], program[pc + 3]
                tail = pc + 1 + program[pc + 1]
                if low > 0:
                    stop = self.run_of(pc + 4, position, low)
                    stop = self.skip_characters(position, low, stop)
                    matched = stop >= 0
                    position = stop
                if matched:
                    if high > low:
                        choice = Choice(choice, LAZY_ONE, tail, position, repeat, pc + 4, high - low, 0, None)
                    pc = tail
            elif op == opcodes.ASSERT or op == opcodes.ASSERT_NOT:
                start = self.look_back(position, program[pc + 2])
                saved, lastindex = self.marks[:], self.lastindex
                found = start >= 0 and self.match(pc + 3, start, False, -1)
                matched = found == (op == opcodes.ASSERT)
                if matched and found:
                    choice = Choice(choice, UNDO_ALL, 0, 0, None, 0, 0, lastindex, saved)
                else:
                    self.marks, self.lastindex = saved, lastindex
                pc += 1 + program[pc + 1]
            elif op == opcodes.GROUPREF or op == opcodes.GROUPREF_UNI_IGNORE or op == opcodes.GROUPREF_IGNORE or \
                    op == opcodes.GROUPREF_LOC_IGNORE:
                group = program[pc + 1] * 2
                first, last = self.marks[group], self.marks[group + 1]
                stop = -1
                if first >= 0 and last >= first:
                    stop = self.same_text(op, first, last, position)
                matched = stop >= 0
                position = stop
                pc += 2
            elif op == opcodes.GROUPREF_EXISTS:
                group = program[pc + 1] * 2
                if self.marks[group] >= 0 and self.marks[group + 1] >= self.marks[group]:
                    pc += 3
                else:
                    pc += 1 + program[pc + 2]
            elif op == opcodes.ATOMIC_GROUP:
                saved, lastindex = self.marks[:], self.lastindex
                matched = self.match(pc + 2, position, False, -1)
                if matched:
                    choice = Choice(choice, UNDO_ALL, 0, 0, None, 0, 0, lastindex, saved)
                    position = self.match_end
                    pc += 1 + program[pc + 1]
                else:
                    self.marks, self.lastindex = saved, lastindex
            elif op == opcodes.POSSESSIVE_REPEAT_ONE:
                low, high = program[pc + 2], program[pc + 3]
                stop = self.run_of(pc + 4, position, high)
                matched = self.skip_characters(position, low, stop) >= 0
                position = stop
                pc += 1 + program[pc + 1]
            elif op == opcodes.POSSESSIVE_REPEAT:
                saved, lastindex = self.marks[:], self.lastindex
                stop = self.match_possessive(pc, position)
                matched = stop >= 0
                if matched:
                    choice = Choice(choice, UNDO_ALL, 0, 0, None, 0, 0, lastindex, saved)
                    position = stop
                    pc += 2 + program[pc + 1]
                else:
                    self.marks, self.lastindex = saved, lastindex
            elif op == opcodes.FAILURE:
                matched = False
            else:                                    # any other single-character instruction
                matched = position < self.end and self.matches_one(pc, self.code_at(position))
                if matched:
                    position = self.after(position)
                    pc += 1 if op == opcodes.ANY or op == opcodes.ANY_ALL else 2
            if matched:
                continue
            # go back to the last choice that is left
            while True:
                if choice is None:
                    return False
                here = choice
                choice = here.previous
                kind = here.kind
                if kind == UNDO_MARK:
                    self.marks[here.a] = here.b
                    self.lastindex = here.c
                    continue
                if kind == UNDO_ALL:
                    self.marks = here.saved[:]
                    self.lastindex = here.c
                    continue
                pc, position, repeat = here.pc, here.position, here.repeat
                if kind == ALTERNATIVE:
                    following = self.alternative(pc + program[pc], position)
                    if following >= 0:
                        choice = Choice(choice, ALTERNATIVE, following, position, repeat, 0, 0, 0, None)
                    pc += 1
                elif kind == GREEDY_ONE:
                    position = self.give_back(pc, position, here.a)
                    if position < 0:
                        continue
                    if position > here.a:
                        choice = Choice(choice, GREEDY_ONE, pc, position, repeat, here.a, 0, 0, None)
                elif kind == LAZY_ONE:
                    if position >= self.end or not self.matches_one(here.a, self.code_at(position)):
                        continue
                    position = self.after(position)
                    if here.b > 1:
                        choice = Choice(choice, LAZY_ONE, pc, position, repeat, here.a, here.b - 1, 0, None)
                elif kind == LAZY_UNTIL:
                    assert repeat is not None
                    pc = repeat.pc + 4
                    repeat = Repeat(repeat.outer, repeat.pc, repeat.count + 1, position)
                break

    def alternative(self, pc, position):
        """The skip word of the first alternative, from that at pc on, that can begin at the position, or -1."""
        program = self.program
        while program[pc] != 0:
            op = program[pc + 1]
            if op == opcodes.LITERAL:
                if position < self.end and self.code_at(position) == program[pc + 2]:
                    return pc
            elif op == opcodes.IN:
                if position < self.end and in_charset(program, pc + 3, self.code_at(position)):
                    return pc
            else:
                return pc
            pc += program[pc]
        return -1

    def skip_characters(self, position, count, stop):
        """`position` moved on by count characters, or -1 if that is past `stop`."""
        if self.narrow:
            position += count
            return position if position <= stop else -1
        while count > 0:
            if position >= stop:
                return -1
            position = self.after(position)
            count -= 1
        return position

    def give_back(self, tail, position, lowest):
        """The nearest position before this one where the tail can match at all, or -1."""
        literal = -1
        if self.program[tail] == opcodes.LITERAL:
            literal = self.program[tail + 1]
        while position > lowest:
            position = self.before(position)
            if literal < 0 or self.code_at(position) == literal:
                return position
        return -1

    def look_back(self, position, count):
        """`position` moved back by count characters, or -1 where there are not as many."""
        if count > position:
            return -1
        if self.narrow:
            return position - count
        while count > 0:
            if position <= 0:
                return -1
            position = self.before(position)
            count -= 1
        return position

    def match_possessive(self, pc, position):
        """Where as many rounds as possible end, none of them given back; -1 if there are too few."""
        low, high = self.program[pc + 2], self.program[pc + 3]
        count = 0
        while count < high:
            saved, lastindex = self.marks[:], self.lastindex
            if not self.match(pc + 4, position, False, -1):
                self.marks, self.lastindex = saved, lastindex
                break
            count += 1
            if self.match_end == position and count >= low:
                break
            position = self.match_end
        return position if count >= low else -1

    # ---- the ways to start

    def reset(self):
        for i in range(len(self.marks)):
            self.marks[i] = -1
        self.lastindex = -1

    def match_at(self, position, whole):
        """Matches the whole pattern at one position."""
        self.reset()
        self.match_start = position
        return self.match(0, position, whole, position if position == self.not_empty_at else -1)

    def encoded(self, pc, count):
        """The text of `count` characters in the program, as they stand in self.text; '' if they cannot."""
        builder = StringBuilder(count)
        for i in range(pc, pc + count):
            code = self.program[i]
            if not self.narrow:
                utf8.append(builder, code)
            elif code < 256:
                builder.append(chr(code))
            else:
                return ''
        return builder.build()

    def search(self, position):
        """Finds the first match at `position` or after it."""
        program = self.program
        first = 0
        last = self.end              # where a match can begin at the latest
        prefix = ''                  # how every match begins
        charset = -1                 # the set that its first character is in, a place in the program
        if program[0] == opcodes.INFO:
            first = 1 + program[1]
            last -= program[3]
            if program[2] & opcodes.INFO_PREFIX:
                prefix = self.encoded(7, program[5])
                if len(prefix) == 0:
                    return False
            elif program[2] & opcodes.INFO_CHARSET:
                charset = 5
        if len(prefix) == 0:
            if program[first] == opcodes.LITERAL:
                prefix = self.encoded(first + 1, 1)
                if len(prefix) == 0:
                    return False
            elif program[first] == opcodes.IN:
                charset = first + 2
        if program[first] == opcodes.AT and program[first + 1] in (opcodes.AT_BEGINNING, opcodes.AT_BEGINNING_STRING):
            return position == 0 and last >= 0 and self.match_at(0, False)
        while position <= last:
            if len(prefix) > 0:
                end = self.end
                assert position >= 0 and end >= 0
                position = self.text.find(prefix, position, end)
                if position < 0:
                    return False
            elif charset >= 0:
                while position < self.end and not in_charset(program, charset, self.code_at(position)):
                    position = self.after(position)
                if position >= self.end:
                    return False
            if self.match_at(position, False):
                return True
            if position >= self.end:
                return False
            position = self.after(position)
        return False
