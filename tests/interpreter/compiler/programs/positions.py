# where tracebacks point to: (line, end line, column, end column) of each frame
def where(source, n=0):
    ns = {'print': print, 'C': C, 'fail': fail, 'CM': CM, 'obj': C(), 'gen': gen, 'Bad': Bad, 'bad': Bad()}
    try:
        exec(compile(source, '<s>', 'exec'), ns)
    except BaseException as e:
        print(type(e).__name__, str(e)[:60])
        tb = e.__traceback__.tb_next
        while tb is not None:
            code = tb.tb_frame.f_code
            if code.co_filename == '<s>':
                print('   ', code.co_name, tb.tb_lineno, list(code.co_positions())[tb.tb_lasti // 2])
            tb = tb.tb_next
    else:
        print('no error')
class C:
    x = 1
    def m(self, *a, **k): return self
    @property
    def p(self): raise ValueError('p')
    def __getitem__(self, k): raise KeyError(k)
    def __bool__(self): raise ValueError('bool')
class Bad:
    def __iter__(self): raise ValueError('iter')
    def __enter__(self): pass
    def __exit__(self, *a): raise ValueError('exit')
    def __setattr__(self, n, v): raise ValueError('setattr')
    def __setitem__(self, n, v): raise ValueError('setitem')
    def __delattr__(self, n): raise ValueError('delattr')
    def __delitem__(self, n): raise ValueError('delitem')
    def __hash__(self): raise ValueError('hash')
    def __format__(self, s): raise ValueError('format')
    def __eq__(self, o): raise ValueError('eq')
    def __len__(self): raise ValueError('len')
    def __contains__(self, o): raise ValueError('contains')
    def __call__(self, *a): raise ValueError('call')
    def __add__(self, o): raise ValueError('add')
    def __iadd__(self, o): raise ValueError('iadd')
    def __neg__(self): raise ValueError('neg')
    def __set_name__(self, *a): raise ValueError('set_name')
def fail(*a, **k): raise ValueError('fail')
def gen():
    yield 1
    raise ValueError('gen')
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): pass
EXPRESSIONS = '''
1 + undefined
undefined + 1
1 + (2 + 'x') * 3
1 + 2 * 'x' ** 2
fail()
fail(1, 2, x=3)
fail(*[1], **{})
(1)(2)
obj.nope
obj.m().nope
obj.nope()
obj.nope(1)
obj.nope(len('x'))
obj.nope(k=1)
obj.m(1, 2).m(3).nope.x
obj.m(fail(1))
obj.m(1)(2)
obj.p
obj.p.x
obj.p()
obj.p(len([]))
obj[1]
obj[1][2]
obj.m()[1]
obj[1:2]
obj[undefined]
[1, 2, undefined]
[1, *bad]
(1, *bad, 2)
{1: 2, **bad}
{bad}
{bad: 1}
{1: undefined}
not obj
-bad
bad + 1
1 < 'x'
1 < 2 < 'x' < 3
'x' < 1 < 2
1 in bad
1 in 5
1 is undefined
obj and 1
1 and obj and 2
obj or 1
1 if obj else 2
undefined if 1 else 2
lambda: 0 + undefined
(lambda: 0 + undefined)()
(lambda x: x.nope)(1)
[x.nope for x in [1]]
[x for x in 5]
[x for x in bad]
[x for y in [1] for x in 5]
[x for x in gen()]
{x: x.nope for x in [1]}
{x.nope for x in [1]}
list(x.nope for x in [1])
[x for x in [1] if x.nope]
f'{undefined}'
f'a{1}{bad}'
f'{bad!r:>5}'
f'{1:{undefined}}'
'%s' % undefined
print(undefined)
print(1, undefined)
fail(1)(2)
fail (  1  )
( fail
  (1) )
obj.m(
  1).nope(
  2)
obj.m(
  1,
  undefined)
obj . nope
obj. \\
 nope
obj. \\
 nope(1)
(1 +
 2 + undefined
 + 3)
(x := undefined)
print((y := 1) + undefined)
await_ = undefined
[1][5]
'abc'.join([1])
'é'.nope + 'ü'.nope
int('x') + int('y')
len(5)
max()
fail(*5)
fail(**5)
fail(**{1: 2})
"abc" "def".nope
1/0
1 // 0 + 2
2 ** -1 // 0
{}['x']
(1, 2).index(3)
[fail(x) for x in [1, 2]]
[[fail(y) for y in [x]] for x in [1]]
obj.m(1).m(len([undefined]))
obj.x.y.z
obj.x.real.nope.w
'''
STATEMENTS = '''
x = undefined
x = y = undefined
x, y = 5
x, y = 1, 2, 3
(x, y), z = 1, 2
[x, *y] = 5
bad.x = 1
bad[1] = 2
bad.x.y = 1
x = bad.y = 3
x, bad.y = 1, 2
x = 1; x += 'a'
x = 1; x += undefined
undefined += 1
bad += 1
obj.nope += 1
obj.x += 'a'
obj[1] += 1
bad.z += 1
l = [1]; l[0] += 'a'
l = [1]; l[5] += 1
del undefined
del bad.x
del bad[1]
del x, y
x: undefined = 1
x: int = undefined
bad.x: int = 1
raise undefined
raise ValueError
raise ValueError from undefined
raise 5
raise ValueError('x') from 5
raise
assert 0
assert 0, 'msg'
assert undefined
assert 0, undefined
assert (1 and
  0), 'two lines'
import nothing_here
from sys import nothing_here
for x in 5: pass
for x in bad: pass
for x in gen():
    pass
for x, y in [1]: pass
for bad.x in [1]:
    pass
while obj: pass
while undefined:
    pass
if obj: pass
if undefined:
    pass
elif x: pass
if 0: pass
elif undefined: pass
with bad: pass
with CM() as bad.x: pass
with 5: pass
with CM(): fail()
with CM() as x, undefined as y:
    pass
with bad:
    x = 1
    y = 2
with bad:
    fail()
try: fail()
except undefined: pass
try: fail()
except 5: pass
try: fail()
except ValueError: undefined
try: fail()
finally: undefined
try: fail()
finally: pass
try:
    fail()
except ValueError as e:
    raise KeyError from e
try:
    fail()
except KeyError:
    pass
try: fail()
except ValueError: raise
def f():
    return undefined
f()
def f(x=undefined): pass
def f(x: undefined): pass
def f() -> undefined: pass
@undefined
def f(): pass
@fail
def f(): pass
@fail(1)
@print
def f(): pass
class X(undefined): pass
class X(metaclass=undefined): pass
class X(1): pass
class X:
    y = undefined
class X:
    def m(self): pass
    z = bad
@fail
class X: pass
class X(metaclass=fail): pass
def g():
    x = 1
    del x
    return x
g()
def g():
    print(x)
    x = 1
g()
def g():
    if 0: x = 1
    return [x,
            x]
g()
def g():
    def h(): return y
    h()
    y = 1
g()
def g():
    yield 1
    yield undefined
list(g())
def g():
    yield from gen()
list(g())
def g():
    yield from 5
list(g())
def g():
    try:
        return fail()
    finally:
        print('f')
g()
def g(a, b): pass
g(1)
def g():
    return (1 +
            fail(
              2))
g()
match bad:
    case 1: pass
match 1:
    case 2: pass
    case undefined.x: pass
match 1:
    case int(1, 2): pass
match bad:
    case [x, y]: pass
match {1: 2}:
    case {1: undefined.x}: pass
match 5:
    case x if undefined: pass
match 5:
    case x:
        undefined
match undefined:
    case x: pass
global zz; zz = undefined
def g():
    global zz
    del zz
g()
def g():
    for i in range(3):
        if i == 1: continue
        if i == 2:
            fail(i)
g()
def g():
    while 1:
        try:
            break
        finally:
            undefined
g()
def g():
    with CM():
        with bad:
            return 1
g()
async def g():
    await 5
g().send(None)
async def g():
    async for x in 5: pass
g().send(None)
async def g():
    async with 5: pass
g().send(None)
async def g():
    return [x async for x in 5]
g().send(None)
try: raise ExceptionGroup('x', [ValueError(1)])
except* 5: pass
try: raise ExceptionGroup('x', [ValueError(1)])
except* TypeError: pass
try: raise ExceptionGroup('x', [ValueError(1)])
except* ValueError: fail()
x = lambda: undefined; x()
x = [
  1,
  undefined,
]
x = {
  'a': 1,
  'b': undefined,
}
fail(
  1,
  2
)
fail(1,
     undefined)
obj.m(
).nope
obj.m().m(
).nope()
bad.x = \\
  5
x = (1,
  2)[
  5]
print(f"""{
undefined}""")
é = 1; ü = é + undefined
'é'; 'ß'.nope
'''
def split(text):
    out = []
    for line in text.strip('\n').split('\n'):
        if line[0] in ' )}].' or line.startswith(('except', 'finally', 'elif', 'else')) or (out and out[-1][-1].endswith(('(', '\\'))):
            out[-1].append(line)
        elif out and (out[-1][0].startswith(('def g', 'def f():', 'async def', '@', 'x = [', 'x = {')) and out[-1][-1][0] in ' @' and line[0] in 'glfdc' and not line.startswith(('def g', 'async')) and (line.startswith(('g()', 'list(g', 'f()')) or out[-1][-1][0] == '@')) or (out and out[-1][-1].startswith('@')):
            out[-1].append(line)
        else:
            out.append([line])
    return ['\n'.join(l) + '\n' for l in out]
for s in split(EXPRESSIONS) + split(STATEMENTS):
    print(repr(s))
    where(s)
