def check(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(type(e).__name__, e)

def none(): return 'none'
def one(a): return a
def two(a, b): return a, b
def defaults(a, b=2, c=3): return a, b, c
def star(a, *args): return a, args
def keywords(a, **kw): return a, kw
def kwonly(a, *, k, l=5): return a, k, l
def posonly(a, b, /, c): return a, b, c
def everything(a, b=2, /, c=3, *args, d, e=6, **kw): return a, b, c, args, d, e, kw

for f in [none, one, two, defaults, star, keywords, kwonly, posonly, everything]:
    print(f.__name__)
    check(f)
    check(f, 1)
    check(f, 1, 2)
    check(f, 1, 2, 3)
    check(f, 1, 2, 3, 4)
    check(f, a=1)
    check(f, 1, a=1)
    check(f, 1, k=2)
    check(f, 1, d=2)
    check(f, 1, 2, c=3, z=4)
    check(f, b=1, c=2)
    check(f, 1, 2, 3, 4, d=1, e=2, f=3)
    check(f, *[1, 2], **{'c': 5})

class A:
    def method(self, x): return self, x
    def __call__(self, *a, **k): return a, k
check(A().method)
check(A().method, 1, 2)
check(A.method)
check(A(), 1, b=2)
check(A, 1)
class B:
    def __init__(self, x, y=3): self.x, self.y = x, y
check(B)
check(B, 1, 2, 3)
b = B(1)
print(b.x, b.y, B(x=5, y=6).y)
check(lambda: 1 + none)
check(5)
check(len)
check(len, 1)
check(len, [1], [2])
check(one, **{'a': 1}, **{})
check(lambda: one(**{'a': 1}, **{'a': 2}))
check(lambda: one(*5))
check(lambda: one(**5))
check(lambda: one(**{1: 2}))
class Bad:
    def __init__(self): return 5
check(Bad)
def recursive(n): return recursive(n + 1)
try:
    recursive(0)
except RecursionError as e:
    print(e)
print((lambda *a, k=3: (a, k))(1, 2, k=4))
