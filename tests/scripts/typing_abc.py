"""typing objects, generic aliases, unions, protocols; abc and collections.abc."""
import abc
import collections.abc as cabc
import typing
from typing import Any, Callable, Dict, Generic, List, Literal, Optional, Protocol, Tuple, TypedDict, TypeVar, Union, get_args, get_origin, get_type_hints, runtime_checkable, NamedTuple, Annotated, Final, ClassVar, NewType, cast, overload
T = TypeVar('T')
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, int], Union[int], Callable[[int], str], Tuple[int, ...], Literal['a', 1], Any, Annotated[int, 'm'], list[int], dict[str, list[T]], int | str, int | None, list[int] | None, type(int | str).__name__, Callable[..., Any], ClassVar[int], tuple[()], T)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int | str), get_args(Optional[int]), get_origin(5), list[int] == list[int], list[T][int], Union[int, None] == Optional[int], isinstance(1, int | str), issubclass(bool, int | str), list[int]([1]), list[int].__origin__, (int | str) == (str | int), hash(int | str) == hash(str | int), int | int, dict[T, int].__parameters__)


class Box(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v

    def get(self: 'Box[T]', n: 'int' = 1) -> Optional[T]:
        return self.v


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


class Movie(TypedDict, total=False):
    name: str
    year: int


class NT(NamedTuple):
    a: int
    b: str = 'x'


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    def describe(self):
        return '%s %s' % (self.name, self.area())


class Sq(Shape):
    name = 'square'

    def area(self):
        return 4


class MySeq(cabc.Sequence):
    def __getitem__(self, i):
        return 'abc'[i]

    def __len__(self):
        return 3


class MyMap(cabc.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


print(Box[int], Box[int](3).get(), Box.__parameters__, get_type_hints(Box.get), isinstance([], HasLen), isinstance(5, HasLen), Movie(name='n'), Movie.__annotations__, NT(1), NT.__annotations__, NewType('U', int)(5), cast(int, 'x'), get_type_hints(NT))
print(Sq().describe(), isinstance(Sq(), Shape), sorted(Shape.__abstractmethods__), list(MySeq()), 'b' in MySeq(), MySeq().index('c'), list(reversed(MySeq())), MySeq().count('a'))
m = MyMap()
m.update(a=1)
m.setdefault('b', 2)
print(dict(m), m.pop('a'), m.get('zz'), m == {'b': 2}, list(m.items()), 'b' in m.keys(), m.popitem(), len(m))
Shape.register(int)
print(isinstance(5, Shape), issubclass(int, Shape), isinstance([], cabc.Iterable), isinstance(5, cabc.Hashable), isinstance([], cabc.Hashable), isinstance({}, cabc.Mapping), isinstance((i for i in []), cabc.Generator), isinstance(len, cabc.Callable), issubclass(str, cabc.Sequence), isinstance({}.keys(), cabc.Set), isinstance(b'', cabc.ByteString), isinstance(range(1), cabc.Collection), isinstance(iter([]), cabc.Iterator))
for bad in (lambda: Shape(), lambda: List[int]([1]) and isinstance([], List[int]), lambda: Union[5], lambda: Box[int, str], lambda: Optional, lambda: TypeVar('A', int), lambda: isinstance([], list[int]), lambda: Literal[1] | 5 and 1, lambda: cabc.Sequence(), lambda: int | 5, lambda: Generic[int], lambda: list[int][str], lambda: type('B', (Shape,), {'area': 1})(), lambda: isinstance(1, Movie), lambda: Any()):
    try:
        print(bad())
    except TypeError as e:
        print(e)


# an alias such as list[int] gives away the attributes of its class, special methods included
import array
import copy

starred = next(iter(tuple[int]))
print(list[int].__getitem__([1], 0), list[int].__len__([1]), list[int].append.__qualname__, list[int].__name__, list[int].__class__, list[int].__module__)
print(set(dir(list[int])) >= set(dir(list)), sorted(set(dir(list[int])) - set(dir(list))))
print(copy.copy(starred) == starred, copy.deepcopy(starred) == starred, copy.deepcopy(list[int]), starred.__reduce__()[1][0].__reduce__()[1:])
print(str.maketrans.__reduce__(), object.__new__.__reduce__(), len.__reduce__(), dict.fromkeys.__reduce__(), str.maketrans.__self__, object.__new__.__self__)
print(repr(str.maketrans).split(' at ')[0], repr(object.__new__).split(' at ')[0], repr(len))


class Reflecting:
    def __rmul__(self, other):
        return 'reflected'


numbers = array.array('i', [1])
print(numbers * Reflecting(), issubclass(array.array, cabc.MutableSequence))
for method in numbers.__mul__, numbers.__imul__:
    try:
        method('a')
    except TypeError as e:
        print(e)
