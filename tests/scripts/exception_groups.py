"""except* and exception groups."""


def raiser(*excs):
    raise ExceptionGroup('group', list(excs))


try:
    raiser(ValueError(1), TypeError('t'), KeyError('k'))
except* ValueError as g:
    print('values', g.exceptions)
except* (TypeError, KeyError) as g:
    print('others', g.exceptions)
try:
    try:
        raiser(ValueError(1), OSError(2, 'x'))
    except* ValueError:
        print('v')
except ExceptionGroup as rest:
    print(rest.message, rest.exceptions)
try:
    raise ValueError('plain')
except* ValueError as g:
    print(repr(g))
eg = ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [TypeError(2), ValueError(3)])])
print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg, sep='\n')
for bad in ('ExceptionGroup("x", [])', 'ExceptionGroup("x", [5])', 'ExceptionGroup("x", [KeyboardInterrupt()])', 'ExceptionGroup("x", 5)'):
    try:
        eval(bad)
    except Exception as e:
        print(type(e).__name__, e)
