"""Argument passing and its errors."""


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, e=7, g=8, a=9))
print(f(*[1, 2], **{'d': 3, 'z': 4}))
print(f(0, *(1, 2), *[3], d=1, **{'x': 1}, **{'y': 2}))


def g(a, b):
    return a, b


def h(*, k):
    return k


def p(a, /):
    return a


for call in ('f()', 'f(1)', 'f(1, b=3, d=4)', 'g(1)', 'g()', 'g(1, 2, 3)', 'g(1, a=2)', 'g(1, 2, c=3)', 'h(1)', 'h()', 'p(a=1)',
             'g(**{1: 2})', 'g(*5)', 'g(**5)', 'f(1, d=2, **{"d": 3})', 'len()', 'len(1, 2)', 'int("x", y=3)', '[].append()',
             '[].append(1, 2)', '{}.get()', 'print(foo=1)', '(lambda x: x)()'):
    try:
        print(call, '->', eval(call))
    except TypeError as e:
        print(call, '->', e)


def defaults(x, acc=[]):
    acc.append(x)
    return acc


print(defaults(1), defaults(2), defaults.__defaults__, f.__kwdefaults__)


class C:
    def m(self, a):
        return a


for call in ('C().m()', 'C().m(1, 2)', 'C.m(1)', 'C(1)'):
    try:
        print(call, '->', eval(call))
    except TypeError as e:
        print(call, '->', e)


def order(*names):
    for n in names:
        print(n, end=' ')
    return names


def say(x):
    print('<%s>' % x, end='')
    return x


g(b=say(1), a=say(2))
order(say('a'), *[say('b')], say('c'))
print()
