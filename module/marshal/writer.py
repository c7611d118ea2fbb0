"""Values to bytes."""
from __future__ import absolute_import

from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstring import StringBuilder
from rpython.rlib.rarithmetic import intmask
from rpython.rlib.rstruct.ieee import float_pack

from interpreter import errors, ops
from interpreter.compiler.codecache import dump_code
from interpreter.objects.code import W_Code
from interpreter.objects.complex import W_Complex
from interpreter.objects.dict import W_Dict
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt, W_Int
from interpreter.objects.list import W_List
from interpreter.objects.root import w_None, w_Ellipsis
from interpreter.objects.set import W_FrozenSet, W_Set
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import w_True, w_False
from module.array.items import int_bytes

MAX_DEPTH = 2000
DIGIT_BITS = 15


def pack_double(value):
    return int_bytes(intmask(float_pack(value, 8)), 8)


class Writer(object):
    """Collects the bytes."""

    def __init__(self, version):
        self.version = version
        self.out = StringBuilder()
        self.depth = 0

    def result(self):
        return self.out.build()

    def put(self, c):
        self.out.append(c)

    def short(self, value):
        self.out.append(chr(value & 0xFF))
        self.out.append(chr((value >> 8) & 0xFF))

    def long(self, value):
        self.short(value)
        self.short(value >> 16)

    def size(self, value):
        if value > 0x7FFFFFFF:
            raise errors.value_error("unmarshallable object")
        self.long(value)

    def text(self, s):
        """A counted string."""
        self.size(len(s))
        self.out.append(s)

    def values(self, values_w):
        self.size(len(values_w))
        for w_value in values_w:
            self.write(w_value)

    def write(self, w_value):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise errors.value_error("object too deeply nested to marshal")
        self.write_value(w_value)
        self.depth -= 1

    def write_value(self, w_value):
        if w_value is None:
            self.put('0')
        elif w_value is w_None:
            self.put('N')
        elif w_value is w_True:
            self.put('T')
        elif w_value is w_False:
            self.put('F')
        elif w_value is w_Ellipsis:
            self.put('.')
        elif w_value.is_user_instance:
            self.other(w_value)
        elif isinstance(w_value, W_Int):
            value = w_value.intval
            if -0x80000000 <= value <= 0x7FFFFFFF:
                self.put('i')
                self.long(value)
            else:
                self.bigint(ops.bigint_w(w_value))
        elif isinstance(w_value, W_AbstractInt):
            self.bigint(ops.bigint_w(w_value))
        elif isinstance(w_value, W_Float):
            self.put('g')
            self.out.append(pack_double(w_value.floatval))
        elif isinstance(w_value, W_Complex):
            self.put('y')
            self.out.append(pack_double(w_value.realval))
            self.out.append(pack_double(w_value.imagval))
        elif isinstance(w_value, W_Str):
            text = w_value._utf8
            if w_value._length == len(text) and len(text) < 256:
                self.put('z')
                self.put(chr(len(text)))
                self.out.append(text)
            else:
                self.put('u')
                self.text(text)
        elif isinstance(w_value, W_Tuple):
            items_w = w_value.items
            if len(items_w) < 256:
                self.put(')')
                self.put(chr(len(items_w)))
                for w_item in items_w:
                    self.write(w_item)
            else:
                self.put('(')
                self.values(items_w)
        elif isinstance(w_value, W_List):
            self.put('[')
            self.values(ops.listview(w_value)[:])
        elif isinstance(w_value, W_Dict):
            self.put('{')
            for w_key in ops.listview(w_value):
                self.write(w_key)
                self.write(w_value.getitem(w_key))
            self.put('0')
        elif isinstance(w_value, W_Set):
            self.put('<')
            self.values(ops.listview(w_value)[:])
        elif isinstance(w_value, W_FrozenSet):
            self.put('>')
            self.values(ops.listview(w_value)[:])
        elif isinstance(w_value, W_Code):
            self.code(w_value)
        else:
            self.other(w_value)

    def other(self, w_value):
        from interpreter.objects.exception import W_StopIteration
        if w_value is W_StopIteration.typedef.w_type:
            self.put('S')
            return
        data = w_value.buffer_str()
        if data is None:
            raise errors.value_error("unmarshallable object")
        self.put('s')
        self.text(data)

    def bigint(self, num):
        """15 bits a digit, the sign on the number of digits."""
        self.put('l')
        negative = num.sign < 0
        num = num.abs()
        data = num.tobytes((num.bit_length() + 7) // 8, 'little', False)
        digits = []
        bits = 0
        have = 0
        for c in data:
            bits |= ord(c) << have
            have += 8
            while have >= DIGIT_BITS:
                digits.append(bits & 0x7FFF)
                bits >>= DIGIT_BITS
                have -= DIGIT_BITS
        if bits:
            digits.append(bits)
        while len(digits) > 0 and digits[-1] == 0:
            digits.pop()
        self.long(-len(digits) if negative else len(digits))
        for digit in digits:
            self.short(digit)

    def code(self, code):
        """The compiler's own format, counted."""
        self.put('c')
        self.text(dump_code(code))
