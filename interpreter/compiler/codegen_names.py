"""Code for names: which instruction reads, writes or deletes a variable depends on its scope."""

from interpreter.compiler import opcodes, symtable
from interpreter.compiler.mangle import mangle
from interpreter.compiler.unit import is_local
from interpreter.parser import ast

ANY = -1                # wanted register: any operand will do

# how a name is reached
REGISTER, CELL, GLOBAL, NAME = range(4)


class WalrusFinder(ast.GenericASTVisitor):
    """Does an expression contain a walrus that binds `register` of `unit`?"""

    def __init__(self, compiler, register):
        self.compiler = compiler
        self.register = register
        self.found = False

    def visit_NamedExpr(self, node):
        target = node.target
        assert isinstance(target, ast.Name)
        if self.compiler.register_of(target) == self.register:
            self.found = True
        node.value.walkabout(self)


class Names(object):
    """A part of the Compiler."""

    def mangle(self, name):
        return mangle(self.u.private, name)

    def access(self, mangled):
        """REGISTER, CELL, GLOBAL or NAME."""
        u = self.u
        kind = u.scope.lookup(mangled)
        if kind == symtable.FREE or kind == symtable.CELL:
            return CELL
        if kind == symtable.LOCAL:
            return REGISTER if u.in_function() else NAME
        if kind == symtable.GLOBAL_EXPLICIT or (kind == symtable.GLOBAL_IMPLICIT and u.in_function()):
            return GLOBAL
        return NAME

    def register_of(self, node):
        """The register of the variable that the expression `node` names; -1 if it is none, or lives elsewhere."""
        if not isinstance(node, ast.Name):
            return -1
        mangled = self.mangle(node.id)
        if self.access(mangled) != REGISTER:
            return -1
        return self.u.local(mangled)

    def direct_register(self, target):
        """The same for a target that an instruction may write on its way: one of another line is assigned by an instruction of its own."""
        if target.lineno != self.u.position.lineno:
            return -1
        return self.register_of(target)

    def dest(self, wanted):
        """The register to write: the wanted one, or a temporary."""
        if wanted == ANY:
            return self.u.temp()
        return wanted

    def move(self, dest, operand):
        if dest != operand:
            self.u.emit(opcodes.MOVE, [dest, operand])

    def deliver(self, operand, wanted):
        """Makes the value in `operand` available as wanted."""
        if wanted == ANY:
            return operand
        self.move(wanted, operand)
        return wanted

    def copied(self, operand):
        """The operand, in a temporary if it is a local variable."""
        if not is_local(operand):
            return operand
        temp = self.u.temp()
        self.u.emit(opcodes.MOVE, [temp, operand])
        return temp

    def protect(self, operand, node):
        """The operand, in a temporary if it is a local variable that evaluating `node` may bind."""
        if node is None or not self.u.scope.has_walrus or not is_local(operand):
            return operand
        finder = WalrusFinder(self, operand)
        node.walkabout(finder)
        if finder.found:
            return self.copied(operand)
        return operand

    def protect_from_all(self, operand, nodes, start):
        """The same for nodes[start:]."""
        if not self.u.scope.has_walrus or not is_local(operand):
            return operand
        for i in range(start, len(nodes)):
            node = nodes[i]
            if node is not None:
                protected = self.protect(operand, node)
                if protected != operand:
                    return protected
        return operand

    # ---- reading, writing, deleting

    def load_name(self, name, wanted):
        u = self.u
        mangled = self.mangle(name)
        access = self.access(mangled)
        if access == REGISTER:
            register = u.local(mangled)
            if register >= u.nparams or mangled in u.scope.deleted:
                u.emit(opcodes.CHECK_LOCAL, [register])
            return self.deliver(register, wanted)
        dest = self.dest(wanted)
        if access == CELL:
            cell = u.cell_registers[mangled]
            if u.scope.kind == symtable.CLASS_BLOCK:
                u.emit(opcodes.LOAD_CLASSDEREF, [dest, cell, u.name_index(mangled)])
            else:
                u.emit(opcodes.LOAD_CELL, [dest, cell])
        elif access == GLOBAL:
            u.emit(opcodes.LOAD_GLOBAL, [dest, u.name_index(mangled), u.global_cache(mangled)])
        else:
            u.emit(opcodes.LOAD_NAME, [dest, u.name_index(mangled), u.global_cache(mangled)])
        return dest

    def store_name(self, name, operand):
        self.refuse_debug(name, False)
        u = self.u
        mangled = self.mangle(name)
        access = self.access(mangled)
        if access == REGISTER:
            self.move(u.local(mangled), operand)
        elif access == CELL:
            u.emit(opcodes.STORE_CELL, [u.cell_registers[mangled], operand])
        elif access == GLOBAL:
            u.emit(opcodes.STORE_GLOBAL, [u.name_index(mangled), operand])
        else:
            u.emit(opcodes.STORE_NAME, [u.name_index(mangled), operand])

    def delete_name(self, name):
        self.refuse_debug(name, True)
        u = self.u
        mangled = self.mangle(name)
        access = self.access(mangled)
        if access == REGISTER:
            u.emit(opcodes.DELETE_LOCAL, [u.local(mangled)])
        elif access == CELL:
            u.emit(opcodes.DELETE_CELL, [u.cell_registers[mangled]])
        elif access == GLOBAL:
            u.emit(opcodes.DELETE_GLOBAL, [u.name_index(mangled)])
        else:
            u.emit(opcodes.DELETE_NAME, [u.name_index(mangled)])

    def unbind_name(self, name):
        """`name = None; del name`: the end of `except ... as name`."""
        u = self.u
        mangled = self.mangle(name)
        if self.access(mangled) == REGISTER:
            u.emit(opcodes.CLEAR, [u.local(mangled)])
        else:
            self.store_name(name, self.none())
            self.delete_name(name)

    def refuse_debug(self, name, deleting):
        """`__debug__` is a constant."""
        if name == '__debug__':
            if deleting:
                raise self.error("cannot delete __debug__")
            raise self.error("cannot assign to __debug__")

    def refuse_debug_target(self, target):
        """The same for the name that is the target of an assignment."""
        position = self.u.position
        self.u.position = target
        self.refuse_debug(target.id, False)
        self.u.position = position
