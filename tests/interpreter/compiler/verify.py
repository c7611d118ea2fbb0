"""Checks of a code object that hold whatever the program: operands in range, jumps to instructions, tables in order, no way past
the end, and no register read before it is written.

`verify(w_code)` raises AssertionError; it also checks the code objects among the constants.
"""

from interpreter.compiler import opcodes
from interpreter.objects.code import W_Code, CO_VARARGS, CO_VARKEYWORDS

TERMINATORS = ['JUMP', 'JUMP_BACK', 'RETURN', 'RAISE', 'RERAISE', 'END_ASYNC_FOR']


def operand_kinds(op, values):
    """The kind of each operand."""
    kinds = opcodes.operands[op]
    if '*' in kinds:
        fixed, repeated = kinds.split('*')
        return fixed + repeated * values[len(fixed) - 1]
    return kinds


class Verifier(object):

    def __init__(self, code):
        self.code = code
        self.instructions = {}          # pc -> (name, kinds, operands, next pc)
        bytecode = code.bytecode
        pc = 0
        while pc < len(bytecode):
            name = opcodes.names[bytecode[pc]]
            kinds = opcodes.operands[bytecode[pc]].replace('*', '')
            if '*' in opcodes.operands[bytecode[pc]]:
                fixed, repeated = opcodes.operands[bytecode[pc]].split('*')
                count = bytecode[pc + len(fixed)]
                assert count >= 0
                kinds = fixed + repeated * count
            values = bytecode[pc + 1:pc + 1 + len(kinds)]
            assert len(values) == len(kinds), (pc, name)
            self.instructions[pc] = (name, kinds, list(values), pc + 1 + len(kinds))
            pc += 1 + len(kinds)
        assert pc == len(bytecode)

    def check(self):
        self.check_operands()
        self.check_tables()
        self.check_flow()

    def check_operands(self):
        code = self.code
        caches = {}
        for pc in sorted(self.instructions):
            name, kinds, values, end = self.instructions[pc]
            for kind, value in zip(kinds, values):
                where = (code.name, pc, name, kind, value)
                if kind in 'ds':
                    assert 0 <= value < code.nregs, where
                elif kind == 'r':
                    assert -len(code.consts_w) <= value < code.nregs, where
                elif kind == 'n':
                    assert 0 <= value < len(code.names), where
                elif kind == 'k':
                    assert 0 <= value < code.ncaches, where
                    caches.setdefault(value, []).append(name)
                elif kind == 'j':
                    assert value in self.instructions, where
                    if name == 'JUMP_BACK':
                        assert value <= pc, where
                    else:
                        assert value > pc, where
                else:
                    assert kind in 'ic', where
        for cache, users in caches.items():
            assert len(set(users)) == 1, (cache, users)
            assert len(users) == 1 or users[0] in ('LOAD_GLOBAL', 'LOAD_NAME'), (cache, users)

    def check_tables(self):
        code = self.code
        assert len(code.positions) % 5 == 0
        last = -1
        for i in range(0, len(code.positions), 5):
            pc, line, end_line, column, end_column = code.positions[i:i + 5]
            assert pc > last, (code.name, pc, last)
            assert pc in self.instructions or self.instructions[pc - 1][0].startswith(('CALL_METHOD', 'JUMP')), (code.name, pc)
            assert (line > 0 and end_line >= line) or (line, end_line, column, end_column) == (0, 0, -1, -1), (code.name, pc, line, end_line)
            assert line != end_line or end_column >= column >= -1, (code.name, pc, column, end_column)
            last = pc
        assert len(code.exceptiontable) % 4 == 0
        last = 0
        for i in range(0, len(code.exceptiontable), 4):
            start, end, handler, register = code.exceptiontable[i:i + 4]
            assert last <= start < end <= len(code.bytecode)
            assert start in self.instructions and handler in self.instructions
            assert end == len(code.bytecode) or end in self.instructions
            assert 0 <= register < code.nregs
            last = end
        assert len(code.cell2arg) == len(code.cellvars)

    def handler_of(self, pc):
        table = self.code.exceptiontable
        for i in range(0, len(table), 4):
            if table[i] <= pc < table[i + 1]:
                return table[i + 2], table[i + 3]
        return None

    def check_flow(self):
        """Every register that is read is bound on all paths; control never falls off the end."""
        code = self.code
        bound = set()
        nparams = code.argcount + code.kwonlyargcount
        nparams += bool(code.flags & CO_VARARGS) + bool(code.flags & CO_VARKEYWORDS)
        bound.update(range(nparams))
        bound.update(range(len(code.varnames), len(code.varnames) + len(code.cellvars) + len(code.freevars)))
        bound.difference_update(index for index in code.cell2arg if index >= 0)
        states = {0: frozenset(bound)}
        todo = [0]

        def flow(pc, state):
            assert pc in self.instructions, (code.name, pc)
            if pc not in states:
                states[pc] = frozenset(state)
                todo.append(pc)
            elif not states[pc] <= state:
                states[pc] = states[pc] & state
                todo.append(pc)

        handlers = dict((pc, self.handler_of(pc)) for pc in self.instructions)
        while todo:
            pc = todo.pop()
            state = set(states[pc])
            name, kinds, values, following = self.instructions[pc]
            handler = handlers[pc]
            if handler is not None:
                flow(handler[0], frozenset(state | set([handler[1]])))
            if name == 'CHECK_LOCAL':
                state.add(values[0])
            elif name == 'CLEAR':
                state.discard(values[0])
            else:
                for position, (kind, value) in enumerate(zip(kinds, values)):
                    if name.startswith('CALL_LOADED') and position == 2:
                        continue                    # unbound where the attribute is no method
                    if name == 'DELETE_LOCAL':
                        continue
                    if kind == 's' or (kind == 'r' and value >= 0):
                        assert value in state, (code.filename, code.name, pc, name, values, value)
                if name == 'DELETE_LOCAL':
                    state.discard(values[0])
            if name == 'FOR_ITER':
                flow(values[2], frozenset(state))
            for kind, value in zip(kinds, values):
                if kind == 'd' and name != 'CLEAR':
                    state.add(value)
            if 'j' in kinds and name != 'FOR_ITER':
                flow(values[kinds.index('j')], frozenset(state))
            if name not in TERMINATORS:
                flow(following, frozenset(state))
        for pc in self.instructions:
            assert pc in states, ('unreachable', code.filename, code.name, pc, self.instructions[pc])


def verify(w_code):
    """Checks `w_code` and every code object in it; the number of code objects."""
    Verifier(w_code).check()
    count = 1
    for w_const in w_code.consts_w:
        if isinstance(w_const, W_Code):
            count += verify(w_const)
    return count
