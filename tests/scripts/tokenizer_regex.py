"""A regex-based tokenizer, a recursive-descent parser and a tiny interpreter with functions and loops."""
import re
from collections import namedtuple

Token = namedtuple('Token', 'kind text line')
SPEC = [('NUMBER', r'\d+(\.\d*)?'), ('STRING', r'"(?:\\.|[^"\\])*"'), ('NAME', r'[A-Za-z_]\w*'), ('OP', r'==|!=|<=|>=|[-+*/%<>=(){},;]'), ('NL', r'\n'), ('SKIP', r'[ \t]+|#[^\n]*'), ('BAD', r'.')]
MASTER = re.compile('|'.join('(?P<%s>%s)' % s for s in SPEC))


def tokenize(text):
    line = 1
    for m in MASTER.finditer(text):
        kind = m.lastgroup
        if kind == 'NL':
            line += 1
        elif kind == 'BAD':
            raise SyntaxError('line %d: unexpected %r' % (line, m.group()))
        elif kind != 'SKIP':
            yield Token(kind, m.group(), line)
    yield Token('END', '', line)


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0

    def peek(self, *texts):
        t = self.tokens[min(self.i, len(self.tokens) - 1)]
        return t.text in texts and t.kind != 'STRING'

    def next(self):
        self.i += 1
        if self.i > len(self.tokens):
            raise SyntaxError('unexpected end')
        return self.tokens[self.i - 1]

    def expect(self, text):
        t = self.next()
        if t.text != text:
            raise SyntaxError('line %d: expected %r, found %r' % (t.line, text, t.text or 'end'))

    def program(self):
        out = []
        while self.tokens[self.i].kind != 'END':
            out.append(self.statement())
        return ('block', out)

    def block(self):
        self.expect('{')
        out = []
        while not self.peek('}'):
            out.append(self.statement())
        self.next()
        return ('block', out)

    def statement(self):
        if self.peek('while', 'if'):
            kind = self.next().text
            cond, body = self.expression(), self.block()
            other = None
            if kind == 'if' and self.peek('else'):
                self.next()
                other = self.block()
            return (kind, cond, body, other)
        if self.peek('fn'):
            self.next()
            name = self.next().text
            self.expect('(')
            params = []
            while not self.peek(')'):
                params.append(self.next().text)
                if self.peek(','):
                    self.next()
            self.next()
            return ('fn', name, params, self.block())
        if self.peek('return', 'print'):
            kind = self.next().text
            e = self.expression()
            self.expect(';')
            return (kind, e)
        e = self.expression()
        if self.peek('='):
            self.next()
            e = ('assign', e[1], self.expression())
        self.expect(';')
        return e

    LEVELS = [('==', '!=', '<', '>', '<=', '>='), ('+', '-'), ('*', '/', '%')]

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        left = self.expression(level + 1)
        while self.peek(*self.LEVELS[level]):
            left = ('op', self.next().text, left, self.expression(level + 1))
        return left

    def atom(self):
        t = self.next()
        if t.kind == 'NUMBER':
            return ('const', float(t.text) if '.' in t.text else int(t.text))
        if t.kind == 'STRING':
            return ('const', t.text[1:-1].replace('\\"', '"'))
        if t.text == '-':
            return ('op', '-', ('const', 0), self.atom())
        if t.text == '(':
            e = self.expression()
            self.expect(')')
            return e
        if t.kind != 'NAME':
            raise SyntaxError('line %d: unexpected %r' % (t.line, t.text))
        if self.peek('('):
            self.next()
            args = []
            while not self.peek(')'):
                args.append(self.expression())
                if self.peek(','):
                    self.next()
            self.next()
            return ('call', t.text, args)
        return ('name', t.text)


class Return(Exception):
    pass


OPS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '%': lambda a, b: a % b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b, '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b}


def run(node, env, fns):
    match node:
        case ('block', body):
            for n in body:
                run(n, env, fns)
        case ('const', v):
            return v
        case ('name', n):
            return env[n]
        case ('assign', n, e):
            env[n] = run(e, env, fns)
        case ('op', o, a, b):
            return OPS[o](run(a, env, fns), run(b, env, fns))
        case ('print', e):
            print(run(e, env, fns))
        case ('while', c, body, _):
            while run(c, env, fns):
                run(body, env, fns)
        case ('if', c, body, other):
            if run(c, env, fns):
                run(body, env, fns)
            elif other:
                run(other, env, fns)
        case ('fn', name, params, body):
            fns[name] = params, body
        case ('return', e):
            raise Return(run(e, env, fns))
        case ('call', name, args):
            params, body = fns[name]
            try:
                run(body, dict(zip(params, [run(a, env, fns) for a in args], strict=True)), fns)
            except Return as r:
                return r.args[0]


run(Parser('''
fn fact(n) { if n < 2 { return 1; } return n * fact(n - 1); }
fn fib(n) { a = 0; b = 1; while n > 0 { t = a + b; a = b; b = t; n = n - 1; } return a; }
print fact(20);  # a comment
print fib(90);
i = 0; total = 0;
while i < 100 { if i % 3 == 0 { total = total + i; } else { total = total - 1; } i = i + 1; }
print total; print -(2 + 3) * 4.5; print "text \\"quoted\\"" + "!"; print 7 / 2 <= 3.5;
''').program(), {}, {})
for bad in ('print 1', 'x = ;', 'print @;', 'while 1 {', 'fn f(', 'print zz;', 'print f(1);', 'print 1/0;', 'fn f(a) { return a; } print f(1, 2);'):
    try:
        run(Parser(bad).program(), {}, {})
    except (SyntaxError, KeyError, ZeroDivisionError, ValueError) as e:
        print(bad, '->', type(e).__name__, e)
