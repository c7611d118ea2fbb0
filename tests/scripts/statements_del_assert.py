"""del, assert, pass, global statements and unbound names."""


def f(flag):
    if flag:
        v = 1
    return v


print(f(True))
for call in (lambda: f(False), lambda: undefined):
    try:
        call()
    except NameError as e:
        print(type(e).__name__, e, getattr(e, 'name', None))


def g():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2

    def inner():
        return v
    del v
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    v = 3
    return inner()


print(g())


class K:
    a = 1
    b = a + 1
    del a
    try:
        a
    except NameError as e:
        print('class', e)


print(hasattr(K, 'a'), K.b)
try:
    assert 1 == 1, 'fine'
    assert (2, 'tuple')[0] == 2
    assert [], ('message', 5)
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert None
except AssertionError as e:
    print(repr(e), e.args)


def h():
    global made, K2
    made = 5

    class K2:
        pass

    def unused():
        global other
        other = 1
    unused()


h()
print(made, K2.__qualname__, other)
l = list(range(10))
del l[0], l[-1], l[1:3], l[::2]
print(l)
d = {'a': {'b': [1, 2]}}
del d['a']['b'][0]
print(d)
try:
    del d['zz']
except KeyError as e:
    print(repr(e))
x = y = 1
del (x, y)
print('x' in globals(), 'y' in globals())
try:
    raise ValueError("the name goes away")
except ValueError as err:
    pass
print('err' in globals())
