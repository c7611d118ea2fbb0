"""Binding arguments to the parameters of a Python function, with CPython's errors."""

from rpython.rlib.jit import unroll_safe
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newtuple, newdict, newstr
from interpreter.objects.code import CO_VARARGS, CO_VARKEYWORDS
from interpreter.errors import type_error


def bind_arguments(func, code, regs, args_w, kwnames):
    """Fills the parameter registers.

    args_w: the positional arguments, then the values of the keywords `kwnames` (a list of str, or None)."""
    nkw = 0 if kwnames is None else len(kwnames)
    npos = len(args_w) - nkw
    assert npos >= 0
    argcount = code.argcount
    total = argcount + code.kwonlyargcount
    n = npos
    if n > argcount:
        n = argcount
    for i in range(n):
        regs[i] = args_w[i]
    index = total
    if code.flags & CO_VARARGS:
        assert n >= 0
        regs[index] = newtuple(args_w[n:npos])
        index += 1
    w_kwargs = None
    if code.flags & CO_VARKEYWORDS:
        w_kwargs = newdict()
        regs[index] = w_kwargs
    if nkw > 0:
        posonly_given = None
        for k in range(nkw):
            name = kwnames[k]
            w_value = args_w[npos + k]
            found = -1
            for i in range(code.posonlyargcount, total):
                if code.varnames[i] == name:
                    found = i
                    break
            if found < 0:
                if w_kwargs is not None:
                    w_kwargs.setitem_str(name, w_value)
                    continue
                if is_positional_only(code, name):
                    raise type_error("%s() got some positional-only arguments passed as keyword arguments: '%s'" % (
                        func.qualname, positional_only_names(code, kwnames)))
                raise type_error("%s() got an unexpected keyword argument '%s'" % (func.qualname, name))
            if regs[found] is not None:
                raise type_error("%s() got multiple values for argument '%s'" % (func.qualname, name))
            regs[found] = w_value
    if npos > argcount and not (code.flags & CO_VARARGS):
        raise too_many_positional(func, code, regs, npos)
    if npos < argcount:
        defaults_w = func.defaults_w
        ndefaults = 0 if defaults_w is None else len(defaults_w)
        first_default = argcount - ndefaults
        missing = 0
        for i in range(npos, argcount):
            if regs[i] is None:
                if i >= first_default:
                    j = i - first_default
                    assert j >= 0
                    regs[i] = defaults_w[j]
                else:
                    missing += 1
        if missing > 0:
            raise missing_positional(func, code, regs, first_default)
    if code.kwonlyargcount > 0:
        w_kwdefaults = func.w_kwdefaults
        missing = 0
        for i in range(argcount, total):
            if regs[i] is None:
                w_default = None
                if w_kwdefaults is not None:
                    w_default = w_kwdefaults.getitem_str(code.varnames[i])
                if w_default is None:
                    missing += 1
                else:
                    regs[i] = w_default
        if missing > 0:
            raise missing_keyword_only(func, code, regs)


def is_positional_only(code, name):
    for i in range(code.posonlyargcount):
        if code.varnames[i] == name:
            return True
    return False


def positional_only_names(code, kwnames):
    names = []
    for i in range(code.posonlyargcount):
        for name in kwnames:
            if name == code.varnames[i]:
                names.append(name)
    return ', '.join(names)


def too_many_positional(func, code, regs, given):
    """TypeError "f() takes 1 positional argument but 2 were given"."""
    argcount = code.argcount
    kwonly_given = 0
    for i in range(argcount, argcount + code.kwonlyargcount):
        if regs[i] is not None:
            kwonly_given += 1
    ndefaults = 0 if func.defaults_w is None else len(func.defaults_w)
    if ndefaults > 0:
        plural = True
        takes = "from %d to %d" % (argcount - ndefaults, argcount)
    else:
        plural = argcount != 1
        takes = str(argcount)
    extra = ''
    if kwonly_given > 0:
        extra = " positional argument%s (and %d keyword-only argument%s)" % (
            's' if given != 1 else '', kwonly_given, 's' if kwonly_given != 1 else '')
    return type_error("%s() takes %s positional argument%s but %d%s %s given" % (
        func.qualname, takes, 's' if plural else '', given, extra,
        'was' if given == 1 and kwonly_given == 0 else 'were'))


def join_names(names):
    """'a', 'b', and 'c'"""
    quoted = ["'%s'" % name for name in names]
    count = len(quoted)
    if count == 1:
        return quoted[0]
    if count == 2:
        return "%s and %s" % (quoted[0], quoted[1])
    last = quoted[count - 1]
    del quoted[count - 1]
    return ', '.join(quoted) + ", and " + last


def missing_arguments(func, kind, names):
    return type_error("%s() missing %d required %s argument%s: %s" % (
        func.qualname, len(names), kind, '' if len(names) == 1 else 's', join_names(names)))


def missing_positional(func, code, regs, stop):
    names = []
    for i in range(stop):
        if regs[i] is None:
            names.append(code.varnames[i])
    return missing_arguments(func, 'positional', names)


def missing_keyword_only(func, code, regs):
    names = []
    for i in range(code.argcount, code.argcount + code.kwonlyargcount):
        if regs[i] is None:
            names.append(code.varnames[i])
    return missing_arguments(func, 'keyword-only', names)
