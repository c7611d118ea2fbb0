"""f-strings: nesting, =, conversions, quoting, lambdas, walrus, multi-line, errors."""
x, name, d = 7, 'nåme', {'k': {'z': 1}, 5: 'five'}
print(f'{x=}', f'{x = }', f'{x=!s}', f'{x=:>5}', f'{ x + 1 = }', f'{d["k"]=}', f'{name=!a:>12}', f'{x=!r:^{x}}|')
print(f'{x:{"0"}{x}}', f'{x:{x}.{2}f}' if 0 else f'{3.14159:{x}.{2}f}', f'{"a" "b"}', f'{d[5]}', f"{d['k']['z']}", f'{{}}', f'{{{x}}}', f'}}{{', f'{(lambda v: v * 2)(x)}', f'{(y := x + 1)} {y}', f'{x:=5}', f'{x!r:}', f'{"":5}|')
print(f'''{
    x
} multi {x
+ 1}
line''', rf'\n{x}\d', fr'{x}\\', Rf'\{x}', f'\N{GREEK SMALL LETTER ALPHA}{x}', f'\x41{x}\u00e9', f'{x}' '{x}' f'{x!s}' r'\{', F'{x}')
print(f'{[i for i in range(3)]} { {1: 2}[1] } {x if x > 5 else "small"} {x:{"d" if x else "s"}} {(1, 2)} {1, 2} {*range(2), 3} {x and "and" or "or"} {not x} {x == 7} {x != 7} {x >= 7} {lambda_ if 0 else 1}')
print(f"{f'{x}{1}'}", f'{"%s" % x}', f'{"{}".format(x)}', f'{x}{x}{x}', f'', f'{0}', f'{""!r}', f'{None}', f'{...}', f'{True!s:>6}', f'{1_000:,}', f'{10**6:_}', f'{1e3}', f'{3!r:>4}', f'{x:<4}|', f'{x:^4}|', f'{-x:+}', f'{x:#b}')


def gen():
    received = yield f'{(yield 1)} and {(yield 2)}'
    print(received)


g = gen()
print(next(g), g.send('a'), g.send('b'))
try:
    g.send('end')
except StopIteration:
    pass


class C:
    a = 1
    s = f'{a}'

    def m(self):
        return f'{self.a!r} {__class__.__name__}'

    def __format__(self, spec):
        return 'C:' + spec

    def __str__(self):
        return 'strC'

    def __repr__(self):
        return 'reprC'


c = C()
print(C.s, c.m(), f'{c}', f'{c!s}', f'{c!r}', f'{c:a:b!c}', f'{c!s:>6}', f'{c:{c.a}{{}}}' if 0 else '', f'{c=}', f'{c=!s}', f'{c=:z}', [f'{i}{j}' for i in 'ab' for j in range(2)], f'{c:%H:%M}')
print(f'first {x} \
continued', f'{x}' + f"{x!r}", (f'a' f'{x}' 'b'), 'plain {x}' f'{x}', f'{x}'.join('ab'), f'%s {x}' % 1, f'{x:5}'.strip(), f"it's {x}", f'"{x}"')
for bad in ("f'{}'", "f'{x'", "f'}'", "f'{x!z}'", "f'{x!}'", "f'{ }'", "f'{!r}'", "f'{:x}'", "f'{a b}'", "f'{x:{y:{z}}}'", "f'{#}'", "f'{1:d}{'", "f'{nope}'", "f'{x.y}'", "f'{1/0}'", "f'{lambda x: 1}'", "f'{x!r !s}'", "f'{*a}'", "f'{x:zz}'", "f'{\"a\":d}'", "f'{(}'", "f'{)}'", "f'{x=!q}'", "fb''", "fu''"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, getattr(e, 'msg', None) or e)
