"""enum, dataclasses, typing, abc, namedtuple."""
import enum
from dataclasses import dataclass, field, asdict, replace, FrozenInstanceError
from collections import namedtuple
from typing import NamedTuple, Optional, List, Dict, Generic, TypeVar, Union
import abc


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 5


print(Color.RED, repr(Color.RED), Color(2), Color['GREEN'], list(Color), Color.ALIAS is Color.RED, Color.RED.name, Color.RED.value, Perm.R | Perm.W, Perm.R in Perm.R | Perm.W, Level.HIGH > 3, Level(1) + 1)
try:
    Color(9)
except ValueError as e:
    print(e)


@dataclass(order=True)
class P:
    x: int
    y: int = 5
    tags: list = field(default_factory=list, compare=False)

    def total(self):
        return self.x + self.y


@dataclass(frozen=True)
class F:
    a: int


p = P(1)
print(p, p == P(1), P(1) < P(2), asdict(p), replace(p, x=9), p.total(), F(1), hash(F(1)) == hash(F(1)), {F(2): 1}[F(2)])
try:
    F(1).a = 2
except FrozenInstanceError as e:
    print(e)
N = namedtuple('N', 'a b', defaults=[9])
n = N(1)
print(n, n.a, n._replace(b=2), n._asdict(), N._fields, n == (1, 9), *n)


class T(NamedTuple):
    x: int
    y: str = 'd'


print(T(1), T.__annotations__)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


class Square(Shape):
    def area(self):
        return 4


print(Square().area(), isinstance(Square(), Shape))
try:
    Shape()
except TypeError as e:
    print(e)
X = TypeVar('X')


class Box(Generic[X]):
    pass


print(Optional[int], List[str], Dict[str, int], Union[int, str], Box[int], list[int], dict[str, list[int]], int | None)
