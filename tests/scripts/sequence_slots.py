"""Special methods of sequences and numbers called by name; slices assigned from what changes the list."""
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: (0).__rpow__(-1, "big")); t(lambda: (2).__rpow__(3, 5)); t(lambda: (2).__rpow__(3)); t(lambda: (2).__rpow__('a')); t(lambda: (2.0).__rpow__(3))
t(lambda: [].__imul__(None)); t(lambda: [1].__imul__(2)); t(lambda: [1].__mul__(None)); t(lambda: bytearray(b'a').__imul__('x'))
v = [1, 2]
def a(): v[-1:0:0] = 5
t(a)
def a(): v[0:1] = 5
t(a)
def a(): v[0:2:2] = 5
t(a)
def a(): v[::2] = [7]; return v
t(a)
def a(): v[1:] = 'abc'; return v
t(a)
l = [1,2,3]
class E:
    def __iter__(self):
        l.clear(); return iter([9])
l[1:2] = E(); print(l)
class F(list): pass
f = F([1]); f *= 2; print(f)
import array; x = array.array('i', [1]); x *= 2; print(x)
import collections; d = collections.deque([1]); d *= 2; print(d); t(lambda: d.__imul__('a'))
