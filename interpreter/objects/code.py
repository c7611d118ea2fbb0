"""Code objects: what the compiler makes and the evaluation loop runs.

docs/bytecode.md describes the fields.  A W_Code never changes, so that all threads share it; whatever the
evaluation loop learns about it lives in inline caches elsewhere.
"""

from rpython.rlib.rarithmetic import intmask
from interpreter.objects.linetable import encode_positions, decode_positions
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.wrap import newint, newstr, newtuple, newbytes, newbool
from interpreter.errors import type_error, value_error
from interpreter.gateway import method, getter, new
from interpreter.typedef import TypeDef

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200
ANY_GENERATOR = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR


class CodeCounter(object):
    """Where the next code object's inline caches begin in the segment-local table."""
    _stm_dont_track_raw_accesses_ = True

    def __init__(self):
        self.next_cache = 0


code_counter = CodeCounter()


class Settings(object):
    """debug_ranges: are columns and last lines shown?  Not with -X no_debug_ranges."""

    def __init__(self):
        self.debug_ranges = True


settings = Settings()


class W_Code(W_Root):
    """A code object."""
    _attrs_ = [
        'argcount', 'posonlyargcount', 'kwonlyargcount', 'nregs', 'flags', 'bytecode', 'consts_w', 'names', 'varnames', 'cellvars',
        'freevars', 'cell2arg', 'filename', 'name', 'qualname', 'firstlineno', 'positions', 'exceptiontable', 'ncaches', 'nlocals',
        'ncells', 'nfrees', 'nparams', 'fast_argcount', 'cache_base', 'is_generator', 'signature_simple', 'has_own_locals',
        'has_cells', 'const_names', 'given_linetable', 'lifeline']
    _immutable_fields_ = [
        'argcount', 'posonlyargcount', 'kwonlyargcount', 'nregs', 'flags', 'bytecode[*]', 'consts_w[*]', 'names[*]',
        'varnames[*]', 'cellvars[*]', 'freevars[*]', 'cell2arg[*]', 'filename', 'name', 'qualname', 'firstlineno',
        'positions[*]', 'exceptiontable[*]', 'ncaches', 'nlocals', 'ncells', 'nfrees', 'nparams', 'fast_argcount',
        'cache_base', 'is_generator', 'signature_simple', 'has_own_locals',
        'has_cells', 'const_names[*]', 'given_linetable']

    lifeline = None

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def __init__(self, argcount, posonlyargcount, kwonlyargcount, nregs, flags, bytecode, consts_w, names, varnames,
                 cellvars, freevars, cell2arg, filename, name, qualname, firstlineno, positions, exceptiontable, ncaches, given_linetable=None):
        self.argcount = argcount
        self.posonlyargcount = posonlyargcount
        self.kwonlyargcount = kwonlyargcount
        self.nregs = nregs
        self.flags = flags
        self.bytecode = bytecode[:]
        self.consts_w = consts_w[:]
        self.names = names[:]
        self.varnames = varnames[:]
        self.cellvars = cellvars[:]
        self.freevars = freevars[:]
        self.cell2arg = cell2arg[:]
        self.filename = filename
        self.name = name
        self.qualname = qualname
        self.firstlineno = firstlineno
        self.positions = positions[:]
        self.exceptiontable = exceptiontable[:]
        self.ncaches = ncaches
        self.given_linetable = given_linetable      # the bytes that `positions` came from, where Python code gave them
        # derived
        self.nlocals = len(varnames)
        self.ncells = len(cellvars)
        self.nfrees = len(freevars)
        nparams = argcount + kwonlyargcount
        if flags & CO_VARARGS:
            nparams += 1
        if flags & CO_VARKEYWORDS:
            nparams += 1
        self.nparams = nparams
        self.is_generator = (flags & ANY_GENERATOR) != 0
        # how many positional arguments the short way of calling takes; -1: never take it
        self.signature_simple = nparams == argcount and (flags & (CO_OPTIMIZED | CO_NEWLOCALS)) == 3
        self.fast_argcount = argcount if self.signature_simple and not self.is_generator else -1
        self.const_names = [names_in(w_const) for w_const in consts_w]
        self.has_cells = self.ncells + self.nfrees > 0
        self.has_own_locals = (flags & CO_NEWLOCALS) != 0
        self.cache_base = code_counter.next_cache
        code_counter.next_cache = intmask(code_counter.next_cache + ncaches)

    # ---- positions

    def _position_index(self, pc):
        """The index in `positions` of the entry for the instruction at pc; -1 if there is none."""
        positions = self.positions
        low = 0
        high = len(positions) // 5
        while low < high:
            middle = (low + high) >> 1
            if positions[middle * 5] <= pc:
                low = middle + 1
            else:
                high = middle
        return (low - 1) * 5

    def lineno_of(self, pc):
        """The line of the instruction at pc; 0 if there is none."""
        index = self._position_index(pc)
        while index >= 0:
            if self.positions[index + 1] > 0:
                return self.positions[index + 1]
            index -= 5                              # instructions of no line: that of those before
        return self.firstlineno if self.given_linetable is None else 0

    def line_or_none(self, pc):
        """The line of the instruction at pc; 0 if it belongs to none."""
        index = self._position_index(pc)
        if index < 0:
            return self.firstlineno
        return self.positions[index + 1]

    def position_of(self, pc):
        """(lineno, end_lineno, col_offset, end_col_offset) of the instruction at pc; columns -1 when unknown."""
        index = self._position_index(pc)
        if index < 0:
            return self.firstlineno, self.firstlineno, -1, -1
        p = self.positions
        if not settings.debug_ranges:
            return p[index + 1], p[index + 1], -1, -1
        return p[index + 1], p[index + 2], p[index + 3], p[index + 4]

    # ---- Python attributes

    @getter('co_argcount')
    def get_argcount(self):
        return newint(self.argcount)

    @getter('co_posonlyargcount')
    def get_posonlyargcount(self):
        return newint(self.posonlyargcount)

    @getter('co_kwonlyargcount')
    def get_kwonlyargcount(self):
        return newint(self.kwonlyargcount)

    @getter('co_nlocals')
    def get_nlocals(self):
        return newint(self.nlocals)

    @getter('co_stacksize')
    def get_stacksize(self):
        return newint(self.nregs - self.nlocals - self.ncells - self.nfrees)

    @getter('co_flags')
    def get_flags(self):
        return newint(self.flags)

    @getter('co_code')
    def get_code(self):
        return newbytes(encode_ints(self.bytecode))

    @getter('co_consts')
    def get_consts(self):
        return newtuple(self.consts_w[:])

    @getter('co_names')
    def get_names(self):
        return names_tuple(self.names)

    @getter('co_varnames')
    def get_varnames(self):
        return names_tuple(self.varnames)

    @getter('co_cellvars')
    def get_cellvars(self):
        return names_tuple(self.cellvars)

    @getter('co_freevars')
    def get_freevars(self):
        return names_tuple(self.freevars)

    @getter('co_filename')
    def get_filename(self):
        return newstr(self.filename)

    @getter('co_name')
    def get_name(self):
        return newstr(self.name)

    @getter('co_qualname')
    def get_qualname(self):
        return newstr(self.qualname)

    @getter('co_firstlineno')
    def get_firstlineno(self):
        return newint(self.firstlineno)

    @getter('co_exceptiontable')
    def get_exceptiontable(self):
        return newbytes(encode_ints(self.exceptiontable))

    @getter('co_linetable')
    def get_linetable(self):
        if self.given_linetable is not None:
            return newbytes(self.given_linetable)
        return newbytes(encode_positions(self.shown_positions(), self.firstlineno, len(self.bytecode)))

    def shown_positions(self):
        if settings.debug_ranges:
            return self.positions
        shown = []
        for i in range(0, len(self.positions), 5):
            line = self.positions[i + 1]
            shown += [self.positions[i], line, line, -1, -1]
        return shown[:]

    @method('co_positions(self)')
    def m_positions(self):
        """For each unit of the bytecode a tuple (lineno, end_lineno, col_offset, end_col_offset)."""
        from interpreter.objects.list import newlist
        from interpreter import ops
        result_w = []
        w_last = w_None
        last = -1
        size = len(self.bytecode) if len(self.positions) > 0 else 0
        for pc in range(size):
            index = self._position_index(pc)
            if index != last or w_last is w_None:
                last = index
                lineno, end_lineno, col, end_col = self.position_of(pc)
                w_last = newtuple([line_or_none(lineno), line_or_none(end_lineno), int_or_none(col), int_or_none(end_col)])
            result_w.append(w_last)
        return ops.iter(newlist(result_w))

    @method('co_lines(self)')
    def m_lines(self):
        """Tuples (start, end, lineno) of offsets as f_lasti counts them."""
        from interpreter.objects.list import newlist
        from interpreter import ops
        result_w = []
        start = 0
        size = len(self.bytecode)
        positions = self.positions
        if len(positions) == 0:
            return ops.iter(newlist(result_w))
        line = positions[1]
        for i in range(0, len(positions), 5):
            if positions[i + 1] != line:
                pc = min(positions[i], size)
                if pc > start:
                    result_w.append(newtuple([newint(2 * start), newint(2 * pc), line_or_none(line)]))
                start = pc
                line = positions[i + 1]
        if size > start:
            result_w.append(newtuple([newint(2 * start), newint(2 * size), line_or_none(line)]))
        return ops.iter(newlist(result_w))

    @new('__new__(cls, argcount: int, posonlyargcount: int, kwonlyargcount: int, nlocals: int, stacksize: int, flags: int, codestring: bytes, '
         'constants, names, varnames, filename: str, name: str, qualname: str, firstlineno: int, linetable: bytes, exceptiontable: bytes, '
         'freevars=(), cellvars=(), /)')
    def descr_new(w_cls, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, w_constants, w_names,
                  w_varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, w_freevars, w_cellvars):
        """A code object from its parts, with the bytes in the form that co_code, co_linetable and co_exceptiontable give them."""
        bytecode = decode_ints(codestring)
        check_nlocals(nlocals, w_varnames)
        return build_code(argcount, posonlyargcount, kwonlyargcount, stacksize, flags, bytecode, w_constants, w_names, w_varnames,
                          w_cellvars, w_freevars, filename, name, qualname, firstlineno,
                          decode_positions(linetable, firstlineno), decode_ints(exceptiontable), len(bytecode), linetable)

    @method('replace(self, *, co_argcount=?, co_posonlyargcount=?, co_kwonlyargcount=?, co_nlocals=?, co_stacksize=?, co_flags=?, '
            'co_firstlineno=?, co_code=?, co_consts=?, co_names=?, co_varnames=?, co_freevars=?, co_cellvars=?, co_filename: str=?, '
            'co_name: str=?, co_qualname: str=?, co_linetable=?, co_exceptiontable=?)')
    def m_replace(self, w_argcount, w_posonly, w_kwonly, w_nlocals, w_stacksize, w_flags, w_firstlineno, w_code, w_consts, w_names,
                  w_varnames, w_freevars, w_cellvars, filename, name, qualname, w_linetable, w_exceptiontable):
        """A copy with other values for the given fields."""
        from interpreter import ops
        firstlineno = int_or(w_firstlineno, self.firstlineno)
        linetable = self.given_linetable
        if w_linetable is not None:
            linetable = ops.bufferstr_w(w_linetable)
        if linetable is not None:
            positions = decode_positions(linetable, firstlineno)
        else:
            positions = moved_lines(self.positions, firstlineno - self.firstlineno)
        if w_nlocals is not None or w_varnames is not None:
            check_nlocals(int_or(w_nlocals, self.nlocals), self.get_varnames() if w_varnames is None else w_varnames)
        return build_code(
            int_or(w_argcount, self.argcount), int_or(w_posonly, self.posonlyargcount), int_or(w_kwonly, self.kwonlyargcount),
            int_or(w_stacksize, self.nregs - self.nlocals - self.ncells - self.nfrees), int_or(w_flags, self.flags),
            ints_or(w_code, self.bytecode), self.get_consts() if w_consts is None else w_consts,
            self.get_names() if w_names is None else w_names, self.get_varnames() if w_varnames is None else w_varnames,
            self.get_cellvars() if w_cellvars is None else w_cellvars, self.get_freevars() if w_freevars is None else w_freevars,
            self.filename if filename is None else filename, self.name if name is None else name,
            self.qualname if qualname is None else qualname, firstlineno, positions,
            ints_or(w_exceptiontable, self.exceptiontable), self.ncaches, linetable)

    def op_repr(self):
        from interpreter.objects.object import address_hex
        return newstr('<code object %s at %s, file "%s", line %d>' % (
            self.name, address_hex(self), self.filename, self.firstlineno))

    def same_ints(self, a, b):
        if len(a) != len(b):
            return False
        for i in range(len(a)):
            if a[i] != b[i]:
                return False
        return True

    def same_names(self, a, b):
        if len(a) != len(b):
            return False
        for i in range(len(a)):
            if a[i] != b[i]:
                return False
        return True

    def equals(self, other):
        """CPython's equality of code objects: everything but the file name."""
        from interpreter import ops
        if self is other:
            return True
        if not (self.name == other.name and self.argcount == other.argcount and
                self.posonlyargcount == other.posonlyargcount and self.kwonlyargcount == other.kwonlyargcount and
                self.flags == other.flags and self.firstlineno == other.firstlineno and
                self.same_ints(self.bytecode, other.bytecode) and self.same_names(self.names, other.names) and
                self.same_names(self.varnames, other.varnames) and self.same_names(self.cellvars, other.cellvars) and
                self.same_names(self.freevars, other.freevars) and self.same_ints(self.positions, other.positions) and
                self.same_ints(self.exceptiontable, other.exceptiontable) and
                len(self.consts_w) == len(other.consts_w)):
            return False
        for i in range(len(self.consts_w)):
            w_a = self.consts_w[i]
            w_b = other.consts_w[i]
            if w_a.gettype() is not w_b.gettype() or not ops.eq_w(w_a, w_b):
                return False
        return True

    def op_eq(self, w_other):
        if not isinstance(w_other, W_Code):
            return w_NotImplemented
        return newbool(self.equals(w_other))

    def op_ne(self, w_other):
        if not isinstance(w_other, W_Code):
            return w_NotImplemented
        return newbool(not self.equals(w_other))

    def op_hash(self):
        result = 0x345678 ^ self.argcount ^ self.flags
        for ch in self.name:
            result = intmask(result * 1000003 ^ ord(ch))
        for value in self.bytecode:
            result = intmask(result * 1000003 ^ value)
        return result


def names_in(w_const):
    """The strings of a constant tuple of str, for calls with keywords; None for any other constant."""
    from interpreter import ops
    from interpreter.objects.str import W_Str
    from interpreter.objects.tuple import W_Tuple
    if not isinstance(w_const, W_Tuple):
        return None
    names = []
    for w_item in ops.tuple_items(w_const):
        if not isinstance(w_item, W_Str):
            return None
        names.append(w_item._utf8)
    return names[:]


def line_or_none(line):
    if line == 0:
        return w_None
    return newint(line)


def int_or_none(value):
    if value < 0:
        return w_None
    return newint(value)


def names_tuple(names):
    return newtuple([newstr(name) for name in names])


def int_or(w_value, default):
    from interpreter import ops
    if w_value is None:
        return default
    return ops.int_w(w_value)


def ints_or(w_bytes, default):
    from interpreter import ops
    if w_bytes is None:
        return default[:]
    return decode_ints(ops.bufferstr_w(w_bytes))


def names_of_tuple(w_names, what):
    """The strings of a tuple of str, as a list."""
    from interpreter import ops
    from interpreter.objects.str import W_Str
    from interpreter.objects.tuple import W_Tuple
    if not isinstance(w_names, W_Tuple):
        raise type_error("code() %s must be a tuple, not %s" % (what, w_names.gettype().name))
    names = []
    for w_name in ops.tuple_items(w_names):
        if not isinstance(w_name, W_Str):
            raise type_error("name tuples must contain only strings, not '%s'" % w_name.gettype().name)
        names.append(w_name._utf8)
    return names


def build_code(argcount, posonlyargcount, kwonlyargcount, stacksize, flags, bytecode, w_consts, w_names, w_varnames, w_cellvars,
               w_freevars, filename, name, qualname, firstlineno, positions, exceptiontable, ncaches, linetable):
    """A W_Code from Python values."""
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    if not isinstance(w_consts, W_Tuple):
        raise type_error("code() constants must be a tuple, not %s" % w_consts.gettype().name)
    if argcount < posonlyargcount or posonlyargcount < 0 or kwonlyargcount < 0 or stacksize < 0 or flags < 0:
        raise value_error("code: invalid argument")
    varnames = names_of_tuple(w_varnames, 'varnames')
    cellvars = names_of_tuple(w_cellvars, 'cellvars')
    freevars = names_of_tuple(w_freevars, 'freevars')
    nparams = argcount + kwonlyargcount
    if flags & CO_VARARGS:
        nparams += 1
    if flags & CO_VARKEYWORDS:
        nparams += 1
    if nparams > len(varnames):
        raise value_error("code: varnames is too small")
    cell2arg = [-1] * len(cellvars)
    for i in range(len(cellvars)):
        for j in range(nparams):
            if cellvars[i] == varnames[j]:
                cell2arg[i] = j
    nregs = len(varnames) + len(cellvars) + len(freevars) + stacksize
    return W_Code(argcount, posonlyargcount, kwonlyargcount, nregs, flags, bytecode, ops.tuple_items(w_consts)[:],
                  names_of_tuple(w_names, 'names'), varnames, cellvars, freevars, cell2arg, filename, name, qualname, firstlineno,
                  positions, exceptiontable, ncaches, linetable)


def check_nlocals(nlocals, w_varnames):
    if nlocals != len(names_of_tuple(w_varnames, 'varnames')):
        raise value_error("code: co_nlocals != len(co_varnames)")


def moved_lines(positions, delta):
    """The positions with `delta` added to the lines: they count from the first line."""
    moved = positions[:]
    if delta != 0:
        for i in range(0, len(moved), 5):
            if moved[i + 1] > 0:
                moved[i + 1] += delta
                moved[i + 2] += delta
    return moved


def encode_ints(values):
    """Ints as bytes: each four bytes, little-endian; `co_code` and the like, for code that compares or saves them."""
    chars = ['\x00'] * (4 * len(values))
    for i in range(len(values)):
        value = values[i]
        chars[4 * i] = chr(value & 0xff)
        chars[4 * i + 1] = chr((value >> 8) & 0xff)
        chars[4 * i + 2] = chr((value >> 16) & 0xff)
        chars[4 * i + 3] = chr((value >> 24) & 0xff)
    return ''.join(chars)


def decode_ints(data):
    """The inverse of encode_ints."""
    if len(data) & 3:
        raise value_error("code: the bytes are not a sequence of four-byte units")
    result = []
    for i in range(0, len(data), 4):
        value = (ord(data[i]) | ord(data[i + 1]) << 8 | ord(data[i + 2]) << 16 | ord(data[i + 3]) << 24)
        if value >= 0x80000000:
            value -= 0x100000000
        result.append(value)
    return result


W_Code.typedef = TypeDef('code', W_Code,
                         text_signature='(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, '
                                        'varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)',
                         subclassable=False, weakrefable=True,
                         doc="Compiled source, ready to run.")
