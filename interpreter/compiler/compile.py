"""From a syntax tree to a code object."""

from rpython.rlib.objectmodel import import_from_mixin
from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

from interpreter.compiler import opcodes
from interpreter.compiler.checks import Checks
from interpreter.compiler.codegen_call import Calls
from interpreter.compiler.codegen_expr import Expressions
from interpreter.compiler.codegen_func import Functions
from interpreter.compiler.codegen_match import MatchStatements
from interpreter.compiler.codegen_names import Names
from interpreter.compiler.codegen_stmt import Statements
from interpreter.compiler.codegen_try import TryStatements
from interpreter.compiler.fold import fold
from interpreter.compiler.future import find_future, CO_FUTURE_ANNOTATIONS, FUTURE_MASK
from interpreter.compiler.symtable import SymbolTable, MODULE_BLOCK, syntax_error
from interpreter.compiler.unit import Unit, MODULE
from interpreter.parser import ast
from interpreter.parser.error import ParseError

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


def compile_ast(mod, filename, optimize=0, flags=0):
    """The W_Code of the tree `mod` (Module, Interactive or Expression), which is changed on the way.

    optimize    0; 1 (-O): no assert statements; 2 (-OO): no docstrings either
    flags       the CO_FUTURE_* bits of the code around, and PyCF_ALLOW_TOP_LEVEL_AWAIT
    Raises ParseError.
    """
    return compile_with_warnings(mod, filename, optimize, flags, [])


def compile_with_warnings(mod, filename, optimize, flags, warnings):
    """The same; appends the SyntaxWarnings (interpreter.compiler.checks.CompileWarning) to `warnings`."""
    try:
        return Compiler(mod, filename, optimize, flags, warnings).compile(mod)
    except StackOverflow:
        check_stack_overflow()
        raise ParseError('RecursionError', 'maximum recursion depth exceeded during compilation', filename, 0, 0, None)


class Compiler(ast.ValueVisitor):
    """The code generator, of which every codegen_*.py file holds a part.  `u` is the Unit under construction."""

    import_from_mixin(Names)
    import_from_mixin(Expressions)
    import_from_mixin(Calls)
    import_from_mixin(Statements)
    import_from_mixin(TryStatements)
    import_from_mixin(MatchStatements)
    import_from_mixin(Functions)
    import_from_mixin(Checks)

    def __init__(self, mod, filename, optimize, flags, warnings):
        self.filename = filename
        self.optimize = optimize
        self.warnings = warnings
        future = find_future(mod, filename)
        self.last_future_line = future.last_line
        self.future_flags = (future.flags | flags) & FUTURE_MASK
        self.annotations_are_strings = self.future_flags & CO_FUTURE_ANNOTATIONS != 0
        self.allows_top_level_await = flags & PyCF_ALLOW_TOP_LEVEL_AWAIT != 0
        self.interactive = isinstance(mod, ast.Interactive)
        fold(mod, filename, optimize, self.annotations_are_strings)
        self.symtable = SymbolTable(mod, filename, self.annotations_are_strings)
        self.u = Unit(self.symtable.top, MODULE, '<module>', '<module>', None, 1, None)

    def error(self, msg):
        """The ParseError for a SyntaxError at the current position."""
        return syntax_error(self.filename, msg, self.u.position)

    def is_top_level_await(self):
        return self.allows_top_level_await and self.u.scope.kind == MODULE_BLOCK

    def compile(self, mod):
        u = self.u
        u.position = self.line_position(1)
        if isinstance(mod, ast.Module):
            self.body_in_namespace(mod.body)
            self.return_none()
        elif isinstance(mod, ast.Interactive):
            self.body_in_namespace(mod.body)
            self.return_none()
        elif isinstance(mod, ast.Expression):
            u.emit(opcodes.RETURN, [self.operand(mod.body)])
        else:
            raise ParseError('SyntaxError', 'this kind of tree cannot be compiled', self.filename, 0, 0, None)
        return self.leave()
