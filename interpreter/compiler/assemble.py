"""From the instructions of a Unit to a code object.

Jumps to jumps are shortened; what cannot be reached is left out; so are the tests of local variables (CHECK_LOCAL) that are
bound on all paths, by a data-flow analysis; then registers and jump targets get their numbers.
"""

from interpreter.compiler import opcodes
from interpreter.compiler.unit import SAME_POSITION, NO_LINE, TEMP, CELL, FREE, KIND_SHIFT, INDEX_MASK, is_local
from interpreter.objects.code import W_Code

# opcode -> its fixed operands, and the ones that repeat
FIXED = [_kinds.split('*')[0] for _kinds in opcodes.operands]
REPEATED = [(_kinds.split('*') + [''])[1] for _kinds in opcodes.operands]

BITS = 32                       # bits used in a word of a bit set


def operand_kind(op, position):
    """The kind of the operand at `position` of an instruction `op`."""
    fixed = FIXED[op]
    if position < len(fixed):
        return fixed[position]
    repeated = REPEATED[op]
    return repeated[(position - len(fixed)) % len(repeated)]


def ends_block(op):
    """Does control never reach the next instruction?"""
    return (op == opcodes.JUMP or op == opcodes.JUMP_BACK or op == opcodes.RETURN or op == opcodes.RAISE or
            op == opcodes.RERAISE or op == opcodes.END_ASYNC_FOR)


def assemble(unit, flags, filename):
    """The W_Code of the finished `unit`."""
    thread_jumps(unit.instructions)
    keep = find_reachable(unit.instructions)
    drop_checks(unit, keep)
    return Assembler(unit, keep).build(flags, filename)


def thread_jumps(instructions):
    """A jump to a jump goes where that one goes."""
    for i in range(len(instructions)):
        instruction = instructions[i]
        if instruction.label is None or instruction.op == opcodes.JUMP_BACK:
            continue
        op = instruction.op
        conditional = op == opcodes.JUMP_IF_TRUE or op == opcodes.JUMP_IF_FALSE
        label = instruction.label
        index = label.index
        while True:
            target = instructions[index]
            if target.op == opcodes.JUMP:
                if not pass_on(instruction, target):
                    break
                index = target.label.index
            elif op == opcodes.JUMP and target.op == opcodes.JUMP_BACK and target.label.index <= i:
                if pass_on(instruction, target):
                    instruction.op = opcodes.JUMP_BACK
                    index = target.label.index
                break
            elif (conditional and (target.op == opcodes.JUMP_IF_TRUE or target.op == opcodes.JUMP_IF_FALSE) and
                    target.args[0] == instruction.args[0] and target.args[0] >= TEMP):
                # the same temporary is tested again
                if target.op == op:
                    index = target.label.index
                else:
                    index += 1
            else:
                break
        if index != label.index:
            instruction.label = new_label(index)


def has_line(position):
    return position is not SAME_POSITION and position is not NO_LINE


def pass_on(instruction, target):
    """May `instruction` go where the jump `target` goes, as far as tracing is concerned?  Then it takes over the lines of `target`."""
    position = target.position
    if not has_line(position):
        return True
    own = instruction.position
    if has_line(own) and own.lineno == position.lineno and target.second_position is None:
        return True
    if instruction.op != opcodes.JUMP or instruction.second_position is not None:
        return False
    if not has_line(own):
        instruction.position = position
        instruction.second_position = target.second_position
        return True
    if target.second_position is not None:
        return False
    instruction.second_position = position
    return True


def new_label(index):
    from interpreter.compiler.unit import Label
    label = Label()
    label.index = index
    return label


def find_reachable(instructions):
    """For each instruction, can it be reached?"""
    reached = [False] * len(instructions)
    todo = [0]
    while todo:
        i = todo.pop()
        while not reached[i]:
            reached[i] = True
            instruction = instructions[i]
            op = instruction.op
            if instruction.handler is not None and op != opcodes.JUMP and op != opcodes.NOP:
                todo.append(instruction.handler.label.index)
            if instruction.label is not None:
                todo.append(instruction.label.index)
            if ends_block(op):
                break
            i += 1
    return reached


# ____________________________________________________________
# local variables that are certainly bound


class BoundLocals(object):
    """Which locals are bound at the start of each basic block; `in_state[i]` is None until block i is reached."""

    def __init__(self, unit, reachable):
        self.instructions = unit.instructions
        self.words = (len(unit.varnames) + BITS - 1) // BITS
        self.starts = self.find_starts(reachable)
        self.in_state = [None] * len(self.instructions)
        self.todo = []
        entry = [0] * self.words
        for i in range(unit.nparams):
            self.bind(entry, i)
        self.flow(0, entry)
        while self.todo:
            self.run_block(self.todo.pop())

    def find_starts(self, reachable):
        instructions = self.instructions
        starts = [False] * len(instructions)
        starts[0] = True
        for i in range(len(instructions)):
            if not reachable[i]:
                continue
            instruction = instructions[i]
            if instruction.handler is not None and reachable[instruction.handler.label.index]:
                starts[instruction.handler.label.index] = True
            if instruction.label is not None:
                starts[instruction.label.index] = True
            if i + 1 < len(instructions) and (instruction.label is not None or ends_block(instruction.op) or
                                              instruction.handler is not instructions[i + 1].handler):
                starts[i + 1] = True
        return starts

    def bind(self, state, local):
        state[local // BITS] |= 1 << (local % BITS)

    def unbind(self, state, local):
        state[local // BITS] &= ~(1 << (local % BITS))

    def is_bound(self, state, local):
        return (state[local // BITS] >> (local % BITS)) & 1 != 0

    def flow(self, index, state):
        """Control may come to `index` with `state`."""
        old = self.in_state[index]
        if old is None:
            self.in_state[index] = state[:]
            self.todo.append(index)
            return
        changed = False
        for i in range(self.words):
            both = old[i] & state[i]
            if both != old[i]:
                old[i] = both
                changed = True
        if changed:
            self.todo.append(index)

    def step(self, instruction, state):
        """The effect of one instruction."""
        op = instruction.op
        args = instruction.args
        if op == opcodes.CHECK_LOCAL:
            self.bind(state, args[0])
        elif op == opcodes.DELETE_LOCAL or op == opcodes.CLEAR:
            if is_local(args[0]):
                self.unbind(state, args[0])
        else:
            fixed = len(FIXED[op])
            size = len(args)
            if REPEATED[op] != 'd':
                size = fixed
            for i in range(size):
                if is_local(args[i]) and operand_kind(op, i) == 'd':
                    self.bind(state, args[i])

    def run_block(self, index):
        state = self.in_state[index][:]
        handler = self.instructions[index].handler
        raised = state[:]                   # what is bound wherever the block may raise
        i = index
        while True:
            instruction = self.instructions[i]
            if instruction.label is not None:
                self.flow(instruction.label.index, state)       # FOR_ITER binds only when it goes on
            self.step(instruction, state)
            if instruction.op == opcodes.DELETE_LOCAL or instruction.op == opcodes.CLEAR:
                for word in range(self.words):
                    raised[word] &= state[word]
            if ends_block(instruction.op):
                break
            i += 1
            if self.starts[i]:
                self.flow(i, state)
                break
        if handler is not None and self.starts[handler.label.index]:
            self.flow(handler.label.index, raised)


def drop_checks(unit, keep):
    """Leaves out the CHECK_LOCAL of variables that are bound on all paths: sets keep[i] to False."""
    instructions = unit.instructions
    found = False
    for i in range(len(instructions)):
        if keep[i] and instructions[i].op == opcodes.CHECK_LOCAL:
            found = True
            break
    if not found:
        return
    analysis = BoundLocals(unit, keep)
    state = [0] * analysis.words
    for i in range(len(instructions)):
        if not keep[i]:
            continue
        if analysis.starts[i]:
            in_state = analysis.in_state[i]
            assert in_state is not None
            state = in_state[:]
        instruction = instructions[i]
        if instruction.op == opcodes.CHECK_LOCAL and analysis.is_bound(state, instruction.args[0]):
            keep[i] = False
        analysis.step(instruction, state)


# ____________________________________________________________
# numbers


class Assembler(object):

    def __init__(self, unit, keep):
        self.unit = unit
        self.instructions = unit.instructions
        self.keep = keep
        self.next_kept = [0] * (len(keep) + 1)      # the first instruction from i on that stays
        self.pcs = [0] * len(keep)
        self.is_target = [False] * len(keep)
        self.is_loop_start = [False] * len(keep)
        self.drop_empty_jumps()                     # first: what stays of `if 0:` is the NOP with its line
        self.find_targets()
        self.drop_empty_jumps()
        self.drop_nops()
        self.drop_empty_jumps()
        self.number_instructions()
        self.consts_w = []
        self.const_numbers = [-1] * len(unit.consts_w)
        self.ntemps = 0
        self.ncaches = 0
        self.cache_numbers = [-1] * unit.ncaches
        if unit.in_function():
            self.use_const(0)                       # the docstring

    def find_targets(self):
        for i in range(len(self.instructions)):
            if self.keep[i]:
                instruction = self.instructions[i]
                if instruction.label is not None:
                    self.is_target[instruction.label.index] = True
                    if instruction.op == opcodes.JUMP_BACK:
                        self.is_loop_start[instruction.label.index] = True

    def drop_nops(self):
        """A NOP stands for a statement that does nothing: it stays only where its line would have no instruction else."""
        last_line = 0                   # the line of the instruction before, if control comes from there
        for i in range(len(self.instructions)):
            if not self.keep[i]:
                continue
            instruction = self.instructions[i]
            if self.is_target[i]:
                last_line = 0
            line = instruction.position.lineno
            if instruction.op == opcodes.NOP:
                following = i + 1
                while not self.keep[following]:
                    following += 1
                successor = self.instructions[following]
                if line == last_line or line == successor.position.lineno:
                    self.keep[i] = False
                elif successor.position is SAME_POSITION and not self.is_target[following]:
                    successor.position = instruction.position
                    self.keep[i] = False
                elif ((successor.op == opcodes.JUMP or successor.op == opcodes.JUMP_BACK) and has_line(successor.position) and
                        successor.second_position is None and not self.is_target[following]):
                    successor.second_position = successor.position
                    successor.position = instruction.position
                    self.keep[i] = False
                if not self.keep[i]:
                    continue
            if ends_block(instruction.op):
                last_line = 0
            elif line > 0:
                last_line = line

    def drop_empty_jumps(self):
        """Leaves out the jumps to what comes next; one with a line of its own becomes a NOP.  Sets next_kept."""
        count = len(self.instructions)
        following = count
        self.next_kept[count] = count
        for j in range(count):
            i = count - 1 - j
            instruction = self.instructions[i]
            if (self.keep[i] and instruction.op == opcodes.JUMP and
                    self.next_kept[instruction.label.index] == following and instruction.second_position is None):
                if has_line(instruction.position):
                    instruction.op = opcodes.NOP
                    instruction.args = []
                    instruction.label = None
                else:
                    self.keep[i] = False
            if self.keep[i]:
                following = i
            self.next_kept[i] = following

    def number_instructions(self):
        pc = 0
        for i in range(len(self.instructions)):
            if self.keep[i]:
                self.pcs[i] = pc
                pc += 1 + len(self.instructions[i].args)

    def target_pc(self, label):
        return self.pcs[self.next_kept[label.index]]

    def use_const(self, index):
        """The final index of a constant: those that are not used are left out."""
        if self.const_numbers[index] < 0:
            self.const_numbers[index] = len(self.consts_w)
            self.consts_w.append(self.unit.consts_w[index])
        return self.const_numbers[index]

    def use_cache(self, index):
        """The final number of an inline cache."""
        if self.cache_numbers[index] < 0:
            self.cache_numbers[index] = self.ncaches
            self.ncaches += 1
        return self.cache_numbers[index]

    def register(self, operand):
        if operand < TEMP:
            return operand
        unit = self.unit
        index = operand & INDEX_MASK
        kind = (operand >> KIND_SHIFT) << KIND_SHIFT
        base = len(unit.varnames)
        if kind == CELL:
            return base + index
        base += len(unit.cellvars)
        if kind == FREE:
            return base + index
        if index >= self.ntemps:
            self.ntemps = index + 1
        return base + len(unit.freevars) + index

    def operand(self, instruction, position):
        value = instruction.args[position]
        kind = operand_kind(instruction.op, position)
        if kind == 'd' or kind == 's':
            assert value >= 0
            return self.register(value)
        if kind == 'r':
            if value < 0:
                return ~self.use_const(~value)
            return self.register(value)
        if kind == 'k':
            return self.use_cache(value)
        if kind == 'j':
            return self.target_pc(instruction.label)
        return value

    def build(self, flags, filename):
        unit = self.unit
        bytecode = []
        positions = PositionTable()
        exceptiontable = []
        handler = None
        start = 0
        loop_starts = {}
        for i in range(len(self.instructions)):
            if self.is_loop_start[i]:
                loop_starts[self.next_kept[i]] = True
        for i in range(len(self.instructions)):
            if not self.keep[i]:
                continue
            instruction = self.instructions[i]
            pc = len(bytecode)
            own = instruction.handler
            if own is not None and not self.keep[own.label.index]:
                own = None                          # nothing in its range raises
            if own is not handler:
                self.add_range(exceptiontable, start, pc, handler)
                handler = own
                start = pc
            position = instruction.position
            if position is SAME_POSITION and self.is_target[i]:
                position = NO_LINE                  # it comes from several lines
            positions.add(pc, position, i in loop_starts)
            if instruction.second_position is not None:
                positions.add(pc + 1, instruction.second_position, False)
            bytecode.append(instruction.op)
            for position in range(len(instruction.args)):
                bytecode.append(self.operand(instruction, position))
        self.add_range(exceptiontable, start, len(bytecode), handler)
        cell2arg = []
        for name in unit.cellvars:
            index = unit.var_indices.get(name, -1)
            cell2arg.append(index if index < unit.nparams else -1)
        nregs = len(unit.varnames) + len(unit.cellvars) + len(unit.freevars) + self.ntemps
        return W_Code(unit.argcount, unit.posonlyargcount, unit.kwonlyargcount, nregs, flags, bytecode, self.consts_w,
                      unit.names, unit.varnames, unit.cellvars, unit.freevars, cell2arg, filename, unit.name, unit.qualname,
                      unit.firstlineno, positions.table, exceptiontable, self.ncaches)

    def add_range(self, table, start, end, handler):
        if handler is not None and end > start:
            table.append(start)
            table.append(end)
            table.append(self.target_pc(handler.label))
            table.append(self.register(handler.register))


class PositionTable(object):
    """Collects entries pc, lineno, end_lineno, col_offset, end_col_offset, where they change."""

    def __init__(self):
        self.table = []
        self.last = None

    def add(self, pc, node, always):
        """The instruction at pc belongs to node; `always`: it has an entry of its own."""
        last = self.last
        if node is SAME_POSITION:
            if last is None or not always:
                return
            node = last
        if not always and last is not None:
            if (last.lineno == node.lineno and last.end_lineno == node.end_lineno and
                    last.col_offset == node.col_offset and last.end_col_offset == node.end_col_offset):
                return
        self.last = node
        self.table.append(pc)
        self.table.append(node.lineno)
        self.table.append(node.end_lineno)
        self.table.append(node.col_offset)
        self.table.append(node.end_col_offset)
