"""The methods that bytes and bytearray share; mixed into both.

The class provides content() -> RPython str, make(str) -> an object of its kind, unchanged() -> what a method returns that has nothing to
change, hold() and release() around what may run Python code while the content is in use, and has interpreter.objects.byteargs convert its arguments.
"""

from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder
from rpython.rlib.rstring import replace as replace_bytes

from interpreter.errors import overflow_error, type_error, value_error
from interpreter.gateway import method, staticmethod_
from interpreter.objects.bounds import bounds
from interpreter.objects.byteargs import hex_of, item_or_bytes
from interpreter.objects.bytescase import ByteCase
from interpreter.objects.root import w_None

FIND, RFIND, COUNT = range(3)


class ByteMethods(ByteCase):

    # ---- find and its kin

    def search(self, w_sub, w_start, w_end, mode):
        """The index of w_sub, or its number of occurrences, within the bounds; -1 if it is not there."""
        text = self.content()
        start, end = bounds(w_start, w_end, len(text))
        sub = item_or_bytes(w_sub, "argument should be integer or bytes-like object, not '%s'")
        if start > end:
            return 0 if mode == COUNT else -1
        assert start >= 0 and end >= 0
        if mode == COUNT:
            if len(sub) == 0:
                return end - start + 1
            return text.count(sub, start, end)
        if mode == FIND:
            return text.find(sub, start, end)
        return text.rfind(sub, start, end)

    @method('find(self, sub, start=?, end=?, //) -> int')
    def m_find(self, w_sub, w_start, w_end):
        """The lowest index of sub between start and end, or -1."""
        return self.search(w_sub, w_start, w_end, FIND)

    @method('rfind(self, sub, start=?, end=?, //) -> int')
    def m_rfind(self, w_sub, w_start, w_end):
        """The highest index of sub between start and end, or -1."""
        return self.search(w_sub, w_start, w_end, RFIND)

    @method('index(self, sub, start=?, end=?, //) -> int')
    def m_index(self, w_sub, w_start, w_end):
        """As find(), but ValueError where it gives -1."""
        result = self.search(w_sub, w_start, w_end, FIND)
        if result < 0:
            raise value_error("subsection not found")
        return result

    @method('rindex(self, sub, start=?, end=?, //) -> int')
    def m_rindex(self, w_sub, w_start, w_end):
        """As rfind(), but ValueError where it gives -1."""
        result = self.search(w_sub, w_start, w_end, RFIND)
        if result < 0:
            raise value_error("subsection not found")
        return result

    @method('count(self, sub, start=?, end=?, //) -> int')
    def m_count(self, w_sub, w_start, w_end):
        """How many times sub occurs between start and end, without overlaps."""
        return self.search(w_sub, w_start, w_end, COUNT)

    def affix_at(self, affix, start, end, at_end):
        text = self.content()
        if end - start < len(affix):
            return False
        at = end - len(affix) if at_end else start
        return matches_at(text, affix, at)

    def affix_in(self, w_affix, w_start, w_end, at_end, name):
        """startswith or endswith: w_affix is bytes-like or a tuple of such."""
        from interpreter import ops
        from interpreter.objects.tuple import W_Tuple
        start, end = bounds(w_start, w_end, len(self.content()))
        if isinstance(w_affix, W_Tuple):
            for w_item in ops.tuple_items(w_affix):
                if self.affix_at(ops.bufferstr_w(w_item), start, end, at_end):
                    return True
            return False
        affix = w_affix.buffer_str()
        if affix is None:
            raise type_error("%s first arg must be bytes or a tuple of bytes, not %s" % (name, w_affix.gettype().name))
        return self.affix_at(affix, start, end, at_end)

    @method('startswith(self, prefix, start=?, end=?, //) -> bool')
    def m_startswith(self, w_prefix, w_start, w_end):
        """Does it start with prefix, or with one of a tuple of them?"""
        return self.affix_in(w_prefix, w_start, w_end, False, 'startswith')

    @method('endswith(self, suffix, start=?, end=?, //) -> bool')
    def m_endswith(self, w_suffix, w_start, w_end):
        """Does it end with suffix, or with one of a tuple of them?"""
        return self.affix_in(w_suffix, w_start, w_end, True, 'endswith')

    @method('removeprefix(self, prefix: bytes, /)')
    def m_removeprefix(self, prefix):
        """Itself without the prefix, where it has it."""
        text = self.content()
        if prefix and matches_at(text, prefix, 0):
            return self.make(text[len(prefix):])
        return self.unchanged()

    @method('removesuffix(self, suffix: bytes, /)')
    def m_removesuffix(self, suffix):
        """Itself without the suffix, where it has it."""
        text = self.content()
        at = len(text) - len(suffix)
        if suffix and at >= 0 and matches_at(text, suffix, at):
            assert at >= 0
            return self.make(text[:at])
        return self.unchanged()

    # ---- partition, split

    @method('partition(self, sep: bytes, /)')
    def m_partition(self, separator):
        """A tuple of what precedes the first sep, sep, and what follows; (self, empty, empty) without it."""
        from interpreter.objects.tuple import newtuple
        check_separator(separator)
        text = self.content()
        at = text.find(separator)
        if at < 0:
            return newtuple([self.unchanged(), self.make(''), self.make('')])
        return newtuple([self.make(text[:at]), self.make(separator), self.make(text[at + len(separator):])])

    @method('rpartition(self, sep: bytes, /)')
    def m_rpartition(self, separator):
        """A tuple of what precedes the last sep, sep, and what follows; (empty, empty, self) without it."""
        from interpreter.objects.tuple import newtuple
        check_separator(separator)
        text = self.content()
        at = text.rfind(separator)
        if at < 0:
            return newtuple([self.make(''), self.make(''), self.unchanged()])
        return newtuple([self.make(text[:at]), self.make(separator), self.make(text[at + len(separator):])])

    @method('split(self, sep=None, maxsplit: int=-1)')
    def m_split(self, w_separator, limit):
        """The list of the parts between separators, from the left; sep None means runs of white space."""
        from interpreter import ops
        from interpreter.objects.list import newlist
        text = self.content()
        if w_separator is w_None:
            pieces = split_space(text, limit)
        else:
            separator = ops.bufferstr_w(w_separator)
            check_separator(separator)
            pieces = []
            first = 0
            while limit != 0:
                at = text.find(separator, first)
                if at < 0:
                    break
                pieces.append(text[first:at])
                first = at + len(separator)
                limit -= 1
            pieces.append(text[first:])
        return newlist([self.make(piece) for piece in pieces])

    @method('rsplit(self, sep=None, maxsplit: int=-1)')
    def m_rsplit(self, w_separator, limit):
        """As split(), counting maxsplit from the right."""
        from interpreter import ops
        from interpreter.objects.list import newlist
        text = self.content()
        if w_separator is w_None:
            pieces = rsplit_space(text, limit)
        else:
            separator = ops.bufferstr_w(w_separator)
            check_separator(separator)
            pieces = []
            last = len(text)
            while limit != 0:
                assert last >= 0
                at = text.rfind(separator, 0, last)
                if at < 0:
                    break
                pieces.append(text[at + len(separator):last])
                last = at
                limit -= 1
            assert last >= 0
            pieces.append(text[:last])
        pieces.reverse()
        return newlist([self.make(piece) for piece in pieces])

    @method('splitlines(self, keepends: cint=False)')
    def m_splitlines(self, keepends):
        """The list of the lines, with their ends if keepends is true."""
        from interpreter.objects.list import newlist
        text = self.content()
        lines_w = []
        first = i = 0
        while i < len(text):
            c = text[i]
            i += 1
            if c == '\n' or c == '\r':
                end = i - 1
                if c == '\r' and i < len(text) and text[i] == '\n':
                    i += 1
                if keepends:
                    end = i
                assert end >= 0
                lines_w.append(self.make(text[first:end]))
                first = i
        if first < len(text):
            lines_w.append(self.make(text[first:]))
        return newlist(lines_w)

    # ---- strip

    @method('strip(self, bytes=None, /)')
    def m_strip(self, w_bytes):
        """Itself without the given characters, or white space, at both ends."""
        return self.strip_ends(w_bytes, True, True)

    @method('lstrip(self, bytes=None, /)')
    def m_lstrip(self, w_bytes):
        """Itself without the given characters, or white space, at its start."""
        return self.strip_ends(w_bytes, True, False)

    @method('rstrip(self, bytes=None, /)')
    def m_rstrip(self, w_bytes):
        """Itself without the given characters, or white space, at its end."""
        return self.strip_ends(w_bytes, False, True)

    def strip_ends(self, w_bytes, left, right):
        from interpreter import ops
        chars = ' \t\n\r\f\v' if w_bytes is w_None else ops.bufferstr_w(w_bytes)
        text = self.content()
        first, last = 0, len(text)
        if left:
            while first < last and chars.find(text[first]) >= 0:
                first += 1
        if right:
            while last > first and chars.find(text[last - 1]) >= 0:
                last -= 1
        if first == 0 and last == len(text):
            return self.unchanged()
        assert last >= 0
        return self.make(text[first:last])

    # ---- replace, join, translate

    @method('replace(self, old: bytes, new: bytes, count: int=-1, /)')
    def m_replace(self, old, new, limit):
        """Itself with old replaced by new, the first count times; everywhere for -1."""
        text = self.content()
        if limit == 0:
            return self.unchanged()
        if len(old) == 0:
            return self.make(intersperse(text, new, limit))
        if text.find(old) < 0:
            return self.unchanged()
        try:
            return self.make(replace_bytes(text, old, new, limit))
        except OverflowError:
            raise overflow_error("replace bytes is too long")

    @method('join(self, iterable_of_bytes, /)')
    def m_join(self, w_iterable):
        """The items of the iterable in a row, with self between them."""
        from interpreter import ops
        self.hold()
        try:
            items_w = ops.items_or_error(w_iterable, "can only join an iterable")
        finally:
            self.release()
        separator = self.content()
        pieces = []
        for i in range(len(items_w)):
            w_item = items_w[i]
            piece = w_item.buffer_str()
            if piece is None:
                raise type_error("sequence item %d: expected a bytes-like object, %s found" % (i, w_item.gettype().name))
            pieces.append(piece)
        return self.make(separator.join(pieces))

    @method('translate(self, table, /, delete=?)')
    def m_translate(self, w_table, w_delete):
        """Itself with every character mapped through the table."""
        from interpreter import ops
        table = None
        if w_table is not w_None:
            table = ops.bufferstr_w(w_table)
            if len(table) != 256:
                raise value_error("translation table must be 256 characters long")
        delete = '' if w_delete is None else ops.bufferstr_w(w_delete)
        text = self.content()
        builder = StringBuilder(len(text))
        for c in text:
            if delete and delete.find(c) >= 0:
                continue
            builder.append(c if table is None else table[ord(c)])
        return self.make(builder.build())

    @staticmethod_('maketrans(frm: bytes, to: bytes, /) -> bytes')
    def m_maketrans(source, target):
        """A table for translate()."""
        if len(source) != len(target):
            raise value_error("maketrans arguments must have same length")
        table = [chr(i) for i in range(256)]
        for i in range(len(source)):
            table[ord(source[i])] = target[i]
        return ''.join(table)

    # ---- padding

    def padded(self, left, right, fill):
        if left <= 0 and right <= 0:
            return self.unchanged()
        text = self.content()
        left = max(left, 0)
        right = max(right, 0)
        try:
            ovfcheck(ovfcheck(left + right) + len(text))
        except OverflowError:
            raise overflow_error("padded string is too long")
        return self.make(fill * left + text + fill * right)

    @method('center(self, width: int, fillchar=?, /)')
    def m_center(self, width, w_fill):
        """Itself in the middle of width characters."""
        fill = fill_arg(w_fill, 'center')
        margin = width - len(self.content())
        if margin <= 0:
            return self.unchanged()
        left = margin // 2 + (margin & width & 1)
        return self.padded(left, margin - left, fill)

    @method('ljust(self, width: int, fillchar=?, /)')
    def m_ljust(self, width, w_fill):
        """Itself at the left of width characters."""
        return self.padded(0, width - len(self.content()), fill_arg(w_fill, 'ljust'))

    @method('rjust(self, width: int, fillchar=?, /)')
    def m_rjust(self, width, w_fill):
        """Itself at the right of width characters."""
        return self.padded(width - len(self.content()), 0, fill_arg(w_fill, 'rjust'))

    @method('zfill(self, width: int, /)')
    def m_zfill(self, width):
        """Itself at the right of width characters, zeros going between a sign and the digits."""
        text = self.content()
        fill = width - len(text)
        if fill <= 0:
            return self.unchanged()
        if text and (text[0] == '+' or text[0] == '-'):
            return self.make(text[0] + '0' * fill + text[1:])
        return self.make('0' * fill + text)

    @method('expandtabs(self, tabsize: int=8)')
    def m_expandtabs(self, tabsize):
        """Itself with blanks for tabs, the next multiple of tabsize being the next column."""
        text = self.content()
        builder = StringBuilder(len(text))
        column = 0
        total = 0
        for c in text:
            if c == '\t':
                if tabsize > 0:
                    blanks = tabsize - column % tabsize
                    try:
                        total = ovfcheck(total + blanks)
                    except OverflowError:
                        raise overflow_error("result too long")
                    builder.append_multiple_char(' ', blanks)
                    column += blanks
            else:
                builder.append(c)
                column += 1
                if c == '\n' or c == '\r':
                    column = 0
        return self.make(builder.build())

    # ---- text

    @method('hex(self, sep=?, bytes_per_sep: int=1) -> str')
    def m_hex(self, w_separator, group):
        """Its bytes as hexadecimal digits, with sep between groups of bytes_per_sep."""
        return hex_of(self.content(), w_separator, group)

    @method('decode(self, encoding: cstr="utf-8", errors: cstr="strict")')
    def m_decode(self, encoding, errors):
        """The text that the bytes are in an encoding."""
        from interpreter.objects.codecregistry import decode_text
        return decode_text(self, self.content(), encoding, errors)


# ____________________________________________________________
# helpers


def matches_at(text, part, offset):
    """text[offset:offset + len(part)] == part, without a copy."""
    if offset < 0 or offset + len(part) > len(text):
        return False
    for i in range(len(part)):
        if text[offset + i] != part[i]:
            return False
    return True


def check_separator(separator):
    if len(separator) == 0:
        raise value_error("empty separator")


def fill_arg(w_fill, name):
    if w_fill is None:
        return ' '
    fill = w_fill.buffer_str()
    if fill is None or len(fill) != 1:
        raise type_error("%s() argument 2 must be a byte string of length 1, not %s" % (name, w_fill.gettype().name))
    return fill


def is_space(c):
    return c == ' ' or '\t' <= c <= '\r'


def split_space(text, limit):
    pieces = []
    i, size = 0, len(text)
    while True:
        while i < size and is_space(text[i]):
            i += 1
        if i == size:
            return pieces
        if limit == 0:
            pieces.append(text[i:])
            return pieces
        first = i
        while i < size and not is_space(text[i]):
            i += 1
        pieces.append(text[first:i])
        limit -= 1


def rsplit_space(text, limit):
    """The pieces from the last to the first."""
    pieces = []
    last = len(text)
    while True:
        while last > 0 and is_space(text[last - 1]):
            last -= 1
        if last == 0:
            return pieces
        assert last >= 0
        if limit == 0:
            pieces.append(text[:last])
            return pieces
        first = last
        while first > 0 and not is_space(text[first - 1]):
            first -= 1
        assert first >= 0
        pieces.append(text[first:last])
        last = first
        limit -= 1


def intersperse(text, new, limit):
    """replace(b'', new): new before each byte and at the end."""
    builder = StringBuilder(len(text))
    i = done = 0
    while done != limit:
        builder.append(new)
        done += 1
        if i == len(text):
            break
        builder.append(text[i])
        i += 1
    builder.append_slice(text, i, len(text))
    return builder.build()
