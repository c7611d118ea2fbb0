"""W_Root: what every Python object is, and the slots that its type may fill.

Every Python-visible object is an instance of a subclass of W_Root.  A built-in
type is one RPython class with a class attribute `typedef` (interpreter.typedef).
Operations are RPython virtual methods, the *slots*: `op_add`, `op_len`,
`op_getattribute` ...  A built-in type overrides the slots that it has, and
interpreter.typedef derives `__add__`, `__len__` ... from them, as CPython's slot
wrappers do.  Classes written in Python are instances of a *user subclass* of
the built-in class they extend (interpreter.objects.instance): its slots look up
the special method in the type and call it.

Conventions of the slots
  binary operators      return w_NotImplemented when they do not know the operand.  `op_radd(self, w_other)` is
                        `w_other + self`.  interpreter.ops tries both in CPython's order.
  comparisons           op_lt ... op_ge: the same
  op_next               returns None (RPython null) when exhausted: no exception is made for the usual end of a loop.
                        A StopIteration raised by a Python-level __next__ is turned into None by the user slot.
  op_len, op_hash       RPython ints;  op_bool, op_contains: RPython bools
  op_repr, op_str       wrapped strings
  op_call               (args_w, kwnames): as CPython's vectorcall.  `args_w` is a list of positional arguments followed by
                        the values of the keyword arguments named in `kwnames` (a list of str, or None).
A slot that a type lacks raises the TypeError that CPython gives, or returns w_NotImplemented.
"""

BINARY_OPS = [('add', '+'), ('sub', '-'), ('mul', '*'), ('matmul', '@'), ('truediv', '/'), ('floordiv', '//'),
              ('mod', '%'), ('pow', '** or pow()'), ('lshift', '<<'), ('rshift', '>>'), ('and', '&'), ('or', '|'),
              ('xor', '^'), ('divmod', 'divmod()')]
COMPARE_OPS = [('lt', '<'), ('le', '<='), ('eq', '=='), ('ne', '!='), ('gt', '>'), ('ge', '>=')]


class W_Root(object):
    """The base of all Python objects."""
    _attrs_ = ()
    typedef = None              # interpreter.typedef.TypeDef of the built-in type
    is_user_instance = False    # True in user subclasses: slots may be overridden in Python
    reflects_first = False      # may this class extend another and override a reflected operator or a comparison?

    # ---- type and attributes

    def gettype(self):
        """The W_Type of the object."""
        return self.typedef.w_type

    def settype(self, w_type):
        """`obj.__class__ = w_type`."""
        from interpreter.errors import type_error
        raise type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")

    def getdictvalue(self, name):
        """The instance attribute `name` (str), or None; looks at the instance only."""
        return None

    def setdictvalue(self, name, w_value):
        """Sets an instance attribute; False if the object has no instance attributes."""
        return False

    def deldictvalue(self, name):
        """Deletes an instance attribute; False if there is none of that name."""
        return False

    def getdict(self):
        """The W_Dict behind `__dict__`, or None."""
        return None

    def setdict(self, w_dict):
        from interpreter.errors import attribute_error
        raise attribute_error(self, '__dict__')

    def getweakref(self):
        """The lifeline (interpreter.objects.weakref) or None."""
        return None

    def setweakref(self, lifeline):
        from interpreter.errors import type_error
        raise type_error("cannot create weak reference to '%s' object" % self.gettype().name)

    def map_or_none(self):
        """The interpreter.objects.instance.Map, or None."""
        return None

    def getslotvalue(self, index):
        """The value of a `__slots__` member, or None if unset."""
        return None

    def setslotvalue(self, index, w_value):
        """Sets (or, with None, unsets) a `__slots__` member."""
        from interpreter.errors import type_error
        raise type_error("'%s' object has no slots" % self.gettype().name)

    def op_getattribute(self, name):
        from interpreter.objects.object import generic_getattribute
        return generic_getattribute(self, name)

    def op_findattr(self, name):
        """The same, but None where AttributeError would be raised.  A class that overrides op_getattribute and not this one
        gets `findattr_by_getattribute` (interpreter.typedef sees to it)."""
        from interpreter.objects.object import generic_findattr
        return generic_findattr(self, name)

    def op_setattr(self, name, w_value):
        from interpreter.objects.object import generic_setattr
        generic_setattr(self, name, w_value)

    def op_delattr(self, name):
        from interpreter.objects.object import generic_delattr
        generic_delattr(self, name)

    # ---- descriptors: an attribute of a type that has `is_descr` is bound through these

    def is_descr(self):
        """Has the type `__get__`?"""
        return False

    def is_data_descr(self):
        """Has the type `__set__` or `__delete__`?"""
        return False

    def is_method_descr(self):
        """Is `type.attribute(obj, ...)` the same as `obj.attribute(...)`?  True for functions and method descriptors: a call then
        needs no bound method."""
        return False

    def op_get(self, w_obj, w_type):
        """`descr.__get__(obj, type)`; w_obj is None when looked up on the type itself."""
        return self

    def op_set(self, w_obj, w_value):
        from interpreter.errors import attribute_error_message
        raise attribute_error_message(self, '__set__', '__set__')

    def op_delete(self, w_obj):
        from interpreter.errors import attribute_error_message
        raise attribute_error_message(self, '__delete__', '__delete__')

    # ---- calls

    def is_callable(self):
        """Has the type `__call__`?  interpreter.typedef sets it in every class that overrides op_call."""
        return False

    def op_call(self, args_w, kwnames):
        from interpreter.errors import type_error
        raise type_error("'%s' object is not callable" % self.gettype().name)

    def call0(self):
        return self.op_call([], None)

    def call1(self, w_a):
        return self.op_call([w_a], None)

    def call2(self, w_a, w_b):
        return self.op_call([w_a, w_b], None)

    def call3(self, w_a, w_b, w_c):
        return self.op_call([w_a, w_b, w_c], None)

    # ---- conversions

    def op_bool(self):
        return True

    def op_repr(self):
        from interpreter.objects.object import default_repr
        return default_repr(self)

    def op_str(self):
        return self.op_repr()

    def op_hash(self):
        from interpreter.objects.object import identity_hash
        return identity_hash(self)

    def op_int(self):
        """__int__, or None."""
        return None

    def op_float(self):
        """__float__, or None."""
        return None

    def op_complex(self):
        """__complex__, or None."""
        return None

    def op_index(self):
        """__index__ (an exact or subclassed int), or None."""
        return None

    def op_format(self, spec):
        """__format__(spec: str) -> W_Root."""
        from interpreter.objects.object import default_format
        return default_format(self, spec)

    # ---- unary operators; None if not supported

    def op_neg(self):
        return None

    def op_pos(self):
        return None

    def op_invert(self):
        return None

    def op_abs(self):
        return None

    def buffer_str(self):
        """The content of a bytes-like object (bytes, bytearray, memoryview ...); None for all others."""
        return None

    def op_buffer(self, writable):
        """Its Buffer (interpreter.objects.buffer); None if it has none, or none that is writable where that is asked for."""
        return None

    # ---- containers

    def buffer_writable(self):
        """Is it a bytes-like object that buffer_write may change?"""
        return False

    def buffer_write(self, start, data):
        """Puts the bytes `data` (str) at byte offset `start` of the object's buffer, where they fit."""
        from interpreter.errors import type_error
        raise type_error("a read-write bytes-like object is required, not '%s'" % self.gettype().name)

    def is_repeatable(self):
        """Is it a sequence with `*`?  For the error message of `sequence * object`."""
        return False

    def has_len(self):
        """Has the type __len__?"""
        return False

    def op_len(self):
        from interpreter.errors import type_error
        raise type_error("object of type '%s' has no len()" % self.gettype().name)

    def op_getitem(self, w_key):
        from interpreter.errors import type_error
        raise type_error("'%s' object is not subscriptable" % self.gettype().name)

    def op_setitem(self, w_key, w_value):
        from interpreter.errors import type_error
        raise type_error("'%s' object does not support item assignment" % self.gettype().name)

    def op_delitem(self, w_key):
        from interpreter.errors import type_error
        raise type_error("'%s' object doesn't support item deletion" % self.gettype().name)

    def op_contains(self, w_item):
        from interpreter.objects.object import contains_by_iteration
        return contains_by_iteration(self, w_item)

    def op_iter(self):
        """The iterator; None if the type has no __iter__ (the sequence protocol is tried then)."""
        return None

    def op_iter_is_missing(self):
        """Does the type have neither __iter__ nor a __getitem__ that may stand in for it?"""
        w_type = self.gettype()
        w_iter = w_type.lookup('__iter__')
        if w_iter is not None:
            return w_iter is w_None
        if not self.is_user_instance:
            return not self.is_repeatable()     # the subscripts of other built-in types are no indices
        return w_type.lookup('__getitem__') is None

    def is_iterator(self):
        """Has the type __next__?  interpreter.typedef sets it in every class that overrides op_next."""
        return False

    def op_next(self):
        from interpreter.errors import type_error
        raise type_error("'%s' object is not an iterator" % self.gettype().name)

    # ---- errors

    def op_concat_error(self, w_other):
        """The OperationError for `self + w_other` when neither knows the other; None for the general message."""
        return None


class W_NotImplementedType(W_Root):
    """The type of NotImplemented."""
    _attrs_ = ()

    def op_repr(self):
        from interpreter.objects.str import newstr
        return newstr('NotImplemented')

    def op_bool(self):
        from interpreter.objects.warning import warn_deprecated
        warn_deprecated("NotImplemented should not be used in a boolean context")
        return True


class W_EllipsisType(W_Root):
    """The type of Ellipsis."""
    _attrs_ = ()

    def op_repr(self):
        from interpreter.objects.str import newstr
        return newstr('Ellipsis')


class W_NoneType(W_Root):
    """The type of None."""
    _attrs_ = ()

    def op_bool(self):
        return False

    def op_repr(self):
        from interpreter.objects.str import newstr
        return newstr('None')


w_None = W_NoneType()
w_NotImplemented = W_NotImplementedType()
w_Ellipsis = W_EllipsisType()


def _not_implemented(self, w_other):
    return w_NotImplemented


def _not_implemented3(self, w_other, w_third):
    return w_NotImplemented


def _make(name, function):
    """A copy of `function` under a name of its own, so that each slot is annotated by itself."""
    from types import FunctionType
    copy = FunctionType(function.func_code, function.func_globals, name, function.func_defaults)
    setattr(W_Root, name, copy)


for _name, _symbol in BINARY_OPS:
    _make('op_' + _name, _not_implemented)
    _make('op_r' + _name, _not_implemented)
    if _name != 'divmod':
        _make('op_i' + _name, _not_implemented)      # in-place: NotImplemented means "use the binary operator"
_make('op_pow3', _not_implemented3)                  # pow(a, b, c)
for _name, _symbol in COMPARE_OPS:
    _make('op_' + _name, _not_implemented)


def _identity_eq(self, w_other):
    from interpreter.objects.root import w_NotImplemented
    from interpreter.objects.wrap import w_True
    if self is w_other:
        return w_True
    return w_NotImplemented


def _ne_by_eq(self, w_other):
    from interpreter.objects.root import w_NotImplemented
    from interpreter.objects.int import newbool
    w_result = self.op_eq(w_other)
    if w_result is w_NotImplemented:
        return w_result
    return newbool(not w_result.op_bool())


_make('op_eq', _identity_eq)
_make('op_ne', _ne_by_eq)
