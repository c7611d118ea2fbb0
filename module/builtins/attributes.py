"""Built-in functions about objects, their attributes and types."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function, raw_function
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newint, newlist, newstr


@function('getattr(object, name, default=?, /)')
def getattr(w_object, w_name, w_default):
    """The value of an attribute, or the default if there is no such attribute."""
    name = ops.attribute_name(w_name)
    if w_default is None:
        return ops.getattr(w_object, name)
    w_result = ops.getattr_or_none(w_object, name)
    if w_result is None:
        return w_default
    return w_result


@function('hasattr(obj, name, /) -> bool')
def hasattr(w_object, w_name):
    """Is there an attribute of that name?"""
    return ops.getattr_or_none(w_object, ops.attribute_name(w_name)) is not None


@function('setattr(obj, name, value, /) -> None')
def setattr(w_object, w_name, w_value):
    """Gives an attribute a value."""
    ops.setattr(w_object, ops.attribute_name(w_name), w_value)


@function('delattr(obj, name, /) -> None')
def delattr(w_object, w_name):
    """Removes an attribute."""
    ops.delattr(w_object, ops.attribute_name(w_name))


@function('callable(obj, /) -> bool')
def callable(w_object):
    """May the object be called?"""
    return ops.callable(w_object)


@function('isinstance(obj, class_or_tuple, /) -> bool')
def isinstance_(w_object, w_class):
    """Is the object an instance of the class, or of one of the classes?"""
    return ops.isinstance(w_object, w_class)


@function('issubclass(cls, class_or_tuple, /) -> bool')
def issubclass_(w_cls, w_class):
    """Is the class a subclass of the other, or of one of the others?"""
    return ops.issubclass(w_cls, w_class)


@function('id(obj, /)')
def id(w_object):
    """A number that no other living object has."""
    return ops.id(w_object)


@function('hash(obj, /) -> int')
def hash(w_object):
    """The hash value of an object."""
    return ops.hash(w_object)


@function('repr(obj, /)')
def repr(w_object):
    """The text that represents an object, if possible as source."""
    return ops.repr(w_object)


@function('ascii(obj, /)')
def ascii(w_object):
    """repr() with everything beyond ASCII escaped."""
    return ops.ascii(w_object)


@function("format(value, format_spec='', /)")
def format(w_value, w_spec):
    """The object as text, laid out as the format specification says."""
    if not isinstance(w_spec, W_Str):
        from interpreter.objects.strsearch import shown_type
        raise errors.type_error("format() argument 2 must be str, not %s" % shown_type(w_spec))
    return ops.format(w_value, w_spec)


@function('dir(object=?, /)')
def dir(w_object):
    """The sorted names that are defined in an object, or here."""
    if w_object is None:
        from module.frames import current_locals
        w_names = ops.call_method0(current_locals(), 'keys')
    else:
        w_method = ops.lookup_special(w_object, '__dir__')
        if w_method is None:
            raise errors.type_error("object does not provide __dir__")
        w_names = w_method.call0()
    w_list = newlist(ops.listview(w_names))
    ops.call_method0(w_list, 'sort')
    return w_list


@function('vars(object=?, /)')
def vars(w_object):
    """The namespace of an object, or the local variables."""
    if w_object is None:
        from module.frames import current_locals
        return current_locals()
    w_dict = ops.getattr_or_none(w_object, '__dict__')
    if w_dict is None:
        raise errors.type_error("vars() argument must have __dict__ attribute")
    return w_dict


@function('globals()')
def globals():
    """The global variables of the caller."""
    from module.frames import current_globals
    return current_globals()


@function('locals()')
def locals():
    """The local variables of the caller."""
    from module.frames import current_locals
    return current_locals()
