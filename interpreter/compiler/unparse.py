"""Expressions as source text, for annotations that are strings (PEP 563).  The text is exactly CPython 3.11's."""

from interpreter.objects.complex import W_Complex
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt, W_Bool
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import w_Ellipsis, newstr
from interpreter.parser import ast
from interpreter import ops

# how tightly an expression binds
(TUPLE, TEST, OR, AND, NOT, CMP, EXPR, BXOR, BAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT, ATOM) = range(16)
BOR = EXPR

BINARY_TEXT = {ast.Add: ' + ', ast.Sub: ' - ', ast.Mult: ' * ', ast.MatMult: ' @ ', ast.Div: ' / ', ast.Mod: ' % ',
               ast.LShift: ' << ', ast.RShift: ' >> ', ast.BitOr: ' | ', ast.BitXor: ' ^ ', ast.BitAnd: ' & ',
               ast.FloorDiv: ' // ', ast.Pow: ' ** '}
BINARY_LEVEL = {ast.Add: ARITH, ast.Sub: ARITH, ast.Mult: TERM, ast.MatMult: TERM, ast.Div: TERM, ast.Mod: TERM,
                ast.LShift: SHIFT, ast.RShift: SHIFT, ast.BitOr: BOR, ast.BitXor: BXOR, ast.BitAnd: BAND,
                ast.FloorDiv: TERM, ast.Pow: POWER}
COMPARE_TEXT = {ast.Eq: ' == ', ast.NotEq: ' != ', ast.Lt: ' < ', ast.LtE: ' <= ', ast.Gt: ' > ', ast.GtE: ' >= ',
                ast.Is: ' is ', ast.IsNot: ' is not ', ast.In: ' in ', ast.NotIn: ' not in '}


def unparse(node):
    """The source text of an expression, UTF-8."""
    unparser = Unparser()
    unparser.at(node, TEST)
    return ''.join(unparser.parts)


class Unparser(ast.ASTVisitor):
    """parts: the text so far;  level: how tightly what is around binds (for the node visited next)."""

    def __init__(self):
        self.parts = []
        self.level = TEST

    def add(self, text):
        self.parts.append(text)

    def at(self, node, level):
        """Adds `node`, in parentheses if it binds less tightly than `level`."""
        self.level = level
        node.walkabout(self)

    def open(self, own):
        """An opening parenthesis if the level wants one: passed on to `close`."""
        if self.level > own:
            self.add('(')
            return True
        return False

    def close(self, opened):
        if opened:
            self.add(')')

    def all(self, nodes, level):
        for i in range(len(nodes)):
            if i > 0:
                self.add(', ')
            self.at(nodes[i], level)

    # ---- operators

    def visit_BoolOp(self, node):
        own = AND if node.op == ast.And else OR
        opened = self.open(own)
        for i in range(len(node.values)):
            if i > 0:
                self.add(' and ' if node.op == ast.And else ' or ')
            self.at(node.values[i], own + 1)
        self.close(opened)

    def visit_BinOp(self, node):
        own = BINARY_LEVEL[node.op]
        opened = self.open(own)
        right_associative = node.op == ast.Pow
        self.at(node.left, own + 1 if right_associative else own)
        self.add(BINARY_TEXT[node.op])
        self.at(node.right, own if right_associative else own + 1)
        self.close(opened)

    def visit_UnaryOp(self, node):
        own = NOT if node.op == ast.Not else FACTOR
        opened = self.open(own)
        if node.op == ast.Not:
            self.add('not ')
        elif node.op == ast.Invert:
            self.add('~')
        elif node.op == ast.UAdd:
            self.add('+')
        else:
            self.add('-')
        self.at(node.operand, own)
        self.close(opened)

    def visit_Compare(self, node):
        opened = self.open(CMP)
        self.at(node.left, CMP + 1)
        for i in range(len(node.ops)):
            self.add(COMPARE_TEXT[node.ops[i]])
            self.at(node.comparators[i], CMP + 1)
        self.close(opened)

    def visit_IfExp(self, node):
        opened = self.open(TEST)
        self.at(node.body, TEST + 1)
        self.add(' if ')
        self.at(node.test, TEST + 1)
        self.add(' else ')
        self.at(node.orelse, TEST)
        self.close(opened)

    def visit_NamedExpr(self, node):
        opened = self.open(TUPLE)
        self.at(node.target, ATOM)
        self.add(' := ')
        self.at(node.value, ATOM)
        self.close(opened)

    def visit_Await(self, node):
        opened = self.open(AWAIT)
        self.add('await ')
        self.at(node.value, ATOM)
        self.close(opened)

    def visit_Yield(self, node):
        if node.value is None:
            self.add('(yield)')
            return
        self.add('(yield ')
        self.at(node.value, TEST)
        self.add(')')

    def visit_YieldFrom(self, node):
        self.add('(yield from ')
        self.at(node.value, TEST)
        self.add(')')

    def visit_Lambda(self, node):
        opened = self.open(TEST)
        args = node.args
        self.add('lambda' if len(args.posonlyargs) + len(args.args) == 0 else 'lambda ')
        self.arguments(args)
        self.add(': ')
        self.at(node.body, TEST)
        self.close(opened)

    def arguments(self, args):
        count = 0
        plain = args.posonlyargs + args.args
        first_default = len(plain) - len(args.defaults)
        for i in range(len(plain)):
            count = self.separate(count)
            self.add(plain[i].arg)
            if i >= first_default:
                self.add('=')
                self.at(args.defaults[i - first_default], TEST)
            if len(args.posonlyargs) == i + 1:
                self.add(', /')
        if args.vararg is not None or len(args.kwonlyargs) > 0:
            count = self.separate(count)
            self.add('*')
            if args.vararg is not None:
                self.add(args.vararg.arg)
        for i in range(len(args.kwonlyargs)):
            count = self.separate(count)
            self.add(args.kwonlyargs[i].arg)
            default = args.kw_defaults[i]
            if default is not None:
                self.add('=')
                self.at(default, TEST)
        if args.kwarg is not None:
            self.separate(count)
            self.add('**')
            self.add(args.kwarg.arg)

    def separate(self, count):
        if count > 0:
            self.add(', ')
        return count + 1

    # ---- displays

    def visit_Tuple(self, node):
        if len(node.elts) == 0:
            self.add('()')
            return
        opened = self.open(TUPLE)
        self.all(node.elts, TEST)
        if len(node.elts) == 1:
            self.add(',')
        self.close(opened)

    def visit_List(self, node):
        self.add('[')
        self.all(node.elts, TEST)
        self.add(']')

    def visit_Set(self, node):
        self.add('{')
        self.all(node.elts, TEST)
        self.add('}')

    def visit_Dict(self, node):
        self.add('{')
        for i in range(len(node.values)):
            if i > 0:
                self.add(', ')
            key = node.keys[i]
            if key is None:
                self.add('**')
                self.at(node.values[i], EXPR)
            else:
                self.at(key, TEST)
                self.add(': ')
                self.at(node.values[i], TEST)
        self.add('}')

    def visit_GeneratorExp(self, node):
        self.add('(')
        self.at(node.elt, TEST)
        self.comprehensions(node.generators)
        self.add(')')

    def visit_ListComp(self, node):
        self.add('[')
        self.at(node.elt, TEST)
        self.comprehensions(node.generators)
        self.add(']')

    def visit_SetComp(self, node):
        self.add('{')
        self.at(node.elt, TEST)
        self.comprehensions(node.generators)
        self.add('}')

    def visit_DictComp(self, node):
        self.add('{')
        self.at(node.key, TEST)
        self.add(': ')
        self.at(node.value, TEST)
        self.comprehensions(node.generators)
        self.add('}')

    def comprehensions(self, generators):
        for generator in generators:
            self.add(' async for ' if generator.is_async else ' for ')
            self.at(generator.target, TUPLE)
            self.add(' in ')
            self.at(generator.iter, TEST + 1)
            for condition in generator.ifs:
                self.add(' if ')
                self.at(condition, TEST + 1)

    # ---- primaries

    def visit_Name(self, node):
        self.add(node.id)

    def visit_Attribute(self, node):
        value = node.value
        self.at(value, ATOM)
        if isinstance(value, ast.Constant):
            w_value = value.value
            if isinstance(w_value, W_AbstractInt) and not isinstance(w_value, W_Bool):
                self.add(' ')
        self.add('.')
        self.add(node.attr)

    def visit_Subscript(self, node):
        self.at(node.value, ATOM)
        self.add('[')
        self.at(node.slice, TUPLE)
        self.add(']')

    def visit_Slice(self, node):
        if node.lower is not None:
            self.at(node.lower, TEST)
        self.add(':')
        if node.upper is not None:
            self.at(node.upper, TEST)
        if node.step is not None:
            self.add(':')
            self.at(node.step, TEST)

    def visit_Starred(self, node):
        self.add('*')
        self.at(node.value, EXPR)

    def visit_Call(self, node):
        self.at(node.func, ATOM)
        if len(node.args) == 1 and len(node.keywords) == 0 and isinstance(node.args[0], ast.GeneratorExp):
            self.at(node.args[0], TEST)
            return
        self.add('(')
        self.all(node.args, TEST)
        count = len(node.args)
        for keyword in node.keywords:
            count = self.separate(count)
            if keyword.arg is None:
                self.add('**')
            else:
                self.add(keyword.arg)
                self.add('=')
            self.at(keyword.value, TEST)
        self.add(')')

    # ---- constants and f-strings

    def visit_Constant(self, node):
        if node.kind is not None:
            self.add(node.kind)
        self.constant(node.value)

    def constant(self, w_value):
        if w_value is w_Ellipsis:
            self.add('...')
        elif isinstance(w_value, W_Tuple):
            self.add('(')
            items_w = ops.tuple_items(w_value)
            for i in range(len(items_w)):
                if i > 0:
                    self.add(', ')
                self.constant(items_w[i])
            if len(items_w) == 1:
                self.add(',')
            self.add(')')
        elif isinstance(w_value, W_Float) or isinstance(w_value, W_Complex):
            self.add(replace_inf(ops.repr_w(w_value)))
        else:
            self.add(ops.repr_w(w_value))

    def visit_JoinedStr(self, node):
        self.add('f')
        inner = Unparser()
        inner.fstring_values(node)
        self.add(ops.repr_w(newstr(''.join(inner.parts))))

    def visit_FormattedValue(self, node):
        self.add('f')
        inner = Unparser()
        inner.formatted(node)
        self.add(ops.repr_w(newstr(''.join(inner.parts))))

    def fstring_values(self, node):
        """What stands between the quotes."""
        for value in node.values:
            self.fstring_part(value)

    def fstring_part(self, node):
        if isinstance(node, ast.Constant):
            w_value = node.value
            assert isinstance(w_value, W_Str)
            for c in w_value._utf8:
                self.add(c)
                if c == '{' or c == '}':
                    self.add(c)
        elif isinstance(node, ast.FormattedValue):
            self.formatted(node)
        elif isinstance(node, ast.JoinedStr):
            self.fstring_values(node)

    def formatted(self, node):
        inner = Unparser()
        inner.at(node.value, TEST + 1)
        text = ''.join(inner.parts)
        self.add('{ ' if text.startswith('{') else '{')
        self.add(text)
        if node.conversion > 0:
            self.add('!')
            self.add(chr(node.conversion))
        if node.format_spec is not None:
            self.add(':')
            self.fstring_part(node.format_spec)
        self.add('}')


def replace_inf(text):
    """`inf` is no literal: a number that overflows is."""
    parts = text.split('inf')
    return '1e309'.join(parts)
