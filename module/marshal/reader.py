"""Bytes to values."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstruct.ieee import unpack_float

from interpreter import errors, ops
from interpreter.compiler.codecache import BadCode, load_code
from interpreter.objects.root import w_None, w_Ellipsis
from interpreter.objects.wrap import (newbigint, newbytes, newcomplex, newdict, newfloat, newfrozenset, newint, newlist, newset, newstr,
                                      newtuple, w_True, w_False)

MAX_DEPTH = 2000
FLAG_REF = 0x80


class Reader(object):
    """Takes the bytes apart.  refs_w holds the objects that were marked for later reference."""

    def __init__(self, data):
        self.data = data
        self.pos = 0
        self.refs_w = []
        self.depth = 0

    # ---- pieces

    def take(self, count):
        """The next `count` bytes."""
        start = self.pos
        stop = start + count
        if count < 0 or stop > len(self.data):
            raise errors.eof_error("marshal data too short")
        assert start >= 0 and stop >= 0
        self.pos = stop
        return self.data[start:stop]

    def byte(self):
        return ord(self.take(1)[0])

    def short(self):
        s = self.take(2)
        value = ord(s[0]) | (ord(s[1]) << 8)
        if value & 0x8000:
            value -= 0x10000
        return value

    def long(self):
        s = self.take(4)
        value = ord(s[0]) | (ord(s[1]) << 8) | (ord(s[2]) << 16) | (ord(s[3]) << 24)
        if value & 0x80000000:
            value -= 0x100000000
        return value

    def size(self):
        value = self.long()
        if value < 0:
            raise errors.value_error("bad marshal data (size out of range)")
        return value

    def text(self):
        return self.take(self.size())

    def values(self):
        return self.some_values(self.size())

    def some_values(self, count):
        result_w = []
        for i in range(count):
            w_value = self.read()
            if w_value is None:
                raise errors.type_error("NULL object in marshal data for object")
            result_w.append(w_value)
        return result_w

    # ---- values

    def read_top(self):
        w_value = self.read()
        if w_value is None:
            raise errors.type_error("NULL object in marshal data for object")
        return w_value

    def read(self):
        """The next value; None (RPython null) for the end of a dict."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise errors.value_error("recursion limit exceeded")
        code = self.byte()
        ref = -1
        if code & FLAG_REF and code != 0:
            code &= 0x7F
            ref = len(self.refs_w)
            self.refs_w.append(w_None)
        w_value = self.value(chr(code), ref)
        if ref >= 0 and w_value is not None:
            self.refs_w[ref] = w_value
        self.depth -= 1
        return w_value

    def value(self, code, ref):
        if code == '0':
            return None
        if code == 'N':
            return w_None
        if code == 'T':
            return w_True
        if code == 'F':
            return w_False
        if code == '.':
            return w_Ellipsis
        if code == 'S':
            from interpreter.objects.exception import W_StopIteration
            return W_StopIteration.typedef.w_type
        if code == 'i':
            return newint(self.long())
        if code == 'I':
            low = self.long() & 0xFFFFFFFF
            return newint(intmask((self.long() << 32) | low))
        if code == 'l':
            return self.bigint()
        if code == 'g':
            return newfloat(unpack_float(self.take(8), False))
        if code == 'f':
            return newfloat(self.float_text())
        if code == 'y':
            real = unpack_float(self.take(8), False)
            return newcomplex(real, unpack_float(self.take(8), False))
        if code == 'x':
            real = self.float_text()
            return newcomplex(real, self.float_text())
        if code == 's':
            return newbytes(self.text())
        if code == 'z' or code == 'Z':
            return newstr(self.take(self.byte()))
        if code == 'u' or code == 't' or code == 'a' or code == 'A':
            text = self.text()
            if code == 'u' or code == 't':
                from interpreter.fscodec import fsdecode
                from interpreter.unicode.utf8 import has_surrogate
                if not has_surrogate(text):
                    ops.call_method(newbytes(text), 'decode', [newstr('utf-8'), newstr('surrogatepass')])
            return newstr(text)
        if code == ')':
            return newtuple(self.some_values(self.byte()))
        if code == '(':
            return newtuple(self.values())
        if code == '[':
            count = self.size()
            w_list = newlist([])
            if ref >= 0:
                self.refs_w[ref] = w_list
            for w_item in self.some_values(count):
                w_list.append(w_item)
            return w_list
        if code == '{':
            w_dict = newdict()
            if ref >= 0:
                self.refs_w[ref] = w_dict
            while True:
                w_key = self.read()
                if w_key is None:
                    return w_dict
                w_item = self.read()
                if w_item is None:
                    return w_dict
                w_dict.setitem(w_key, w_item)
        if code == '<':
            return newset(self.values())
        if code == '>':
            return newfrozenset(self.values())
        if code == 'c':
            return self.code()
        if code == 'r':
            index = self.long()
            if index < 0 or index >= len(self.refs_w):
                raise errors.value_error("bad marshal data (invalid reference)")
            return self.refs_w[index]
        raise errors.value_error("bad marshal data (unknown type code)")

    def float_text(self):
        w_text = newstr(self.take(self.byte()))
        from interpreter.objects.float import W_Float
        return ops.float_w(W_Float.typedef.w_type.call1(w_text))

    def bigint(self):
        count = self.long()
        negative = count < 0
        if negative:
            count = -count
        num = rbigint.fromint(0)
        if count > 0:
            data = []
            bits = 0
            have = 0
            digit = 0
            for i in range(count):
                digit = self.short()
                if digit < 0:
                    raise errors.value_error("bad marshal data (digit out of range in long)")
                bits |= digit << have
                have += 15
                while have >= 8:
                    data.append(chr(bits & 0xFF))
                    bits >>= 8
                    have -= 8
            if digit == 0:
                raise errors.value_error("bad marshal data (unnormalized long data)")
            data.append(chr(bits & 0xFF))
            num = rbigint.frombytes(''.join(data), 'little', False)
        if negative:
            num = num.neg()
        return newbigint(num)

    def code(self):
        try:
            return load_code(self.text())
        except BadCode:
            raise errors.value_error("bad marshal data (not a code object of this interpreter)")
