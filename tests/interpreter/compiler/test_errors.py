# -*- coding: utf-8 -*-
"""The errors of the symbol tables and the code generator: message and position as CPython 3.11 gives them."""
import json
import os
import subprocess

import interpreter.typedef
from interpreter.compiler.compile import compile_with_warnings
from interpreter.parser.error import ParseError
from interpreter.parser.parser import parse
import running

interpreter.typedef.finish_typedefs()

SOURCES = r'''
return 1
class A:
    return 1
yield 1
x = (yield)
class A: yield from x
await x
def f(): await x
def f(): [await x for x in y]
def f(): (await x for x in y)
lambda: await x
async def f(): yield from x
async def f():
    yield 1
    return 2
async for x in y: pass
def f():
    async for x in y: pass
async with x: pass
def f():
    async with x: pass
def f(): [x async for x in y]
[x async for x in y]
def f(): (x async for x in y)
(x async for x in y)
def f(): {x: 1 async for x in y}
async def f():
    def g(): [x async for x in y]
async def f(): [[x async for x in y] for y in z]
def f(): return [[x async for x in y] for y in z]
def f(): [(await x) for x in y]
break
continue
if 1: break
if x:
    continue
def f():
    for x in y:
        def g(): break
for x in y:
    class A: continue
for x in y:
    pass
else:
    break
while 1:
    lambda: (yield)
else: continue
try: pass
except: pass
except ValueError: pass
a, *b, *c = d
*a = b
*a
*a, = *b, *c = d
x = *a
(*a)
print(*a, *b) + *c
f(x=1, x=2)
f(**a, x=1, y=2, x=3)
class A(x=1, x=2): pass
f(__debug__=1)
__debug__ = 1
__debug__ += 1
(__debug__ := 1)
__debug__: int
__debug__: int = 1
x.__debug__ = 1
x.__debug__: int
del __debug__
del x.__debug__
for __debug__ in x: pass
with x as __debug__: pass
import __debug__
import x as __debug__
from x import __debug__
def __debug__(): pass
class __debug__: pass
def f(__debug__): pass
def f(*, __debug__): pass
def f(*__debug__): pass
def f(**__debug__): pass
lambda __debug__: 0
try: pass
except X as __debug__: pass
[x for __debug__ in y]
match x:
    case __debug__: pass
match x:
    case A(__debug__=1): pass
global __debug__
def f(a, a): pass
def f(a, *, a): pass
def f(a, /, b, *a): pass
lambda a, **a: 0
def f(a):
    global a
def f(a):
    nonlocal a
def f():
    x = 1
    global x
def f():
    print(x)
    global x
def f():
    x: int
    global x
def f():
    global x
    x: int
def f():
    x = 1
    def g():
        nonlocal x
        x: int
def f():
    global x
    (x): int = 1
x = 1
global x
print(y)
global y
nonlocal x
def f():
    nonlocal x
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
def f():
    x = 1
    def g():
        global x
        nonlocal x
def f():
    x = 1
    def g():
        nonlocal x
        global x
class A:
    x = 1
    def f(self):
        nonlocal x
def f():
    global x
    def g():
        nonlocal x
def f():
    import x
    global x
def f():
    from x import *
class A:
    from x import *
[x := 1 for x in y]
[[x := 1 for y in z] for x in w]
[x for y in (x := z)]
[x for y in z for w in (x := z)]
class A: [x := 1 for y in z]
[x for y in (lambda: (z := 1))]
[x for y in [z := 1 for w in v]]
[x for y in [w for w in v if (z := w)]]
def f(): [x for x in y if (x := 1)]
[(x := 1) for y in z for x in w]
[[(x := 1) for x in y] for y in z]
lambda: [x := 1 for x in y]
[lambda: (x := 1) for x in y]
[(yield x) for x in y]
def f(): [(yield x) for x in y]
def f(): {(yield x) for x in y}
def f(): {x: (yield x) for x in y}
def f(): ((yield x) for x in y)
def f(): [(yield from x) for x in y]
def f(): [x for x in (yield y)]
def f(): [x for x in y for z in (yield y)]
from __future__ import nested_scopes, nothing
from __future__ import braces
x = 1
from __future__ import annotations
def f():
    from __future__ import division
"doc"
from __future__ import annotations
x: (yield)
from __future__ import annotations
x: (y := 1)
from __future__ import annotations
async def f(x: (await y)): pass
from __future__ import annotations
def f(x: [(yield)]): pass
x: (yield)
def f(x: (yield)): pass
match x:
    case y: pass
    case z: pass
match x:
    case _: pass
    case z: pass
match x:
    case y | z: pass
match x:
    case _ | 1: pass
match x:
    case [y, y]: pass
match x:
    case [y] | [z]: pass
match x:
    case [y, z] | [y]: pass
match x:
    case y, (1 | y): pass
match x:
    case [*a, *b]: pass
match x:
    case {1: a, 1: b}: pass
match x:
    case {1: a, True: b, 1.0: c}: pass
match x:
    case {'a': a, 'a': b}: pass
match x:
    case {-1: a, -1: b}: pass
match x:
    case A(x=1, x=2): pass
match x:
    case A(x=y, z=y): pass
match x:
    case {**r, 'a': r}: pass
match x:
    case {'a': r, **r}: pass
match x:
    case [a] as a: pass
match x:
    case (y as z) | z: pass
match x:
    case 1 as z: pass
    case (a) if b: pass
    case c: pass
for x in y:
    try: pass
    except* E: break
for x in y:
    try: pass
    except* E: continue
def f():
    try: pass
    except* E: return
def f():
    try: pass
    except* E:
        for x in y: break
        for x in y: return
def f():
    try: pass
    except* E:
        try: pass
        finally: return 1
for a in b:
 for a in b:
  for a in b:
   for a in b:
    for a in b:
     for a in b:
      for a in b:
       for a in b:
        for a in b:
         for a in b:
          for a in b:
           for a in b:
            for a in b:
             for a in b:
              for a in b:
               for a in b:
                for a in b:
                 for a in b:
                  for a in b:
                   for a in b:
                    for a in b: pass
def f():
    "é"; x.é.y = (yield); class_ = 1; return "é", [x async for x in y]
def f(
    a, b,
    a): pass
def f(): pass
x = 1; nonlocal x
class A:
    def f(self):
        nonlocal __x
class A:
    def f(self, __x):
        global __x
def outer():
    @decorator
    def f(x, y, x): pass
def f():
    class C:
        nonlocal y
x = lambda: (yield from (await z))
async def f():
    lambda: await x
async def f():
    def g(): await x
async def f(): return (yield)
async def f(): return [(yield x) for y in z]
async def f(x=await y): pass
class A(await x): pass
@(await x)
def f(): pass
print(f"{await x}")
print(f"{(yield)}")
def f(): print(f"{*a}")
a[*b] = *c
for *a in b: pass
for x in *a, b: pass
[*a for b in c]
del *a
del (a, *b)
with x as *y: pass
{**a for b in c}
'''

WARNINGS = r'''
x is 1
x is not "a"
1 is x
x is ()
None is x is 1
x is True
x is ...
x is -1
x is 1.5
1(2)
"a"(2)
f"a"(2)
[1](2)
(1, 2)(3)
{}()
[x for x in y](1)
(x for x in y)()
(lambda: 0)()
None[0]
1[0]
1.5[0]
...[0]
{1}[0]
{1: 2}[0]
(x for x in y)[0]
(lambda: 0)[0]
"a"["b"]
"a"[1.5]
"a"[True]
[1]["b"]
[1][(1, 2)]
[1][1:2]
(1, 2)["a"]
(1, x)["a"]
f"{x}"["a"]
[x for x in y]["a"]
x["a"]
[1][{1}]
[1][lambda: 0]
[1][f"a"]
b"a"["a"]
assert (x, "message")
assert (1,)
assert ()
assert (x)
def f(): return x is 5
assert 5 is x
'''

REFERENCE = r'''
import json, sys, warnings
def outcome(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, '<test>', 'exec')
            result = None
        except SyntaxError as e:
            result = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
        return [result, [[str(w.message), w.lineno] for w in caught]]
json.dump([outcome(source) for source in json.load(sys.stdin)], sys.stdout)
'''


def split(text):
    """The sources: each begins at a line of its own that is neither indented nor a continuation of the one before."""
    sources = []
    for line in text.strip('\n').split('\n'):
        starts = not line.startswith((' ', 'except', 'else', ')', 'from __future__ import braces'))
        if starts and sources and sources[-1][-1].startswith(
                ('from __future__ import annotations', 'x = 1', 'print(y)', '"doc"', '@')):
            starts = False
        if starts and sources and sources[-1][0].startswith('def f(') and sources[-1][-1].endswith(','):
            starts = False
        if starts:
            sources.append([])
        sources[-1].append(line)
    return ['\n'.join(lines) + '\n' for lines in sources]


def cpython(sources):
    process = subprocess.Popen([running.PYTHON, '-c', REFERENCE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    output, _ = process.communicate(json.dumps(sources))
    assert process.returncode == 0
    return json.loads(output)


def ours(source):
    """The outcome of one source, and whether the error is the parser's."""
    warnings = []
    try:
        tree = parse(source, '<test>', 'exec')
    except ParseError as e:
        return None, warnings, True
    try:
        compile_with_warnings(tree, '<test>', 0, 0, warnings)
        result = None
    except ParseError as e:
        result = [e.kind, e.msg.decode('utf-8'), e.lineno, e.offset, e.end_lineno,
                  e.end_offset if e.end_offset >= 0 else None]
    return result, [[w.msg.decode('utf-8'), w.node.lineno] for w in warnings], False


def test_errors():
    sources = split(SOURCES)
    differences = []
    compared = 0
    for source, (expected, _) in zip(sources, cpython(sources)):
        found, _, is_parse_error = ours(source)
        if is_parse_error:
            assert expected is not None, source
            continue
        compared += 1
        if found != expected:
            differences.append('%s ours:    %s\n CPython: %s' % (source, found, expected))
    assert not differences, '\n\n'.join(differences)
    assert compared > 150


def test_warnings():
    sources = split(WARNINGS)
    assert len(sources) > 40
    for source, (_, expected) in zip(sources, cpython(sources)):
        _, found, _ = ours(source)
        assert found == expected, (source, found, expected)
