def f(a, b=2, *args, c, d=4, **kw) -> 'result':
    """Doc."""
    x = a
    return x
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
c = f.__code__
print(c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_nlocals, c.co_flags & 0xff, c.co_name)
f.attribute = 1
print(f.attribute, f.__dict__)
f.__defaults__ = (5,)
print(f(1, c=3), f.__closure__)
def g(a, b): return a + b
f.__code__ = g.__code__
print(f(1, 2))
def outer(x):
    def inner(y): return x + y
    return inner
i = outer(10)
print(i(5), i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars)
i.__closure__[0].cell_contents = 20
print(i(5))
h = function(i.__code__, globals(), 'h', None, i.__closure__)
print(h(1), h.__name__)
for bad in [lambda: function(5, {}), lambda: function(i.__code__, {}), lambda: function(i.__code__, {}, None, None, ()),
            lambda: function(g.__code__, 5), lambda: setattr_code(f, 5)]:
    try:
        bad()
    except (TypeError, ValueError, NameError) as e:
        print(type(e).__name__, e)
class A:
    def m(self): return self
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls): return cls.__name__
a = A()
m = a.m
print(m() is a, m.__self__ is a, m.__func__ is A.m, m == a.m, A.s(3), a.s(4), A.c(), a.c())
print(method(lambda self, x: (self, x), 1)(2))
print(cell(3).cell_contents, cell(3) == cell(3), cell(2) < cell(3))
try:
    cell().cell_contents
except ValueError as e:
    print(e)
r = c.replace(co_name='renamed', co_firstlineno=100)
print(r.co_name, r.co_firstlineno, r.co_varnames == c.co_varnames)
print([l for _, _, l in c.co_lines()][-1], len(list(c.co_positions())) > 0)
print([].append.__name__, [].append.__self__, list.append.__name__, list.append.__objclass__, len.__module__)
print(list.append, [].__len__.__name__, int.__add__, (5).__add__(3))
def decorate(f):
    def wrapper(*a, **k): return 'wrapped', f(*a, **k)
    return wrapper
@decorate
@decorate
def decorated(x): return x
print(decorated(1))
counter = [0]
def nonlocals():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
inc, get = nonlocals()
inc(); inc()
print(get())
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(12))
def default_list(x, acc=[]):
    acc.append(x)
    return acc
default_list(1)
print(default_list(2))
try:
    del f.__dict__
except TypeError as e:
    print(e)
f.__dict__ = {'z': 1}
print(f.z, hasattr(A().m, '__get__'), str.maketrans.__qualname__)
try:
    f.__closure__ = None
except AttributeError as e:
    print(e)
def kw(**k): return k
try:
    kw(**{1: 3}, **{1: 5})
except TypeError as e:
    print(e)
