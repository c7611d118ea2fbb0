"""Context, ContextVar and Token.

The bindings of a context are an immutable chain of changes over a dictionary: copying a context shares it, setting a variable copies
the dictionary of the context (they are small).
"""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval.executioncontext import getexecutioncontext
from interpreter.gateway import classmethod_, function, getter, method, new, raw_method
from interpreter.objects.genericalias import newgenericalias
from interpreter.objects.object import address_hex, identity_hash
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newdict, newstr
from interpreter.typedef import TypeDef


class W_TokenMissing(W_Root):
    """The type of Token.MISSING."""
    _attrs_ = ()

    def op_repr(self):
        return newstr("<Token.MISSING>")


W_TokenMissing.typedef = TypeDef('Token.MISSING', W_TokenMissing, module='_contextvars', subclassable=False)
w_missing = W_TokenMissing()


def current_context():
    """The context of this thread, made when it is first needed."""
    ec = getexecutioncontext()
    w_context = ec.w_context
    if w_context is None:
        w_context = W_Context()
        ec.w_context = w_context
    assert isinstance(w_context, W_Context)
    return w_context


class W_Context(W_Root):
    """contextvars.Context.  `values` maps a W_ContextVar to its value, and is never changed once it is shared."""
    lifeline = None

    def __init__(self):
        self.values = {}
        self.w_previous = None      # the context that was current before run()
        self.entered = False

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def assign(self, w_var, w_value):
        """Binds a variable (None: unbinds it)."""
        values = self.values.copy()
        if w_value is None:
            del values[w_var]
        else:
            values[w_var] = w_value
        self.values = values

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        if len(args_w) > 0 or w_kwds is not None:
            raise errors.type_error("Context() does not accept any arguments")
        return W_Context()

    @raw_method('run')
    def m_run(args_w, kwnames):
        """Calls a function in this context."""
        w_self = args_w[0]
        if not isinstance(w_self, W_Context):
            raise errors.type_error("descriptor 'run' for '_contextvars.Context' objects doesn't apply to a '%s' object" %
                                    w_self.gettype().name)
        npos = len(args_w) - (0 if kwnames is None else len(kwnames))
        if npos < 2:
            raise errors.type_error("run() missing 1 required positional argument")
        if w_self.entered:
            raise errors.runtime_error("cannot enter context: %s is already entered" % ops.repr_w(w_self))
        ec = getexecutioncontext()
        w_previous = ec.w_context
        w_self.entered = True
        ec.w_context = w_self
        try:
            return args_w[1].op_call(args_w[2:], kwnames)
        finally:
            w_self.entered = False
            ec.w_context = w_previous

    @method('copy(self, /)')
    def m_copy(self):
        """A context with the same values."""
        w_copy = W_Context()
        w_copy.values = self.values
        return w_copy

    @method('get(self, key, default=None, /)')
    def m_get(self, w_var, w_default):
        """The value of a variable, or the default."""
        w_value = self.find(w_var)
        return w_default if w_value is None else w_value

    def find(self, w_var):
        if not isinstance(w_var, W_ContextVar):
            raise errors.type_error("a ContextVar key was expected, got %s" % ops.repr_w(w_var))
        return self.values.get(w_var, None)

    def as_dict(self):
        w_dict = newdict()
        for w_var, w_value in self.values.items():
            w_dict.setitem(w_var, w_value)
        return w_dict

    def op_getitem(self, w_var):
        w_value = self.find(w_var)
        if w_value is None:
            raise errors.key_error(w_var)
        return w_value

    def op_contains(self, w_var):
        return self.find(w_var) is not None

    def has_len(self):
        return True

    def op_len(self):
        return len(self.values)

    def op_iter(self):
        return ops.iter(self.as_dict())

    @method('keys(self, /)')
    def m_keys(self):
        """The variables."""
        return ops.call_method0(self.as_dict(), 'keys')

    @method('values(self, /)')
    def m_values(self):
        """The values."""
        return ops.call_method0(self.as_dict(), 'values')

    @method('items(self, /)')
    def m_items(self):
        """The variables and their values."""
        return ops.call_method0(self.as_dict(), 'items')

    def op_eq(self, w_other):
        if not isinstance(w_other, W_Context):
            return w_NotImplemented
        return ops.eq(self.as_dict(), w_other.as_dict())

    def op_ne(self, w_other):
        if not isinstance(w_other, W_Context):
            return w_NotImplemented
        return ops.ne(self.as_dict(), w_other.as_dict())


W_Context.typedef = TypeDef('_contextvars.Context', W_Context, module='_contextvars', subclassable=False, unhashable=True, weakrefable=True)


class W_ContextVar(W_Root):
    """contextvars.ContextVar."""

    def __init__(self, w_name, w_default):
        self.w_name = w_name
        self.w_default = w_default          # None: there is none

    @new('(cls, name, /, *, default=?)')
    def descr_new(w_cls, w_name, w_default):
        if not isinstance(w_name, W_Str):
            raise errors.type_error("context variable name must be a str")
        return W_ContextVar(w_name, w_default)

    @method('get(self, default=?, /)')
    def m_get(self, w_default):
        """The value in the current context."""
        w_value = current_context().values.get(self, None)
        if w_value is not None:
            return w_value
        if w_default is not None:
            return w_default
        if self.w_default is not None:
            return self.w_default
        from interpreter.objects.exception import W_LookupError
        raise errors.OperationError(W_LookupError.typedef.w_type.call1(self))

    @method('set(self, value, /)')
    def m_set(self, w_value):
        """Sets the value in the current context; returns a token with which to undo it."""
        w_context = current_context()
        w_old = w_context.values.get(self, None)
        w_context.assign(self, w_value)
        return W_Token(w_context, self, w_old)

    @method('reset(self, token, /) -> None')
    def m_reset(self, w_token):
        """Undoes the set() that gave the token."""
        if not isinstance(w_token, W_Token):
            raise errors.type_error("expected an instance of Token, got %s" % ops.repr_w(w_token))
        if w_token.used:
            raise errors.runtime_error("%s has already been used once" % ops.repr_w(w_token))
        if w_token.w_var is not self:
            raise errors.value_error("%s was created by a different ContextVar" % ops.repr_w(w_token))
        w_context = current_context()
        if w_token.w_context is not w_context:
            raise errors.value_error("%s was created in a different Context" % ops.repr_w(w_token))
        w_token.used = True
        if w_token.w_old is not None or self in w_context.values:
            w_context.assign(self, w_token.w_old)

    @getter('name')
    def get_name(self):
        return self.w_name

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        """ContextVar[int] and the like."""
        return newgenericalias(w_cls, w_item)

    def op_hash(self):
        return identity_hash(self)

    def op_repr(self):
        text = "<ContextVar name=" + ops.repr_w(self.w_name)
        if self.w_default is not None:
            text += " default=" + ops.repr_w(self.w_default)
        return newstr("%s at %s>" % (text, address_hex(self)))


W_ContextVar.typedef = TypeDef('_contextvars.ContextVar', W_ContextVar, module='_contextvars', subclassable=False)


class W_Token(W_Root):
    """contextvars.Token."""

    def __init__(self, w_context, w_var, w_old):
        self.w_context = w_context
        self.w_var = w_var
        self.w_old = w_old                  # None: the variable had no value
        self.used = False

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        raise errors.runtime_error("Tokens can only be created by ContextVars")

    @getter('var')
    def get_var(self):
        return self.w_var

    @getter('old_value')
    def get_old_value(self):
        return w_missing if self.w_old is None else self.w_old

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        """Token[int] and the like."""
        return newgenericalias(w_cls, w_item)

    def op_repr(self):
        return newstr("<Token%s var=%s at %s>" % (" used" if self.used else "", ops.repr_w(self.w_var), address_hex(self)))


W_Token.typedef = TypeDef('_contextvars.Token', W_Token, module='_contextvars', subclassable=False, unhashable=True, attributes={'MISSING': w_missing})


@function('copy_context()')
def copy_context():
    """A copy of the current context."""
    return current_context().m_copy()
