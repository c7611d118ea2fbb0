"""Formatted string literals."""
name, n, pi = 'World', 42, 3.14159
print(f'Hello {name}! {n:5d}|{n:<5}|{n:^5}|{n:>05}|{n:x}|{n:#b}|{pi:.2f}|{pi:10.3e}|{n:,}|{1234567:_}')
print(f'{name!r} {name!s} {"é"!a} {name!r:>10}')
print(f'{n=} {n = } {pi=:.1f} {name=!s} {n + 1=}')
width, prec = 10, 3
print(f'{pi:{width}.{prec}}|{name:*^{width}}|')
print(f"{'nested'} {f'{n}'} {{literal}} {{{n}}}")
print(f'{[x for x in range(3)]} {({"a": 1})["a"]} {(lambda x: x + 1)(2)}')
print(f'''multi
{n}
line''')
print('con' f'cat{n}' 'ed', f'{n!s:>6}', rf'\{n}', f'{n}\n' == '42\n')
print(f'{0.1 + 0.2} {1e16} {1e-5} {float("inf")} {-0.0} {1e22} {123456789012345678}')
print('%s %r %d %5.2f %x %o %e %g %% %c %-5s| %+d %05d %s' % ('s', 'r', 3.9, 2.5, 255, 8, 12345.678, 0.0001, 'c', 'l', 5, 42, None))
print('%(a)s-%(b)03d' % {'a': 1, 'b': 2}, '%s' % (1,), '%*d' % (5, 42), '%.*f' % (2, 3.14159))
print('{} {} {0}'.replace('{0}', '').format(1, 2), '{1} {0}'.format('a', 'b'), '{x.real} {y[0]} {z[k]}'.format(x=3, y=[4], z={'k': 5}))
print('{:>{w}}'.format('r', w=5), '{!r:^7}'.format('q'), '{:%}'.format(0.25), '{:08.3f}'.format(-3.14159), '{:+}'.format(3), '{: }'.format(3))
for bad in ("'%d' % 'x'", "'%s %s' % 1", "'%s' % (1, 2)", "'{}'.format()", "'{a}'.format()", "'{:d}'.format('x')", "'{:.2d}'.format(3)",
            "f'{3:zz}'", "'%z' % 3", "'{'.format(1)", "'}'.format(1)", "'{0} {}'.format(1, 2)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
