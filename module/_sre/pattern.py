"""re.Pattern."""
from __future__ import absolute_import

import sys

from interpreter import ops
from interpreter.gateway import classmethod_, getter, method
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.memoryview import memoryview_of
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newint, newlist, newstr, newtuple
from interpreter.typedef import TypeDef
from module._sre.match import W_Match
from module._sre.matcher import Matcher
from module._sre.subject import open_subject

FLAG_NAMES = [(2, 're.IGNORECASE'), (4, 're.LOCALE'), (8, 're.MULTILINE'), (16, 're.DOTALL'), (64, 're.VERBOSE'), (128, 're.DEBUG'),
              (256, 're.ASCII')]


class W_Pattern(W_Root):
    """`program` are the ints that re._compiler made; `groups` is the number of groups."""
    _attrs_ = ['w_pattern', 'flags', 'program', 'groups', 'w_groupindex', 'indexgroup_w', 'is_text', '_lifeline']
    _immutable_fields_ = ['w_pattern', 'flags', 'program[*]', 'groups', 'w_groupindex', 'indexgroup_w[*]', 'is_text']

    def __init__(self, w_pattern, flags, program, groups, w_groupindex, indexgroup_w):
        self.w_pattern = w_pattern
        self.flags = flags
        self.program = program
        self.groups = groups
        self.w_groupindex = w_groupindex
        self.indexgroup_w = indexgroup_w
        self.is_text = isinstance(w_pattern, W_Str) or w_pattern is w_None
        self._lifeline = None

    def getweakref(self):
        return self._lifeline

    def setweakref(self, lifeline):
        self._lifeline = lifeline

    def matcher(self, subject, pos, endpos):
        """A Matcher for subject[pos:endpos], in items."""
        start = subject.offset(pos)
        end = subject.offset(endpos)
        if end < start:
            start, end = 0, -1          # nothing can match: no position is <= end
        return Matcher(self.program, self.groups, subject.text, start, end, subject.narrow)

    def make_match(self, subject, matcher, pos, endpos):
        return W_Match(self, subject, matcher, pos, endpos)

    @method('match(self, string, pos: int=0, endpos: int=%d)' % sys.maxint)
    def m_match(self, w_string, pos, endpos):
        """A Match at the start of the string, or None."""
        return self.try_match(w_string, pos, endpos, False)

    @method('fullmatch(self, string, pos: int=0, endpos: int=%d)' % sys.maxint)
    def m_fullmatch(self, w_string, pos, endpos):
        """A Match of the whole string, or None."""
        return self.try_match(w_string, pos, endpos, True)

    def try_match(self, w_string, pos, endpos, whole):
        subject = open_subject(w_string, self)
        matcher = self.matcher(subject, pos, endpos)
        if matcher.end >= matcher.start and matcher.match_at(matcher.start, whole):
            return self.make_match(subject, matcher, pos, endpos)
        return w_None

    @method('search(self, string, pos: int=0, endpos: int=%d)' % sys.maxint)
    def m_search(self, w_string, pos, endpos):
        """The first Match anywhere, or None."""
        subject = open_subject(w_string, self)
        matcher = self.matcher(subject, pos, endpos)
        if matcher.search(matcher.start):
            return self.make_match(subject, matcher, pos, endpos)
        return w_None

    @method('findall(self, string, pos: int=0, endpos: int=%d)' % sys.maxint)
    def m_findall(self, w_string, pos, endpos):
        """The texts of all matches, or of their groups."""
        subject = open_subject(w_string, self)
        scan = Scan(self, subject, pos, endpos)
        result_w = []
        while scan.advance():
            matcher = scan.matcher
            if self.groups == 0:
                w_item = subject.piece(matcher.match_start, matcher.match_end)
            elif self.groups == 1:
                w_item = group_or_empty(subject, matcher, 0)
            else:
                w_item = newtuple([group_or_empty(subject, matcher, i) for i in range(self.groups)])
            result_w.append(w_item)
        return newlist(result_w)

    @method('finditer(self, string, pos: int=0, endpos: int=%d)' % sys.maxint)
    def m_finditer(self, w_string, pos, endpos):
        """An iterator over all matches."""
        return W_MatchIterator(Scan(self, open_subject(w_string, self), pos, endpos).hold())

    @method('scanner(self, string, pos: int=0, endpos: int=%d)' % sys.maxint)
    def m_scanner(self, w_string, pos, endpos):
        """A scanner: match() and search() go on from where the last one ended."""
        return W_Scanner(Scan(self, open_subject(w_string, self), pos, endpos).hold())

    @method('split(self, string, maxsplit: index=0)')
    def m_split(self, w_string, maxsplit):
        """The pieces between the matches, and the groups of these."""
        subject = open_subject(w_string, self)
        scan = Scan(self, subject, 0, sys.maxint)
        result_w = []
        last = 0
        while (maxsplit <= 0 or len(result_w) < maxsplit * (1 + self.groups)) and scan.advance():
            matcher = scan.matcher
            result_w.append(subject.piece(last, matcher.match_start))
            for i in range(self.groups):
                result_w.append(group_or_none(subject, matcher, i))
            last = matcher.match_end
        result_w.append(subject.piece(last, len(subject.text)))
        return newlist(result_w)

    @method('sub(self, repl, string, count: index=0)')
    def m_sub(self, w_replacement, w_string, count):
        """The string with the matches replaced."""
        return self.substitute(w_replacement, w_string, count)[0]

    @method('subn(self, repl, string, count: index=0)')
    def m_subn(self, w_replacement, w_string, count):
        """The same and the number of replacements."""
        w_result, replaced = self.substitute(w_replacement, w_string, count)
        return newtuple([w_result, newint(replaced)])

    def substitute(self, w_replacement, w_string, count):
        """(the new string, the number of replacements)"""
        w_literal = None
        w_filter = None
        if ops.callable(w_replacement):
            w_filter = w_replacement
        else:
            replacement = open_subject(w_replacement, None)
            if replacement.text.find('\\') < 0:
                w_literal = w_replacement
            else:
                w_filter = call_re('_subx', [self, w_replacement])
                if not ops.callable(w_filter):
                    w_literal = w_filter
                    w_filter = None
        subject = open_subject(w_string, self)
        scan = Scan(self, subject, 0, sys.maxint)
        pieces_w = []
        last = 0
        replaced = 0
        while (count <= 0 or replaced < count) and scan.advance():
            matcher = scan.matcher
            if last < matcher.match_start:
                pieces_w.append(subject.piece(last, matcher.match_start))
            if w_filter is not None:
                w_item = ops.call1(w_filter, self.make_match(subject, matcher, 0, sys.maxint))
                scan.renew()
            else:
                w_item = w_literal
            if w_item is not w_None:
                pieces_w.append(w_item)
            last = matcher.match_end
            replaced += 1
        if replaced == 0:
            return subject.piece(0, len(subject.text)), 0
        if last < len(subject.text):
            pieces_w.append(subject.piece(last, len(subject.text)))
        w_empty = subject.piece(0, 0)
        return ops.call_method(w_empty, 'join', [newlist(pieces_w)]), replaced

    @getter('pattern')
    def get_pattern(self):
        return self.w_pattern

    @getter('flags')
    def get_flags(self):
        return newint(self.flags)

    @getter('groups')
    def get_groups(self):
        return newint(self.groups)

    @getter('groupindex')
    def get_groupindex(self):
        from interpreter.objects.mappingproxy import W_MappingProxy
        return W_MappingProxy(self.w_groupindex)

    @method('__copy__(self, /)')
    def m_copy(self):
        return self

    @method('__deepcopy__(self, memo, /)')
    def m_deepcopy(self, w_memo):
        return self

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    def op_eq(self, w_other):
        if self is w_other:
            return newbool(True)
        if not isinstance(w_other, W_Pattern):
            return w_NotImplemented
        if self.flags != w_other.flags or self.is_text != w_other.is_text or len(self.program) != len(w_other.program):
            return newbool(False)
        for i in range(len(self.program)):
            if self.program[i] != w_other.program[i]:
                return newbool(False)
        return newbool(ops.eq_w(self.w_pattern, w_other.w_pattern))

    def op_ne(self, w_other):
        w_equal = self.op_eq(w_other)
        return w_equal if w_equal is w_NotImplemented else newbool(not ops.is_true(w_equal))

    def op_hash(self):
        return ops.hash(self.w_pattern) ^ self.flags

    def op_repr(self):
        text = ops.repr_w(self.w_pattern)
        w_text = ops.repr(self.w_pattern)
        if ops.len(w_text) > 200:
            text = ops.text_w(ops.getitem(w_text, ops_slice(200)))
        flags = self.flags
        if self.is_text and flags & (4 | 32 | 256) == 32:          # what a str pattern has anyway
            flags &= ~32
        parts = []
        for bit, name in FLAG_NAMES:
            if flags & bit:
                parts.append(name)
                flags &= ~bit
        if flags:
            parts.append('0x%x' % flags)
        result = 're.compile(' + text
        if len(parts) > 0:
            result += ', ' + '|'.join(parts)
        return newstr(result + ')')


W_Pattern.typedef = TypeDef('re.Pattern', W_Pattern, module='re', subclassable=False, weakrefable=True, doc="A compiled regular expression.")


def ops_slice(stop):
    from interpreter.objects.wrap import newslice
    return newslice(w_None, newint(stop), w_None)


def call_re(name, args_w):
    """re.<name>(*args)"""
    from interpreter.eval.importing import import_module
    return ops.call(ops.getattr(import_module('re'), name), args_w)


def group_or_empty(subject, matcher, group):
    first, last = matcher.marks[2 * group], matcher.marks[2 * group + 1]
    if first < 0 or last < 0:
        return subject.piece(0, 0)
    return subject.piece(first, last)


def group_or_none(subject, matcher, group):
    first, last = matcher.marks[2 * group], matcher.marks[2 * group + 1]
    if first < 0 or last < 0:
        return w_None
    return subject.piece(first, last)


class Scan(object):
    """Match after match.  After an empty match the next one begins there too, but must not be empty."""

    def __init__(self, w_pattern, subject, pos, endpos):
        self.w_pattern = w_pattern
        self.subject = subject
        self.pos = pos
        self.endpos = endpos
        self.matcher = w_pattern.matcher(subject, pos, endpos)
        self.position = self.matcher.start
        self.must_advance = False
        self.view = None             # keeps a bytearray from being resized

    def hold(self):
        """For a scan that outlives the call: its text must not change its size."""
        subject = self.subject
        if subject.w_str is None and not isinstance(subject.w_object, W_Bytes):
            self.view = memoryview_of(subject.w_object)
        return self

    def renew(self):
        """A fresh Matcher for the rest: the last one belongs to a Match object now."""
        old = self.matcher
        self.matcher = Matcher(old.program, self.w_pattern.groups, old.text, old.start, old.end, old.narrow)

    def done(self, found):
        matcher = self.matcher
        if not found:
            self.position = matcher.end + 1
            if self.view is not None:
                self.view.drop()
                self.view = None
            return False
        self.position = matcher.match_end
        self.must_advance = matcher.match_end == matcher.match_start
        return True

    def advance(self):
        """Searches on; True if there is a match, which the matcher holds."""
        matcher = self.matcher
        if self.position > matcher.end:
            return False
        matcher.not_empty_at = self.position if self.must_advance else -1
        return self.done(matcher.search(self.position))

    def advance_match(self):
        """The same with a match that begins right here."""
        matcher = self.matcher
        if self.position > matcher.end:
            return False
        matcher.not_empty_at = self.position if self.must_advance else -1
        return self.done(matcher.match_at(self.position, False))


class W_MatchIterator(W_Root):
    _attrs_ = ['scan']

    def __init__(self, scan):
        self.scan = scan

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        return next_match(self.scan, self.scan.advance())


W_MatchIterator.typedef = TypeDef('callable_iterator', W_MatchIterator, subclassable=False)


def next_match(scan, found):
    """The Match of a step of the scan, or None (null)."""
    if not found:
        return None
    w_match = scan.w_pattern.make_match(scan.subject, scan.matcher, scan.pos, scan.endpos)
    scan.renew()
    return w_match


class W_Scanner(W_Root):
    _attrs_ = ['scan']

    def __init__(self, scan):
        self.scan = scan

    @method('match(self, /)')
    def m_match(self):
        """The next match if it begins right where the last one ended, or None."""
        w_match = next_match(self.scan, self.scan.advance_match())
        return w_None if w_match is None else w_match

    @method('search(self, /)')
    def m_search(self):
        """The next match, or None."""
        w_match = next_match(self.scan, self.scan.advance())
        return w_None if w_match is None else w_match

    @getter('pattern')
    def get_pattern(self):
        return self.scan.w_pattern


W_Scanner.typedef = TypeDef('_sre.SRE_Scanner', W_Scanner, module='_sre', subclassable=False)
