"""Which temporaries of a frame are dead: for gc.collect(), so that a value left behind in one does not keep an object alive.

A frame does not clear a temporary after its last use; a later expression overwrites it.  gc.collect() must not see such values:
`drop_dead_temporaries` clears them in all frames of the thread.  What is live is found by the usual backward data flow over the
bytecode, at each call anew: collections asked for are rare.
"""

from interpreter.compiler import opcodes as op

MAX_TEMPORARIES = 62           # one bit each; those past it are left alone

_kinds = op.operands[:]
_ENDS = [op.JUMP, op.JUMP_BACK, op.RETURN, op.RAISE, op.RERAISE]
_CALLS = [op.CALL, op.CALL_KW, op.CALL_METHOD, op.CALL_METHOD_KW, op.CALL_LOADED, op.CALL_LOADED_KW]


class Instruction(object):
    """uses, defs, live: sets of temporaries as bits; `kept` are those that the running instruction still needs itself;
    target: the pc of a jump or -1."""

    def __init__(self, pc):
        self.pc = pc
        self.end = pc
        self.uses = 0
        self.defs = 0
        self.kept = 0
        self.target = -1
        self.falls_through = True
        self.live_in = 0
        self.live_out = 0


def bit_of(register, first):
    n = register - first
    if 0 <= n < MAX_TEMPORARIES:
        return 1 << n
    return 0


def decode(bytecode, first):
    """The Instructions of a code object; temporaries begin at register `first`."""
    result = []
    pc = 0
    while pc < len(bytecode):
        opcode = bytecode[pc]
        instruction = Instruction(pc)
        kinds = _kinds[opcode]
        star = kinds.find('*')
        fixed = len(kinds)
        if star >= 0:
            fixed = star
        pc += 1
        for i in range(fixed):
            add_operand(instruction, opcode, kinds[i], bytecode[pc + i], first)
        pc += fixed
        if star >= 0:
            count = bytecode[pc - 1]
            used_before = instruction.uses
            for i in range(count):
                for j in range(star + 1, len(kinds)):
                    add_operand(instruction, opcode, kinds[j], bytecode[pc], first)
                    pc += 1
            if opcode in _CALLS:
                instruction.kept = used_before       # the arguments were handed over
        instruction.end = pc
        instruction.falls_through = opcode not in _ENDS
        result.append(instruction)
    return result


def add_operand(instruction, opcode, kind, value, first):
    if kind == 'd':
        if opcode != op.FOR_ITER:                    # which leaves it alone at the end
            instruction.defs |= bit_of(value, first)
    elif kind == 's' or kind == 'r':
        bit = bit_of(value, first)
        instruction.uses |= bit
        instruction.kept |= bit
    elif kind == 'j':
        instruction.target = value


def flow(instructions, exceptiontable, first, size):
    """Computes live_in and live_out of all instructions."""
    numbers = [-1] * (size + 1)
    for i in range(len(instructions)):
        numbers[instructions[i].pc] = i
    changed = True
    while changed:
        changed = False
        i = len(instructions) - 1
        while i >= 0:
            instruction = instructions[i]
            live = 0
            if instruction.falls_through and i + 1 < len(instructions):
                live = instructions[i + 1].live_in
            if instruction.target >= 0:
                live |= instructions[numbers[instruction.target]].live_in
            raised = 0
            k = 0
            while k + 3 < len(exceptiontable):
                if exceptiontable[k] <= instruction.pc < exceptiontable[k + 1]:
                    raised = instructions[numbers[exceptiontable[k + 2]]].live_in & ~bit_of(exceptiontable[k + 3], first)
                    break
                k += 4
            instruction.live_out = live | raised
            live_in = instruction.uses | (live & ~instruction.defs) | raised
            if live_in != instruction.live_in:
                instruction.live_in = live_in
                changed = True
            i -= 1


def drop_dead_temporaries(frame):
    """Clears the temporaries that nobody reads any more, in the frame and in all that called it."""
    while frame is not None:
        clear_frame(frame)
        frame = frame.f_back


def clear_frame(frame):
    code = frame.code
    first = code.nlocals + code.ncells + code.nfrees
    regs = frame.regs
    if first >= len(regs):
        return
    bytecode = code.bytecode
    instructions = decode(bytecode, first)
    flow(instructions, code.exceptiontable, first, len(bytecode))
    for instruction in instructions:
        if instruction.pc == frame.pc:
            live = instruction.live_out | instruction.kept
            for i in range(first, len(regs)):
                if i - first < MAX_TEMPORARIES and live & bit_of(i, first) == 0:
                    regs[i] = None
            return
