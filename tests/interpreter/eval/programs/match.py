class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def kind(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n < 0: return 'negative', n
        case bool() | int(): return 'int'
        case str() as s: return 'str', s
        case []: return 'empty'
        case [x]: return 'one', x
        case [x, *rest, y]: return 'many', x, rest, y
        case {'k': value, **others}: return 'map', value, others
        case {}: return 'empty map'
        case Point(0, y=yy): return 'on axis', yy
        case Point(x, y): return 'point', x, y
        case None: return 'none'
        case _: return 'other'
for v in [0, 1, -5, 7, True, 'abc', [], [1], (1, 2), [1, 2, 3, 4], {'k': 1, 'l': 2}, {'z': 1}, Point(0, 3), Point(1, 2), None, 2.5, b'x', {1}]:
    print(kind(v))
def bad(v, cls):
    try:
        match v:
            case cls(1, 2, 3): pass
    except TypeError as e:
        print(e)
bad(Point(1, 2), Point)
bad(5, int)
class NoArgs: pass
bad(NoArgs(), NoArgs)
class BadArgs: __match_args__ = 5
bad(BadArgs(), BadArgs)
class BadArgs2: __match_args__ = (1, 2, 3)
bad(BadArgs2(), BadArgs2)
notclass = 5
def bad2():
    try:
        match 1:
            case notclass(): pass
    except TypeError as e:
        print(e)
bad2()
