"""% formatting of str and bytes over a table of conversions and values."""
specs = ['%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%.3d', '%x', '%X', '%#x', '%o', '%#o', '%e', '%.2e', '%E', '%f', '%.1f', '%8.3f', '%g', '%#g', '%.3G', '%s', '%10s', '%-10s|', '%.2s', '%r', '%.3r', '%a', '%c', '%i', '%u', '%%%s', '%ld', '%hs', '%+.2f', '%+x', '%08.2f', '%-+8.1f|', '%#.3x', '%+s']
for v in (0, 42, -7, 65, 3.75, -0.0, 1e100, 'str', 'é', None, True, 10 ** 20, float('nan'), (1,), [2]):
    out = []
    for s in specs:
        try:
            out.append('%s=%r' % (s, s % (v,)))
        except (TypeError, ValueError, OverflowError) as e:
            out.append('%s! %s' % (s, e))
    print(repr(v), '; '.join(out))
for f, a in (('%s %s', (1,)), ('%s', (1, 2)), ('%(a)s %(b)d', {'a': 1, 'b': 2}), ('%(a)s', {}), ('%(a)s', 5), ('%(a', {'a': 1}), ('%', 1), ('%s %', 1), ('%y', 1), ('%*d', (5, 3)), ('%-*d|', (5, 3)), ('%*d', (-5, 3)), ('%.*f', (2, 3.14159)), ('%*d', ('x', 3)),
             ('%s', {'a': 1}), ('no', ()), ('no', {}), ('no', 1), ('%s', []), ('%(a)s', {'a': (1, 2)}), ('%()s', {'': 'empty'}), ('%(x(y))s', {'x(y)': 'nested'}), ('%%', ()), ('%c', 'ab'), ('%c', 1114112), ('%c', -1), ('%c', 1.5), ('%d', '5'), ('%x', 3.0), ('%d', 3.99), ('%s%%%s', (1, 2)), ('%é', 1), ('%1$s', 1), ('%(a)s %s', {'a': 1})):
    try:
        print(repr(f), repr(f % a))
    except Exception as e:
        print(repr(f), type(e).__name__, e)


class N:
    def __index__(self):
        return 12

    def __float__(self):
        return 1.25

    def __int__(self):
        return 99

    def __str__(self):
        return 'as str'


for f in ('%d', '%x', '%f', '%s', '%c', '%i', '%g'):
    print(f % N(), end=' ')
print()
for f, a in ((b'%s', b'x'), (b'%b|%a', (b'y', 'é')), (b'%d %5.2f %x', (3, 2.5, 255)), (b'%c%c', (65, b'B')), (b'%s', 'str'), (b'%c', 256), (b'%r', b'q'), (b'%(k)s', {b'k': b'v'}), (b'%s', bytearray(b'ba')), (b'%-6s|', b'p'), (b'%d', 'x'), (b'%b', 5)):
    try:
        print(f, f % a)
    except Exception as e:
        print(f, type(e).__name__, e)
print(bytearray(b'%d') % 5, '%s' % b'bytes', '%s %s' % ('a', (1, 2)), '%s' % ((1, 2),), '%r %a' % ('ü', 'ü'), '%.0f %.0f %.0f' % (0.5, 1.5, 2.5), '%5.1f%%' % 99.44)
