"""The instructions that are rare or long: everything that interpreter.eval.dispatch does not do itself.

`slow_instruction` executes one and returns the pc of the next.
"""

from interpreter import ops
from interpreter.compiler import opcodes as op
from interpreter.errors import (OperationError, type_error, value_error, name_error, unbound_local_error, system_error,
                                import_error, attribute_error, runtime_error)
from interpreter.eval.executioncontext import getexecutioncontext
from interpreter.eval import matching, importing
from interpreter.eval.caches import find_in_mapping, load_global, load_method, load_attribute
from interpreter.eval.callpath import call_operands, collect
from interpreter.eval.tracing import traced_op_call
from interpreter.eval.unwind import raise_error, reraise_error
from interpreter.objects import exception
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.cell import W_Cell
from interpreter.objects.code import W_Code
from interpreter.objects.dict import W_Dict
from interpreter.objects.function import W_Function, make_function
from interpreter.objects.list import W_List
from interpreter.objects.root import w_None
from interpreter.objects.set import W_Set
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newstr, newtuple, newlist, newdict, newint, newbool, newslice, w_True, w_False

MASK = 0xffffffff


def operand(regs, code, n):
    if n >= 0:
        return regs[n]
    return code.consts_w[~n & MASK]


def optional(w_obj):
    """w_obj, or None (null) for None."""
    if w_obj is w_None:
        return None
    return w_obj


def names_of(code, n):
    """The RPython list of keyword names of a constant operand."""
    names = code.const_names[~n & MASK]
    assert names is not None
    return names


def operands(regs, code, bytecode, start, count):
    """`count` operands from `start` on, in a fixed-size list."""
    items_w = [None] * count
    for i in range(count):
        items_w[i] = operand(regs, code, bytecode[start + i])
    return items_w


# ____________________________________________________________
# errors of variables


def unbound_local(frame, register):
    name = frame.code.varnames[register]
    return unbound_local_error(name, "cannot access local variable '%s' where it is not associated with a value" % name)


def unbound_cell(frame, register):
    code = frame.code
    index = register - code.nlocals
    if index < code.ncells:
        assert index >= 0
        name = code.cellvars[index]
        return unbound_local_error(name, "cannot access local variable '%s' where it is not associated with a value" % name)
    index -= code.ncells
    assert index >= 0
    name = code.freevars[index]
    return name_error(name, "cannot access free variable '%s' where it is not associated with a value in enclosing scope" % name)


def undefined(name):
    return name_error(name, "name '%s' is not defined" % name)


# ____________________________________________________________
# variables in a mapping


def load_name(frame, name, key):
    w_locals = frame.w_locals
    if w_locals is not frame.w_globals or w_locals.__class__ is not W_Dict:
        if w_locals is None:
            raise system_error("no locals when loading '%s'" % name)
        w_value = find_in_mapping(w_locals, name)
        if w_value is None:
            w_value = frame.w_globals.getitem_str(name)     # as CPython: a __getitem__ of the globals' class is not asked here
            if w_value is None:
                w_value = builtin_name(frame, name)
                if w_value is None:
                    raise undefined(name)
        return w_value
    return load_global(frame, name, key)


def store_name(frame, name, w_value):
    w_locals = frame.w_locals
    if w_locals is None:
        raise system_error("no locals found when storing '%s'" % name)
    if w_locals.__class__ is W_Dict:
        assert isinstance(w_locals, W_Dict)
        w_locals.setitem_str(name, w_value)
    else:
        w_locals.op_setitem(newstr(name), w_value)


def delete_name(frame, name):
    w_locals = frame.w_locals
    if w_locals is None:
        raise system_error("no locals when deleting '%s'" % name)
    if w_locals.__class__ is W_Dict:
        assert isinstance(w_locals, W_Dict)
        if not w_locals.delitem_str(name):
            raise undefined(name)
        return
    try:
        w_locals.op_delitem(newstr(name))
    except OperationError as e:
        if not e.is_instance(exception.W_KeyError.typedef):
            raise
        raise undefined(name)


def builtin_name(frame, name):
    """A name of the frame's builtins, or None."""
    return find_in_mapping(frame.w_builtins, name)


# ____________________________________________________________
# strings, containers


def build_string(items_w):
    parts = []
    for w_item in items_w:
        assert isinstance(w_item, W_Str)
        parts.append(w_item._utf8)
    return newstr(''.join(parts))


def format_value(w_obj, conversion, w_spec):
    if conversion == 1:
        w_obj = ops.str(w_obj)
    elif conversion == 2:
        w_obj = ops.repr(w_obj)
    elif conversion == 3:
        w_obj = ops.ascii(w_obj)
    if w_spec is None or w_spec is w_None:
        w_spec = newstr('')
    if w_obj.__class__ is W_Str:
        assert isinstance(w_spec, W_Str)
        if len(w_spec._utf8) == 0:
            return w_obj
    return ops.format(w_obj, w_spec)


def is_iterable(w_obj):
    """May iter() be called on it?"""
    w_type = w_obj.gettype()
    return w_type.lookup('__iter__') is not None or w_type.lookup('__getitem__') is not None


def list_extend(w_list, w_iterable):
    assert isinstance(w_list, W_List)
    if not is_iterable(w_iterable):
        raise type_error("Value after * must be an iterable, not %s" % w_iterable.gettype().name)
    w_list.items.extend(ops.listview(w_iterable))


def list_to_tuple(w_list):
    assert isinstance(w_list, W_List)
    return W_Tuple(w_list.items[:])


def is_mapping(w_obj):
    return isinstance(w_obj, W_Dict) or ops.getattr_or_none(w_obj, 'keys') is not None


def dict_update(w_dict, w_other):
    assert isinstance(w_dict, W_Dict)
    if not is_mapping(w_other):
        raise type_error("'%s' object is not a mapping" % w_other.gettype().name)
    w_dict.update_from(w_other)


def function_text(w_func):
    """How error messages about arguments name a callable."""
    w_qualname = ops.getattr_or_none(w_func, '__qualname__')
    if not isinstance(w_qualname, W_Str):
        return ops.str_w(w_func)
    w_module = ops.getattr_or_none(w_func, '__module__')
    if isinstance(w_module, W_Str) and w_module._utf8 != 'builtins':
        return "%s.%s()" % (w_module._utf8, w_qualname._utf8)
    return "%s()" % w_qualname._utf8


def dict_merge(w_dict, w_other, w_func):
    """The keyword arguments **w_other of a call of w_func."""
    assert isinstance(w_dict, W_Dict)
    if not is_mapping(w_other):
        raise type_error("%s argument after ** must be a mapping, not %s" % (function_text(w_func), w_other.gettype().name))
    if isinstance(w_other, W_Dict):
        keys_w = w_other.keys_w()
    else:
        keys_w = ops.listview(ops.call_method0(w_other, 'keys'))
    for i in range(len(keys_w)):
        w_key = keys_w[i]
        if w_dict.op_contains(w_key):
            raise type_error("%s got multiple values for keyword argument '%s'" % (function_text(w_func), ops.str_w(w_key)))
        w_dict.setitem(w_key, ops.getitem(w_other, w_key))


def unpack_ex(regs, w_iterable, bytecode, pc):
    """a, *b, c = w_iterable"""
    before = bytecode[pc + 2] & MASK
    count = bytecode[pc + 3] & MASK
    after = count - before - 1
    assert after >= 0
    start = pc + 4
    w_iterator = ops.iter_to_unpack(w_iterable)
    items_w = []
    while len(items_w) < before:
        w_item = w_iterator.op_next()
        if w_item is None:
            raise value_error("not enough values to unpack (expected at least %d, got %d)" % (before + after, len(items_w)))
        items_w.append(w_item)
    rest_w = []
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            break
        rest_w.append(w_item)
    middle = len(rest_w) - after
    if middle < 0:
        raise value_error("not enough values to unpack (expected at least %d, got %d)" % (
            before + after, before + len(rest_w)))
    tail_w = rest_w[middle:]
    del rest_w[middle:]
    for i in range(before):
        regs[bytecode[start + i] & MASK] = items_w[i]
    regs[bytecode[start + before] & MASK] = W_List(rest_w)
    for i in range(after):
        regs[bytecode[start + before + 1 + i] & MASK] = tail_w[i]


# ____________________________________________________________
# calls


def call_ex(frame, ec, w_func, w_args, w_kwargs):
    """w_func(*w_args, **w_kwargs); w_kwargs may be None."""
    if not isinstance(w_args, W_Tuple) and not isinstance(w_args, W_List) and not is_iterable(w_args):
        raise type_error("%s argument after * must be an iterable, not %s" % (function_text(w_func), w_args.gettype().name))
    args_w = ops.fixedview(w_args)
    if w_kwargs is w_None or w_kwargs is None:
        return traced_op_call(frame, ec, w_func, args_w, None)
    if not isinstance(w_kwargs, W_Dict):
        w_dict = newdict()
        dict_merge(w_dict, w_kwargs, w_func)
    else:
        w_dict = w_kwargs
    count = w_dict.length()
    if count == 0:
        return traced_op_call(frame, ec, w_func, args_w, None)
    all_w = [None] * (len(args_w) + count)
    for i in range(len(args_w)):
        all_w[i] = args_w[i]
    names = [''] * count
    keys_w = w_dict.keys_w()
    for i in range(count):
        w_key = keys_w[i]
        if not isinstance(w_key, W_Str):
            raise type_error("keywords must be strings")
        names[i] = w_key._utf8
        all_w[len(args_w) + i] = w_dict.getitem(w_key)
    return traced_op_call(frame, ec, w_func, all_w, names)


def build_function(frame, w_code, w_defaults, w_kwdefaults, w_annotations, w_closure):
    """MAKE_FUNCTION; None objects where something is absent."""
    assert isinstance(w_code, W_Code)
    if w_closure is w_None:
        closure = no_cells
    else:
        cells_w = ops.tuple_items(w_closure)
        closure = new_cell_list(cells_w)
    func = make_function(w_code, frame.w_globals, frame.w_builtins, closure)
    if w_defaults is not w_None:
        func.defaults_w = ops.tuple_items(w_defaults)
    if w_kwdefaults is not w_None:
        assert isinstance(w_kwdefaults, W_Dict)
        func.w_kwdefaults = w_kwdefaults
    if w_annotations is not w_None:
        func.w_annotations = w_annotations
    return func


def new_cell_list(cells_w):
    """The same cells in a fixed-size list of W_Cell."""
    if len(cells_w) == 0:
        return no_cells
    cell = cells_w[0]
    assert isinstance(cell, W_Cell)
    closure = [cell] * len(cells_w)
    for i in range(len(cells_w)):
        cell = cells_w[i]
        assert isinstance(cell, W_Cell)
        closure[i] = cell
    return closure


no_cells = []


# ____________________________________________________________
# with


def special_method(w_obj, name):
    """The bound special method, or None."""
    return ops.lookup_special(w_obj, name)


def before_with(regs, exit_register, result_register, w_manager, is_async):
    if is_async:
        enter, exit, protocol = '__aenter__', '__aexit__', 'asynchronous context manager'
    else:
        enter, exit, protocol = '__enter__', '__exit__', 'context manager'
    w_enter = special_method(w_manager, enter)
    if w_enter is None:
        raise type_error("'%s' object does not support the %s protocol" % (w_manager.gettype().name, protocol))
    w_exit = special_method(w_manager, exit)
    if w_exit is None:
        raise type_error("'%s' object does not support the %s protocol (missed %s method)" % (
            w_manager.gettype().name, protocol, exit))
    w_result = w_enter.call0()
    regs[exit_register] = w_exit
    regs[result_register] = w_result


# ____________________________________________________________
# exceptions


CANNOT_CATCH = "catching classes that do not inherit from BaseException is not allowed"
CANNOT_CATCH_GROUP = "catching ExceptionGroup with except* is not allowed. Use except instead."


def check_except_type(w_type):
    """TypeError unless it is an exception class or a tuple of them."""
    if isinstance(w_type, W_Tuple):
        for w_item in ops.tuple_items(w_type):
            if not exception.is_exception_class(w_item):
                raise type_error(CANNOT_CATCH)
    elif not exception.is_exception_class(w_type):
        raise type_error(CANNOT_CATCH)


def check_except_star_type(w_type):
    check_except_type(w_type)
    from interpreter.objects.type import W_Type
    items_w = ops.tuple_items(w_type) if isinstance(w_type, W_Tuple) else [w_type]
    for w_item in items_w:
        if isinstance(w_item, W_Type) and w_item.issubtype(exception.W_BaseExceptionGroup.typedef.w_type):
            raise type_error(CANNOT_CATCH_GROUP)


def match_exception_group(w_exc, w_type):
    """except*: (the matching part or None object, the rest or None object)."""
    if w_exc is w_None:
        return w_None, w_None
    check_except_star_type(w_type)
    assert isinstance(w_exc, W_BaseException)
    if exception.exception_matches(w_exc, w_type):
        if isinstance(w_exc, exception.W_BaseExceptionGroup):
            return w_exc, w_None
        # a plain exception: it is wrapped for the handler
        w_class = exception.W_BaseExceptionGroup.typedef.w_type
        w_group = w_class.call2(newstr(''), newtuple([w_exc]))
        assert isinstance(w_group, W_BaseException)
        return w_group, w_None
    if isinstance(w_exc, exception.W_BaseExceptionGroup):
        w_pair = ops.call_method1(w_exc, 'split', w_type)
        if not isinstance(w_pair, W_Tuple):
            raise type_error("%s.split must return a tuple, not %s" % (w_exc.gettype().name, w_pair.gettype().name))
        pair_w = ops.tuple_items(w_pair)
        if len(pair_w) < 2:
            raise type_error("%s.split must return a 2-tuple, got tuple of size %d" % (w_exc.gettype().name, len(pair_w)))
        return pair_w[0], pair_w[1]
    return w_None, w_exc


# ____________________________________________________________


def slow_instruction(opcode, frame, ec, code, regs, pc):
    bytecode = code.bytecode
    # ---- variables
    if opcode == op.NOP:
        return pc + 1
    if opcode == op.CLEAR:
        regs[bytecode[pc + 1] & MASK] = None
        return pc + 2
    if opcode == op.DELETE_LOCAL:
        register = bytecode[pc + 1] & MASK
        if regs[register] is None:
            raise unbound_local(frame, register)
        regs[register] = None
        return pc + 2
    if opcode == op.DELETE_CELL:
        register = bytecode[pc + 1] & MASK
        cell = regs[register]
        assert isinstance(cell, W_Cell)
        if cell.w_value is None:
            raise unbound_cell(frame, register)
        cell.w_value = None
        return pc + 2
    if opcode == op.LOAD_CLASSDEREF:
        w_value = None
        if frame.w_locals is not None:
            w_value = find_in_mapping(frame.w_locals, code.names[bytecode[pc + 3] & MASK])
        if w_value is None:
            register = bytecode[pc + 2] & MASK
            cell = regs[register]
            assert isinstance(cell, W_Cell)
            w_value = cell.w_value
            if w_value is None:
                raise unbound_cell(frame, register)
        regs[bytecode[pc + 1] & MASK] = w_value
        return pc + 4
    if opcode == op.STORE_GLOBAL:
        frame.w_globals.setitem_str(code.names[bytecode[pc + 1] & MASK], operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.DELETE_GLOBAL:
        name = code.names[bytecode[pc + 1] & MASK]
        if not frame.w_globals.delitem_str(name):
            raise undefined(name)
        return pc + 2
    if opcode == op.LOAD_NAME:
        w_value = load_name(frame, code.names[bytecode[pc + 2] & MASK], code.cache_base + bytecode[pc + 3])
        regs[bytecode[pc + 1] & MASK] = w_value
        return pc + 4
    if opcode == op.STORE_NAME:
        store_name(frame, code.names[bytecode[pc + 1] & MASK], operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.DELETE_NAME:
        delete_name(frame, code.names[bytecode[pc + 1] & MASK])
        return pc + 2
    if opcode == op.LOAD_LOCALS:
        regs[bytecode[pc + 1] & MASK] = frame.getlocals()
        return pc + 2
    # ---- attributes and items
    if opcode == op.DELETE_ATTR:
        operand(regs, code, bytecode[pc + 1]).op_delattr(code.names[bytecode[pc + 2] & MASK])
        return pc + 3
    if opcode == op.DELETE_SUBSCR:
        operand(regs, code, bytecode[pc + 1]).op_delitem(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.BUILD_SLICE:
        regs[bytecode[pc + 1] & MASK] = newslice(operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]),
                                                 operand(regs, code, bytecode[pc + 4]))
        return pc + 5
    if opcode == op.UNARY_NEG:
        regs[bytecode[pc + 1] & MASK] = ops.neg(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.UNARY_POS:
        regs[bytecode[pc + 1] & MASK] = ops.pos(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.UNARY_INVERT:
        regs[bytecode[pc + 1] & MASK] = ops.invert(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    return slow_building(opcode, frame, ec, code, regs, pc)


def slow_building(opcode, frame, ec, code, regs, pc):
    bytecode = code.bytecode
    if opcode == op.BUILD_LIST:
        count = bytecode[pc + 2] & MASK
        items_w = operands(regs, code, bytecode, pc + 3, count)
        regs[bytecode[pc + 1] & MASK] = newlist(items_w)
        return pc + 3 + count
    if opcode == op.BUILD_SET:
        count = bytecode[pc + 2] & MASK
        w_set = W_Set()
        for i in range(count):
            w_set.add(operand(regs, code, bytecode[pc + 3 + i]))
        regs[bytecode[pc + 1] & MASK] = w_set
        return pc + 3 + count
    if opcode == op.BUILD_MAP:
        count = bytecode[pc + 2] & MASK
        w_dict = newdict()
        start = pc + 3
        for i in range(count):
            w_dict.setitem(operand(regs, code, bytecode[start + 2 * i]), operand(regs, code, bytecode[start + 2 * i + 1]))
        regs[bytecode[pc + 1] & MASK] = w_dict
        return start + 2 * count
    if opcode == op.BUILD_STRING:
        count = bytecode[pc + 2] & MASK
        regs[bytecode[pc + 1] & MASK] = build_string(operands(regs, code, bytecode, pc + 3, count))
        return pc + 3 + count
    if opcode == op.FORMAT_VALUE:
        regs[bytecode[pc + 1] & MASK] = format_value(operand(regs, code, bytecode[pc + 2]), bytecode[pc + 3],
                                                     operand(regs, code, bytecode[pc + 4]))
        return pc + 5
    if opcode == op.LIST_EXTEND:
        list_extend(regs[bytecode[pc + 1] & MASK], operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.LIST_TO_TUPLE:
        regs[bytecode[pc + 1] & MASK] = list_to_tuple(regs[bytecode[pc + 2] & MASK])
        return pc + 3
    if opcode == op.SET_ADD:
        w_set = regs[bytecode[pc + 1] & MASK]
        assert isinstance(w_set, W_Set)
        w_set.add(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.SET_UPDATE:
        w_set = regs[bytecode[pc + 1] & MASK]
        assert isinstance(w_set, W_Set)
        for w_item in ops.listview(operand(regs, code, bytecode[pc + 2])):
            w_set.add(w_item)
        return pc + 3
    if opcode == op.MAP_ADD:
        w_dict = regs[bytecode[pc + 1] & MASK]
        assert isinstance(w_dict, W_Dict)
        w_dict.setitem(operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]))
        return pc + 4
    if opcode == op.DICT_UPDATE:
        dict_update(regs[bytecode[pc + 1] & MASK], operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.DICT_MERGE:
        dict_merge(regs[bytecode[pc + 1] & MASK], operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]))
        return pc + 4
    if opcode == op.UNPACK_SEQUENCE:
        count = bytecode[pc + 2] & MASK
        items_w = ops.unpack_iterable(operand(regs, code, bytecode[pc + 1]), count)
        for i in range(count):
            regs[bytecode[pc + 3 + i] & MASK] = items_w[i]
        return pc + 3 + count
    if opcode == op.UNPACK_EX:
        unpack_ex(regs, operand(regs, code, bytecode[pc + 1]), bytecode, pc)
        return pc + 4 + (bytecode[pc + 3] & MASK)
    return slow_calls(opcode, frame, ec, code, regs, pc)


def slow_calls(opcode, frame, ec, code, regs, pc):
    bytecode = code.bytecode
    if opcode == op.CALL_KW:
        count = bytecode[pc + 4] & MASK
        w_func = operand(regs, code, bytecode[pc + 2])
        w_result = traced_op_call(frame, ec, w_func, operands(regs, code, bytecode, pc + 5, count), names_of(code, bytecode[pc + 3]))
        regs[bytecode[pc + 1] & MASK] = w_result
        return pc + 5 + count
    if opcode == op.CALL_METHOD_KW:
        count = bytecode[pc + 6] & MASK
        w_obj = operand(regs, code, bytecode[pc + 2])
        name = code.names[bytecode[pc + 3] & MASK]
        key = code.cache_base + bytecode[pc + 4]
        names = names_of(code, bytecode[pc + 5])
        w_func = load_method(w_obj, name, key)
        if w_func is None:
            frame.pc = pc + 1
            w_func = load_attribute(w_obj, name, key)
            frame.pc = pc
            args_w = operands(regs, code, bytecode, pc + 7, count)
        else:
            args_w = collect(regs, bytecode, code.consts_w, pc + 7, count, w_obj)
        w_result = traced_op_call(frame, ec, w_func, args_w, names)
        regs[bytecode[pc + 1] & MASK] = w_result
        return pc + 7 + count
    if opcode == op.CALL_LOADED_KW:
        count = bytecode[pc + 5] & MASK
        w_self = regs[bytecode[pc + 3] & MASK]
        args_w = collect(regs, bytecode, code.consts_w, pc + 6, count, w_self)
        w_result = traced_op_call(frame, ec, operand(regs, code, bytecode[pc + 2]), args_w, names_of(code, bytecode[pc + 4]))
        regs[bytecode[pc + 1] & MASK] = w_result
        return pc + 6 + count
    if opcode == op.CALL_EX:
        w_result = call_ex(frame, ec, operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]),
                           operand(regs, code, bytecode[pc + 4]))
        regs[bytecode[pc + 1] & MASK] = w_result
        return pc + 5
    if opcode == op.MAKE_FUNCTION:
        w_func = build_function(frame, operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]),
                                operand(regs, code, bytecode[pc + 4]), operand(regs, code, bytecode[pc + 5]),
                                operand(regs, code, bytecode[pc + 6]))
        regs[bytecode[pc + 1] & MASK] = w_func
        return pc + 7
    if opcode == op.LOAD_BUILD_CLASS:
        w_builder = builtin_name(frame, '__build_class__')
        if w_builder is None:
            raise name_error('__build_class__', "__build_class__ not found")
        regs[bytecode[pc + 1] & MASK] = w_builder
        return pc + 2
    return slow_exceptions(opcode, frame, ec, code, regs, pc)


def slow_exceptions(opcode, frame, ec, code, regs, pc):
    bytecode = code.bytecode
    if opcode == op.RAISE:
        raise raise_error(bytecode[pc + 1], operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]), ec)
    if opcode == op.RERAISE:
        raise reraise_error(regs[bytecode[pc + 1] & MASK])
    if opcode == op.JUMP_UNLESS_EXC_MATCH:
        w_type = operand(regs, code, bytecode[pc + 2])
        check_except_type(w_type)
        if exception.exception_matches(regs[bytecode[pc + 1] & MASK], w_type):
            return pc + 4
        return bytecode[pc + 3] & MASK
    if opcode == op.CHECK_EG_MATCH:
        w_match, w_rest = match_exception_group(regs[bytecode[pc + 3] & MASK], operand(regs, code, bytecode[pc + 4]))
        if isinstance(w_match, W_BaseException):
            ec.exc_state.w_value = w_match
        regs[bytecode[pc + 2] & MASK] = w_rest
        regs[bytecode[pc + 1] & MASK] = w_match
        return pc + 5
    if opcode == op.PREP_RERAISE_STAR:
        from interpreter.objects.exceptiongroup import prep_reraise_star
        w_list = regs[bytecode[pc + 3] & MASK]
        assert isinstance(w_list, W_List)
        w_exc = prep_reraise_star(regs[bytecode[pc + 2] & MASK], w_list.items)
        if w_exc is None:
            regs[bytecode[pc + 1] & MASK] = w_None
        else:
            regs[bytecode[pc + 1] & MASK] = w_exc
        return pc + 4
    if opcode == op.LOAD_ASSERTION_ERROR:
        regs[bytecode[pc + 1] & MASK] = exception.W_AssertionError.typedef.w_type
        return pc + 2
    if opcode == op.BEFORE_WITH:
        before_with(regs, bytecode[pc + 1] & MASK, bytecode[pc + 2] & MASK, operand(regs, code, bytecode[pc + 3]), False)
        return pc + 4
    if opcode == op.BEFORE_ASYNC_WITH:
        before_with(regs, bytecode[pc + 1] & MASK, bytecode[pc + 2] & MASK, operand(regs, code, bytecode[pc + 3]), True)
        return pc + 4
    if opcode == op.WITH_EXCEPT_START:
        w_exc = regs[bytecode[pc + 3] & MASK]
        assert isinstance(w_exc, W_BaseException)
        w_result = regs[bytecode[pc + 2] & MASK].call3(w_exc.gettype(), w_exc, w_exc.get_traceback())
        regs[bytecode[pc + 1] & MASK] = w_result
        return pc + 4
    return slow_generators(opcode, frame, ec, code, regs, pc)


def slow_generators(opcode, frame, ec, code, regs, pc):
    from interpreter.eval import coroutines
    bytecode = code.bytecode
    if opcode == op.GET_YIELD_FROM_ITER:
        regs[bytecode[pc + 1] & MASK] = coroutines.get_yield_from_iter(frame, operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.GET_AWAITABLE:
        regs[bytecode[pc + 1] & MASK] = coroutines.get_awaitable(operand(regs, code, bytecode[pc + 2]), bytecode[pc + 3])
        return pc + 4
    if opcode == op.GET_AITER:
        regs[bytecode[pc + 1] & MASK] = coroutines.get_aiter(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.GET_ANEXT:
        regs[bytecode[pc + 1] & MASK] = coroutines.get_anext(operand(regs, code, bytecode[pc + 2]))
        return pc + 3
    if opcode == op.END_ASYNC_FOR:
        w_exc = regs[bytecode[pc + 1] & MASK]
        if exception.exception_matches(w_exc, exception.W_StopAsyncIteration.typedef.w_type):
            return bytecode[pc + 2] & MASK
        raise reraise_error(w_exc)
    return slow_rest(opcode, frame, ec, code, regs, pc)


def slow_rest(opcode, frame, ec, code, regs, pc):
    bytecode = code.bytecode
    if opcode == op.IMPORT_NAME:
        w_module = importing.import_name(frame, code.names[bytecode[pc + 2] & MASK], operand(regs, code, bytecode[pc + 4]),
                                         operand(regs, code, bytecode[pc + 3]))
        regs[bytecode[pc + 1] & MASK] = w_module
        return pc + 5
    if opcode == op.IMPORT_FROM:
        w_value = importing.import_from(operand(regs, code, bytecode[pc + 2]), code.names[bytecode[pc + 3] & MASK])
        regs[bytecode[pc + 1] & MASK] = w_value
        return pc + 4
    if opcode == op.IMPORT_STAR:
        importing.import_star(frame, operand(regs, code, bytecode[pc + 1]))
        return pc + 2
    if opcode == op.MATCH_SEQUENCE:
        regs[bytecode[pc + 1] & MASK] = newbool(operand(regs, code, bytecode[pc + 2]).gettype().is_sequence)
        return pc + 3
    if opcode == op.MATCH_MAPPING:
        regs[bytecode[pc + 1] & MASK] = newbool(operand(regs, code, bytecode[pc + 2]).gettype().is_mapping)
        return pc + 3
    if opcode == op.GET_LEN:
        regs[bytecode[pc + 1] & MASK] = newint(ops.len(operand(regs, code, bytecode[pc + 2])))
        return pc + 3
    if opcode == op.MATCH_KEYS:
        regs[bytecode[pc + 1] & MASK] = matching.match_keys(operand(regs, code, bytecode[pc + 2]),
                                                            operand(regs, code, bytecode[pc + 3]))
        return pc + 4
    if opcode == op.MATCH_CLASS:
        regs[bytecode[pc + 1] & MASK] = matching.match_class(
            operand(regs, code, bytecode[pc + 2]), operand(regs, code, bytecode[pc + 3]), bytecode[pc + 4],
            operand(regs, code, bytecode[pc + 5]))
        return pc + 6
    if opcode == op.SETUP_ANNOTATIONS:
        w_locals = frame.w_locals
        if w_locals is None:
            raise system_error("no locals found when setting up annotations")
        if find_in_mapping(w_locals, '__annotations__') is None:
            store_name(frame, '__annotations__', newdict())
        return pc + 1
    if opcode == op.PRINT_EXPR:
        from interpreter.eval.hooks import sys_attribute
        w_hook = sys_attribute('displayhook')
        if w_hook is None:
            raise runtime_error("lost sys.displayhook")
        w_hook.call1(operand(regs, code, bytecode[pc + 1]))
        return pc + 2
    raise system_error("unknown opcode %d" % opcode)
