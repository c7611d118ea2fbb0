"""The format mini-language, over a table of values and specs."""
specs = ['', 'd', 'x', 'X', '#x', 'o', '#o', 'b', '#b', 'c', 'n', 'e', 'f', 'g', '%', 's', '5', '<5', '>5', '^5', '=5', '05', '+', '-', ' ', '+05', '*^9', 'é>6', ',', '_', '_x', ',.2f', '.3', '.0f', '#.0f', '.1e', '10.4f', '<10.2e|'[:-1],
         '+.2%', '#g', '.10g', 'E', 'F', 'G', '08.3f', '=+10', '_b', '020,', 'z.1f', '#_x', '012_d', '0<6', '+,', 'r', '.2d', '5.2s', '=5s', '-5', '#', '0', '1', '100', '.', ',x', ',_', '!5', 'dd', '<<5', '{', '\x00>5']
for v in (0, 42, -1234567, 3.14159265, -0.0001, 1e20, float('inf'), float('nan'), 'text', True, None, 12345678901234567890123):
    line = []
    for spec in specs:
        try:
            line.append('%s=%r' % (spec, format(v, spec)))
        except (ValueError, TypeError, OverflowError) as e:
            line.append('%s! %s' % (spec, e))
    print(v, '; '.join(line))


class F:
    def __format__(self, spec):
        return '<%s>' % spec

    def __repr__(self):
        return 'rF'


class G:
    def __str__(self):
        return 'sG'


class Bad:
    def __format__(self, spec):
        return 5


print(f'{F()} {F():abc} {F()!r:>5} {F()!s} {G()} {G()!s:*>5}', '{:{}}'.format(F(), 'nested'), '{0:{1}{2}}'.format(F(), 'a', 'b'), format(G()), '{:}'.format(F()))
for f in (lambda: format(G(), '5'), lambda: f'{Bad()}', lambda: format([], '5'), lambda: format(1, None), lambda: '{:5}'.format(None), lambda: format(object, 'x')):
    try:
        print(f())
    except TypeError as e:
        print(e)
for v in (1234.5, 0.000123456, 1e6, 123456789.0, 1e-10, 0.5, 1.5, 2.5, 99999.95, 1e16):
    print([format(v, s) for s in ('', 'g', '.3g', '.0f', '.1f', '.2e', '.12g', ',', '.1%', 'n', '10', '<12', '.17g', '#.3g', 'r' if 0 else 'e')])
