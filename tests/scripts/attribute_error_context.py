"""AttributeErrors and their name and obj; messages of list, type, super and item deletion; length hints."""
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'name', '-'), type(getattr(e, 'obj', None)))
    else: print(repr(r))
class K: pass
class KS: __slots__ = 'a'
k = K()
t(delattr, k, 'nope'); t(delattr, KS(), 'nope'); t(delattr, KS(), 'a'); t(delattr, K, 'nope'); t(delattr, object(), 'x'); t(setattr, object(), 'x', 1); t(delattr, [], 'append'); t(setattr, [], 'append', 1)
k.x = 1; k.__dict__; t(delattr, k, 'zz')
class G:
    def __getattr__(self, n): raise AttributeError('refused')
    @property
    def p(self): raise AttributeError('prop')
t(lambda: G().x); t(lambda: G().p); t(getattr, G(), 'y')
class PP:
    @property
    def p(self): raise AttributeError('prop')
t(lambda: PP().p)
t([1].index, 1, 'a'); t([1].index, 1, None); t((1,).index, 1, 'a'); t([1].sort, reverse='x'); t([2,1].sort, reverse=1.5); t(sorted, [1], reverse=None)
t(type, 'X', (), {}, {}); t(type.__new__, type); t(type.__new__, type, 1); t(super, 1, 2, 3); t(super, x=1)
class Off:
    def __getitem__(self, i): return 1
def d(): 
    o = Off(); del o[0]
def s(): 
    o = Off(); o[0] = 1
def d2(): del (1,)[0]
t(d); t(s); t(d2)
class LH:
    def __init__(s, v): s.v = v
    def __iter__(s): return iter([1])
    def __length_hint__(s): return s.v
for v in (-1, 'a', NotImplemented, 5): t(list, LH(v)); t(tuple, LH(v)); t([].extend, LH(v))
class LH2(LH):
    def __length_hint__(s): 1/0
t(list, LH2(0)); t(lambda: [*LH2(0)])
class NotIter: __iter__ = None
t(lambda: 1 in NotIter())
class Blocked:
    def __getitem__(self, i): return 1
t(reversed, Blocked()); t(reversed, {}.__class__); t(reversed, 5)
t(hash, type.__dict__)
