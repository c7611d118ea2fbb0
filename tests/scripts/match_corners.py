"""match: every pattern kind, guards, __match_args__, mappings, sequences, or-patterns, star, class patterns on built-ins, errors."""
import collections
import enum
from dataclasses import dataclass


class Color(enum.Enum):
    RED = 1
    BLUE = 2


@dataclass
class P:
    x: int
    y: int = 0


class Q:
    __match_args__ = ('a', 'b')
    a, b = 1, 2


class NS:
    limit = 100


def kind(v):
    match v:
        case None:
            return 'none'
        case True | False:
            return 'bool'
        case 0:
            return 'zero'
        case -1 | -2.5 | 3 + 4j | -1 - 2j:
            return 'number literal'
        case 'a' 'b' | b'b':
            return 'string literal'
        case int(n) if n > 1000:
            return 'big %d' % n
        case NS.limit:
            return 'value pattern'
        case Color.RED:
            return 'red'
        case float() | complex():
            return 'float or complex'
        case str() as s if len(s) > 3:
            return 'long ' + s
        case str(s):
            return 'str ' + s
        case bytes(b) | bytearray(b):
            return 'bytes %r' % bytes(b)
        case []:
            return 'empty sequence'
        case [x]:
            return 'one %r' % (x,)
        case [1, *rest]:
            return '1 then %r' % rest
        case (a, _, *_, z) if a == z:
            return 'same ends %r' % a
        case [[p, q], {'k': r}]:
            return 'nested', p, q, r
        case [*_, 'end']:
            return 'ends with end'
        case [first, *middle, last]:
            return 'seq', first, middle, last
        case {'type': 'point', 'x': x, 'y': y}:
            return 'map point', x, y
        case {'type': t, **others}:
            return 'map', t, others
        case {1: _, NS.limit: v2}:
            return 'value key', v2
        case {}:
            return 'mapping'
        case P(0, 0):
            return 'origin'
        case P(x, y=0):
            return 'on axis', x
        case P(x=px, y=py) if px == py:
            return 'diagonal', px
        case P():
            return 'point'
        case Q(1, b=bb):
            return 'q', bb
        case set() | frozenset():
            return 'set'
        case Color():
            return 'other color', v.name
        case (int() | None) as never:
            return 'int', never
        case type():
            return 'type'
        case _:
            return 'anything', type(v).__name__


for v in (None, True, 0, 0.0, -1, -2.5, 3 + 4j, 'ab', b'b', 5000, 100, Color.RED, Color.BLUE, 1.5, 'long string', 'xy', b'zz', bytearray(b'q'), [], (), [7], [1, 2, 3], (5, 6, 5), [[1, 2], {'k': 3, 'z': 0}], ['x', 'y', 'end'], [1.5, 2, 3], range(3), collections.deque([4, 4]), {'type': 'point', 'x': 1, 'y': 2}, {'type': 'other', 'z': 1}, {1: 1, 100: 'hundred'}, {}, {'zzz': 1},
          collections.OrderedDict(type=5), P(0), P(3), P(4, 4), P(5, 6), Q(), {1, 2}, 7, int, object(), iter([]), 'abc'[:0], collections.Counter('a'), memoryview(b'm') if False else 8, collections.namedtuple('NT', 'u v')(1, 9)):
    print(repr(v) if not isinstance(v, (set, Q)) and type(v) not in (object, type(iter([]))) else type(v).__name__, '->', kind(v))


class Tracks(dict):
    def get(self, *a):
        print('get', a[0])
        return super().get(*a)

    def __missing__(self, k):
        return 'missing'


match Tracks(a=1):
    case {'b': _}:
        print('wrong')
    case {'a': n, **rest}:
        print('right', n, rest)
match 1, 2:
    case a, b:
        print(a, b)
match = case = _ = 'soft keywords'
print(match, case, _)
match [match, case]:
    case [_, case]:
        print(case)
for src in ('match 1:\n case x: pass\n case y: pass', 'match 1:\n case x | 1: pass', 'match 1:\n case [a, a]: pass', 'match 1:\n case {**r, "a": 1}: pass', 'match 1:\n case {"a": 1, "a": 2}: pass', 'match 1:\n case [*a, *b]: pass', 'match 1:\n case P(x=1, x=2): pass', 'match 1:\n case (1 as x) | (2 as y): pass', 'match 1:\n case x.y(): pass', 'match 1:\n case 1 + 1: pass', 'match 1:\n case f"x": pass', 'match 1:\n case _ as x: pass', 'match 1:\n case x as _: pass', 'match 1:\n case a.b: pass', 'match 1:\n pass', 'match 1:\n case {x: 1}: pass', 'match 1:\n case P(y=1, 2): pass', 'match 1:\n case -x: pass', 'match 1: case 1: pass', 'match *a, b:\n case _: pass', 'match 1:\n case int(1, 2): pass', 'match Q():\n case Q(1, 2, 3): pass', 'match Q():\n case Q(1, a=1): pass', 'match 1:\n case len(): pass', 'match(1)', 'match {}:\n case {None: 1}: pass'):
    try:
        exec(src, {'P': P, 'Q': Q, 'a': [1], 'b': 2, 'match': print} if src == 'match(1)' else {'P': P, 'Q': Q, 'a': [1], 'b': 2, 'x': int})
        print(repr(src), 'fine')
    except Exception as e:
        print(repr(src), '->', type(e).__name__, getattr(e, 'msg', None) or e)
