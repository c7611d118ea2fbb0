"""Code objects as bytes, for cached bytecode.

The format is our own: a magic number that changes with the bytecode, then the code object.  Ints are variable-length (7 bits a byte, the
sign in the lowest bit), strings and lists have their length in front, an object begins with a letter that says its kind.  Data that is damaged in any
way raises BadCode: the module is then compiled again.
"""

import zlib

from rpython.rlib.longlong2float import float2longlong, longlong2float
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstring import StringBuilder

from interpreter import ops
from interpreter.compiler import opcodes
from interpreter.errors import OperationError
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.code import W_Code, CO_VARARGS, CO_VARKEYWORDS
from interpreter.objects.complex import W_Complex
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_Int, W_Long
from interpreter.objects.set import W_FrozenSet
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import (newint, newbigint, newfloat, newcomplex, newstr, newbytes, newtuple, newfrozenset, w_None,
                                      w_True, w_False, w_Ellipsis)

FORMAT = 2                          # counts changes of this file's format, and of the code that is made of the same source
MAX_NESTING = 100                   # of tuples and code objects in one another

# changes with the instruction set too: the table of the opcodes is part of it
MAGIC = 'stm%02d%08x' % (FORMAT, zlib.crc32(repr(opcodes.TABLE)) & 0xffffffff)


class BadCode(Exception):
    """The data is no code object, or was made by another version."""


def dump_code(w_code):
    """The code object as a str of bytes."""
    writer = Writer()
    writer.builder.append(MAGIC)
    writer.code(w_code)
    return writer.builder.build()


def load_code(data):
    """The W_Code in `data`; BadCode if there is none."""
    if not data.startswith(MAGIC):
        raise BadCode
    reader = Reader(data, len(MAGIC))
    w_code = reader.object(0)
    if reader.pos != len(data) or not isinstance(w_code, W_Code):
        raise BadCode
    return w_code


class Writer(object):

    def __init__(self):
        self.builder = StringBuilder(4096)
        self.strings = {}           # text -> its number: names repeat in nested code objects

    def kind(self, letter):
        self.builder.append(letter)

    def int(self, value):
        if 0 <= value < 64:
            self.builder.append(chr(value << 1))
            return
        if value < 0:
            number = (r_uint(~value) << 1) | 1
        else:
            number = r_uint(value) << 1
        while number >= 128:
            self.builder.append(chr(intmask(number & 127) | 128))
            number >>= 7
        self.builder.append(chr(intmask(number)))

    def bytes(self, data):
        self.int(len(data))
        self.builder.append(data)

    def string(self, text):
        """A str that may have been written before."""
        if text in self.strings:
            self.int(~self.strings[text])
            return
        self.strings[text] = len(self.strings)
        self.bytes(text)

    def float(self, value):
        bits = float2longlong(value)
        number = r_uint(bits)
        for i in range(8):
            self.builder.append(chr(intmask(number & 255)))
            number >>= 8

    def ints(self, values):
        self.int(len(values))
        for value in values:
            self.int(value)

    def names(self, names):
        self.int(len(names))
        for name in names:
            self.string(name)

    def objects(self, items_w):
        self.int(len(items_w))
        for w_item in items_w:
            self.object(w_item)

    def object(self, w_value):
        if w_value is w_None:
            self.kind('N')
        elif w_value is w_True:
            self.kind('T')
        elif w_value is w_False:
            self.kind('F')
        elif w_value is w_Ellipsis:
            self.kind('E')
        elif isinstance(w_value, W_Int):
            self.kind('i')
            self.int(w_value.intval)
        elif isinstance(w_value, W_Long):
            self.kind('l')
            self.bytes(w_value.num.format('0123456789abcdef'))
        elif isinstance(w_value, W_Float):
            self.kind('f')
            self.float(w_value.floatval)
        elif isinstance(w_value, W_Complex):
            self.kind('c')
            self.float(w_value.realval)
            self.float(w_value.imagval)
        elif isinstance(w_value, W_Str):
            self.kind('s')
            self.string(w_value._utf8)
        elif isinstance(w_value, W_Bytes):
            self.kind('b')
            self.bytes(w_value._value)
        elif isinstance(w_value, W_Tuple):
            self.kind('t')
            self.objects(ops.tuple_items(w_value))
        elif isinstance(w_value, W_FrozenSet):
            self.kind('z')
            self.objects(ops.fixedview(w_value))
        elif isinstance(w_value, W_Code):
            self.code(w_value)
        else:
            raise BadCode           # the tree held an object that no source text gives

    def code(self, w_code):
        self.kind('C')
        self.int(w_code.argcount)
        self.int(w_code.posonlyargcount)
        self.int(w_code.kwonlyargcount)
        self.int(w_code.nregs)
        self.int(w_code.flags)
        self.ints(w_code.bytecode)
        self.objects(w_code.consts_w)
        self.names(w_code.names)
        self.names(w_code.varnames)
        self.names(w_code.cellvars)
        self.names(w_code.freevars)
        self.ints(w_code.cell2arg)
        self.string(w_code.filename)
        self.string(w_code.name)
        self.string(w_code.qualname)
        self.int(w_code.firstlineno)
        self.positions(w_code.positions)
        self.ints(w_code.exceptiontable)
        self.int(w_code.ncaches)

    def positions(self, table):
        """The position table as differences, which are small."""
        self.int(len(table) // 5)
        pc = line = 0
        for i in range(0, len(table), 5):
            self.int(table[i] - pc)
            self.int(table[i + 1] - line)
            pc = table[i]
            line = table[i + 1]
            self.int(table[i + 2] - line)
            self.int(table[i + 3])
            self.int(table[i + 4] - table[i + 3])


class Reader(object):

    def __init__(self, data, pos):
        self.data = data
        self.pos = pos
        self.strings = []

    def byte(self):
        pos = self.pos
        if pos >= len(self.data):
            raise BadCode
        self.pos = pos + 1
        return ord(self.data[pos])

    def int(self):
        number = r_uint(0)
        shift = 0
        while True:
            byte = self.byte()
            number |= r_uint(byte & 127) << shift
            if byte < 128:
                break
            shift += 7
            if shift > 63:
                raise BadCode
        value = intmask(number >> 1)
        if number & 1:
            return ~value
        return value

    def count(self):
        """The length of something that takes at least a byte an item."""
        count = self.int()
        if count < 0 or count > len(self.data) - self.pos:
            raise BadCode
        return count

    def bytes_of(self, size):
        if size < 0 or size > len(self.data) - self.pos:
            raise BadCode
        start = self.pos
        stop = start + size
        assert start >= 0 and stop >= 0
        self.pos = stop
        return self.data[start:stop]

    def bytes(self):
        return self.bytes_of(self.int())

    def string(self):
        size = self.int()
        if size < 0:
            index = ~size
            if index >= len(self.strings):
                raise BadCode
            return self.strings[index]
        text = self.bytes_of(size)
        self.strings.append(text)
        return text

    def float(self):
        data = self.bytes_of(8)
        number = r_uint(0)
        for i in range(7, -1, -1):
            number = (number << 8) | r_uint(ord(data[i]))
        return longlong2float(intmask(number))

    def ints(self):
        return [self.int() for i in range(self.count())]

    def names(self):
        return [self.string() for i in range(self.count())]

    def objects(self, depth):
        return [self.object(depth + 1) for i in range(self.count())]

    def object(self, depth):
        if depth > MAX_NESTING:
            raise BadCode
        kind = chr(self.byte())
        if kind == 'N':
            return w_None
        if kind == 'T':
            return w_True
        if kind == 'F':
            return w_False
        if kind == 'E':
            return w_Ellipsis
        if kind == 'i':
            return newint(self.int())
        if kind == 'l':
            return self.long()
        if kind == 'f':
            return newfloat(self.float())
        if kind == 'c':
            real = self.float()
            return newcomplex(real, self.float())
        if kind == 's':
            return newstr(self.string())
        if kind == 'b':
            return newbytes(self.bytes())
        if kind == 't':
            return newtuple(self.objects(depth)[:])
        if kind == 'z':
            try:
                return newfrozenset(self.objects(depth)[:])
            except OperationError:
                raise BadCode       # not hashable
        if kind == 'C':
            return self.code(depth)
        raise BadCode

    def long(self):
        text = self.bytes()
        digits = text[1:] if text.startswith('-') else text
        if digits == '':
            raise BadCode
        for c in digits:
            if not ('0' <= c <= '9' or 'a' <= c <= 'f'):
                raise BadCode
        return newbigint(rbigint.fromstr(text, 16))

    def code(self, depth):
        argcount = self.int()
        posonlyargcount = self.int()
        kwonlyargcount = self.int()
        nregs = self.int()
        flags = self.int()
        bytecode = self.ints()
        consts_w = self.objects(depth)
        names = self.names()
        varnames = self.names()
        cellvars = self.names()
        freevars = self.names()
        cell2arg = self.ints()
        filename = self.string()
        name = self.string()
        qualname = self.string()
        firstlineno = self.int()
        positions = self.positions()
        exceptiontable = self.ints()
        ncaches = self.int()
        nparams = argcount + kwonlyargcount
        if flags & CO_VARARGS:
            nparams += 1
        if flags & CO_VARKEYWORDS:
            nparams += 1
        if (argcount < 0 or posonlyargcount < 0 or kwonlyargcount < 0 or posonlyargcount > argcount or ncaches < 0 or
                ncaches > len(bytecode) or len(exceptiontable) % 4 != 0 or len(cell2arg) != len(cellvars) or
                nparams > len(varnames)):
            raise BadCode
        for index in cell2arg:
            if index < -1 or index >= len(varnames):
                raise BadCode
        starts = instruction_starts(bytecode, nregs, len(varnames) + len(cellvars) + len(freevars), len(consts_w), len(names),
                                    ncaches)
        for i in range(0, len(exceptiontable), 4):
            start = exceptiontable[i]
            end = exceptiontable[i + 1]
            handler = exceptiontable[i + 2]
            if (not 0 <= start < end <= len(bytecode) or not 0 <= handler < len(bytecode) or not starts[handler] or
                    not 0 <= exceptiontable[i + 3] < nregs):
                raise BadCode
        return W_Code(argcount, posonlyargcount, kwonlyargcount, nregs, flags, bytecode, consts_w, names, varnames, cellvars,
                      freevars, cell2arg, filename, name, qualname, firstlineno, positions, exceptiontable, ncaches)

    def positions(self):
        table = []
        pc = line = 0
        for i in range(self.count()):
            pc += self.int()
            line += self.int()
            table.append(pc)
            table.append(line)
            table.append(line + self.int())
            column = self.int()
            table.append(column)
            table.append(column + self.int())
        return table


FIXED = [_kinds.split('*')[0] for _kinds in opcodes.operands]
REPEATED = [(_kinds.split('*') + [''])[1] for _kinds in opcodes.operands]


def instruction_starts(bytecode, nregs, nvariables, nconsts, nnames, ncaches):
    """For each index, does an instruction begin there?  BadCode if an operand is out of range: running the code would touch
    foreign memory."""
    if nregs < nvariables or nregs > nvariables + len(bytecode) + 1:
        raise BadCode
    size = len(bytecode)
    starts = [False] * size
    pc = 0
    last = -1
    while pc < size:
        starts[pc] = True
        op = bytecode[pc]
        if op < 0 or op >= len(opcodes.names):
            raise BadCode
        last = op
        pc += 1
        count = check_operands(bytecode, pc, FIXED[op], nregs, nconsts, nnames, ncaches)
        pc += len(FIXED[op])
        repeated = REPEATED[op]
        if repeated != '':
            if count < 0 or count > size:
                raise BadCode
            for i in range(count):
                check_operands(bytecode, pc, repeated, nregs, nconsts, nnames, ncaches)
                pc += len(repeated)
    if not (last == opcodes.RETURN or last == opcodes.RERAISE or last == opcodes.RAISE or last == opcodes.JUMP_BACK or
            last == opcodes.JUMP or last == opcodes.END_ASYNC_FOR):
        raise BadCode
    pc = 0
    while pc < size:
        op = bytecode[pc]
        fixed = FIXED[op]
        for i in range(len(fixed)):
            if fixed[i] == 'j':
                target = bytecode[pc + 1 + i]
                if target < 0 or target >= size or not starts[target]:
                    raise BadCode
        pc += 1 + len(fixed)
        if REPEATED[op] != '':
            pc += bytecode[pc - 1] * len(REPEATED[op])
    return starts


def check_operands(bytecode, pc, kinds, nregs, nconsts, nnames, ncaches):
    """Checks len(kinds) operands from pc on; the value of the last."""
    if pc + len(kinds) > len(bytecode):
        raise BadCode
    value = 0
    for i in range(len(kinds)):
        value = bytecode[pc + i]
        kind = kinds[i]
        if kind == 'r':
            valid = -nconsts <= value < nregs
        elif kind == 'd' or kind == 's':
            valid = 0 <= value < nregs
        elif kind == 'n':
            valid = 0 <= value < nnames
        elif kind == 'k':
            valid = 0 <= value < ncaches
        else:
            valid = True
        if not valid:
            raise BadCode
    return value
