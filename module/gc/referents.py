"""Which objects an object refers to, and what can be reached from the modules and the frames of this thread.

The collector itself is not asked: it knows RPython objects, many of which are no Python objects.  What a Python program can reach is found
through the types whose objects hold others; the state of built-in iterators is not looked into.
"""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.eval.frame import Frame
from interpreter.gateway import function
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.cell import W_Cell
from interpreter.objects.descriptor import W_ClassMethod, W_Property, W_StaticMethod
from interpreter.objects.dict import W_Dict
from interpreter.objects.function import W_Function, W_Method
from interpreter.objects.generator import W_GeneratorBase
from interpreter.objects.list import W_List
from interpreter.objects.mappingproxy import W_MappingProxy
from interpreter.objects.module import W_Module
from interpreter.objects.root import w_None
from interpreter.objects.set import W_BaseSet
from interpreter.objects.traceback import W_Traceback
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.type import W_Type
from interpreter.objects.weakref import W_Lifeline
from interpreter.objects.wrap import newlist


def add(found_w, w_obj):
    if w_obj is not None and not isinstance(w_obj, W_Lifeline):
        found_w.append(w_obj)


def referents(w_obj):
    """A list of the objects that w_obj refers to; some may come twice."""
    found_w = []
    if w_obj.is_user_instance:
        add(found_w, w_obj.gettype())
        map = w_obj.map_or_none()
        if map is not None:
            for i in range(map.size):
                add(found_w, w_obj.getslotvalue(i))
    if isinstance(w_obj, W_Dict):
        i = w_obj.next_entry(0)
        while i >= 0:
            add(found_w, w_obj.entries[i * W_Dict.STRIDE])
            add(found_w, w_obj.value_at(i))
            i = w_obj.next_entry(i + 1)
    elif isinstance(w_obj, W_Tuple):
        for w_item in w_obj.items:
            add(found_w, w_item)
    elif isinstance(w_obj, W_List):
        for w_item in w_obj.items:
            add(found_w, w_item)
    elif isinstance(w_obj, W_BaseSet):
        i = w_obj.next_entry(0)
        while i >= 0:
            add(found_w, w_obj.entries[i])
            i = w_obj.next_entry(i + 1)
    elif isinstance(w_obj, W_Type):
        add(found_w, w_obj.gettype())
        add(found_w, w_obj.w_dict)
        for w_base in w_obj.bases_w:
            add(found_w, w_base)
        for w_base in w_obj.mro_w:
            if w_base is not w_obj:
                add(found_w, w_base)
    elif isinstance(w_obj, W_Module):
        add(found_w, w_obj.w_dict)
    else:
        add_of_code(found_w, w_obj)
    return found_w


def add_of_code(found_w, w_obj):
    """What the objects of the evaluation loop refer to."""
    if isinstance(w_obj, W_Function):
        add(found_w, w_obj.code)
        add(found_w, w_obj.w_globals)
        add(found_w, w_obj.w_builtins)
        add(found_w, w_obj.w_doc)
        add(found_w, w_obj.w_module)
        add(found_w, w_obj.w_kwdefaults)
        add(found_w, w_obj.w_dict)
        add(found_w, w_obj.w_annotations)
        if w_obj.defaults_w is not None:
            for w_item in w_obj.defaults_w:
                add(found_w, w_item)
        if w_obj.closure is not None:
            for w_cell in w_obj.closure:
                add(found_w, w_cell)
    elif isinstance(w_obj, W_Method):
        add(found_w, w_obj.w_function)
        add(found_w, w_obj.w_self)
    elif isinstance(w_obj, W_Cell):
        add(found_w, w_obj.w_value)
    elif isinstance(w_obj, W_MappingProxy):
        add(found_w, w_obj.w_mapping)
    elif isinstance(w_obj, W_StaticMethod):
        add(found_w, w_obj.w_callable)
        add(found_w, w_obj.w_dict)
    elif isinstance(w_obj, W_ClassMethod):
        add(found_w, w_obj.w_callable)
        add(found_w, w_obj.w_dict)
    elif isinstance(w_obj, W_Property):
        add(found_w, w_obj.w_get)
        add(found_w, w_obj.w_set)
        add(found_w, w_obj.w_del)
        add(found_w, w_obj.w_doc)
    elif isinstance(w_obj, W_BaseException):
        for w_item in w_obj.args_w:
            add(found_w, w_item)
        add(found_w, w_obj.w_traceback)
        add(found_w, w_obj.w_cause)
        add(found_w, w_obj.w_context)
        add(found_w, w_obj.w_dict)
    elif isinstance(w_obj, W_Traceback):
        add(found_w, w_obj.frame)
        add(found_w, w_obj.w_next)
    elif isinstance(w_obj, Frame):
        if not isinstance(w_obj.w_owner, W_GeneratorBase):          # the generator refers to what its frame holds
            add_of_frame(found_w, w_obj)
    elif isinstance(w_obj, W_GeneratorBase):
        add(found_w, w_obj.frame)
        add(found_w, w_obj.code)
        if w_obj.frame is not None:
            add_of_frame(found_w, w_obj.frame)


def add_of_frame(found_w, frame):
    add(found_w, frame.f_back)
    add(found_w, frame.code)
    add(found_w, frame.w_globals)
    add(found_w, frame.w_builtins)
    add(found_w, frame.w_locals)
    for w_item in frame.regs:
        add(found_w, w_item)


def reachable():
    """All objects that can be reached, without those that cannot be part of a cycle."""
    from interpreter.eval.executioncontext import getexecutioncontext
    from module.framework import load_builtin
    from module.gc.functions import may_be_in_cycle
    seen = {}
    result_w = []
    pending_w = [load_builtin('sys').getdict()]
    frame = getexecutioncontext().topframe
    while frame is not None:
        add_of_frame(pending_w, frame)
        frame = frame.f_back
    while len(pending_w) > 0:
        w_obj = pending_w.pop()
        if w_obj in seen:
            continue
        seen[w_obj] = None
        if may_be_in_cycle(w_obj):
            result_w.append(w_obj)
            for w_next in referents(w_obj):
                pending_w.append(w_next)
    return result_w


@function('get_objects(generation=None)')
def get_objects(w_generation):
    """The objects that can be reached from the modules and from the frames of this thread; all are of generation 2."""
    if w_generation is not w_None:
        if not ops.has_index(w_generation):
            raise type_error("argument should be integer or None, not '%s'" % w_generation.gettype().name)
        generation = ops.int_w(w_generation)
        if generation < 0:
            raise value_error("generation parameter cannot be negative")
        if generation > 2:
            raise value_error("generation parameter must be less than the number of available generations (3)")
        if generation < 2:
            return newlist([])
    return newlist(reachable())


@function('get_referents(*objs)')
def get_referents(args_w):
    """The objects that the given ones refer to."""
    found_w = []
    for w_obj in args_w:
        for w_found in referents(w_obj):
            found_w.append(w_found)
    return newlist(found_w)


@function('get_referrers(*objs)')
def get_referrers(args_w):
    """The objects of get_objects() that refer to one of the given ones."""
    result_w = []
    for w_obj in reachable():
        if refers_to(w_obj, args_w):
            result_w.append(w_obj)
    return newlist(result_w)


def refers_to(w_obj, targets_w):
    for w_found in referents(w_obj):
        for w_target in targets_w:
            if w_found is w_target:
                return True
    return False
