# the order in which operands are evaluated
log = []
def t(value, name=None):
    log.append(repr(value) if name is None else name)
    return value
def show(title):
    print(title, ' '.join(log))
    del log[:]

class Obj:
    def __init__(self, name): object.__setattr__(self, 'name', name)
    def __repr__(self): return self.name
    def __getattr__(self, attr):
        log.append(f'{self.name}.{attr}')
        if attr == 'missing': raise AttributeError('missing')
        return Obj(f'{self.name}.{attr}')
    def __setattr__(self, attr, value): log.append(f'{self.name}.{attr}={value!r}')
    def __delattr__(self, attr): log.append(f'del {self.name}.{attr}')
    def __getitem__(self, key):
        log.append(f'{self.name}[{key!r}]')
        return Obj(f'{self.name}[{key!r}]')
    def __setitem__(self, key, value): log.append(f'{self.name}[{key!r}]={value!r}')
    def __delitem__(self, key): log.append(f'del {self.name}[{key!r}]')
    def __call__(self, *args, **kw):
        log.append(f'{self.name}(*{args!r},**{kw!r})')
        return Obj('r')
    def __add__(self, other): log.append(f'{self.name}+{other!r}'); return Obj('sum')
    def __iadd__(self, other): log.append(f'{self.name}+={other!r}'); return Obj('isum')
    def __lt__(self, other): log.append(f'{self.name}<{other!r}'); return True
    def __eq__(self, other): log.append(f'{self.name}=={other!r}'); return False
    def __bool__(self): log.append(f'bool({self.name})'); return True
    def __hash__(self): log.append(f'hash({self.name})'); return 1
    def __enter__(self): log.append(f'enter({self.name})'); return Obj('entered')
    def __exit__(self, *args): log.append(f'exit({self.name})')
    def __format__(self, spec): log.append(f'format({self.name},{spec})'); return 'F'

a, b, c, d, e = [Obj(n) for n in 'abcde']
def f():
    t(1) + t(2) * t(3) - t(4)
    show('arith')
    [t(1), t(2), *t((3, 4)), t(5)]
    show('list')
    (t(1), *t((3, 4)), t(5))
    show('tuple')
    {t(1), t(2), *t((3, 4)), t(5)}
    show('set')
    {t(1): t(2), t(3): t(4), **t({5: 6}), t(7): t(8)}
    show('dict')
    t(a)(t(1), t(2), *t((3,)), t(4), x=t(5), **t({'y': 6}), z=t(7))
    show('call')
    t(a)(t(1), x=t(5), *t((3,)))
    show('call2')
    t(a).meth(t(1), t(2), k=t(3))
    show('method')
    try:
        a.missing(t(1))
    except AttributeError:
        show('missing')
    try:
        a.missing(t)
    except AttributeError:
        show('missing2')
    a.m1(t(1)).m2(b.m3(t(2)))
    show('methods')
    t(a)[t(1)] = t(2)
    show('setitem')
    t(a).x = t(2)
    show('setattr')
    t(a)[t(1)] += t(2)
    show('augitem')
    t(a).x += t(2)
    show('augattr')
    t(a)[t(1):t(2), t(3)::t(4)] += t(5)
    show('augslice')
    t(a)[t(1)], t(b).y, (t(c)[t(2)], *t(d).z) = t((1, 2, (3, 4, 5)))
    show('unpack')
    t(a)[t(1)] = t(b).y = t(c)[t(2)] = t(9)
    show('multi')
    t(a)[t(1)], t(b).y = t(3), t(4)
    show('tuple assign')
    del t(a)[t(1)], t(b).y, (t(c)[t(2)], [t(d).z])
    show('del')
    t(1) < t(2) < t(3) < t(0) < t(5)
    show('compare')
    x = t(1) < t(0) < t(3)
    show('compare2')
    if t(a) < t(b) < t(c) and not t(0) or t(d):
        show('if')
    t(0) or t(2) and t(3) or t(4)
    show('bool')
    t(1) if t(0) else t(2)
    show('ifexp')
    f'{t(a)!s:{t(">5")}} {t(b):{t("y")}>{t(3)}}'
    show('fstring')
    '%s %r' % (t(1), t(2))
    show('percent')
    lambda x=t(1), *y, z=t(2): 0
    show('lambda')
    with t(a) as t(b).x, t(c) as t(d)[t(1)]:
        show('with')
    show('with end')
    assert t(1), t('message')
    show('assert')
    [t(x) for x in t([1, 2]) if t(x) for y in t([3])]
    show('comp')
    {t(x): t(x + 10) for x in t([1, 2])}
    show('dictcomp')
    try:
        raise t(ValueError(1)) from t(KeyError(2))
    except ValueError:
        show('raise')
    t(a) == t(b) != t(c)
    show('eq')
    t(a) in t([1, 2]); t(1) not in t((2, 3))
    show('in')
    t(a) is t(b)
    show('is')
    -t(1); ~t(2); not t(3)
    show('unary')
    for t(a).x in t([1, 2]): pass
    show('for')
    for t(a)[t(0)], t(b).y in t([(1, 2), (3, 4)]): t('body')
    show('for2')
    def deco(n):
        t('deco%d' % n)
        def apply(fn): t('apply%d' % n); return fn
        return apply
    @deco(1)
    @deco(2)
    def g(x: t('ann x') = t('default'), /, y: t('ann y') = 2, *args: t('ann args'), k: t('ann k') = t('kwdefault'), **kw: t('ann kw')) -> t('ann return'): pass
    show('def')
    @deco(1)
    @deco(2)
    class C(t(object), metaclass=t(type)): t('body')
    show('class')
    return t(a).b.c(t(1))
f()
show('return')

# reading a variable before a later operand changes it
def walrus():
    x = 1
    print(x + (x := 5) + x)
    print([x, (x := 7), x])
    print((x, x := 8, x))
    print({x: (x := 9), x: x})
    print(max(x, (x := 1), x))
    print(x < (x := 50) < 60, x)
    print(str(x).ljust((x := 6), str(x)))
    l = [0] * 3
    l[(x := 1)] = x
    print(l, x)
    i = 0
    l[i] = (i := 2)
    print(l)
    i = 1
    l[i] += (i := 10)
    print(l)
    y = x, (x := 3), x
    print(y)
    print(f'{x} {(x := 4)} {x}')
    x += (x := 100)
    print(x)
    s = slice(x, (x := 1), x)
    print(s)
    print([10, 20, 30][x:(x := 3)])
    print((x if x else 0) + (x := 40), x)
    print((x := 1) + (x := 2), x)
    print((x or 5) + (x := 0), x)
    z = x = (x := 3) + x
    print(z, x)
    print((lambda *a, **k: (a, k))(x, *[x, (x := 5)], y=x, **{'q': (x := 6)}), x)
    o = [x]
    (o := o + [1]).append(o)
    print(len(o), x if (x := 0) else x)
    def inner(): nonlocal w; w = 99; return 1
    w = 5
    print(w + inner() + w)
    p = q = [(p := 5), p]
    print(p, q)
def walrus_decorator():
    d = lambda f: ('decorated', f())
    @d
    def g(x=(d := 5)): return x
    print(g, d)
walrus()
walrus_decorator()
