"""Scopes: global, nonlocal, class bodies, comprehensions, exec, locals()."""
x = 'global'


def a():
    x = 'a'

    def b():
        nonlocal x
        x = 'b'

        def c():
            global x
            x = 'from c'

            def d():
                return x
            return d
        return c
    inner = b()
    return x, inner()()


print(a(), x)


class Scope:
    x = 'class'
    seen = [x for _ in range(1)]
    first = [y for y in x]
    method = lambda self: x

    def m(self):
        return x

    class Inner:
        outer = x

    exec('dynamic = x + "!"')


print(Scope.seen, Scope.first, Scope().method(), Scope().m(), Scope.Inner.outer, Scope.dynamic)


def cells():
    fs = []
    for i in range(3):
        def f():
            nonlocal total
            total += i
            return i, total
        fs.append(f)
    total = 0
    return [f() for f in fs]


print(cells())


def class_nonlocal():
    v = 1

    class C:
        nonlocal v
        v = 2
        w = v
    return v, C.w, hasattr(C, 'v')


print(class_nonlocal())


def loc(p, *args, k=1, **kw):
    q = p + 1
    snapshot = sorted(locals().items())
    exec('q = 100; new = 5')
    return snapshot, q


print(loc(1, 2, z=3))


def free():
    v = 1

    def inner():
        v
        return sorted(locals())
    return inner(), inner.__code__.co_freevars, free.__code__.co_cellvars, inner.__closure__[0].cell_contents


print(free())
ns = {}
exec('''
y = 1
def f():
    global z
    z = y
f()
''', ns)
print(sorted(k for k in ns if not k.startswith('__')))
for bad in ('nonlocal x', 'def f():\n nonlocal q', 'def f(a):\n global a', 'def f():\n x = 1\n global x', 'def f():\n print(x)\n global x',
            'class C:\n nonlocal r', 'def f(a, a): pass', 'def f():\n def g():\n  nonlocal h\n h = 1\n return g', 'lambda a, a: 1'):
    try:
        exec(bad)
        print('accepted', repr(bad))
    except SyntaxError as e:
        print(repr(bad), e.msg, e.lineno)
def walrus():
    total = 0
    values = [total := total + v for v in range(5)]
    return total, values, any((hit := n) > 3 for n in [1, 5, 2]), hit
print(walrus())
