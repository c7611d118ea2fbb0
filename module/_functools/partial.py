"""partial."""
from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import classmethod_, getter, method, raw_new
from interpreter.objects import reprguard
from interpreter.objects.dict import W_Dict
from interpreter.objects.genericalias import newgenericalias
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.type import W_Type
from interpreter.objects.wrap import newdict, newstr, newtuple
from interpreter.typedef import TypeDef
from module.attributes import HasDict


class W_Partial(W_Root):
    """w_function with arguments given beforehand: the items of w_bound, a plain tuple, and those in w_keywords, a plain dict."""
    _attrs_ = ['w_function', 'w_bound', 'w_keywords', 'w_dict', 'lifeline']
    import_from_mixin(HasDict)

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        nkw = 0 if kwnames is None else len(kwnames)
        npos = len(args_w) - nkw
        if npos < 2:
            raise type_error("type 'partial' takes at least one argument")
        w_function = args_w[1]
        assert npos >= 2
        bound_w = args_w[2:npos]
        w_keywords = newdict()
        if isinstance(w_function, W_Partial) and w_function.can_be_merged():
            bound_w = w_function.w_bound.items + bound_w
            w_keywords.merge(w_function.w_keywords)
            w_function = w_function.w_function
        if not ops.callable(w_function):
            raise type_error("the first argument must be callable")
        for i in range(nkw):
            w_keywords.setitem_str(kwnames[i], args_w[npos + i])
        w_self = allocate_instance(W_Partial, w_cls)
        w_self.w_function = w_function
        w_self.w_bound = newtuple(bound_w)
        w_self.w_keywords = w_keywords
        w_self.w_dict = None
        w_self.lifeline = None
        return w_self

    def can_be_merged(self):
        """Is calling it nothing but calling its function, and has nobody given it attributes?"""
        w_type = W_Partial.typedef.w_type
        return self.w_dict is None and self.gettype().lookup('__call__') is w_type.lookup('__call__')

    # ---- calls

    def op_call(self, args_w, kwnames):
        if self.w_keywords.used > 0:
            return self.call_with_keywords(args_w, kwnames)
        return ops.call_args(self.w_function, self.w_bound.items + args_w, kwnames)

    def call1(self, w_a):
        bound_w = self.w_bound.items
        if self.w_keywords.used > 0:
            return self.call_with_keywords([w_a], None)
        if len(bound_w) == 1:
            return ops.call2(self.w_function, bound_w[0], w_a)
        return ops.call_args(self.w_function, bound_w + [w_a], None)

    def call_with_keywords(self, args_w, kwnames):
        """The keywords of the call come after the bound ones, and replace those of the same name."""
        nkw = 0 if kwnames is None else len(kwnames)
        npos = len(args_w) - nkw
        names = []
        values_w = []
        w_keywords = self.w_keywords
        i = w_keywords.next_live(0)
        while i >= 0:
            w_name = w_keywords.key_at(i)
            if not isinstance(w_name, W_Str):
                raise type_error("keywords must be strings")
            names.append(w_name._utf8)
            values_w.append(w_keywords.value_at(i))
            i = w_keywords.next_live(i + 1)
        bound = len(names)
        for k in range(nkw):
            place = -1
            for j in range(bound):
                if names[j] == kwnames[k]:
                    place = j
                    break
            if place >= 0:
                values_w[place] = args_w[npos + k]
            else:
                names.append(kwnames[k])
                values_w.append(args_w[npos + k])
        assert npos >= 0
        all_w = self.w_bound.items + args_w[:npos] + values_w[:]
        return ops.call_args(self.w_function, all_w, names[:])

    # ---- the rest

    def op_repr(self):
        name = self.gettype().name
        if not reprguard.enter(self):
            return newstr('...')
        try:
            pieces = [ops.repr_w(self.w_function)]
            for w_each in self.w_bound.items:
                pieces.append(ops.repr_w(w_each))
            w_keywords = self.w_keywords
            i = w_keywords.next_live(0)
            while i >= 0:
                w_value = w_keywords.value_at(i)
                pieces.append('%s=%s' % (ops.str_w(w_keywords.key_at(i)), ops.repr_w(w_value)))
                i = w_keywords.next_live(i + 1)
        finally:
            reprguard.leave(self)
        return newstr('%s(%s)' % (name, ', '.join(pieces)))

    @getter('func')
    def get_func(self):
        """The function that calls are passed to."""
        return self.w_function

    @getter('args')
    def get_args(self):
        """The arguments that come before those of a call."""
        return self.w_bound

    @getter('keywords')
    def get_keywords(self):
        """The keyword arguments that are added to those of a call."""
        return self.w_keywords

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_dict = w_None if self.w_dict is None else self.w_dict
        return newtuple([self.gettype(), newtuple([self.w_function]),
                         newtuple([self.w_function, self.w_bound, self.w_keywords, w_dict])])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        if not isinstance(w_state, W_Tuple) or len(w_state.items) != 4:
            raise type_error("invalid partial state")
        w_function, w_bound, w_keywords, w_dict = w_state.items[0], w_state.items[1], w_state.items[2], w_state.items[3]
        if not ops.callable(w_function) or not isinstance(w_bound, W_Tuple):
            raise type_error("invalid partial state")
        if w_keywords is w_None:
            w_keywords = newdict()
        elif not isinstance(w_keywords, W_Dict):
            raise type_error("invalid partial state")
        elif w_keywords.__class__ is not W_Dict:
            w_keywords = w_keywords.copy()
        assert isinstance(w_keywords, W_Dict)
        self.w_function = w_function
        self.w_bound = w_bound if w_bound.__class__ is W_Tuple else newtuple(w_bound.items)
        self.w_keywords = w_keywords
        self.w_dict = None
        if w_dict is not w_None:
            self.setdict(w_dict)

    @classmethod_('__class_getitem__(cls, object, /)')
    def m_class_getitem(w_cls, w_item):
        return newgenericalias(w_cls, w_item)


W_Partial.typedef = TypeDef('functools.partial', W_Partial, has_dict=True, weakrefable=True,
                            doc="partial(func, *args, **keywords) - a function that calls func with these arguments and those of the call.")
