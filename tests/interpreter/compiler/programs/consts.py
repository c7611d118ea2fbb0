# constants and folding
print(1 + 2 * 3 - 4 // 5 % 6 ** 2, 'a' * 5, (1, 2) + (3,), 7 / 2, -2 ** 2, ~5, +3, not 1, 1 << 10, 0xff & 0x0f | 0x10 ^ 1, 2 ** -1)
print('abc'[1], (1, 2, 3)[1:], b'abc'[0], 'x' 'y', ('a', ('b', 1.5, None, True)), [1, 2, 3] == [1, 2, 3])
for e in ('1/0', '1%0', '"a"+1', '(1,2)[5]', '-"a"', '1<<-1', '"abc"["x"]', '2**-1', '0**-1', '()[0]', '1//0', '~1.5', '{1:2}[3]', '"%d" % "x"', '(1,)+[2]'):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
def ids():
    return [1, 1.0, True, 0.0, -0.0, 0, False, 1j, -0j, 0j, (1,), (1.0,), (True,), (0.0,), (-0.0,), 'a', b'a', None, ...]
print(ids(), [type(v).__name__ for v in ids()])
def zeros(): return 0.0, -0.0, 0.0 * -1, 0, -0, (0.0, -0.0), (-0.0, 0.0)
print(zeros())
print(10 ** 50, 2 ** 100, 2 ** 128, 2 ** 127, 1 << 130, 'ab' * 3000 == 'ab' * 2999 + 'ab', len((1, 2) * 200), len('x' * 5000), 3 * (1, 2), 2 * 'ab', 0 * 'abc', -1 * (1,))
print(123456789012345678901234567890 * 987654321098765432109876543210, 1e308 * 10, -1e308 * 10, 1e309 - 1e309, 5 % -3, -5 // 3, 5.5 % -2)
print(1 if 'a' in 'abc' else 2, 3 in {1, 2, 3}, 3 in [1, 2], 'x' not in ('x', 'y'), [] in [[]], {1, 2} == {2, 1}, 1 in {}, None in [None], 1.0 in {1})
try: print([] in {1, 2})
except TypeError as e: print(e)
for i in [1, 2, 3]: print(i, end='') if False else print(i)
for i in {5}: print(i)
for i in []: print('never')
print(not (1 is None), not (1 in [1]), not 1 == 2, not (None is None), not (not 3))
print('%s and %r %a %%' % (1, 'x', 'é'), '%s' % 5, '%s %s' % ('a', 'b'), '%5.2f|%-5s|%05d' % (3.14159, 'ab', 42), '%(a)s' % {'a': 1}, '%c%x' % (65, 255))
def pct(a, b): return '%s-%r' % (a, b), '%s' % (a,), '<%s>' % b, '%s %%' % (a,), '%r%r' % (a, b), '%' '%' % ()
print(pct('x', [1]), pct((1,), 'y'))
try: print('%s %s' % (1,))
except TypeError as e: print(e)
def pct_err(a):
    for f in (lambda: '%s %s' % (a,), lambda: '%s' % (a, a), lambda: '%d' % (a,), lambda: '%z' % (a,), lambda: '%' % (a,), lambda: '%s%' % (a,)):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
pct_err('q')
print(f'', f'a', f'{1}', f'{"x"}', f'{1}{2}', f'a{1}b{2!r}c', f'{"a" "b"!a:>5}', f'{3.14159:.{2}f}', f'{{}}', f'{1:{"0"}{5}}', f'{"é"!a}', f'{10:#x}', f'{1=}', f'{ 1 = !r:>4}')
x = 5
print(f'{x!r:{x}}', f'{x=}', f'{x + 1 = :>5}', f'{(lambda: x)()}', f"{'a' if x else 'b'}", f'{[i for i in range(3)]}', f'{ {1: 2}[1] }', f'{x:%}', f'{x!s}{x!a}')
print('a' 'b' f'{x}' 'c', rb'\x', r'\n', 'é\u1234\U0001f600\N{BULLET}', b'\xff\0', '\x41\101\t|')
print((1, 2) is (1, 2) or True, (), (((),),), -1, - 1, --1, 1 - -1, 1_000, 0b11, 0o17, 0xAf, 1e3, .5, 5., 1_0.0_1e1_0, 5j)
print(1 < 2 < 3, 1 < 3 < 2, 'a' < 'b', (1, 2) < (1, 3), 1 == 1.0 == True, None != 0)
def dead():
    return 1
    yield 2
print(type(dead()).__name__)
def dead2():
    if 0: yield 1
    while 0: x = 1
    if 1: return 'live'
    return 'dead'
print(type(dead2()).__name__)
def dead3():
    while 1:
        if 1: break
        print('never')
    else: print('never')
    if not 0 and (1 or undefined): return 'ok'
print(dead3())
def dead4(n):
    if __debug__: n += 1
    if not __debug__: n += 10
    return n if 1 else n / 0
print(dead4(1))
print([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], {1, 2, 3}, {'a': 1, 'b': 2})
def biglist(): return [1, 2, 3, 4, 5, 6, 7, 8, 9]
a = biglist(); a.append(1); print(biglist(), a)
print(len([x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x]))
print(sum((x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x)))
print(eval('{' + ','.join('%d: x' % i for i in range(100)) + '}', {'x': 1}) == dict.fromkeys(range(100), 1))
print(eval('{' + ','.join('x + %d' % i for i in range(100)) + '}', {'x': 1}) == set(range(1, 101)))
print(eval("f'" + '{x}' * 100 + "'", {'x': 1}) == '1' * 100)
print(eval('dict(' + ','.join('k%d=x' % i for i in range(300)) + ')', {'x': 1}) == {'k%d' % i: 1 for i in range(300)})
print(eval('(' + ','.join(['x'] * 70) + ', *x)', {'x': (1,)}) == ((1,),) * 70 + (1,))
print(eval('+'.join(['1'] * 500)), eval('-' * 100 + '1'), eval('(' * 60 + '1' + ')' * 60), eval('[' * 50 + ']' * 50))
