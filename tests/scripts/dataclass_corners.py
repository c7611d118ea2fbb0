"""dataclasses: options, inheritance, fields, post-init, slots, frozen, ordering, keyword-only, match args, errors."""
import dataclasses
from dataclasses import dataclass, field, InitVar, KW_ONLY, fields, astuple, asdict, replace, make_dataclass
from typing import ClassVar


@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
    kind: ClassVar[str] = 'point'
    scale: InitVar[int] = 1

    def __post_init__(self, scale):
        self.x *= scale


@dataclass(frozen=True, slots=True)
class F:
    a: int
    b: str = field(default='b', metadata={'k': 1})


@dataclass(kw_only=True)
class K(P):
    z: int = 5
    _: KW_ONLY = None


p = P(2, 3, scale=10)
print(p, p == P(20, 3), p < P(20, 4), sorted([P(3), P(1, 2), P(1)]), p.tags is P(1).tags, P.kind, [f.name for f in fields(p)], asdict(p), astuple(p), replace(p, y=9, scale=1), P.__match_args__, hash(F(1)) == hash(F(1)), F.__slots__, K(1, z=2), {F(1): 'v'}[F(1)])
f = F(1)
for bad in (lambda: setattr(f, 'a', 2), lambda: delattr(f, 'a'), lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(1) < 5, lambda: hash(p), lambda: setattr(f, 'new', 1), lambda: K(1, 2, [], 1, 6), lambda: fields(5), lambda: replace(f, nope=1), lambda: asdict(5), lambda: dataclass(type('B', (), {'__annotations__': {'l': list}, 'l': []})), lambda: make_dataclass('C', ['a', ('b', int, 5), 'c'])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
C = make_dataclass('C', ['x', ('y', int, field(default=5))], namespace={'double': lambda self: self.x * 2}, bases=(), frozen=False)
print(C(3), C(3).double(), dataclasses.is_dataclass(C), dataclasses.is_dataclass(5), repr(fields(C)[1].default), C.__name__, F.__dataclass_fields__['b'].metadata['k'])


@dataclass
class Tree:
    value: int
    left: 'Tree' = None
    right: 'Tree' = None

    def __iter__(self):
        for side in (self.left, self.right):
            if side:
                yield from side
        yield self.value


t = Tree(1, Tree(2), Tree(3, Tree(4)))
print(list(t), t, asdict(t)['right'])
t.left = t
print(t)
