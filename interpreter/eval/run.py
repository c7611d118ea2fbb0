"""From source text to a running program: what exec, eval, compile, import and the main program call."""

from interpreter.errors import OperationError, value_error, memory_error, recursion_error, overflow_error, system_error
from interpreter.eval.arguments import bind_arguments
from interpreter.eval.call import builtins_of, run_frame
from interpreter.eval.frame import Frame
from interpreter.eval import sourceencoding     # registers the codecs with the parser
from interpreter.eval.hooks import hooks
from interpreter.objects import exception
from interpreter.objects.function import W_Function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.parser.error import ParseError


def exec_code(w_code, w_globals, w_locals):
    """Runs the code of a module, of exec or of eval.  w_globals: a W_Dict; w_locals: any mapping."""
    return exec_closure(w_code, w_globals, w_locals, no_cells)


def exec_closure(w_code, w_globals, w_locals, closure):
    """The same for code with free variables; `closure` is a list of W_Cell."""
    frame = Frame(w_code, w_globals, builtins_of(w_globals))
    if w_code.has_own_locals or w_code.is_generator:
        # the code of a function, or top-level await
        func = W_Function(w_code, w_globals, frame.w_builtins, w_code.name, w_code.qualname, w_None, w_None, None, None, closure)
        if w_code.has_own_locals:
            bind_arguments(func, w_code, frame.regs, [], None)      # a TypeError where it has parameters
    else:
        func = None
    if not w_code.has_own_locals:
        frame.w_locals = w_locals
    if w_code.has_cells:
        frame.init_cells(closure)
    if func is not None and w_code.is_generator:
        from interpreter.objects.generator import make_generator
        return make_generator(func, frame)
    return run_frame(frame)


no_cells = []


class Options(object):
    """What the command line says about compiling: optimize is 1 with -O, 2 with -OO."""

    def __init__(self):
        self.optimize = 0


options = Options()


def compile_source(source, filename, mode, flags, optimize):
    """The W_Code of a source text.

    source      bytes of a file; UTF-8 text with PyCF_IGNORE_COOKIE in flags
    mode        'exec', 'eval' or 'single'
    flags       PyCF_* and CO_FUTURE_* bits
    optimize    0, 1, 2; -1: as the command line says
    Raises the Python exception (SyntaxError ...) for bad source."""
    return compile_ast(parse_to_ast(source, filename, mode, flags), filename, mode, flags, optimize)


def parse_to_ast(source, filename, mode, flags):
    """The syntax tree (interpreter.parser.ast) of a source text."""
    from interpreter.parser.parser import parse
    warnings = []
    tree = None
    error = None
    try:
        tree = parse(source, filename, mode, flags, warnings)
    except ParseError as e:
        error = e
    for warning in warnings:
        issue_warning(warning.category, warning.msg, filename, warning.lineno, warning.error)
    if error is not None:
        raise syntax_error(error)
    return tree


def compile_ast(tree, filename, mode, flags, optimize):
    """The W_Code of a syntax tree."""
    from interpreter.compiler.compile import compile_with_warnings
    if optimize < 0:
        optimize = options.optimize
    warnings = []
    try:
        w_code = compile_with_warnings(tree, filename, optimize, flags, warnings)
    except ParseError as e:
        raise syntax_error(e)
    for warning in warnings:
        lineno = warning.node.lineno
        error = ParseError('SyntaxError', warning.msg, filename, lineno, 0, line_of(filename, lineno))
        issue_warning('SyntaxWarning', warning.msg, filename, lineno, error)
    return w_code


def issue_warning(category, message, filename, lineno, error):
    """A warning about source text; where it is turned into an exception, the SyntaxError `error` is raised."""
    if hooks.warner is None:
        return
    w_category = exception.W_SyntaxWarning.typedef.w_type
    if category == 'DeprecationWarning':
        w_category = exception.W_DeprecationWarning.typedef.w_type
    try:
        hooks.warner.warn_explicit(w_category, message, filename, lineno)
    except OperationError as e:
        if not e.w_exc.gettype() is w_category:
            raise
        raise syntax_error(error)


def line_of(filename, lineno):
    """A line of a source file, or None."""
    from interpreter.eval.printtraceback import source_line
    return source_line(filename, lineno)


def syntax_error(e):
    """The OperationError for a ParseError."""
    kind = e.kind
    if kind == 'ValueError':
        return value_error(e.msg)
    if kind == 'MemoryError':
        return memory_error(e.msg)
    if kind == 'RecursionError':
        return recursion_error(e.msg)
    if kind == 'OverflowError':
        return overflow_error(e.msg)
    if kind == 'UnicodeEncodeError' or kind == 'UnicodeDecodeError' or kind == 'SystemError':
        return system_error(e.msg)
    w_type = exception.W_SyntaxError.typedef.w_type
    if kind == 'IndentationError':
        w_type = exception.W_IndentationError.typedef.w_type
    elif kind == 'TabError':
        w_type = exception.W_TabError.typedef.w_type
    w_exc = exception.W_SyntaxError(w_type, [])
    w_message = newstr(e.msg)
    if e.lineno < 0:
        w_exc.init([w_message], None)
        return OperationError(w_exc)
    w_text = w_None
    if e.text is not None:
        w_text = newstr(e.text)
    w_end_line = w_None
    w_end_offset = w_None
    if e.end_lineno >= 0:
        w_end_line = newint(e.end_lineno)
        w_end_offset = newint(e.end_offset)
    w_where = newtuple([newstr(e.filename), newint(e.lineno), newint(e.offset), w_text, w_end_line, w_end_offset])
    w_exc.init([w_message, w_where], None)
    return OperationError(w_exc)
