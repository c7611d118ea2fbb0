"""Jumps of a debugger: where a frame may go on when its trace function assigns to f_lineno.

What a place in the code needs is in its live temporaries: iterators, the exits of `with` blocks, exceptions being handled, and operands
of an expression.  A jump is allowed if the running instruction has the same things in the same temporaries.
"""

from interpreter.compiler import opcodes as op
from interpreter.errors import value_error
from interpreter.eval.liveness import MAX_TEMPORARIES, decode, flow
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.root import w_None

# what is in a temporary: one of these, or a number that stands for the instruction that made it (FIRST_MADE + its index), or for
# the place where values of several instructions meet (the same + the number of instructions)
UNKNOWN, ITERATOR, ASYNC_ITERATOR, EXIT, EXCEPTION, SAVED, FIRST_MADE = range(7)


def check_jump(frame, line):
    """(line, pc) to go on at when `line` is assigned to f_lineno: the first line from there on that has code.  ValueError where that is
    no place to jump to."""
    code = frame.code
    if line < code.firstlineno:
        raise value_error("line %d comes before the current code block" % line)
    first = code.nlocals + code.ncells + code.nfrees
    instructions = decode(code.bytecode, first)
    line = line_from(code, instructions, line)
    flow(instructions, code.exceptiontable, first, len(code.bytecode))
    contents = Contents(code, instructions, first)
    here = contents.at(frame.pc)
    live = instructions[contents.index(frame.pc)].live_in
    best = -1
    best_count = -1
    problem = UNKNOWN
    refused = False
    for i in starts_of_line(code, instructions, line):
        needed = instructions[i].live_in
        found = contents.missing(needed, live, here, contents.before[i])
        if found < 0:
            count = count_bits(needed)
            if count > best_count:
                best = i
                best_count = count
        elif not refused:
            refused = True
            problem = found
    if best < 0:
        if problem == ITERATOR or problem == ASYNC_ITERATOR:
            raise value_error("can't jump into the body of a for loop")
        if problem == EXCEPTION or problem == SAVED:
            raise value_error("can't jump into an 'except' block as there's no exception")
        raise value_error("incompatible stacks")
    return line, instructions[best].pc


def bind_missing(frame, pc, bind):
    """Before a jump to pc: how many unbound local variables the code from there on reads without a test; binds them to None if `bind`.

    The compiler leaves out the tests of variables that are bound on all ways that it knows of."""
    count = 0
    nlocals = frame.code.nlocals
    first = 0
    while first < nlocals:
        reads = -1
        for i in range(first, min(first + MAX_TEMPORARIES, nlocals)):
            if frame.regs[i] is None:
                if reads < 0:
                    reads = unchecked_reads(frame.code, pc, first)
                if reads & (1 << (i - first)):
                    count += 1
                    if bind:
                        frame.regs[i] = w_None
        first += MAX_TEMPORARIES
    return count


def reads_unchecked(code, pc, register):
    """May the code from pc on read this local variable without a test?"""
    return unchecked_reads(code, pc, register) & 1 != 0


def unchecked_reads(code, pc, first):
    """The registers from `first` on, as bits, that the code from pc on reads before it writes or tests them."""
    instructions = decode(code.bytecode, first)
    for instruction in instructions:
        opcode = code.bytecode[instruction.pc]
        if opcode == op.CHECK_LOCAL or opcode == op.DELETE_LOCAL:
            instruction.defs |= instruction.uses
            instruction.uses = 0
    flow(instructions, code.exceptiontable, first, len(code.bytecode))
    result = 0
    for instruction in instructions:
        if instruction.pc <= pc:
            result = instruction.live_in
    return result


def line_from(code, instructions, line):
    """The first line not before `line` at which an instruction begins."""
    result = -1
    for instruction in instructions:
        own = line_at(code, instruction.pc)
        if own >= line and own > 0 and (result < 0 or own < result):
            result = own
    if result < 0:
        raise value_error("line %d comes after the current code block" % line)
    return result


def line_at(code, pc):
    """The line that begins at exactly this pc; 0 if none does."""
    index = code._position_index(pc)
    if index < 0 or code.positions[index] != pc:
        return code.firstlineno if pc == 0 else 0
    return code.positions[index + 1]


def starts_of_line(code, instructions, line):
    """The indices of the instructions with an entry for that line."""
    result = []
    for i in range(len(instructions)):
        if line_at(code, instructions[i].pc) == line:
            result.append(i)
    return result


def count_bits(bits):
    count = 0
    while bits != 0:
        bits &= bits - 1
        count += 1
    return count


def leave_handlers(frame, ec, target):
    """Before a jump to pc `target`: the exception being handled is again the one outside of the handlers that the jump leaves."""
    code = frame.code
    first = code.nlocals + code.ncells + code.nfrees
    instructions = decode(code.bytecode, first)
    flow(instructions, code.exceptiontable, first, len(code.bytecode))
    contents = Contents(code, instructions, first)
    here = contents.at(frame.pc)
    needed = instructions[contents.index(target)].live_in
    live = instructions[contents.index(frame.pc)].live_in
    for i in range(len(here)):
        bit = 1 << i
        if here[i] == SAVED and live & bit and not needed & bit:
            w_saved = frame.regs[first + i]
            if isinstance(w_saved, W_BaseException):
                ec.exc_state.w_value = w_saved
            else:
                ec.exc_state.w_value = None
            return                      # the outermost one: it has the lowest register


class Contents(object):
    """What is in each temporary before each instruction: `before[i]`, None where instruction i is not reached."""

    def __init__(self, code, instructions, first):
        self.code = code
        self.instructions = instructions
        self.first = first
        self.size = min(code.nregs - first, MAX_TEMPORARIES)
        self.numbers = [-1] * (len(code.bytecode) + 1)
        for i in range(len(instructions)):
            self.numbers[instructions[i].pc] = i
        self.before = [None] * len(instructions)
        self.changed = False
        self.meet(0, [UNKNOWN] * self.size)
        while self.changed:
            self.changed = False
            self.run()

    def index(self, pc):
        """The index of the instruction that pc lies in."""
        while self.numbers[pc] < 0:
            pc -= 1
        return self.numbers[pc]

    def at(self, pc):
        contents = self.before[self.index(pc)]
        assert contents is not None
        return contents

    def meet(self, i, contents):
        """Control may come to instruction i with these contents."""
        known = self.before[i]
        if known is None:
            self.before[i] = contents[:]
            self.changed = True
            return
        met = FIRST_MADE + len(self.instructions) + i
        for k in range(self.size):
            if known[k] != contents[k] and known[k] != met:
                known[k] = met
                self.changed = True

    def run(self):
        """Goes through all instructions once."""
        table = self.code.exceptiontable
        entry = 0
        for i in range(len(self.instructions)):
            before = self.before[i]
            instruction = self.instructions[i]
            while entry < len(table) and table[entry + 1] <= instruction.pc:
                entry += 4
            if before is None:
                continue
            if entry < len(table) and table[entry] <= instruction.pc:
                raised = before[:]
                self.put(raised, table[entry + 3], EXCEPTION)
                self.meet(self.numbers[table[entry + 2]], raised)
            after = before
            if instruction.defs != 0:
                after = before[:]
                self.execute(i, instruction, after)
            if instruction.target >= 0:
                self.meet(self.numbers[instruction.target], after)
            if instruction.falls_through and i + 1 < len(self.instructions):
                self.meet(i + 1, after)

    def put(self, contents, register, what):
        k = register - self.first
        if 0 <= k < self.size:
            contents[k] = what

    def execute(self, i, instruction, contents):
        for k in range(self.size):
            if instruction.defs & (1 << k):
                contents[k] = FIRST_MADE + i
        bytecode = self.code.bytecode
        opcode = bytecode[instruction.pc]
        register = bytecode[instruction.pc + 1]
        if opcode == op.GET_ITER:
            self.put(contents, register, ITERATOR)
        elif opcode == op.GET_AITER:
            self.put(contents, register, ASYNC_ITERATOR)
        elif opcode == op.BEFORE_WITH or opcode == op.BEFORE_ASYNC_WITH:
            self.put(contents, register, EXIT)
        elif opcode == op.PUSH_EXC_INFO:
            self.put(contents, register, SAVED)

    def missing(self, needed, live, here, there):
        """What the last (operands last of all) of the needed temporaries holds in `there` that `here`, of which `live` are in use, has not in the same place; -1 if
        all is there."""
        result = -1
        for k in range(self.size):
            bit = 1 << k
            if needed & bit and (not live & bit or there is None or here[k] != there[k]):
                what = UNKNOWN if there is None else there[k]
                if result < 0 or what < FIRST_MADE:
                    result = what
        return result
