from __future__ import annotations
import sys
def f(a: int, b: list[int, 'x'] = 1, *c: undefined.name, d: (1 + 2) * 3 ** 4, **e: lambda x, *y, z=1, **w: x) -> {'k': [i for i in x if i], **q}: pass
for k, v in f.__annotations__.items(): print(k, v)
class C:
    a: a if b else c
    b: not x and y or z
    c: -x ** -y
    d: (-x) ** y
    e: x[1:2, ::3, ...]
    f: x[a, b]
    g: x[(a, b)]
    h: x[a:]
    i: f(a, *b, k=c, **d)
    j: f(x for x in y)
    k: f((x for x in y), 1)
    l: (yield_, )
    m: ()
    n: {1, 2}
    o: {*a, *b}
    p: [*a]
    q: 'string' "concat"
    r: b'bytes'
    s: f'{x!r:>{w}} {{}} {y=}'
    t: 1.5e300 * 1e1000
    u: 5j
    v: ...
    w: a < b <= c != d is e is not f in g not in h
    x: (a, b)[0].attr
    y: (1).real
    z: 1.0.real
    aa: lambda: 0
    ab: lambda *, a: a
    ac: lambda a, /, b=2: a
    ad: (lambda x: x)(1)
    ae: a if (b if c else d) else e
    af: (a if b else c) if d else e
    ag: {a: b for a, b in c if d if e}
    ai: a @ b // c % d
    aj: a << b >> c & d | e ^ f
    ak: (a + b) * c - (d - e) - f
    al: a ** b ** c
    am: (a ** b) ** c
    an: not (a or b)
    ao: (not a) == b
    ap: ~a + +b
    aq: None or True or False
    ar: u'uni'
    au: "it's"
    av: 'q"q'
    aw: a.b.c[d](e).f
    ax: [a, b][c]
    ay: (a,)
    az: x[a,]
    ba: -1
    bb: (-1).x
    bc: (a, (b, c), [d, (e,)])
    bd: lambda x=(1, 2), *a, **k: (x, a)
    be: a.b if c.d else e.f
    bf: (lambda: a) if b else c
    bg: (a and b) or (c and d)
    bh: a and (b or c)
    bi: a[b:c:d]
    bj: x[lambda: 1]
    bk: 1_000
    bl: 'é\n\x00\\'
    bm: f(**a, b=1)
    bn: f'{a}' 'b' f"{'q'}"
    bo: f'{ {1: 2} }'
for k, v in C.__annotations__.items(): print(k, v)
x: undefined = 1
y: undefined
print(__annotations__)
def inner():
    z: undefined = 2
    class D:
        w: undefined.thing[1]
    return D.__annotations__
print(inner())
