"""re.Match."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import index_error
from interpreter.gateway import classmethod_, getter, method, raw_method
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newdict, newint, newstr, newtuple
from interpreter.typedef import TypeDef


class W_Match(W_Root):
    """`spans` are byte offsets, two for the match and each group; -1 where a group took no part."""
    _attrs_ = ['w_pattern', 'subject', 'spans', 'lastindex', 'pos', 'endpos']
    _immutable_fields_ = ['w_pattern', 'subject', 'spans[*]', 'lastindex', 'pos', 'endpos']

    def __init__(self, w_pattern, subject, matcher, pos, endpos):
        marks = matcher.marks
        spans = [-1] * (len(marks) + 2)
        spans[0] = matcher.match_start
        spans[1] = matcher.match_end
        for i in range(0, len(marks), 2):
            if marks[i] >= 0 and marks[i + 1] >= 0:
                spans[i + 2] = marks[i]
                spans[i + 3] = marks[i + 1]
        self.w_pattern = w_pattern
        self.subject = subject
        self.spans = spans
        self.lastindex = matcher.lastindex
        self.pos = pos
        self.endpos = endpos

    # ---- groups

    def group_number(self, w_group):
        """The number of a group given by number or name; IndexError."""
        from interpreter.objects.int import W_Int
        number = -1
        if isinstance(w_group, W_Int):
            number = w_group.intval
        elif w_group.gettype().lookup('__index__') is not None:
            number = ops.index_w(w_group)
        else:
            w_number = self.w_pattern.w_groupindex.getitem(w_group)
            if w_number is not None:
                number = ops.int_w(w_number)
        if number < 0 or number > self.w_pattern.groups:
            raise index_error("no such group")
        return number

    def piece(self, number, w_default):
        first, last = self.spans[2 * number], self.spans[2 * number + 1]
        if first < 0:
            return w_default
        return self.subject.present_piece(first, last)

    @raw_method('group')
    def m_group(args_w, kwnames):
        """The text of the match, or of groups."""
        w_self = args_w[0]
        assert isinstance(w_self, W_Match)
        if len(args_w) == 1:
            return w_self.piece(0, w_None)
        if len(args_w) == 2:
            return w_self.piece(w_self.group_number(args_w[1]), w_None)
        return newtuple([w_self.piece(w_self.group_number(args_w[i]), w_None) for i in range(1, len(args_w))])

    def op_getitem(self, w_group):
        return self.piece(self.group_number(w_group), w_None)

    @method('groups(self, default=None)')
    def m_groups(self, w_default):
        """The texts of all groups."""
        return newtuple([self.piece(i + 1, w_default) for i in range(self.w_pattern.groups)])

    @method('groupdict(self, default=None)')
    def m_groupdict(self, w_default):
        """The texts of the named groups."""
        w_result = newdict()
        names_w = ops.listview(self.w_pattern.w_groupindex)
        for w_name in names_w:
            w_result.setitem(w_name, self.piece(self.group_number(w_name), w_default))
        return w_result

    @method('start(self, group=0, /) -> int')
    def m_start(self, w_group):
        """Where a group begins."""
        return self.subject.index(self.spans[2 * self.group_number(w_group)])

    @method('end(self, group=0, /) -> int')
    def m_end(self, w_group):
        """Where a group ends."""
        return self.subject.index(self.spans[2 * self.group_number(w_group) + 1])

    @method('span(self, group=0, /)')
    def m_span(self, w_group):
        """Where a group begins and ends."""
        return self.span(self.group_number(w_group))

    def span(self, number):
        return newtuple([newint(self.subject.index(self.spans[2 * number])), newint(self.subject.index(self.spans[2 * number + 1]))])

    @method('expand(self, template)')
    def m_expand(self, w_template):
        """A replacement template filled in."""
        from module._sre.pattern import call_re
        return call_re('_expand', [self.w_pattern, self, w_template])

    # ---- attributes

    @getter('string')
    def get_string(self):
        return self.subject.w_object

    @getter('re')
    def get_re(self):
        return self.w_pattern

    @getter('pos')
    def get_pos(self):
        return newint(self.clamped(self.pos))

    @getter('endpos')
    def get_endpos(self):
        return newint(self.clamped(self.endpos))

    def clamped(self, index):
        length = self.subject.index(len(self.subject.text))
        return max(0, min(index, length))

    @getter('lastindex')
    def get_lastindex(self):
        return newint(self.lastindex) if self.lastindex >= 0 else w_None

    @getter('lastgroup')
    def get_lastgroup(self):
        if 0 <= self.lastindex < len(self.w_pattern.indexgroup_w):
            return self.w_pattern.indexgroup_w[self.lastindex]
        return w_None

    @getter('regs')
    def get_regs(self):
        return newtuple([self.span(i) for i in range(self.w_pattern.groups + 1)])

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

    def op_repr(self):
        return newstr("<re.Match object; span=(%d, %d), match=%s>" % (
            self.subject.index(self.spans[0]), self.subject.index(self.spans[1]), ops.repr_w(self.piece(0, w_None))))


W_Match.typedef = TypeDef('re.Match', W_Match, module='re', subclassable=False, doc="Where a pattern was found.")
