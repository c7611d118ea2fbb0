"""From nothing to a running import system: the attributes of sys, the standard streams, site."""

import os

from interpreter import errors, ops
from interpreter.eval import hooks as eval_hooks, marker
from interpreter.eval.executioncontext import Action, actionflag
from interpreter.fscodec import fsdecode
from interpreter.main.options import in_c_locale
from interpreter.objects import codecregistry, finalizer, weakref as weakrefs
from interpreter.objects.module import W_Module
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbool, newint, newlist, newstr, newdict
from module.framework import load_builtin


class ModuleImporter(eval_hooks.Importer):
    def import_module(self, name):
        from module._imp.importing import import_module
        return import_module(name)


class SysUnraisable(eval_hooks.Unraisable):
    def report(self, error, message, w_object):
        from module.sys.hooks import report_unraisable
        report_unraisable(error, message, w_object)


class FinalizerAction(Action):
    """Runs `__del__` methods and weak reference callbacks of what the collector found dead."""

    def perform(self, ec):
        if finalizer.pending.flag:
            finalizer.run_finalizers()
        if weakrefs.pending.flag:
            weakrefs.run_callbacks()


importer = ModuleImporter()
unraisable = SysUnraisable()
finalizer_action = FinalizerAction()


def w_path(text):
    return newstr(fsdecode(text))


def set_hooks():
    """Tells the evaluation loop about the modules that it uses."""
    from module._warnings.warn import ModuleWarner
    hooks = eval_hooks.hooks
    hooks.w_sys = load_builtin('sys').getdict()
    hooks.importer = importer
    hooks.unraisable = unraisable
    hooks.warner = ModuleWarner()
    marker.marker.install()
    actionflag.register(finalizer_action)


def set_sys(options, layout, argv):
    """The attributes of sys that depend on the command line and on where the program is."""
    from interpreter.eval.run import options as compile_options
    from interpreter.objects.code import settings as code_settings
    from module.sys.info import make_flags
    w_dict = load_builtin('sys').getdict()
    compile_options.optimize = min(options.optimize, 2)
    code_settings.debug_ranges = options.debug_ranges
    w_dict.setitem_str('executable', w_path(layout.executable))
    w_dict.setitem_str('_base_executable', w_path(layout.executable))
    for name in ['prefix', 'exec_prefix', 'base_prefix', 'base_exec_prefix']:
        w_dict.setitem_str(name, w_path(layout.prefix))
    w_dict.setitem_str('_stdlib_dir', w_path(layout.stdlib))
    w_dict.setitem_str('_home', w_None)
    w_dict.setitem_str('flags', make_flags(options))
    w_dict.setitem_str('dont_write_bytecode', newbool(options.no_bytecode > 0))
    w_dict.setitem_str('orig_argv', newlist([w_path(arg) for arg in argv]))
    w_dict.setitem_str('warnoptions', newlist([w_path(text) for text in options.warnings]))
    w_xoptions = newdict()
    for text in options.xoptions:
        equal = text.find('=')
        if equal >= 0:
            w_xoptions.setitem_str(fsdecode(text[:equal]), w_path(text[equal + 1:]))
        else:
            w_xoptions.setitem_str(fsdecode(text), newbool(True))
    w_dict.setitem_str('_xoptions', w_xoptions)
    prefix = os.environ.get('PYTHONPYCACHEPREFIX')
    if options.ignore_environment:
        prefix = None
    for text in options.xoptions:
        if text == 'pycache_prefix':
            prefix = None
        elif text.startswith('pycache_prefix='):
            prefix = text[len('pycache_prefix='):]
    if prefix is not None and prefix != '':
        w_dict.setitem_str('pycache_prefix', w_path(prefix))
    if options.optimize > 0:
        load_builtin('builtins').getdict().setitem_str('__debug__', newbool(False))
    w_dict.setitem_str('path', newlist([w_path(folder) for folder in search_path(options, layout)]))


def search_path(options, layout):
    """sys.path without the script's folder."""
    folders = []
    if not options.ignore_environment:
        variable = os.environ.get('PYTHONPATH')
        if variable is not None and variable != '':
            folders = variable.split(':')
    if layout.ours != '':
        folders.append(layout.ours)
    if layout.stdlib != '':
        folders.append(layout.stdlib)
    return folders


# ____________________________________________________________
# the standard streams


def stream_encoding(options):
    """(encoding, error handler) of stdin and stdout: those of PYTHONIOENCODING, else of the locale."""
    encoding, handler = 'utf-8', 'surrogateescape' if in_c_locale(os.environ) else 'strict'
    if not options.ignore_environment:
        variable = os.environ.get('PYTHONIOENCODING')
        if variable is not None and variable != '':
            colon = variable.find(':')
            if colon != 0:                  # an encoding is named
                handler = 'strict'
            if colon >= 0:
                if colon + 1 < len(variable):
                    handler = variable[colon + 1:]
                variable = variable[:colon]
            if variable != '':
                encoding = variable
    return encoding, handler


def open_stream(fd, name, options, codecs_work):
    """One of sys.stdin, stdout, stderr; None if the descriptor is closed.  Before imports work it is in UTF-8."""
    from module._io.buffered import W_BufferedReader, W_BufferedWriter
    from module._io.deferred import Deferral
    from module._io.fileio import W_FileIO
    from module._io.opening import new_text
    try:
        os.fstat(fd)
    except OSError:
        return w_None
    writing = fd != 0
    encoding, handler = stream_encoding(options)
    if not codecs_work:
        encoding = 'utf-8'
    elif encoding != 'utf-8':
        from module._io.coders import codec_info
        encoding = ops.text_w(ops.getattr(codec_info(encoding), 'name'))
    if fd == 2:
        handler = 'backslashreplace'
    w_raw = W_FileIO()
    w_raw.m_init(newint(fd), 'wb' if writing else 'rb', False, w_None)
    w_raw.setdictvalue('name', newstr(name))
    isatty = os.isatty(fd)
    unbuffered = writing and options.unbuffered
    if unbuffered:
        w_buffer = w_raw
    elif writing:
        w_writer = W_BufferedWriter()
        w_writer.m_init(w_raw, 8192)
        w_buffer = w_writer
    else:
        w_reader = W_BufferedReader()
        w_reader.m_init(w_raw, 8192)
        w_buffer = w_reader
    line_buffering = (isatty or fd == 2) and not unbuffered
    w_text = new_text(w_buffer, newstr(encoding), newstr(handler), newstr('\n'), line_buffering, unbuffered)
    w_text.w_mode = newstr('w' if writing else 'r')
    if writing:
        w_text.deferral = Deferral(encoding, handler)
    return w_text


def set_streams(options, codecs_work):
    w_dict = load_builtin('sys').getdict()
    for fd, name in [(0, 'stdin'), (1, 'stdout'), (2, 'stderr')]:
        w_stream = open_stream(fd, '<%s>' % name, options, codecs_work)
        w_dict.setitem_str(name, w_stream)
        w_dict.setitem_str('__%s__' % name, w_stream)


def set_text_defaults(options):
    """What -X utf8 and -X warn_default_encoding mean for open()."""
    from module._io.base import state
    state.utf8_mode = options.utf8_mode != 0
    state.warn_encoding = options.warn_default_encoding != 0


def make_main():
    """The module __main__, empty."""
    from module._imp.importing import modules_dict
    w_main = W_Module('__main__')
    w_dict = w_main.getdict()
    w_dict.setitem_str('__builtins__', load_builtin('builtins'))
    w_dict.setitem_str('__annotations__', newdict())
    w_dict.setitem_str('__loader__', ops.getattr(importer.import_module('_frozen_importlib'), 'BuiltinImporter'))
    ops.setitem(modules_dict(), newstr('__main__'), w_main)
    return w_main


def start(options, layout, argv):
    """Everything up to the point where a program can be run; returns the module __main__."""
    from module._imp import bootstrap
    from module._imp.functions import override
    from module.sys.functions import set_int_max_str_digits
    load_builtin('sys')
    set_hooks()
    set_sys(options, layout, argv)
    load_builtin('_io')
    bootstrap.options.verbose = options.verbose > 0
    override.value = 0 if options.frozen_modules else -1
    set_streams(options, False)
    bootstrap.start()
    if stream_encoding(options)[0] != 'utf-8':
        set_streams(options, True)
    load_builtin('_signal')
    codecregistry.registry.checks = options.dev_mode
    set_text_defaults(options)
    if options.max_str_digits >= 0:
        set_int_max_str_digits(options.max_str_digits)
    w_main = make_main()
    if len(options.warnings) > 0:
        importer.import_module('warnings')
    if not options.no_site:
        w_site = importer.import_module('site')
        ops.call_method0(w_site, 'main')
    return w_main
