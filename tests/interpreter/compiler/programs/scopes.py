x = 'global'
def f():
    print(x)
    def g():
        print(x)
    g()
f()
def unbound():
    try: print(y)
    except UnboundLocalError as e: print(e)
    y = 1
    def inner():
        try: print(z)
        except NameError as e: print(type(e).__name__, e)
    inner()
    z = 2
    inner()
    del z
    inner()
    try: z
    except NameError as e: print(type(e).__name__, e)
unbound()
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
i, g = counter(); i(); i(5); print(g())
def glob():
    global newg
    newg = 1
    def h():
        global newg
        newg += 1
    h()
glob(); print(newg)
class A:
    x = 'class'
    print(x)
    def m(self): return x
    y = [x for _ in range(1)] if False else x
    def n(self): return __class__
    lam = lambda self: __class__
    def o(self): return super().__init__
print(A().m(), A.y, A().n() is A, A().lam() is A)
def classes():
    v = 'fv'
    class B:
        try: print(v)
        except NameError as e: print(e)
        v = 'cv'
        print(v)
        def m(self): return v
        class C:
            def n(self): return v
    return B().m(), B.v, B.C().n()
print(classes())
def cls_global():
    x = 'local'
    class D:
        global x
        print(x)
        x = 'changed'
    return x
print(cls_global(), x)
def cls_nonlocal():
    x = 1
    class D:
        nonlocal x
        x = 2
    return x, hasattr(D, 'x')
print(cls_nonlocal())
class Mangle:
    __a = 1
    def __b(self): return self.__a
    def c(self): return self.__b(), self.__a__ if hasattr(self, '__a__') else None
    def d(self, __p=3, *, __k=4): return __p, __k, sorted(locals())
    def e(self):
        __local = 5
        def f(): return __local
        return f()
    class __Inner: __v = 6
    def g(self): return Mangle.__Inner._Mangle__Inner__v if hasattr(Mangle._Mangle__Inner, '_Mangle__Inner__v') else Mangle.__Inner._Inner__v
    def h(self):
        self.__dict__['_Mangle__z'] = 9
        return self.__z
    import sys as __sys
    x: int = 3
    __y: str = 'a'
print(Mangle().c(), Mangle().d(), Mangle().e(), Mangle().g(), Mangle().h(), sorted(Mangle.__dict__))
print(Mangle.__annotations__)
class _: __x = 1
class __: __x = 1
print(sorted(k for k in _.__dict__ if 'x' in k), sorted(k for k in __.__dict__ if 'x' in k))
def params(a, b=a if False else x, /, c=3, *args, d, e=5, **kw):
    def inner(): return a, b, c, args, d, e, kw
    a = 'A'
    return inner()
print(params(1, d=4, q=7), params(1, 2, 3, 4, 5, d=6))
def cell_param_del(a):
    def f(): return a
    del a
    try: return f()
    except NameError as e: return str(e)
print(cell_param_del(1))
def del_local(a):
    del a
    try: a
    except UnboundLocalError as e: print(e)
    a = 3
    return a
print(del_local(1))
def loop_del():
    for i in range(3):
        try: print(v)
        except UnboundLocalError: print('unbound')
        v = i
        if i: del v
loop_del()
def if_bound(c):
    if c: w = 1
    try: return w
    except UnboundLocalError as e: return str(e)
print(if_bound(0), if_bound(1))
def while_bound():
    while True:
        q = 1
        break
    return q
print(while_bound())
def try_bound(f):
    try:
        r = f()
    except ValueError:
        pass
    try: return r
    except UnboundLocalError: return 'unbound'
print(try_bound(lambda: 1), try_bound(lambda: int('x')))
def for_bound(s):
    for k in s: pass
    try: return k
    except UnboundLocalError: return 'unbound'
print(for_bound([]), for_bound([1]))
def locs(a, b=2, *c, d=4, **e):
    f = 6
    def g(): return a, f
    return locals()
print({k: v for k, v in locs(1).items() if k != 'g'})
print(f.__code__.co_varnames, locs.__code__.co_varnames, locs.__code__.co_cellvars, params.__code__.co_varnames, params.__code__.co_cellvars)
def order(a):
    for b in a: c = b
    d = [e for e in a]
    with_ = d; import sys as h
    try: pass
    except ValueError as i: pass
    (j, [k, *l]) = 1, [2, 3]
    m: int = 4
    n: int
    def o(): pass
    class p: pass
    q = r = s = 5
    return locals().keys()
print(list(order([1])), order.__code__.co_varnames)
def deep():
    a = 1
    def b():
        def c():
            def d(): return a
            return d
        return c
    return b()()()
print(deep())
print([c.__code__.co_freevars for c in (deep, i, g)], [c.__code__.co_names for c in (f, deep)])
def lambdas(): return [(lambda n: (lambda m: n * m))(k)(2) for k in range(3)]
print(lambdas())
def default_scope(a, b=lambda: x): return b()
print(default_scope(1))
exec('u = 1\ndef fu(): return u\nprint(fu())')
ns = {'print': print}
exec('v = 1\nclass E:\n  w = v\n  def m(self): return v\nprint(E.w, E().m())', ns)
print(eval('a + b', {'a': 1}, {'b': 2}), eval('[a for _ in range(2)]', {'a': 1}))
try: eval('[b for _ in range(2)]', {}, {'b': 2})
except NameError as e: print(e)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        class NS(dict):
            def __missing__(self, key):
                if key.startswith('__') or key == 'print': raise KeyError(key)
                return 'missing ' + key
        return NS()
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, dict(ns))
    def __init__(self, *a, **k): pass
class UsesMissing(metaclass=Meta):
    a = anything
    print(a)
    b = print
def outer_for_class():
    fv = 'free'
    class K(metaclass=Meta):
        c = fv
        print(c)
outer_for_class()
def delete_class_var():
    v = 'outer'
    class Z:
        v = 'in'
        print(v)
        del v
        try: print(v)
        except NameError as e: print(e)
        try: del v
        except NameError as e: print(e)
delete_class_var()
try: del nothing
except NameError as e: print(e)
def del_global():
    global dg
    try: del dg
    except NameError as e: print(e)
    dg = 1
    del dg
del_global()
def nested_nonlocal():
    a = 1
    def b():
        nonlocal a
        def c():
            nonlocal a
            a += 1
        c(); c()
    b()
    return a
print(nested_nonlocal())
