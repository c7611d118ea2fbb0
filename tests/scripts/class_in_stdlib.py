"""The class machinery as the standard library uses it."""
import copy, enum, collections, functools, dataclasses, abc, types, typing
class Color(enum.Enum):
    RED = 1
    GREEN = 2
print(Color.RED, list(Color), Color['RED'], Color(2), Color.RED.value, repr(Color.GREEN), Color.RED in Color, len(Color))
class Fl(enum.IntFlag):
    A = 1; B = 2
print(Fl.A | Fl.B, Fl(3), int(Fl.A))
@dataclasses.dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = 5
    z: list = dataclasses.field(default_factory=list)
print(P(1), P(1) == P(1), P(1) < P(2), hash(P(1, 2, ())) == hash(P(1,2,())), dataclasses.asdict(P(1)), dataclasses.replace(P(1), x=9))
try: P(1).x = 3
except Exception as e: print(type(e), e)
Pt = collections.namedtuple('Pt', 'a b')
print(Pt(1,2), Pt(1,2)._asdict(), Pt(1,2).a, Pt._fields)
print(collections.OrderedDict(a=1), collections.Counter('hello'), collections.defaultdict(list, a=1), collections.deque([1,2]), collections.ChainMap({1:2}))
class Ab(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @abc.abstractmethod
    def g(self): pass
try: Ab()
except TypeError as e: print(e)
class Co(Ab):
    def f(self): pass
    def g(self): pass
print(Co(), isinstance(Co(), Ab)) if 0 else print(isinstance(Co(), Ab))
class A:
    def __init__(self): self.x = [1]; self.y = 2
a = A(); b = copy.copy(a); c = copy.deepcopy(a); print(b.x is a.x, c.x is a.x, c.x, b.__dict__)
print(copy.copy({1:2}), copy.deepcopy([1,[2]]), copy.copy((1,2)), copy.deepcopy({'a': {1}}))
print(a.__reduce_ex__(2)[0].__name__, a.__reduce_ex__(2)[1:][1:], a.__reduce__()[0].__name__)
T = typing.TypeVar('T')
class Gen(typing.Generic[T]): pass
print(Gen[int], typing.List[int], typing.Optional[int], typing.Union[int, str], dict[str, T][int], list[T].__parameters__)
def f(a: int, *, b: 'str' = 'x') -> typing.List[int]: pass
print(typing.get_type_hints(f))
print(types.SimpleNamespace(a=1, b='x'), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
@functools.lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(20), functools.partial(f, 1), functools.reduce(lambda a,b: a+b, [1,2,3])) if 0 else print(fib(20))
print(functools.partial(int, base=2)('101'))
@functools.singledispatch
def sd(x): return 'base'
@sd.register(int)
def _(x): return 'int'
print(sd(1), sd('a'))
@functools.total_ordering
class TO:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(TO(1) >= TO(0), TO(1) <= TO(0))
import weakref, gc
class W: pass
w = W(); r = weakref.ref(w); print(r() is w, weakref.getweakrefcount(w)); wd = weakref.WeakValueDictionary(a=w); print(list(wd))
p = weakref.proxy(w); p.zz = 5; print(w.zz)
import pickle
print(pickle.loads(pickle.dumps([1, 'a', {2: (3, 4.5)}, {1}, a.x])), pickle.loads(pickle.dumps(Color.RED)))
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), issubclass(int, collections.abc.Hashable), isinstance([], collections.abc.Hashable))
import contextlib
@contextlib.contextmanager
def cm():
    print('in'); yield 5; print('out')
with cm() as v: print(v)
