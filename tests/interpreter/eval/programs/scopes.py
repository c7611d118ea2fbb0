x = 'module'
def show_locals():
    a = 1
    def inner(): return a
    b = 2
    print(locals()['a'], locals()['b'])
    del b
    print(sorted(locals()))
show_locals()
def use_global():
    global x
    x = 'changed'
use_global()
print(x)
def late(): return defined_later()
def defined_later(): return 'late'
print(late())
def shadow(len): return len
print(shadow(3))
def read_builtin(): return len([1, 2])
print(read_builtin())
len = lambda v: 'shadowed'
print(read_builtin())
del len
print(read_builtin())
del x
try:
    x
except NameError as e:
    print(e, e.name)
try:
    del x
except NameError as e:
    print(e)
x = 'again'
print(x, 'x' in globals())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
print([[j * i for j in range(i)] for i in range(4)])
def frames():
    f = frame()
    return f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, sorted(f.f_locals), f.f_globals is globals()
print(frames())
class C:
    y = 1
    z = [x for _ in 'a']
    print(sorted(k for k in locals() if not k.startswith('__')))
def outer():
    v = 1
    def mid():
        def inner():
            nonlocal v
            v += 1
        inner()
        return v
    return mid(), v
print(outer())
def g():
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        e
    except NameError as n:
        print(n)
g()
