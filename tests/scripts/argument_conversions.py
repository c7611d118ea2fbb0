"""What built-in functions do with arguments of other types and sizes than they like."""

from collections import OrderedDict, deque


class S(str):
    pass


class Index:
    def __index__(self):
        return 2


SOURCES = '''
'a\\nb'.splitlines(1.5); 'a\\nb'.splitlines('x'); 'a\\nb'.splitlines(2 ** 31); 'a\\nb'.splitlines(Index()); b'a\\nb'.splitlines(None); bytearray(b'a\\n').splitlines(True)
[2, 3].sort(reverse='a'); sorted([2, 3], reverse=2 ** 40); sorted([2, 3], reverse=Index()); chr(1 << 31); chr(-1 << 40); chr(1 << 70); chr(-1); chr(Index()); chr(1.0)
deque([1, 2, 3]).rotate(2 ** 70); deque([1, 2, 3]).rotate(1.0); deque([1, 2]) * 2 ** 62; deque() * 2 ** 62; deque([1, 2, 3], 4) * 1000; deque([1, 2, 3], 0) * 1000; deque([1, 2, 3], 5) * 3; deque([1, 2]) * -1; deque('ab', 7) * 2; str.maketrans(OrderedDict(a=1)); str.maketrans({'a': 'b'}); str.maketrans([])
type(format(S('sub'), '3')); type(format(S('sub'), '')); type(format(S('sub'), '5')); type(format(S('sub'), '.2')); type(f'{S("sub"):s}')
'' % b''; 'x' % b'y'; '%s' % b'y'; '%(a)s' % b'y'; 'x' % bytearray(b'y'); b'x' % b'y'; b'x' % bytearray(b'y'); b'x' % 'y'; 'x' % 'y'; 'x' % memoryview(b'y'); b'x' % {}
'''
for line in SOURCES.strip().split('\n'):
    for source in line.split('; '):
        try:
            print(source, '=>', repr(eval(source)))
        except Exception as e:
            print(source, '=>', type(e).__name__, e)
