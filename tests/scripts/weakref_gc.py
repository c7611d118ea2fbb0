"""weakref, finalizers and gc, in ways that hold with any collector."""
import gc
import threading
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'Node %s' % self.name

    def __eq__(self, o):
        return isinstance(o, Node) and self.name == o.name

    def __hash__(self):
        return hash(self.name)

    def method(self):
        return 'method of ' + self.name


def collect():
    for _ in range(5):
        gc.collect()


def cleared():
    n = Node('dies')
    n.cycle = n
    return weakref.ref(n), weakref.WeakMethod(n.method)


keep = Node('kept')
r = weakref.ref(keep)
called = []
r2 = weakref.ref(keep, called.append)
gone, gone_method = cleared()
collect()
print(r() is keep, r2() is keep, r == weakref.ref(keep), r is weakref.ref(keep), hash(r) == hash(keep), gone(), gone_method(), weakref.getweakrefcount(keep) >= 2, called)
p = weakref.proxy(keep)
print(p.name, p == keep, p.method(), str(p), isinstance(p, Node), type(p).__name__)
p.extra = 5
print(keep.extra)
wm = weakref.WeakMethod(keep.method)
print(wm()(), wm() == keep.method)
d = weakref.WeakValueDictionary(k=keep)
k = weakref.WeakKeyDictionary({keep: 'value'})
s = weakref.WeakSet([keep])


def temporary():
    t = Node('temporary')
    d['t'] = t
    k[t] = 'temporary value'
    s.add(t)
    return len(d), len(k), len(s)


print(temporary())
collect()
print(dict(d), dict(k), list(s), len(d), len(k), len(s), keep in s, 't' in d, d.get('t'), k[keep])
log = []


def with_callback():
    n = Node('callback')
    return weakref.ref(n, lambda ref: log.append(('cleared', ref() is None)))


cb = with_callback()
collect()
print(log, cb())
fin_log = []


def with_finalize():
    n = Node('finalized')
    return weakref.finalize(n, fin_log.append, 'finalize ran')


f = with_finalize()
collect()
print(fin_log, f.alive, f())
g = weakref.finalize(keep, fin_log.append, 'called by hand')
g.atexit = False
print(g.alive, g(), g.alive, fin_log)


class Del:
    log = []

    def __del__(self):
        Del.log.append('del')


def make():
    x, y = Del(), Del()
    x.other, y.other = y, x


make()
collect()
print(Del.log)


class Resurrect:
    saved = []

    def __del__(self):
        Resurrect.saved.append(self)


def resurrect():
    Resurrect().tag = 'back'


resurrect()
collect()
print([x.tag for x in Resurrect.saved])
unhashable = type('U', (), {'__hash__': None})()
for bad in (lambda: weakref.ref(5), lambda: weakref.ref('s'), lambda: weakref.ref(None), lambda: weakref.proxy(()), lambda: weakref.ref(), lambda: weakref.ref(keep, 1, 2), lambda: {}.__weakref__, lambda: weakref.WeakKeyDictionary({5: 1}), lambda: hash(weakref.ref(unhashable)), lambda: weakref.proxy(keep).nope):
    try:
        print(bad() is not None)
    except Exception as e:
        print(type(e).__name__, str(e).split(' at ')[0])
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), isinstance(gc.collect(), int), weakref.ref(len)() is len, weakref.ref(Node)() is Node, weakref.ref(lambda: 0) is not None, weakref.ref({1}.__class__)() is set)


# what an object refers to, and what refers to it
class Node:
    @property
    def size(self):
        return 0

    @staticmethod
    def make():
        pass

    @classmethod
    def kind(cls):
        pass


class Slotted:
    __slots__ = ('item',)


class Items(list):
    pass


def refers(container, *targets):
    return [any(found is target for found in gc.get_referents(container)) for target in targets]


def outer(parameter):
    def inner():
        return parameter
    return inner


def waiting(value):
    yield


node = Node()
node.items, node.itself = [1, 'x'], node
slotted, items = Slotted(), Items([node])
slotted.item, items.owner = node.items, slotted
function, generator = outer(node), waiting(node)
next(generator)
try:
    raise ValueError(node)
except ValueError as e:
    error = e
print(refers(node, node.items, Node, node), refers(slotted, node.items, Slotted), refers(items, node, Items), refers(function.__closure__[0], node))
print(refers((node,), node), refers({node: 1}, node), refers({1: node}, node), refers({node}, node), refers(frozenset([node]), node))
print(refers(Node.__dict__['size'], Node.__dict__['size'].fget), refers(Node.__dict__['make'], Node.make), refers(Node.kind, Node), refers(Node, object))
print(refers(gc, gc.__dict__), refers(generator, node), refers(error, error.__traceback__))
everything = gc.get_objects()
known = {id(each) for each in everything}
print(type(everything), [id(each) in known for each in (node, slotted, items, Node, function, generator)], sum(type(each) is Node for each in everything))
del everything
print(any(each is items for each in gc.get_referrers(node)), any(each is slotted for each in gc.get_referrers(node.items)), gc.get_referrers(), gc.get_referents(), gc.get_referents(1, 'a', None))
for bad in (3, 'a'):
    try:
        gc.get_objects(bad)
    except Exception as e:
        print(type(e).__name__, e)
seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase, sorted(info))))
gc.collect(1)
del gc.callbacks[:]
gc.collect()
print(seen)


# a frame that caught an exception is not kept after its return
class Local:
    pass


def catches():
    local = Local()
    refs.append(weakref.ref(local))
    try:
        [].pop()
    except IndexError:
        pass


def leaves_by_return():
    local = Local()
    refs.append(weakref.ref(local))
    try:
        catches()
        {}['missing']
    except KeyError:
        return


refs = []
for function in [catches, leaves_by_return]:
    function()
    gc.collect()
    print(function.__name__, [ref() for ref in refs])

# a callback lets something go, while other threads have run just before
kept, gone = {}, []


def pair():
    holder, held = Local(), Local()
    kept['held'] = held
    kept['reference'] = weakref.ref(holder, lambda ref: kept.pop('held'))
    gone.append(weakref.ref(held))


for i in range(3):
    thread = threading.Thread(target=pair)
    thread.start()
    thread.join()
    del thread
    gc.collect()
    print(sorted(kept), [ref() is None for ref in gone])
