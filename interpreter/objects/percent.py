"""The operator % of str, bytes and bytearray: printf-style formatting."""

from rpython.rlib import rfloat
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import overflow_error, type_error, value_error
from interpreter.objects.format import MAX_PRECISION, format_double
from interpreter.unicode import utf8

LEFT, PLUS, BLANK, ALTERNATE, ZERO = 1, 2, 4, 8, 16


def percent_format(w_format, w_values):
    """str % values -> W_Str"""
    from interpreter.objects.str import newstr
    formatter = PercentFormatter(w_format._utf8, w_values, False)
    return newstr(formatter.run())


def percent_format_bytes(data, w_values):
    """bytes % values -> RPython str"""
    return PercentFormatter(data, w_values, True).run()


def flag_of(c):
    if c == '-':
        return LEFT
    if c == '+':
        return PLUS
    if c == ' ':
        return BLANK
    if c == '#':
        return ALTERNATE
    if c == '0':
        return ZERO
    return 0


class PercentFormatter(object):
    """One run of the operator.  In bytes mode the text is bytes and a width counts bytes, else it is UTF-8."""
    def __init__(self, text, w_values, is_bytes):
        from interpreter.objects.tuple import W_Tuple
        from interpreter import ops
        self.text = text
        self.is_bytes = is_bytes
        self.w_values = w_values
        self.w_mapping = None
        if isinstance(w_values, W_Tuple):
            self.values_w = ops.tuple_items(w_values)
        else:
            self.values_w = [w_values]
            if is_mapping(w_values, is_bytes):
                self.w_mapping = w_values
        self.next_value = 0
        self.position = 0
        self.builder = StringBuilder(len(text) + 32)
        # the conversion at hand
        self.w_keyed = None
        self.flags = 0
        self.width = -1
        self.precision = -1

    def run(self):
        text = self.text
        while True:
            position = self.position
            assert position >= 0
            at = text.find('%', position)
            if at < 0:
                self.builder.append_slice(text, position, len(text))
                break
            self.builder.append_slice(text, position, at)
            self.position = at + 1
            self.conversion()
        if self.next_value < len(self.values_w) and self.w_mapping is None:
            raise type_error("not all arguments converted during %s formatting" % ("bytes" if self.is_bytes else "string"))
        return self.builder.build()

    # ---- reading

    def peek(self):
        if self.position >= len(self.text):
            raise value_error("incomplete format")
        return self.text[self.position]

    def value(self):
        """The next value to convert."""
        w_keyed = self.w_keyed
        if w_keyed is not None:
            self.w_keyed = None
            return w_keyed
        if self.next_value >= len(self.values_w):
            raise type_error("not enough arguments for format string")
        w_value = self.values_w[self.next_value]
        self.next_value += 1
        return w_value

    def read_key(self):
        """(name), whose parentheses may nest; looks the value up."""
        from interpreter import ops
        from interpreter.objects.bytes import newbytes
        from interpreter.objects.str import newstr
        if self.w_mapping is None:
            raise type_error("format requires a mapping")
        start = self.position + 1
        i, depth = start, 1
        while i < len(self.text):
            if self.text[i] == '(':
                depth += 1
            elif self.text[i] == ')':
                depth -= 1
                if depth == 0:
                    break
            i += 1
        else:
            raise value_error("incomplete format key")
        assert start >= 0 and i >= 0
        key = self.text[start:i]
        self.position = i + 1
        self.next_value = len(self.values_w)      # a later conversion without a name finds nothing
        self.w_keyed = ops.getitem(self.w_mapping, newbytes(key) if self.is_bytes else newstr(key))

    def read_size(self, what):
        """A number or *; -1 if there is neither."""
        from interpreter.objects.int import W_AbstractInt, W_Int
        c = self.peek()
        if c == '*':
            self.position += 1
            w_size = self.value()
            if not isinstance(w_size, W_AbstractInt):
                raise type_error("* wants int")
            if not isinstance(w_size, W_Int):
                raise overflow_error("Python int too large to convert to C ssize_t")
            self.peek()
            return w_size.intval
        if not '0' <= c <= '9':
            return -1
        size = 0
        while '0' <= c <= '9':
            try:
                size = ovfcheck(ovfcheck(size * 10) + (ord(c) - ord('0')))
            except OverflowError:
                raise value_error("%s too big" % what)
            self.position += 1
            c = self.peek()
        return size

    def read_precision(self):
        is_star = self.peek() == '*'
        what = "prec" if self.is_bytes else "precision"
        precision = max(self.read_size(what), 0)
        if precision > MAX_PRECISION:
            if is_star:
                raise overflow_error("Python int too large to convert to C int")
            raise value_error("%s too big" % what)
        self.precision = precision

    def conversion(self):
        """What follows a %."""
        self.w_keyed = None
        self.flags = 0
        self.precision = -1
        if self.peek() == '%':
            self.position += 1
            self.builder.append('%')
            return
        if self.peek() == '(':
            self.read_key()
        while flag_of(self.peek()):
            self.flags |= flag_of(self.peek())
            self.position += 1
        self.width = self.read_size("width")
        if self.width < -1:
            self.flags |= LEFT
            self.width = -self.width
        if self.peek() == '.':
            self.position += 1
            self.read_precision()
        c = self.peek()
        if c == 'h' or c == 'l' or c == 'L':
            self.position += 1
            c = self.peek()
        self.convert(c)

    def convert(self, c):
        if c == 's' or c == 'r' or c == 'a' or c == 'b':
            w_value = self.value()
            if c == 'b' and not self.is_bytes:
                raise self.unsupported()
            self.position += 1
            self.put(self.shortened(self.text_of(w_value, c)))
        elif c == 'c':
            w_value = self.value()
            self.position += 1
            self.put(self.character(w_value))
        elif c == 'd' or c == 'i' or c == 'u' or c == 'o' or c == 'x' or c == 'X':
            w_value = self.value()
            self.position += 1
            self.put_int(w_value, c)
        elif 'eEfFgG'.find(c) >= 0:
            w_value = self.value()
            self.position += 1
            self.put_number(self.float_text(w_value, c), '')
        else:
            self.value()
            raise self.unsupported()

    def unsupported(self):
        from interpreter.objects.intstr import word_to_base
        at = self.position
        if self.is_bytes:
            code, index = ord(self.text[at]), at
        else:
            code, index = utf8.code_at(self.text, at), utf8.count_between(self.text, 0, at)
        shown = chr(code) if 31 <= code < 128 else '?'
        return value_error("unsupported format character '%s' (0x%s) at index %d" % (shown, word_to_base(code, 4), index))

    # ---- converting

    def text_of(self, w_value, c):
        from interpreter import ops
        if self.is_bytes:
            if c == 's' or c == 'b':
                return bytes_of_value(w_value)
            return ops.ascii(w_value)._utf8
        if c == 's':
            return ops.str_w(w_value)
        if c == 'r':
            return ops.repr_w(w_value)
        return ops.ascii(w_value)._utf8

    def shortened(self, text):
        """The text cut to the precision."""
        precision = self.precision
        if precision < 0:
            return text
        if self.is_bytes:
            return text[:precision]
        return text[:utf8.offset_of(text, precision)]

    def character(self, w_value):
        from interpreter.objects.bytearray import W_ByteArray
        from interpreter.objects.bytes import W_Bytes
        from interpreter.objects.int import W_Int
        from interpreter.objects.str import W_Str
        if self.is_bytes:
            if isinstance(w_value, W_Bytes) or isinstance(w_value, W_ByteArray):
                data = w_value.buffer_str()
                if len(data) == 1:
                    return data
            else:
                w_index = w_value.op_index()
                if w_index is not None:
                    if not isinstance(w_index, W_Int) or not 0 <= w_index.intval < 256:
                        raise overflow_error("%c arg not in range(256)")
                    return chr(w_index.intval)
            raise type_error("%c requires an integer in range(256) or a single byte")
        if isinstance(w_value, W_Str):
            if w_value._length == 1:
                return w_value._utf8
            raise type_error("%c requires int or char")
        w_index = w_value.op_index()
        if w_index is None:
            raise type_error("%c requires int or char")
        if not isinstance(w_index, W_Int) or not 0 <= w_index.intval <= utf8.MAX_CODE:
            raise overflow_error("%c arg not in range(0x110000)")
        return utf8.encode(w_index.intval)

    def float_text(self, w_value, c):
        from interpreter import ops
        from interpreter.objects.float import W_Float
        if self.is_bytes and not isinstance(w_value, W_Float) and w_value.op_float() is None and w_value.op_index() is None:
            raise type_error("float argument required, not %s" % w_value.gettype().name)
        x = ops.float_w(w_value)
        precision = 6 if self.precision < 0 else self.precision
        flags = rfloat.DTSF_ALT if self.flags & ALTERNATE else 0
        return format_double(x, c, precision, flags)

    def put_int(self, w_value, c):
        from interpreter.objects.intstr import int_to_base, int_to_decimal
        w_int = self.integer(w_value, c)
        prefix = ''
        if c == 'o':
            digits = int_to_base(w_int, 3)
            prefix = '0o'
        elif c == 'x':
            digits = int_to_base(w_int, 4)
            prefix = '0x'
        elif c == 'X':
            digits = int_to_base(w_int, 4).upper()
            prefix = '0X'
        else:
            digits = int_to_decimal(w_int)
            if digits[0] == '-':
                digits = digits[1:]
        if not self.flags & ALTERNATE:
            prefix = ''
        if self.precision > MAX_PRECISION - 3:
            raise overflow_error("precision too large")
        if self.precision > len(digits):
            digits = '0' * (self.precision - len(digits)) + digits
        if w_int.sign() < 0:
            digits = '-' + digits
        self.put_number(digits, prefix)

    def integer(self, w_value, c):
        """The value as an int: %d takes any real number, %x only integers."""
        from interpreter.objects.int import W_AbstractInt
        if isinstance(w_value, W_AbstractInt):
            return w_value
        if c == 'o' or c == 'x' or c == 'X':
            w_int = w_value.op_index()
        else:
            w_int = w_value.op_int()
            if w_int is None:
                w_int = w_value.op_index()
        if isinstance(w_int, W_AbstractInt):
            return w_int
        what = "an integer" if c == 'o' or c == 'x' or c == 'X' else "a real number"
        raise type_error("%%%s format: %s is required, not %s" % (c, what, w_value.gettype().name))

    # ---- writing

    def put_number(self, text, prefix):
        """Digits with their sign, filled with zeros behind the sign and prefix if so asked."""
        sign = ''
        if text[0] == '-':
            sign = '-'
            text = text[1:]
        elif self.flags & PLUS:
            sign = '+'
        elif self.flags & BLANK:
            sign = ' '
        zeros = 0
        if self.flags & ZERO and not self.flags & LEFT:
            zeros = max(self.width - len(sign) - len(prefix) - len(text), 0)
        self.put(sign + prefix + '0' * zeros + text)

    def put(self, text):
        length = len(text) if self.is_bytes else utf8.count(text)
        blanks = self.width - length
        if blanks > 0 and not self.flags & LEFT:
            self.builder.append_multiple_char(' ', blanks)
        self.builder.append(text)
        if blanks > 0 and self.flags & LEFT:
            self.builder.append_multiple_char(' ', blanks)


def is_mapping(w_value, is_bytes):
    """May it stand for a mapping at the right of %?  For the % of a str, bytes may: whatever has items does."""
    from interpreter.objects.bytearray import W_ByteArray
    from interpreter.objects.bytes import W_Bytes
    from interpreter.objects.str import W_Str
    if isinstance(w_value, W_Str):
        return False
    if is_bytes and (isinstance(w_value, W_Bytes) or isinstance(w_value, W_ByteArray)):
        return False
    return w_value.gettype().lookup('__getitem__') is not None


def bytes_of_value(w_value):
    """What %b and %s of bytes write."""
    from interpreter.objects.byteargs import content_of_special
    data = w_value.buffer_str()
    if data is None:
        data = content_of_special(w_value)
        if data is None:
            raise type_error("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'" %
                             w_value.gettype().name)
    return data
