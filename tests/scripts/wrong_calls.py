"""Wrong calls of built-in functions and methods: which mistake is named first, and in which words."""

import _heapq
import _string
import array
import binascii
import collections
import contextvars
import gc
import itertools
import marshal
import math
import operator
import re
import struct
import unicodedata


class Raiser:
    def __index__(self):
        raise KeyError('index')


pattern, context, packer = re.compile('a'), contextvars.Context(), struct.Struct('<hb')
SOURCES = '''
pattern.sub(1, z=2); sum(x=1); sum(start=1); sum(); sum([], 1, 2); int.from_bytes(z=1); 'a'.encode(z=1); open(z=1); compile(z=1); compile(1, 2, 3, 4, 5, 6, 7, 8); print(z=1)
enumerate(1, 2, 3); property(z=1); complex(1, 2, 3); int(1, base=2, x=3); str(1, 2, 3, x=4); max(1, z=1); pow(base=1); pow(1, 2, 3, x=4); round(1, 2, x=3); pattern.match(1, 2, 3, 4)
pattern.match(string=1, pos=2, endpos=3, z=4); pattern.split(z=1); b''.translate(z=1); b''.translate(b'', 1, 2, x=3); (1).to_bytes(1, 'big', 3); (1).to_bytes(1, 'big', 3, 4); (1).to_bytes(z=1)
b''.splitlines(1, x=2); ''.split(1, 2, 3); [].sort(1); [].sort(1, 2, 3); memoryview(1, 2); memoryview(z=1); bytearray().decode(1, 2, 3, stop=4); ''.expandtabs(1, 2)
bytes.capitalize(None, 1); bytes.capitalize(); bytes.join(255, len, 3); str.join(1); str.split(1, x=2); list.append(1); list.append(1, 2, 3); dict.pop(1); collections.deque.clear(True, 3)
collections.defaultdict.__copy__({}, 1); contextvars.Context.copy(1, 2); array.array.append(1); int.bit_length('a', 1); float.hex(1, 2); BaseException.add_note('a'); set.union(1, 2); set.union([], x=2)
[].__mul__(1, 2); [].__mul__(); ''.__rmul__(1, 2); [].__setitem__(1); {}.__setitem__(1, 2, 3); object().__setattr__('a'); object().__delattr__(); (1).__pow__(); (1).__pow__(1, 2, 3); [].__len__(1)
(1).__rpow__(); function.__get__(); property().__set__(1); [].__getitem__(); [].__getitem__(1, 2); {}.__delitem__(); [].__contains__(); array.array('i').__mul__(1.5); array.array('i') * 1.5; 1.5 * array.array('i')
array.array('i').__imul__('a'); array.array('i').__rmul__(1, 2); collections.deque().__imul__(1, 2); collections.deque().insert(1); collections.deque().index()
''.find(1, Raiser()); ''.index(int, None, 'a'); ''.startswith(1, Raiser()); ''.endswith((), Raiser()); ''.count(1, 1.5); b''.find(int, 1.5); b''.count(None, Raiser()); b''.startswith(1, 'a'); b''.endswith((), 1.5)
context.items(1); context.keys(x=1); context.copy(1); context.values(x=1); {1}.union(x=1); {1}.update(1, x=2); frozenset().difference(y=1); packer.pack_into(); packer.pack_into(1); struct.pack_into('i'); packer.pack_into(1, 2); packer.pack_into(bytearray(3), 0, 1, 2); packer.pack_into(bytearray(2), 0, 1, 2); packer.pack_into(1, 2, 3, 4)
itertools.chain('a').x; itertools.count().__next__(1); itertools.repeat(1).x; itertools.product().__init__.__self__.y; itertools.groupby('a').z; itertools.tee('a')[0].z; itertools.accumulate('a')[0]
math.acos(1, 2); math.acos(x=1); math.ceil(); math.gcd(x=1); math.comb(1); math.comb(1, x=2); gc.isenabled(1); _heapq.heappop(); _heapq.heappush(1); any(1, x=2); any(1, 2); len(); isinstance(1, 2, x=3)
marshal.loads(b'', 1); marshal.dumps(1, x=2); binascii.a2b_hex(1, 2); _string.formatter_parser(); operator.neg(); operator.add(1); operator.not_(1, x=2); unicodedata.name(); unicodedata.bidirectional(1, 2)
range(3).__bool__(); range(0).__bool__(); range(3).__bool__(1)
'''


def function():
    pass


class Counted:
    calls = 0

    def __index__(self):
        Counted.calls += 1
        return 0


for line in SOURCES.strip().split('\n'):
    for source in line.split('; '):
        try:
            print(source, '=>', repr(eval(source)))
        except Exception as e:
            print(source, '=>', type(e).__name__, e)
print('abc'.startswith(('x', 'y', 'a'), Counted()), b'abc'.endswith((b'x', b'c'), Counted()), Counted.calls)
