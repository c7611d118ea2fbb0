"""Structural pattern matching."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Color:
    RED = 1


def kind(v):
    match v:
        case 0 | 1:
            return 'small'
        case int(n) if n < 0:
            return 'negative %d' % n
        case Color.RED:
            return 'red'
        case 'a' | 'b' as letter:
            return 'letter ' + letter
        case []:
            return 'empty'
        case [x]:
            return 'one %r' % x
        case [1, *rest, 9]:
            return 'one to nine %r' % rest
        case (x, y):
            return 'pair %r %r' % (x, y)
        case {'kind': 'circle', 'r': r, **others}:
            return 'circle %r %r' % (r, others)
        case {}:
            return 'mapping'
        case Point(0, y=yy):
            return 'on axis %d' % yy
        case Point(x, y):
            return 'point %d %d' % (x, y)
        case str() | bytes():
            return 'text'
        case float(f):
            return 'float %s' % f
        case None:
            return 'none'
        case _:
            return 'other'


for v in (0, 1, -5, 'a', 'zz', [], [5], [1, 2, 3, 9], (7, 8), [1, 2, 3], {'kind': 'circle', 'r': 2, 'c': 3}, {'x': 1}, Point(0, 3), Point(1, 2), b'x', 2.5, None, {1}, 77):
    print(repr(v), '->', kind(v))
match = 5
case = match
print(match + case)
