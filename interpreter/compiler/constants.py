"""What the compiler asks of constant objects: keys that tell them apart, and arithmetic within CPython's limits."""

from rpython.rlib.longlong2float import float2longlong

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.parser import ast
from interpreter.objects.int import W_AbstractInt, W_Bool, W_Int, W_Long, bit_length
from interpreter.objects.float import W_Float
from interpreter.objects.complex import W_Complex
from interpreter.objects.str import W_Str
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.set import W_FrozenSet
from interpreter.objects.wrap import w_None, w_True, w_Ellipsis, newbool

# what a folded constant may reach (CPython 3.11, Python/ast_opt.c)
MAX_INT_BITS = 128
MAX_COLLECTION_SIZE = 256
MAX_STRING_SIZE = 4096
MAX_TOTAL_ITEMS = 1024


def constant_key(w_value):
    """A str that is equal for two constants exactly if they cannot be told apart (1, 1.0, True, 0.0 and -0.0 can); '' if
    the object shall not be shared."""
    if w_value is w_None:
        return 'N'
    if w_value is w_Ellipsis:
        return 'E'
    if isinstance(w_value, W_Bool):
        return 'T' if w_value is w_True else 'F'
    if isinstance(w_value, W_Int):
        return 'i%d' % w_value.intval
    if isinstance(w_value, W_Long):
        return 'l' + w_value.num.str()
    if isinstance(w_value, W_Str):
        return 's' + w_value._utf8
    if isinstance(w_value, W_Bytes):
        return 'b' + w_value._value
    if isinstance(w_value, W_Float):
        return 'f%d' % float2longlong(w_value.floatval)
    if isinstance(w_value, W_Complex):
        return 'c%d,%d' % (float2longlong(w_value.realval), float2longlong(w_value.imagval))
    if isinstance(w_value, W_Tuple):
        parts = ['t']
        for w_item in ops.tuple_items(w_value):
            key = constant_key(w_item)
            if key == '':
                return ''
            parts.append('%d:' % len(key))
            parts.append(key)
        return ''.join(parts)
    return ''


def is_int(w_value):
    """An int or bool."""
    return isinstance(w_value, W_AbstractInt)


def is_zero(w_value):
    assert isinstance(w_value, W_AbstractInt)
    return w_value.sign() == 0


def small_int(w_value):
    """The value of an int that fits a word, else -1."""
    if isinstance(w_value, W_Int):
        return w_value.intval
    return -1


def collection_size(w_value):
    """The length of a tuple or frozenset, else -1."""
    if isinstance(w_value, W_Tuple) or isinstance(w_value, W_FrozenSet):
        return ops.len(w_value)
    return -1


def string_size(w_value):
    """The length of a str or bytes, else -1."""
    if isinstance(w_value, W_Str) or isinstance(w_value, W_Bytes):
        return ops.len(w_value)
    return -1


def complexity_left(w_value, limit):
    """limit less the number of items in nested tuples; negative when it is exceeded."""
    if isinstance(w_value, W_Tuple):
        items_w = ops.tuple_items(w_value)
        limit -= len(items_w)
        for w_item in items_w:
            if limit < 0:
                break
            limit = complexity_left(w_item, limit)
    elif isinstance(w_value, W_FrozenSet):
        limit -= ops.len(w_value)
    return limit


def may_multiply(w_left, w_right):
    if is_int(w_left) and is_int(w_right):
        return is_zero(w_left) or is_zero(w_right) or bit_length(w_left) + bit_length(w_right) <= MAX_INT_BITS
    if is_int(w_right):
        w_left, w_right = w_right, w_left
    if not is_int(w_left):
        return True
    times = small_int(w_left)
    size = collection_size(w_right)
    if size > 0:
        if times < 0 or times > MAX_COLLECTION_SIZE // size:
            return False
        return times == 0 or complexity_left(w_right, MAX_TOTAL_ITEMS // times) >= 0
    size = string_size(w_right)
    if size > 0:
        return 0 <= times <= MAX_STRING_SIZE // size
    return True


def may_raise_to_power(w_left, w_right):
    if is_int(w_left) and is_int(w_right) and not is_zero(w_left):
        assert isinstance(w_right, W_AbstractInt)
        if w_right.sign() > 0:
            power = small_int(w_right)
            return 0 <= power <= MAX_INT_BITS // bit_length(w_left)
    return True


def may_shift_left(w_left, w_right):
    if is_int(w_left) and is_int(w_right) and not is_zero(w_left) and not is_zero(w_right):
        count = small_int(w_right)
        return 0 <= count <= MAX_INT_BITS and bit_length(w_left) + count <= MAX_INT_BITS
    return True


def fold_binary(op, w_left, w_right):
    """The value of the operation, or None if it is too large, or raises."""
    try:
        if op == ast.Add:
            return ops.add(w_left, w_right)
        if op == ast.Sub:
            return ops.sub(w_left, w_right)
        if op == ast.Mult:
            return ops.mul(w_left, w_right) if may_multiply(w_left, w_right) else None
        if op == ast.Div:
            return ops.truediv(w_left, w_right)
        if op == ast.FloorDiv:
            return ops.floordiv(w_left, w_right)
        if op == ast.Mod:
            if string_size(w_left) >= 0:
                return None
            return ops.mod(w_left, w_right)
        if op == ast.Pow:
            return ops.pow(w_left, w_right) if may_raise_to_power(w_left, w_right) else None
        if op == ast.LShift:
            return ops.lshift(w_left, w_right) if may_shift_left(w_left, w_right) else None
        if op == ast.RShift:
            return ops.rshift(w_left, w_right)
        if op == ast.BitOr:
            return ops.or_(w_left, w_right)
        if op == ast.BitXor:
            return ops.xor(w_left, w_right)
        if op == ast.BitAnd:
            return ops.and_(w_left, w_right)
    except OperationError:
        pass                    # it will be raised when the code runs
    return None


def fold_unary(op, w_value):
    """The value of the operation, or None if it raises."""
    try:
        if op == ast.Not:
            return newbool(not ops.is_true(w_value))
        if op == ast.USub:
            return ops.neg(w_value)
        if op == ast.UAdd:
            return ops.pos(w_value)
        return ops.invert(w_value)
    except OperationError:
        return None             # it will be raised when the code runs


def fold_subscript(w_value, w_index):
    """w_value[w_index], or None if it raises."""
    try:
        return ops.getitem(w_value, w_index)
    except OperationError:
        return None             # it will be raised when the code runs
