"""compile, exec, eval, __import__, __build_class__ and what else runs code."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function, raw_function
from interpreter.objects.code import W_Code
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.cell import W_Cell
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.parser.source import VERSION_SHIFT
from module.audit import audit

CO_FUTURE_MASK = 0x1FE0000            # the CO_FUTURE_* flags
PYCF_DONT_IMPLY_DEDENT = 0x200
PYCF_ONLY_AST = 0x400
PYCF_IGNORE_COOKIE = 0x800
PYCF_TYPE_COMMENTS = 0x1000
PYCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PYCF_ALLOW_INCOMPLETE_INPUT = 0x4000
PYCF_MASK = CO_FUTURE_MASK | 0x10 | 0x7E00


def source_argument(w_source, function_name, what, w_filename):
    """The source of compile, exec or eval: (bytes, is_unicode).  TypeError for other objects, SyntaxError for a null byte."""
    if isinstance(w_source, W_Str):
        source = w_source._utf8
        from interpreter.unicode.utf8 import has_surrogate
        if has_surrogate(source):
            ops.call_method1(w_source, 'encode', newstr('utf-8'))       # raises UnicodeEncodeError
        is_text = True
    else:
        source = w_source.buffer_str()
        if source is None:
            raise errors.type_error("%s() arg 1 must be a %s object" % (function_name, what))
        is_text = False
    if '\x00' in source:
        from interpreter.objects import exception
        raise errors.OperationError(exception.new_exception(exception.W_SyntaxError.typedef.w_type,
                                                            [newstr("source code string cannot contain null bytes")]))
    return source, is_text


def inherited_flags():
    """The CO_FUTURE_* flags of the calling code."""
    from module.frames import top_frame
    frame = top_frame()
    if frame is None:
        return 0
    return frame.code.flags & CO_FUTURE_MASK


def filename_argument(w_filename):
    """The file name for compile(), as a name; other bytes-like objects than bytes are taken with a warning."""
    from interpreter.eval.hooks import warn
    from interpreter.fscodec import fsdecode
    from interpreter.objects.bytes import W_Bytes
    from interpreter.objects.exception import W_DeprecationWarning
    if not isinstance(w_filename, W_Str) and not isinstance(w_filename, W_Bytes) and w_filename.gettype().lookup('__fspath__') is None:
        data = w_filename.buffer_str()
        if data is not None:
            warn(W_DeprecationWarning.typedef.w_type,
                 "path should be string, bytes, or os.PathLike, not %s" % w_filename.gettype().name)
            return fsdecode(data)
    w_filename = ops.path_w(w_filename)
    if isinstance(w_filename, W_Str) and '\0' in w_filename._utf8:
        raise errors.value_error("embedded null character")
    return fsdecode(ops.fspath_w(w_filename))


@function("compile(source, filename, mode: str, flags: int=0, dont_inherit: bool=False, optimize: int=-1, *, _feature_version: int=-1)")
def compile(w_source, w_filename, mode, flags, dont_inherit, optimize, feature_version):
    """A code object or a syntax tree from source text or a syntax tree."""
    from interpreter.eval.run import compile_source, compile_ast, parse_to_ast
    filename = filename_argument(w_filename)
    if flags & ~PYCF_MASK:
        raise errors.value_error("compile(): unrecognised flags")
    if optimize < -1 or optimize > 2:
        raise errors.value_error("compile(): invalid optimize value")
    if not dont_inherit:
        flags |= inherited_flags()
    if mode == 'func_type':
        if not flags & PYCF_ONLY_AST:
            raise errors.value_error("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
    elif mode != 'exec' and mode != 'eval' and mode != 'single':
        raise errors.value_error("compile() mode must be 'exec', 'eval' or 'single'" if not flags & PYCF_ONLY_AST else
                                 "compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    audit('compile', [w_source, w_filename])
    if not isinstance(w_source, W_Str) and w_source.buffer_str() is None:
        from module.syntaxtree.convert import is_ast, from_object
        if not is_ast(w_source):
            raise errors.type_error("compile() arg 1 must be a string, bytes or AST object")
        if flags & PYCF_ONLY_AST:
            return w_source
        return compile_ast(from_object(w_source, mode), filename, mode, flags, optimize)
    source, is_text = source_argument(w_source, 'compile', "string, bytes or AST", w_filename)
    if is_text:
        flags |= PYCF_IGNORE_COOKIE
    if flags & PYCF_ONLY_AST and 0 <= feature_version < 11:
        flags |= max(feature_version, 1) << VERSION_SHIFT
    if flags & PYCF_ONLY_AST:
        from module.syntaxtree.convert import to_object
        return to_object(parse_to_ast(source, filename, mode, flags))
    return compile_source(source, filename, mode, flags, optimize)


def _namespaces(w_globals, w_locals, function_name):
    """The globals and locals of exec and eval."""
    from module.frames import current_globals, current_locals
    if w_globals is w_None:
        w_globals = current_globals()
        if w_locals is w_None:
            w_locals = current_locals()
    elif w_locals is w_None:
        w_locals = w_globals
    if not isinstance(w_globals, W_Dict):
        if function_name == 'eval' and w_globals.gettype().lookup('__getitem__') is not None:
            raise errors.type_error("globals must be a real dict; try eval(code, {}, mapping)")
        if function_name == 'eval':
            raise errors.type_error("globals must be a dict")
        raise errors.type_error("exec() globals must be a dict, not %s" % w_globals.gettype().name)
    if not isinstance(w_locals, W_Dict) and w_locals.gettype().lookup('__getitem__') is None:
        if function_name == 'eval':
            raise errors.type_error("locals must be a mapping")
        raise errors.type_error("locals must be a mapping or None, not %s" % w_locals.gettype().name)
    if w_globals.getitem_str('__builtins__') is None:
        w_globals.setitem_str('__builtins__', builtins_for_exec())
    return w_globals, w_locals


def builtins_for_exec():
    """What exec puts into globals without `__builtins__`: the builtins of the caller."""
    from module.frames import top_frame
    frame = top_frame()
    if frame is not None:
        return frame.w_builtins
    from module.framework import load_builtin
    return load_builtin('builtins').getdict()


@function('exec(source, globals=None, locals=None, /, *, closure=None)')
def exec_(w_source, w_globals, w_locals, w_closure):
    """Runs source text or a code object."""
    from interpreter.eval.run import compile_source, exec_code, exec_closure
    w_globals, w_locals = _namespaces(w_globals, w_locals, 'exec')
    if isinstance(w_source, W_Code):
        audit('exec', [w_source])
        closure = _closure_argument(w_source, w_closure)
        if closure is not None:
            exec_closure(w_source, w_globals, w_locals, closure)
            return w_None
        exec_code(w_source, w_globals, w_locals)
        return w_None
    if w_closure is not w_None:
        raise errors.type_error("closure can only be used when source is a code object")
    source, is_text = source_argument(w_source, 'exec', "string, bytes or code", None)
    flags = inherited_flags()
    if is_text:
        flags |= PYCF_IGNORE_COOKIE
    w_code = compile_source(source, '<string>', 'exec', flags, -1)
    audit('exec', [w_code])
    exec_code(w_code, w_globals, w_locals)
    return w_None


def _closure_argument(w_code, w_closure):
    """The cells for a code object with free variables, or None."""
    count = len(w_code.freevars)
    if count == 0:
        if w_closure is not w_None:
            raise errors.type_error("cannot use a closure with this code object")
        return None
    if not isinstance(w_closure, W_Tuple) or len(w_closure.items) != count:
        raise errors.type_error("code object requires a closure of exactly length %d" % count)
    cells = []
    for w_cell in w_closure.items:
        if not isinstance(w_cell, W_Cell):
            raise errors.type_error("code object requires a closure of exactly length %d" % count)
        cells.append(w_cell)
    return cells[:]


@function('eval(source, globals=None, locals=None, /)')
def eval_(w_source, w_globals, w_locals):
    """The value of an expression, given as source text or a code object."""
    from interpreter.eval.run import compile_source, exec_code
    w_globals, w_locals = _namespaces(w_globals, w_locals, 'eval')
    if isinstance(w_source, W_Code):
        audit('exec', [w_source])
        if len(w_source.freevars) > 0:
            raise errors.type_error("code object passed to eval() may not contain free variables")
        return exec_code(w_source, w_globals, w_locals)
    source, is_text = source_argument(w_source, 'eval', "string, bytes or code", None)
    flags = inherited_flags()
    if is_text:
        flags |= PYCF_IGNORE_COOKIE
    start = 0
    while start < len(source) and (source[start] == ' ' or source[start] == '\t'):
        start += 1
    w_code = compile_source(source[start:], '<string>', 'eval', flags, -1)
    audit('exec', [w_code])
    return exec_code(w_code, w_globals, w_locals)


@function('__import__(name, globals=None, locals=None, fromlist=(), level: int=0)')
def __import__(w_name, w_globals, w_locals, w_fromlist, level):
    """What the import statement calls."""
    from module._imp.importing import import_name
    if not isinstance(w_name, W_Str):
        raise errors.type_error("module name must be a string")
    return import_name(w_name._utf8, w_globals, w_fromlist, level)


@raw_function('__build_class__')
def __build_class__(args_w, kwnames):
    """What the class statement calls."""
    from interpreter.eval.buildclass import build_class
    return build_class(args_w, kwnames)


@raw_function('breakpoint')
def breakpoint(args_w, kwnames):
    """Enters the debugger that sys.breakpointhook names."""
    from module.framework import load_builtin
    w_hook = load_builtin('sys').getdict().getitem_str('breakpointhook')
    if w_hook is None:
        raise errors.runtime_error("lost sys.breakpointhook")
    return w_hook.op_call(args_w, kwnames)
