"""__build_class__: what a class statement calls."""

from interpreter import ops
from interpreter.errors import type_error, runtime_error, OperationError
from interpreter.eval.frame import Frame
from interpreter.eval.call import run_frame
from interpreter.objects.cell import W_Cell
from interpreter.objects.dict import W_Dict
from interpreter.objects.function import W_Function
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.type import W_Type
from interpreter.objects.wrap import newtuple, newdict, newstr


def resolve_bases(bases_w):
    """PEP 560: bases that are no classes give others through __mro_entries__.  (the new list, whether it is another)"""
    resolved_w = []
    changed = False
    for w_base in bases_w:
        if isinstance(w_base, W_Type):
            resolved_w.append(w_base)
            continue
        w_method = ops.getattr_or_none(w_base, '__mro_entries__')
        if w_method is None:
            resolved_w.append(w_base)
            continue
        w_entries = w_method.call1(newtuple(bases_w))
        if not isinstance(w_entries, W_Tuple):
            raise type_error("__mro_entries__ must return a tuple")
        changed = True
        for w_entry in ops.tuple_items(w_entries):
            resolved_w.append(w_entry)
    return resolved_w[:], changed


def find_metaclass(w_meta, bases_w):
    """The most derived metaclass of w_meta and those of the bases."""
    w_winner = w_meta
    for w_base in bases_w:
        w_other = w_base.gettype()
        if w_winner.issubtype(w_other):
            continue
        if w_other.issubtype(w_winner):
            w_winner = w_other
            continue
        raise type_error("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                         "metaclasses of all its bases")
    return w_winner


def build_class(args_w, kwnames):
    """__build_class__(func, name, *bases, metaclass=None, **kwds)"""
    nkw = 0 if kwnames is None else len(kwnames)
    npos = len(args_w) - nkw
    assert npos >= 0
    if npos < 2:
        raise type_error("__build_class__: not enough arguments")
    w_func = args_w[0]
    if not isinstance(w_func, W_Function):
        raise type_error("__build_class__: func must be a function")
    w_name = args_w[1]
    if not isinstance(w_name, W_Str):
        raise type_error("__build_class__: name is not a string")
    original_w = args_w[2:npos]
    bases_w, changed = resolve_bases(original_w)
    w_meta = None
    names = []
    values_w = []
    for i in range(nkw):
        if kwnames[i] == 'metaclass':
            w_meta = args_w[npos + i]
        else:
            names.append(kwnames[i])
            values_w.append(args_w[npos + i])
    if w_meta is None:
        if len(bases_w) > 0:
            w_meta = bases_w[0].gettype()
        else:
            w_meta = W_Type.typedef.w_type
    if isinstance(w_meta, W_Type):
        w_meta = find_metaclass(w_meta, bases_w)
    w_bases = newtuple(bases_w)
    w_prepare = ops.getattr_or_none(w_meta, '__prepare__')
    if w_prepare is None:
        w_namespace = newdict()
    else:
        w_namespace = w_prepare.op_call(with_keywords([w_name, w_bases], values_w), names_or_none(names))
        if w_namespace.gettype().lookup('__getitem__') is None:
            metaname = "<metaclass>"
            if isinstance(w_meta, W_Type):
                metaname = w_meta.name
            raise type_error("%s.__prepare__() must return a mapping, not %s" % (metaname, w_namespace.gettype().name))
    frame = Frame(w_func.code, w_func.w_globals, w_func.w_builtins)
    frame.w_locals = w_namespace
    if frame.code.has_cells:
        frame.init_cells(w_func.closure)
    w_cell = run_frame(frame)
    if changed:
        w_namespace.op_setitem(newstr('__orig_bases__'), newtuple(original_w))
    w_class = w_meta.op_call(with_keywords([w_name, w_bases, w_namespace], values_w), names_or_none(names))
    if isinstance(w_cell, W_Cell) and isinstance(w_class, W_Type):
        w_in_cell = w_cell.w_value
        if w_in_cell is None:
            raise runtime_error("__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?" % (
                ops.repr_w(w_name), ops.repr_w(w_class)))
        if w_in_cell is not w_class:
            raise type_error("__class__ set to %s defining %s as %s" % (
                ops.repr_w(w_in_cell), ops.repr_w(w_name), ops.repr_w(w_class)))
    return w_class


def with_keywords(first_w, values_w):
    """A fixed-size list of both."""
    result_w = [None] * (len(first_w) + len(values_w))
    for i in range(len(first_w)):
        result_w[i] = first_w[i]
    for i in range(len(values_w)):
        result_w[len(first_w) + i] = values_w[i]
    return result_w


def names_or_none(names):
    return names[:] if len(names) > 0 else None
