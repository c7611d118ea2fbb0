"""Weak references and proxies.

An object that is weakly referenced holds its *lifeline*, which holds (weakly) the references to the object.  References without a callback
need nothing else: they look whether the object is still there.  A lifeline that has references with callbacks is registered with a finalizer
queue: it dies with its object, and the callbacks run at the next safe point (`run_callbacks`).
"""
from __future__ import absolute_import

import weakref

from rpython.rlib import rgc

from interpreter import ops
from interpreter.errors import OperationError, reference_error, type_error
from interpreter.gateway import classmethod_, getter, method, raw_new, raw_method
from interpreter.objects.finalizer import pending
from interpreter.objects.root import W_Root, w_None, w_NotImplemented, BINARY_OPS, COMPARE_OPS
from interpreter.typedef import TypeDef


class W_Lifeline(W_Root):
    """refs: RPython weak references to the W_Weakref objects, in the order of their making; once there are more than `limit`, those
    that are gone are taken out.  plain, plain_proxy: to the shared ones without a callback."""
    _attrs_ = ['refs', 'limit', 'plain', 'plain_proxy', 'registered']

    def __init__(self):
        self.refs = []
        self.limit = 8
        self.plain = None
        self.plain_proxy = None
        self.registered = False

    def add(self, w_ref):
        """Remembers a new reference."""
        assert w_ref is not None
        if len(self.refs) > self.limit:
            kept = []
            for ref in self.refs:
                if ref() is not None:
                    kept.append(ref)
            self.refs = kept
            self.limit = 8 + 2 * len(kept)
        self.refs.append(weakref.ref(w_ref))

    def live(self):
        """The references that are still there: the shared ones first, then the newest."""
        result = []
        w_plain = None
        if self.plain is not None:
            w_plain = self.plain()
            if w_plain is not None:
                result.append(w_plain)
        w_plain_proxy = None
        if self.plain_proxy is not None:
            w_plain_proxy = self.plain_proxy()
            if w_plain_proxy is not None:
                result.append(w_plain_proxy)
        i = len(self.refs) - 1
        while i >= 0:
            w_ref = self.refs[i]()
            if w_ref is not None and w_ref is not w_plain and w_ref is not w_plain_proxy:
                result.append(w_ref)
            i -= 1
        return result


class LifelineQueue(rgc.FinalizerQueue):
    Class = W_Lifeline

    def finalizer_trigger(self):
        pending.flag = True


_queue = LifelineQueue()


def run_callbacks():
    """Calls the callbacks of the objects that died; run_finalizers() does, at a safe point.  Returns how many objects there were."""
    count = 0
    while True:
        lifeline = _queue.next_dead()
        if lifeline is None:
            return count
        count += 1
        for w_ref in lifeline.live():
            call_callback(w_ref)


def call_callback(w_ref):
    w_callback = w_ref.w_callback
    w_ref.clear()
    if w_callback is not None:
        try:
            w_callback.call1(w_ref)
        except OperationError as e:
            from interpreter.eval.hooks import report_unraisable
            report_unraisable(e, None, w_callback)


def get_lifeline(w_obj):
    """The object's lifeline, made if there is none; TypeError if its type does not allow it."""
    w_lifeline = w_obj.getweakref()
    if w_lifeline is None:
        w_lifeline = W_Lifeline()
        w_obj.setweakref(w_lifeline)
    assert isinstance(w_lifeline, W_Lifeline)
    return w_lifeline


class W_WeakBase(W_Root):
    """What references and proxies share: `target` is an RPython weak reference, or None once cleared."""
    target = None
    w_callback = None

    def start(self, w_obj, lifeline, w_callback):
        assert w_obj is not None
        assert w_obj is not None
        self.target = weakref.ref(w_obj)
        self.w_callback = w_callback
        lifeline.add(self)
        if w_callback is not None and not lifeline.registered:
            lifeline.registered = True
            _queue.register_finalizer(lifeline)

    def dereference(self):
        """The object, or None (RPython null) if it is gone."""
        if self.target is None:
            return None
        return self.target()

    def clear(self):
        self.target = None
        self.w_callback = None


class W_Weakref(W_WeakBase):
    """weakref.ref."""
    hash = -1               # -1: not known

    def op_call(self, args_w, kwnames):
        if len(args_w) > 0:
            if kwnames is not None and len(kwnames) > 0:
                raise type_error("weakref() takes no keyword arguments")
            raise type_error("weakref expected at most 0 arguments, got %d" % len(args_w))
        return self.target_object()

    def call0(self):
        return self.target_object()

    def target_object(self):
        """The object, or w_None."""
        w_obj = self.dereference()
        if w_obj is None:
            return w_None
        return w_obj

    def is_callable(self):
        return True

    def op_hash(self):
        if self.hash == -1:
            w_obj = self.dereference()
            if w_obj is None:
                raise type_error("weak object has gone away")
            self.hash = w_obj.op_hash()
        return self.hash

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        """ref[T]: a generic alias."""
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    def op_eq(self, w_other):
        return self.compare(w_other, True)

    def op_ne(self, w_other):
        return self.compare(w_other, False)

    def compare(self, w_other, equal):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_Weakref):
            return w_NotImplemented
        w_a = self.dereference()
        w_b = w_other.dereference()
        if w_a is None or w_b is None:
            return newbool((self is w_other) == equal)
        if equal:
            return ops.eq(w_a, w_b)
        return ops.ne(w_a, w_b)

    def op_repr(self):
        from interpreter.objects.object import address_hex
        from interpreter.objects.wrap import newstr
        w_obj = self.dereference()
        if w_obj is None:
            return newstr("<weakref at %s; dead>" % address_hex(self))
        text = "<weakref at %s; to '%s' at %s" % (address_hex(self), w_obj.gettype().name, address_hex(w_obj))
        from interpreter.objects.str import W_Str
        w_name = None
        try:
            w_name = ops.getattr_or_none(w_obj, '__name__')
        except OperationError:
            pass                # whatever a __getattr__ raises: the name is an extra
        if isinstance(w_name, W_Str):
            text += " (%s)" % w_name._utf8
        return newstr(text + ">")

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.errors import check_type_argument
        from interpreter.objects.instance import allocate_instance
        w_cls = check_type_argument('__new__', W_Weakref, args_w[0])
        npos = len(args_w) - (0 if kwnames is None else len(kwnames))
        if npos < 2:
            raise type_error("__new__ expected at least 1 argument, got %d" % (npos - 1))
        if npos > 3:
            raise type_error("__new__ expected at most 2 arguments, got %d" % (npos - 1))
        if kwnames is not None and len(kwnames) > 0 and w_cls is W_Weakref.typedef.w_type:
            raise type_error("ref() takes no keyword arguments")
        w_obj = args_w[1]
        w_callback = args_w[2] if npos == 3 else w_None
        if w_cls is W_Weakref.typedef.w_type:
            return make_ref(w_obj, w_callback)
        lifeline = get_lifeline(w_obj)
        w_ref = allocate_instance(W_Weakref, w_cls)
        w_ref.hash = -1
        w_ref.start(w_obj, lifeline, None if w_callback is w_None else w_callback)
        return w_ref

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        if kwnames is not None and len(kwnames) > 0:
            raise type_error("ref() takes no keyword arguments")
        if len(args_w) < 2 or len(args_w) > 3:
            raise type_error("__init__ expected at %s, got %d" % (
                "least 1 argument" if len(args_w) < 2 else "most 2 arguments", len(args_w) - 1))
        return w_None

    @classmethod_('__class_getitem__(cls, object, /)')
    def descr_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    @getter('__callback__')
    def get_callback(self):
        if self.w_callback is None:
            return w_None
        return self.w_callback


W_Weakref.typedef = TypeDef('weakref.ReferenceType', W_Weakref)


def make_ref(w_obj, w_callback):
    """weakref.ref(obj, callback): without a callback, the one that all share."""
    lifeline = get_lifeline(w_obj)
    if w_callback is w_None:
        if lifeline.plain is not None:
            w_ref = lifeline.plain()
            if w_ref is not None:
                return w_ref
        w_ref = W_Weakref()
        w_ref.start(w_obj, lifeline, None)
        lifeline.plain = weakref.ref(w_ref)
        return w_ref
    w_ref = W_Weakref()
    w_ref.start(w_obj, lifeline, w_callback)
    return w_ref


# ____________________________________________________________
# proxies


class W_Proxy(W_WeakBase):
    """weakref.proxy of an object that cannot be called: does everything that its object does."""

    def force(self):
        """The object; ReferenceError if it is gone."""
        w_obj = self.dereference()
        if w_obj is None:
            raise reference_error("weakly-referenced object no longer exists")
        return w_obj

    def op_getattribute(self, name):
        return ops.getattr(self.force(), name)

    def op_findattr(self, name):
        return ops.getattr_or_none(self.force(), name)

    def op_setattr(self, name, w_value):
        ops.setattr(self.force(), name, w_value)

    def op_delattr(self, name):
        ops.delattr(self.force(), name)

    def op_bool(self):
        return self.force().op_bool()

    def op_str(self):
        return ops.str(self.force())

    def op_repr(self):
        from interpreter.objects.object import address_hex
        from interpreter.objects.wrap import newstr
        w_obj = self.force()
        return newstr("<weakproxy at %s to %s at %s>" % (address_hex(self), w_obj.gettype().name, address_hex(w_obj)))

    def op_hash(self):
        raise type_error("unhashable type: '%s'" % self.gettype().name)

    def op_int(self):
        return self.force().op_int()

    def op_float(self):
        return self.force().op_float()

    def op_index(self):
        return self.force().op_index()

    def op_neg(self):
        return self.force().op_neg()

    def op_pos(self):
        return self.force().op_pos()

    def op_invert(self):
        return self.force().op_invert()

    def op_abs(self):
        return self.force().op_abs()

    def has_len(self):
        return True

    def op_len(self):
        return self.force().op_len()

    def op_getitem(self, w_key):
        return self.force().op_getitem(w_key)

    def op_setitem(self, w_key, w_value):
        self.force().op_setitem(w_key, w_value)

    def op_delitem(self, w_key):
        self.force().op_delitem(w_key)

    def op_contains(self, w_item):
        return self.force().op_contains(w_item)

    def op_iter(self):
        return ops.iter(self.force())

    def is_iterator(self):
        return True

    def op_next(self):
        w_obj = self.force()
        if not w_obj.is_iterator():
            raise type_error("Weakref proxy referenced a non-iterator '%s' object" % w_obj.gettype().name)
        return w_obj.op_next()

    @method('__bytes__(self)')
    def m_bytes(self):
        return ops.call_method0(self.force(), '__bytes__')

    @method('__reversed__(self)')
    def m_reversed(self):
        return ops.call_method0(self.force(), '__reversed__')


class W_CallableProxy(W_Proxy):
    """The same for an object that can be called."""

    def op_call(self, args_w, kwnames):
        return self.force().op_call(args_w, kwnames)

    def is_callable(self):
        return True


def unwrapped(w_obj):
    """The object behind a proxy, else the object itself."""
    if isinstance(w_obj, W_Proxy):
        return w_obj.force()
    return w_obj


_OPERATORS = [('add', 'add'), ('sub', 'sub'), ('mul', 'mul'), ('matmul', 'matmul'), ('truediv', 'truediv'), ('floordiv', 'floordiv'),
              ('mod', 'mod'), ('pow', 'pow'), ('lshift', 'lshift'), ('rshift', 'rshift'), ('and', 'and_'), ('or', 'or_'), ('xor', 'xor'),
              ('divmod', 'divmod')]
_SOURCE = '''
def op_%(op)s(self, w_other):
    return ops.%(function)s(self.force(), unwrapped(w_other))

def op_r%(op)s(self, w_other):
    return ops.%(function)s(unwrapped(w_other), self.force())
'''
_INPLACE = '''
def op_i%(op)s(self, w_other):
    return ops.i%(function)s(self.force(), unwrapped(w_other))
'''
_COMPARE = '''
def op_%(op)s(self, w_other):
    return ops.%(op)s(self.force(), unwrapped(w_other))
'''


def _add_operators():
    """Every operator applies to the objects behind the proxies."""
    namespace = {'ops': ops, 'unwrapped': unwrapped}
    for op, function in _OPERATORS:
        exec _SOURCE % {'op': op, 'function': function} in namespace
        if op != 'divmod':
            exec _INPLACE % {'op': op, 'function': function.rstrip('_')} in namespace
    for op, symbol in COMPARE_OPS:
        exec _COMPARE % {'op': op} in namespace
    for name, value in namespace.items():
        if name.startswith('op_'):
            setattr(W_Proxy, name, value)


_add_operators()
W_Proxy.typedef = TypeDef('weakref.ProxyType', W_Proxy, subclassable=False, unhashable=True)
W_CallableProxy.typedef = TypeDef('weakref.CallableProxyType', W_CallableProxy, subclassable=False, unhashable=True)


def make_proxy(w_obj, w_callback):
    """weakref.proxy(obj, callback)"""
    lifeline = get_lifeline(w_obj)
    if w_callback is w_None and lifeline.plain_proxy is not None:
        w_proxy = lifeline.plain_proxy()
        if w_proxy is not None:
            return w_proxy
    if ops.callable(w_obj):
        w_proxy = W_CallableProxy()
    else:
        w_proxy = W_Proxy()
    w_proxy.start(w_obj, lifeline, None if w_callback is w_None else w_callback)
    if w_callback is w_None:
        lifeline.plain_proxy = weakref.ref(w_proxy)
    return w_proxy


def live_references(w_obj):
    """All references and proxies to an object."""
    w_lifeline = w_obj.getweakref()
    if w_lifeline is None:
        return []
    assert isinstance(w_lifeline, W_Lifeline)
    return w_lifeline.live()
