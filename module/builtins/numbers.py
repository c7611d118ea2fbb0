"""Built-in functions about numbers and characters."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint

from interpreter import errors, ops
from interpreter.gateway import function, raw_function
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt, W_Int, W_Bool
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newint, newfloat, newstr
from interpreter.unicode import utf8


@function('abs(x, /)')
def abs(w_x):
    """The absolute value."""
    return ops.abs(w_x)


@function('divmod(x, y, /)')
def divmod(w_x, w_y):
    """Quotient and remainder."""
    return ops.divmod(w_x, w_y)


@function('pow(base, exp, mod=None)')
def pow(w_base, w_exp, w_mod):
    """base ** exp, or base ** exp % mod."""
    if w_mod is w_None:
        return ops.pow(w_base, w_exp)
    return ops.pow3(w_base, w_exp, w_mod)


@function('round(number, ndigits=None)')
def round(w_number, w_ndigits):
    """The number rounded to so many decimal digits."""
    w_method = ops.lookup_special(w_number, '__round__')
    if w_method is None:
        raise errors.type_error("type %s doesn't define __round__ method" % w_number.gettype().name)
    if w_ndigits is w_None:
        return w_method.call0()
    return w_method.call1(w_ndigits)


def _digits(w_number, base, prefix):
    from interpreter.conversions import bigint_w, index
    w_index = index(w_number)
    num = bigint_w(w_index)
    text = num.format('0123456789abcdef'[:base])
    if text.startswith('-'):
        return newstr('-' + prefix + text[1:])
    return newstr(prefix + text)


@function('bin(number, /)')
def bin(w_number):
    """The binary digits of an integer."""
    return _digits(w_number, 2, '0b')


@function('oct(number, /)')
def oct(w_number):
    """The octal digits of an integer."""
    return _digits(w_number, 8, '0o')


@function('hex(number, /)')
def hex(w_number):
    """The hexadecimal digits of an integer."""
    return _digits(w_number, 16, '0x')


@function('chr(i, /)')
def chr(w_i):
    """The character of a code point."""
    code = ops.cint_w(w_i)
    if not 0 <= code <= 0x10FFFF:
        raise errors.value_error("chr() arg not in range(0x110000)")
    return newstr(utf8.encode(code))


@function('ord(c, /) -> int')
def ord_(w_c):
    """The code point of a character."""
    if isinstance(w_c, W_Str):
        length = w_c._length
        if length == 1:
            return utf8.code_at(w_c._utf8, 0)
    else:
        data = w_c.buffer_str()
        if data is None:
            raise errors.type_error("ord() expected string of length 1, but %s found" % w_c.gettype().name)
        length = len(data)
        if length == 1:
            return ord(data[0])
    raise errors.type_error("ord() expected a character, but string of length %d found" % length)


@function('sum(iterable, /, start=0)')
def sum(w_iterable, w_start):
    """The sum of all items and the start value."""
    if isinstance(w_start, W_Str):
        raise errors.type_error("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(w_start, W_Bytes):
        raise errors.type_error("sum() can't sum bytes [use b''.join(seq) instead]")
    from interpreter.objects.bytearray import W_ByteArray
    if isinstance(w_start, W_ByteArray):
        raise errors.type_error("sum() can't sum bytearray [use b''.join(seq) instead]")
    w_iterator = ops.iter(w_iterable)
    w_total = w_start
    w_item = None
    if w_total.__class__ is W_Int or w_total.__class__ is W_Bool:
        assert isinstance(w_total, W_Int)
        total = w_total.intval
        empty = True
        while True:
            w_item = w_iterator.op_next()
            if w_item is None:
                return w_start if empty else newint(total)
            empty = False
            if w_item.__class__ is W_Int or w_item.__class__ is W_Bool:
                assert isinstance(w_item, W_Int)
                try:
                    total = ovfcheck(total + w_item.intval)
                    continue
                except OverflowError:
                    pass
            break
        w_total = ops.add(newint(total), w_item)
    if w_total.__class__ is W_Float:
        assert isinstance(w_total, W_Float)
        ftotal = w_total.floatval
        while True:
            w_item = w_iterator.op_next()
            if w_item is None:
                return newfloat(ftotal)
            if w_item.__class__ is W_Float:
                assert isinstance(w_item, W_Float)
                ftotal += w_item.floatval
            elif w_item.__class__ is W_Int or w_item.__class__ is W_Bool:
                assert isinstance(w_item, W_Int)
                ftotal += float(w_item.intval)
            else:
                break
        w_total = ops.add(newfloat(ftotal), w_item)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return w_total
        w_total = ops.add(w_total, w_item)
