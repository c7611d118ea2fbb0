"""_thread._local: an object whose attributes each thread has for itself."""
from __future__ import absolute_import

import weakref

from rpython.rlib import rthread

from interpreter import errors, ops
from interpreter.gateway import deleter, getter, raw_new, setter
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newdict
from interpreter.typedef import TypeDef


class LocalTable(object):
    """Weak references to the thread-local objects that threads have used, by thread: what to clean when a thread ends."""

    def __init__(self):
        self.used = {}


table = LocalTable()


class W_Local(W_Root):
    """dicts holds the attributes by thread identifier.  args_w and kwnames go to __init__ in each thread that comes to use it."""
    lifeline = None
    dicts = None
    args_w = None
    kwnames = None

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        w_cls = errors.check_type_argument('__new__', W_Local, args_w[0])
        w_self = allocate_instance(W_Local, w_cls)
        if len(args_w) > 1 and w_cls.slots().w_init is None:
            raise errors.type_error("Initialization arguments are not supported")
        w_self.dicts = {}
        w_self.args_w = args_w[1:]
        w_self.kwnames = kwnames
        w_self.attach(rthread.get_ident())
        return w_self

    def attach(self, ident):
        """A new dictionary for this thread."""
        w_dict = newdict()
        self.dicts[ident] = w_dict
        refs = table.used.get(ident, None)
        if refs is None:
            table.used[ident] = [weakref.ref(self)]
        else:
            refs.append(weakref.ref(self))
        return w_dict

    def getdict(self):
        ident = rthread.get_ident()
        w_dict = self.dicts.get(ident, None)
        if w_dict is None:
            w_dict = self.attach(ident)
            w_init = self.gettype().slots().w_init
            if w_init is not None:
                try:
                    ops.call_special(self, w_init, self.args_w, self.kwnames)
                except errors.OperationError:
                    del self.dicts[ident]
                    raise
        return w_dict

    @getter('__dict__')
    def get_dict(self):
        """The attributes of the calling thread."""
        return self.getdict()

    @setter('__dict__')
    def set_dict(self, w_dict):
        self.setdict(w_dict)

    @deleter('__dict__')
    def del_dict(self):
        self.setdict(None)

    def setdict(self, w_dict):
        raise errors.attribute_error_message(self, '__dict__', "'%s' object attribute '__dict__' is read-only" % self.gettype().name)

    def getdictvalue(self, name):
        return self.getdict().getitem_str(name)

    def setdictvalue(self, name, w_value):
        self.getdict().setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        return self.getdict().delitem_str(name)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline


W_Local.typedef = TypeDef('_thread._local', W_Local, module='_thread', has_dict=True, weakrefable=True,
                          doc="An object whose attributes each thread has for itself.")


def thread_ended(ident):
    """Drops what the thread had in all its thread-local objects."""
    refs = table.used.get(ident, None)
    if refs is None:
        return
    del table.used[ident]
    for ref in refs:
        w_local = ref()
        if w_local is not None and ident in w_local.dicts:
            del w_local.dicts[ident]
