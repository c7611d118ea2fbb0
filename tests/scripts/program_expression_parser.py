"""A tokenizer, parser, optimiser, compiler and stack machine for a small language: re, match, classes, closures, generators."""
import re
from collections import ChainMap, namedtuple
from functools import reduce, singledispatch

Token = namedtuple('Token', 'kind text line column')
RULES = [('number', r'\d+(?:\.\d*)?(?:[eE][+-]?\d+)?'), ('name', r'[^\W\d]\w*'), ('string', r'"(?:[^"\\]|\\.)*"'), ('op', r'\*\*|[-+*/%()=<>!,;{}]=?'), ('newline', r'\n'),
         ('space', r'[ \t]+'), ('comment', r'\#.*')]
MASTER = re.compile('|'.join('(?P<%s>%s)' % rule for rule in RULES))


def tokens(text):
    line, start, position = 1, 0, 0
    while position < len(text):
        m = MASTER.match(text, position)
        if m is None:
            raise SyntaxError(f'bad character {text[position]!r}', ('program', line, position - start + 1, text.split('\n')[line - 1]))
        if m.lastgroup == 'newline':
            line, start = line + 1, m.end()
        elif m.lastgroup not in ('space', 'comment'):
            yield Token(m.lastgroup, m[0], line, m.start() - start + 1)
        position = m.end()
    yield Token('end', '', line, position - start + 1)


class Node:
    __match_args__ = ()

    def __init__(self, *args):
        for name, value in zip(self.__match_args__, args, strict=True):
            setattr(self, name, value)

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join(repr(getattr(self, n)) for n in self.__match_args__))


def node(name, *fields):
    return type(name, (Node,), {'__match_args__': fields})


Num, Str, Var = node('Num', 'value'), node('Str', 'value'), node('Var', 'name')
Bin, Neg, Call = node('Bin', 'op', 'left', 'right'), node('Neg', 'value'), node('Call', 'function', 'arguments')
Assign, While, If, Block, Def, Return = (node('Assign', 'name', 'value'), node('While', 'test', 'body'), node('If', 'test', 'body', 'orelse'), node('Block', 'body'),
                                         node('Def', 'name', 'parameters', 'body'), node('Return', 'value'))
PRIORITY = {'==': 1, '!=': 1, '<': 2, '>': 2, '<=': 2, '>=': 2, '+': 3, '-': 3, '*': 4, '/': 4, '%': 4, '**': 6}


class Parser:
    def __init__(self, text):
        self.stream = tokens(text)
        self.now = next(self.stream)

    def advance(self):
        old, self.now = self.now, next(self.stream, self.now)
        return old

    def accept(self, text):
        if self.now.kind in ('op', 'name') and self.now.text == text:
            return self.advance()

    def expect(self, text):
        if not (t := self.accept(text)):
            raise SyntaxError(f'expected {text!r}, found {self.now.text!r} at {self.now.line}:{self.now.column}')
        return t

    def block(self, end='}'):
        body = []
        while self.now.kind != 'end' and not (self.now.text == end and self.accept(end)):
            body.append(self.statement())
        return Block(body)

    def statement(self):
        match self.now:
            case Token('name', 'while'):
                self.advance()
                return While(self.expression(), (self.expect('{'), self.block())[1])
            case Token('name', 'if'):
                self.advance()
                test, body = self.expression(), (self.expect('{'), self.block())[1]
                return If(test, body, (self.expect('{'), self.block())[1] if self.accept('else') else None)
            case Token('name', 'def'):
                self.advance()
                name, parameters = self.advance().text, []
                self.expect('(')
                while not self.accept(')'):
                    parameters.append(self.advance().text)
                    self.accept(',')
                self.expect('{')
                return Def(name, parameters, self.block())
            case Token('name', 'return'):
                self.advance()
                value = self.expression()
                self.accept(';')
                return Return(value)
        value = self.expression()
        if self.accept('='):
            if not isinstance(value, Var):
                raise SyntaxError('cannot assign to %r' % value)
            value = Assign(value.name, self.expression())
        self.accept(';')
        return value

    def expression(self, least=0):
        left = self.unary()
        while (priority := PRIORITY.get(self.now.text, 0)) > least:
            op = self.advance().text
            left = Bin(op, left, self.expression(priority - (op == '**')))
        return left

    def unary(self):
        if self.accept('-'):
            return Neg(self.expression(5))
        t = self.advance()
        match t.kind, t.text:
            case 'number', text:
                return Num(float(text) if set(text) & set('.eE') else int(text))
            case 'string', text:
                return Str(re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text[1:-1]))
            case 'op', '(':
                value = self.expression()
                self.expect(')')
                return value
            case 'name', name:
                if self.accept('('):
                    arguments = []
                    while not self.accept(')'):
                        arguments.append(self.expression())
                        self.accept(',')
                    return Call(name, arguments)
                return Var(name)
        raise SyntaxError(f'unexpected {t.text!r} at {t.line}:{t.column}')


OPERATIONS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '%': lambda a, b: a % b, '**': lambda a, b: a ** b,
              '==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b, '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b}


def fold(n):
    match n:
        case Bin(op, left, right):
            match op, fold(left), fold(right):
                case '+' | '-' as o, x, Num(0):
                    return x
                case '*', _, Num(0) | '*', Num(0), _ if False:
                    return Num(0)
                case o, Num(a), Num(b) if o not in '/%' or b:
                    return Num(OPERATIONS[o](a, b))
                case o, a, b:
                    return Bin(o, a, b)
        case Neg(value):
            v = fold(value)
            return Num(-v.value) if isinstance(v, Num) else Neg(v)
        case Node():
            return type(n)(*[[fold(x) if isinstance(x, Node) else x for x in f] if isinstance(f, list) else fold(f) if isinstance(f, Node) else f
                             for f in (getattr(n, name) for name in n.__match_args__)])
    return n


class Stop(Exception):
    pass


@singledispatch
def run(n, scope):
    raise TypeError(n)


run.register(Num)(run.register(Str)(lambda n, scope: n.value))
run.register(Var)(lambda n, scope: scope[n.name])
run.register(Bin)(lambda n, scope: OPERATIONS[n.op](run(n.left, scope), run(n.right, scope)))
run.register(Neg)(lambda n, scope: -run(n.value, scope))


@run.register(Assign)
def _(n, scope):
    scope[n.name] = value = run(n.value, scope)
    return value


@run.register
def _(n: Block, scope):
    return reduce(lambda last, statement: run(statement, scope), n.body, None)


@run.register(While)
def _(n, scope):
    while run(n.test, scope):
        run(n.body, scope)


@run.register(If)
def _(n, scope):
    if run(n.test, scope):
        return run(n.body, scope)
    if n.orelse:
        return run(n.orelse, scope)


@run.register(Def)
def _(n, scope):
    def function(*args):
        if len(args) != len(n.parameters):
            raise TypeError(f'{n.name}() takes {len(n.parameters)} arguments')
        try:
            return run(n.body, scope.new_child(dict(zip(n.parameters, args))))
        except Stop as stop:
            return stop.args[0]
    scope[n.name] = function


@run.register(Return)
def _(n, scope):
    raise Stop(run(n.value, scope))


@run.register(Call)
def _(n, scope):
    return scope[n.function](*[run(a, scope) for a in n.arguments])


for text in ['1 + 2 * 3 ** 2 ** 0 - -4', 'x = 7; y = x % 4; x * y + 0', '"a\\tb" + "c" * 3', 'def fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) } fib(15)',
             'i = 0; s = 0\nwhile i < 10 { i = i + 1; if i % 2 == 0 { s = s + i ** 2 } else { s = s - i } } s', '1 / 0', 'f(', '1 = 2', 'é = 3; é ** é', '1 $ 2', 'def f(a, b) { a } f(1)',
             'unknown + 1', '2 ** 100 % 1000007', '1e3 + .5', 'print("from", "inside")', '((((((1))))))', '-2 ** 2', 'a = b = 3']:
    try:
        tree = fold(Parser(text).block())
        print(tree)
        print('   =>', run(tree, ChainMap({}, {'print': print})))
    except (SyntaxError, ArithmeticError, KeyError, TypeError) as e:
        print('   ', type(e).__name__, e, getattr(e, 'lineno', '-'), getattr(e, 'offset', '-'))
