"""A code object under construction: instructions with symbolic operands, and the allocation of registers.

Until it is assembled, the number of local variables is not known, so a register is numbered within its kind:

    0 ..            local variable
    TEMP + n        temporary
    CELL + n        own cell
    FREE + n        cell of the closure
    negative        ~n: constant n
"""

from interpreter.compiler import opcodes
from interpreter.compiler.constants import constant_key
from interpreter.parser import ast
from interpreter.compiler.symtable import CELL as CELL_NAME, FREE as FREE_NAME, DEF_FREE_CLASS, FUNCTION_BLOCK

KIND_SHIFT = 24
TEMP = 1 << KIND_SHIFT
CELL = 2 << KIND_SHIFT
FREE = 3 << KIND_SHIFT
INDEX_MASK = (1 << KIND_SHIFT) - 1

# what a unit is compiled from
MODULE, CLASS, FUNCTION, ASYNC_FUNCTION, LAMBDA, COMPREHENSION = range(6)


def is_local(operand):
    return 0 <= operand < TEMP


# in Instruction.position: the same as the instruction before;  belongs to no line
SAME_POSITION = ast.AST()
NO_LINE = ast.AST()
NO_LINE.col_offset = NO_LINE.end_col_offset = -1


class Label(object):
    """A place in the code; `index` is the instruction it stands before."""

    def __init__(self):
        self.index = -1


class Handler(object):
    """Where an exception goes: to `label`, stored in `register`."""

    def __init__(self, label, register):
        self.label = label
        self.register = register


class Instruction(object):
    """args are the operands as opcodes.TABLE has them; the one of kind j is filled in from `label`.

    position is the tree node to which errors belong; second_position: of method calls the one of the look-up, of jumps the one of a
    statement that does nothing but pass control on from there."""

    def __init__(self, op, args, label, handler, position):
        self.op = op
        self.args = args
        self.label = label
        self.handler = handler
        self.position = position
        self.second_position = None


class Unit(object):

    def __init__(self, scope, kind, name, qualname, private, firstlineno, parent):
        self.scope = scope
        self.kind = kind
        self.name = name
        self.qualname = qualname
        self.private = private              # name of the class around, for mangling; or None
        self.firstlineno = firstlineno
        self.parent = parent
        self.argcount = 0
        self.posonlyargcount = 0
        self.kwonlyargcount = 0
        self.instructions = []
        self.consts_w = []
        self.const_index = {}
        self.names = []
        self.name_indices = {}
        self.varnames = []
        self.var_indices = {}
        for varname in scope.varnames:
            self.local(varname)
        self.nparams = len(self.varnames)
        self.cellvars = self.find_cells()
        self.freevars = scope.sorted_names(FREE_NAME, DEF_FREE_CLASS)
        if scope.needs_class_cell:
            self.cellvars = ['__class__']
        self.cell_registers = {}
        for i in range(len(self.cellvars)):
            self.cell_registers[self.cellvars[i]] = CELL + i
        for i in range(len(self.freevars)):
            self.cell_registers[self.freevars[i]] = FREE + i
        self.global_caches = {}
        self.ncaches = 0
        self.top = 0                        # the next free temporary
        self.handler = None                 # the Handler of instructions emitted now
        self.blocks = []                    # the statements around (codegen_try.Block), outermost first
        self.position = scope.node

    def cell_for_inner(self, name):
        """The register with the cell that a function in this block closes over; that of `__class__` is the class's own, also
        where the class body has a `nonlocal __class__`."""
        if name == '__class__' and self.scope.needs_class_cell:
            return CELL
        return self.cell_registers[name]

    def find_cells(self):
        """The names of the cells: parameters first, as they come, then the others in alphabetical order."""
        cells = self.scope.sorted_names(CELL_NAME, 0)
        result = [name for name in self.varnames if name in cells]
        for name in cells:
            if name not in self.var_indices:
                result.append(name)
        return result

    # ---- operands

    def const(self, w_value):
        """The operand of a constant."""
        key = constant_key(w_value)
        if key != '':
            if key in self.const_index:
                return ~self.const_index[key]
            self.const_index[key] = len(self.consts_w)
        self.consts_w.append(w_value)
        return ~(len(self.consts_w) - 1)

    def name_index(self, name):
        """The index in co_names."""
        if name not in self.name_indices:
            self.name_indices[name] = len(self.names)
            self.names.append(name)
        return self.name_indices[name]

    def local(self, name):
        """The register of a local variable; the first use gives it one."""
        if name not in self.var_indices:
            self.var_indices[name] = len(self.varnames)
            self.varnames.append(name)
        return self.var_indices[name]

    def temp(self):
        """A fresh temporary, free again when `top` is set back."""
        register = self.top
        self.top = register + 1
        return TEMP + register

    def cache(self):
        """A fresh inline cache."""
        self.ncaches += 1
        return self.ncaches - 1

    def global_cache(self, name):
        """The inline cache that all reads of a global name share."""
        if name not in self.global_caches:
            self.global_caches[name] = self.cache()
        return self.global_caches[name]

    def in_function(self):
        """Are local variables kept in registers?"""
        return self.scope.kind == FUNCTION_BLOCK

    # ---- instructions

    def emit(self, op, args):
        instruction = Instruction(op, args, None, self.handler, self.position)
        self.instructions.append(instruction)
        return instruction

    def emit_jump(self, op, args, label):
        """An instruction with a jump target, which is its last operand."""
        self.instructions.append(Instruction(op, args + [0], label, self.handler, self.position))

    def mark_line(self):
        """The line of a statement, or a part of one, that may have no instruction else: the assembler drops it where it is not needed."""
        self.emit(opcodes.NOP, [])

    def emit_at(self, position, op, args):
        """The same with a position of its own."""
        self.instructions.append(Instruction(op, args, None, self.handler, position))

    def jump(self, label):
        self.instructions.append(Instruction(opcodes.JUMP, [0], label, self.handler, SAME_POSITION))

    def jump_back(self, label, position=SAME_POSITION):
        self.instructions.append(Instruction(opcodes.JUMP_BACK, [0], label, self.handler, position))

    def mark(self, label):
        label.index = len(self.instructions)
