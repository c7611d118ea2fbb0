"""BaseExceptionGroup and ExceptionGroup (PEP 654)."""

from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newint, newstr, newtuple, newbool
from interpreter.objects import exception
from interpreter.objects.baseexception import W_BaseException, allocate, positional
from interpreter.errors import type_error, value_error, recursion_error, check_type_argument
from interpreter.eval.executioncontext import getrecursionlimit
from interpreter.gateway import method, getter, classmethod_, raw_new
from interpreter.typedef import TypeDef


class W_BaseExceptionGroup(W_BaseException):
    """An exception that holds others: w_message a str, excs_w a list of exceptions (fixed-size)."""
    _attrs_ = ['w_message', 'excs_w']
    w_message = None
    excs_w = []

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.str import W_Str
        w_class = check_type_argument('__new__', W_BaseExceptionGroup, args_w[0])
        if kwnames is not None and len(kwnames) > 0:
            raise type_error("%s() takes no keyword arguments" % w_class.name)
        args = positional(args_w, kwnames)
        if len(args) != 2:
            raise type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)" % len(args))
        if not isinstance(args[0], W_Str):
            raise type_error("BaseExceptionGroup.__new__() argument 1 must be str, not %s" % args[0].gettype().name)
        excs_w = check_exceptions(args[1])
        w_class = group_class(w_class, excs_w)
        w_exc = allocate(W_BaseExceptionGroup, w_class)
        w_exc.args_w = args
        w_exc.w_message = args[0]
        w_exc.excs_w = excs_w
        return w_exc

    @getter('message')
    def get_message(self):
        """What the group says."""
        return self.w_message

    @getter('exceptions')
    def get_exceptions(self):
        """The tuple of the exceptions in the group."""
        return newtuple(as_roots(self.excs_w))

    def text(self):
        from interpreter import ops
        plural = '' if len(self.excs_w) == 1 else 's'
        return "%s (%d sub-exception%s)" % (ops.text_w(self.w_message), len(self.excs_w), plural)

    def op_str(self):
        return newstr(self.text())

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        """A generic alias (PEP 585)."""
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    @method('derive(self, excs, /)')
    def m_derive(self, w_excs):
        w_class = W_BaseExceptionGroup.typedef.w_type
        return w_class.call2(self.w_message, w_excs)

    @method('split(self, matcher_value, /)')
    def m_split(self, w_matcher):
        matcher = make_matcher(w_matcher)
        w_match, w_rest = split_group(self, matcher)
        return newtuple([exc_or_none(w_match), exc_or_none(w_rest)])

    @method('subgroup(self, matcher_value, /)')
    def m_subgroup(self, w_matcher):
        matcher = make_matcher(w_matcher)
        w_match, _ = split_group(self, matcher)
        return exc_or_none(w_match)


def exc_or_none(w_exc):
    if w_exc is None:
        return w_None
    return w_exc


def as_roots(excs_w):
    items_w = [w_None] * len(excs_w)
    for i in range(len(excs_w)):
        items_w[i] = excs_w[i]
    return items_w


def check_exceptions(w_excs):
    """The exceptions of a sequence, in a fixed-size list."""
    from interpreter import ops
    if not ops.is_sequence(w_excs):
        raise type_error("second argument (exceptions) must be a sequence")
    items_w = ops.fixedview(w_excs)
    if len(items_w) == 0:
        raise value_error("second argument (exceptions) must be a non-empty sequence")
    excs_w = []
    for i in range(len(items_w)):
        w_item = items_w[i]
        if not isinstance(w_item, W_BaseException):
            raise value_error("Item %d of second argument (exceptions) is not an exception" % i)
        excs_w.append(w_item)
    return excs_w[:]


def group_class(w_class, excs_w):
    """ExceptionGroup where BaseExceptionGroup was asked for and all are Exceptions."""
    w_exception = exception.W_Exception.typedef.w_type
    all_exceptions = True
    for w_exc in excs_w:
        if not w_exc.gettype().issubtype(w_exception):
            all_exceptions = False
    if w_class is W_BaseExceptionGroup.typedef.w_type:
        if all_exceptions:
            return W_ExceptionGroup.typedef.w_type
    elif not all_exceptions:
        if w_class is W_ExceptionGroup.typedef.w_type:
            raise type_error("Cannot nest BaseExceptions in an ExceptionGroup")
        if w_class.issubtype(w_exception):
            raise type_error("Cannot nest BaseExceptions in '%s'" % w_class.name)
    return w_class


class Matcher(object):
    """What split() and subgroup() look for: a class or tuple of classes (w_type), or a predicate, or given instances."""

    def __init__(self, w_type, w_predicate, instances_w):
        self.w_type = w_type
        self.w_predicate = w_predicate
        self.instances_w = instances_w

    def matches(self, w_exc):
        from interpreter import ops
        if self.w_type is not None:
            return exception.exception_matches(w_exc, self.w_type)
        if self.w_predicate is not None:
            return ops.is_true(self.w_predicate.call1(w_exc))
        for w_instance in self.instances_w:
            if w_instance is w_exc:
                return True
        return False


def make_matcher(w_matcher):
    from interpreter import ops
    from interpreter.objects.type import W_Type
    from interpreter.objects.tuple import W_Tuple
    if isinstance(w_matcher, W_Tuple):
        for w_item in ops.tuple_items(w_matcher):
            if not exception.is_exception_class(w_item):
                break
        else:
            return Matcher(w_matcher, None, None)
    elif exception.is_exception_class(w_matcher):
        return Matcher(w_matcher, None, None)
    if ops.callable(w_matcher) and not isinstance(w_matcher, W_Type):
        return Matcher(None, w_matcher, None)
    raise type_error("expected a function, exception type or tuple of exception types")


def type_matcher(w_type):
    """The Matcher of an `except*` clause."""
    return Matcher(w_type, None, None)


def split_group(w_exc, matcher, depth=0):
    """(the part that matches or None, the rest or None), keeping the nesting."""
    if depth >= getrecursionlimit():
        raise recursion_error("maximum recursion depth exceeded in exceptiongroup_split_recursive")
    if matcher.matches(w_exc):
        return w_exc, None
    if not isinstance(w_exc, W_BaseExceptionGroup):
        return None, w_exc
    matched_w = []
    rest_w = []
    for w_inner in w_exc.excs_w:
        w_match, w_rest = split_group(w_inner, matcher, depth + 1)
        if w_match is not None:
            matched_w.append(w_match)
        if w_rest is not None:
            rest_w.append(w_rest)
    w_match_group = None
    w_rest_group = None
    if len(matched_w) > 0:
        w_match_group = derive_group(w_exc, matched_w)
    if len(rest_w) > 0:
        w_rest_group = derive_group(w_exc, rest_w)
    return w_match_group, w_rest_group


def derive_group(w_group, excs_w):
    """A group like w_group with other exceptions: the same traceback, cause, context and notes."""
    from interpreter import ops
    from interpreter.objects.list import newlist
    w_new = ops.call_method1(w_group, 'derive', newlist(as_roots(excs_w)))
    if not isinstance(w_new, W_BaseExceptionGroup):
        raise type_error("derive must return an instance of BaseExceptionGroup")
    w_new.w_traceback = w_group.w_traceback
    w_new.w_context = w_group.w_context
    w_new.w_cause = w_group.w_cause
    w_new.suppress_context = w_group.suppress_context
    w_notes = ops.getattr_or_none(w_group, '__notes__')
    if w_notes is not None and ops.is_sequence(w_notes):
        ops.setattr(w_new, '__notes__', newlist(ops.listview(w_notes)))
    return w_new


def collect_leaves(w_exc, leaves_w):
    """All exceptions in the tree under w_exc that are no groups."""
    if isinstance(w_exc, W_BaseExceptionGroup):
        for w_inner in w_exc.excs_w:
            collect_leaves(w_inner, leaves_w)
    else:
        leaves_w.append(w_exc)


def projection(w_group, kept_w):
    """The part of w_group whose leaves are among those of the exceptions kept_w; None if there is none."""
    leaves_w = []
    for w_exc in kept_w:
        collect_leaves(w_exc, leaves_w)
    w_match, _ = split_group(w_group, Matcher(None, None, leaves_w))
    return w_match


def same_metadata(w_a, w_b):
    """Do two groups have the same traceback, cause, context and notes, that is, come from one by splitting?"""
    from interpreter import ops
    if not isinstance(w_a, W_BaseException) or not isinstance(w_b, W_BaseException):
        return False
    w_notes_a = ops.getattr_or_none(w_a, '__notes__')
    w_notes_b = ops.getattr_or_none(w_b, '__notes__')
    return (w_a.w_traceback is w_b.w_traceback and w_a.w_cause is w_b.w_cause and w_a.w_context is w_b.w_context and
            w_notes_a is w_notes_b)


def prep_reraise_star(w_original, raised_w):
    """What `try ... except*` raises in the end, or None.

    raised_w: the exceptions that the handlers raised, and the rest that matched nothing (None objects are skipped).  Those
    that are parts of the original are put together with its nesting again; all others are raised beside them in a group."""
    from interpreter import ops
    from interpreter.objects.list import newlist
    excs_w = [w_exc for w_exc in raised_w if w_exc is not w_None and w_exc is not None]
    if len(excs_w) == 0:
        return None
    if not isinstance(w_original, W_BaseExceptionGroup):
        # a plain exception that a handler caught
        w_first = excs_w[0]
        assert isinstance(w_first, W_BaseException)
        return w_first
    fresh_w = []
    reraised_w = []
    for w_exc in excs_w:
        if same_metadata(w_exc, w_original):
            reraised_w.append(w_exc)
        else:
            fresh_w.append(w_exc)
    if len(reraised_w) > 0:
        w_part = projection(w_original, reraised_w)
        if len(fresh_w) == 0:
            return w_part
        if w_part is not None:
            fresh_w.append(w_part)
    if len(fresh_w) == 1:
        w_only = fresh_w[0]
        assert isinstance(w_only, W_BaseException)
        return w_only
    w_class = W_BaseExceptionGroup.typedef.w_type
    w_result = w_class.call2(newstr(''), newlist(fresh_w))
    assert isinstance(w_result, W_BaseException)
    return w_result


W_BaseExceptionGroup.typedef = TypeDef('BaseExceptionGroup', W_BaseExceptionGroup, base=W_BaseException.typedef,
                                       doc="Several exceptions raised as one.", has_dict=True)


class W_ExceptionGroup(W_BaseExceptionGroup):
    """Names the TypeDef of ExceptionGroup, which has two bases."""
    _layout_ = W_BaseExceptionGroup
    _attrs_ = ()


W_ExceptionGroup.typedef = TypeDef('ExceptionGroup', W_ExceptionGroup, base=W_BaseExceptionGroup.typedef, has_dict=True)
W_ExceptionGroup.typedef.more_bases = [exception.W_Exception.typedef]
