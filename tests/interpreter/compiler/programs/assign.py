a = b = c = [1]
a.append(2); print(a, b, c)
a, b = 1, 2; a, b = b, a; print(a, b)
def swaps():
    a, b, c = 1, 2, 3
    a, b, c = c, a, b; print(a, b, c)
    a, b = b, a + b; print(a, b)
    a, b = a, a; print(a, b)
    (a, b), c = (c, a), b; print(a, b, c)
    a, a = 1, 2; print(a)
    i = 0; l = [0, 0, 0]
    i, l[i] = 1, 5; print(i, l)
    l[i], i = 6, 2; print(i, l)
    l[0], l[1] = l[1], l[0]; print(l)
    x = [1, 2]; x[0], x = 9, x; print(x)
    y = y1 = y, = [[3]]; print(y, y1)
    p, q, r = 'abc'; print(p, q, r)
    p, *q = 'abc'; print(p, q)
    *p, q = [1]; print(p, q)
    p, *q, r = range(6); print(p, q, r)
    [p, [q, *r]] = 1, (2, 3, 4); print(p, q, r)
    (*p,) = (); print(p)
    for t, u in (1, 2), (3, 4): print(t, u)
    b, a.x = 1, 2 if False else 3
swaps_ok = 1
try: swaps()
except AttributeError as e: print(e)
for bad in ('a, b = 1,', 'a, b = 1, 2, 3', 'a, *b, c = 1,', 'a, b = 5', '*a, = 5', '[] = 1,', '() = []', 'a, b = {}', 'a, b = None'):
    try: exec(bad); print(bad, 'ok')
    except (ValueError, TypeError) as e: print(bad, type(e).__name__, e)
def partial():
    a = b = 'old'
    try: a, b = 1, undefined
    except NameError: pass
    print(a, b)
    try: a, b = (1, 2, 3)
    except ValueError: pass
    print(a, b)
    x = 'kept'
    try: x = 1 / 0
    except ZeroDivisionError: pass
    print(x)
    try: x = [1, *5]
    except TypeError: pass
    print(x)
    try: x = x and 1 / 0
    except ZeroDivisionError: pass
    print(x)
    try: x = 1 < 2 < undefined
    except NameError: pass
    print(x)
    try: x = f'{1} {1/0}'
    except ZeroDivisionError: pass
    print(x)
    try: x += 5
    except TypeError: pass
    print(x)
    try: x = {**{1: 2}, **5}
    except TypeError: pass
    print(x)
    x = x or 'no'; x = x and x + '!'; print(x)
    x = x if x == 'kept!' else x; print(x)
    x = 'a' < x < 'z'; print(x)
    x = x in [x] and x; print(x)
    x = [x, x]; x = [*x, x[0]]; print(x)
    x = {1: x, **{2: x}}; print(x)
    x = (lambda: x)() is x; print(x)
    x = [x for x in [x]]; print(x)
    x = (x, *x); print(x)
    x = f'{x}{x}'; print(x)
    x = dict(a=x, **{'b': x}); print(x)
    x = print(*[x], **{}) or x; print(x)
    x = not x; x = -x; x = ~x; print(x)
    x = x == x == x; print(x)
partial()
x = 5; x += 1; x -= 2; x *= 3; x **= 2; x //= 5; x %= 17; x <<= 3; x >>= 1; x |= 1; x ^= 3; x &= 0xff; x /= 2; print(x)
l = [1, 2, 3]
m = l
l += [4]; l *= 2; print(l, l is m)
def aug():
    d = {'a': 1}; d['a'] += 1; d['b'] = d.get('b', 0) - 1; print(d)
    t = (1, [2])
    try: t[1] += [3]
    except TypeError as e: print(e, t)
    class O: n = 1
    o = O(); o.n += 1; o.n <<= 3; print(o.n, O.n)
    l = list(range(6)); l[1:3] *= 2; print(l); l[::2] = 'abcd'; print(l); del l[1:3], l[0]; print(l)
    def cellv():
        nonlocal l
        l += [9]
    cellv(); print(l)
    global x
    x += 1; print(x)
    try: und += 1
    except UnboundLocalError as e: print(e)
    s = 'a'; s += 'b'; s *= 2; s %= (); print(s)
aug()
try: undefined_thing += 1
except NameError as e: print(e)
print((n := 5), n, (m := n + 1) * m)
if (k := 10) > 5: print(k)
while (k := k - 3) > 0: print(k)
def fun(a=(dflt := 3)): return a
print(fun(), dflt)
print([y := 1, y + 1], (z := (1, 2))[0], {'a': (w := 3)}, w, f'{(v := 7)}', v)
a: int = 3
b: int
(c): int = 4
a.real if True else 0
class O: pass
o = O(); o.x: int = 5; o.y: 'str'; d = {}; d['k']: list = []; d['u']: undefined_annotation if False else int
print(__annotations__, o.__dict__, d)
def local_ann():
    q: undefined_name = 5
    r: undefined_name
    (s): print('paren not evaluated in function')
    print(q)
    try: r
    except UnboundLocalError as e: print(e)
    o.z: undefined_name = 1
local_ann(); print(o.z)
o.w: print('evaluated') = print('value first')
assert 1, 'no'
try: assert 0, ('tuple', 'msg')
except AssertionError as e: print(repr(e))
try: assert not 1
except AssertionError as e: print(repr(e))
print(__debug__)
if 0: never = 1
try: never
except NameError as e: print(e)
while 0: pass
else: print('while else')
for i in (): pass
else: print('for else')
del c
import sys, sys as system
from sys import maxsize as ms, version_info
print(sys is system, ms > 0, version_info[0])
try: from sys import nothing_there
except ImportError as e: print(str(e).split('(')[0])
try: import nothing_there
except ImportError as e: print(type(e).__name__, e)
print(1 if 0 else 2 if 0 else 3, 1 and 0 or 3, not 1 or not 0, 1 < 2 > 0 != 5, None is None is not 1, 2 in [2] in [[2]])
print(0 or [] or {} or 'last', 1 and [1] and 'end', '' and 1 / 0, 1 or 1 / 0)
def conds(a, b, c):
    r = []
    if a and b or c: r.append(1)
    if a and (b or c): r.append(2)
    if not (a or b) and not c: r.append(3)
    if not a or not (b and c): r.append(4)
    if (a if b else c): r.append(5)
    if a < b < c: r.append(6)
    if not a < b < c: r.append(7)
    if a < b and b < c or not a == c: r.append(8)
    if a is None or b is not None and c: r.append(9)
    if a in (1, 2) and b not in {0, 1}: r.append(10)
    while a and not b: r.append(11); break
    r.append((a and b) or (b and c), ) if False else r.append(((a and b) or (b and c), a or b and c, (a or b) and c, not a and b))
    r.append([x for x in (a, b, c) if x and (a or b) if not (x and c)])
    return r
for a in (0, 1, 2, None):
    for b in (0, 1, 2, None):
        for c in (0, 1, 2):
            try: print(a, b, c, conds(a, b, c))
            except TypeError as e: print(a, b, c, e)
