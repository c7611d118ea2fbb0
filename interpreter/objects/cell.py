"""Cells: what a closure shares with the function around it."""

from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.wrap import newstr, newbool
from interpreter.errors import value_error, type_error
from interpreter.gateway import getter, setter, deleter, new
from interpreter.typedef import TypeDef


class W_Cell(W_Root):
    """A variable of a function that inner functions use too; w_value is None (null) while unbound."""
    _attrs_ = ['w_value']

    def __init__(self, w_value=None):
        self.w_value = w_value

    @new('__new__(cls, contents=?, /)')
    def descr_new(w_cls, w_contents):
        """A cell; empty without contents."""
        return W_Cell(w_contents)

    @getter('cell_contents')
    def get_contents(self):
        if self.w_value is None:
            raise value_error("Cell is empty")
        return self.w_value

    @setter('cell_contents')
    def set_contents(self, w_value):
        self.w_value = w_value

    @deleter('cell_contents')
    def delete_contents(self):
        self.w_value = None

    def op_repr(self):
        from interpreter.objects.object import address_hex
        if self.w_value is None:
            return newstr("<cell at %s: empty>" % address_hex(self))
        return newstr("<cell at %s: %s object at %s>" % (
            address_hex(self), self.w_value.gettype().name, address_hex(self.w_value)))

    # cells compare by their contents; an empty one is less than any other

    def compare_contents(self, w_other, name):
        from interpreter import ops
        a = self.w_value
        b = w_other.w_value
        if a is None or b is None:
            left = 0 if a is None else 1
            right = 0 if b is None else 1
            if name == 'eq':
                return newbool(left == right)
            if name == 'ne':
                return newbool(left != right)
            if name == 'lt':
                return newbool(left < right)
            if name == 'le':
                return newbool(left <= right)
            if name == 'gt':
                return newbool(left > right)
            return newbool(left >= right)
        if name == 'eq':
            return ops.eq(a, b)
        if name == 'ne':
            return ops.ne(a, b)
        if name == 'lt':
            return ops.lt(a, b)
        if name == 'le':
            return ops.le(a, b)
        if name == 'gt':
            return ops.gt(a, b)
        return ops.ge(a, b)
    compare_contents._annspecialcase_ = 'specialize:arg(2)'

    def op_eq(self, w_other):
        if not isinstance(w_other, W_Cell):
            return w_NotImplemented
        return self.compare_contents(w_other, 'eq')

    def op_ne(self, w_other):
        if not isinstance(w_other, W_Cell):
            return w_NotImplemented
        return self.compare_contents(w_other, 'ne')

    def op_lt(self, w_other):
        if not isinstance(w_other, W_Cell):
            return w_NotImplemented
        return self.compare_contents(w_other, 'lt')

    def op_le(self, w_other):
        if not isinstance(w_other, W_Cell):
            return w_NotImplemented
        return self.compare_contents(w_other, 'le')

    def op_gt(self, w_other):
        if not isinstance(w_other, W_Cell):
            return w_NotImplemented
        return self.compare_contents(w_other, 'gt')

    def op_ge(self, w_other):
        if not isinstance(w_other, W_Cell):
            return w_NotImplemented
        return self.compare_contents(w_other, 'ge')


W_Cell.typedef = TypeDef('cell', W_Cell, subclassable=False, unhashable=True, doc="A variable that functions share.")
