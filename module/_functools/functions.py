"""reduce, and cmp_to_key with its keys."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import attribute_error_message, bare_attribute_error, type_error
from interpreter.gateway import deleter, function, getter, setter
from interpreter.objects.int import W_Int
from interpreter.objects.root import COMPARE_OPS, W_Root, w_None
from interpreter.objects.wrap import newbool, newint
from interpreter.typedef import TypeDef


@function('reduce(function, iterable, initial=?, /)')
def reduce(w_function, w_iterable, w_total):
    """Applies a function of two arguments to the items of an iterable and the result so far, from the left to the right."""
    if w_iterable.op_iter_is_missing():
        raise type_error("reduce() arg 2 must support iteration")
    w_iterator = ops.iter(w_iterable)
    if w_total is None:
        w_total = ops.next(w_iterator)
        if w_total is None:
            raise type_error("reduce() of empty iterable with no initial value")
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            return w_total
        w_total = ops.call2(w_function, w_total, w_item)


class W_Key(W_Root):
    """What cmp_to_key gives: without an object (None) it makes keys, with one it is a key itself."""
    _attrs_ = ['w_compare', 'w_object']
    _immutable_fields_ = ['w_compare']

    def __init__(self, w_compare, w_object):
        self.w_compare = w_compare
        self.w_object = w_object

    def op_call(self, args_w, kwnames):
        if len(args_w) != 1:
            if len(args_w) > 1:
                raise type_error("K() takes at most 1 argument (%d given)" % len(args_w))
        elif kwnames is None or len(kwnames) == 0 or kwnames[0] == 'obj':
            return W_Key(self.w_compare, args_w[0])
        raise type_error("K() missing required argument 'obj' (pos 1)")

    def call1(self, w_object):
        return W_Key(self.w_compare, w_object)

    def compared(self, w_other):
        """What the function says about the two objects."""
        if not isinstance(w_other, W_Key):
            raise type_error("other argument must be K instance")
        if self.w_object is None or w_other.w_object is None:
            raise bare_attribute_error("object")
        return ops.call2(self.w_compare, self.w_object, w_other.w_object)

    @getter('obj')
    def get_obj(self):
        """The object that the key stands for."""
        return w_None if self.w_object is None else self.w_object

    @setter('obj')
    def set_obj(self, w_object):
        self.w_object = w_object

    @deleter('obj')
    def del_obj(self):
        if self.w_object is None:
            raise attribute_error_message(self, 'obj', 'obj')
        self.w_object = None


_COMPARE = '''
def op_%(op)s(self, w_other):
    w_result = self.compared(w_other)
    if w_result.__class__ is W_Int:
        assert isinstance(w_result, W_Int)
        return newbool(w_result.intval %(symbol)s 0)
    return ops.%(op)s(w_result, newint(0))
W_Key.op_%(op)s = op_%(op)s
'''
for _op, _symbol in COMPARE_OPS:
    exec _COMPARE % {'op': _op, 'symbol': _symbol}

W_Key.typedef = TypeDef('functools.KeyWrapper', W_Key, subclassable=False, unhashable=True)


@function('cmp_to_key(mycmp)')
def cmp_to_key(w_compare):
    """A key function for sorting from a function that compares two objects and returns a number below, at or above 0."""
    return W_Key(w_compare, None)
