"""BaseException: the layout, the attributes and the construction that all exceptions share.

Exact instances of the built-in classes carry their class in `w_class`, so that the many classes without fields of their
own share one RPython class.
"""

from rpython.rlib.objectmodel import specialize
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newstr, newtuple, newbool, newlist, newint
from interpreter.errors import type_error, check_type_argument
from interpreter.gateway import method, getter, setter, deleter, raw_new, raw_method
from interpreter.typedef import TypeDef


class W_BaseException(W_Root):
    """An exception.

    args_w         list of W_Root, `args`              w_traceback   W_Traceback or None
    w_cause        `__cause__`, an exception or None   w_context     `__context__`, an exception or None
    """
    _attrs_ = ['w_class', 'args_w', 'w_traceback', 'w_cause', 'w_context', 'suppress_context', 'w_dict', 'lifeline']
    w_traceback = None
    w_cause = None
    w_context = None
    suppress_context = False
    w_dict = None
    lifeline = None

    def __init__(self, w_class, args_w):
        self.w_class = w_class
        self.args_w = args_w

    def gettype(self):
        return self.w_class

    # ---- instance attributes of exact instances

    def getdict(self):
        from interpreter.objects.dict import newdict
        if self.w_dict is None:
            self.w_dict = newdict()
        return self.w_dict

    def setdict(self, w_dict):
        from interpreter.objects.dict import W_Dict
        if not isinstance(w_dict, W_Dict):
            raise type_error("__dict__ must be a dictionary")
        self.w_dict = w_dict

    def getdictvalue(self, name):
        if self.w_dict is None:
            return None
        return self.w_dict.getitem_str(name)

    def setdictvalue(self, name, w_value):
        w_dict = self.getdict()
        w_dict.setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        if self.w_dict is None or self.w_dict.getitem_str(name) is None:
            return False
        self.w_dict.delitem_str(name)
        return True

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    # ---- what a subclass of this class does in __init__ and __str__

    def init(self, args_w, kwnames):
        """__init__ without self; subclasses set their fields here."""
        if kwnames is not None and len(kwnames) > 0:
            raise type_error("%s() takes no keyword arguments" % self.gettype().name)
        self.args_w = args_w

    def text(self):
        """str(self) as UTF-8."""
        from interpreter.objects.exception import W_KeyError
        if self.w_class is W_KeyError.typedef.w_type:
            return self.key_text()
        return self.args_text()

    def key_text(self):
        """How KeyError shows its arguments."""
        from interpreter import ops
        if len(self.args_w) == 1:
            return ops.text_w(ops.repr(self.args_w[0]))
        return self.args_text()

    def args_text(self):
        from interpreter import ops
        if len(self.args_w) == 0:
            return ''
        if len(self.args_w) == 1:
            return ops.text_w(ops.str(self.args_w[0]))
        return ops.text_w(ops.repr(newtuple(self.args_w)))

    # ---- Python

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        w_self = args_w[0]
        if not isinstance(w_self, W_BaseException):
            raise type_error("descriptor '__init__' requires a 'BaseException' object but received a '%s'" %
                             w_self.gettype().name)
        w_self.init(args_w[1:], kwnames)
        return w_None

    def op_repr(self):
        from interpreter import ops
        name = self.gettype().name
        if len(self.args_w) == 1:
            return newstr("%s(%s)" % (name, ops.text_w(ops.repr(self.args_w[0]))))
        return newstr("%s%s" % (name, ops.text_w(ops.repr(newtuple(self.args_w)))))

    def op_str(self):
        return newstr(self.text())

    @getter('args')
    def get_args(self):
        return newtuple(self.args_w)

    @setter('args')
    def set_args(self, w_args):
        from interpreter import ops
        self.args_w = ops.fixedview(w_args)

    @deleter('args')
    def delete_args(self):
        raise type_error("args may not be deleted")

    @getter('__traceback__')
    def get_traceback(self):
        if self.w_traceback is None:
            return w_None
        return self.w_traceback

    @setter('__traceback__')
    def set_traceback(self, w_traceback):
        from interpreter.objects.traceback import W_Traceback
        if w_traceback is w_None:
            self.w_traceback = None
        elif isinstance(w_traceback, W_Traceback):
            self.w_traceback = w_traceback
        else:
            raise type_error("__traceback__ must be a traceback or None")

    @deleter('__traceback__')
    def delete_traceback(self):
        raise type_error("__traceback__ may not be deleted")

    @getter('__cause__')
    def get_cause(self):
        if self.w_cause is None:
            return w_None
        return self.w_cause

    @setter('__cause__')
    def set_cause(self, w_cause):
        if w_cause is w_None:
            self.w_cause = None
        elif isinstance(w_cause, W_BaseException):
            self.w_cause = w_cause
        else:
            raise type_error("exception cause must be None or derive from BaseException")
        self.suppress_context = True

    @deleter('__cause__')
    def delete_cause(self):
        raise type_error("__cause__ may not be deleted")

    @getter('__context__')
    def get_context(self):
        if self.w_context is None:
            return w_None
        return self.w_context

    @setter('__context__')
    def set_context(self, w_context):
        if w_context is w_None:
            self.w_context = None
        elif isinstance(w_context, W_BaseException):
            self.w_context = w_context
        else:
            raise type_error("exception context must be None or derive from BaseException")

    @deleter('__context__')
    def delete_context(self):
        raise type_error("__context__ may not be deleted")

    @getter('__suppress_context__')
    def get_suppress_context(self):
        return newbool(self.suppress_context)

    @setter('__suppress_context__')
    def set_suppress_context(self, w_value):
        from interpreter.objects.wrap import w_True, w_False
        if w_value is not w_True and w_value is not w_False:
            raise type_error("attribute value type must be bool")
        self.suppress_context = w_value is w_True

    @method('with_traceback(self, object, /)')
    def m_with_traceback(self, w_traceback):
        """Sets the traceback; returns the exception itself."""
        self.set_traceback(w_traceback)
        return self

    @method('add_note(self, object, /)')
    def m_add_note(self, w_note):
        """Adds a line that is shown after the message."""
        from interpreter import ops
        from interpreter.objects.str import W_Str
        from interpreter.objects.list import W_List
        if not isinstance(w_note, W_Str):
            raise type_error("note must be a str, not '%s'" % w_note.gettype().name)
        w_notes = ops.getattr_or_none(self, '__notes__')
        if w_notes is None:
            w_notes = newlist([])
            ops.setattr(self, '__notes__', w_notes)
        if not isinstance(w_notes, W_List):
            raise type_error("Cannot add note: __notes__ is not a list")
        w_notes.append(w_note)
        return w_None

    @method('__setstate__(self, state, /)')
    def m_setstate(self, w_state):
        from interpreter import ops
        from interpreter.objects.dict import W_Dict
        if w_state is not w_None:
            if not isinstance(w_state, W_Dict):
                raise type_error("state is not a dictionary")
            for w_key in ops.listview(w_state):
                ops.setattr(self, ops.attribute_name(w_key), w_state.getitem(w_key))
        return w_None

    def reduce_args(self):
        """The arguments with which to make the exception again."""
        return self.args_w

    def reduce_state(self):
        """The dictionary to set afterwards, or w_None."""
        w_dict = self.getdict()
        if w_dict.length() == 0:
            return w_None
        return w_dict

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_args = newtuple(self.reduce_args())
        w_state = self.reduce_state()
        if w_state is w_None:
            return newtuple([self.gettype(), w_args])
        return newtuple([self.gettype(), w_args, w_state])


@specialize.arg(0)
def allocate(Cls, w_class):
    """An exception of the layout Cls, without arguments."""
    from interpreter.objects.instance import allocate_instance
    if w_class.heap:
        w_exc = allocate_instance(Cls, w_class)
        w_exc.w_class = w_class
        w_exc.args_w = []
        return w_exc
    return Cls(w_class, [])


def positional(args_w, kwnames):
    """The positional arguments after the first."""
    nkw = 0 if kwnames is None else len(kwnames)
    stop = len(args_w) - nkw
    assert stop >= 1
    return args_w[1:stop]


def make_new(Cls):
    """__new__ of the layout Cls: keeps the positional arguments."""
    def descr_new(args_w, kwnames):
        if len(args_w) == 0:
            raise type_error("BaseException.__new__(): not enough arguments")
        w_class = check_type_argument('__new__', Cls, args_w[0])
        w_exc = allocate(Cls, w_class)
        w_exc.args_w = positional(args_w, kwnames)
        return w_exc
    return raw_new('__new__')(descr_new)


def keyword_values(args_w, kwnames, names, type_name):
    """Splits (args_w, kwnames) into the positional ones and the values of the keywords `names`, None where absent."""
    values_w = [None] * len(names)
    if kwnames is None:
        return args_w, values_w
    stop = len(args_w) - len(kwnames)
    assert stop >= 0
    for k in range(len(kwnames)):
        found = False
        for i in range(len(names)):
            if names[i] == kwnames[k]:
                values_w[i] = args_w[stop + k]
                found = True
        if not found:
            raise type_error("'%s' is an invalid keyword argument for %s()" % (kwnames[k], type_name))
    return args_w[:stop], values_w


def field(name, doc):
    """Getter, setter and deleter for a field `w_<name>` that is null when absent and then shows as None.

    doc: what Python shows of it.  Returns three functions, to be put in the class under names of their own."""
    attribute = 'w_' + name

    def get(self):
        w_value = getattr(self, attribute)
        if w_value is None:
            return w_None
        return w_value

    def set_(self, w_value):
        setattr(self, attribute, w_value)

    def delete(self):
        setattr(self, attribute, None)
    return getter(name, doc)(get), setter(name)(set_), deleter(name)(delete)


W_BaseException.descr_new = make_new(W_BaseException)
W_BaseException.typedef = TypeDef('BaseException', W_BaseException, has_dict=True, weakrefable=False,
                                  doc="The base of all exceptions.")
