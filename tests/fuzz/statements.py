"""Random programs of functions, loops, exceptions, generators, closures and classes.  They end, and print every step they take."""

import random

PRELUDE = '''
import sys
steps = 0
class Budget(BaseException): pass
def step():
    global steps
    steps += 1
    if steps > 4000: raise Budget()
def show(*values): print(*values)
def drained(generator):
    # closed here and now: when an abandoned one is closed differs between the interpreters
    try: return list(generator)
    finally: generator.close()
class E1(Exception): pass
class E2(E1): pass
class Manager:
    def __init__(self, name, swallow): self.name, self.swallow = name, swallow
    def __enter__(self): show('enter', self.name); return self.name
    def __exit__(self, t, e, tb): show('exit', self.name, t and t.__name__); return self.swallow
'''


class Generator:
    """Writes source text line by line; `names` are the variables that are certainly bound."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.functions = []             # (name, number of parameters, is a generator)
        self.counter = 0

    def fresh(self, prefix):
        self.counter += 1
        return '%s%d' % (prefix, self.counter)

    def put(self, depth, text):
        self.lines.append('    ' * depth + text + '\n')

    def expression(self, names, depth=0):
        r = self.r
        if depth > 2 or r.random() < 0.3:
            return r.choice(names) if names and r.random() < 0.7 else str(r.randrange(-3, 10))
        a, b = self.expression(names, depth + 1), self.expression(names, depth + 1)
        return r.choice(['(%s + %s)', '(%s - %s)', '(%s * %s %% 101)', '(%s if %s else 1)', 'max(%s, %s)', '(%s // (abs(%s) + 1))', '(%s and %s)', '(lambda q=%s: q + %s)()',
                         '(%s ^ %s)', '[%s, %s][-1]', '(%s, %s)[0]', '{"k": %s, "l": %s}["k"]', 'int(str(%s)) - (%s)', 'int(%s < %s)', 'len(range(abs(%s))) + %s',
                         'sum(z * z for z in (%s, %s))']) % (a, b)

    def condition(self, names):
        return self.r.choice(['%s > %s', '%s == %s', '%s < %s', '%s %% 3 == abs(%s) %% 3', '%s <= %s < 5', 'not (%s and %s)']) % (self.expression(names, 1), self.expression(names, 2))

    def call(self, names):
        if not self.functions:
            return self.expression(names)
        name, count, generator = self.r.choice(self.functions)
        text = '%s(%s)' % (name, ', '.join(self.expression(names, 1) for _ in range(count)))
        return 'sum(z for z in drained(%s) if isinstance(z, int))' % text if generator else text

    def block(self, depth, names, context, size=None):
        """A block of statements; context: what is allowed here, of 'loop', 'function', 'generator'."""
        names = list(names)
        for _ in range(size or self.r.choice([1, 2, 2, 3])):
            if not self.statement(depth, names, context):
                return              # nothing behind break, continue, return and raise

    def statement(self, depth, names, context):
        r = self.r
        choices = ['assign'] * 4 + ['show'] * 3 + ['augmented', 'call', 'unpack', 'delete']
        if depth < 5:
            choices += ['if', 'if', 'for', 'while', 'try', 'try', 'with', 'match', 'closure']
        if 'loop' in context:
            choices += ['break', 'continue']
        if 'function' in context:
            choices += ['return']
        if 'generator' in context:
            choices += ['yield'] * 3
        choices += ['raise']
        return getattr(self, 's_' + r.choice(choices))(depth, names, context) is None

    def s_assign(self, depth, names, context):
        name = self.r.choice(['a', 'b', 'c', 'd'])
        self.put(depth, '%s = %s' % (name, self.call(names) if self.r.random() < 0.25 else self.expression(names)))
        if name not in names:
            names.append(name)

    def s_show(self, depth, names, context):
        self.put(depth, 'show(%d, %s)' % (self.r.randrange(100), ', '.join(self.r.sample(names, min(len(names), 3)) or ['"nothing"'])))

    def s_augmented(self, depth, names, context):
        if not names:
            self.put(depth, 'pass')
        else:
            self.put(depth, '%s %s= %s' % (self.r.choice(names), self.r.choice('+-^|&'), self.expression(names)))

    def s_call(self, depth, names, context):
        self.put(depth, 'show("call", %s)' % self.call(names))

    def s_unpack(self, depth, names, context):
        self.put(depth, self.r.choice(['a, b = %s, %s', 'a, (*b, c) = %s, (%s, 3)\n' + '    ' * depth + 'b = len(b)', '[a, b] = [%s, %s]', 'a = (b := %s) - %s']) % (
            self.expression(names, 1), self.expression(names, 1)))
        names.extend(n for n in 'ab' if n not in names)

    def s_delete(self, depth, names, context):
        name = self.fresh('t')
        self.put(depth, '%s = %s' % (name, self.expression(names)))
        self.put(depth, 'del %s' % name)

    def s_if(self, depth, names, context):
        self.put(depth, 'if %s:' % self.condition(names))
        self.block(depth + 1, names, context)
        if self.r.random() < 0.4:
            self.put(depth, 'elif %s:' % self.condition(names))
            self.block(depth + 1, names, context)
        if self.r.random() < 0.5:
            self.put(depth, 'else:')
            self.block(depth + 1, names, context)

    def s_for(self, depth, names, context):
        name = self.fresh('i')
        self.put(depth, 'for %s in %s:' % (name, self.r.choice(['range(%d)' % self.r.randrange(4), '(3, 1, 2)', '[%s]' % self.expression(names), '"" .split()',
                                                              '(z + 1 for z in range(3))', 'sorted({4: 1, 2: 2})'])))
        self.put(depth + 1, 'step()')
        self.block(depth + 1, names + [name], context | {'loop'})
        self.orelse(depth, names, context)

    def s_while(self, depth, names, context):
        name = self.fresh('n')
        self.put(depth, '%s = %d' % (name, self.r.randrange(4)))
        self.put(depth, 'while %s > 0%s:' % (name, ' and ' + self.condition(names) if self.r.random() < 0.3 else ''))
        self.put(depth + 1, '%s -= 1' % name)
        self.put(depth + 1, 'step()')
        self.block(depth + 1, names + [name], context | {'loop'})
        self.orelse(depth, names, context)

    def orelse(self, depth, names, context):
        if self.r.random() < 0.3:
            self.put(depth, 'else:')
            self.block(depth + 1, names, context)

    def s_try(self, depth, names, context):
        r = self.r
        self.put(depth, 'try:')
        self.block(depth + 1, names, context)
        handlers = r.choice([0, 1, 1, 2])
        group = handlers and r.random() < 0.15 
        inside = context - {'loop', 'function'} if group else context      # no break, continue or return in except*
        for k in range(handlers):
            classes = r.choice(['E1', 'E2', 'ValueError', 'Exception', '(KeyError, ZeroDivisionError)', 'NameError'])
            self.put(depth, 'except%s %s as e:' % ('*' if group else '', classes))
            self.put(depth + 1, 'show("caught", type(e).__name__, type(e.__context__).__name__, type(e.__cause__).__name__)')
            self.block(depth + 1, names, inside)
        if handlers and r.random() < 0.3:
            self.put(depth, 'else:')
            self.block(depth + 1, names, context)
        if not handlers or r.random() < 0.4:
            self.put(depth, 'finally:')
            self.put(depth + 1, 'show("finally", %s)' % ', '.join(names[:2]))
            self.block(depth + 1, names, context)

    def s_with(self, depth, names, context):
        managers = ['Manager(%d, %s)%s' % (self.r.randrange(100), self.r.random() < 0.3, self.r.choice(['', ' as w'])) for _ in range(self.r.choice([1, 1, 2]))]
        self.put(depth, 'with %s:' % ', '.join(managers))
        self.block(depth + 1, names, context)

    def s_match(self, depth, names, context):
        self.put(depth, 'match %s:' % self.r.choice(['%s', '(%s, 2)', '{"k": %s}', '[1, %s, 3]']) % self.expression(names))
        patterns = ['0', '1 | 2', 'int() if %s' % self.condition(names), '(p, 2)', '{"k": p}', '[1, *p]', '[_, p, _]', 'str()', '-1', 'int(p)', '(1, p) | (p, 1)', '{"k": 1, **p}']
        for pattern in self.r.sample(patterns, 3):
            self.put(depth + 1, 'case %s:' % pattern)
            if 'p' in pattern:
                self.put(depth + 2, 'show("p", p)')
            self.block(depth + 2, names, context)
        if self.r.random() < 0.5:
            self.put(depth + 1, 'case _:')
            self.block(depth + 2, names, context)

    def s_closure(self, depth, names, context):
        name = self.fresh('g')
        own = [n for n in names if n in 'abcd']
        self.put(depth, 'def %s(x):' % name)
        if own and 'function' in context and self.r.random() < 0.5:
            self.put(depth + 1, 'nonlocal %s' % self.r.choice(own))
            self.put(depth + 1, '%s = x' % self.lines[-1].split()[-1])
            self.put(depth + 1, 'return x + 1')
        else:
            self.put(depth + 1, 'return %s' % self.expression(own + ['x']))
        self.put(depth, 'show("closure", %s(%s))' % (name, self.expression(names, 1)))

    def s_break(self, depth, names, context):
        self.put(depth, 'break')
        return True

    def s_continue(self, depth, names, context):
        self.put(depth, 'continue')
        return True

    def s_return(self, depth, names, context):
        self.put(depth, 'return %s' % self.expression(names))
        return True

    def s_yield(self, depth, names, context):
        self.put(depth, self.r.choice(['yield %s', 'a = yield %s', 'yield from (%s, 7)', 'show("sent", (yield %s))']) % self.expression(names))
        if self.lines[-1].strip().startswith('a ='):
            self.put(depth, 'a = a or 0')
            if 'a' not in names:
                names.append('a')

    def s_raise(self, depth, names, context):
        if self.r.random() < 0.5:       # not too often
            return self.s_show(depth, names, context)
        self.put(depth, self.r.choice(['raise E1(%d)' % self.r.randrange(9), 'raise E2', 'raise ValueError("v") from E1(1)', '{}[%s]' % self.expression(names), '1 // 0',
                                      'undefined_name', 'assert %s' % self.condition(names), 'raise E2() from None']))
        return True if self.lines[-1].strip().startswith('raise') else None

    def function(self):
        name, count, generator = self.fresh('f'), self.r.randrange(3), self.r.random() < 0.4
        parameters = ['x', 'y', 'z'][:count]
        self.put(0, 'def %s(%s):' % (name, ', '.join(parameters)))
        self.put(1, 'step()')
        if generator:
            self.put(1, 'yield 0')
        self.block(1, parameters, {'function'} | ({'generator'} if generator else set()), size=self.r.choice([2, 4, 6]))
        if not generator:
            self.put(1, 'return %s' % self.expression(parameters))
        self.functions.append((name, count, generator))

    def klass(self):
        name = self.fresh('C')
        earlier = [line.split('(')[0].split()[1] for line in self.lines if line.startswith('class C')]
        bases = self.r.sample(earlier, min(len(earlier), self.r.choice([0, 1, 2])))
        self.put(0, 'class %s(%s):' % (name, ', '.join(bases + ['Base'] if not bases else bases)))
        for method in self.r.sample(['m', 'n', '__init__', '__add__', '__getattr__', '__call__', '__contains__', 'p'], 3):
            if method == 'p':
                self.put(1, '@property')
                self.put(1, 'def p(self): return %d' % self.r.randrange(50))
            elif method == '__init__':
                self.put(1, 'def __init__(self): super().__init__(); self.v%d = %d; show("init %s")' % (self.r.randrange(3), self.r.randrange(9), name))
            elif method == '__getattr__':
                self.put(1, 'def __getattr__(self, name): return (name, %d)' % self.r.randrange(9))
            else:
                self.put(1, 'def %s(self, *x): return ("%s.%s", len(x)%s)' % (method, name, method, ', super().m()' if self.r.random() < 0.4 and method in 'mn' else ''))

    def program(self):
        self.put(0, 'class Base:')
        self.put(1, 'def m(self): return "Base.m"')
        for _ in range(self.r.choice([2, 3, 4])):
            self.function()
        for _ in range(self.r.choice([1, 3, 5])):
            self.klass()
        for line in [line for line in self.lines if line.startswith('class C')]:
            name = line.split('(')[0].split()[1]
            # a class whose bases cannot be put in order was never made: NameError on both
            self.put(0, 'for use in (lambda: %s().m(), lambda: %s().v1, lambda: %s() + 1, lambda: 3 in %s(), lambda: %s()(2), lambda: %s().p, lambda: %s().n(1)):' % ((name,) * 7))
            self.put(1, 'try: show(use())')
            self.put(1, 'except Exception as e: show(type(e).__name__)')
        for name, count, generator in self.functions:
            for _ in range(3):
                call = '%s(%s)' % (name, ', '.join(str(self.r.randrange(-2, 6)) for _ in range(count)))
                self.put(0, 'try:')
                self.put(1, 'steps = 0')
                if generator and self.r.random() < 0.5:
                    self.put(1, 'it = %s' % call)
                    self.put(1, 'try: show(next(it)); show(it.send(5)); show(it.throw(E1(3)))')
                    self.put(1, 'finally: it.close()')
                else:
                    self.put(1, 'show(%s)' % ('drained(%s)' % call if generator else call))
                self.put(0, 'except (Exception, Budget) as e: show("top", type(e).__name__, e.args)')
        return ''.join(self.lines)


def guarded(text):
    """Every class definition by itself: one whose method resolution order does not exist must not end the program."""
    parts, current = [], []
    for line in text.splitlines(True):
        if not line.startswith((' ', '\n')) and current:
            parts.append(''.join(current))
            current = []
        current.append(line)
    parts.append(''.join(current))
    result = []
    for part in parts:
        if part.startswith('class C'):
            part = 'try:\n' + ''.join('    ' + line + '\n' for line in part.splitlines()) + 'except (TypeError, NameError): show("no such class")\n'
        result.append(part)
    return ''.join(result)


def program(seed):
    """The source of the program of this seed; one that CPython does not compile is the business of another test."""
    return PRELUDE + guarded(Generator(seed).program())
