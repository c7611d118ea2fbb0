"""The functions of _weakref."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import w_None
from interpreter.objects.weakref import W_WeakBase, live_references, make_proxy
from interpreter.objects.wrap import newlist


@function('proxy(object, callback=None, /)')
def proxy(w_object, w_callback):
    """A proxy that stands for the object as long as it lives."""
    return make_proxy(w_object, w_callback)


@function('getweakrefcount(object, /) -> int')
def getweakrefcount(w_object):
    """How many weak references there are to the object."""
    return len(live_references(w_object))


@function('getweakrefs(object, /)')
def getweakrefs(w_object):
    """The weak references to the object."""
    return newlist([w_ref for w_ref in live_references(w_object)])


@function('_remove_dead_weakref(dct, key, /) -> None')
def _remove_dead_weakref(w_dict, w_key):
    """Removes a key whose value is a dead reference."""
    if not isinstance(w_dict, W_Dict):
        raise errors.type_error("_remove_dead_weakref() argument 1 must be dict, not %s" % w_dict.gettype().name)
    w_value = w_dict.getitem(w_key)
    if w_value is None:
        return
    if not isinstance(w_value, W_WeakBase):
        raise errors.type_error("not a weakref")
    if w_value.dereference() is None:
        w_dict.delitem(w_key)
