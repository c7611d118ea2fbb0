"""Expressions evaluated twice: by CPython 3.11, and by the untranslated objects of interpreter/objects.

    check(["'abc'.find('c', -1)", "7 // -2", ...])

An expression is parsed by Python 2's ast (with unicode literals) and evaluated through interpreter.ops, so it is limited to what the two
grammars share.  Its outcome is ascii() of the value, or the exception's class and message.
"""
from __future__ import absolute_import

import __future__
import ast
import json
import os
import subprocess

import interpreter.objects.wrap as wrap
from interpreter import ops
from interpreter.errors import OperationError
from interpreter.typedef import finish_typedefs
from interpreter.unicode import utf8

finish_typedefs()

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PYTHON = os.path.join(ROOT, 'build', 'py311', 'bin', 'python')

REFERENCE = r'''
import json, sys, warnings
warnings.simplefilter('ignore')
def outcome(source):
    try:
        return ascii(eval(source, NAMES))
    except Exception as e:
        return '%s: %s' % (type(e).__name__, ascii(str(e)))
NAMES = {}
setup, sources = json.load(sys.stdin)
exec(setup, NAMES)
json.dump([outcome(source) for source in sources], sys.stdout)
'''


def cpython(sources, setup=''):
    """The outcomes of the expressions under CPython 3.11."""
    process = subprocess.Popen([PYTHON, '-c', REFERENCE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    output, _ = process.communicate(json.dumps([setup, sources]))
    assert process.returncode == 0
    return [result.encode('utf-8') for result in json.loads(output)]


# ____________________________________________________________
# our side


def text(value):
    """UTF-8 of a Python 2 unicode, lone surrogates kept."""
    codes = []
    for c in value:
        codes.append(ord(c))
    return utf8.from_codes(codes)


def wrapped(value):
    """The object of a Python 2 constant."""
    from rpython.rlib.rbigint import rbigint
    if isinstance(value, bool):
        return wrap.newbool(value)
    if isinstance(value, (int, long)):
        return wrap.newbigint(rbigint.fromlong(value))
    if isinstance(value, float):
        return wrap.newfloat(value)
    if isinstance(value, complex):
        return wrap.newcomplex(value.real, value.imag)
    if isinstance(value, unicode):
        return wrap.newstr(text(value))
    if isinstance(value, str):
        return wrap.newbytes(value)
    raise TypeError(value)


def _type(module, name):
    return getattr(__import__('interpreter.objects.' + module, None, None, ['x']), name).typedef.w_type


TYPES = {'int': ('int', 'W_AbstractInt'), 'bool': ('int', 'W_Bool'), 'float': ('float', 'W_Float'), 'complex': ('complex', 'W_Complex'),
         'str': ('str', 'W_Str'), 'bytes': ('bytes', 'W_Bytes'), 'bytearray': ('bytearray', 'W_ByteArray'), 'list': ('list', 'W_List'),
         'tuple': ('tuple', 'W_Tuple'), 'dict': ('dict', 'W_Dict'), 'memoryview': ('memoryview', 'W_MemoryView'),
         'type': ('type', 'W_Type'), 'object': ('object', 'W_Object')}


def _round(w_x, w_ndigits=None):
    args_w = [w_x] if w_ndigits is None else [w_x, w_ndigits]
    w_method = w_x.gettype().lookup('__round__')
    return w_method.op_call(args_w, None)


def _pow(w_x, w_y, w_z=None):
    return ops.pow(w_x, w_y) if w_z is None else ops.pow3(w_x, w_y, w_z)


FUNCTIONS = {
    'abs': ops.abs, 'repr': ops.repr, 'ascii': ops.ascii, 'divmod': ops.divmod, 'round': _round, 'pow': _pow,
    'len': lambda w_x: wrap.newint(ops.len(w_x)),
    'hash': lambda w_x: wrap.newint(ops.hash(w_x)),
    'format': lambda w_x, w_spec=wrap.newstr(''): ops.format(w_x, w_spec),
    'slice': lambda w_a, w_b, w_c=wrap.w_None: wrap.newslice(w_a, w_b, w_c),
    'sorted': lambda w_x: sorted_list(w_x),
}


def sorted_list(w_x):
    items_w = ops.listview(w_x)
    items_w.sort(cmp=lambda a, b: -1 if ops.is_true(ops.lt(a, b)) else 1)
    return wrap.newlist(items_w)


class Evaluator(object):
    def __init__(self, names):
        self.names = names

    def eval(self, node):
        return getattr(self, 'eval_' + type(node).__name__)(node)

    def eval_Expression(self, node):
        return self.eval(node.body)

    def eval_Num(self, node):
        return wrapped(node.n)

    def eval_Str(self, node):
        return wrapped(node.s)

    def eval_Name(self, node):
        if node.id in self.names:
            return self.names[node.id]
        if node.id in TYPES:
            return _type(*TYPES[node.id])
        if node.id in ('True', 'False', 'None', 'Ellipsis', 'NotImplemented'):
            return getattr(wrap, 'w_' + node.id)
        return FUNCTIONS[node.id]

    def eval_Tuple(self, node):
        return wrap.newtuple([self.eval(item) for item in node.elts])

    def eval_List(self, node):
        return wrap.newlist([self.eval(item) for item in node.elts])

    def eval_Dict(self, node):
        w_dict = wrap.newdict()
        for key, value in zip(node.keys, node.values):
            ops.setitem(w_dict, self.eval(key), self.eval(value))
        return w_dict

    OPERATORS = {'Add': ops.add, 'Sub': ops.sub, 'Mult': ops.mul, 'Div': ops.truediv, 'FloorDiv': ops.floordiv, 'Mod': ops.mod,
                 'Pow': ops.pow, 'LShift': ops.lshift, 'RShift': ops.rshift, 'BitAnd': ops.and_, 'BitOr': ops.or_, 'BitXor': ops.xor,
                 'USub': ops.neg, 'UAdd': ops.pos, 'Invert': ops.invert, 'Not': lambda w: wrap.newbool(ops.not_(w)),
                 'Lt': ops.lt, 'LtE': ops.le, 'Gt': ops.gt, 'GtE': ops.ge, 'Eq': ops.eq, 'NotEq': ops.ne,
                 'In': lambda a, b: wrap.newbool(ops.contains(b, a)), 'NotIn': lambda a, b: wrap.newbool(not ops.contains(b, a)),
                 'Is': lambda a, b: wrap.newbool(a is b), 'IsNot': lambda a, b: wrap.newbool(a is not b)}

    def eval_BinOp(self, node):
        return self.OPERATORS[type(node.op).__name__](self.eval(node.left), self.eval(node.right))

    def eval_UnaryOp(self, node):
        return self.OPERATORS[type(node.op).__name__](self.eval(node.operand))

    def eval_Compare(self, node):
        assert len(node.ops) == 1
        return self.OPERATORS[type(node.ops[0]).__name__](self.eval(node.left), self.eval(node.comparators[0]))

    def eval_Attribute(self, node):
        return ops.getattr(self.eval(node.value), node.attr)

    def eval_Subscript(self, node):
        return ops.getitem(self.eval(node.value), self.eval(node.slice))

    def eval_Index(self, node):
        return self.eval(node.value)

    def eval_Slice(self, node):
        bounds = [wrap.w_None if bound is None else self.eval(bound) for bound in (node.lower, node.upper, node.step)]
        return wrap.newslice(*bounds)

    def eval_Call(self, node):
        function = self.eval(node.func)
        args_w = [self.eval(arg) for arg in node.args]
        if node.starargs is not None:
            args_w += ops.listview(self.eval(node.starargs))
        names = [keyword.arg for keyword in node.keywords]
        if not hasattr(function, 'op_call'):
            return function(*args_w)
        args_w += [self.eval(keyword.value) for keyword in node.keywords]
        return function.op_call(args_w, names or None)


def outcome(source, names=None):
    """The outcome of an expression, a Python 2 unicode, with our objects."""
    flags = ast.PyCF_ONLY_AST | __future__.unicode_literals.compiler_flag | __future__.division.compiler_flag
    tree = compile(source, '<expression>', 'eval', flags)
    try:
        return ops.ascii(Evaluator(names or {}).eval(tree))._utf8
    except OperationError as e:
        return '%s: %s' % (e.w_exc.gettype().name, ops.ascii(ops.str(e.w_exc))._utf8)


def check(sources, names=None, setup=''):
    """Asserts that every expression has the outcome that it has in CPython; all differences are shown at once."""
    sources = [source if isinstance(source, unicode) else source.decode('utf-8') for source in sources]
    expected = cpython(sources, setup)
    wrong = []
    for source, right in zip(sources, expected):
        found = outcome(source, names)
        if found != right:
            wrong.append('%s\n    CPython %s\n    here    %s' % (source.encode('utf-8'), right, found))
    assert not wrong, '%d of %d differ\n%s' % (len(wrong), len(sources), '\n'.join(wrong[:40]))
