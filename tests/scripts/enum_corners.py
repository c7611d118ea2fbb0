"""enum: members, aliases, auto, flags, mixed types, methods, lookup, iteration, errors."""
import enum
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, KEEP


class Planet(Enum):
    MERCURY = (3.3e23, 2.4e6)
    EARTH = (5.9e24, 6.3e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def heavy(self):
        return self.mass > 1e24

    @classmethod
    def first(cls):
        return next(iter(cls))


class Num(IntEnum):
    ONE = 1
    TWO = auto()
    DEUX = 2

    @classmethod
    def _missing_(cls, value):
        return cls.ONE if value == 'one' else None


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class S(StrEnum):
    FOO = auto()
    BAR = 'bar value'


class Auto(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)
    A = auto()
    B = auto()


class I(IntFlag):
    A = 1
    B = 4


print(Planet.EARTH, Planet.EARTH.heavy, Planet.first(), Planet.EARTH.value, repr(Planet.MERCURY), list(Num), Num.DEUX is Num.TWO, Num('one'), Num.ONE + Num.TWO, Num(2).name, sorted(Num, reverse=True), Num.__members__)
print(P.R | P.X, P.RW, ~P.R, P(0), P.R in P.RW, P.R & P.W, bool(P.R & P.W), P.RW ^ P.R, list(P.RW), len(P.RW), P(7), P['X'], repr(P.RW), P.R.value, P.RW.name)
print(S.FOO, S.BAR + '!', S('foo'), repr(S.FOO), f'{S.FOO:>5}', Auto.A.value, Auto.B.value, I.A | I.B, I(5), I.A | 8, ~I.A, I.A + 1, isinstance(I.A, int), f'{Num.ONE} {Num.ONE:03d}', '%s %d' % (Num.ONE, Num.ONE), str(Planet.EARTH), {Num.ONE: 'k'}[1])
for bad in ('Planet(5)', 'Planet["NO"]', 'Num(9)', 'P(99)', 'setattr(Planet, "EARTH", 1)', 'delattr(Planet, "EARTH")', 'type("X", (Planet,), {})', 'Planet.NOPE', 'Enum("E", "a a")', 'unique(Num)', 'Planet()', 'setattr(Num.ONE, "name", 1)', 'Num.ONE < "a"', 'P.R | 1', 'P.R < P.W'):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
E1 = Enum('E1', 'X Y Z')
E2 = Enum('E2', {'A': 'a', 'B': 'b'}, module='mod')
print(list(E1), E2.A, E2.__module__, E1.X == 1, E1(2), E1.X in E1, len(E1), 'X' in E1.__members__, [m.name for m in reversed(E1)], E1.X < E1.Y if False else hash(E1.X) == hash('X'))


class WithSlots(Enum):
    _ignore_ = ['i']
    M0, M1, M2 = range(3)

    def __str__(self):
        return 'WS.' + self.name

    def __call__(self, n):
        return self.value * n


print(list(map(str, WithSlots)), WithSlots.M2(5), [m for m in WithSlots if m.value])
