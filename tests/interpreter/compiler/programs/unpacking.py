# nested functions, chained effects and unusual places for star expressions and statements
def f(*args): return args
a, *b = *f(1), *f(2, 3); print(a, b)
x = *f(1, 2), 3; print(x)
for y in *f(1, 2), 3: print(y)
def g(): return *f(1), 2
print(g())
def h(): yield *f(1), 2
print(list(h()))
d = {}
d[*f(1), 2] = 'tuple key'; print(d)
print([*f(1), *f()][0], {*f(1, 1)}, {**{}, **{'a': 1}})
l = [1, 2, 3, 4]
l[1:3], l[0] = [9], 8; print(l)
(l[0]), [l[1]] = 5, [6]; print(l)
*l[1:], = 'xy'; print(l)
i = 0; i, l[i], *l2 = 1, 'one', 3, 4; print(i, l, l2)
for i, l[i] in enumerate('pq'): pass
print(l)
class O:
    def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
o = O()
o.a, (o.b, *o.c), o.d = 1, (2, 3, 4), 5
with_ = [0]
del with_[0], o.a, (o.b, [o.c]); print(with_, o.__dict__)
def many():
    (a, b, c, d, e, f, g, h, i, j) = range(10)
    a, b, c, d, e, f, g, h, i, j = j, i, h, g, f, e, d, c, b, a
    return a, b, c, d, e, f, g, h, i, j
print(many())
def rot(a, b, c, d):
    a, b, c, d = b, c, d, a
    a, b, c = c, a, b
    a, b = b, a
    [a, b, c] = (c, b, a)
    return a, b, c, d
print(rot(1, 2, 3, 4))
def lost():
    a = [1]
    a, b = a[0], a
    return a, b
print(lost())
def lost2():
    a = b = 1
    a, b = b + 1, a + 1
    b, a = (a, b)
    a, b = [b, a]
    return a, b
print(lost2())
def alias(x):
    y = x
    x += [1]
    z = x
    x = x + [2]
    return x, y, z
print(alias([0]))
def through(x):
    y = x; x = 5; return x, y
print(through(1))
def keep(x):
    r = [x, x := 2, x]
    s = (x, *[x := 3], x)
    t = {'a': x, **{'b': (x := 4)}, 'c': x}
    u = f(x, *[x := 5], x, *[x])
    v = f'{x}{(x := 6)}{x}'
    w = x if (x := 7) else x
    z = x and (x := 8) and x
    q = not (x := 9) or x
    return r, s, t, u, v, w, z, q
print(keep(1))
def cond(n):
    return (
        'neg' if n < 0 else
        'zero' if n == 0 else
        'small' if 0 < n < 10 else
        'big' if not n > 100 and n != 50 or n == 50 and True else 'huge')
print([cond(n) for n in (-1, 0, 5, 50, 70, 1000)])
def loops():
    out = []
    for i in range(5):
        if i == 1: continue
        for j in range(5):
            if j > i: break
            if j == 2: continue
            out.append((i, j))
        else:
            out.append('full')
            continue
        if i == 3: break
    else:
        out.append('never')
    k = 0
    while k < 5:
        k += 1
        if k % 2: continue
        while True:
            out.append(k)
            break
        else: out.append('never')
    else: out.append('done')
    while not k == 0 and (k > 3 or k == 1):
        k -= 1
    return out, k
print(loops())
def global_loop():
    global gi
    for gi in range(3): pass
    for gi in [gi + 5]: pass
global_loop(); print(gi)
def cell_loop():
    fs = []
    for ci in range(3):
        fs.append(lambda: ci)
    for (cj, fs2) in [(1, fs)]: pass
    return [f() for f in fs], cj
print(cell_loop())
def early(n):
    if n > 5: return 'big'
    elif n > 3: x = 'mid'
    elif n > 1:
        for x in 'ab':
            if x == 'b': return 'ret'
    else:
        return
    return x
print([early(n) for n in range(8)])
def delx(c):
    x = 1
    if c: del x
    try: return x
    except NameError as e: return type(e).__name__
print(delx(0), delx(1))
def try_else():
    for i in range(3):
        try: v = [10, 0, 'x'][i]; r = 10 / v
        except ZeroDivisionError: r = 'zero'
        except TypeError as e: r = str(e)[:11]; continue
        else: r += 1
        finally: print('r', r)
        print('after', r)
try_else()
def gen_expr_args(): return sum(x for x in range(5)), max((x for x in [3, 1]), key=lambda v: -v), ''.join(c for c in 'abc' if c != 'b')
print(gen_expr_args())
def string_loop(s):
    r = ''
    for i, c in enumerate(s):
        r += c if i % 2 else c.upper()
    return r
print(string_loop('hello'))
import sys
def lines():
    seen = []
    def tracer(frame, event, arg):
        if frame.f_code is body.__code__: seen.append((event, frame.f_lineno - body.__code__.co_firstlineno))
        return tracer
    def body(n):
        x = 0
        for i in range(n):
            if i == 1:
                continue
            x += i
        while x:
            x -= 1
            pass
        try:
            if n:
                pass
            else:
                x = 5
            1 / 0
        except ZeroDivisionError:
            pass
        except ValueError:
            x = 3
        finally:
            x = 4
        with CM():
            x = 5
        return x
    class CM:
        def __enter__(self): pass
        def __exit__(self, *a): pass
    sys.settrace(tracer)
    body(3)
    sys.settrace(None)
    return seen
for event in lines(): print(event)
