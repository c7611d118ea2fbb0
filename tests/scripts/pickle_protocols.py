"""pickle and copy: every protocol, __reduce__, __getstate__, __setstate__, __getnewargs__, shared and cyclic objects, errors."""
import copy
import io
import pickle


class Plain:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return type(self) is type(o) and self.__dict__ == o.__dict__


class State(Plain):
    def __getstate__(self):
        return {'saved': self.v}

    def __setstate__(self, state):
        self.v = state['saved'] * 2


class Reduce:
    def __init__(self, *a):
        self.a = a

    def __reduce__(self):
        return Reduce, (1, 2), {'extra': 3}


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Slots:
    __slots__ = ('x', 'y')


class ListLike(list):
    pass


class Refuses:
    def __reduce_ex__(self, protocol):
        raise TypeError('cannot pickle me')


class Shallow:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return 'deep copied'


def function():
    return 'f'


values = [None, True, 0, -1, 255, 65536, 2 ** 31, -2 ** 70, 1.5, float('inf'), 'text', 'é😀', b'bytes', b'x' * 300, (), (1,), (1, 2, 3, 4), [], [1, [2]], {}, {'a': {1: 2}}, {1}, frozenset('a'), 1j, bytearray(b'ba'), range(3), slice(1, 2), ..., NotImplemented, int, len, function, Plain(3), ValueError('e', 1), 'x' * 1000, list(range(300))]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    ok = [pickle.loads(pickle.dumps(v, protocol)) == v or repr(pickle.loads(pickle.dumps(v, protocol))) == repr(v) for v in values]
    s, r, n, l = State(5), Reduce(9), NewArgs(1, 2), ListLike([1])
    l.attr = 'a'
    back = pickle.loads(pickle.dumps([s, r, n if protocol > 1 else None, l], protocol))
    print(protocol, all(ok), back[0].v, back[1].a, back[1].extra, back[2], type(back[2]).__name__, back[3], back[3].attr)
shared = [1]
cyclic = [shared, shared]
cyclic.append(cyclic)
d = {'self': None}
d['self'] = d
for make in (lambda v: pickle.loads(pickle.dumps(v)), copy.deepcopy):
    c, e = make(cyclic), make(d)
    print(c[0] is c[1], c[2] is c, c[0] is not shared, e['self'] is e)
p = Plain(None)
p.v = p
q = copy.deepcopy(p)
print(q.v is q, pickle.loads(pickle.dumps(p)).v.v is not p)
s = Slots()
s.x = 1
t = pickle.loads(pickle.dumps(s))
print(t.x, hasattr(t, 'y'), copy.copy(s).x, copy.copy(Shallow()), copy.deepcopy([Shallow()]), copy.copy([shared])[0] is shared, copy.deepcopy([shared])[0] is shared, copy.copy(5), copy.copy(function) is function, copy.deepcopy((1, 2)) is not None)
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.dumps(Refuses()), lambda: pickle.dumps((x for x in [])), lambda: pickle.loads(b''), lambda: pickle.dumps(1, 99), lambda: copy.copy(x for x in []), lambda: pickle.dumps(open('/dev/null'))):
    try:
        bad()
        print('fine')
    except Exception as e:
        print(isinstance(e, (pickle.PicklingError, AttributeError, TypeError, ValueError, EOFError)))
f = io.BytesIO()
pickler = pickle.Pickler(f, 4)
pickler.dump([1])
pickler.dump('two')
f.seek(0)
u = pickle.Unpickler(f)
print(u.load(), u.load(), pickle.dumps([1, 'a'], 0), pickle.dumps((1,), 2), pickle.dumps({'k': None}, 4))


class Persist(pickle.Pickler):
    def persistent_id(self, obj):
        return 'id-' + str(obj.v) if isinstance(obj, Plain) else None


class Load(pickle.Unpickler):
    def persistent_load(self, pid):
        return 'loaded ' + pid


f = io.BytesIO()
Persist(f).dump([Plain(7), 1])
f.seek(0)
print(Load(f).load(), copy.replace if hasattr(copy, 'replace') else 'no replace')
for obj in (copy, staticmethod(len), classmethod(len), property(len)):
    try:
        copy.deepcopy(obj)
    except TypeError as e:
        print(e)
