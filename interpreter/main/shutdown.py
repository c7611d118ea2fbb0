"""The end of the program: threads, atexit, finalizers of what is still alive, the standard streams.

The order is CPython's: `threading._shutdown` waits for the threads, the callbacks of `atexit` run, the streams are flushed, the program's modules are torn
down, the streams are flushed again.  Teardown costs a collection of the heap, so it is left out when no object was ever made whose finalizer could
be noticed, and when daemon threads still use the modules.
"""

import os
import weakref

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.objects import finalizer
from interpreter.objects.dict import W_Dict
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.module import W_Module
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.type import W_Type
from module.framework import load_builtin
from module.sys import hooks as sys_hooks

SPECIAL = ['path', 'argv', 'ps1', 'ps2', 'last_type', 'last_value', 'last_traceback', 'path_hooks', 'path_importer_cache', 'meta_path',
           '__interactivehook__']


def finish(status, layout, warns):
    """(int, Layout, bool) -> exit status: does all that comes after the program.  -2 for the status dies by SIGINT.

    warns: may a ResourceWarning about what is still open be shown?"""
    from module._io.finalizers import flush_all
    from module._signal.handlers import restore_defaults
    from module._thread.threads import threads
    from module.atexit import functions as atexit_functions
    from module.sys.functions import finalizing
    interrupted = status == -2
    wait_for_threads()
    atexit_functions.run()
    finalizing.begin()
    restore_defaults()
    if not flush_standard():
        status = 120
    if (finalizer.history.noticeable or warns) and threads.started == 0 and len(threads.starting) == 0:
        try:
            tear_down(layout)
        except OperationError as e:
            sys_hooks.report_unraisable(e, "Exception ignored in the teardown of the modules", None)
        if not flush_standard():
            status = 120
    flush_all()
    if interrupted:
        die_by_interrupt()
        return 130
    return status


def wait_for_threads():
    """Waits for the threads that are no daemons."""
    from module._imp.importing import find_loaded
    w_threading = None
    try:
        w_threading = find_loaded('threading')
        if w_threading is not None and w_threading is not w_None:
            ops.call_method0(w_threading, '_shutdown')
    except OperationError as e:
        sys_hooks.report_unraisable(e, "Exception ignored on threading shutdown", w_threading)


def flush_standard():
    """Flushes stdout and stderr; False, after telling so, if stdout could not be."""
    good = True
    for name in ['stdout', 'stderr']:
        w_stream = sys_hooks.sys_attribute(name)
        if w_stream is None or w_stream is w_None:
            continue
        try:
            w_closed = ops.getattr_or_none(w_stream, 'closed')
            if w_closed is None or not w_closed.op_bool():
                ops.call_method0(w_stream, 'flush')
        except OperationError as e:
            good = False
            if name == 'stdout':
                sys_hooks.report_unraisable(e, None, w_stream)
    return good


def die_by_interrupt():
    """Ends the process as if SIGINT had not been handled, so that the shell knows."""
    from rpython.rlib import rsignal
    from rpython.rtyper.lltypesystem import rffi
    rsignal.pypysig_default(rffi.cast(rffi.INT, rsignal.SIGINT))
    try:
        os.kill(os.getpid(), rsignal.SIGINT)
    except OSError:
        pass


# ____________________________________________________________
# teardown


def tear_down(layout):
    """Lets the modules go and runs the finalizers of what they held.

    First sys.modules is emptied: most modules die whole, and what `__del__` finds in the globals is still there.  A module of the program that something
    else keeps alive loses its variables next, but not its functions and classes, which the finalizers may need; and then these too."""
    from module.gc.functions import collect
    clear_special_names()
    dicts = empty_modules()
    collect(2)
    if clear_modules(dicts, layout, False):
        collect(2)
        if clear_modules(dicts, layout, True):
            collect(2)


def clear_modules(dicts, layout, all):
    """Clears the dictionaries of modules that are still alive, the one that was imported last first.  Was there anything to clear?"""
    changed = False
    i = len(dicts) - 1
    while i >= 0:
        w_dict = dicts[i]()
        if w_dict is not None:
            if belongs_to_program(w_dict, layout):
                if clear_variables(w_dict, all):
                    changed = True
            elif clear_finalizable(w_dict):
                changed = True
        i -= 1
    return changed


def clear_special_names():
    """What sys and builtins hold for the program; the standard streams are again those of the start."""
    w_sys = load_builtin('sys').getdict()
    for name in SPECIAL:
        w_sys.setitem_str(name, w_None)
    for name in ['stdin', 'stdout', 'stderr']:
        w_stream = w_sys.getitem_str('__' + name + '__')
        w_sys.setitem_str(name, w_None if w_stream is None else w_stream)
    load_builtin('builtins').getdict().setitem_str('_', w_None)


def empty_modules():
    """Empties sys.modules; weak references to the dictionaries of the modules that were in it, the oldest first."""
    dicts = []
    w_modules = sys_hooks.sys_attribute('modules')
    if isinstance(w_modules, W_Dict):
        for w_module in w_modules.values_w():
            if isinstance(w_module, W_Module):
                w_dict = w_module.getdict()
                assert w_dict is not None
                dicts.append(weakref.ref(w_dict))
        w_modules.clear()
    return dicts


def belongs_to_program(w_dict, layout):
    """Is it the dictionary of `__main__`, or of a module that is neither built in nor of the library?"""
    w_name = w_dict.getitem_str('__name__')
    if isinstance(w_name, W_Str) and w_name._utf8 == '__main__':
        return True
    w_file = w_dict.getitem_str('__file__')
    if not isinstance(w_file, W_Str):
        return False
    path = w_file._utf8
    in_library = path.startswith(layout.stdlib + '/') or path.startswith(layout.ours + '/')
    return not in_library or path.find('/site-packages/') >= 0


def clear_variables(w_dict, all):
    """Sets the variables of a module to None, all but constants and other modules; functions and classes if `all`.  Was there one?"""
    changed = False
    for w_name in w_dict.keys_w():
        w_value = w_dict.getitem(w_name)
        if w_value is None or w_value is w_None:
            continue
        if isinstance(w_value, W_AbstractInt) or isinstance(w_value, W_Str) or isinstance(w_value, W_Module):
            continue
        if not all and (isinstance(w_value, W_Type) or not w_value.is_user_instance and ops.callable(w_value)):
            continue
        w_dict.setitem(w_name, w_None)
        changed = True
    return changed


def clear_finalizable(w_dict):
    """Sets the objects with a `__del__` that are attributes of a module of the library to None.  Was there one?"""
    changed = False
    for w_name in w_dict.keys_w():
        w_value = w_dict.getitem(w_name)
        if w_value is not None and w_value.is_user_instance and w_value.gettype().lookup('__del__') is not None:
            w_dict.setitem(w_name, w_None)
            changed = True
    return changed
