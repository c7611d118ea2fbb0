"""str methods that search, cut and join; mixed into W_Str."""

from rpython.rlib.rstring import StringBuilder

from interpreter.errors import type_error, value_error
from interpreter.gateway import method
from interpreter.objects.bounds import bounds
from interpreter.objects.root import w_None
from interpreter.unicode import utf8
from interpreter.unicode.space import is_line_break, is_space

FIND, RFIND, COUNT = range(3)


class StrSearch(object):
    """Needs _utf8, _length and the access methods of W_Str."""

    # ---- find and its kin

    def search(self, w_sub, w_start, w_end, mode):
        """The index of w_sub, or its number of occurrences, within the bounds; -1 if it is not there."""
        from interpreter.objects.str import W_Str
        start, end = 0, self._length
        if w_start is not None or w_end is not None:
            start, end = bounds(w_start, w_end, end)
        if not isinstance(w_sub, W_Str):
            raise type_error("must be str, not %s" % w_sub.gettype().name)
        text, sub = self._utf8, w_sub._utf8
        if start > end:
            return 0 if mode == COUNT else -1
        first, last = self.offset(start), self.offset(end)
        assert first >= 0 and last >= 0
        if mode == COUNT:
            if len(sub) == 0:
                return utf8.count_between(text, first, last) + 1
            return text.count(sub, first, last)
        if mode == FIND:
            result = text.find(sub, first, last)
        else:
            result = text.rfind(sub, first, last)
        if result < 0:
            return -1
        return self.position(result)

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
            raise value_error("substring not found")
        return result

    @method('rindex(self, sub, start=?, end=?, //) -> int')
    def m_rindex(self, w_sub, w_start, w_end):
        """As rfind(), but ValueError where it gives -1."""
        result = self.search(w_sub, w_start, w_end, RFIND)
        if result < 0:
            raise value_error("substring not found")
        return result

    @method('count(self, sub, start=?, end=?, //) -> int')
    def m_count(self, w_sub, w_start, w_end):
        """How many times sub occurs between start and end, without overlaps."""
        return self.search(w_sub, w_start, w_end, COUNT)

    def affix_at(self, w_affix, start, end, at_end):
        """Does the text within the bounds start or end with w_affix, a str?"""
        text, affix = self._utf8, w_affix._utf8
        if start > end:
            return False
        first, last = self.offset(start), self.offset(end)
        if last - first < len(affix):
            return False
        return matches_at(text, affix, last - len(affix) if at_end else first)

    def affix_in(self, w_affix, w_start, w_end, at_end, name):
        """startswith or endswith: w_affix is a str or a tuple of them."""
        from interpreter.objects.str import W_Str
        from interpreter.objects.tuple import W_Tuple
        start, end = 0, self._length
        if w_start is not None or w_end is not None:
            start, end = bounds(w_start, w_end, end)
        if isinstance(w_affix, W_Str):
            return self.affix_at(w_affix, start, end, at_end)
        if not isinstance(w_affix, W_Tuple):
            raise type_error("%s first arg must be str or a tuple of str, not %s" % (name, w_affix.gettype().name))
        from interpreter import ops
        for w_item in ops.tuple_items(w_affix):
            if not isinstance(w_item, W_Str):
                raise type_error("tuple for %s must only contain str, not %s" % (name, w_item.gettype().name))
            if self.affix_at(w_item, start, end, at_end):
                return True
        return False

    @method('startswith(self, prefix, start=?, end=?, //) -> bool')
    def m_startswith(self, w_prefix, w_start, w_end):
        """Does it start with prefix, or with one of a tuple of them?"""
        return self.affix_in(w_prefix, w_start, w_end, False, 'startswith')

    @method('endswith(self, suffix, start=?, end=?, //) -> bool')
    def m_endswith(self, w_suffix, w_start, w_end):
        """Does it end with suffix, or with one of a tuple of them?"""
        return self.affix_in(w_suffix, w_start, w_end, True, 'endswith')

    @method('removeprefix(self, prefix, /)')
    def m_removeprefix(self, w_prefix):
        """Itself without the prefix, where it has it."""
        prefix = str_arg(w_prefix, "removeprefix() argument")
        if prefix and matches_at(self._utf8, prefix, 0):
            return self.between(len(prefix), len(self._utf8))
        return self.exact()

    @method('removesuffix(self, suffix, /)')
    def m_removesuffix(self, w_suffix):
        """Itself without the suffix, where it has it."""
        suffix = str_arg(w_suffix, "removesuffix() argument")
        at = len(self._utf8) - len(suffix)
        if suffix and at >= 0 and matches_at(self._utf8, suffix, at):
            return self.between(0, at)
        return self.exact()

    # ---- partition

    @method('partition(self, sep, /)')
    def m_partition(self, w_separator):
        """A tuple of what precedes the first sep, sep, and what follows; (self, empty, empty) without it."""
        from interpreter.objects.str import empty
        from interpreter.objects.tuple import newtuple
        separator = separator_arg(w_separator)
        at = self._utf8.find(separator)
        if at < 0:
            return newtuple([self.exact(), empty, empty])
        return newtuple([self.between(0, at), w_separator, self.between(at + len(separator), len(self._utf8))])

    @method('rpartition(self, sep, /)')
    def m_rpartition(self, w_separator):
        """A tuple of what precedes the last sep, sep, and what follows; (empty, empty, self) without it."""
        from interpreter.objects.str import empty
        from interpreter.objects.tuple import newtuple
        separator = separator_arg(w_separator)
        at = self._utf8.rfind(separator)
        if at < 0:
            return newtuple([empty, empty, self.exact()])
        return newtuple([self.between(0, at), w_separator, self.between(at + len(separator), len(self._utf8))])

    # ---- split

    @method('split(self, sep=None, maxsplit: int=-1)')
    def m_split(self, w_separator, limit):
        """The list of the parts between separators, from the left; sep None means runs of white space."""
        from interpreter.objects.list import W_List
        if w_separator is w_None:
            return W_List(self.split_space(limit))
        separator = split_arg(w_separator)
        text = self._utf8
        pieces_w = []
        first = 0
        while limit != 0:
            at = text.find(separator, first)
            if at < 0:
                break
            pieces_w.append(self.between(first, at))
            first = at + len(separator)
            limit -= 1
        pieces_w.append(self.between(first, len(text)))
        return W_List(pieces_w)

    def split_space(self, limit):
        text = self._utf8
        pieces_w = []
        first = 0
        while True:
            first = skip_space(text, first)
            if first == len(text):
                break
            if limit == 0:
                pieces_w.append(self.between(first, len(text)))
                break
            last = skip_word(text, first)
            pieces_w.append(self.between(first, last))
            first = last
            limit -= 1
        return pieces_w

    @method('rsplit(self, sep=None, maxsplit: int=-1)')
    def m_rsplit(self, w_separator, limit):
        """As split(), counting maxsplit from the right."""
        from interpreter.objects.list import newlist
        if w_separator is w_None:
            pieces_w = self.rsplit_space(limit)
        else:
            separator = split_arg(w_separator)
            text = self._utf8
            pieces_w = []
            last = len(text)
            while limit != 0:
                assert last >= 0
                at = text.rfind(separator, 0, last)
                if at < 0:
                    break
                pieces_w.append(self.between(at + len(separator), last))
                last = at
                limit -= 1
            pieces_w.append(self.between(0, last))
        pieces_w.reverse()
        return newlist(pieces_w)

    def rsplit_space(self, limit):
        text = self._utf8
        pieces_w = []
        last = len(text)
        while True:
            last = skip_space_back(text, last)
            if last == 0:
                break
            if limit == 0:
                pieces_w.append(self.between(0, last))
                break
            first = skip_word_back(text, last)
            pieces_w.append(self.between(first, last))
            last = first
            limit -= 1
        return pieces_w

    @method('splitlines(self, keepends: cint=False)')
    def m_splitlines(self, keepends):
        """The list of the lines, with their ends if keepends is true."""
        from interpreter.objects.list import newlist
        text = self._utf8
        lines_w = []
        first = i = 0
        while i < len(text):
            after = utf8.next_offset(text, i)
            if is_line_break(utf8.code_at(text, i)):
                end = i
                if text[i] == '\r' and after < len(text) and text[after] == '\n':
                    after += 1
                lines_w.append(self.between(first, after if keepends else end))
                first = after
            i = after
        if first < len(text):
            lines_w.append(self.between(first, len(text)))
        return newlist(lines_w)

    # ---- strip

    @method('strip(self, chars=None, /)')
    def m_strip(self, w_chars):
        """Itself without the given characters, or white space, at both ends."""
        return self.strip_ends(w_chars, True, True, 'strip')

    @method('lstrip(self, chars=None, /)')
    def m_lstrip(self, w_chars):
        """Itself without the given characters, or white space, at its start."""
        return self.strip_ends(w_chars, True, False, 'lstrip')

    @method('rstrip(self, chars=None, /)')
    def m_rstrip(self, w_chars):
        """Itself without the given characters, or white space, at its end."""
        return self.strip_ends(w_chars, False, True, 'rstrip')

    def strip_ends(self, w_chars, left, right, name):
        from interpreter.objects.str import W_Str
        text = self._utf8
        first, last = 0, len(text)
        if w_chars is w_None:
            if left:
                first = skip_space(text, 0)
            if right and first < last:
                last = skip_space_back(text, last)
        else:
            if not isinstance(w_chars, W_Str):
                raise type_error("%s arg must be None or str" % name)
            chars = w_chars._utf8
            if left:
                while first < last:
                    after = utf8.next_offset(text, first)
                    assert first >= 0
                    if chars.find(text[first:after]) < 0:
                        break
                    first = after
            if right:
                while last > first:
                    before = utf8.previous_offset(text, last)
                    assert last >= 0
                    if chars.find(text[before:last]) < 0:
                        break
                    last = before
        return self.between(first, last)

    # ---- replace, join

    @method('replace(self, old, new, count: int=-1, /)')
    def m_replace(self, w_old, w_new, limit):
        """Itself with old replaced by new, the first count times; everywhere for -1."""
        from interpreter.objects.str import W_Str
        str_arg(w_old, "replace() argument 1")
        str_arg(w_new, "replace() argument 2")
        assert isinstance(w_old, W_Str) and isinstance(w_new, W_Str)
        text, old, new = self._utf8, w_old._utf8, w_new._utf8
        if limit == 0 or old == new:
            return self.exact()
        if len(old) == 0:
            return self.intersperse(w_new, limit)
        at = text.find(old)
        if at < 0:
            return self.exact()
        builder = StringBuilder(len(text))
        first = done = 0
        while at >= 0 and done != limit:
            builder.append_slice(text, first, at)
            builder.append(new)
            first = at + len(old)
            done += 1
            at = text.find(old, first)
        builder.append_slice(text, first, len(text))
        return W_Str(builder.build(), self._length + done * (w_new._length - w_old._length))

    def intersperse(self, w_new, limit):
        """replace('', new): new before each code point and at the end."""
        from interpreter.objects.str import W_Str
        text, new = self._utf8, w_new._utf8
        builder = StringBuilder(len(text))
        i = done = 0
        while done != limit:
            builder.append(new)
            done += 1
            if i == len(text):
                break
            after = utf8.next_offset(text, i)
            builder.append_slice(text, i, after)
            i = after
        builder.append_slice(text, i, len(text))
        return W_Str(builder.build(), self._length + done * w_new._length)

    @method('join(self, iterable, /)')
    def m_join(self, w_iterable):
        """The items of the iterable in a row, with self between them."""
        from interpreter import ops
        from interpreter.objects.str import W_Str, empty
        items_w = ops.items_or_error(w_iterable, "can only join an iterable")
        if len(items_w) == 0:
            return empty
        if len(items_w) == 1:
            w_item = items_w[0]
            if isinstance(w_item, W_Str):
                return w_item.exact()
        size = len(self._utf8) * (len(items_w) - 1)
        length = self._length * (len(items_w) - 1)
        for i in range(len(items_w)):
            w_item = items_w[i]
            if not isinstance(w_item, W_Str):
                raise type_error("sequence item %d: expected str instance, %s found" % (i, w_item.gettype().name))
            size += len(w_item._utf8)
            length += w_item._length
        builder = StringBuilder(size)
        separator = self._utf8
        for i in range(len(items_w)):
            if i > 0 and separator:
                builder.append(separator)
            w_item = items_w[i]
            assert isinstance(w_item, W_Str)
            builder.append(w_item._utf8)
        return W_Str(builder.build(), length)


# ____________________________________________________________
# helpers on UTF-8


def matches_at(text, part, offset):
    """text[offset:offset + len(part)] == part, without a copy."""
    if offset < 0 or offset + len(part) > len(text):
        return False
    for i in range(len(part)):
        if text[offset + i] != part[i]:
            return False
    return True


def skip_space(text, offset):
    """The offset of the first code point from `offset` on that is not white space."""
    while offset < len(text):
        code = ord(text[offset])
        if code < 0x80:
            if not is_space(code):
                break
            offset += 1
        else:
            if not is_space(utf8.code_at(text, offset)):
                break
            offset = utf8.next_offset(text, offset)
    return offset


def skip_word(text, offset):
    while offset < len(text):
        code = ord(text[offset])
        if code < 0x80:
            if is_space(code):
                break
            offset += 1
        else:
            if is_space(utf8.code_at(text, offset)):
                break
            offset = utf8.next_offset(text, offset)
    return offset


def skip_space_back(text, offset):
    """The end of the last code point before `offset` that is not white space."""
    while offset > 0:
        before = utf8.previous_offset(text, offset)
        if not is_space(utf8.code_at(text, before)):
            break
        offset = before
    return offset


def skip_word_back(text, offset):
    while offset > 0:
        before = utf8.previous_offset(text, offset)
        if is_space(utf8.code_at(text, before)):
            break
        offset = before
    return offset


def shown_type(w_obj):
    """The type's name as argument errors show it: None for None."""
    return "None" if w_obj is w_None else w_obj.gettype().name


def str_arg(w_text, where):
    """The UTF-8 of a str argument, `where` being like "f() argument 1"."""
    from interpreter.objects.str import W_Str
    if not isinstance(w_text, W_Str):
        raise type_error("%s must be str, not %s" % (where, shown_type(w_text)))
    return w_text._utf8


def separator_arg(w_separator):
    from interpreter.objects.str import W_Str
    if not isinstance(w_separator, W_Str):
        raise type_error("must be str, not %s" % w_separator.gettype().name)
    if len(w_separator._utf8) == 0:
        raise value_error("empty separator")
    return w_separator._utf8


def split_arg(w_separator):
    from interpreter.objects.str import W_Str
    if not isinstance(w_separator, W_Str):
        raise type_error("must be str or None, not %s" % w_separator.gettype().name)
    if len(w_separator._utf8) == 0:
        raise value_error("empty separator")
    return w_separator._utf8
