class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'P({self.x},{self.y})'
class Color: RED = 1; GREEN = 2
def m(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'one or two'
        case -3: return 'minus three'
        case 1.5 | 2.5 | -0.5j: return 'float'
        case 'a' 'b': return 'ab'
        case b'x': return 'bytes'
        case None | True | False: return 'singleton'
        case []: return 'empty'
        case [x]: return 'one', x
        case [x, y] if x == y: return 'equal', x
        case [1, _, 3]: return '1 3'
        case ['h', *rest]: return 'h', rest
        case [*init, 'l']: return 'l', init
        case [first, *_, 'm', 'n']: return 'mn', first
        case [_, [a, b], *_, last]: return 'nested', a, b, last
        case (x, y): return 'pair', x, y
        case [_, _, _, _, *_]: return 'long'
        case {}if not v: return 'empty map'
        case {'k': 1}: return 'k1'
        case {'k': [a, b], **rest}: return 'klist', a, b, rest
        case {'p': Point(x=0) as p, 'q': q}: return 'map point', p, q
        case {**rest} if len(rest) == 1: return 'rest', rest
        case Point(0, 0): return 'origin'
        case Point(x=0, y=y): return 'on y', y
        case Point(x, 0) | Point(0, x): return 'on axis', x
        case Point(Point(a, b), c): return 'deep', a, b, c
        case Point() as p: return 'point', p
        case Color.GREEN: return 'green'
        case int(n) if n > 100: return 'big', n
        case int() | float() as n: return 'number', n
        case str(s): return 'str', s
        case dict(): return 'dict'
        case list() | tuple(): return 'sequence'
        case object(__class__=c): return 'object', c.__name__
for v in [0, 1, 2, -3, 1.5, -0.5j, 'ab', b'x', None, True, False, [], [7], (7,), [4, 4], [1, 2, 3], ['h'], ['h', 1, 2],
          [0, 1, 'l'], [0, 9, 'm', 'n'], [0, [1, 2], 3], [5, 6], [1, 2, 3, 4, 5], {}, {'k': 1}, {'k': [1, 2], 'z': 3},
          {'p': Point(0, 1), 'q': 2}, {'z': 1}, {'z': 1, 'y': 2}, Point(0, 0), Point(0, 5), Point(5, 0), Point(Point(1, 2), 3),
          Point(1, 1), 3.25, 500, 50, 'xyz', range(3), range(1), set(), b'', 'h', {1, 2}, object()]:
    print(v if not isinstance(v, object) or type(v) is not object else 'obj', m(v))
def captures(v):
    x = y = 'old'
    match v:
        case [x, y, 1]: print('a', x, y)
        case [x, y] if x > y: print('b', x, y)
        case [y, x]: print('c', x, y)
        case x if x == 5: print('d', x)
        case z: print('e', x, y, z)
for v in ([1, 2, 1], [2, 1], [1, 2], 5, 6, [1, 2, 3]): captures(v)
def no_match(v):
    match v:
        case 1: print('one')
    match v:
        case 1: pass
        case _: print('default')
no_match(1); no_match(2)
def loops(items):
    for i in items:
        match i:
            case 'c': continue
            case 'b': break
            case 'r': return 'ret'
            case [a] | (a, _): print(a)
    else: return 'else'
    return 'end'
for t in (['c', [1], 'b'], ['c', 'r'], [(1, 2)]): print(loops(t))
match 1, 2:
    case a, b: print('tuple', a, b)
match [1, 2]:
    case 1, *r: print(r)
match (lambda: 3)():
    case 3: print('lambda')
match = 1; case = 2; print(match + case); match[0] if False else None
class Bad: __match_args__ = 5
class Bad2: __match_args__ = [1]
class Bad3: __match_args__ = (1,)
class Dup: __match_args__ = ('x', 'x'); x = 1
for cls in (Bad, Bad2, Bad3, Dup):
    try:
        match cls():
            case cls(a, b): print(a)
    except TypeError as e: print(e)
try:
    match Dup():
        case Dup(1, x=1): pass
except TypeError as e: print(e)
try:
    match 1:
        case int(a, b): pass
except TypeError as e: print(e)
try:
    match 1:
        case no_match(): pass
except TypeError as e: print(e)
def guard_effects():
    log = []
    match [1, 2]:
        case [a, b] if log.append(('g1', a, b)): pass
        case [c, d] if log.append(('g2', c, d)) is None: log.append('body')
    print(log, a, b, c, d)
guard_effects()
def walrus_guard(x):
    match x:
        case y if (x := y + 1) > 10: return 'big', x
        case y: return 'small', x, y
print(walrus_guard(10), walrus_guard(1))
import sys
def seq(v):
    match v:
        case [a, *_, b]: return a, b
        case _: return 'no'
print(seq([1, 2, 3]), seq('abc'), seq(range(3)), seq((1,)), seq(bytearray(b'abc')))
def mapping_key(d):
    match d:
        case {Color.RED: r, -1: m, 'x': {'y': y}}: return r, m, y
        case {None: n}: return 'none', n
    return 'no'
print(mapping_key({1: 'r', -1: 'm', 'x': {'y': 2}}), mapping_key({None: 3}), mapping_key({}))
class DD(dict):
    def __missing__(self, k): return 'missing'
print(mapping_key(DD()))
def global_capture():
    global GC
    match 5:
        case GC: pass
    def inner():
        nonlocal cell
        match [1, 2]:
            case [cell, _]: pass
    cell = 0
    inner()
    return cell
print(global_capture(), GC)
class Body:
    match [1, 2]:
        case [p, q]: r = p + q
print(Body.p, Body.q, Body.r)
def or_captures(v):
    match v:
        case [a, b, 'x'] | {'a': a, 'b': b} | ((b, a), 'y'): return a, b
        case ([(1 | 2) as n, _] | [_, (1 | 2) as n]) as whole: return n, whole
    return None
for v in ([1, 2, 'x'], {'a': 3, 'b': 4}, ((5, 6), 'y'), [2, 9], [9, 1], 7): print(or_captures(v))
